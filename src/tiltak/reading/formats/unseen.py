"""Characters that are never seen and part words that are one to the eye, or look like another one.

Pages of the web and shared documents put them between letters: places where a line may break, marks
of byte order and of the direction of writing. Like white space they are no text.
"""

_UNSEEN = dict.fromkeys([0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, *range(0x202A, 0x202F)])
_LIKE_ANOTHER = {0x2011: "-"}  # the hyphen at which no line may break
_AS_SEEN = _UNSEEN | _LIKE_ANOTHER


def without_unseen(text: str) -> str:
    """The text without such characters."""
    return text if text.isascii() else text.translate(_AS_SEEN)
