"""The perspective compass: what those who work in a unit and those who use it say, side by side."""
