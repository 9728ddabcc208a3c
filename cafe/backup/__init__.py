"""Backups: a consistent copy of everything while the server writes, and the way back from one."""
