"""Lets ``python -m site_builder`` do what the command ``site-builder`` does."""

import sys

from site_builder.cli import main

# Worker processes load this module again under another name: they must not start a second build.
if __name__ == "__main__":
    sys.exit(main())
