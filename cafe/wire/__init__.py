"""The line to a browser, below what is said on it: checked piece by piece, paced, and never endless."""
