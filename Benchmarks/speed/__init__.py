"""Reading speed: the same spectra in several forms, read with every peak decoded."""
