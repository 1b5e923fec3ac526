"""What people get wrong, told in words a clerk understands: one constant for each kind of mistake."""
