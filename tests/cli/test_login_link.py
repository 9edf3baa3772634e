"""`tiltak login-link`: whose link it is."""

import re

import pytest
from django.test import Client

from tests.cli.conftest import Tiltak
from tests.factories.councils import make_council
from tiltak.domain.people.models import LoginLink, User

pytestmark = pytest.mark.django_db
LINK = re.compile(r"^https://plan\.no(/konto/forste/\S+/)\n$")


@pytest.fixture(autouse=True)
def _council() -> None:
    make_council()


def administrator(name: str) -> User:
    return User.objects.create_user(name, f"{name}@example.no", "fire ord som held", is_staff=True)


def test_the_first_link_is_nobodys_yet(tiltak: Tiltak, client: Client) -> None:
    printed = tiltak("login-link", "--address", "https://plan.no/").stdout
    path = LINK.findall(printed)[0]
    assert LoginLink.objects.get().user is None
    assert "blir administrator" in client.get(path).content.decode()


def test_with_one_administrator_the_link_is_theirs(tiltak: Tiltak, client: Client) -> None:
    kari = administrator("kari")
    path = LINK.findall(tiltak("login-link", "--address", "https://plan.no").stdout)[0]
    assert LoginLink.objects.get().user == kari
    assert "kari@example.no" in client.get(path).content.decode()


def test_with_several_one_must_be_chosen(tiltak: Tiltak) -> None:
    administrator("kari")
    ola = administrator("ola")
    refused = tiltak("login-link")
    assert (refused.exit_code, "--user: kari, ola" in refused.stderr) == (2, True)
    assert "«per»" in tiltak("login-link", "--user", "per").stderr
    tiltak("login-link", "--user", "ola")
    assert LoginLink.objects.get().user == ola
