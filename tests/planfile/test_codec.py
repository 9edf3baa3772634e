"""Plan ↔ JSON: the identity, the canonical form and its hash, and what is refused."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.large_plans import large_plan
from tests.factories.plan_strategies import WHOLE_PLANS, plans
from tests.factories.planfiles import sample_plan
from tiltak.planfile import codec
from tiltak.planfile.model import Document, Item, Plan, Reading, Source

SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "plan-1.schema.json"


def shuffled(value: Any) -> Any:
    """The same JSON with the keys of every object in the opposite order."""
    if isinstance(value, list):
        return [shuffled(one) for one in value]
    if isinstance(value, dict):
        return {key: shuffled(value[key]) for key in reversed(value)}
    return value


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@WHOLE_PLANS
@given(plans)
def test_reading_what_was_written_is_the_identity(plan: Plan) -> None:
    assert codec.decode(codec.encode(plan)) == plan
    assert codec.decode(codec.encode(plan, indent=None)) == plan
    assert codec.decode(codec.canonical(plan)) == plan


@WHOLE_PLANS
@given(plans)
def test_hash_does_not_depend_on_the_order_of_keys(plan: Plan) -> None:
    turned = json.dumps(shuffled(json.loads(codec.encode(plan))))
    assert codec.content_hash(codec.decode(turned)) == codec.content_hash(plan)


@WHOLE_PLANS
@given(plans, plans)
def test_plans_are_equal_exactly_when_their_hashes_are(one: Plan, other: Plan) -> None:
    assert (one == other) == (codec.content_hash(one) == codec.content_hash(other))


@WHOLE_PLANS
@given(plans)
def test_a_copy_has_the_same_hash(plan: Plan) -> None:
    assert codec.content_hash(codec.decode(codec.encode(plan))) == codec.content_hash(plan)
    deep = msgspec.convert(msgspec.to_builtins(plan), Plan)
    assert codec.canonical(deep) == codec.canonical(plan)


@WHOLE_PLANS
@given(st.data())
def test_every_plan_follows_the_schema(
    validator: jsonschema.Draft202012Validator, data: st.DataObject
) -> None:
    validator.validate(json.loads(codec.encode(data.draw(plans))))


def test_sample_plans_follow_the_schema(validator: jsonschema.Draft202012Validator) -> None:
    for plan in (sample_plan(), large_plan(8)):
        validator.validate(json.loads(codec.encode(plan)))


def test_schema_knows_every_field_of_the_model() -> None:
    """The schema names what the model holds: a new field must be described."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    definitions = {"plan": schema, **schema["$defs"]}
    described = {
        name: set(part["properties"]) for name, part in definitions.items() if "properties" in part
    }
    described["area"] |= described["section"]
    derived = {"plan": {"schema", "budget"}, "time": {"years_ok"}, "budget": {"amount_ok"}}
    assert described == {
        kind.__name__.lower(): set(kind.__struct_fields__)
        | derived.get(kind.__name__.lower(), set())
        for kind in _values()
    }


def _values() -> list[type[msgspec.Struct]]:
    from tiltak.planfile import model

    return [
        value
        for value in vars(model).values()
        if isinstance(value, type) and issubclass(value, model.Value) and value is not model.Value
    ]


def test_values_that_are_equal_but_not_the_same_are_written_alike() -> None:
    document = Document(title="Plan", years=(2026,), status="ukjend")
    plain = Plan(
        document=document,
        paragraphs=(Item(text="Om planen"),),
        sources=(Source(name="a.txt", media_type="text/plain", sha256="0"),),
    )
    spelt_out = Plan(
        document=msgspec.structs.replace(document, reading=Reading()),
        paragraphs=(Item(text="Om planen", reading=Reading()),),
        sources=(
            Source(
                name="a.txt",
                media_type="text/plain",
                sha256="0",
                method="".join(["te", "xt"]),  # type: ignore[arg-type]
            ),
        ),
    )
    assert plain == spelt_out
    assert codec.canonical(plain) == codec.canonical(spelt_out)
    assert codec.canonical(plain) == (
        b'{"document":{"status":"ukjend","title":"Plan","years":[2026]},"focus_areas":[],'
        b'"paragraphs":[{"text":"Om planen"}],"schema":"plan/1",'
        b'"sources":[{"media_type":"text/plain","name":"a.txt","sha256":"0"}]}'
    )


