"""This module describes the start of training: given or drawn parameters, locked and cut ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.initialization import draw_parameters
from engine.spec.specs import NetworkSpec

if TYPE_CHECKING:
    from engine.network.network import Network


@dataclass(frozen=True)
class NetworkStart:
    """parameters: flat, as in `Network.parameters`; None means drawn from `seed`. At cut connections it may hold any
    value; they train and answer with 0. locked, cut: bool, like parameters; None means none.
    """

    network: NetworkSpec
    seed: int = 0
    parameters: FrozenArray | None = None
    locked: FrozenArray | None = None
    cut: FrozenArray | None = None

    def __post_init__(self) -> None:
        for name in ("parameters", "locked", "cut"):
            given, count = getattr(self, name), self.network.n_parameters
            if given is not None and given.array.shape != (count,):
                raise EngineError(
                    "The network has {count} parameters, and so has {name}, flat; got the shape {shape}.",
                    count=count,
                    name=name,
                    shape=given.array.shape,
                )

    def first_parameters(self) -> NDArray[np.float64]:
        """The parameters, flat, where training starts; a copy."""
        if self.parameters is not None:
            parameters: NDArray[np.float64] = self.parameters.array.copy()
        else:
            parameters = draw_parameters(self.network, np.random.default_rng(self.seed))
        if self.cut is not None:
            parameters[self.cut.array] = 0.0
        return parameters

    def make_network(self, parameters: ArrayLike | None = None) -> Network:
        """A network at its start, or at `parameters`, with its locked and cut connections.

        Loads the kernels, which takes a second the first time.
        """
        from engine.network.network import Network

        network = Network(self.network, parameters=self.first_parameters() if parameters is None else parameters)
        self.lock_and_cut(network)
        return network

    def lock_and_cut(self, network: Network) -> None:
        """Lock and cut in `network`, which has the same layers, what is locked and cut here, and nothing else."""
        everything = np.ones(self.network.n_parameters, dtype=bool)
        network.trainable = everything if self.locked is None else ~self.locked.array
        network.connected = everything if self.cut is None else ~self.cut.array
