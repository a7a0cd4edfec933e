# The tasks of the project. `make` alone lists them.
# Settings go through the environment (TECHMOVES_Scope=any make run) or the variables below (make run ARTICLES=news OUT=dataset).
.DEFAULT_GOAL := help
.PHONY: help sdk build run test lint validate mentions evaluate misses train golden floors docs report bench bench-parts bench-load nightly fetch scale-local scale-slurm test-slurm soak clean

ARTICLES ?=
OUT ?=
GOLD ?= tests/gold/articles.jsonl

export DOTNET_NOLOGO := 1
export DOTNET_CLI_TELEMETRY_OPTOUT := 1

VERSION := $(shell sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json)
TECHMOVES := dotnet artifacts/program/techmoves.dll
TEST := dotnet test --project tests -c Release
BENCH := dotnet run --project tests/Benchmarks -c Release -v quiet
ORDINARY := --filter "TestCategory!=Benchmark&TestCategory!=Soak"
# What a run reads and writes; SHARDS: into how many parts scale-local and scale-slurm cut a night.
FOLDERS = $(if $(ARTICLES),--articles "$(ARTICLES)") $(if $(OUT),--out "$(OUT)")
SHARDS ?= 64
FEEDS ?= feeds.csv

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

sdk:
	@dotnet --version >/dev/null 2>&1 || { echo "techmoves: the .NET SDK $(VERSION) is missing: install it from https://dotnet.microsoft.com/download and run make again" >&2; exit 2; }

build: sdk ## Build the program, compiled ahead of time, into artifacts/program (what all targets below do first)
	@dotnet publish pipeline -c Release -o artifacts/program -v:quiet -nologo >&2

run: build ## Read ARTICLES (a file or folder; default data/articles), write the dataset to OUT (default data/out)
	@$(TECHMOVES) run $(if $(ARTICLES),--articles "$(ARTICLES)") $(if $(OUT),--out "$(OUT)")

test: sdk ## Run all tests; what needs Node.js, Jupyter or chromium is skipped where that is missing
	@$(TEST) $(ORDINARY)

fetch: build ## Read the feeds of FEEDS (default feeds.csv) and store what they name in ARTICLES (default data/articles)
	@$(TECHMOVES) fetch $(if $(FEEDS),--feeds "$(FEEDS)") $(if $(ARTICLES),--articles "$(ARTICLES)")

lint: sdk ## Check the format, and build with warnings as errors
	@dotnet format --verify-no-changes
	@dotnet msbuild Pipeline.sln -restore -p:Configuration=Release -v:quiet -nologo

validate: build ## Check the dataset in OUT (default data/out) against its schemas
	@$(TECHMOVES) validate $(if $(OUT),"$(OUT)")

report: build ## Write the dataset in OUT as one HTML page and open it; runs first where there is no dataset yet
	@[ -f "$(or $(OUT),data/out)/datapackage.json" ] || $(MAKE) --no-print-directory run
	@$(TECHMOVES) report $(if $(ARTICLES),--articles "$(ARTICLES)") $(if $(OUT),--out "$(OUT)") $$([ ! -t 1 ] || echo --open)

mentions: build ## Filter: JSON Lines {id, language, published, text} in, the amounts, dates and companies found out (use make -s)
	@$(TECHMOVES) mentions

evaluate: build ## Measure the extraction on annotated articles, GOLD=FILE.jsonl (default tests/gold/articles.jsonl)
	@$(TECHMOVES) evaluate "$(GOLD)"

misses: build ## List what is missed and wrong in annotated articles, GOLD=FILE.jsonl: one thing a line, its kind first
	@$(TECHMOVES) evaluate --misses "$(GOLD)"

train: build ## Fit the confidence model on annotated articles, GOLD="FILE...", and write data/confidence.csv
	@$(TECHMOVES) train $(GOLD)

floors: sdk ## Raise the floors of accuracy to what is measured now; never lowers one
	@TECHMOVES_FLOORS=raise $(TEST) --filter "FullyQualifiedName~GoldTests"

golden: sdk ## Take the present output as right: golden files, the example of the README, docs/dictionary.md (review the diff)
	@TECHMOVES_GOLDEN=write $(TEST) --filter "FullyQualifiedName~GoldenTests|FullyQualifiedName~DocumentTests"

docs: sdk ## Write anew what documents take from the program: README's example, docs/dictionary.md, docs/how-a-row-comes-to-be.md, data/README.md
	@TECHMOVES_GOLDEN=write $(TEST) --filter "FullyQualifiedName~DocumentTests"

bench: build ## Measure the speed against its targets (docs/performance.md); a few minutes, on a machine that does nothing else
	@$(BENCH)

bench-parts: build ## Measure each layer alone, with BenchmarkDotNet
	@$(BENCH) -- parts

bench-load: sdk ## Measure the load of 0.3, 1 and 2 million sources
	@$(TEST) --filter "TestCategory=Benchmark" --output Detailed

nightly: build ## A night: fetch the feeds of FEEDS (default feeds.csv) if there are any, run, validate, write the page
	@if [ -f "$(FEEDS)" ]; then $(TECHMOVES) fetch --feeds "$(FEEDS)" $(if $(ARTICLES),--articles "$(ARTICLES)"); fi
	@$(TECHMOVES) run $(FOLDERS)
	@$(TECHMOVES) validate $(if $(OUT),"$(OUT)")
	@$(TECHMOVES) report $(FOLDERS)

scale-local: build ## A run in SHARDS processes (default 64), as many at once as make -j says: make -j8 scale-local
	@$(TECHMOVES) plan --shards $(SHARDS) $(FOLDERS)
	@+shards=$$($(TECHMOVES) missing --list $(FOLDERS) | sed 's,^,shard-,; s,/,-of-,'); [ -z "$$shards" ] || $(MAKE) --no-print-directory $$shards
	@$(TECHMOVES) load $(FOLDERS)

shard-%:
	@TECHMOVES_Threads=$${TECHMOVES_Threads:-1} $(TECHMOVES) normalize --quiet --shard $(subst -of-,/,$*) $(FOLDERS)

scale-slurm: build ## A run in SHARDS tasks of a job array of Slurm; folders that all nodes see (docs/scale.md)
	@TECHMOVES_Articles="$(abspath $(or $(ARTICLES),data/articles))" TECHMOVES_Out="$(abspath $(or $(OUT),data/out))" scale/slurm/submit.sh $(SHARDS)

test-slurm: build ## The test on a real Slurm of three nodes on this machine; needs slurm-wlm and munge
	@scale/slurm/test.sh

soak: sdk ## The tests that take long: 200 kills, 50,000 mutated inputs a reader, 100,000 articles by threads and shards, a WARC of 1 GB, 5 and 20 million generated sources (60 GB of disk)
	@$(TEST) --filter "TestCategory=Soak" --output Detailed

clean: ## Remove what was built, the dataset in data/out, its state and its page
	@rm -rf artifacts data/out data/out.state data/out.html
