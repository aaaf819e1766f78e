# The whole product in two commands: `make run` and `make test`.
PYTHON ?= python3.11
BIN := .venv/bin

.PHONY: run test test-all setup check pictures lock

run:  ## set up what is missing, then open the app (or, without a display, run the demo)
	@$(PYTHON) tools/prepare.py app
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then exec $(BIN)/python main.py; \
	else echo "There is no display here, so this is the demo on the command line."; exec $(BIN)/python main.py demo; fi

test: setup  ## set up what is missing, then run the tests
	@$(BIN)/python -m pytest -m "not slow" -n 2

test-all: setup  ## the slow tests too
	@$(BIN)/python -m pytest -n 2

setup:  ## everything that running, testing, measuring and training need
	@$(PYTHON) tools/prepare.py all

check:  ## formatting, lint, types, and the doors between the rooms
	@$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy && $(BIN)/lint-imports

pictures: setup  ## take the README's pictures anew
	@$(BIN)/python tools/pictures.py

LOCK := pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
  --allow-unsafe --strip-extras --no-header
lock:  ## pin all dependencies anew, with hashes (needs pip-tools; see requirements/train.in)
	@cd requirements && $(LOCK) -o dev.txt dev.in && $(LOCK) --constraint dev.txt -o runtime.txt runtime.in \
	  && $(LOCK) --constraint dev.txt -o train.txt train.in && $(LOCK) -o bench.txt bench.in
