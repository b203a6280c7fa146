# One command per intention. Each does its own set-up, asks nothing, and says what to do when it fails.

.DEFAULT_GOAL := help
.PHONY: help setup build wasm demo test fmt lint bench clean

# Every recipe runs with the tools that script/env decided on.
RUN := . script/env &&

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

setup: ## install what is missing: compilers, Foundry, Solidity libraries
	@script/setup

build: setup ## programs and Solidity contracts: all that a node of your own deploys
	@$(RUN) cargo xtask wasm
	@$(RUN) script/forge build --quiet

wasm: setup ## build the contracts to build/*.blob and compare their sizes
	@$(RUN) cargo xtask wasm --check

demo: setup ## the whole story on a local chain: deploy, trade, liquidate, pay out
	@script/demo

test: ## everything that CI checks
	@script/setup tests
	@script/test

fmt: setup ## format all Rust (Solidity is laid out by hand)
	@$(RUN) cargo fmt --all
	@$(RUN) cargo fmt --all --manifest-path contracts/Cargo.toml

lint: ## formatting, clippy and the repository's own rules
	@script/setup tests
	@script/lint

bench: setup ## benchmarks: gas into docs/benchmarks.*, times into target/criterion
	@$(RUN) script/forge build --quiet
	@$(RUN) cargo xtask wasm math-probe
	@$(RUN) cargo run --quiet --locked -p ballast-bench
	@$(RUN) cargo bench --workspace --locked

clean: ## remove everything that was built
	rm -rf target contracts/target build out cache
