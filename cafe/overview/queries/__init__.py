"""What is asked across a network."""
