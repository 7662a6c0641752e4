import Foundation
import Foundations
import TestSupport
import Testing

@Suite("Artefacts in NumPy", .enabled(if: Python.hasNumPy))
struct ArtefactNumPyTests {
    let folder: TemporaryDirectory
    let path: String

    init() throws {
        folder = try TemporaryDirectory()
        path = folder.path("sample.moselle")
    }

    @Test("numpy.load reads every type of column")
    func load() throws {
        try SampleArtefact.write(to: path)
        try Python.run(
            """
            import sys, numpy as np
            a = np.load(sys.argv[1])
            def check(name, dtype, values):
                got = a['matches/0/' + name]
                assert got.dtype == np.dtype(dtype) and got.shape == (len(values),), (name, got.dtype, got.shape)
                assert got.tolist() == values, (name, got)
            check('index', 'int64', [0, -1, 2**63 - 1])
            check('charge', 'int32', [2, 3, -2**31])
            check('key', 'uint64', [0, 1, 2**64 - 1])
            check('rank', 'uint8', [1, 2, 255])
            check('is_decoy', 'bool', [True, False, True])
            check('mz', 'float64', [500.25, 0.0, float('inf')])
            check('intensity', 'float32', [1.5, 0.0, 2.0**-149])
            assert np.signbit(a['matches/0/mz'][1])
            offsets, text = a['matches/0/peptidoform.offsets'], a['matches/0/peptidoform.bytes'].tobytes()
            assert offsets.dtype == np.dtype('uint64') and len(offsets) == 4
            texts = [text[i:j].decode() for i, j in zip(offsets[:-1], offsets[1:])]
            assert texts == ['PEPT[Phospho]IDE', '', 'µ-ÅΩ 🧪'], texts
            offsets, values = a['matches/0/proteins.offsets'], a['matches/0/proteins.values']
            assert [values[i:j].tolist() for i, j in zip(offsets[:-1], offsets[1:])] == [[1, 2], [], [7]]
            assert a['matches/1/mz'].shape == (0,) and a['matches/1/peptidoform.offsets'].tolist() == [0]
            """, path)
    }

    @Test("the archive is one that Python accepts: checksums, order, time stamps, nothing compressed")
    func archive() throws {
        try SampleArtefact.write(to: path)
        try Python.run(
            """
            import sys, json, zipfile
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None
            infos = z.infolist()
            assert infos[0].filename == 'schema.json' and infos[1].filename == 'matches/0/index.npy'
            assert infos[-1].filename == 'proteins/0/accession.bytes.npy' and len(infos) == 1 + 3 * 11 + 2
            assert all(i.date_time == (1980, 1, 1, 0, 0, 0) and i.compress_type == 0 for i in infos)
            assert all(not i.extra and i.create_version == 20 for i in infos)
            text = z.read('schema.json').decode()
            schema = json.loads(text)
            assert text == json.dumps(schema, sort_keys=True, separators=(',', ':'), ensure_ascii=False), text
            assert schema['kind'] == 'sample' and schema['version'] == 3
            assert schema['metadata']['note'] == '50 µg/ml "quoted"'
            assert [t['rowGroups'] for t in schema['tables']] == [[3, 0, 1], [2]]
            assert schema['tables'][0]['columns'][5] == {
                'name': 'mz', 'type': 'float64', 'unit': 'Th', 'description': 'Precursor m/z.'}
            """, path)
    }

    @Test("zip64 fields are what Python reads, where sizes, offsets or the number of members need them")
    func zip64() throws {
        let limits = ZipLimits(size: 200, count: 10)
        try SampleArtefact.write(to: path, limits: limits)
        try ArtefactReader(path: path, limits: limits).verify()
        try Python.run(
            """
            import sys, zipfile, numpy as np
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None and len(z.infolist()) == 36
            assert z.infolist()[0].extract_version == 45 and z.infolist()[0].extra[:4] == b'\\x01\\0\\x10\\0'
            assert z.infolist()[-1].header_offset > 200
            assert np.load(sys.argv[1])['matches/0/rank'].tolist() == [1, 2, 255]
            """, path)
    }

    @Test("more members than 16 bits can count are read by Moselle and by NumPy", .timeLimit(.minutes(5)))
    func manyMembers() throws {
        let columns = (0..<400).map { ArtefactColumn("c\($0)", .uint8, "Column \($0).") }
        let schema = ArtefactSchema(kind: "wide", version: 1, tables: [ArtefactTable("t", columns: columns)])
        let writer = try ArtefactWriter(path: path, schema: schema)
        for rowGroup in 0..<165 {
            let values = (0..<400).map { ("c\($0)", ArtefactValues.uint8([UInt8((rowGroup + $0) % 256)])) }
            try writer.append(ArtefactRowGroup(Dictionary(uniqueKeysWithValues: values)), to: "t")
        }
        try writer.finish()
        let reader = try ArtefactReader(path: path)
        #expect(try reader.rowGroup(164, of: "t", columns: ["c399"]).uint8("c399") == [UInt8((164 + 399) % 256)])
        try Python.run(
            """
            import sys, numpy as np
            a = np.load(sys.argv[1])
            assert len(a.files) == 66001
            assert a['t/164/c399'].tolist() == [(164 + 399) % 256]
            """, path)
    }
}
