/// Gives back, in order, what a ``MzMLCondenser`` took out of a block.
///
/// Valid while the block's text and the memory are; it is dropped before the next block is condensed.
struct MzMLInsetReader {
    /// Something that was taken out.
    enum Inset {
        /// A cvParam or userParam.
        case parameter(MzMLParameter)
        /// The text of an array.
        case text(UnsafeBufferPointer<UInt8>)
        /// A parameter that libxml2 has not read before after all.
        case unknown
    }

    private let memory: MzMLTagMemory
    private let block: UnsafeBufferPointer<UInt8>
    private let insets: [MzMLInset]
    private let lessons: [(tagNumber: Int, place: Int)]
    private var nextInset = 0
    private var nextLesson = 0

    /// - Parameter block: the text that was condensed last.
    init(_ condenser: MzMLCondenser, block: UnsafeBufferPointer<UInt8>) {
        memory = condenser.memory
        insets = condenser.insets
        lessons = condenser.lessons
        self.block = block
    }

    /// The next of those that stand before the tag of this number.
    mutating func next(before tagNumber: Int) -> Inset? {
        guard nextInset < insets.count, Int(insets[nextInset].tagsBefore) < tagNumber else { return nil }
        let inset = insets[nextInset]
        nextInset += 1
        let bytes = UnsafeBufferPointer(rebasing: block[Int(inset.start)..<Int(inset.end)])
        let place = Int(inset.place)
        if place == MzMLTagMemory.unknown { return .text(bytes) }
        guard var parameter = memory[place].parameter else { return .unknown }
        if !memory[place].tail.isEmpty { parameter.value = bytes }
        return .parameter(parameter)
    }

    /// Lets the memory learn a parameter that libxml2 has read, if it is one of those to be learned.
    mutating func learn(_ parameter: MzMLParameter, tagNumber: Int) {
        guard nextLesson < lessons.count, lessons[nextLesson].tagNumber == tagNumber else { return }
        memory.learn(parameter, at: lessons[nextLesson].place)
        nextLesson += 1
    }
}
