"""Characters that nobody sees are no text in any format."""

from tests.reading.formats.opendocument.odf_files import ods, odt, row, sheet
from tests.reading.formats.word.word_files import para, word
from tiltak.reading import Vocabulary
from tiltak.reading.formats.opendocument.ods import read_ods
from tiltak.reading.formats.opendocument.odt import read_odt
from tiltak.reading.formats.text.plain_text import read_text
from tiltak.reading.formats.word.docx import read_docx
from tiltak.reading.limits import Limits

WORDS = Vocabulary.default()


def test_in_each_format() -> None:
    lines = ["Bu\u200bstad\ufeff for\u2060 alle", "\u200b", "IKT\u2011plan"]
    texts = [
        read_text("\n".join(lines).encode(), WORDS).text,
        read_docx(word("".join(map(para, lines))), Limits()).text,
        read_odt(odt("".join(f"<text:p>{line}</text:p>" for line in lines)), Limits()).text,
        read_ods(ods(sheet(row(*lines))), Limits(), WORDS).text,
    ]
    assert [text.split() for text in texts] == [["Bustad", "for", "alle", "IKT-plan"]] * 4
