"""Whether a claimed false discovery rate holds, by entrapments and, where it is known, by the truth.

    main       the command: simulates, searches, writes the tables
    pooled     counts of entrapments of several runs, added up, with bounds and intervals
    shuffling  entrapments in a FASTA, for tools that know none
    tools      entrapments among what several tools accept

Only the standard library is used.
"""
