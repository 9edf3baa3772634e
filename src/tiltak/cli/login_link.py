"""`tiltak login-link`: a new link for the administrator."""

from typing import TYPE_CHECKING

import click

from tiltak.cli.errors import Refused
from tiltak.cli.installation import open_database

if TYPE_CHECKING:
    from tiltak.domain.people.models import User

ADDRESS = "http://127.0.0.1:8000"


@click.command("login-link")
@click.option("--user", "username", help="Brukarnamn, når det finst fleire administratorar.")
@click.option("--address", default=ADDRESS, show_default=True, help="Adressa til tenaren.")
def command(username: str | None, address: str) -> None:
    """Lag ei lenkje der administratoren vel namn og passord.

    Bruk henne òg når passordet er gløymt. Lenkja gjeld éin gong, i 24 timar. Tidlegare lenkjer til same person sluttar å gjelda.
    """
    open_database()
    click.echo(_address_for(username, address.rstrip("/")))


def first_login_address(address: str) -> str | None:
    """A link for the first administrator; None when there is one already."""
    from tiltak.domain.people.queries import administrators

    return None if administrators().exists() else _new_link(None, address)


def _address_for(username: str | None, address: str) -> str:
    from tiltak.domain.people.queries import administrators

    known = list(administrators())
    if username is None and len(known) > 1:
        names = ", ".join(user.username for user in known)
        raise Refused(f"Det finst fleire administratorar. Vel ein med --user: {names}")
    if username is None:
        return _new_link(known[0] if known else None, address)
    chosen = next((user for user in known if user.username == username), None)
    if chosen is None:
        raise Refused(f"Fann ingen administrator med brukarnamnet «{username}».")
    return _new_link(chosen, address)


def _new_link(user: "User | None", address: str) -> str:
    from django.utils import timezone

    from tiltak.domain.people.operations import create_login_link

    token = create_login_link(user=user, now=timezone.now())
    return f"{address}/konto/forste/{token}/"
