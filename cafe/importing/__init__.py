"""A whole gathering from one file: read, checked, and written in one transaction."""
