# `make` says what can be made. Everything lives in .venv and node_modules: remove them to start afresh.

SHELL := /bin/bash
WORKERS ?= auto
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help venv venv-dev demo test test-python test-js lint format messages vendor lock bench board-bench reconnect soak faults pictures clean

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

venv: .venv/.installed ## Install what running needs, from requirements.lock, into .venv

venv-dev: .venv/.installed-dev ## Install what developing needs as well, from requirements-dev.lock

.venv/.installed: requirements.lock pyproject.toml setup.py tools/install.sh
	@tools/install.sh requirements.lock $@

.venv/.installed-dev: requirements-dev.lock pyproject.toml setup.py tools/install.sh
	@tools/install.sh requirements-dev.lock $@

# For what runs the pages' own JavaScript outside a browser.
node_modules/.package-lock.json: package-lock.json | venv-dev
	@tools/npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

demo: venv ## Start a café on this machine, with made-up people in it
	@$(BIN)/cafe demo

test: venv-dev ## Check everything: style, types, who imports whom, JavaScript, Python, browser
	@tools/prepare_tests.sh
	@$(MAKE) --no-print-directory lint test-js test-python

test-python: venv-dev node_modules/.package-lock.json ## Run the Python and browser tests (PYTEST="-k words" to choose)
	$(BIN)/pytest -n $(WORKERS) --dist worksteal $(PYTEST)

test-js: venv-dev ## Run the JavaScript tests
	tools/node --test --test-reporter=dot 'tests/js/**/*.test.mjs'

lint: venv-dev ## Check style, types and imports
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports > .venv/imports.log || { cat .venv/imports.log; exit 1; }
	@if [ -d templates ]; then set -x; $(BIN)/djlint templates --lint --quiet; fi

format: venv-dev ## Put the Python files in shape
	$(BIN)/ruff check --fix --quiet || true
	$(BIN)/ruff format --quiet

messages: venv-dev ## Gather the texts into the catalogues of the languages
	@$(BIN)/python tools/messages.py

vendor: venv-dev ## Rebuild static/vendor from package-lock.json
	tools/node tools/vendor.mjs

lock: venv-dev ## Pin the dependencies of pyproject.toml anew (UPGRADE=1: the newest)
	tools/lock.sh

bench: venv-dev node_modules/.package-lock.json ## Measure a hall of 1,000 phones against two bare servers (BENCH="--runs 1 --phones 200")
	$(BIN)/python bench/realtime/run.py $(BENCH)

board-bench: venv-dev node_modules/.package-lock.json ## Measure the board of a session with 10,000 notes, its first view and moves (BOARD="--notes 1000 --moves 30")
	$(BIN)/python -m bench.board.run $(BOARD)

reconnect: venv-dev node_modules/.package-lock.json ## Let 1,000 phones lose their lines and come back, beside two bare servers (RECONNECT="--runs 1 --phones 200")
	$(BIN)/python -m bench.reconnect.run $(RECONNECT)

soak: venv-dev node_modules/.package-lock.json ## Let a hall of 400 go on for 15 minutes and check every answer (SOAK="--minutes 1 --warm 15")
	$(BIN)/python -m bench.soak.run $(SOAK)

faults: venv-dev node_modules/.package-lock.json ## Break networks, phones and servers in full numbers, and print the table of bars (FAULTS="-k words" to choose)
	@tools/prepare_tests.sh
	@rm -f .venv/figures.jsonl
	-KAFE_FAULTS=full KAFE_FIGURES=.venv/figures.jsonl $(BIN)/pytest tests/faults tests/integration/road/test_rows.py $(FAULTS)
	@$(BIN)/python -m tests.faults.table .venv/figures.jsonl

pictures: venv-dev ## Take the pictures of the guides and the README anew, in Chromium (PICTURES=network: those between the gatherings)
	$(BIN)/python tools/pictures.py $(PICTURES)

clean: ## Remove what was built here
	rm -rf .venv node_modules build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
