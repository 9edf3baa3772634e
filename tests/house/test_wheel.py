"""What is installed elsewhere holds everything the program needs to run."""

import subprocess
import sys
import zipfile
from pathlib import Path

import build_assets
import pytest


def test_the_wheel_holds_assets_translations_and_templates(root: Path, tmp_path: Path) -> None:
    if not build_assets.DIST.is_dir():
        pytest.skip("assets are not built; run make test")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=root,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    wanted = {
        str(path.relative_to(root / "src"))
        for pattern in ("**/templates/**/*.html", "**/static/**/*.*", "locale/*/*/*.mo")
        for path in (root / "src/tiltak").glob(pattern)
    }
    assert wanted - packed == set()
    assert {name.split("/")[2] for name in wanted if name.endswith(".mo")} == {"nn", "nb", "en"}
    assert any(name.endswith("licenses/LICENSE") for name in packed)
