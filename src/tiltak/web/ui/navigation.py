"""What the head and the foot of every page lead to."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import Promise
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from tiltak.web.ui.addresses import address
from tiltak.wording.language import LANGUAGES

LANGUAGE_NAMES = {"nn": "Nynorsk", "nb": "Bokmål", "en": "English"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the menu. `rooms`: the first words of the page names that belong to it."""

    name: str
    label: str | Promise
    rooms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MenuLink:
    """A link of the menu; `current` where the reader is."""

    label: str | Promise
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in another language."""

    code: str
    name: str
    href: str
    current: bool


MENU = (
    Entry("front", _("Planen"), ("front", "plan", "element", "source", "travel")),
    Entry("parties", _("Partar"), ("parties", "party")),
    Entry("municipalities", _("Kommunar"), ("municipalities", "municipality")),
    Entry("search", _("Søk"), ("search",)),
)
SECRETARY_MENU = (
    Entry(
        "desk",
        _("Arbeidsbord"),
        ("desk", "upload", "import", "version", "correct", "status", "statuses"),
    ),
)
FOOT = (
    Entry("contact", _("Kontakt"), ()),
    Entry("about", _("Om planen og tala"), ()),
    Entry("accessibility", _("Tilgjengelegheitserklæring"), ()),
)


def menu(request: HttpRequest, *, may_edit: bool) -> list[MenuLink]:
    """The menu: only what is there, and the secretary's desk for the secretary."""
    return _links((*MENU, *SECRETARY_MENU) if may_edit else MENU, _room(request))


def foot(request: HttpRequest) -> list[MenuLink]:
    """The links at the foot of every page."""
    return _links(FOOT, _room(request))


def languages(request: HttpRequest) -> list[LanguageLink]:
    """This page in every language; from a page that is not there, the front page."""
    return [
        LanguageLink(
            code=code,
            name=LANGUAGE_NAMES[code],
            href=_in_language(request, code),
            current=code == get_language(),
        )
        for code in LANGUAGES
    ]


def _room(request: HttpRequest) -> str:
    match = request.resolver_match
    return (match.url_name or "") if match else ""


def _links(entries: tuple[Entry, ...], here: str) -> list[MenuLink]:
    room = here.partition("_")[0]
    return [
        MenuLink(entry.label, href, current=here == entry.name or room in entry.rooms)
        for entry in entries
        if (href := address(entry.name))
    ]


def _in_language(request: HttpRequest, code: str) -> str:
    if request.resolver_match is None:
        with override(code):
            return address("front") or "/"
    return translate_url(request.get_full_path(), code)
