"""A plan that strains every page: words of more than sixty letters, nine parties with long names."""

from pathlib import Path

from docx import Document

WORD = "Interkommunalsamferdsleinfrastrukturutviklingsprogramkoordinering"
COUNCIL = f"{WORD}srådet for Ytre og Indre Fjordlandskapsbygdene"
PARTIES = (
    "Øvre Stordalsfjordkommunesamanslåinga",
    "Vestlandsregionens storkommune Ytre og Indre Fjordlandskapsbygdene",
    "Nordre Sunnfjordvassdragsreguleringskommune",
    "Kautokeino-Guovdageainnu suohkan",
    "Nordreisa-Ráisa-Raisi kommune",
    "Midtre Hardangerviddamarknadskommune",
    "Aurskog-Høland kommune",
    "Austre Jotunheimenfjellheimkommune",
    f"{WORD}sutvalet",
)
HEADS = ("Nr", "Tiltak", "Tid", "Budsjett", "Ansvarleg")


def write_long_plan(path: Path) -> Path:
    """Two areas, each with a goal, a strategy and two measures; all of it in a table too."""
    document = Document()
    document.add_heading(f"Handlingsplan 2027 for {WORD} i regionen", 0)
    document.add_paragraph("Framlegg til rådet 12. november 2026.")
    rows = []
    for area in ("1", "2"):
        document.add_heading(f"{area} {WORD} og næringsutvikling", 1)
        document.add_heading("Delmål", 2)
        document.add_paragraph(f"Alle i regionen skal kjenna til {WORD}.", style="List Bullet")
        document.add_heading("Strategi", 2)
        document.add_paragraph(f"Støtta {WORD} i alle kommunane.", style="List Bullet")
        document.add_heading("Tiltak", 2)
        for name in ("Greia ut", "Byggja ut"):
            text = f"{name} {WORD} {area} saman med alle som vil vera med"
            document.add_paragraph(text, style="List Bullet")
            rows.append(text)
    table = document.add_table(rows=1, cols=len(HEADS))
    for cell, head in zip(table.rows[0].cells, HEADS, strict=True):
        cell.text = head
    for number, text in enumerate(rows, start=1):
        said = "2027-2031" if number % 2 else "Løpande, med ei evaluering kvart år"
        amount = "1 140 000 000 kr" if number % 2 else "Prosjektmidlar"
        values = (str(number), text, said, amount, " / ".join(PARTIES))
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = value
    document.save(str(path))
    return path
