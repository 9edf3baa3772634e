"""Text that may stand in XML 1.0: control characters of old documents are left out."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """The text without what no Office file can hold."""
    return _FORBIDDEN.sub("", text)
