"""Entrapments for a FASTA keep where trypsin cuts, and are unlike what they were shuffled from."""
import random
import unittest

from entrapment.shuffling import PREFIX, shared_bonds, shuffled, spans, trapped


class Shuffling(unittest.TestCase):
    def setUp(self):
        source = random.Random(5)
        self.proteins = [
            (f"P{number}", "M" + "".join(source.choices("ACDEFGHIKLMNPQRSTVWY", k=300))) for number in range(20)]

    def test_entrapments_are_cut_where_their_proteins_are_into_the_same_residues(self):
        for _, residues in self.proteins:
            other = shuffled(residues, 1)
            self.assertEqual(list(spans(residues)), list(spans(other)))
            self.assertTrue(all(
                sorted(residues[start:end]) == sorted(other[start:end]) for start, end in spans(residues)))

    def test_another_seed_gives_others_and_the_same_seed_the_same(self):
        residues = self.proteins[0][1]
        self.assertEqual(shuffled(residues, 1), shuffled(residues, 1))
        self.assertNotEqual(shuffled(residues, 1), shuffled(residues, 2))

    def test_bonds_with_the_same_residues_in_front_are_counted(self):
        self.assertEqual(shared_bonds("PEPTIDEK", "PEPTIDEK"), 7)
        self.assertEqual(shared_bonds("PEPTDIEK", "PEPTIDEK"), 6)
        self.assertEqual(shared_bonds("PEDITPEK", "PEPTIDEK"), 4)

    def test_peptides_are_targets_or_entrapments_and_most_have_a_partner(self):
        both, kinds = trapped(self.proteins, 1)
        self.assertEqual(len(both), 40)
        self.assertTrue(all(header.startswith(PREFIX) for header, _ in both[20:]))
        self.assertFalse(kinds.targets & kinds.entrapments)
        self.assertGreater(kinds.ratio, 0.4)

    def test_what_cannot_be_shuffled_is_no_entrapment(self):
        _, kinds = trapped([("A", "AGGGGGK")], 1)
        self.assertEqual(kinds.targets, {"AGGGGGK"})
        self.assertFalse(kinds.entrapments)


if __name__ == "__main__":
    unittest.main()
