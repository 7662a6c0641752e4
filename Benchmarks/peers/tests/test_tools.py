"""Matches as the tools write them."""
import json
import tempfile
import unittest
from dataclasses import replace
from pathlib import Path

from peers.inputs.sets import Inputs
from peers.tools import openms, tandem
from peers.tools.moselle import Moselle
from peers.tools.sagepy import Sagepy

IDXML = """
<ProteinHit id="PH_0" accession="P1" score="0.0" sequence="" >
<ProteinHit id="PH_1" accession="rev_P1" score="0.0" sequence="" >
<PeptideIdentification score_type="hyperscore" MZ="665.1" RT="47.2" spectrum_reference="controllerType=0 scan=45" >
<PeptideHit score="1.5" sequence=".(Acetyl)PEPTM(Oxidation)IDEC(Carbamidomethyl)K" charge="4" protein_refs="PH_0 PH_1" >
</PeptideIdentification>
<PeptideIdentification score_type="hyperscore" MZ="665.1" RT="47.3" spectrum_reference="scan=46" >
<PeptideHit score="0.5" sequence="LERK" charge="2" aa_before="R" protein_refs="PH_1" >
"""
TANDEM = """
<group id="1" mh="2657.3" z="4" rt="" expect="2.7e-01" label="P1 some &quot;name&quot;" type="model" >
<protein expect="-7.9" id="1.1" uid="6169" label="rev_P1 some" sumI="5.55" >
<domain id="1.1.1" start="118" end="141" expect="2.7e-01" mh="2655.297" seq="PEPTIDEK" missed_cleavages="1">
<protein expect="-7.9" id="1.2" uid="6170" label="P2 other" sumI="5.55" >
<domain id="1.2.1" start="118" end="141" expect="2.7e-01" mh="2655.297" seq="PEPTLDEK" missed_cleavages="1">
<group id="3" mh="2393.2" z="4" rt="" expect="7.4e-02" label="rev_P3" type="model" >
<protein expect="-nan" id="3.1" uid="5297" label="rev_P3" sumI="6.31" >
<domain id="3.1.1" start="102" end="122" expect="7.4e-02" mh="2393.2500" seq="LERK" missed_cleavages="0">
"""


class MatchTests(unittest.TestCase):
    def written(self, text):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        path = Path(place.name) / "matches"
        path.write_text(text)
        return path

    def test_idxml_is_read_without_modifications_and_a_shared_peptide_is_a_target(self):
        found = list(openms.read(self.written(IDXML), "r"))
        self.assertEqual(found, [("r", 45, 1.5, False, "PEPTMIDECK"), ("r", 46, 0.5, True, "LERK")])

    def test_x_tandems_groups_have_all_proteins_and_the_first_sequence(self):
        found = list(tandem.groups(self.written(TANDEM)))
        self.assertEqual(found, [
            (1, 0.27, ["rev_P1 some", "P2 other"], "PEPTIDEK"), (3, 0.074, ["rev_P3"], "LERK")])


class DecoyTests(unittest.TestCase):
    def setUp(self):
        self.reversed = Inputs("a", "", Path(), [Path("r.mzML")], Path("targets.fasta"), Path("both.fasta"))
        self.shuffled = replace(self.reversed, decoy_seed=3)

    def words(self, tool, inputs):
        return [str(word) for word in tool.commands(inputs, Path())[0]]

    def test_moselle_makes_its_own_by_the_seed_of_the_draw_or_takes_those_of_the_fasta(self):
        own, drawn = (self.words(Moselle(2), inputs) for inputs in (self.reversed, self.shuffled))
        self.assertLessEqual({"search.decoys=reverse", "targets.fasta"}, set(own))
        self.assertLessEqual({"search.decoys=shuffle", "search.seed=3", "targets.fasta"}, set(drawn))
        taken = self.words(Moselle(2, takes_decoys=True), self.shuffled)
        self.assertLessEqual({"search.decoys={ from-fasta: rev_ }", "both.fasta"}, set(taken))
        self.assertFalse({"search.decoys=shuffle", "search.seed=3", "targets.fasta"} & set(taken))

    def test_sages_core_takes_those_of_the_fasta_in_a_draw_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            for inputs, fasta, makes in ((self.reversed, "targets.fasta", True), (self.shuffled, "both.fasta", False)):
                Sagepy(rescores=False).prepare(inputs, Path(folder))
                options = json.loads((Path(folder) / "search.json").read_text())
                self.assertEqual((options["proteins"], options["makes_decoys"]), (fasta, makes))


if __name__ == "__main__":
    unittest.main()
