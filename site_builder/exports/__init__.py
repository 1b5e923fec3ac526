"""Open-data formats in which every list is offered; one file each, found by being here."""