def test_derived_sums_are_written_but_not_hashed() -> None:
    plan = sample_plan()
    assert json.loads(codec.encode(plan))["budget"] == {
        "by_focus_area": {
            "Arbeid og næring": 1_450_000,
            "Gode bygder å bu i": 165_000,
            "Samferdsle": 0,
        },
        "total": 1_615_000,
    }
    assert "budget" not in json.loads(codec.canonical(plan))


def test_unknown_keys_and_a_byte_order_mark_are_passed_over() -> None:
    raw = b'{"schema":"plan/1","document":{"title":"P","years":[],"status":"ukjend","x":1},"y":2}'
    expected = Plan(document=Document(title="P", years=(), status="ukjend"))
    assert codec.decode(raw) == expected
    assert codec.decode(b"\xef\xbb\xbf" + raw) == expected
    assert codec.decode("\ufeff" + raw.decode()) == expected


HEAD = '{"schema":"plan/1","document":{"title":"P","years":[2026],"status":"ukjend"}'


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("", "JSON: Input data was truncated"),
        ("Handlingsplan 2026", "JSON: JSON is malformed: invalid character (byte 0)"),
        (
            b'"\xff"',
            "JSON: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
        ),
        (
            '"\ud800"',
            "JSON: 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte",
        ),
        ("[" * 100_000, "JSON: nested too deeply"),
        ("[]", 'Expected "plan/1" - at `$.schema`'),
        ("{}", 'Expected "plan/1" - at `$.schema`'),
        ('{"schema":"plan/2"}', 'Expected "plan/1" - at `$.schema`'),
        ('{"schema":"plan/1"}', "Object missing required field `document`"),
        (
            '{"schema":"plan/1","document":{"title":"P","years":[]}}',
            "Object missing required field `status` - at `$.document`",
        ),
        (
            '{"schema":"plan/1","document":{"title":"P","years":["2026"],"status":"ukjend"}}',
            "Expected `int`, got `str` - at `$.document.years[0]`",
        ),
        (
            '{"schema":"plan/1","document":{"title":"P","years":[],"status":"vedtatt"}}',
            "Invalid enum value 'vedtatt' - at `$.document.status`",
        ),
        (
            HEAD + ',"focus_areas":[{"id":"1"}]}',
            "Object missing required field `title` - at `$.focus_areas[0]`",
        ),
        (
            HEAD + ',"focus_areas":[{"id":"1","title":"A","measures":[{"id":"m","text":null}]}]}',
            "Expected `str`, got `null` - at `$.focus_areas[0].measures[0].text`",
        ),
        (
            HEAD + ',"tables":[{"id":"T","rows":[{"id":"1","budget":{"amount":1.5}}]}]}',
            "Expected `int | null`, got `float` - at `$.tables[0].rows[0].budget.amount`",
        ),
        (
            HEAD + ',"links":[{"row":"1","measure":"2","kind":"equal"}]}',
            "Invalid enum value 'equal' - at `$.links[0].kind`",
        ),
    ],
)
def test_what_is_no_plan_is_refused_with_its_place(raw: str | bytes, message: str) -> None:
    with pytest.raises(codec.InvalidPlanFile) as refused:
        codec.decode(raw)
    assert str(refused.value) == message


def test_measures_nested_without_end_are_refused() -> None:
    depth = 5_000
    nested = '{"id":"m","text":"t","children":[' * depth + "]}" * depth
    with pytest.raises(codec.InvalidPlanFile, match=r"^JSON: nested too deeply$"):
        codec.decode(HEAD + ',"focus_areas":[{"id":"1","title":"A","measures":[' + nested + "]}]}")


def test_test_documents_are_read_and_written_unchanged(shared: Path) -> None:
    truths = sorted((shared / "plans").glob("*/*truth.json"))
    assert len(truths) == 13
    for truth in truths:
        plan = codec.decode(truth.read_bytes())
        assert codec.decode(codec.encode(plan)) == plan, truth.name
