"""Kafédialog: café dialogues for learning networks, from the QR code to the published summary."""
