"""Words that corrections of a document taught, as boxes to be ticked, and what was ticked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiltak.domain.plans.operations.words import Word
from tiltak.profile import Proposal
from tiltak.web.desk.words import LEVEL, role_name, usual_name

FIELD = "word"


@dataclass(frozen=True, slots=True)
class Box:
    """One box with its sentence. Without a `value` it cannot be ticked; `note` says why, or what
    should be thought of first."""

    value: str
    sentence: str
    why: str
    note: str
    is_ticked: bool


def boxes(found: Sequence[Proposal], ticked: Collection[str]) -> list[Box]:
    """All proposals as they stand on the page. Nothing is ticked before a person does."""
    return [
        Box(
            value="" if one.taken else _value(one.word),
            sentence=_sentence(one),
            why=_why(one),
            note=_note(one),
            is_ticked=not one.taken and _value(one.word) in ticked,
        )
        for one in found
    ]


def ticked_in(form: QueryDict) -> frozenset[str]:
    """The values of the boxes that were ticked."""
    return frozenset(form.getlist(FIELD))


def words_of(found: Sequence[Proposal], ticked: Collection[str]) -> list[Word]:
    """The words that were both proposed and ticked: nothing else is learnt by this form."""
    return [one.word for one in found if _value(one.word) in ticked]


def learnt(words: Sequence[Word]) -> str:
    """What is said when they are learnt."""
    named = ", ".join(f"«{one.word}»" for one in words)
    return _("Neste dokument blir lese med %(words)s.") % {"words": named}


def _value(word: Word) -> str:
    return f"{word.use}:{word.role}:{word.word}"


def _sentence(one: Proposal) -> str:
    use, role = one.word.use, one.taken or one.word.role
    said = {"word": one.word.word, "role": role_name(use, role)}
    if one.taken:
        return _("«%(word)s» betyr «%(role)s» hjå dykk no") % said
    if use == LEVEL:
        return _("Les ordet «%(word)s» som nivået «%(role)s»") % said
    return _("Les kolonnen «%(word)s» som «%(role)s»") % said


def _why(one: Proposal) -> str:
    told = {"count": one.times, "role": role_name(one.word.use, one.word.role)}
    if one.word.use == LEVEL:
        return (
            ngettext(
                "De retta %(count)s tekst med dette ordet til «%(role)s».",
                "De retta %(count)s tekstar med dette ordet til «%(role)s».",
                one.times,
            )
            % told
        )
    return (
        ngettext(
            "De skreiv inn som «%(role)s» det som står i %(count)s celle i kolonnen.",
            "De skreiv inn som «%(role)s» det som står i %(count)s celler i kolonnen.",
            one.times,
        )
        % told
    )


def _note(one: Proposal) -> str:
    if one.taken:
        return _("Gløym ordet under «Ord» før de gjev det ei anna meining.")
    if one.usual:
        return _(
            "Til vanleg betyr ordet «%(role)s». Kryss berre av om det er noko anna hjå dykk."
        ) % {"role": usual_name(one.word.use, one.usual)}
    return ""
