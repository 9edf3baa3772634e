"""Responsible parties as plans write them: "SR/Næringsnettverket", "Rektorane og FAU"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from tiltak.planfile.model import Parties
from tiltak.reading.values.footnotes import without_footnote
from tiltak.reading.values.party_words import (
    names_nobody,
    with_plain_joints,
    without_list_numbers,
    without_remarks,
)
from tiltak.reading.vocabulary import Vocabulary, alternatives

_PERSON = re.compile(r"(?:\s+|\s*\()v(?:/|\.\s)\s*.*$", re.IGNORECASE)
# "v/ Kari Nes", with nobody before it
_ONLY_PERSON = re.compile(r"v/\s*([^,;/]+)", re.IGNORECASE)
_BY = re.compile(r"^(.*?)\s+ved\s+(.*)$", re.IGNORECASE)
_WITH_ABBREVIATION = re.compile(r"\s*\(([A-ZÆØÅ][\w&-]{0,11})\)$")
# "Adult Services and the NHS Board"
_THE = re.compile(r"^the\s+(?=[A-Z])")
# "an" of Swedish, "elevhälsan", not of "arealplan" and "organ"
_DEFINITE = re.compile(
    r"[\w-]{3,}(?:a|ane|ene|en|et|ern|eln|orn|arna|erna|orna|erne|(?<!pl)(?<!org)an)$"
)
# the slash of "Vestre Vand A/S", "I/S", "K/S" stands in one name
_OF_A_COMPANY = r"(?<=\s(?-i:[AIKP]))/(?-i:S)(?!\w)"
# "rektorane", "lederne": the holders of a title
_SEVERAL = re.compile(r"(?<=[^\W\d_]{3})(?:ane|ene|ne|arna|erna|na)$")
_WORDS_OF_NAME = 2
# English has no definite form: "Children" looks like one
_NORDIC_AND = ("og", "och")
_ABBREVIATED = re.compile(r"^[A-ZÆØÅ][\w&-]*[A-ZÆØÅ][\w&-]*$")


@cache
def _joints(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:[;\n•|]|(?<!-),(?!\d)|\s\+\s|\sm/"
        rf"|(?<!\bv)(?<!-)(?<!og)(?<!och)(?<!and)(?!{_OF_A_COMPANY})/"
        rf"|\s(?:{alternatives(words)})\s)\s*",
        re.IGNORECASE,
    )


def split_parties(
    raw: str,
    *,
    vocabulary: Vocabulary,
    abbreviations: Mapping[str, str] | None = None,
    known: Iterable[str] = (),
) -> Parties:
    """The parties of a cell, abbreviations unfolded.

    Splits at slash, comma, semicolon and "i samarbeid med"; at a line break where somebody stands
    above it; at "og" only where both sides are somebody ("Bygg og anlegg" is one department). `known` are parties the document
    names elsewhere by themselves.
    """
    if not (text := raw.strip()) or text in "-–—":
        return Parties()
    if names_nobody(text, vocabulary):
        return Parties(raw=text)
    short = abbreviations or {}
    names: list[str] = []
    somebody = frozenset(name.casefold() for name in known)
    text = _without_wraps(without_list_numbers(text), vocabulary, short, somebody)
    plain = _hide_person(with_plain_joints(text, vocabulary))
    parts = _joints(vocabulary.list_of("party", "joints")).split(plain)
    for part in _last_of_list_apart(parts, vocabulary):
        for name in _split_and(part, vocabulary, short, somebody):
            whole = _without_others(name.replace("\x00", "/"), vocabulary)
            whole = without_remarks(_without_person(whole, vocabulary), vocabulary)
            clean = _clean(whole, short)
            if clean and clean not in names:
                names.append(clean)
    if not names and (person := _ONLY_PERSON.fullmatch(text)):
        names = [" ".join(person[1].split())]
    return Parties(raw=" ".join(raw.split()), parties=tuple(names))


def _last_of_list_apart(parts: list[str], vocabulary: Vocabulary) -> list[str]:
    """ "Luster, Sogndal og Lærdal": in a list of names with capitals the last "og" parts two; but
    "Skule, Barn og Unge" ends in one department."""
    *above, last = parts
    joints = alternatives(vocabulary.list_of("party", "and"))
    cut = re.match(rf"^([^\W\d_][\w -]*?)\s(?:{joints})\s([^\W\d_][\w -]*)$", last)
    if not above or cut is None or last.casefold() in vocabulary.list_of("party", "pairs"):
        return parts
    if not all(_is_name(one) for one in (*above, cut[1], cut[2])) or " and " in last:
        return parts
    return [*above, cut[1], cut[2]]


def _is_name(text: str) -> bool:
    """A word with a capital, or several with one each."""
    words = text.split()
    return bool(words) and all(word[0].isupper() and word[-1].isalpha() for word in words)


def _without_wraps(
    text: str, vocabulary: Vocabulary, short: Mapping[str, str], known: frozenset[str]
) -> str:
    """The lines that each name somebody; "Visit" above "Sognefjord" is one name on two lines."""
    joined, *below = (" ".join(line.split()) for line in text.splitlines())
    for line in below:
        above = joined.rsplit("\n", 1)[-1]
        joints = _joints(vocabulary.list_of("party", "joints"))
        goes_on = line.split(" ", 1)[0] in vocabulary.list_of("party", "and") or line[:1] == "("
        if goes_on or _is_cut_joint(above, line, joints):
            joined += f" {line}"
            continue
        last = joints.split(above)[-1]
        is_whole = above.rsplit(" ", 1)[-1] not in vocabulary.list_of("unfinished", "words")
        joined += "\n" if is_whole and is_somebody(last, vocabulary, short, known) else " "
        joined += line
    return joined


def _is_cut_joint(above: str, line: str, joints: re.Pattern[str]) -> bool:
    """Whether a joint begins on one line and ends on the next: "i samråd" above "med kommunane"."""
    whole = f"{above} {line}"
    return any(
        found.start() < len(above) and found.end() > len(above) + 1
        for found in joints.finditer(whole)
    )


def _hide_person(text: str) -> str:
    """ "v/" is no split: the slash is kept away from the splitter."""
    return re.sub(r"\bv/", "v\x00", text, flags=re.IGNORECASE)


def _without_person(name: str, vocabulary: Vocabulary) -> str:
    """ "Næringsavdelinga ved Kari Lie" is the department; "Rektor ved ungdomsskulen" one person, and
    so is "Rektor ved Nes ungdomsskule": no name of a person ends in a small letter."""
    match = _BY.match(name)
    if match is None:
        return name
    is_title = _SEVERAL.sub("", match[1].casefold()).endswith(vocabulary.list_of("party", "titles"))
    is_title = is_title or match[1].casefold().endswith(vocabulary.list_of("party", "titles"))
    is_place = match[2][0].islower() or match[2].split()[-1][0].islower()
    return name if is_title and is_place else match[1]


def _without_others(name: str, vocabulary: Vocabulary) -> str:
    """ "SR m.fl." is SR; so is "SR (ansvarleg)"."""
    others = alternatives(vocabulary.list_of("party", "others"))
    roles = alternatives((*vocabulary.columns["responsible"], *vocabulary.columns["partners"]))
    bare = re.sub(rf"(?:^|[\s,])(?:{others})\s*$", "", name.strip(), flags=re.IGNORECASE)
    return re.sub(rf"(?<=\w)\s*\((?:{roles})\)$", "", bare, flags=re.IGNORECASE)


def _clean(name: str, short: Mapping[str, str]) -> str:
    name = _PERSON.sub("", f" {' '.join(name.split())}").strip(" .,:;/-–")
    if (match := _WITH_ABBREVIATION.search(name)) and match[1] in short:
        return short[match[1]]
    return short.get(name, name)


def _split_and(
    part: str, vocabulary: Vocabulary, short: Mapping[str, str], known: frozenset[str]
) -> list[str]:
    words = "|".join(vocabulary.list_of("party", "and"))
    sides = [without_footnote(side) for side in re.split(rf"\s+(?:{words}|&)\s+", part.strip())]
    if len(sides) == 1:
        return sides
    if part.strip() in short:
        return [part]
    names = [sides[0]]
    joints = re.findall(rf"\s+(?:{words}|&)\s+", part.strip())
    for joint, side in zip(joints, sides[1:], strict=True):
        before = names[-1]
        # of two names with capitals one is enough to know: "Miljøavdelinga og Landbo"
        told = side[:1].isupper() and bool(known & {before.casefold(), side.casefold()})
        # an abbreviation the document explains is a whole name
        told = told or bool(_THE.match(side)) or before in short or side in short
        sides_known = [is_somebody(one, vocabulary, short, known) for one in (before, side)]
        if joint.strip() in _NORDIC_AND:
            named = _one_known_one_named(before, side, sides_known)
            named = named and not _is_field(before, vocabulary)
        else:
            named = _is_capitalised(before) and side[:1].islower()
            named = named or (_is_service(before, vocabulary) and _is_service(side, vocabulary))
        named = named or _is_body(before, vocabulary)
        if before.endswith("-") or not (told or named or all(sides_known)):
            names[-1] = f"{before}{joint}{side}"
        else:
            names.append(side)
    return names


def _is_body(name: str, vocabulary: Vocabulary) -> bool:
    """ "Environment Agency": its last word ends a name, so that "and" goes on with another."""
    words = name.split()
    return len(words) > 1 and words[-1].casefold() in vocabulary.list_of("party", "bodies")


def _is_service(name: str, vocabulary: Vocabulary) -> bool:
    """ "Housing Services", "Human Resources": several words, the last of which is no field of work.
    Two of them beside "and" are two."""
    words = name.split()
    return len(words) > 1 and words[-1].casefold() in vocabulary.list_of("party", "services")


def _is_field(name: str, vocabulary: Vocabulary) -> bool:
    """ "HR" of "HR og utvikling": letters for a field of work, and no body of that name."""
    return name.casefold() in vocabulary.list_of("party", "fields")


def _is_capitalised(name: str) -> bool:
    """ "Road Safety" of "Road Safety and schools": in a name of one service the last word would have
    a capital too."""
    words = name.split()
    return len(words) >= _WORDS_OF_NAME and all(word[0].isupper() for word in words)


def _one_known_one_named(before: str, side: str, known: Sequence[bool]) -> bool:
    """ "Brannvesenet og Røde Kors": one word in definite form beside a name of several words, or
    before a single one with a capital."""
    capital = side[:1].isupper() and " " not in side
    if _is_proper(before) and _is_proper(side) and side[:1].isupper():
        return True  # "Statens vegvesen og Innovasjon Norge", "Kari Nes og Ola Vik"
    return (known[0] and " " not in before and (capital or _is_proper(side))) or (
        known[1] and " " not in side and _is_proper(before)
    )


def _is_proper(name: str) -> bool:
    """A name of several words with capitals, or with an owner first: "Statens vegvesen"."""
    words = name.split()
    if len(words) < _WORDS_OF_NAME or not words[0][0].isupper():
        return False
    return words[0].endswith("s") or all(word[0].isupper() for word in words)


def is_somebody(
    name: str,
    vocabulary: Vocabulary,
    short: Mapping[str, str],
    known: frozenset[str] = frozenset(),
) -> bool:
    """An abbreviation, a known party, a name in definite form, a title, a municipality."""
    if not name:
        return False
    if name in short or name.casefold() in known or _ABBREVIATED.match(name):
        return True
    words = name.casefold().split()
    titles = vocabulary.list_of("party", "titles")
    if len(words) > 2 and words[1] in ("for", "of", "för"):
        # "Senter for kultur og idrett" is one, "Senter for kultur og Turlaget" are two
        return words[0].startswith(vocabulary.list_of("party", "units"))
    if any(word.endswith(titles) for word in (words[0], words[-1])):
        return True
    if len(words) > 1 and words[-1] in vocabulary.list_of("party", "units"):
        return True  # "Teknisk etat"
    return any(_DEFINITE.match(word) for word in (words[0], words[-1]))
