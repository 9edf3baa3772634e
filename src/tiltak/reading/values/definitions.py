"""Abbreviations defined in running text: "Sogn regionråd (SR)", "SVV = Statens vegvesen"."""

import re
from collections.abc import Sequence

_CAPITAL = "[A-ZÆØÅÄÖ]"
# "SR", "FoU"
_LETTERS = rf"{_CAPITAL}[a-zæøåäö]?{_CAPITAL}{{1,7}}"
_DEFINED_EQUAL = re.compile(
    rf"(?<![\w=])((?:{_CAPITAL}[\w-]{{1,20}}|{_CAPITAL}\w+ {_CAPITAL}{{2,6}}))\s*=\s*"
    # several in one cell: the next one's letters end the name, or the star of its footnote
    rf"([^,;=\n.()*]{{3,80}}?)(?=[,;\n.()*]|\s+{_CAPITAL}{{2,8}}\s*=|\s*$)"
)
_BRACKETED = re.compile(rf"\(({_LETTERS}|{_CAPITAL}\w{{1,12}}\s{_CAPITAL}{{2,6}})\)")
# what the letters are called by: "Sogn regionråd (heretter kalla SR)", "…, hereafter SR,"
_HEREAFTER = re.compile(
    r"[(,]\s?(?:heretter|herefter|hereafter|hereinafter|nedan|forkorta|forkortet|forkortes"
    r"|förkortat|förkortas|abbreviated|i (?:planen|dokumentet|det følgj?ande|det følgende))\s+"
    r"(?:(?:kalla|kalt|kaldt|kaldet|kallad|kallat|called|referred to as|omtal[at] som|nemnd"
    rf"|benevnt|til|to|as)\s+)?[«\"“]?({_LETTERS})[»\"”]?\)?(?!\w)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\b(?:forkort|förkort|abbreviation)", re.IGNORECASE)
_LOOK_BACK = 100
_LINE_BACK = 1_000
# "og", "ved", "for": a name's letters may leave them out
_LONGEST_JOINT = 3
# with a capital only since they begin a sentence: "Der Innovasjon Norge (IN) er nemnd, …"
_BEGINS_SENTENCE = re.compile(
    r"The|Where|When|If|In|At|With|From|Both|And|Der|Det|Dei|De|Den|Dette|Når|Hos|For|Då|Da|Om|I|På"
    r"|Til|Med|Frå|Fra|Både|Mellom|Ved|Av|Som|Og|Men|Også|När|Där|Från|Till|Och"
)
_FEWEST_INITIALS = 2


def find_abbreviations(text: str) -> dict[str, str]:
    """Abbreviations a document defines: "Sogn regionråd (SR)", "SVV = Statens vegvesen".

    What is said outright wins: "Sikra svingen ved Vik (SVV)" has the letters by chance.
    """
    found: dict[str, str] = {}
    text = _HEREAFTER.sub(r"(\1)", text)
    for match in _DEFINED_EQUAL.finditer(text) if "=" in text else ():
        short, long = " ".join(match[1].split()), " ".join(match[2].split())
        if _abbreviates(short, long):
            found.setdefault(short, long)
    for match in _BRACKETED.finditer(text):
        begin = match.start() - text[match.start() - 1 : match.start()].isspace()
        line = text[max(0, begin - _LINE_BACK) : begin].rsplit("\n", 1)[-1]
        before = re.split(r"[,;:.()=|]\s", text[max(0, begin - _LOOK_BACK) : begin])
        words = before[-1].split()[-7:]
        beside = len(before[-1].rsplit("\n", 1)[-1].split())
        listed = _LISTED.search(line) is not None and len(before) > 1
        # in a list of abbreviations every entry is a whole name
        name = " ".join(words) if listed else _long_form(words, match[1], beside)
        if name:
            found.setdefault(match[1], name)
    return found


def _abbreviates(short: str, long: str) -> bool:
    return any(letter.isupper() for letter in short[1:]) or (
        short[0].casefold() == long[0].casefold()
    )


def _long_form(words: list[str], short: str, beside: int) -> str | None:
    """The fewest words before the bracket that begin with its first letter and hold the others; with
    the name before them where they are its last words: "Fjordby friluftsråd (FFR)"."""
    if initialled := _initialled(words, short, beside):
        return initialled
    fewest: str | None = None
    for start in range(len(words) - 1, -1, -1):
        phrase = " ".join(words[start:])
        alike = phrase[0].casefold() == short[0].casefold() and _in_order(short, phrase)
        if not alike:
            continue
        if phrase[0].isupper() and (fewest is None or _has_initials(short, words[start:])):
            return phrase
        if fewest is None and _has_initials(short, words[start:]):
            fewest = phrase
    return fewest


def _initialled(words: Sequence[str], short: str, beside: int) -> str | None:
    """The name whose last words begin with the letters, each with a capital, and the place before
    them: "Glen Arrach Community Council (CC)". The one word "Council" has both letters too.

    Only the words `beside` the letters are of it: a heading above ("Forord") has a capital as well.
    """
    start = len(words) - len(short)
    last = words[max(start, 0) :]
    if start < 0 or len(short) < _FEWEST_INITIALS or "".join(w[0] for w in last) != short:
        return None
    while (
        start > len(words) - beside
        and start > 0
        and words[start - 1][0].isupper()
        and not _BEGINS_SENTENCE.fullmatch(words[start - 1])
    ):
        start -= 1
    return " ".join(words[start:])


def _has_initials(short: str, words: Sequence[str]) -> bool:
    """Whether a name without a capital has a letter for each of its longer words, so that words of
    any sentence are none: "sikra svingen ved Fånefoss (SVV)"."""
    letters = iter(short.casefold())
    firsts = (word[0].casefold() for word in words if len(word) > _LONGEST_JOINT)
    return all(first in letters for first in firsts)


def _in_order(short: str, phrase: str) -> bool:
    letters = iter(phrase.casefold())
    return len(phrase) > len(short) and all(letter in letters for letter in short.casefold())
