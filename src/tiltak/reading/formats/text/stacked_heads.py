"""The heads of a table one after the other, before its cells."""

import re
from collections.abc import Mapping, Sequence

from tiltak.planfile.running_text import SOFT_HYPHENS, join_lines
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.formats.text.text_groups import Span, group_at
from tiltak.reading.vocabulary import Vocabulary

_LEAST_HEADS = 3
_LONGEST_UNKNOWN = 25
_MOST_HEADS = 10
_WITH_UNIT = 2
_MOST_UNKNOWN = 2
_YEAR = re.compile(r"(?:19|20)\d\d")
# "1", "1.1", "1 Transport": the number of the first row
_FIRST_NUMBER = re.compile(r"1(?:\.1){0,2}\.?(?!\S)")


class StackedHeads:
    """Finds heads that follow one another. `heads`: line → role, for lines that are nothing else."""

    def __init__(
        self, lines: Sequence[Line], heads: Mapping[int, str], vocabulary: Vocabulary
    ) -> None:
        self._lines = lines
        self._heads = heads
        self._vocabulary = vocabulary

    def close(self, index: int) -> list[Span]:
        """Heads on lines right below each other."""
        end = index
        while end in self._heads:
            end += 1
        return [Span(i, i + 1) for i in range(index, end)] if end - index >= _LEAST_HEADS else []

    def apart(self, index: int) -> list[Span]:
        """Heads with blank lines between."""
        found: list[Span] = []
        group = group_at(self._lines, index)
        while group is not None and group.begin in self._heads and group.end == group.begin + 1:
            found.append(group)
            group = group_at(self._lines, group.end)
        return found

    def listed(self, index: int) -> list[Span]:
        """Heads with blank lines between.

        Unknown ones stand between known ones, or last before the first number of a table that
        counts its rows.
        """
        found: list[Span] = []
        last = 0
        group = group_at(self._lines, index)
        while group is not None and self.is_one(group) and len(found) < _MOST_HEADS:
            is_known = self.role_of(group) is not None or self._is_next_year(found, group)
            if not is_known and len(self._text(group.begin)) > _LONGEST_UNKNOWN:
                break
            if _FIRST_NUMBER.match(self._text(group.begin)) and found:
                is_counted = self.role_of(found[0]) == "number"
                return found if is_counted and len(found) - last <= _MOST_UNKNOWN else found[:last]
            found.append(group)
            last = len(found) if is_known else last
            group = group_at(self._lines, group.end)
        return found[:last]

    def before_heading(self, names: Sequence[Span]) -> Span | None:
        """The head of the last column, written above the heading of its table.

        A program that reads the right side of the page first comes to it before the heading that
        stands to the left.
        """
        top = names[0].begin
        while top > 0 and self._lines[top - 1].text.strip():
            top -= 1  # the heading, right above the first head
        if top == names[0].begin:
            return None
        above = top - 1
        while above >= 0 and not self._lines[above].text.strip():
            above -= 1
        if above < 0 or (above and self._lines[above - 1].text.strip()):
            return None
        if above not in self._heads or self._lines[above].page != self._lines[top].page:
            return None
        return Span(above, above + 1)

    def is_one(self, group: Span) -> bool:
        """One line, or more with a unit ("Kostnad" over "(1 000 kr)") or a name over two lines."""
        size = group.end - group.begin
        if size != _WITH_UNIT:
            return size == 1
        broken = self._text(group.begin)[-1] in (*SOFT_HYPHENS, "-") and group.begin in self._heads
        if broken or self._text(group.begin + 1).startswith("("):
            return True
        return self._vocabulary.column_role(self._whole(group)) is not None

    def role_of(self, name: Span) -> str | None:
        """The role of a head; one that begins with a known word counts too."""
        if name.begin in self._heads:
            return self._heads[name.begin]
        if name.end - name.begin > 1 and (role := self._vocabulary.column_role(self._whole(name))):
            return role
        text = self._text(name.begin)
        is_short = len(text) <= _LONGEST_UNKNOWN and text[:1].isupper()
        return self._vocabulary.head(text).role if is_short else None

    def roles_of(self, names: Sequence[Span]) -> list[str | None]:
        """The roles of the heads; years that count on are columns of money."""
        return [
            "budget"
            if self._is_next_year(names[:at], name) or self._begins_years(names, at)
            else self.role_of(name)
            for at, name in enumerate(names)
        ]

    def _is_next_year(self, found: Sequence[Span], group: Span) -> bool:
        """Whether a year comes after the year before it, or first of two after a known head."""
        year = self._year(group)
        if year is None or not found:
            return False
        if (before := self._year(found[-1])) is not None:
            return year == before + 1
        after = group_at(self._lines, group.end)
        return after is not None and self._year(after) == year + 1

    def _begins_years(self, names: Sequence[Span], at: int) -> bool:
        year = self._year(names[at])
        return year is not None and at + 1 < len(names) and self._year(names[at + 1]) == year + 1

    def _year(self, group: Span) -> int | None:
        text = self._text(group.begin)
        return int(text) if group.end == group.begin + 1 and _YEAR.fullmatch(text) else None

    def _whole(self, group: Span) -> str:
        return join_lines(self._text(index) for index in range(group.begin, group.end))

    def _text(self, index: int) -> str:
        return self._lines[index].text.strip()
