"""Pages that look across a network: its front page, the organisers' board, the portfolio, the years."""
