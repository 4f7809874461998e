"""Between whom an instrument is, and what the text says of its status."""
