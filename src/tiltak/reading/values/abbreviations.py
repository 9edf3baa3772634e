"""Abbreviations a document tells in a list, a table or a sentence of its own.

Habits read: lines or two cells below a heading ("Forkortingar"); two or more lines in a row, or
entries in one line, that are nothing but "SHORT: name"; a footnote that is ("* SR: Sogn regionråd");
"SHORT (name)" where a line says that it lists abbreviations or the letters begin the words; a
sentence that says what letters stand for ("SR er Sogn regionråd", "i planen står SR for …").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from tiltak.reading.values.definitions import find_abbreviations

_LISTED = ("forkort", "förkort", "abbreviation")
_LONGEST_HEAD = 45
_SHORT = r"[A-ZÆØÅÄÖ](?:[\wæøåäö&-]{0,8}[A-ZÆØÅÄÖ])"
_ALONE = re.compile(rf"{_SHORT}")
_ENTRY = re.compile(rf"({_SHORT})(\s*[:=]\s+|\s+[-–—]\s+|\s+)([^\W\d][^\d:=;.?!]{{2,80}})")
_ENTRY_IN_LINE = re.compile(
    rf"({_SHORT})(?:\s*[:=]\s+|\s+[-–—]\s+)([^\W\d][^\d:=,;.?!()]{{2,80}}?)(?=\s*(?:[,;.]|$))"
)
_FOOTNOTE = re.compile(r"^\s*(?:[*†‡¹²³]+|\d\))\)?\s*")
_BRACKET = re.compile(rf"({_SHORT})\s\(([^\W\d][^()\d]{{2,80}})\)")
_STANDS_FOR = re.compile(
    rf"\b({_SHORT})\s(?:er|är|is|om|for|för|står\sfor|står\sför|stands\sfor|betyr|betyder|tyder|means)"
    rf"\s([^\W\d][^,;:.()=\n]{{2,80}}?)(?=[,;.(\n]|\s(?:og|och|and|samt)\s{_SHORT}\s|$)"
)
_FEWEST = 2


def abbreviations_of(texts: Iterable[str]) -> dict[str, str]:
    """Short form → name, from the texts of a document's blocks and cells in order."""
    lines = list(texts)
    whole = "\n".join(lines)
    found = find_abbreviations(whole)
    different = list(dict.fromkeys(lines))  # a table says the same in thousands of cells
    told = [_in_rows(lines, different), _in_sentences(different), _in_lines(different)]
    if _says_it_lists(whole):
        told = [_below_heads(lines), told[0], _in_lists(different), *told[1:]]
    for short, long in chain.from_iterable(told):
        found.setdefault(short, long)
    return found


def _says_it_lists(text: str) -> bool:
    folded = text.casefold()
    return any(word in folded for word in _LISTED)


def is_definition(text: str) -> bool:
    """Whether a text is nothing but what letters stand for: "SR = Sogn regionråd"."""
    entry = _ENTRY.fullmatch(text)
    return entry is not None and entry[2].strip() == "="


def _below_heads(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The entries right below each heading of a list: "SR: name", "SR name", or two cells."""
    for at, head in enumerate(lines):
        if len(head) > _LONGEST_HEAD or "=" in head or not _says_it_lists(head):
            continue
        below = at + 1
        while below < len(lines):
            entry = _ENTRY.fullmatch(lines[below])
            if entry is not None:
                yield entry[1], " ".join(entry[3].split())
                below += 1
            elif _ALONE.fullmatch(lines[below]) and _names(lines[below], lines[below + 1 :][:1]):
                yield lines[below], lines[below + 1]
                below += 2
            else:
                break


def _names(short: str, after: Sequence[str]) -> bool:
    """Whether the next text may be the name of a short form."""
    return any(
        3 < len(text) <= 80 and text[0].casefold() == short[0].casefold() and text != short
        for text in after
    )


def _in_rows(lines: Sequence[str], different: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Two or more lines below each other that are all "SR: name", each name with its letter."""
    entries = {line: entry for line in different if (entry := _entry(line)) is not None}
    if not entries:
        return
    run: list[tuple[str, str]] = []
    for line in (*lines, ""):
        if line in entries:
            run.append(entries[line])
            continue
        if len(run) >= _FEWEST:
            yield from run
        run = []


def _entry(line: str) -> tuple[str, str] | None:
    """Short form and name of a line that is nothing else."""
    match = _ENTRY.fullmatch(line)
    if match is None:
        return None
    # a dash, or a wide gap, stands between other things too
    is_sure = match[2].strip() in (":", "=") or len(match[2]) > 1 or match[2] == "\t"
    told = _same_letter if match[2].strip() in (":", "=") else _spelt
    return (match[1], match[3].strip()) if is_sure and told(match[1], match[3]) else None


def _in_lines(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Lines of nothing but entries: "SR – Sogn regionråd, VF – Vestland fylkeskommune", a footnote
    of one; and the name in brackets behind letters that begin its words."""
    for line in lines:
        entries = list(_ENTRY_IN_LINE.finditer(line))
        fewest = 1 if _FOOTNOTE.match(line) else _FEWEST
        alone = _says_nothing_else(line) if len(entries) >= fewest else False
        if alone and all(_spelt(entry[1], entry[2]) for entry in entries):
            yield from ((entry[1], " ".join(entry[2].split())) for entry in entries)
        for match in _BRACKET.finditer(line) if "(" in line else ():
            if " " in match[2] and _initials(match[2]) == match[1].casefold():
                yield match[1], match[2]


def _says_nothing_else(line: str) -> bool:
    bare = _ENTRY_IN_LINE.sub("", _FOOTNOTE.sub("", line))
    lead, colon, rest = bare.partition(":")
    left = rest if colon and _says_it_lists(lead) else bare
    return not re.search(r"\w", left)


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", name)).casefold()


def _in_lists(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """ "Forkortingar i teksten: FK (fylkeskommunen), …"."""
    for line in lines:
        if _says_it_lists(line):
            for match in _BRACKET.finditer(line):
                if _same_letter(match[1], match[2]):
                    yield match[1], match[2]


def _in_sentences(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What a sentence says that letters stand for; one it spells out vouches for the others."""
    for line in filter(_STANDS_FOR.search, lines):
        for sentence in re.split(r"(?<=\.)\s", line):
            told = [(m[1], m[2].strip()) for m in _STANDS_FOR.finditer(sentence)]
            if any(_spelt(short, long) for short, long in told):
                yield from ((s, n) for s, n in told if _spelt(s, n) or _named(s, n))


def _spelt(short: str, long: str) -> bool:
    """Whether the letters are found in the name in order, the first ones of its words or parts;
    a name without a capital is one only where each letter begins a word."""
    if _initials(long) == short.casefold():
        return True
    letters = iter(long.casefold())
    in_order = all(letter in letters for letter in short.casefold())
    return _named(short, long) and in_order


def _named(short: str, long: str) -> bool:
    return long[0].isupper() and _same_letter(short, long)


def _same_letter(short: str, long: str) -> bool:
    return short[0].casefold() == long.strip()[0].casefold()
