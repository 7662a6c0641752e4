internal import SpectrumModel

extension DissociationMethod {
    /// The methods that a short name stands for: CID, HCD, ETD, ECD, ETD+SA (supplemental activation by CID), EThcD, ETciD;
    /// none where it is blank.
    static func named(_ name: String) -> [DissociationMethod] {
        switch name.trimmingSpaces.uppercased() {
        case "": return []
        case "CID": return [.cid]
        case "HCD": return [.hcd]
        case "ETD": return [.etd]
        case "ECD": return [.ecd]
        case "ETD+SA", "ETCID": return [.cid, .etd]
        case "ETHCD": return [.ethcd]
        case "IRMPD": return [.irmpd]
        case "UVPD": return [.uvpd]
        default: return [.other]
        }
    }
}
