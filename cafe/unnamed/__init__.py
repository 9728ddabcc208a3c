"""Answers without a name: evaluations and the perspective compass, anonymous for real."""
