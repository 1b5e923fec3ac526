"""The steps of a build, one verb a file; each is a function of values and touches nothing else."""
