"""The tree that readers see and the second one beside it: how they are looked at, changed and swapped."""
