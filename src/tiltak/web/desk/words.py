"""The council's own words on the page: what they mean, and why one cannot be learnt."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from tiltak.domain.plans.models import CouncilWord
from tiltak.domain.plans.operations.words import (
    COLUMN_ROLES,
    LEVEL_ROLES,
    LONGEST_WORD,
    MOST_WORDS,
    ImpossibleWord,
    Word,
    WordProblem,
    plain_word,
)
from tiltak.domain.plans.queries.words import own_words
from tiltak.domain.viewer import Viewer
from tiltak.reading import Vocabulary
from tiltak.web.desk.forms import DeskForm
from tiltak.web.ui.tags import page_words

# on a page about something else
TOLD = 6
LEVEL, COLUMN = CouncilWord.Use.LEVEL.value, CouncilWord.Use.COLUMN.value


@dataclass(frozen=True, slots=True)
class Line:
    """One level or column: its name, the council's words and those all councils have."""

    name: str
    own: list[CouncilWord]
    usual: str


def role_name(use: str, role: str) -> str:
    """A level or a column in words."""
    if use == LEVEL or role in LEVEL_ROLES:
        return page_words().level(role)
    return {
        "number": said("Nummer"),
        "time": said("Tid"),
        "start": said("Oppstart"),
        "end": said("Ferdig"),
        "budget": said("Budsjett"),
        "responsible": said("Ansvarleg"),
        "partners": said("Partnarar"),
        "funder": said("Finansiering"),
        "state": said("Status"),
        "note": said("Merknad"),
    }[role]


def levels(viewer: Viewer) -> list[Line]:
    """The levels with their words."""
    return list(_lines(viewer, LEVEL, LEVEL_ROLES, Vocabulary.default().levels))


def columns(viewer: Viewer) -> list[Line]:
    """The columns of tables with their words."""
    return list(_lines(viewer, COLUMN, COLUMN_ROLES, Vocabulary.default().columns))


def told_of(viewer: Viewer) -> str:
    """The council's words with what they mean, the newest first, at most TOLD of them; "" for none."""
    words = list(own_words(viewer).order_by("-created_at", "-pk"))
    told = [f"«{one.word}» ({role_name(one.use, one.role)})" for one in words[:TOLD]]
    more = len(words) - TOLD
    if more > 0:
        told.append(ngettext("%(more)s ord til", "%(more)s ord til", more) % {"more": more})
    return ", ".join(told)


def _lines(viewer: Viewer, use: str, roles: tuple[str, ...], usual: Any) -> Iterator[Line]:
    own = [word for word in own_words(viewer) if word.use == use]
    for role in roles:
        mine = [word for word in own if word.role == role]
        yield Line(role_name(use, role), mine, ", ".join(usual[role]))


class WordForm(DeskForm):
    """A word and what it means. A word with another usual meaning is asked about once more."""

    use_required_attribute = False

    word = forms.CharField(
        label=_("Ordet slik det står i dokumentet"),
        required=False,
        strip=False,
        help_text=_("Til dømes «Hovudgrep», eller «Utførande eining» over ein kolonne."),
    )
    meaning = forms.ChoiceField(label=_("Kva betyr det?"), required=False)
    sure = forms.BooleanField(label=_("Ja, hjå oss betyr ordet dette"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["word"].widget.attrs["maxlength"] = LONGEST_WORD
        self.offer("meaning", meanings())
        # asked for only where it is needed
        self.asks = False

    @property
    def told(self) -> Word:
        """The word that was typed, with what it is said to mean."""
        use, _colon, role = self.cleaned_data["meaning"].partition(":")
        return Word(use, role, self.cleaned_data["word"])

    def clean(self) -> dict[str, Any]:
        """Ask about a word that means something to everybody."""
        if not self.errors and (sentence := self._usual_meaning(self.told)):
            self.add_error("word", sentence)
        return self.cleaned_data

    def _usual_meaning(self, told: Word) -> str:
        word, vocabulary = plain_word(told.word), Vocabulary.default()
        if word in vocabulary.unfinished:
            return said(
                "«%(word)s» står så ofte i vanleg tekst at programmet ville ta feil. Vel eit anna ord."
            ) % {"word": word}
        read = vocabulary.level_of if told.use == LEVEL else vocabulary.column_role
        usual = read(word)
        if usual == told.role:
            return said("«%(word)s» kjenner programmet frå før. De treng ikkje leggja det til.") % {
                "word": word
            }
        if usual is None or self.cleaned_data["sure"]:
            return ""
        self.asks = True
        return said(
            "«%(word)s» betyr til vanleg «%(role)s». Kryss av om det er noko anna hjå dykk."
        ) % {"word": word, "role": usual_name(told.use, usual)}

    def refuse(self, error: ImpossibleWord) -> None:
        """Say why a word cannot be learnt."""
        field = "meaning" if error.problem == WordProblem.NO_ROLE else "word"
        self.add_error(field, refusal(error, self.told.use))


def usual_name(use: str, role: str) -> str:
    """The name of any role of the vocabulary, also of one a council gives no words."""
    roles = LEVEL_ROLES if use == LEVEL else COLUMN_ROLES
    return role_name(use, role) if role in roles else said("noko anna")


def refusal(error: ImpossibleWord, use: str) -> str:
    """What is wrong with a word, and what to do."""
    known = {
        "word": error.word,
        "role": role_name(use, error.taken_by) if error.taken_by else "",
        "most": MOST_WORDS if error.problem == WordProblem.TOO_MANY else LONGEST_WORD,
    }
    return {
        WordProblem.EMPTY: said("Skriv eit ord."),
        WordProblem.NUMBER: said("Eit tal kan ikkje vera namnet på eit nivå eller ein kolonne."),
        WordProblem.TOO_SHORT: said("Ordet må ha minst to teikn."),
        WordProblem.TOO_LONG: said("Ordet kan ha høgst %(most)s teikn."),
        WordProblem.NO_ROLE: said("Vel kva ordet betyr."),
        WordProblem.TAKEN: said(
            "«%(word)s» betyr alt «%(role)s» hjå dykk. Gløym det der før de gjev det ei anna meining."
        ),
        WordProblem.TOO_MANY: said("De har alt %(most)s ord. Gløym nokre av dei først."),
    }[error.problem] % known


def meanings() -> list[Any]:
    """What a word can mean: levels, then columns."""
    return [
        ("", said("Vel")),
        (said("Eit nivå"), [(f"{LEVEL}:{role}", role_name(LEVEL, role)) for role in LEVEL_ROLES]),
        (
            said("Ein kolonne i ein tabell"),
            [(f"{COLUMN}:{role}", role_name(COLUMN, role)) for role in COLUMN_ROLES],
        ),
    ]
