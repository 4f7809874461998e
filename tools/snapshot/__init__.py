"""From the files as they were collected to the rows that the package carries."""
