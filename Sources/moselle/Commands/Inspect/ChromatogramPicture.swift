import Foundations
import SpectrumIO

/// A total ion chromatogram drawn with characters: time from left to right in minutes, current upwards from 0.
///
/// A column is as high as the largest current in it; columns without a spectrum lie on the line between their neighbours.
struct ChromatogramPicture {
    static let columns = 64
    static let rows = 7
    /// Fewer spectra make no chromatogram.
    static let fewestSpectra = 10

    private let msLevel: Int
    private let largest: Double
    private let startMinutes: Double
    private let endMinutes: Double
    /// Heights of the columns, 0 to 1.
    private let heights: [Double]

    /// `nil` where there is too little to draw: few spectra, one time only, or no current.
    init?(_ chromatogram: SpectrumFileInspection.Chromatogram) {
        let filled = chromatogram.largestCurrents.enumerated().compactMap { index, current in
            current.map { (span: index, current: max($0, 0)) }
        }
        guard chromatogram.spectra >= Self.fewestSpectra, let first = filled.first, let last = filled.last,
            last.span > first.span, let largest = filled.map(\.current).max(), largest > 0
        else { return nil }
        msLevel = chromatogram.msLevel
        self.largest = largest
        startMinutes = (chromatogram.startSeconds + Double(first.span) * chromatogram.spanSeconds) / 60
        endMinutes = (chromatogram.startSeconds + Double(last.span + 1) * chromatogram.spanSeconds) / 60
        var heights = [Double?](repeating: nil, count: Self.columns)
        let spans = Double(last.span - first.span + 1)
        for (span, current) in filled {
            let column = Int((Double(span - first.span) + 0.5) / spans * Double(Self.columns))
            heights[column] = max(heights[column] ?? 0, current / largest)
        }
        self.heights = Self.joined(heights)
    }

    /// The picture, with a title.
    ///
    /// - Parameter isUnicode: whether to use block characters, eight steps a row, instead of `#` and `:`, two steps.
    func lines(isUnicode: Bool) -> [String] {
        let label = largest.brief
        let side = isUnicode ? ("┤", "│") : ("|", "|")
        let body = (0..<Self.rows).reversed().map { row in
            let bars = heights.map { Self.character(of: $0 * Double(Self.rows) - Double(row), isUnicode) }
            let isTop = row == Self.rows - 1
            return (isTop ? label : "").aligned(to: label.count) + " " + (isTop ? side.0 : side.1) + String(bars)
        }
        return ["total ion current of MS\(msLevel), the largest in each column"] + body.map(Self.withoutEnd)
            + axis(indentation: label.count + 1, isUnicode)
    }

    /// The line below the columns and its marks at round minutes.
    private func axis(indentation: Int, _ isUnicode: Bool) -> [String] {
        var line = [Character](repeating: isUnicode ? "─" : "-", count: Self.columns)
        var marks = [Character](repeating: " ", count: Self.columns + 12)
        let step = Self.roundStep((endMinutes - startMinutes) / 6)
        var number = (startMinutes / step).rounded(.up)
        while number * step <= endMinutes {
            let minutes = number * step
            let place = (minutes - startMinutes) / (endMinutes - startMinutes) * Double(Self.columns)
            let column = min(Int(place), Self.columns - 1)
            line[column] = isUnicode ? "┴" : "+"
            let digits = step >= 1 ? 0 : step >= 0.1 ? 1 : 2
            for (offset, character) in minutes.grouped(digits: digits).enumerated() where column + offset < marks.count
            {
                marks[column + offset] = character
            }
            number += 1
        }
        let blanks = String(repeating: " ", count: indentation)
        return [
            blanks + (isUnicode ? "└" : "+") + String(line), Self.withoutEnd(blanks + " " + String(marks)) + " min",
        ]
    }

    /// What fills a cell of which so much lies below the top of its column.
    private static func character(of filled: Double, _ isUnicode: Bool) -> Character {
        if isUnicode {
            let steps: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
            return steps[Int((min(max(filled, 0), 1) * 8).rounded())]
        }
        return filled >= 0.75 ? "#" : filled >= 0.25 ? ":" : " "
    }

    /// 1, 2 or 5 times a power of ten, at least as large as a length in minutes, and at least 0.01.
    private static func roundStep(_ length: Double) -> Double {
        var power = 0.01
        while true {
            for factor in [1.0, 2, 5] where factor * power >= length { return factor * power }
            power *= 10
        }
    }

    /// Fills gaps with the line between the neighbours; the first and the last column have a height.
    private static func joined(_ heights: [Double?]) -> [Double] {
        var joined: [Double] = []
        for (column, height) in heights.enumerated() {
            if let height {
                joined.append(height)
                continue
            }
            let left = joined.last ?? 0
            let next = heights[column...].firstIndex { $0 != nil }
            let right = next.flatMap { heights[$0] } ?? left
            joined.append(left + (right - left) / Double((next ?? column) - column + 1))
        }
        return joined
    }

    private static func withoutEnd(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}
