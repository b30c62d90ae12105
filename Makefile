# The commands of the archive.  Each works on a fresh clone that has git, make and Python 3.11 or newer.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
OUTPUT := _build
SPHINX := PYTHONPATH=_ext $(BIN)/python -m extension_kit.sphinx_command

# What a user writes reaches the commands as it is, in the environment: neither make nor the shell reads any of it.
ASKED := ACCEPT BOOK COUNCIL DRAFTS DRY FORCE FROM GOLD HALVES JOBS LANGUAGE MINUTES NAME PACKAGE PARTS PDF PLACE Q RULES SEED \
  SESSION SINGLE UNITS VERSION YEAR YES
# Systems set these themselves, for other ends: they count only where they are written behind make.
$(foreach name,LANGUAGE NAME PACKAGE PDF VERSION,$(if $(filter environment,$(origin $(name))),$(eval $(name) :=)))
$(foreach name,$(ASKED),$(eval override $(name) := $$(value $(name))))
export $(ASKED)

.DEFAULT_GOAL := help
.PHONY: help html pdf serve search catalogue review import new-institution check-addresses publish-addresses \
  package verify test fuzz check bench clean upgrade audit

help:  ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(INSTALLED): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it with: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV)
	@echo "installing the pinned packages into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@touch $@

html: $(INSTALLED)  ## build the archive as web pages
	@$(SPHINX) -b html -j auto -d $(OUTPUT)/doctrees -D archive_pdf_folder=$(OUTPUT)/pdf $(SPHINXOPTS) . $(OUTPUT)/html
	@echo && echo "The archive is built.  Open $(OUTPUT)/html/index.html"

pdf: $(INSTALLED)  ## print the archive: make pdf [BOOK=1] [YEAR=2020] [SESSION=2020-11-30-octava-sesion-consejo] [SINGLE=1]
	@$(SPHINX) -b typst -j auto -d $(OUTPUT)/doctrees $(if $(BOOK),-D archive_pdf_book=1) \
	  $(if $(YEAR),-D archive_pdf_year="$$YEAR") $(if $(SESSION),-D archive_pdf_session="$$SESSION") $(if $(SINGLE),-D archive_pdf_single=1) \
	  $(SPHINXOPTS) . $(OUTPUT)/pdf
	@echo && echo "The PDF files are in $(OUTPUT)/pdf"

# the checksum of the script that sphinx-autobuild adds to a page, for the pages' Content-Security-Policy
RELOADS := "'sha256-3B0ehLd5qR5IC6e1lFKGjhHcFxFuTVEr6bFPiKdBz4w='"
serve: $(INSTALLED)  ## show the archive at http://127.0.0.1:8000 and rebuild it while you write
	@$(BIN)/sphinx-autobuild -j auto -d $(OUTPUT)/serve/doctrees --ignore '*/$(OUTPUT)/*' --ignore '*/years/*' \
	  --ignore '*/$(VENV)/*' -D archive_policy.script-src=$(RELOADS) $(SPHINXOPTS) . $(OUTPUT)/serve/html

search: $(INSTALLED)  ## search the built archive: make search Q="atlas de riesgos" [YEAR=2020]
	@PYTHONPATH=_ext $(BIN)/python -m council search $(if $(YEAR),--year="$$YEAR") -- "$$Q"

catalogue: $(INSTALLED)  ## file project names that have no record as new records
	@PYTHONPATH=_ext $(BIN)/python -m council catalogue

review: $(INSTALLED)  ## tell what deserves a look, or: make review [ACCEPT=plan-de-agua] [RULES=1 GOLD=DIR HALVES=1]
	@PYTHONPATH=_ext $(BIN)/python -m council review $(if $(ACCEPT),--accept="$$ACCEPT") $(if $(RULES),--rules) \
	  $(if $(HALVES),--halves) $(if $(GOLD),--gold="$$GOLD")

import: $(INSTALLED)  ## take releases into sessions/, or tell what would come: make import FROM=DIR [DRY=1] [DRAFTS=1] [FORCE=1]
	@PYTHONPATH=_ext $(BIN)/python -m council import $(if $(DRY),--dry) $(if $(DRAFTS),--drafts) \
	  $(if $(FORCE),--force) -- "$$FROM"

check-addresses: html  ## tell which published addresses lead nowhere
	@PYTHONPATH=_ext $(BIN)/python -m council check-addresses --built $(OUTPUT)/html

publish-addresses: html  ## add the addresses of the archive to addresses.txt, when it is published
	@PYTHONPATH=_ext $(BIN)/python -m council publish-addresses --built $(OUTPUT)/html

new-institution: $(INSTALLED)  ## begin another archive: make new-institution NAME="…" [LANGUAGE=en] [COUNCIL="…"] [UNITS="A; B"] [PLACE="…"] [YES=1]
	@PYTHONPATH=_ext $(BIN)/python -m council new-institution --name="$$NAME" $(if $(LANGUAGE),--language="$$LANGUAGE") \
	  --council="$$COUNCIL" --units="$$UNITS" --place="$$PLACE" $(if $(YES),--yes)

package: html  ## put the archive into one package: make package [VERSION=2026.1] [PDF=0]
	@$(if $(filter 0,$(PDF)),,$(SPHINX) -b typst -j auto -d $(OUTPUT)/doctrees $(SPHINXOPTS) . $(OUTPUT)/book)
	@PYTHONPATH=_ext $(BIN)/python -m council package --built=$(OUTPUT) --version="$$VERSION" \
	  $(if $(filter 0,$(PDF)),,--book=$(OUTPUT)/book)

verify: $(INSTALLED)  ## check a package: make verify PACKAGE=FOLDER
	@PYTHONPATH=_ext $(BIN)/python -m council verify -- "$$PACKAGE"

test: $(INSTALLED)  ## run the tests; what they cover, at twice the time: make test PYTESTOPTS="--cov --cov-report=term:skip-covered"
	@$(BIN)/python -m pytest -n auto $(PYTESTOPTS)

export MINUTES SEED JOBS
fuzz: $(INSTALLED)  ## look for inputs that break the archive: make fuzz [MINUTES=10] [SEED=1] [JOBS=2] [PARTS="library builds edits kills"]
	@PYTHONPATH=_ext:tests $(BIN)/python -m fuzz $(if $(MINUTES),--minutes="$$MINUTES") $(if $(SEED),--seed="$$SEED") \
	  $(if $(JOBS),--jobs="$$JOBS") $(if $(PARTS),--parts $$PARTS) --folder $(OUTPUT)/fuzz

check: $(INSTALLED)  ## check style and types
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

bench: $(INSTALLED)  ## measure this archive and its peers: make bench [BENCH="--sizes 100 1000"]
	@$(BIN)/python benchmarks/run.py $(BENCH)

upgrade: $(INSTALLED)  ## pin the newest versions of all packages, and install them
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --no-header --no-annotate \
	  --no-emit-index-url --generate-hashes --group dev --output-file requirements.lock pyproject.toml
	@$(MAKE) --no-print-directory $(INSTALLED)

audit: $(INSTALLED)  ## ask the databases of known faults about the pinned packages
	@$(BIN)/python tools/audit.py

clean:  ## remove all that was built
	@for page in years/*.md; do ! grep -qsxF '% Made by each build; changes are lost.' "$$page" || rm "$$page"; done
	@rmdir years 2>/dev/null || true
	@rm -rf $(OUTPUT) .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
