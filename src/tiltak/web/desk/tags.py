"""Template tags of the desk: `{% load desk %}`."""

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tiltak.planfile.difference.wording import Segment
from tiltak.web.ui.icons import ICONS
from tiltak.web.ui.tags import icon, page_words

register = template.Library()
MARKS = {"insert": "<ins>{}</ins>", "delete": "<del>{}</del>", "equal": "{}"}


@register.simple_tag
def segments(found: Iterable[Segment]) -> SafeString:
    """Two wordings as one text: what was struck and what was added are elements of their own."""
    return format_html_join("", "{}", ((format_html(MARKS[one.kind], one.text),) for one in found))


@register.simple_tag
def plan_state(state: str) -> str:
    """`utkast`, `framlegg`, `høyringsframlegg`, `vedteken`."""
    return page_words().plan_state(state)


@register.simple_tag
def undo_address(mark: str) -> str:
    """Where the undoing is sent of what a message tells: its mark is `undo-17`."""
    word, _, number = mark.partition("-")
    return reverse("undo", args=[number]) if word == "undo" and number.isdecimal() else ""


@register.simple_tag
def status_icon(value: str) -> SafeString:
    """The icon of a standing; nothing for "will not say"."""
    return icon(value) if value in ICONS else SafeString("")
