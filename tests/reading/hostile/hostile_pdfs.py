"""PDF files that nobody makes by accident, written object by object."""

import zlib
from collections.abc import Callable

from tiltak.reading import Problem

Objects = dict[int, bytes]


def written(objects: Objects, *, tail: bytes = b"") -> bytes:
    """A file of numbered objects; 1 is the catalog. `tail` goes into the trailer."""
    data = b"%PDF-1.7\n"
    places = {}
    for number, body in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    size = max(objects) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        data += b"%010d 00000 n \n" % places.get(number, 0)
    return data + b"trailer << /Root 1 0 R /Size %d %s >>\nstartxref\n%d\n%%%%EOF" % (
        size,
        tail,
        start,
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A packed stream."""
    packed = zlib.compress(content, 9)
    head = b"<< /Length %d /Filter /FlateDecode %s >>" % (len(packed), entries)
    return head + b"\nstream\n" + packed + b"\nendstream"


def one_page(content: bytes, *, box: bytes = b"0 0 595 842", resources: bytes = b"") -> Objects:
    """The objects of a document with one page: 4 is its content, 5 its font."""
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> %s >> >>" % (box, resources),
        4: stream(content),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }


TEXT = b"BT /F 12 Tf 50 700 Td (Tiltak) Tj 0 -20 Td (- Rydda stien langs elva) Tj ET\n"


def thousands_of_rules() -> bytes:
    """A grid of a quarter of a million cells, and text."""
    lines = [b"%d 0 m %d 842 l S\n" % (x, x) for x in range(595)]
    lines += [b"0 %d m 595 %d l S\n" % (y, y) for y in range(842)]
    return written(one_page(TEXT + b"".join(lines)))


def endless_content() -> bytes:
    """Content that packs to little and never seems to end."""
    return written(one_page(TEXT + b"0 0 m 1 1 l S\n" * 300_000))


def letters_without_end() -> bytes:
    """A page of a hundred thousand letters on top of each other."""
    return written(
        one_page(b"BT /F 1 Tf 50 700 Td " + b"(aaaaaaaaaaaaaaaaaaaa) Tj " * 5_000 + b"ET")
    )


def forms_in_forms() -> bytes:
    """Ten forms that each draw the next one ten times."""
    objects = one_page(TEXT + b"/X0 Do\n", resources=b"/XObject << /X0 6 0 R >>")
    for depth in range(10):
        number = 6 + depth
        inner = (b"/X%d Do " % (depth + 1)) * 10 if depth < 9 else b"0 0 m 9 9 l S"
        resources = b"/Resources << /XObject << /X%d %d 0 R >> >>" % (depth + 1, number + 1)
        head = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + resources
        objects[number] = stream(inner, head)
    return written(objects)


def form_in_itself() -> bytes:
    """A form that draws itself."""
    objects = one_page(TEXT + b"/X Do\n", resources=b"/XObject << /X 6 0 R >>")
    head = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    objects[6] = stream(b"/X Do", head)
    return written(objects)


def tables_in_a_circle() -> bytes:
    """Cross-reference tables that point at each other."""
    made = written(one_page(TEXT))
    start = int(made.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    return written(one_page(TEXT), tail=b"/Prev %d" % start)


def pages_in_a_circle() -> bytes:
    """A tree of pages whose branch is the tree."""
    objects = one_page(TEXT)
    objects[2] = b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9999 >>"
    return written(objects)


def many_pages() -> bytes:
    """Ten thousand pages that are one."""
    objects = one_page(TEXT)
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count 10000 >>" % (b"3 0 R " * 10_000)
    return written(objects)


def a_page_as_large_as_a_country() -> bytes:
    """A page of many kilometres."""
    return written(one_page(TEXT, box=b"0 0 99999999 99999999"))


def deep_brackets() -> bytes:
    """An array a hundred thousand levels deep."""
    objects = one_page(TEXT)
    objects[6] = b"[" * 100_000 + b"]" * 100_000
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>"
    return written(objects)


def many_words() -> bytes:
    """A page of thousands of words, each in its own place."""
    words = b"".join(
        b"BT /F 2 Tf %d %d Td (ord) Tj ET\n" % (x, y)
        for y in range(1, 840, 6)
        for x in range(1, 590, 6)
    )
    return written(one_page(words))


# What comes of each: a plan (nothing here), or one of the sentences it may be refused with.
HOSTILE: dict[Callable[[], bytes], tuple[Problem, ...]] = {
    thousands_of_rules: (),
    endless_content: (),
    letters_without_end: (Problem.NEEDS_OCR,),
    # the library gives up when its memory ends, or its time
    forms_in_forms: (Problem.CRASHED, Problem.TOO_LARGE, Problem.TOO_SLOW),
    form_in_itself: (),
    tables_in_a_circle: (),
    pages_in_a_circle: (Problem.TOO_LARGE,),
    many_pages: (Problem.TOO_LARGE,),
    a_page_as_large_as_a_country: (),
    deep_brackets: (),
    many_words: (Problem.NO_PLAN,),
}
