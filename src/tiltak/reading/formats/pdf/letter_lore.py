"""What letters themselves tell of a word that may be broken: how wide they are, and which of them
begin or end no word in our languages."""

import re

# Widths of small letters beside an "n", about the same in all proportional fonts.
_WIDTHS = {
    **dict.fromkeys("ijl.,:;'|!", 0.46),
    **dict.fromkeys("ftr()-/", 0.64),
    **dict.fromkeys("csz", 0.88),
    **dict.fromkeys("mwæMW%", 1.5),
}
_CAPITAL = 1.15
# Consonants a word may begin with, two or more together ("ng" and "rd" are none of them).
_ONSETS = (
    "bj|bl|br|ch|chr|cl|cr|dj|dr|dv|dw|fj|fl|fn|fr|gj|gl|gn|gr|hj|hv|kj|kl|kn|kr|kv|lj|mj|nj|ph|phr"
    "|pj|pl|pr|ps|qu|sc|sch|scr|sh|shr|sj|sk|skj|skr|skv|sl|sm|sn|sp|spj|spl|spr|sq|st|stj|str|sv"
    "|sw|th|thr|tj|tr|ts|tv|tw|vr|wh|wr"
)
_NO_BEGINNING = re.compile(rf"(?!(?:{_ONSETS})[aeiouyæøåäöé])[bcdfghjklmnpqrstvwxz]{{2}}")
# Consonants no word ends with: "varabrannsj", "kommunedl".
_NO_ENDING = re.compile(r"(?:[bcdfghkmnpstv]j|[bcdgkpt]l|[bdgkpt]v|[bcdfgkmnpstv]r)$")
# What holds the parts of a compound together, and ends hardly any word: "oppfølgings", "informasjons".
_JOINT = re.compile(r"[^\W\d_]{3}(?:ings|sjons|tions|skaps|heits|hets)$")


def width_of_next(text: str, width: float, following: str) -> float:
    """How wide the letter after a text would be, in the font of a text that is `width` wide."""
    return width / sum(map(_relative, text)) * _relative(following[:1] or "n")


def width_of(text: str) -> float:
    """How wide a text is, in letters as wide as an "n"."""
    return sum(0.5 if sign == " " else _relative(sign) for sign in text)


def _relative(letter: str) -> float:
    return _WIDTHS.get(letter, _CAPITAL if letter.isupper() else 1.0)


def cannot_part(head: str, tail: str) -> bool:
    """Whether two pieces (small letters) are no words by themselves."""
    return bool(_NO_ENDING.search(head) or _NO_BEGINNING.match(tail))


def has_joint(head: str) -> bool:
    """Whether a text ends as the first part of a compound does."""
    return _JOINT.search(head) is not None
