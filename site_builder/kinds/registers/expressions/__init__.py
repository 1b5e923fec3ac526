"""The small language in which a clerk says what must hold of a table; it can compare and reckon, and nothing else."""
