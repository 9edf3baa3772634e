"""Ordinary login: in our words, without sign-up, with a limit."""

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from tests.factories.councils import make_council
from tiltak.domain.people.models import User

pytestmark = pytest.mark.django_db

PASSWORD = "fire ord som held lenge"
WRONG = "Brukarnamn eller passord er feil."
TOO_MANY = "For mange forsøk."
PAGES = ["inn", "ut", "passord", "stadfest", "to-steg", "to-steg/totp/activate"]


@pytest.fixture(autouse=True)
def kari() -> Iterator[User]:
    make_council()
    call_command("createcachetable", verbosity=0)
    cache.clear()
    yield User.objects.create_user(
        "kari@example.no", "kari@example.no", PASSWORD, is_staff=True, first_name="Kari"
    )
    cache.clear()


def log_in(client: Client, password: str, login: str = "kari@example.no") -> str:
    answer = client.post("/konto/inn/", {"login": login, "password": password})
    return answer["Location"] if answer.status_code == 302 else answer.content.decode()


def test_the_right_password_opens_and_the_wrong_one_does_not(client: Client) -> None:
    assert WRONG in log_in(client, "noko anna")
    assert "_auth_user_id" not in client.session
    assert log_in(client, PASSWORD) == "/"
    assert "_auth_user_id" in client.session


def test_a_user_who_does_not_exist_is_told_the_same(client: Client) -> None:
    assert WRONG in log_in(client, PASSWORD, "ola@example.no")


def test_the_sixth_wrong_attempt_is_stopped_even_with_the_right_password(client: Client) -> None:
    answers = [log_in(client, f"feil nummer {i}") for i in range(6)]
    assert [WRONG in answer for answer in answers] == [True] * 5 + [False]
    assert TOO_MANY in answers[5]
    assert TOO_MANY in log_in(client, PASSWORD)
    assert "_auth_user_id" not in client.session


def test_somebody_elses_failures_do_not_lock_kari_out_from_another_address() -> None:
    stranger, kari = Client(REMOTE_ADDR="10.0.0.1"), Client(REMOTE_ADDR="10.0.0.2")
    for i in range(6):
        log_in(stranger, f"feil nummer {i}", "ola@example.no")
    assert log_in(kari, PASSWORD) == "/"


def confirm(client: Client) -> None:
    """The password once more, as the pages that change the login ask for."""
    client.post("/konto/stadfest/", {"password": PASSWORD})


@pytest.mark.parametrize("path", ["/konto/signup/", "/konto/ny/", "/konto/email/"])
def test_nobody_signs_up(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_ours_and_in_nynorsk(client: Client, kari: User, path: str) -> None:
    if path != "inn":
        log_in(client, PASSWORD)
        confirm(client)
    page = client.get(f"/konto/{path}/").content.decode()
    assert '<html lang="nn"' in page
    assert "<form" in page or "ds-button" in page
    english = ["Sign", "Password", "Two-Factor", "Remember", "Authenticator", "Code"]
    assert [word for word in english if word in page] == []
    assert "style=" not in page.replace("stylesheet", "")


def test_logging_out_takes_a_question_and_a_post(client: Client) -> None:
    log_in(client, PASSWORD)
    client.get("/konto/ut/")
    assert "_auth_user_id" in client.session
    client.post("/konto/ut/")
    assert "_auth_user_id" not in client.session


def test_the_password_can_be_changed(client: Client, kari: User) -> None:
    log_in(client, PASSWORD)
    new = {
        "oldpassword": PASSWORD,
        "password1": "nye ord som held",
        "password2": "nye ord som held",
    }
    assert "Passordet" in client.post("/konto/passord/", new | {"password1": "x"}).content.decode()
    client.post("/konto/passord/", new)
    kari.refresh_from_db()
    assert kari.check_password("nye ord som held")


def code_now(secret: str) -> str:
    counter = next(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counter))


def test_a_second_step_can_be_switched_on_and_is_then_asked_for(client: Client, kari: User) -> None:
    log_in(client, PASSWORD)
    confirm(client)
    client.get("/konto/to-steg/totp/activate/")
    secret = client.session["mfa.totp.secret"]
    assert (
        "Koden er feil."
        in client.post("/konto/to-steg/totp/activate/", {"code": "000000"}).content.decode()
    )
    client.post("/konto/to-steg/totp/activate/", {"code": code_now(secret)})
    assert Authenticator.objects.filter(user=kari, type="totp").exists()
    codes = client.get("/konto/to-steg/recovery-codes/")
    assert codes.content.decode().count("<code>") == 10

    again = Client()
    assert log_in(again, PASSWORD) == "/konto/to-steg/authenticate/"
    assert "_auth_user_id" not in again.session
    assert "reservekodane" in again.get("/konto/to-steg/authenticate/").content.decode()
