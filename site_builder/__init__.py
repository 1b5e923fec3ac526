"""A publisher for plans and public disclosure: YAML in, a checked site, printed sheets and open data out."""

__version__ = "0.1.0"
