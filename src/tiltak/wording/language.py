"""The three languages and what the locale library says of them."""

from functools import lru_cache
from typing import Literal, get_args

from babel import Locale

Language = Literal["nn", "nb", "en"]

LANGUAGES: tuple[Language, ...] = get_args(Language)
LOCALES: dict[Language, str] = {"nn": "nn_NO", "nb": "nb_NO", "en": "en_GB"}


def language_of(code: str | None) -> Language:
    """The language of a code such as `nn`, `nn-NO` or `en-gb`; Nynorsk for all others."""
    short = (code or "").lower().replace("_", "-").split("-")[0]
    return next((language for language in LANGUAGES if language == short), "nn")


@lru_cache(maxsize=len(LANGUAGES))
def locale_of(language: Language) -> Locale:
    """Babel's locale, with Norway's or Britain's way of writing."""
    return Locale.parse(LOCALES[language])
