"""How far the reading of an upload is, in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiltak.domain.plans.queries.uploads import UploadView
from tiltak.reading import Phase

# after so long, somebody should look whether there is a worker
PATIENCE = timedelta(seconds=20)
# how long an upload has been under way, and how long to wait before it is asked again
_PAUSES = ((timedelta(seconds=8), 400), (timedelta(seconds=60), 1000))
_LONGEST_PAUSE = 3000


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of several: its name, what is done with it in a word, and whether it is now."""

    name: str
    word: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` for the bar, 0 of 0 where nobody knows; `pause` in milliseconds."""

    sentence: str
    detail: str
    done: int
    total: int
    files: tuple[FileLine, ...]
    pause: int


def progress_of(upload: UploadView, now: datetime) -> Progress:
    """What a page says of an upload under way."""
    age = now - upload.created_at
    sentence, detail = _waiting(upload, age) if upload.state == "waiting" else _reading(upload)
    return Progress(
        sentence=sentence,
        detail=detail,
        done=upload.done,
        total=upload.total,
        files=_lines(upload) if len(upload.files) > 1 else (),
        pause=next((pause for least, pause in _PAUSES if age < least), _LONGEST_PAUSE),
    )


def _waiting(upload: UploadView, age: timedelta) -> tuple[str, str]:
    if upload.ahead:
        before = ngettext(
            "%(count)s opplasting står føre i køen.",
            "%(count)s opplastingar står føre i køen.",
            upload.ahead,
        )
        return _("Ventar på tur"), before % {"count": upload.ahead}
    if age < PATIENCE:
        return _("Ventar på tur"), ""
    return _("Ventar på tur"), _(
        "Ingen har byrja på dette enno. Den som driv nettstaden, finn ut kvifor med «tiltak doctor»."
    )


def _reading(upload: UploadView) -> tuple[str, str]:
    said = {"file": upload.file, "page": min(upload.done + 1, upload.total), "all": upload.total}
    if upload.phase == Phase.STRUCTURE:
        return _("Finn mål, strategiar og tiltak"), ""
    if upload.total and upload.phase == Phase.SCANNED:
        detail = _("Sidene er bilete av tekst. Kvar side tek nokre sekund.")
        return _("Les side %(page)s av %(all)s i %(file)s") % said, detail
    if upload.total:
        return _("Les side %(page)s av %(all)s i %(file)s") % said, ""
    if upload.file:
        return _("Les %(file)s") % said, ""
    return _("Gjer klart til å lesa"), ""


def _lines(upload: UploadView) -> tuple[FileLine, ...]:
    """Every file is behind when the structure is looked for over all of them."""
    at = len(upload.files) if upload.phase == Phase.STRUCTURE else _position(upload)
    words = (_("lesen"), _("blir lesen no"), _("ventar"))
    return tuple(
        FileLine(name, words[(index >= at) + (index > at)], index == at)
        for index, name in enumerate(upload.files)
    )


def _position(upload: UploadView) -> int:
    return upload.files.index(upload.file) if upload.file in upload.files else -1
