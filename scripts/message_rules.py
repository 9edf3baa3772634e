"""What a text of the interface has to satisfy in every language. Used by messages.py check."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from babel.messages import Catalog
from message_catalog import (
    SOURCE,
    TRANSLATED,
    Key,
    Text,
    ids_of,
    own_files,
    read_catalog,
    strings_of,
    texts_by_language,
)

# Bokmål words that slip into Nynorsk. Whole words, any case; add to the list when one is found.
NOT_NYNORSK = (
    "bare",
    "fjerne",
    "flere",
    "fra",
    "hva",
    "hvem",
    "hvilken",
    "hvilket",
    "hvis",
    "hvor",
    "hvordan",
    "høring",
    "ikke",
    "mye",
    "noe",
    "noen",
    "skal være",
    "vedtatt",
    "være",
)
NOT_NYNORSK_WORDS = re.compile(rf"\b({'|'.join(NOT_NYNORSK)})\b", re.IGNORECASE)
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")

# Words that are the same in all three languages and need no translation in a template.
UNTRANSLATED_WORDS = frozenset({"Tiltak", "Bokmål", "English", "Nynorsk", "kr"})
ATTRIBUTES_READ_BY_PEOPLE = frozenset({"alt", "aria-label", "content", "placeholder", "title"})
NOT_READ = frozenset({"script", "style"})
BLOCK_TRANSLATE = re.compile(
    r"\{%\s*(blocktrans(?:late)?|comment)\b.*?%\}.*?\{%\s*end\1\s*%\}", re.DOTALL
)
TEMPLATE_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
LETTERS = re.compile(r"[^\W\d_]{2,}")


def shown(text: Text | Key) -> str:
    ids = text.ids if isinstance(text, Text) else text
    return f"«{ids[0]}»"


def incomplete(language: str, catalog: Catalog, texts: dict[Key, Text]) -> Iterator[str]:
    """Texts without a translation, and translations without a text."""
    for text in texts.values():
        message = catalog.get(text.ids[0], text.context)
        if message is None or not all(strings_of(message)):
            yield f"{language}: {shown(text)} is not translated ({', '.join(sorted(text.files))})"
        elif message.fuzzy:
            yield f"{language}: {shown(text)} is marked fuzzy"
        elif len(strings_of(message)) < len(text.ids):
            yield f"{language}: {shown(text)} has no plural"
    for message in catalog:
        ids = ids_of(message)
        if ids[0] and (message.context or "", ids[0]) not in texts:
            yield f"{language}: {shown(ids)} is used no more; run make messages"


def misplaced(language: str, catalog: Catalog) -> Iterator[str]:
    """Translations whose placeholders are not those of the text."""
    for message in catalog:
        ids = ids_of(message)
        expected = {frozenset(PLACEHOLDER.findall(text)) for text in ids}
        for string in strings_of(message):
            if ids[0] and string and frozenset(PLACEHOLDER.findall(string)) not in expected:
                yield f"{language}: {shown(ids)} and its translation differ in placeholders"


def not_nynorsk(text: str) -> list[str]:
    """The words of a text that are Bokmål."""
    return [word.lower() for word in NOT_NYNORSK_WORDS.findall(text)]


def wrong_words(own: dict[Key, Text], nynorsk: Catalog) -> Iterator[str]:
    """Texts in Nynorsk that hold a word of Bokmål."""
    written = [text for item in own.values() for text in item.ids]
    written += [string for message in nynorsk if message.id for string in strings_of(message)]
    for text in written:
        if words := not_nynorsk(text):
            yield f"nn: «{text}» holds {', '.join(words)}"


class _Reader(HTMLParser):
    """Collects what a person reads in a page: text, and the attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent = tag in NOT_READ
        names = {name: value or "" for name, value in attrs}
        is_machine_read = tag == "meta" and names.get("name") != "description"
        for name in ATTRIBUTES_READ_BY_PEOPLE & names.keys():
            if not is_machine_read:
                self.found.append(names[name])

    def handle_endtag(self, tag: str) -> None:
        self._silent = self._silent and tag not in NOT_READ

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(data)


def bare_words(template: str) -> list[str]:
    """The words of a template that stand outside every translation."""
    reader = _Reader()
    without_tags = TEMPLATE_TAG.sub(" ", BLOCK_TRANSLATE.sub(" ", template))
    reader.feed(without_tags)
    words = (word for text in reader.found for word in LETTERS.findall(text))
    return [word for word in words if word not in UNTRANSLATED_WORDS]


def untranslatable(files: Iterator[tuple[Path, str]]) -> Iterator[str]:
    """Templates with words that no translation can reach."""
    for path, name in files:
        if path.suffix == ".html" and (words := bare_words(path.read_text(encoding="utf-8"))):
            yield f"{name}: text outside translate: {' '.join(words[:8])}"


def problems() -> list[str]:
    """Everything that is missing or wrong, one line each."""
    wanted = texts_by_language()
    catalogs = {language: read_catalog(language) for language in wanted}
    found: list[str] = []
    for language, texts in wanted.items():
        found += incomplete(language, catalogs[language], texts)
        found += misplaced(language, catalogs[language])
    own = wanted[TRANSLATED[0]]
    found += [
        f"nn: empty text in {sorted(text.files)}" for text in own.values() if not all(text.ids)
    ]
    found += wrong_words(own, catalogs[SOURCE])
    found += untranslatable(own_files())
    return found
