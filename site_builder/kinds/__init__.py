"""The kinds of records, one folder each: everything about a kind is in its folder."""
