"""Rules that cross kinds, one file each: named for what holds."""
