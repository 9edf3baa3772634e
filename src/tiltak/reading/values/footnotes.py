"""The mark of a footnote behind a name or an amount: "Driftsleiar ¹", "Rektor *", "400 000 1)"."""

import re

_SIGN = r"(?:[¹²³⁰⁴-⁹]{1,2}[⁾)]?|[*†‡]{1,3}\)?|\[\d{1,2}\])"
# a figure of usual height is a mark only with its bracket, apart from figures before it
_FIGURE = r"(?:(?<=\s)|(?<=[^\W\d]))\d{1,2}\)"
_MARK = re.compile(rf"(?<=\S)\s*(?:{_SIGN}|{_FIGURE})$")


def without_footnote(text: str) -> str:
    """The text without the mark at its end; a bracket that is opened in it is no mark."""
    bare = _MARK.sub("", text)
    return text if bare.count("(") > bare.count(")") else bare
