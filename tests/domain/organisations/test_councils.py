"""What a council says about itself."""

from typing import Any

import pytest

from tests.factories.councils import NOW, editor_of, make_council
from tiltak.domain.audit.models import Event
from tiltak.domain.organisations.logo import LARGEST_LOGO, UnfitLogo, logo_type
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.organisations.operations import (
    ImpossibleCouncil,
    NotOwnCouncil,
    edit_council,
    set_labels,
    set_logo,
)
from tiltak.domain.viewer import Viewer, anonymous

PNG = b"\x89PNG\r\n\x1a\n" + b"rest"


@pytest.fixture
def council(db: None) -> RegionalCouncil:
    return make_council()


@pytest.fixture
def by(council: RegionalCouncil) -> Viewer:
    return editor_of(council)


def test_only_what_changed_is_written_and_logged(by: Viewer, council: RegionalCouncil) -> None:
    before = council.generation
    edit_council(by=by, council=council, now=NOW, name="Fjordrådet", email="post@fjord.example")
    council.refresh_from_db()
    assert (council.name, council.email) == ("Fjordrådet", "post@fjord.example")
    assert council.generation == before + 1
    event = Event.objects.get()
    assert (event.verb, event.summary, event.before) == ("edit_council", "email", {"email": ""})


def test_nothing_changed_is_nothing_done(by: Viewer, council: RegionalCouncil) -> None:
    edit_council(by=by, council=council, now=NOW, name=council.name)
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "x" * 201},
        {"language": "de"},
        {"about": "nul\0"},
        {"slug": "anna"},
        {"generation": "1"},
    ],
    ids=str,
)
def test_a_council_that_cannot_be(
    by: Viewer, council: RegionalCouncil, wrong: dict[str, str]
) -> None:
    with pytest.raises(ImpossibleCouncil) as refused:
        edit_council(by=by, council=council, now=NOW, **wrong)
    assert str(refused.value) in wrong
    assert (
        RegionalCouncil.objects.values().get()
        == RegionalCouncil.objects.filter(name="Fjordrådet", slug=council.slug).values().get()
    )


def test_words_for_the_levels(by: Viewer, council: RegionalCouncil) -> None:
    words = {
        "focus_area": {"nn": " Innsatsområde ", "nb": "", "en": "Priority"},
        "measure": {"nn": " "},
    }
    set_labels(by=by, council=council, labels=words, now=NOW)
    council.refresh_from_db()
    assert council.labels == {"focus_area": {"nn": "Innsatsområde", "en": "Priority"}}
    for wrong in ({"novel": {"nn": "X"}}, {"theme": {"de": "X"}}, {"theme": {"nn": "x" * 61}}):
        with pytest.raises(ImpossibleCouncil):
            set_labels(by=by, council=council, labels=wrong, now=NOW)


def test_a_logo_is_set_and_taken_away(by: Viewer, council: RegionalCouncil) -> None:
    set_logo(by=by, council=council, data=PNG, now=NOW)
    found = RegionalCouncil.objects.get()
    assert (bytes(found.logo or b""), found.logo_type) == (PNG, "image/png")
    set_logo(by=by, council=council, data=b"", now=NOW)
    found = RegionalCouncil.objects.get()
    assert (found.logo, found.logo_type) == (None, "")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0rest", "image/jpeg"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"GIF89a", None),
        (b"RIFF\x10\0\0\0WAVEfmt ", None),
        (b"", None),
        (PNG + b"x" * LARGEST_LOGO, None),
    ],
)
def test_a_logo_is_what_it_holds(data: bytes, kind: str | None) -> None:
    if kind is None:
        with pytest.raises(UnfitLogo):
            logo_type(data)
    else:
        assert logo_type(data) == kind


def test_only_the_own_secretary(by: Viewer, council: RegionalCouncil) -> None:
    other = editor_of(make_council("Naborådet", host="nabo"))
    common: dict[str, Any] = {"council": council, "now": NOW}
    for stranger in (anonymous(council.pk), other):
        with pytest.raises(NotOwnCouncil):
            edit_council(by=stranger, name="Vårt", **common)
        with pytest.raises(NotOwnCouncil):
            set_labels(by=stranger, labels={}, **common)
        with pytest.raises(NotOwnCouncil):
            set_logo(by=stranger, data=PNG, **common)
    assert not Event.objects.exists()
