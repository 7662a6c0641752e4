"""Whether as many matches are wrong as their posterior error probabilities claim.

    main   the command: simulates, searches, writes the table
    bins   matches by claimed probability, with the share that is wrong and its interval

Only the standard library is used.
"""
