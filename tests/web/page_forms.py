"""The forms of a page, filled in and sent as a browser would without a script."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

Attributes = list[tuple[str, str | None]]


@dataclass
class PageForm:
    """A form: where it goes, what it holds when nobody touches it, and its buttons.

    `labels` are the words on each button, `choices` the values each select offers. A list in
    `errors` belongs to the field of that name.
    """

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    choices: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def filled(self, changes: Mapping[str, str] | None = None, button: str = "") -> dict[str, str]:
        """What is sent: the fields with some changed, and the button with those words on it.

        A field that the page does not have cannot be filled in, nor a choice that is not offered.
        """
        changes = changes or {}
        assert not changes.keys() - self.fields.keys(), changes.keys() - self.fields.keys()
        for name, value in changes.items():
            assert name not in self.choices or value in dict(self.choices[name]), (name, value)
        sent = self.fields | dict(changes)
        # browsers send line ends in their own way
        sent = {name: "\r\n".join(value.splitlines()) for name, value in sent.items()}
        pressed = [one for one in self.buttons if not button or one[0].startswith(button)]
        assert pressed, (button, self.buttons)
        _, name, value = pressed[0]
        return sent | ({name: value} if name else {})


def forms_of(html: str) -> list[PageForm]:
    """All forms of a page, in order."""
    reader = _FormReader()
    reader.feed(html)
    return reader.forms


class _FormReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self._form: PageForm | None = None
        self._text: list[str] | None = None
        self._name = self._value = ""
        self._chosen: list[str] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = PageForm(said.get("action", ""))
            self.forms.append(self._form)
        if self._form is None:
            return
        if tag == "input":
            self._add_input(said)
        elif tag == "textarea":
            self._name, self._text = said["name"], []
        elif tag == "select":
            self._name, self._chosen = said["name"], []
            self._form.choices[self._name] = []
        elif tag == "option":
            self._value, self._text = said["value"], []
            if "selected" in said:
                self._chosen.append(self._value)
        elif tag == "button":
            self._name, self._value, self._text = said.get("name", ""), said.get("value", ""), []

    def _add_input(self, said: dict[str, str]) -> None:
        assert self._form is not None
        if said.get("type") in {"checkbox", "radio"} and "checked" not in said:
            return
        # a browser takes line ends out of a field of one line
        self._form.fields[said["name"]] = "".join(said.get("value", "").splitlines())

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        if self._form is None or tag not in {"textarea", "option", "button", "select"}:
            return
        text, self._text = "".join(self._text or ()), None
        if tag == "textarea":
            # the first line end after the tag is no part of the text
            self._form.fields[self._name] = text.removeprefix("\n")
        elif tag == "option":
            self._form.choices[self._name].append((self._value, " ".join(text.split())))
        elif tag == "button":
            self._form.buttons.append((" ".join(text.split()), self._name, self._value))
        elif offered := self._form.choices[self._name]:
            self._form.fields[self._name] = (self._chosen or [offered[0][0]])[0]
