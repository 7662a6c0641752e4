# Moselle: `make help` lists what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup build demo test lint docs bench compare-readers compare-centroids compare-picking read-speed
.PHONY: check-reliability check-entrapment microbench fuzz sanitize spectra install clean

PREFIX ?= /usr/local
CONFIG := release
# Folder of real test data; tests that need it are skipped by name where it is not there.
MOSELLE_TEST_DATA ?= $(abspath ../shared/data)
export MOSELLE_TEST_DATA

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-17s %s\n", $$1, $$2}'

setup:  ## install the system libraries that are missing
	@Scripts/install-system-libraries

build: setup  ## build the program (release)
	swift build -c $(CONFIG) --product moselle

demo: build  ## search the demonstration study in Spectra/ and compare with what is known to be true
	@.build/$(CONFIG)/moselle run Workflows/demo.yaml --output results/demo --fresh

test: setup lint  ## lint, build and run all tests (release build)
	swift build -c $(CONFIG)
	@set -o pipefail; swift test -c $(CONFIG) 2>&1 | tee .build/test.log
	@echo "$$(grep -cE '^.? *Test .* skipped' .build/test.log) tests were skipped, each named above" \
		"(real data are looked for in $(MOSELLE_TEST_DATA))"

lint:  ## check the format of all Swift sources
	swift format lint --strict --recursive --parallel Package.swift Sources Tests \
		Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks Fuzzing/Package.swift Fuzzing/Sources

docs: setup  ## build the documentation of all modules into .build/documentation; a warning is an error
	@Scripts/check-documentation

bench: build  ## install peers privately, run them and Moselle on the same inputs, write a table (BENCH= for options)
	@cd Benchmarks && python3 -B -m unittest discover --quiet -s . -t .
	@Benchmarks/run $(BENCH)

compare-readers: build  ## hold what is read and written against pyteomics and pyopenms (COMPARE= for options)
	@cd Benchmarks && python3 -B -m unittest discover --quiet -s . -t .
	@Benchmarks/compare-readers $(COMPARE)

read-speed: build  ## time the readers beside peers and beside the floor (READSPEED= for options)
	@cd Benchmarks && python3 -B -m unittest discover --quiet -s speed/tests -t .
	@Benchmarks/read-speed $(READSPEED)

microbench: setup  ## time single steps; the first call builds for some minutes (MICROBENCH= for options)
	swift package --package-path Benchmarks benchmark --no-progress $(MICROBENCH)

fuzz: setup  ## feed the readers and codecs what libFuzzer makes (FUZZ="SECONDS TARGET..." for options)
	@Fuzzing/run $(FUZZ)

sanitize: setup  ## run tests with the thread sanitizer, then with the address sanitizer
	@Scripts/sanitize

compare-centroids: build  ## compare picked peaks with those of vendors and of OpenMS (CENTROIDS= for options)
	@cd Benchmarks && python3 -B -m unittest discover --quiet -s peers/tests -t .
	@Benchmarks/compare-centroids $(CENTROIDS)

compare-picking: build  ## measure what picking does to identifications, precursors and time (PICKING= for options)
	@cd Benchmarks && python3 -B -m unittest discover --quiet -s picking/tests -t .
	@Benchmarks/compare-picking $(PICKING)

check-reliability: build  ## hold claimed error probabilities against the truth of simulated runs (RELIABILITY= for options)
	@cd Benchmarks && python3 -B -m unittest discover --quiet -s reliability/tests -t .
	@Benchmarks/check-reliability $(RELIABILITY)

check-entrapment: build  ## hold claimed rates against entrapments, of other tools too (ENTRAPMENT= for options)
	@cd Benchmarks && python3 -B -m unittest discover --quiet -s entrapment/tests -t .
	@Benchmarks/check-entrapment $(ENTRAPMENT)

spectra: build  ## make the demonstration study in Spectra/ anew
	@Scripts/make-spectra

install: build  ## install the program below PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 .build/$(CONFIG)/moselle $(DESTDIR)$(PREFIX)/bin/moselle

clean:  ## remove build products and results
	rm -rf .build results Benchmarks/.build
