"""Moselle beside its peers.

    main        the command: what is run, in which order
    settings    the one list of search settings that every tool is given
    places      folders, and what may be missing
    inputs/     the sets: spectra, proteins, truth
    install/    private installations from Debian and PyPI
    tools/      one file a tool: its parameters, its command, its matches
    searches/   what runs inside the private Python: searches of sagepy and pyopenms
    measuring   wall, CPU and peak memory of one command
    counting    accepted matches and their true error, one way for all
    table       the Markdown

Only the standard library is used, except in searches/.
"""
