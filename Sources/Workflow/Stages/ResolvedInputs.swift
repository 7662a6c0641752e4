/// An input file as it was found: where it is and what is in it.
public struct InputFile: Sendable, Hashable, Codable {
    /// Absolute path.
    public var path: String

    /// Its size.
    public var byteCount: Int

    /// SHA-256 of its content, 64 hexadecimal digits.
    public var sha256: String

    /// A file.
    public init(path: String, byteCount: Int, sha256: String) {
        self.path = path
        self.byteCount = byteCount
        self.sha256 = sha256
    }
}

/// The input files of a workflow.
public struct ResolvedInputs: Sendable, Hashable, Codable {
    /// The runs, ordered by name of the run.
    public var spectra: [InputFile]
    /// The protein databases, in the order of the workflow.
    public var proteins: [InputFile]
    /// The databases of contaminants, in the order of the workflow.
    public var contaminants: [InputFile]
    /// The databases of proteins known not to be in the samples, in the order of the workflow.
    public var entrapment: [InputFile]
    /// The design, or nil.
    public var samples: InputFile?
    /// What is known to be true of the runs, or nil.
    public var truth: InputFile?

    /// Input files.
    public init(
        spectra: [InputFile] = [], proteins: [InputFile] = [], contaminants: [InputFile] = [],
        entrapment: [InputFile] = [], samples: InputFile? = nil, truth: InputFile? = nil
    ) {
        self.spectra = spectra
        self.proteins = proteins
        self.contaminants = contaminants
        self.entrapment = entrapment
        self.samples = samples
        self.truth = truth
    }

    /// The files of a kind.
    public func files(_ kind: InputKind) -> [InputFile] {
        switch kind {
        case .spectra: spectra
        case .proteins: proteins
        case .contaminants: contaminants
        case .entrapment: entrapment
        case .samples: samples.map { [$0] } ?? []
        case .truth: truth.map { [$0] } ?? []
        }
    }
}

extension ResolvedInputs {
    /// Reads the files of a run record; one that was written before there were entrapments has none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        spectra = try container.decode([InputFile].self, forKey: .spectra)
        proteins = try container.decode([InputFile].self, forKey: .proteins)
        contaminants = try container.decode([InputFile].self, forKey: .contaminants)
        entrapment = try container.decodeIfPresent([InputFile].self, forKey: .entrapment) ?? []
        samples = try container.decodeIfPresent(InputFile.self, forKey: .samples)
        truth = try container.decodeIfPresent(InputFile.self, forKey: .truth)
    }
}
