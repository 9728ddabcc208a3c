"""What is asked of work plans."""
