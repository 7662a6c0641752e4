import Simulation

/// Components with every field filled differently.
enum Examples {
    static let selected = SpectrumComponent(
        run: "demo", spectrumID: "controllerType=0 controllerNumber=1 scan=12", scanNumber: 12,
        retentionTimeSeconds: 90, statedMZ: 500.25, statedCharge: 2, isotopeOffset: 1, component: 1, origin: .database,
        share: 0.75, peptidoform: "PEPTM[Oxidation]IDEK", sequence: "PEPTMIDEK", charge: 2, proteins: ["P1", "P2"],
        monoisotopicMZ: 499.75, fragmentPeaks: 11)

    static let isolatedToo = SpectrumComponent(
        run: "demo", spectrumID: "controllerType=0 controllerNumber=1 scan=12", scanNumber: 12,
        retentionTimeSeconds: 90, statedMZ: 500.25, statedCharge: 2, isotopeOffset: 1, component: 2, origin: .foreign,
        share: 0.25, peptidoform: "ELVISK", sequence: "ELVISK", charge: 3, proteins: [], monoisotopicMZ: 500.125,
        fragmentPeaks: 0)

    static let noise = SpectrumComponent(
        noiseIn: "demo", spectrumID: "index=13", scanNumber: nil, retentionTimeSeconds: 91.5, statedMZ: 321.0625,
        statedCharge: nil)

    /// The three rows as the table has them.
    static let rows = [
        "demo|controllerType=0 controllerNumber=1 scan=12|12|1.5|500.25|2|1|1|database|0.75|PEPTM[Oxidation]IDEK|"
            + "PEPTMIDEK|2|P1;P2|499.75|11",
        "demo|controllerType=0 controllerNumber=1 scan=12|12|1.5|500.25|2|1|2|foreign|0.25|ELVISK|ELVISK|3||500.125|0",
        "demo|index=13||1.525|321.0625||0|1|noise|||||||",
    ].map { $0.replacing("|", with: "\t") + "\n" }
}
