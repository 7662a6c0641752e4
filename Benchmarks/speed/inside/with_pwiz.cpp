// Reads a file with ProteoWizard's library, every array decoded.
#include <iostream>
#include <pwiz/data/msdata/MSDataFile.hpp>

int main(int count, char **arguments) {
    if (count != 2) return 2;
    pwiz::msdata::MSDataFile file(arguments[1]);
    const auto &spectra = *file.run.spectrumListPtr;
    size_t peaks = 0;
    for (size_t index = 0; index < spectra.size(); index++) {
        const auto array = spectra.spectrum(index, true)->getMZArray();
        if (array) peaks += array->data.size();
    }
    std::cout << spectra.size() << " " << peaks << "\n";
}
