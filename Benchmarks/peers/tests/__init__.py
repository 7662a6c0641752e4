"""Tests of what the figures rest on; `make bench` runs them first."""
