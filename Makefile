# The newcomer's commands: `make account`, `make brief` and `make test`. The rest is for maintainers.

PYTHON  ?= $(shell command -v python3.11 || command -v python3)
VENV    := .venv
BIN     := $(VENV)/bin
ARTICLE ?= examples/agency_eu_georgia.txt
OUT     ?= out/brief.html
ACCOUNT ?= out/account.sqlite
DIGEST  ?= out/digest.html
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --annotation-style=line \
           --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

.PHONY: account brief test lint types unit check coverage mutants release scores aside benchmarks fuzz weights schema lock others clean

account: $(VENV)/.run  ## an account of the package's made-up articles, and the digest of one pair of it
	@mkdir -p $(dir $(ACCOUNT)) $(dir $(DIGEST))
	@$(BIN)/legation add --examples --ledger "$(ACCOUNT)"
	@echo
	@$(BIN)/legation digest --dyad EU KZ --ledger "$(ACCOUNT)"
	@$(BIN)/legation digest --dyad EU KZ --ledger "$(ACCOUNT)" --html "$(DIGEST)"
	@echo
	@echo "Open the rest:"
	@echo "  $(BIN)/legation serve --ledger $(ACCOUNT)            in a browser"
	@echo "  $(BIN)/legation dyad China Kazakhstan --ledger $(ACCOUNT)"
	@echo "  $(BIN)/legation rivals Kazakhstan --ledger $(ACCOUNT)"
	@echo "  $(BIN)/legation find corridor --ledger $(ACCOUNT)"
	@echo "  $(BIN)/legation add YOUR-ARTICLES/                   your own, into an account of your own"

brief: $(VENV)/.run  ## write a brief of a sample article, or of ARTICLE=FILE, and say where it is
	@mkdir -p $(dir $(OUT))
	@$(BIN)/legation brief "$(ARTICLE)" --html "$(OUT)"

test: lint types unit  ## everything: style, types, tests

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

unit: $(VENV)/.dev  ## the slowest parts are named at the end
	$(BIN)/python -m pytest -n 2 --dist loadfile --durations=12

check: $(VENV)/.dev  ## as a whole: twenty kills of the account and of parts, twenty readers, a million records
	LEGATION_WHOLE=1 $(BIN)/python -m pytest tests/store tests/scale
	$(BIN)/python benchmarks/store.py

coverage: $(VENV)/.dev  ## which branches no test takes; a page in out/coverage
	$(BIN)/python -m pytest -n 2 --dist loadfile --cov --cov-branch --cov-report=term:skip-covered --cov-report=html:out/coverage

mutants: $(VENV)/.dev  ## change one decision at a time: do the tests notice? SAMPLE=120 SEED=1
	$(BIN)/python tools/mutants.py --sample $(or $(SAMPLE),120) --seed $(or $(SEED),1)

release: $(VENV)/.dev  ## build into dist/ and try it as strangers would; signs and publishes nothing
	$(BIN)/python tools/release.py

scores: $(VENV)/.dev  ## quality on the gold that LEGATION_GOLD points at
	$(BIN)/python tools/scores.py

aside: $(VENV)/.dev  ## quality on ten whole articles on which nobody develops
	$(BIN)/python tools/aside.py

benchmarks: $(VENV)/.dev  ## speed and memory, as ratios in one run
	$(BIN)/python benchmarks/cold_brief.py
	$(BIN)/python benchmarks/language.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/limits.py
	$(BIN)/python benchmarks/traces.py
	$(BIN)/python benchmarks/parts.py
	$(BIN)/python benchmarks/check_time.py
	$(BIN)/python benchmarks/modifiers.py
	$(BIN)/python benchmarks/feeds.py --feeds 41 --hours 6

fuzz: $(VENV)/.dev  ## an hour of nasty inputs, or FUZZ_SECONDS=60 of them
	$(BIN)/python tools/fuzz.py --seconds $(or $(FUZZ_SECONDS),3600)

weights: $(VENV)/.dev  ## train on the corpus; the same bytes each time
	$(BIN)/python tools/build_weights.py

schema: $(VENV)/.dev  ## remake docs/ledger.schema.json from the record types
	$(BIN)/python tools/build_schema.py

lock: $(VENV)/.dev  ## remake the lock files from pyproject.toml
	$(COMPILE) -o requirements/run.txt pyproject.toml
	$(COMPILE) --extra dev -c requirements/run.txt -o requirements/dev.txt pyproject.toml
	$(COMPILE) --extra ci -c requirements/dev.txt -o requirements/ci.txt pyproject.toml
	for file in requirements/run.txt requirements/dev.txt requirements/ci.txt; do \
	    { echo "# Pinned with hashes by 'make lock' from pyproject.toml; never edited."; cat $$file; } > $$file.new && mv $$file.new $$file; done

others: $(VENV)/.dev  ## Spark and followthemoney for their tests; they need Java, and ICU with a compiler
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/ci.txt

$(VENV)/.run: requirements/run.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Legation needs Python 3.11 or newer; set PYTHON=...")'
	@echo "Setting up $(VENV): packages and the language model, a minute or two the first time"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/dev.txt
	@touch $@

clean:
	rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
