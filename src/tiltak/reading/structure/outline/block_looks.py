"""What a paragraph looks like, by itself and beside the one above."""

from tiltak.reading.blocks import TextBlock
from tiltak.reading.values.abbreviations import is_definition
from tiltak.reading.vocabulary import Vocabulary

_LONGEST_PLAIN_HEADING = 80


def is_under(block: TextBlock, above: TextBlock) -> bool:
    """Whether a list item is set as a part of the text above it."""
    if block.list_level is not None and above.list_level is not None:
        return block.list_level > above.list_level
    return block.indent > above.indent or not above.is_list_item


def is_appendix(block: TextBlock, vocabulary: Vocabulary) -> bool:
    """ "Vedlegg: Status for tiltaka" without a number."""
    word, colon, rest = block.text.partition(":")
    return bool(colon and rest) and word.casefold() in vocabulary.list_of("facts", "appendix")


def looks_plain(block: TextBlock) -> bool:
    """Whether the words alone may be a heading: short, no sentence, a capital first, and not what
    letters stand for."""
    text = block.text
    short = len(text) <= _LONGEST_PLAIN_HEADING
    return short and text[-1] not in ".:;,!" and text[0].isupper() and not is_definition(text)
