# Two commands matter: `make run` and `make test`. Both work on a bare machine with Python 3.11
# or newer and Node.js 20 or newer; everything else is fetched into .venv and node_modules.

VENV    := .venv
BIN     := $(VENV)/bin
STAMPS  := $(VENV)/.stamps
DIST    := src/tiltak/web/static/dist
ASSETS  := $(DIST)/LICENSES.txt
READY   := $(STAMPS)/run $(ASSETS) $(STAMPS)/language
PO      := $(wildcard src/tiltak/locale/*/LC_MESSAGES/django.po)
TEMPLATES = $(shell find src/tiltak -name '*.html')
ARGS    ?=

# the first Python on the machine that is new enough; empty when there is none
PYTHON  ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

# uv takes seconds where pip takes a minute; pip knows mirrors that uv is not told about
install = { $(BIN)/uv pip install --quiet --python $(BIN)/python $(1) \
	|| $(BIN)/python -m pip install -qq --disable-pip-version-check $(1); }

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test test-postgres check bench score fuzz screenshots fmt messages lock clean

help: ## show this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1|\2/p' Makefile | awk -F'|' '{printf "  %-20s %s\n", $$1, $$2}'

setup: $(READY) ## everything `make run` needs, database and demo council too
	@echo "5/5 Database og døme …"
	@$(BIN)/tiltak demo

run: $(READY) ## start on 127.0.0.1:8000 with the demo council (ARGS="--port 9000" for another port)
	@echo "5/5 Database og døme …"
	@exec $(BIN)/tiltak demo --serve $(ARGS)

test: $(STAMPS)/dev $(ASSETS) $(STAMPS)/language ## all tests (ARGS="tests/domain -x" for some of them)
	@$(BIN)/pytest $(ARGS)

test-postgres: $(STAMPS)/dev $(ASSETS) $(STAMPS)/language ## domain, jobs, review, worker, API and backup tests on the PostgreSQL of TILTAK_TEST_DATABASE_URL
	@test -n "$$TILTAK_TEST_DATABASE_URL" || { echo "Set TILTAK_TEST_DATABASE_URL=postgresql://USER@HOST:PORT/NAME"; exit 2; }
	@DATABASE_URL="$$TILTAK_TEST_DATABASE_URL" $(BIN)/pytest -p no:cacheprovider tests/domain tests/profile tests/jobs tests/web/review tests/api $(wildcard tests/ops/test_*_postgresql.py) $(ARGS)

check: $(STAMPS)/dev ## format, lint, types, layers, templates, translations
	@$(BIN)/ruff format --check --quiet --output-format concise . || { echo "Run make fmt"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(if $(TEMPLATES),$(BIN)/djade --check --target-version 5.2 $(TEMPLATES))
	@$(BIN)/python scripts/messages.py check

bench: $(STAMPS)/dev $(ASSETS) $(STAMPS)/language ## benchmarks, as a printed table
	@$(BIN)/python scripts/bench $(ARGS)

score: $(STAMPS)/dev ## how well the plan documents beside the project are read (ARGS="O03" for some of them)
	@$(BIN)/python scripts/score.py $(ARGS)

fuzz: $(STAMPS)/dev ## 2 000 damaged files for the reader (ARGS="--cases 500 --seed 7" for others)
	@$(BIN)/python scripts/fuzz $(ARGS)

screenshots: $(STAMPS)/dev $(ASSETS) $(STAMPS)/language ## pictures of the pages for docs/images, from a demo council of their own
	@$(BIN)/python scripts/screenshots.py

fmt: $(STAMPS)/dev ## put code and templates in the house format
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format --quiet .
	@$(if $(TEMPLATES),$(BIN)/djade --target-version 5.2 $(TEMPLATES) || true)

messages: $(STAMPS)/dev ## collect the texts into the translation files and compile them
	@$(BIN)/python scripts/messages.py update
	@$(BIN)/python scripts/messages.py compile
	@$(BIN)/python scripts/messages.py check || echo "Write what is missing in src/tiltak/locale/nb and en, then run make messages once more"

lock: $(STAMPS)/tools ## lock the newest versions that pyproject.toml and package.json allow
	@scripts/lock.sh

clean: ## remove what make has made (not data/)
	rm -rf $(VENV) node_modules $(DIST) $(PO:.po=.mo) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

# --- what the targets above stand on ----------------------------------------------------------

$(STAMPS)/tools: requirements-build.lock
	@test -n "$(PYTHON)" || { echo "tiltak: Python 3.11 eller nyare manglar. Debian og Ubuntu: sudo apt-get install python3 python3-venv"; exit 1; }
	@echo "1/5 Python-miljø …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "tiltak: Python manglar venv. Debian og Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r $<
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/run: requirements.lock pyproject.toml $(STAMPS)/tools
	@echo "2/5 Program og bibliotek …"
	@$(call install,--require-hashes -r $<)
	@$(call install,--no-deps --no-build-isolation --editable .)
	@touch $@

$(STAMPS)/dev: requirements-dev.lock $(STAMPS)/run
	@echo "    Verktøy for utvikling …"
	@$(call install,--require-hashes -r $<)
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json .npmrc
	@command -v npm >/dev/null || { echo "tiltak: npm manglar. Debian og Ubuntu: sudo apt-get install npm (Node.js 20 eller nyare)"; exit 1; }
	@echo "3/5 Stilark og skrift …"
	@npm ci --loglevel=error >/dev/null
	@touch $@

$(ASSETS): scripts/build_assets.py node_modules/.package-lock.json $(STAMPS)/tools
	@$(BIN)/python scripts/build_assets.py

$(STAMPS)/language: $(PO) scripts/messages.py $(STAMPS)/run
	@echo "4/5 Språk …"
	@$(BIN)/python scripts/messages.py compile
	@touch $@
