"""How fast the tool is beside another generator, on the same records, in the same run."""
