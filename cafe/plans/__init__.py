"""Work plans: goals, measures, measurements, reports, and what of the café they come from."""
