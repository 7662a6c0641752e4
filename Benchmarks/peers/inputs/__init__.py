"""What the tools search: spectra as mzML, proteins as FASTA, and the truth where it is known."""
