"""How much one line may bring, and how much may wait for it."""

from __future__ import annotations

KIB = 1024
# A message that comes in. The longest text we keep fits in; more is nobody's.
MOST_IN = 64 * KIB
# What may wait for one client before it is let go. It comes back and gets the difference, which is shorter.
MOST_WAITING = 256 * KIB
# What the operating system keeps for one client on top of that; by itself it would go up to megabytes.
MOST_IN_SYSTEM = 128 * KIB
# A client that does not take a single byte for as long is gone, whatever its network says.
STALLED = 20.0
# So long a client that has been told to go may take to hang up by itself.
FAREWELL = 1.0
# Engine.IO takes no more packets from one request, and would answer that all is well.
MOST_PACKETS = 16
