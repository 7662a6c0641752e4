"""What Moselle reads and writes beside what pyteomics and pyopenms read.

    main        the command: which files, in which order
    files       the spectra files below the folder of real data
    spectra     what is compared of a spectrum
    moselle     the table of `moselle inspect --spectra`
    peer        a reader in a private Python (installed as the peers of the benchmark are)
    inside/     what runs there
    comparing   where two readings of a file differ
    known       differences that are known, each with its reason
    writing     files that Moselle writes, and what should stand in them
    conformance their index, checksum and schema
    tallies     counts of what was compared
    table       the Markdown
"""
