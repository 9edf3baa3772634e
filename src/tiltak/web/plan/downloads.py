"""The files a plan can be taken along as."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tiltak.web.ui.addresses import address

FORMATS: tuple[tuple[str, str | Promise], ...] = (
    ("pdf", "PDF"),
    ("docx", "Word"),
    ("xlsx", "Excel"),
    ("csv", "CSV"),
    ("json", _("Opne data")),
    ("ics", _("Kalenderfil")),
)


@dataclass(frozen=True, slots=True)
class Download:
    extension: str
    label: str | Promise
    href: str


def downloads(ref: str, *extensions: str) -> Sequence[Download]:
    """The files there are, or of them only those asked for."""
    return [
        Download(extension, label, href)
        for extension, label in FORMATS
        if (not extensions or extension in extensions)
        and (href := address("plan_download", ref, extension))
    ]
