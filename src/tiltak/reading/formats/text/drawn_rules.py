"""Rules drawn with signs: "--------" under the head of a table, "========" under a heading.

The habit read: what is typed or sent by mail has no rules, so they are drawn with the signs there are.
Such a line is no text; it parts what stands above it from what stands below.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from tiltak.planfile.marking import gettext_noop
from tiltak.reading.formats.text.lines import Line

DRAWN = gettext_noop("Ein strek, ikkje tekst")

# "---" alone may be the dash of a cell; a long one, or one for each column, is no text
_RULE = re.compile(r"[+|]?(?:([-=_*~–—─━═])\1{2,}[+| ]*)+$")
_LEAST_SIGNS = 5
_NEARLY_AS_LONG = 4


def drawn_rules(lines: Sequence[Line]) -> dict[int, str]:
    """Index of each line that is a rule → why it is left out."""
    return {index: DRAWN for index, line in enumerate(lines) if is_rule(line.text)}


def is_rule(text: str) -> bool:
    """Whether a line is a rule and nothing more. One with bars between parts the cells of a table
    that has bars too."""
    signs = text.strip()
    return len(signs) >= _LEAST_SIGNS and "|" not in signs and _RULE.match(signs) is not None


def blank(line: Line) -> Line:
    """The line where a rule was, without it: a gap."""
    return replace(line, text="")


def underlined(lines: Sequence[Line], rules: Container[int]) -> frozenset[int]:
    """Where the lines begin (their `start`) that a rule about as long stands right below: headings.

    A line of several columns is the head of a table.
    """
    return frozenset(
        line.start
        for index, (line, below) in enumerate(pairwise(lines))
        if index + 1 in rules
        and line.text.strip()
        and " " not in below.text.strip()
        and "  " not in line.text.strip()
        and abs(len(below.text.rstrip()) - len(line.text.rstrip())) <= _NEARLY_AS_LONG
    )
