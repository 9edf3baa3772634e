"""Numbers and money, by the locale library's symbols.

A page may write some thousand amounts. Babel parses its pattern anew for each, so that what it
says (grouping, minus sign) is fetched once per language, and amounts are remembered.
"""

from functools import lru_cache

from babel.numbers import format_percent, get_currency_symbol, get_group_symbol
from babel.numbers import get_minus_sign_symbol as minus_sign_of

from tiltak.wording.language import Language, locale_of

NO_BREAK = "\u00a0"
KRONER = "NOK"


@lru_cache(maxsize=8)
def _signs(language: Language) -> tuple[str, str]:
    locale = locale_of(language)
    return get_group_symbol(locale), minus_sign_of(locale)


@lru_cache(maxsize=8192)
def number(value: int, language: Language) -> str:
    """A whole number: `1 140 000`, in English `1,140,000`."""
    group, minus = _signs(language)
    digits = f"{abs(value):,}".replace(",", group)
    return f"{minus}{digits}" if value < 0 else digits


@lru_cache(maxsize=8192)
def kroner(amount: int, language: Language, currency: str | None = None) -> str:
    """An amount in whole units of a currency, kroner unless another is named: `1 140 000 kr`.

    No-break spaces throughout. English puts the currency first: `NOK 1,140,000`.
    """
    if language == "en":
        return f"{currency or KRONER}{NO_BREAK}{number(amount, language)}"
    symbol = get_currency_symbol(currency or KRONER, locale_of(language))
    return f"{number(amount, language)}{NO_BREAK}{symbol}"


def percent(share: float, language: Language) -> str:
    """A share of one in whole percent: `15 %`."""
    return str(format_percent(share, locale=locale_of(language)))


def precise_percent(share: float, language: Language) -> str:
    """The same with one decimal where it says something: `99,5 %`."""
    told = format_percent(round(share, 3), locale=locale_of(language), decimal_quantization=False)
    return str(told)
