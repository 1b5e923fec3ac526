"""From inputs to bytes: pages, sheets and data files; runs in workers."""
