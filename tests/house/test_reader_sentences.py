"""Every sentence the reader says of a document can be said in all languages."""

import ast
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.reading.formats.pdf.drawn import pdf_of
from tests.reading.further_documents import DOCUMENTS
from tiltak.planfile.marking import VALUES_FOLLOW, translated, with_values
from tiltak.planfile.model import Plan, Reading
from tiltak.reading import UnreadableDocument, read_document
from tiltak.wording import words

ROOT = Path(__file__).resolve().parents[2]
READING = ROOT / "src/tiltak/reading"
DOCUMENT_KINDS = {".txt", ".docx", ".odt", ".pdf", ".xlsx", ".ods", ".csv"}


def drawn(path: Path) -> bytes:
    """A plan that is kept as the markup it is set from."""
    return pdf_of(path.read_text(encoding="utf-8"))


FILES = sorted(
    path
    for folder in ("further", "first_sight", "plans", "odf", "hostile")
    for path in (ROOT / "tests/reading" / folder).rglob("*")
    if path.suffix in DOCUMENT_KINDS
)
DRAWN = sorted((ROOT / "tests/reading/plans/pdf").glob("*.typ"))
EXAMPLES: dict[str, Callable[[], bytes]] = {
    **DOCUMENTS,
    **{path.name: path.read_bytes for path in FILES},
    **{f"{path.stem}.pdf": partial(drawn, path) for path in DRAWN},
}


def known() -> set[str]:
    with (ROOT / "src/tiltak/locale/en/LC_MESSAGES/django.po").open("rb") as file:
        catalog = read_po(file)
    return {message.id for message in catalog if isinstance(message.id, str)}


def said_of(plan: Plan) -> set[str]:
    """Every reason and warning of a plan that was read."""
    found = {text.reason for text in plan.unplaced if text.reason} | set(plan.warnings)
    return found | {
        sentence
        for reading in _readings(plan)
        for sentence in (reading.reason, *reading.warnings)
        if sentence
    }


def _readings(value: object) -> Iterator[Reading]:
    if isinstance(value, Reading):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _readings(one)
    else:
        for name in getattr(value, "__struct_fields__", ()):
            yield from _readings(getattr(value, name))


def sentence_of(said: str) -> str:
    """The sentence without its values."""
    sentence, follows, _ = said.partition(VALUES_FOLLOW)
    return sentence + ":" if follows else said


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_what_is_said_of_a_document_is_known(name: str) -> None:
    try:
        plan = read_document(EXAMPLES[name](), name)
    except UnreadableDocument:
        pytest.skip("is not read, and so nothing is said of its text")
    texts = known()
    assert {said for said in said_of(plan) if not {said, sentence_of(said)} & texts} == set()


def unmarked(path: Path) -> Iterator[str]:
    """Sentences of a module without a mark: constants it keeps, and three words or more anywhere."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    marked = {id(text) for node in ast.walk(tree) for text in _not_said(node)}
    kept = {id(node.value) for node in tree.body if isinstance(node, ast.Assign) and _is_kept(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        is_sentence = node.value[:1].isupper() and (id(node) in kept or node.value.count(" ") > 1)
        if is_sentence and id(node) not in marked:
            yield f"{path.relative_to(ROOT)}:{node.lineno}: {node.value!r}"


def _not_said(node: ast.AST) -> Iterator[ast.expr]:
    """Texts that stand alone are documentation; those in a call of the mark are marked."""
    if isinstance(node, ast.Expr):
        yield node.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        yield from node.args if node.func.id == "gettext_noop" else ()


def _is_kept(node: ast.Assign) -> bool:
    """An inner constant (`_CLOSE`) is something to look for, not a sentence to say."""
    name = node.targets[0]
    return isinstance(name, ast.Name) and not name.id.startswith("_")


def test_sentences_of_the_reader_are_marked() -> None:
    found = [line for path in sorted(READING.rglob("*.py")) for line in unmarked(path)]
    assert found == []


def test_values_stay_what_they_are_in_every_language() -> None:
    said = with_values(
        "Desse sidene har bilete, men ingen tekst som kan lesast:", ["2", "5: vedlegg"]
    )
    assert translated(said, words("nn").gettext) == said
    english = translated(said, words("en").gettext)
    assert english == "These pages have pictures, but no text that can be read: 2, 5: vedlegg."
    assert translated("Ei setning som ingen kjenner.", words("en").gettext) == (
        "Ei setning som ingen kjenner."
    )
