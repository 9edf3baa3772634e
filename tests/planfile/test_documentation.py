"""The description of plan/1 names every field and its example is a plan."""

import re
from pathlib import Path

import msgspec

from tiltak.planfile import codec, model

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "plan-1.md"


def test_every_field_is_described() -> None:
    described = set(re.findall(r"`([a-z_0-9]+)`", PAGE.read_text("utf-8")))
    fields = {
        field
        for value in vars(model).values()
        if isinstance(value, type) and issubclass(value, msgspec.Struct)
        for field in value.__struct_fields__
    }
    assert fields - described == set()


def test_the_example_is_a_plan_with_its_sums() -> None:
    example = re.search(r"```json\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert example is not None
    stated = msgspec.json.decode(example[1])
    assert codec.to_builtins(codec.decode(example[1])) == stated
