"""Tests of the comparison of readers; `python3 -m unittest discover -s . -t .` in Benchmarks/ runs them."""
