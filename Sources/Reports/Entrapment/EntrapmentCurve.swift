public import Confidence
import Foundations

/// `entrapment.svg`: claimed error rates against what entrapments say of them, for PSMs, peptides and protein groups.
///
/// The band goes from the lower to the combined upper bound of `EntrapmentRow`. Below the diagonal the truth is better than
/// the claim. Both axes are logarithmic, as rates of 0.1 % matter no less than those of 10 %; bounds below the first tick, 0
/// among them, are drawn on the lower edge. The same analysis gives the same bytes.
public struct EntrapmentCurve {
    /// Name of the file in the output folder.
    public static let fileName = "entrapment.svg"

    private typealias Point = SVGDrawing.Point
    private typealias Style = EntrapmentPanel.Style

    private let analysis: EntrapmentAnalysis

    private static let panels: [(level: ConfidenceLevel, title: String)] = [
        (.psm, "PSMs"), (.peptide, "Peptides"), (.protein, "Protein groups"),
    ]
    private static let panelSize = 260.0
    private static let panelDistance = 330.0
    private static let firstCorner = Point(x: 86, y: 92)
    private static let width = 1024.0
    private static let height = 440.0

    /// Creates the drawing.
    public init(analysis: EntrapmentAnalysis) {
        self.analysis = analysis
    }

    /// Writes the drawing.
    ///
    /// - Throws: `FileError`.
    public func write(to path: String) throws {
        let file = try AtomicFile(path: path)
        try file.write(text)
        try file.commit()
    }

    /// The drawing as SVG.
    package var text: String {
        let title = "Claimed error rates against entrapment"
        var drawing = SVGDrawing(width: Self.width, height: Self.height, title: title)
        drawing.text(title, at: Point(x: Self.firstCorner.x, y: 30), size: 17, isBold: true)
        drawing.text(
            "estimated false discovery proportion",
            at: Point(x: 22, y: Self.firstCorner.y + Self.panelSize / 2), size: 11, anchor: .middle, isUpright: true)
        for (number, (level, title)) in Self.panels.enumerated() {
            let corner = Point(
                x: Self.firstCorner.x + Double(number) * Self.panelDistance, y: Self.firstCorner.y)
            EntrapmentPanel(
                title: title, rows: analysis.rows.filter { $0.level == level },
                acceptedRate: analysis.falseDiscoveryRate, claims: claims, estimates: estimates, corner: corner,
                size: Self.panelSize
            ).draw(on: &drawing)
        }
        drawLegend(on: &drawing)
        return drawing.text
    }

    /// Claimed rates on the axis: those of the grid, and that of the run.
    private var claims: ClosedRange<Double> {
        min(0.001, analysis.falseDiscoveryRate)...max(0.1, analysis.falseDiscoveryRate)
    }

    /// Bounds on the axis; up to 100 % where one needs it.
    private var estimates: ClosedRange<Double> {
        let highest = analysis.rows.lazy.compactMap(\.combined).max() ?? 0
        return LogarithmicAxis.tick(below: claims.lowerBound / 4.9)...(max(highest, claims.upperBound) > 0.2 ? 1 : 0.2)
    }

    private func drawLegend(on drawing: inout SVGDrawing) {
        let y = Self.height - 16
        let entries: [(text: String, width: Double, stroke: SVGDrawing.Stroke)] = [
            ("upper bound (combined)", 180, Style.combined), ("lower bound", 120, Style.lower),
            ("upper bound (paired)", 164, Style.paired), ("as claimed", 112, Style.diagonal),
            ("accepted rate of the run", 180, Style.accepted),
        ]
        var x = Self.firstCorner.x
        for entry in entries {
            drawing.line(Point(x: x, y: y - 4), Point(x: x + 28, y: y - 4), entry.stroke)
            drawing.text(entry.text, at: Point(x: x + 34, y: y), size: 11)
            x += entry.width
        }
    }
}
