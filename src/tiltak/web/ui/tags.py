"""Template tags and filters: `{% load tiltak %}`.

Filters that say a number or a date use the language of the page.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.context import RequestContext
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tiltak import wording
from tiltak.planfile import marking
from tiltak.web.ui import addresses, navigation
from tiltak.web.ui.icons import ICONS, sprite
from tiltak.wording import Words, language_of, words

register = template.Library()


def page_words() -> Words:
    """The words of the language this page is shown in."""
    return words(language_of(get_language()))


@register.filter
def translated(said: str) -> str:
    """What the reader said of a document, in the language of the page."""
    return marking.translated(said, page_words().gettext)


@register.filter
def kroner(amount: int | None) -> str:
    """Whole kroner with no-break spaces; "" where there is no amount (which is not 0)."""
    return "" if amount is None else page_words().kroner(amount)


@register.filter
def number(value: int) -> str:
    """A whole number with the language's grouping."""
    return page_words().number(value)


@register.filter
def long_date(day: date | None) -> str:
    """`8. desember 2017`; a moment is told by its day in Norway."""
    return page_words().long_date(_day(day)) if day else ""


@register.filter
def short_date(day: date | None) -> str:
    """`08.12.2017`."""
    return page_words().short_date(_day(day)) if day else ""


@register.filter
def short_moment(at: datetime) -> str:
    """`08.12.2017 14:30`, on the clock in Norway."""
    return page_words().short_moment(timezone.localtime(at))


@register.filter
def years(of: Sequence[int]) -> str:
    """`2018–2019`."""
    return wording.spoken_years(of)


@register.simple_tag
def age(moment: date, now: datetime) -> str:
    """How long ago: `for 43 dagar sidan`."""
    return page_words().age(_day(moment), _day(now))


def _day(moment: date) -> date:
    return timezone.localdate(moment) if isinstance(moment, datetime) else moment


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of the sprite that the base template holds. Always beside a word."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>',
        ICONS[name].id,
    )


@register.simple_tag
def icon_sprite() -> SafeString:
    """The drawings of all icons, once a page."""
    return sprite()


@register.simple_tag
def address(name: str, *args: object) -> str:
    """The address of a page, or "" when there is none (`{% address "party" slug as href %}`)."""
    return addresses.address(name, *args)


@register.simple_tag(takes_context=True)
def menu(context: RequestContext) -> list[navigation.MenuLink]:
    """The main menu."""
    viewer = context.get("viewer")
    return navigation.menu(_request(context), may_edit=bool(viewer and viewer.may_edit))


@register.simple_tag(takes_context=True)
def foot(context: RequestContext) -> list[navigation.MenuLink]:
    """The links at the foot."""
    return navigation.foot(_request(context))


@register.simple_tag(takes_context=True)
def languages(context: RequestContext) -> list[navigation.LanguageLink]:
    """This page in every language."""
    return navigation.languages(_request(context))


def _request(context: Any) -> HttpRequest:
    request: HttpRequest = context["request"]
    return request


@register.simple_tag(takes_context=True)
def is_signed_in(context: RequestContext) -> bool:
    """Whether somebody is signed in, without touching the session of those who have none."""
    request = _request(context)
    return settings.SESSION_COOKIE_NAME in request.COOKIES and bool(
        getattr(context.get("viewer"), "user_id", None)
    )
