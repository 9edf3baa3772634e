"""What was done, and why something cannot be done, as sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiltak.domain.plans.queries.reviewing import ReviewView, StepView
from tiltak.planfile import editing
from tiltak.planfile.editing import DOCUMENT, Edit, ImpossibleEdit, Obstacle
from tiltak.web.desk.plan_words import level_word


def step_sentence(review: ReviewView, step: StepView) -> str:
    """A step in the past: «Bygg kai» er flytta til «Hamner»."""
    edit = step.edits[0]
    if isinstance(edit, editing.Accept) and len(edit.targets) > 1:
        count = len(edit.targets)
        return ngettext(
            "%(count)s element er godkjent", "%(count)s element er godkjende", count
        ) % {"count": count}
    if isinstance(edit, editing.Accept | editing.Correct) and step.about == "":
        return _on_document(edit)
    return _sentence(edit) % _names(review, step)


def _on_document(edit: editing.Accept | editing.Correct) -> str:
    if isinstance(edit, editing.Correct) and edit.target == DOCUMENT:
        return _("Opplysningane om dokumentet er retta")
    return _("Det dokumentet åtvarar om, er sett over")


def _sentence(edit: Edit) -> str:
    if isinstance(edit, editing.Move):
        return _moved(edit)
    if isinstance(edit, editing.Correct):
        return _("«%(text)s» er retta")
    sentences: dict[type[Edit], str] = {
        editing.Accept: _("«%(text)s» er godkjent"),
        editing.Join: _("«%(text)s» er slege saman med ein annan tekst"),
        editing.Split: _("«%(text)s» er delt"),
        editing.Exclude: _("«%(text)s» er teke ut av planen"),
        editing.Assign: _("«%(text)s» har fått plass i planen"),
        editing.Append: _("«%(text)s» er lagt til ein annan tekst"),
        editing.Link: _("«%(text)s» er kopla til eit tiltak"),
        editing.Unlink: _("Koplinga til «%(text)s» er teken bort"),
    }
    return sentences[type(edit)]


def _moved(edit: editing.Move) -> str:
    if edit.parent is None:
        return _("«%(text)s» er flytta og er no: %(kind)s")
    return _("«%(text)s» er flytta til «%(to)s» og er no: %(kind)s")


def _names(review: ReviewView, step: StepView) -> dict[str, str]:
    """What the sentence of a step names."""
    edit, named = step.edits[0], {"text": step.about}
    if isinstance(edit, editing.Move):
        parent = review.elements.get(edit.parent or "")
        named |= {"to": parent.text if parent else "…", "kind": level_word(edit.kind).lower()}
    return named


def obstacle_sentence(error: ImpossibleEdit) -> str:
    """Why it cannot be done, and what to do."""
    return {
        Obstacle.NO_EDIT: _("Det går ikkje å gjera dette. Prøv på nytt."),
        Obstacle.NO_SUCH_TARGET: _("Det du ville endra, finst ikkje lenger. Sjå over på nytt."),
        Obstacle.NO_SUCH_FIELD: _("Dette feltet finst ikkje her."),
        Obstacle.IMPOSSIBLE_VALUE: _("Noko av det du skreiv, kan ikkje lagrast. Sjå over felta."),
        Obstacle.WRONG_PARENT: _("Det kan ikkje stå der. Vel ein annan plass."),
        Obstacle.NO_SUCH_SIBLING: _("Plassen finst ikkje lenger. Vel ein annan plass."),
        Obstacle.INTO_ITSELF: _("Noko kan ikkje stå under seg sjølv. Vel ein annan plass."),
        Obstacle.TOO_DEEP: _("Så djupt kan ikkje planen gå. Vel ein plass lenger oppe."),
        Obstacle.HAS_FACTS: _(
            "Tiltaket har tid, pengar, partar eller tilstand, og det kan berre tiltak ha. Ta bort det først."
        ),
        Obstacle.FACTS_DIFFER: _(
            "Tiltaka seier ulikt om når, kven eller korleis det går. Rett det eine først."
        ),
        Obstacle.MONEY_ON_ROW: _("Pengane til tiltaket står i tabellrada. Rett dei der."),
        Obstacle.OWN_MONEY: _(
            "Tiltaket har eigne pengar, og dei ville ikkje telja ved sida av rada. Ta dei bort først."
        ),
        Obstacle.NO_PLACE_FOR_CONTENT: _(
            "Det som står under, ville ikkje hatt nokon plass. Flytt det først."
        ),
        Obstacle.NOT_A_MEASURE: _("Berre tiltak kan koplast til rader i tabellen."),
        Obstacle.NOT_FOR_ROWS: _("Det kan ikkje gjerast med ei rad i tabellen."),
        Obstacle.NOT_LINKED: _("Rada og tiltaket er ikkje kopla saman."),
        Obstacle.NOTHING_TO_SPLIT: _("Det må stå tekst på begge sider av staden du deler."),
        Obstacle.NOT_UNPLACED: _("Teksten har alt fått ein plass. Sjå over på nytt."),
    }[error.code]
