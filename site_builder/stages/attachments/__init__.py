"""What files for download hold that does not show in them: authors, hidden sheets, places of photographs."""
