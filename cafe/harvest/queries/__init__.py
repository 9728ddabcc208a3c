"""What pages, exports and actions ask of the harvest."""
