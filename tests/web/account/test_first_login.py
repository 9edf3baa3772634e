"""The one-time link: who it lets in, and whom not."""

from datetime import timedelta

import pytest
from django.core.signing import Signer
from django.test import Client
from django.utils import timezone

from tests.factories.councils import make_council
from tiltak.domain.people.models import LoginLink, User
from tiltak.domain.people.operations import (
    LIFETIME,
    InvalidLoginLink,
    create_login_link,
    use_login_link,
)

pytestmark = pytest.mark.django_db

CHOSEN = {
    "name": "Kari Sekretær",
    "email": "kari@example.no",
    "password1": "fire ord som held lenge",
    "password2": "fire ord som held lenge",
}


@pytest.fixture(autouse=True)
def _council() -> None:
    make_council()


def new_link(user: User | None = None, *, age: timedelta = timedelta()) -> str:
    return f"/konto/forste/{create_login_link(user=user, now=timezone.now() - age)}/"


def test_the_bearer_becomes_administrator_and_is_logged_in(client: Client) -> None:
    address = new_link()
    assert client.get(address).status_code == 200

    answer = client.post(address, CHOSEN)

    assert (answer.status_code, answer["Location"]) == (302, "/")
    user = User.objects.get()
    assert (user.username, user.email, user.first_name) == (
        "kari@example.no",
        "kari@example.no",
        "Kari Sekretær",
    )
    assert (user.is_staff, user.is_superuser, user.check_password(CHOSEN["password1"])) == (
        True,
        False,
        True,
    )
    assert client.session["_auth_user_id"] == str(user.pk)


def test_looking_at_the_link_does_not_use_it_up(client: Client) -> None:
    address = new_link()
    for _ in range(3):
        assert client.get(address).status_code == 200
    assert client.post(address, CHOSEN).status_code == 302


def test_the_link_works_once(client: Client) -> None:
    address = new_link()
    client.post(address, CHOSEN)

    second = Client().post(address, CHOSEN | {"email": "ola@example.no"})

    assert second.status_code == 410
    assert "Lenkja gjeld ikkje" in second.content.decode()
    assert list(User.objects.values_list("username", flat=True)) == ["kari@example.no"]


def test_an_old_link_lets_nobody_in(client: Client) -> None:
    address = new_link(age=LIFETIME + timedelta(seconds=1))
    assert client.get(address).status_code == 410
    assert client.post(address, CHOSEN).status_code == 410
    assert not User.objects.exists()


def test_a_newer_link_replaces_the_older(client: Client) -> None:
    older, newer = new_link(), new_link()
    assert [client.get(older).status_code, client.get(newer).status_code] == [410, 200]


@pytest.mark.parametrize("token", ["x", "a.b", Signer(sep=".", salt="other").sign("x")])
def test_a_made_up_token_lets_nobody_in(client: Client, token: str) -> None:
    assert client.get(f"/konto/forste/{token}/").status_code == 410


def test_a_token_signed_here_but_never_given_out_lets_nobody_in() -> None:
    token = Signer(sep=".", salt="tiltak.login-link").sign("x")
    with pytest.raises(InvalidLoginLink):
        use_login_link(token=token, name="", email="", password="", now=timezone.now())


def test_the_database_holds_no_token() -> None:
    token = create_login_link(user=None, now=timezone.now())
    link = LoginLink.objects.get()
    assert token not in [str(value) for value in vars(link).values()]
    assert link.token_sha256 not in token


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"password1": "kort", "password2": "kort"}, "12"),
        ({"password2": "noko heilt anna enn det"}, "Dei to passorda er ikkje like."),
        ({"password1": "passwordpassword", "password2": "x"}, ""),
        ({"email": "kari"}, ""),
        ({"name": ""}, ""),
    ],
)
def test_what_is_wrong_is_said_and_the_link_lives_on(
    client: Client, changes: dict[str, str], message: str
) -> None:
    address = new_link()
    answer = client.post(address, CHOSEN | changes)
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert not User.objects.exists()
    assert client.post(address, CHOSEN).status_code == 302


def test_a_link_for_somebody_known_gives_a_new_password(client: Client) -> None:
    kari = User.objects.create_user("kari@example.no", password="gammalt passord her")
    client.post(new_link(kari), CHOSEN)
    kari.refresh_from_db()
    assert kari.check_password(CHOSEN["password1"])
    assert User.objects.count() == 1


def test_an_address_somebody_else_has_is_refused(client: Client) -> None:
    User.objects.create_user("KARI@example.no", password="gammalt passord her")
    answer = client.post(new_link(), CHOSEN)
    assert answer.status_code == 422
    assert "Nokon annan har denne e-postadressa." in answer.content.decode()
