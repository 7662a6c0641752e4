import ProteinDatabase
import Simulation
import SpectrumIO
import Workflow

/// Looks at input files before anything is run, so that a mix-up ends in a moment and not after a night.
enum InputProbes {
    /// Spectra files that are of no known format, or damaged before their first spectrum.
    static func spectra(_ paths: [String]) -> [InputIssue] {
        paths.compactMap { path in
            do throws(SpectrumReadError) {
                _ = try SpectrumFile(path: path)
                return nil
            } catch {
                return InputIssue(.spectra, path: path, message: "\(error)".withoutFullStop)
            }
        }
    }

    /// A table of what is true that cannot be read to its end. Whether it is that of the runs shows when they are read.
    static func truth(_ paths: [String]) -> [InputIssue] {
        paths.compactMap { path in
            do {
                try SpectrumTruthTable.forEachComponent(inFileAt: path) { _ in }
                return nil
            } catch {
                return InputIssue(.truth, path: path, message: "\(error)".withoutFullStop)
            }
        }
    }

    /// What is wrong with proteins that are to be entrapments: entries that cannot be read, and proteins that are searched.
    static func entrapments(_ paths: [String], beside proteins: [String], contaminants: [String]) -> [InputIssue] {
        do {
            let foreign = try ProteinDatabase(paths: paths)
            // What is wrong with the proteins searched is said on its own.
            guard let searched = try? ProteinDatabase(paths: proteins, contaminantPaths: contaminants) else {
                return []
            }
            _ = try searched.withForeignEntrapments(foreign)
            return []
        } catch {
            let text = "\(error)".withoutFullStop
            let named = paths.first { text.hasPrefix("\($0):") || text.contains("'\($0)'") }
            let place = named == nil ? "\(paths.joined(separator: ", ")): " : ""
            return [InputIssue(.entrapment, path: named, message: place + text)]
        }
    }

    /// What is wrong with a database: entries that cannot be read, and decoys that are not as the workflow says.
    static func proteins(
        _ paths: [String], contaminants: [String], decoys: DecoyDeclaration
    ) -> [InputIssue] {
        do throws(FASTAError) {
            _ = try ProteinDatabase(paths: paths, contaminantPaths: contaminants, decoys: decoys)
            return []
        } catch {
            let files = paths + contaminants
            let text = "\(error)".withoutFullStop
            // What is wrong with all entries together does not name a file. What is wrong with one begins with its place;
            // that of another entry may follow.
            let named = files.first { text.hasPrefix("\($0):") } ?? files.first { text.contains("'\($0)'") }
            let place = named == nil ? "\(files.joined(separator: ", ")): " : ""
            let isContaminant = named.map { contaminants.contains($0) && !paths.contains($0) } ?? false
            return [InputIssue(isContaminant ? .contaminants : .proteins, path: named, message: place + text)]
        }
    }
}
