"""Numbers as the document prints them."""

import re

# "3", "1.2", "a)", "IV." count; "-", "•" and the letter o of a list are marks of a list
COUNTS = re.compile(r"\d|^\w+[).]$")


def shown_number(number: str | None) -> str:
    """The number to show before a text: "" for a mark that a list draws itself."""
    return number if number and COUNTS.search(number) else ""
