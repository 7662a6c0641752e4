"""Tests of what is counted; run by `python3 -m unittest discover -s . -t .` in Benchmarks."""
