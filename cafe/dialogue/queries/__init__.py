"""What pages and actions ask of a café session."""
