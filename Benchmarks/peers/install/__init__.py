"""Private installations of the peers, below .build/benchmarks; nothing of the system is changed, no root is needed."""
