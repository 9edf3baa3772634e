"""OpenDocument files made by hand, so that a test says exactly what stands in them."""

import io
import zipfile

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)


def packed(kind: str, **parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("META-INF/manifest.xml", parts.pop("manifest", MANIFEST))
        for name, content in parts.items():
            archive.writestr(f"{name}.xml", content)
    return target.getvalue()


def odt(body: str, *, automatic: str = "", styles: str = "", headers: str = "") -> bytes:
    """A text document. `automatic` are styles of the text, `styles` common ones."""
    return packed(
        "text",
        content=f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        styles=f"<office:document-styles {NAMESPACES}><office:styles>{styles}</office:styles>"
        f"<office:master-styles>{headers}</office:master-styles></office:document-styles>",
    )


def ods(*tables: str, automatic: str = "") -> bytes:
    """A workbook of whole tables."""
    return packed(
        "spreadsheet",
        content=f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:spreadsheet>{''.join(tables)}"
        "</office:spreadsheet></office:body></office:document-content>",
    )


def sheet(*rows: str, name: str = "Ark1", columns: str = "", style: str = "") -> str:
    return (
        f'<table:table table:name="{name}" table:style-name="{style}">{columns}'
        f"{''.join(rows)}</table:table>"
    )


def row(*cells: str, attributes: str = "") -> str:
    """A row of cells: ready ones, or texts."""
    made = (cell if cell.startswith("<") else text_cell(cell) for cell in cells)
    return f"<table:table-row {attributes}>{''.join(made)}</table:table-row>"


def text_cell(text: str, attributes: str = "") -> str:
    content = f"<text:p>{text}</text:p>" if text else ""
    return f'<table:table-cell office:value-type="string" {attributes}>{content}</table:table-cell>'


def value_cell(kind: str, value: str, shown: str) -> str:
    name = "date-value" if kind == "date" else "value"
    return (
        f'<table:table-cell office:value-type="{kind}" office:{name}="{value}">'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )


COVERED = "<table:covered-table-cell/>"
