"""Why a document cannot be read: a code for programs, a Nynorsk sentence for people."""

from enum import StrEnum

from tiltak.planfile.marking import gettext_noop


class Problem(StrEnum):
    """Machine codes. The sentence of each is in `SENTENCES`."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_FORMAT = "unknown_format"
    UNSUPPORTED_FORMAT = "unsupported_format"
    NOT_TEXT = "not_text"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    BOMB = "bomb"
    UNSAFE = "unsafe"
    NEEDS_OCR = "needs_ocr"
    TOO_SLOW = "too_slow"
    CRASHED = "crashed"
    BUSY = "busy"
    NO_PLAN = "no_plan"
    INVALID_PLAN_FILE = "invalid_plan_file"
    PLAN_FILE_AMONG_OTHERS = "plan_file_among_others"
    TOO_MANY_FILES = "too_many_files"


SENTENCES = {
    Problem.EMPTY: gettext_noop("Fila er tom. Vel ei fil med innhald."),
    Problem.TOO_LARGE: gettext_noop(
        "Fila er for stor. Del henne opp, eller lagre henne utan bilete."
    ),
    Problem.UNKNOWN_FORMAT: gettext_noop(
        "Filtypen er ukjend. Bruk PDF (.pdf), Word (.docx), OpenDocument (.odt, .ods), Excel (.xlsx), rein tekst (.txt) eller plan/1 (.json)."
    ),
    Problem.UNSUPPORTED_FORMAT: gettext_noop(
        "Denne filtypen kan ikkje lesast enno. Lagre dokumentet som Word (.docx) eller rein tekst (.txt)."
    ),
    Problem.NOT_TEXT: gettext_noop(
        "Fila er ikkje tekst. Lagre dokumentet som Word (.docx) eller rein tekst (.txt)."
    ),
    Problem.ENCRYPTED: gettext_noop(
        "Fila er verna med passord. Ta bort passordet og prøv på nytt."
    ),
    Problem.DAMAGED: gettext_noop(
        "Fila er skadd. Opne henne i programmet ho er laga i, og lagre henne på nytt."
    ),
    Problem.BOMB: gettext_noop("Fila pakkar seg ut til langt meir enn ho bør, og blir ikkje opna."),
    Problem.UNSAFE: gettext_noop(
        "Fila viser til innhald utanfor seg sjølv, og blir ikkje opna. Lagre henne på nytt."
    ),
    Problem.NEEDS_OCR: gettext_noop(
        "Sidene er bilete av tekst. Dei kan lesast når tesseract er installert: "
        "apt-get install tesseract-ocr tesseract-ocr-nor tesseract-ocr-swe tesseract-ocr-dan. "
        "Eller lagre dokumentet på nytt med tekst."
    ),
    Problem.TOO_SLOW: gettext_noop(
        "Fila lét seg ikkje lesa på rimeleg tid. Del henne opp, eller lagre henne i eit anna format."
    ),
    Problem.CRASHED: gettext_noop(
        "Fila lét seg ikkje lesa. Opne henne i programmet ho er laga i, og lagre henne på nytt."
    ),
    Problem.BUSY: gettext_noop("Mange filer blir lesne akkurat no. Vent litt og prøv på nytt."),
    Problem.NO_PLAN: gettext_noop(
        "Dette ser ikkje ut som ein plan. Vi fann korkje satsingsområde, mål eller tiltak i fila."
    ),
    Problem.INVALID_PLAN_FILE: gettext_noop("Fila er JSON, men ikkje ein gyldig plan/1."),
    Problem.PLAN_FILE_AMONG_OTHERS: gettext_noop(
        "Ei fil med plan/1 (.json) er ein heil plan og kan ikkje lesast saman med andre. "
        "Vel henne åleine."
    ),
    Problem.TOO_MANY_FILES: gettext_noop("Vel frå éi til ti filer som saman er éin plan."),
}


class UnreadableDocument(ValueError):
    """The document gives no plan. `code` says why; `detail` is for the log, not for people.

    `file` is the name of the file at fault where there are several.
    """

    def __init__(self, code: Problem, detail: str = "", file: str = "") -> None:
        super().__init__(f"{file}: {SENTENCES[code]}" if file else SENTENCES[code])
        self.code = code
        self.message = SENTENCES[code]
        self.detail = detail
        self.file = file

    def of_file(self, name: str) -> "UnreadableDocument":
        """The same, of the file with this name."""
        return UnreadableDocument(self.code, self.detail, name)
