/// What the command line changes about a workflow file.
public struct WorkflowOverrides: Sendable, Hashable {
    /// Spectra files or globs that replace those of the workflow; nil keeps them. Relative to the current folder.
    public var spectra: [String]?

    /// Protein files or globs that replace those of the workflow; nil keeps them. Relative to the current folder.
    public var proteins: [String]?

    /// Files or globs of proteins known not to be in the samples that replace those of the workflow; nil keeps them.
    /// Relative to the current folder.
    public var entrapment: [String]?

    /// The design that replaces that of the workflow; nil keeps it. Relative to the current folder.
    public var samples: String?

    /// What is known to be true of the runs, instead of the workflow's; nil keeps it. Relative to the current folder.
    public var truth: String?

    /// Parameters to set, each `STAGE.PARAM=VALUE`; the value is YAML.
    public var settings: [String]

    /// Changes.
    public init(
        spectra: [String]? = nil, proteins: [String]? = nil, entrapment: [String]? = nil, samples: String? = nil,
        truth: String? = nil, settings: [String] = []
    ) {
        self.spectra = spectra
        self.proteins = proteins
        self.entrapment = entrapment
        self.samples = samples
        self.truth = truth
        self.settings = settings
    }
}
