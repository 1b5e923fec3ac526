"""What reaches into the PDF engine while it works; only loaded with an engine whose inside is known."""
