"""A warning that holds for all that was read: put on every element."""

from typing import TypeVar, cast

import msgspec

from tiltak.planfile.model import Plan, Reading

T = TypeVar("T")


def with_warning(plan: Plan, warning: str) -> Plan:
    """The plan with a warning in front of those every element has."""
    return _warned(plan, warning)


def _warned(value: T, warning: str) -> T:
    if isinstance(value, Reading):
        return cast("T", msgspec.structs.replace(value, warnings=(warning, *value.warnings)))
    if isinstance(value, tuple):
        return cast("T", tuple(_warned(one, warning) for one in value))
    if isinstance(value, msgspec.Struct):
        old = {name: getattr(value, name) for name in value.__struct_fields__}
        new = {name: _warned(one, warning) for name, one in old.items()}
        changed = {name: new[name] for name in new if new[name] is not old[name]}
        return msgspec.structs.replace(value, **changed) if changed else value
    return value
