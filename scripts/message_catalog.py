"""What texts there are, and the translation files that hold them."""

import gettext
import io
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src/tiltak"
LOCALE = PACKAGE / "locale"
TRANSLATED = ("nb", "en")
SOURCE = "nn"

KEYWORDS = {
    "_": None,
    "gettext": None,
    "said": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

# Files of libraries whose texts reach our pages: labels, help and error messages of forms.
LIBRARY_SOURCES = {
    "django": [
        "contrib/auth/password_validation.py",
        "contrib/auth/validators.py",
        "core/validators.py",
        "forms/**/*.py",
    ],
    "allauth": [
        "account/adapter.py",
        "account/fields.py",
        "account/forms.py",
        "mfa/adapter.py",
        "mfa/*/forms.py",
    ],
}

Key = tuple[str, ...]


@dataclass
class Text:
    """One text to translate: msgid (and plural), its context and the files it stands in."""

    ids: Key
    context: str | None
    files: set[str] = field(default_factory=set)

    @property
    def key(self) -> Key:
        return (self.context or "", self.ids[0])

    @property
    def message_id(self) -> str | Key:
        """As Babel wants it: a string, or singular and plural."""
        return self.ids[0] if len(self.ids) == 1 else self.ids


def template_as_python(path: Path) -> bytes:
    """The texts of a template as Python calls. Indentation is dropped: it means nothing here."""
    source = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    return "\n".join(line.strip() for line in source.splitlines()).encode()


def texts_of(path: Path, name: str) -> Iterator[Text]:
    """Every translatable text of a Python file or a template; `name` is how the file is called."""
    source = path.read_bytes() if path.suffix == ".py" else template_as_python(path)
    for _line, ids, _comments, context in extract("python", io.BytesIO(source), KEYWORDS):
        yield Text((ids,) if isinstance(ids, str) else tuple(ids), context, {name})


def collected(files: Iterable[tuple[Path, str]]) -> dict[Key, Text]:
    """Texts by key. The same text in two files is one; a plural form wins over none."""
    found: dict[Key, Text] = {}
    for path, name in files:
        for text in texts_of(path, name):
            first = found.setdefault(text.key, text)
            first.files |= text.files
            first.ids = max(first.ids, text.ids, key=len)
    return found


def own_files() -> Iterator[tuple[Path, str]]:
    """Our Python files and templates."""
    for path in sorted(PACKAGE.rglob("*")):
        is_template = path.suffix in {".html", ".txt"} and "templates" in path.parts
        if is_template or (path.suffix == ".py" and "migrations" not in path.parts):
            yield path, str(path.relative_to(ROOT))


def library_folder(library: str) -> Path:
    spec = find_spec(library)
    if spec is None or spec.origin is None:
        sys.exit(f"messages: {library} is not installed; run `make setup`")
    return Path(spec.origin).parent


def library_files(library: str) -> Iterator[tuple[Path, str]]:
    folder = library_folder(library)
    for pattern in LIBRARY_SOURCES[library]:
        for path in sorted(folder.glob(pattern)):
            yield path, f"{library}/{path.relative_to(folder)}"


def translated_by_library(library: str) -> set[str]:
    """The msgids that a library has in Nynorsk itself."""
    known: set[str] = set()
    for path in library_folder(library).rglob(f"locale/{SOURCE}/LC_MESSAGES/django.mo"):
        with path.open("rb") as file:
            catalog = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # noqa: SLF001
        known |= {key if isinstance(key, str) else key[0] for key in catalog}
    return known


def own_texts() -> dict[Key, Text]:
    """Our own texts: written in Nynorsk, to be translated to the other languages."""
    return collected(own_files())


def library_texts() -> dict[Key, Text]:
    """English texts of libraries that we have to say in Nynorsk ourselves."""
    known = set().union(*map(translated_by_library, LIBRARY_SOURCES))
    texts = collected(file for library in LIBRARY_SOURCES for file in library_files(library))
    return {key: text for key, text in texts.items() if text.ids[0] not in known}


def catalog_path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES/django.po"


def read_catalog(language: str) -> Catalog:
    """The catalog of a language, empty if there is none yet."""
    path = catalog_path(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def ids_of(message: Message) -> Key:
    """The text of a catalog's message: singular, and plural where it has one."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def strings_of(message: Message | None) -> Key:
    """The translation of a message, one string a plural form; one empty string for none."""
    string = message.string if message else None
    return (string or "",) if isinstance(string, str | None) else tuple(string)


def kept_translation(message: Message | None, text: Text) -> str | Key:
    """What the catalog says already, in the shape the text has now."""
    old = strings_of(message)
    if len(text.ids) == 1:
        return old[0]
    return old if len(old) > 1 else old * 2


def update(language: str, texts: dict[Key, Text]) -> None:
    """Write the catalog anew: every text once, sorted, translations kept, left-overs gone."""
    old = read_catalog(language)
    new = Catalog(locale=language, project="tiltak", charset="utf-8", fuzzy=False)
    for text in sorted(texts.values(), key=lambda text: (text.ids, text.context or "")):
        message = old.get(text.ids[0], text.context)
        new.add(
            text.message_id,
            kept_translation(message, text),
            locations=[(name, 0) for name in sorted(text.files)],
            flags={"python-format"} if re.search(r"%(\(\w+\))?[sd]", text.ids[0]) else (),
            context=text.context,
        )
    path = catalog_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with io.BytesIO() as buffer:
        write_po(buffer, new, width=100, omit_header=True, include_lineno=False)
        body = buffer.getvalue().decode()
    path.write_text(header(new) + body, encoding="utf-8")


def header(catalog: Catalog) -> str:
    """A header without dates: the file changes only when a text does."""
    return (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalog.locale}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )


def compile_catalog(language: str) -> None:
    with catalog_path(language).with_suffix(".mo").open("wb") as file:
        write_mo(file, read_catalog(language))


def texts_by_language() -> dict[str, dict[Key, Text]]:
    """What each catalog has to hold."""
    own = own_texts()
    return dict.fromkeys(TRANSLATED, own) | {SOURCE: library_texts()}
