#!/bin/sh
# Lock the newest versions that pyproject.toml and package.json allow: versions and hashes, no
# download addresses, one lock for all platforms and every Python from 3.11.
set -eu
cd "$(dirname "$0")/.."

compile() {
	.venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --custom-compile-command "make lock" "$@"
}

compile --group build -o requirements-build.lock
compile pyproject.toml --extra pg -o requirements.lock
compile pyproject.toml --extra pg --group dev -c requirements.lock -o requirements-dev.lock
npm install --package-lock-only --loglevel=error
