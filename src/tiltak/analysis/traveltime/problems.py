"""What is wrong with the input, as sentences: Nynorsk for people, translated at the edge."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tiltak.planfile.marking import gettext_noop

__all__ = ["BadInput", "Sentence", "gettext_noop", "say"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A marked Nynorsk sentence and the values it is about. `str()` says it in Nynorsk."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text % self.values

    def translated(self, gettext: Callable[[str], str]) -> str:
        """The same in the language of `gettext`; the values stay as they are."""
        return gettext(self.text) % self.values

    def plain(self) -> tuple[str, dict[str, str]]:
        """The same as texts only, to be stored or sent."""
        return self.text, {name: str(value) for name, value in self.values.items()}


class BadInput(ValueError):
    """The input cannot be used. `sentence` says why, with the row; `file` is the file at fault."""

    def __init__(self, sentence: Sentence, file: str = "") -> None:
        super().__init__(f"{file}: {sentence}" if file else str(sentence))
        self.sentence = sentence
        self.file = file

    def of_file(self, name: str) -> "BadInput":
        """The same, of the file with this name."""
        return self if self.file else BadInput(self.sentence, name)


def say(text: str, /, **values: object) -> Sentence:
    """A sentence with its values: `say(gettext_noop("Rad %(row)s …"), row=3)`."""
    return Sentence(text, values)
