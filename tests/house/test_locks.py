"""Locks hold versions and hashes and no download address; nothing names the machine it was on."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ["requirements.lock", "requirements-build.lock", "requirements-dev.lock"]
PINNED = re.compile(r"[a-z0-9][a-z0-9.-]*(\[[a-z0-9,-]+\])?==\S+( ; .+)?$")

# put together here, so that this file does not name what it looks for
REGISTRIES = ["pythonhosted" + ".org", "pypi" + ".org/simple", "registry" + ".npmjs"]
MACHINE_PATHS = re.compile(r"(?<![\w./-])/" + r"(work|root|home/\w+|tmp/\w+)/")


def entries(lock: Path) -> list[list[str]]:
    """The requirements of a lock, each as its own line and the options that follow it."""
    text = lock.read_text(encoding="utf-8").replace("\\\n", "\n")
    found: list[list[str]] = []
    for line in text.splitlines():
        if line and not line.lstrip().startswith("#"):
            if line.startswith(" "):
                found[-1].append(line.strip())
            else:
                found.append([line.strip()])
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_pinned_and_hashed(root: Path, name: str) -> None:
    locked = entries(root / name)
    assert locked
    assert [entry[0] for entry in locked if not PINNED.match(entry[0])] == []
    unhashed = [
        entry[0]
        for entry in locked
        if not entry[1:] or not all(option.startswith("--hash=sha256:") for option in entry[1:])
    ]
    assert unhashed == []


def wanted(root: Path, name: str) -> list[Requirement]:
    """What pyproject.toml asks for in a lock."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    program = project["project"]["dependencies"] + project["project"]["optional-dependencies"]["pg"]
    groups = project["dependency-groups"]
    lists = {
        "requirements.lock": program,
        "requirements-build.lock": groups["build"],
        "requirements-dev.lock": program + groups["dev"],
    }
    return [Requirement(line) for line in lists[name]]


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_has_what_pyproject_asks_for(root: Path, name: str) -> None:
    locked = dict(
        entry[0].split(" ;")[0].split("==") for entry in entries(root / name) if "==" in entry[0]
    )
    versions = {canonicalize_name(key.split("[")[0]): value for key, value in locked.items()}
    unmet = [
        str(asked)
        for asked in wanted(root, name)
        if versions.get(canonicalize_name(asked.name), "") not in asked.specifier
    ]
    assert unmet == [], "run make lock"


def test_the_development_lock_has_the_same_versions_as_the_program(root: Path) -> None:
    program = {entry[0] for entry in entries(root / "requirements.lock")}
    development = {entry[0] for entry in entries(root / "requirements-dev.lock")}
    assert program - development == set()


def test_npm_packages_are_pinned_by_hash_without_addresses(root: Path) -> None:
    packages = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    third_party = {name: entry for name, entry in packages.items() if name}
    assert third_party
    assert [name for name, entry in third_party.items() if "integrity" not in entry] == []
    assert [name for name, entry in packages.items() if "resolved" in entry] == []


def test_there_is_one_lock_format(root: Path) -> None:
    assert [
        name for name in ("uv.lock", "poetry.lock", "yarn.lock") if (root / name).exists()
    ] == []


def test_no_committed_file_names_a_registry_or_a_machine(committed: list[Path]) -> None:
    found = []
    for path in committed:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        hosts = [host for host in REGISTRIES if host in text]
        paths = [match[0] for match in MACHINE_PATHS.finditer(text)]
        if hosts or paths:
            found.append((path.name, hosts, paths))
    assert found == []
