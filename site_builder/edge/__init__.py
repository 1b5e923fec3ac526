"""Everything that touches the world: files, processes, clocks, networks, the terminal."""
