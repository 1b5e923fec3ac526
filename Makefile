# Two commands are enough: `make site` builds the example site, `make test` runs every check.
# Everything is installed into .venv, at the versions and hashes that requirements/*.lock name.

.DEFAULT_GOAL := help
.SUFFIXES:
MAKEFLAGS += --no-print-directory

PY := .venv/bin/python
# A virtual environment whose Python has gone (after a system upgrade, say) or is too old is made anew.
ALIVE := $(shell $(PY) -c 'import sys; print("yes" if sys.version_info >= (3, 11) else "")' 2>/dev/null)
# The first of these that is new enough and has the venv module; `make PYTHON=/path/to/python3 site` asks for another.
PYTHON ?= python3.13 python3.12 python3.11 python3.14 python3 python
# How many tests run at a time.
WORKERS ?= 2

export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
INSTALL := $(PY) -m pip install --quiet --no-input --require-hashes
# `--no-build-isolation` uses the frozen build tool that the lock just brought. Then the path to us is made relative: pure
# ASCII, without which Python does not even start in a C locale and a Chinese folder, and true after the folder is moved.
EDITABLE := $(PY) -m pip install --quiet --no-input --no-deps --no-index --no-build-isolation --editable . \
  && echo ../../../.. | tee .venv/lib/python3*/site-packages/_disclosure_site_builder.pth >/dev/null

# Without Pango everything but the PDFs is built.
ONLY := $$($(PY) -m site_builder.edge.doctor --require pdf >/dev/null || echo --only html)

.PHONY: help site test serve bench doctor sheets golden screenshots
help: ## 显示本说明 / this help
	@echo '用法 / usage: make TARGET'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

site: .venv/.site bytecode ## 安装并生成示例网站 / set up and build the example site into output/
	@$(PY) -m site_builder.edge.doctor --install pdf
	@$(PY) -m site_builder build $(ONLY)
	@echo
	@echo '网站在 output/，运行 make serve 查看，或用任何网页服务器：python3 -m http.server -d output'
	@echo 'The site is in output/: run `make serve`, or any web server: python3 -m http.server -d output'

serve: .venv/.site bytecode ## 边改边看 / build, serve on this computer, rebuild on every change
	@$(PY) -m site_builder serve $(ONLY)

doctor: .venv/.site ## 本机有什么、缺什么 / what this machine has and lacks
	@$(PY) -m site_builder doctor

# Every check runs even when an earlier one failed; any failure fails the whole.
test: .venv/.test ## 安装并运行全部检查 / set up and run every check
	@$(PY) -m site_builder.edge.doctor --install pdf,browser
	@$(MAKE) --keep-going check-format check-lint check-types check-layers check-tests check-example check-system
	@echo '全部检查通过 / all checks passed'

sheets: .venv/.test ## 看打印件 / one sheet of each kind, side by side in dist/sheets/sheets.png
	@$(PY) -m tests.gallery

screenshots: .venv/.test ## 看网页 / twelve pages on a telephone, a desk, in the dark and on paper, in build/screenshots
	@$(PY) -m site_builder.edge.doctor --install browser
	@$(PY) -m tests.screens

golden: .venv/.test ## 更新样张 / make anew what the tests compare some sheets with: look at it before you commit it
	@$(PY) -m tests.golden

bench: .venv/.bench bytecode ## 测速 / measure speed against other generators
	@$(PY) -m tests.bench

# Where Python is told to write no bytecode, every start would compile us anew; asked outright, it writes it all the same.
.PHONY: bytecode
bytecode: .venv/.site ## 编译一遍 / compile the package once
	@$(PY) -m compileall -q site_builder

.PHONY: check-format check-lint check-types check-layers check-tests check-example check-system
check-format: .venv/.test ## 排版 / ruff format --check
	@echo; echo '== ruff format --check'
	@$(PY) -m ruff format --check --output-format concise .

check-lint: .venv/.test ## 静态检查 / ruff check
	@echo; echo '== ruff check'
	@$(PY) -m ruff check --output-format concise .

check-types: .venv/.test ## 类型 / mypy --strict
	@echo; echo '== mypy --strict'
	@$(PY) -m mypy

check-layers: .venv/.test ## 导入方向 / import-linter
	@echo; echo '== lint-imports'
	@$(PY) -c "from importlinter.cli import lint_imports_command as lint; lint()" --no-cache --no-logo

check-tests: .venv/.test ## 测试 / pytest, browser and PDF tests included
	@echo; echo '== pytest'
	@$(PY) -m pytest -n $(WORKERS) --dist loadfile

check-example: .venv/.test ## 示例网站 / build the example site
	@echo; echo '== site-builder build'
	@$(PY) -m site_builder build $(ONLY)

check-system: .venv/.test ## 系统软件 / Pango and Chromium are there
	@echo; echo '== Pango, Chromium'
	@$(PY) -m site_builder.edge.doctor --require pdf,browser

.PHONY: format lock wheel clean
format: .venv/.test ## 整理代码 / mend what ruff can mend
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

wheel: .venv/.site ## 打包 / build the wheel and the source archive into dist/
	@$(PY) -m hatchling build

# The locks hold the hashes of every file of a release, so they serve every platform; they name no index, so a mirror serves too.
LOCK := .venv/bin/uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 --no-header --no-config
lock: .venv/.site ## 更新 requirements/*.lock / renew the locks
	@$(PY) -m pip install --quiet --no-input uv
	@$(LOCK) pyproject.toml --group build --group test --output-file requirements/test.lock
	@$(LOCK) pyproject.toml --group build --constraint requirements/test.lock --output-file requirements/site.lock
	@$(LOCK) --group bench --output-file requirements/bench.lock

clean: ## 删除生成物 / delete what was built and installed
	@rm -rf .venv .site-builder dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@mkdir -p output && find output -mindepth 1 ! -name .gitkeep -delete
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Each stamp says that its lock is installed; nothing is done again until a lock or pyproject.toml changes.
.venv/.python: $(if $(ALIVE),,always)
	@for python in $(PYTHON); do \
	  "$$python" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
	  echo "建立 .venv / making .venv with $$python"; \
	  "$$python" -m venv $(if $(ALIVE),,--clear) .venv && touch $@ && exit 0; exit 1; \
	done; \
	echo '找不到带 venv 模块的 Python 3.11 或更新版本。' >&2; \
	echo 'Python 3.11 or newer with its venv module was not found.' >&2; \
	echo '  Debian, Ubuntu: sudo apt-get install python3 python3-venv' >&2; \
	echo '  make PYTHON=/path/to/python3 site' >&2; \
	exit 1

.venv/.site: .venv/.python requirements/site.lock pyproject.toml
	@echo '安装运行所需的软件包，约十几秒 / installing what building needs, a few seconds'
	@$(INSTALL) -r requirements/site.lock
	@$(EDITABLE)
	@touch $@

# The test lock holds all of the site's lock, so one installation does for both.
.venv/.test: .venv/.python requirements/test.lock pyproject.toml
	@echo '安装检查所需的软件包，约半分钟 / installing what the checks need, half a minute'
	@$(INSTALL) -r requirements/test.lock
	@$(EDITABLE)
	@touch .venv/.site $@

.venv/.bench: .venv/.site requirements/bench.lock
	@$(INSTALL) -r requirements/bench.lock
	@touch $@

.PHONY: always
always:
