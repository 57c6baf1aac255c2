# Perceptra's commands; `make` alone lists them. Set-up happens by itself, once, into .venv (see .setup/environment.py).

PYTHON ?=
export PYTHON
VENV_PYTHON := .venv/bin/python

# A .venv whose Python has gone away, or is another than the one asked for, is made anew.
VERSION := import sys; print("%d.%d" % sys.version_info[:2])
HAVE := $(shell $(VENV_PYTHON) -c '$(VERSION)' 2>/dev/null)
WANT := $(if $(PYTHON),$(shell $(PYTHON) -c '$(VERSION)' 2>/dev/null),$(HAVE))
ifneq ($(or $(HAVE),none),$(WANT))
$(shell rm -f .venv/.ready-run .venv/.ready-dev .venv/.ready-mutation)
endif

SET_UP_FILES := pyproject.toml .setup/environment.py .setup/system_libraries.py

.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help run test bench fuzz monkey mutate check lint format translations platforms fresh-clone fresh-debian setup clean

help: ## List these commands
	@echo 'Perceptra: make COMMAND [ARGS="..."]'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: .venv/.ready-run ## Open the window; ARGS="--demo xor" passes arguments
	@$(VENV_PYTHON) main.py $(ARGS)

test: .venv/.ready-dev ## Run all tests, off screen; ARGS="-k xor" passes arguments to pytest
	@$(VENV_PYTHON) -m pytest -n auto --dist worksteal $(ARGS)

bench: .venv/.ready-dev ## Measure speed and memory against other programs
	@$(VENV_PYTHON) -m tests.benchmarks $(ARGS)

fuzz: .venv/.ready-dev ## Spoil files for every reader and kill savings; ARGS="--cases 100000 --seed 1 --kills 200"
	@$(VENV_PYTHON) -m tests.fuzz $(ARGS)

monkey: .venv/.ready-dev ## Make 50,000 real events at the window; ARGS="--events 5000 --seed 7", or --seed 7 --shrink
	@nice -n 10 $(VENV_PYTHON) -m tests.monkey $(ARGS)

mutate: .venv/.ready-mutation ## Change the code bit by bit, count what no test notices; ARGS="engine/spec" names a part
	@$(VENV_PYTHON) -m tests.mutation $(ARGS)

check: test lint ## Tests, then lint: what CI does

lint: .venv/.ready-dev ## Check style, formatting, types, who imports whom and that no code is dead
	@failed=0; \
	$(VENV_PYTHON) -m ruff check . || failed=1; \
	$(VENV_PYTHON) -m ruff format --check . || failed=1; \
	$(VENV_PYTHON) -m mypy || failed=1; \
	.venv/bin/lint-imports --no-logo || failed=1; \
	$(VENV_PYTHON) -m vulture || failed=1; \
	exit $$failed

format: .venv/.ready-dev ## Put the code into its standard format
	@$(VENV_PYTHON) -m ruff check --fix .
	@$(VENV_PYTHON) -m ruff format .

translations: .venv/.ready-dev ## Collect the window's texts for translators and compile what they wrote
	@$(VENV_PYTHON) .setup/translations.py

fresh-clone: ## Try the README's two commands in a fresh clone with an empty home folder
	@bash tests/fresh_clone.sh $(ARGS)

fresh-debian: ## Walk a newcomer's way on bare Debians (debootstrap, root, network); ARGS="testing" names one
	@bash tests/fresh_debian.sh $(ARGS)

platforms: .venv/.ready-dev ## Resolve the pinned packages, wheels only, for every system and Python (network)
	@$(VENV_PYTHON) .setup/platforms.py

screen-reader: .venv/.ready-run ## Read the window as a screen reader does; needs at-spi2-core, python3-pyatspi and xvfb
	@xvfb-run -a dbus-run-session -- /usr/bin/python3 tests/screen_reader.py $(VENV_PYTHON)

setup: .venv/.ready-dev .venv/.ready-run ## Only make the environment, for running and for developing

clean: ## Remove the environment, caches and compiled files
	rm -rf .venv .uv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache build dist *.egg-info
	find engine gui tests .setup -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -rf __pycache__

.venv/.ready-run: $(SET_UP_FILES)
	@python=$$(.setup/find_python) || exit 2; "$$python" .setup/environment.py run
	@touch $@

.venv/.ready-dev: $(SET_UP_FILES)
	@python=$$(.setup/find_python) || exit 2; "$$python" .setup/environment.py dev
	@touch $@

.venv/.ready-mutation: .venv/.ready-dev $(SET_UP_FILES)
	@python=$$(.setup/find_python) || exit 2; "$$python" .setup/environment.py mutation
	@touch $@
