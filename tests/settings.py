"""Settings of the tests: the real ones, on a data folder of their own."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_folder = Path(tempfile.mkdtemp(prefix="tiltak-tests-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
(_folder / "static").mkdir()  # nothing is collected in tests, and the server wants the folder
os.environ["TILTAK_DATA"] = str(_folder)
os.environ.setdefault("TILTAK_TEST_SQLITE", str(_folder / "test.sqlite3"))
for _name in ("TILTAK_COUNCIL", "TILTAK_TLS", "TILTAK_DEBUG", "TILTAK_HOSTS"):
    os.environ.pop(_name, None)

from tiltak.config.settings import *  # noqa: E402, F403

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1", ".example"]
# a fast hasher: the tests log in often
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# pages are tested without a collected manifest; tests/ops serves the real one
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# no worker in tests, but in tests/ops and tests/e2e, which start the real one
JOBS_AT_ONCE = True
