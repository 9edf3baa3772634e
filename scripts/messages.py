"""The texts of the interface: collect, compile and check translations.

Nynorsk is the language the texts are written in, so the msgid is the Nynorsk text. Bokmål and
English stand in src/tiltak/locale/{nb,en}; src/tiltak/locale/nn holds only Nynorsk for the
English texts of libraries that have none of their own (Django lacks a few, allauth all).

    messages.py update     collect texts into the catalogs; translations already there are kept
    messages.py compile    write the .mo files that the program reads
    messages.py check      say what is missing or wrong, exit 1
"""

import sys

from message_catalog import LOCALE, compile_catalog, texts_by_language, update
from message_rules import problems


def main(command: str) -> None:
    if command == "update":
        for language, texts in texts_by_language().items():
            update(language, texts)
    elif command == "compile":
        for path in LOCALE.glob("*/LC_MESSAGES/django.po"):
            compile_catalog(path.parts[-3])
    elif command == "check":
        found = problems()
        sys.exit("\n".join(found) if found else 0)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) == 2 else "")
