"""What peak picking is worth.

    main             the command: which parts, what is written
    sets             real runs and simulated ones, with proteins that fit
    searching        one search: its accepted matches, and what it holds on precursors
    comparing        searches of one set, each paired with the first
    identifications  profile runs against centroids of the same spectra, picked by Moselle and by OpenMS
    precursors       searches with precursors as stated and from survey spectra; how many are right where it is known
    speed            picking beside reading and beside OpenMS

Only the standard library is used, except in what peers.private runs in the private Python of pyopenms.
"""
