"""Every setting: its default, what it takes, and that a wrong value is refused by name."""

import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tiltak.config.environment import Environment, WrongSetting, database, origin, secret_key


def read(**variables: str) -> Environment:
    return Environment(variables)


@pytest.mark.parametrize("raw", ["ja", "JA", "1", "true", "yes", "on", " ja "])
def test_yes(raw: str) -> None:
    assert read(TILTAK_TLS=raw).flag("TILTAK_TLS", default=False) is True


@pytest.mark.parametrize("raw", ["nei", "0", "false", "no", "off", ""])
def test_no(raw: str) -> None:
    assert read(TILTAK_TLS=raw).flag("TILTAK_TLS", default=True) is False


def test_what_is_not_set_has_its_default() -> None:
    env = read()
    assert (
        env.flag("X", default=True),
        env.number("X", 7),
        env.text("X", "a"),
        env.words("X", "a, b,"),
        env.hosts("X", "a.no"),
        env.slug("X"),
        env.tiles("X"),
    ) == (True, 7, "a", ["a", "b"], ["a.no"], "", "")


def test_only_the_server_of_the_tiles_is_let_in() -> None:
    address = "https://kart.example/lag/{z}/{x}/{y}.png"
    assert read(X=address).tiles("X") == address
    assert origin(address) == "https://kart.example"


@pytest.mark.parametrize(
    ("read_it", "raw", "expected"),
    [
        (lambda env: env.flag("X", default=False), "kanskje", "ja eller nei"),
        (lambda env: env.number("X", 1, least=1), "0", "eit heiltal, minst 1"),
        (lambda env: env.number("X", 1), "mange", "eit heiltal"),
        (lambda env: env.number("X", 1), "1.5", "eit heiltal"),
        (lambda env: env.hosts("X", ""), "*", "vertsnamn"),
        (lambda env: env.hosts("X", ""), "https://plan.no", "vertsnamn"),
        (lambda env: env.hosts("X", ""), "plan.no:8000", "vertsnamn"),
        (lambda env: env.hosts("X", ""), " , ", "vertsnamn"),
        (lambda env: env.slug("X"), "Sogn regionråd", "kortnamn"),
        (lambda env: env.tiles("X"), "http://kart.no/{z}/{x}/{y}.png", "https-adresse"),
        (lambda env: env.tiles("X"), "https://kart.no/{z}/{x}.png", "https-adresse"),
        (lambda env: env.tiles("X"), "https://kart.no; script-src */{z}/{x}/{y}", "https-adresse"),
    ],
)
def test_a_wrong_value_names_the_setting_and_says_what_was_expected(
    read_it: Callable[[Environment], object], raw: str, expected: str
) -> None:
    with pytest.raises(WrongSetting, match=f"^Innstillinga X=.*{expected}"):
        read_it(read(X=raw))


@pytest.mark.parametrize("host", ["plan.sogn.no", ".sogn.no", "localhost", "127.0.0.1", "[::1]"])
def test_host_names_that_are_taken(host: str) -> None:
    assert read(X=host).hosts("X", "") == [host]


def test_a_misspelt_name_is_refused() -> None:
    env = read(TILTAK_HOST="plan.no", TILTAK_TEST_SQLITE="x", PATH="/bin")
    env.hosts("TILTAK_HOSTS", "a")
    with pytest.raises(WrongSetting, match=r"TILTAK_HOST='plan\.no'.*TILTAK_HOSTS"):
        env.refuse_unknown()


def test_a_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    made = read(X=str(tmp_path / "a" / "b")).folder("X", Path())
    assert (made, stat.S_IMODE(made.stat().st_mode)) == (tmp_path / "a" / "b", 0o700)


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WrongSetting, match="ei mappe som kan skrivast i"):
        read(X=str(tmp_path / "file" / "data")).folder("X", Path())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_in_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(WrongSetting, match="ei mappe som kan skrivast i"):
        read(X=str(tmp_path)).folder("X", Path())


def test_sqlite_is_safe_and_lets_readers_go_on(tmp_path: Path) -> None:
    settings = database("", tmp_path)
    assert settings["NAME"] == tmp_path / "tiltak.sqlite3"
    options = settings["OPTIONS"]
    assert isinstance(options, dict)
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]
    assert "foreign_keys=ON" in options["init_command"]
    assert database("sqlite:////var/plan%20b.db", tmp_path)["NAME"] == Path("/var/plan b.db")


def test_a_postgresql_address_is_taken_apart(tmp_path: Path) -> None:
    settings = database("postgresql://kari:p%40ss@db.no:5433/plan?sslmode=require", tmp_path)
    names = ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    assert [settings[name] for name in names] == [
        "django.db.backends.postgresql",
        "plan",
        "kari",
        "p@ss",
        "db.no",
        5433,
        {"sslmode": "require"},
    ]


@pytest.mark.parametrize(
    "address",
    ["mysql://a/b", "postgresql://host", "plan.db", "sqlite://", "postgresql://a:secret@h:port/x"],
)
def test_another_database_is_refused_without_telling_the_password(
    address: str, tmp_path: Path
) -> None:
    with pytest.raises(WrongSetting, match="DATABASE_URL") as refused:
        database(address, tmp_path)
    assert "secret" not in str(refused.value)


def test_the_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    key = secret_key("", tmp_path)
    assert len(key) >= 64
    assert secret_key("", tmp_path) == key
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_processes_that_start_at_once_get_the_same_key(tmp_path: Path) -> None:
    keys: list[str] = []
    threads = [
        threading.Thread(target=lambda: keys.append(secret_key("", tmp_path))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(keys), len(set(keys))) == (8, 1)


def test_a_given_key_is_used_and_a_short_one_refused(tmp_path: Path) -> None:
    assert secret_key("k" * 40, tmp_path) == "k" * 40
    with pytest.raises(WrongSetting, match=r"TILTAK_SECRET_KEY='…'.*minst 40 teikn"):
        secret_key("kort", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_key_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret_key").touch()
    with pytest.raises(WrongSetting, match="ein heil nøkkel i secret_key"):
        secret_key("", tmp_path)
