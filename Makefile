# Two commands are all that a newcomer needs: `make run` and `make test`.
# Each does its own set-up and cleans up behind itself.
.DEFAULT_GOAL := help
.PHONY: help run test check shots

help: ## Say what there is
	@sed -n 's/^\([a-z]*\): ## /make \1\t/p' Makefile

run: ## Start the demo on throw-away data and print the links and sign-ins
	@scripts/run

test: ## Install what the tests need, run them all, stop everything that was started
	@scripts/test

check: ## What a commit should pass, without browser and PostgreSQL
	@cargo xtask check

shots: ## Draw the screenshots of docs/shots again
	@cargo xtask shots
