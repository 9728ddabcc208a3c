"""Plans as files: told in the blocks of a booklet, as sheets, and as JSON."""
