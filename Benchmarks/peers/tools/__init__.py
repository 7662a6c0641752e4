"""The tools that are compared, in the order of the table; ratios are to the first."""
from peers import settings
from peers.tools.comet import Comet
from peers.tools.moselle import Moselle
from peers.tools.openms import OpenMS
from peers.tools.pyopenms import PyOpenMS
from peers.tools.sagepy import Sagepy
from peers.tools.tandem import Tandem
from peers.tools.tool import Tool

TOOLS: list[Tool] = [
    Moselle(jobs=settings.THREADS), Moselle(jobs=1), Sagepy(rescores=False), Sagepy(rescores=True), Comet(), Tandem(),
    OpenMS(), PyOpenMS("sse"), PyOpenMS("prose"),
]
# With --draws the number of jobs is nothing to compare, but whose decoys they are is.
DRAWN_TOOLS: list[Tool] = [TOOLS[0], Moselle(settings.THREADS, takes_decoys=True), *TOOLS[2:]]
