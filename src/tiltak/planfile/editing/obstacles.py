"""Why an edit cannot be done."""

from enum import StrEnum


class Obstacle(StrEnum):
    """What stands in the way of an edit."""

    NO_EDIT = "no_edit"
    """The value is no edit at all."""
    NO_SUCH_TARGET = "no_such_target"
    """The element, row or measure is not there (any more)."""
    NO_SUCH_FIELD = "no_such_field"
    """That target has no such field."""
    IMPOSSIBLE_VALUE = "impossible_value"
    """The field cannot hold that value: of another shape, empty, beyond all measure."""
    WRONG_PARENT = "wrong_parent"
    """An element of that kind cannot stand there."""
    NO_SUCH_SIBLING = "no_such_sibling"
    """The element it is to stand before is not one of that kind below that parent."""
    INTO_ITSELF = "into_itself"
    """An element cannot stand below itself, nor be joined with what it stands below."""
    TOO_DEEP = "too_deep"
    """Parts of parts of parts: no plan goes that deep."""
    HAS_FACTS = "has_facts"
    """The measure has time, money, parties or a state that the new kind cannot hold."""
    FACTS_DIFFER = "facts_differ"
    """Both measures say when, who or how it goes, and not the same."""
    MONEY_ON_ROW = "money_on_row"
    """The money of a measure that stands in the table stands on its row."""
    OWN_MONEY = "own_money"
    """The measure has money of its own, that would not count beside the row's."""
    NO_PLACE_FOR_CONTENT = "no_place_for_content"
    """What the element holds can stand nowhere else."""
    NOT_A_MEASURE = "not_a_measure"
    """Only measures and their parts are tied to rows."""
    NOT_FOR_ROWS = "not_for_rows"
    """Rows can be corrected, accepted, excluded and linked, no more."""
    NOT_LINKED = "not_linked"
    """The row is not tied to that measure."""
    NOTHING_TO_SPLIT = "nothing_to_split"
    """There is no text on one side of that character."""
    NOT_UNPLACED = "not_unplaced"
    """The characters are not (or no longer) all in one unplaced text."""


class ImpossibleEdit(ValueError):
    """The edit cannot be done; the plan is unchanged. `code` says why, for people and programs."""

    def __init__(self, code: Obstacle, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code.value)
        self.code = code
        self.detail = detail
