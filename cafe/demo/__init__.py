"""A café to look at: the reference network with invented people, played over real sockets."""
