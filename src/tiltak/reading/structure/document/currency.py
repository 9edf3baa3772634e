"""The currency of a plan: the one it writes, else that of its language.

Habit read: a plan writes its own currency, or no more than figures, and another one beside it where
a grant is paid in that: "Interreg: € 20 000" in a Norwegian plan.
"""

import re

_KRONER = {"sv": "SEK", "da": "DKK"}
_SIGNS = {"£": "GBP", "€": "EUR"}
_SAYS_KRONER = re.compile(r"\b(?:[tkm]|mn)?(?:kr|nok|sek|dkk)\b|\bkron(?:er|or)\b", re.IGNORECASE)
_CODE = re.compile(r"\b[TKM]?(SEK|DKK)\b")


def currency_of(text: str, language: str | None) -> str | None:
    """The currency the document writes, else that of its language. None: an English text without.

    A Nordic text that says kroner anywhere counts in them; an English one in what it writes most.
    """
    is_english = language == "en"
    written = {sign: text.count(sign) for sign in _SIGNS if sign in text}
    kroner = _times_kroner(text) if written or is_english else 0
    if written and (not kroner or is_english):
        sign = max(written, key=lambda one: written[one])
        if written[sign] > kroner:
            return _SIGNS[sign]
    if not is_english:
        return _KRONER.get(language or "", "NOK")
    if not kroner:
        return None
    code = _CODE.search(text)
    return code[1] if code and "NOK" not in text else "NOK"


def _times_kroner(text: str) -> int:
    return sum(1 for _ in _SAYS_KRONER.finditer(text))
