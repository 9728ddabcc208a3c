"""Run charts: what they tell and how they are laid out. Pure, importable on its own."""
