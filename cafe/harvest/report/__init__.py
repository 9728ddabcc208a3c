"""The report: what is handed over, as plain facts, and the files made of them."""
