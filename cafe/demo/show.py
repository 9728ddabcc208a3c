"""What the demonstration prints: links, what to look at, how to stop."""

from __future__ import annotations

import io

import segno
from rich.console import Console

from cafe.demo.prepare import Prepared

PLAIN_HTTP = (
    "On other devices this is plain HTTP: everything works except reloading a page without network. "
    "Behind TLS, or on this machine, that works too (docs/admin-guide.md)."
)


def show_links(console: Console, prepared: Prepared, *, people: int, lan: bool) -> None:
    """Print the ways in."""
    console.print()
    console.print("[bold]Kafédialog[/bold] – a café to look at. The people and what they say are invented.")
    console.print()
    rows = (
        ("Organiser", prepared.organiser_link, "signed in by the link"),
        ("Projector", prepared.wall_link, "the wall of the hall"),
        ("Guest", prepared.join_link, f"or the code {spelt(prepared.join_code)} on the front page"),
        ("Team", prepared.team_link, "a municipality at its desk, months later"),
        ("Table host", prepared.host_link, "takes over table 1 from its simulated host"),
    )
    for who, link, what in rows:
        # Whole on one line, however narrow the terminal: a link is there to be copied.
        console.print(f"[bold]{who:<12}[/bold]{link}", soft_wrap=True, highlight=False)
        console.print(f"[dim]{'':<12}{what}[/dim]", soft_wrap=True, highlight=False)
    console.print()
    if lan:
        console.print(qr(prepared.join_link), highlight=False)
        console.print(PLAIN_HTTP)
        console.print()
    console.print(
        f"{people} people check in now; three rounds of about a minute follow, then the harvest, some seven "
        "minutes in all. Afterwards everything stays as it is, to be looked at."
    )
    console.print("Stop with Ctrl-C. Each start makes the café anew, unless it is started with --keep.")
    console.print()


def spelt(code: str) -> str:
    """Write a code the way it is read aloud."""
    return f"{code[:3]} {code[3:]}"


def qr(link: str) -> str:
    """Draw a QR code for a terminal."""
    out = io.StringIO()
    segno.make(link, error="m").terminal(out, compact=True, border=2)
    return out.getvalue()
