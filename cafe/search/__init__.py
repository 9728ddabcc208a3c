"""Full-text search in Norwegian and Swedish word forms, over every kind of text that registers for it."""
