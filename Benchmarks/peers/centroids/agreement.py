"""How well picked peaks agree with those of a reference, spectrum by spectrum."""
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from statistics import median

# A peak of one list and of the other are the same if they are this near: 10 ppm, in ion traps 0.2 Th.
FOURIER_PPM = 10.0
TRAP_TH = 0.2
# Samples of ion traps are 0.07 Th apart and more, those of all others much less.
LARGEST_FINE_SPACING = 0.03
LEAST_SIGNAL_TO_NOISE = 3.0
WINDOW_TH = 100.0


class Signal:
    """A profile spectrum, asked for the signal-to-noise ratio at a place.

    One measure for the peaks of all tools: the higher of the two samples around the place, by the median of the samples
    above zero in windows of 100 Th.
    """

    def __init__(self, mz: list[float], intensities: list[float]):
        self.mz, self.intensities = mz, intensities
        positive = [(m, i) for m, i in zip(mz, intensities) if i > 0]
        places = [m for m, _ in positive]
        self.noise = {}
        for window in range(int(mz[0] // WINDOW_TH), int(mz[-1] // WINDOW_TH) + 1):
            low, high = (bisect_left(places, edge * WINDOW_TH) for edge in (window, window + 1))
            # Where there is next to nothing, the spectrum as a whole has to do.
            inside = positive[low:high] if high - low >= 20 else positive
            self.noise[window] = median(i for _, i in inside)

    @property
    def is_trap(self) -> bool:
        return median(b - a for a, b in zip(self.mz, self.mz[1:])) >= LARGEST_FINE_SPACING

    def ratio(self, place: float) -> float:
        after = bisect_left(self.mz, place)
        samples = self.intensities[max(0, after - 1):after + 1]
        noise = self.noise.get(int(place // WINDOW_TH))
        return max(samples, default=0.0) / noise if noise else 0.0


def tolerance(place: float, is_trap: bool) -> float:
    return TRAP_TH if is_trap else place * FOURIER_PPM / 1e6


def distance(place: float, sorted_places: list[float]) -> float:
    """Distance in Th to the nearest of some places; infinite where there is none."""
    after = bisect_right(sorted_places, place)
    return min((abs(place - other) for other in sorted_places[max(0, after - 1):after + 1]), default=float("inf"))


@dataclass
class Agreement:
    """Counts over spectra. `expected` are peaks of the reference, `claimed` those of the tool, above the noise."""

    expected: int = 0
    claimed: int = 0
    spurious: int = 0
    errors_ppm: list[float] = field(default_factory=list)

    def add(self, signal: Signal, picked: list[float], reference: list[float], is_trap: bool) -> None:
        picked, reference = sorted(picked), sorted(reference)
        for place in reference:
            if signal.ratio(place) < LEAST_SIGNAL_TO_NOISE:
                continue
            self.expected += 1
            error = distance(place, picked)
            if error <= tolerance(place, is_trap):
                self.errors_ppm.append(error / place * 1e6)
        for place in picked:
            if signal.ratio(place) < LEAST_SIGNAL_TO_NOISE:
                continue
            self.claimed += 1
            self.spurious += distance(place, reference) > tolerance(place, is_trap)

    @property
    def found_share(self) -> float:
        return len(self.errors_ppm) / self.expected if self.expected else float("nan")

    @property
    def spurious_share(self) -> float:
        return self.spurious / self.claimed if self.claimed else float("nan")

    def error_ppm(self, quantile: float) -> float:
        ordered = sorted(self.errors_ppm)
        return ordered[int((len(ordered) - 1) * quantile)] if ordered else float("nan")
