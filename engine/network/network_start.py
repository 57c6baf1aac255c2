"""This module describes the start of training: given or drawn parameters, locked and cut ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
        parameters = self.whole_parameters()
        if self.cut is not None:
            parameters[self.cut.array] = 0.0
        return parameters

    def redrawn(self, seed: int, network: NetworkSpec | None = None) -> NetworkStart:
        """The start that `seed` draws, of `network` where it is given, which has the same sizes.

        What is locked or cut stays as it is here, and so do the centres and widths of an RBF layer that were given:
        they are placed by the data. Where nothing has to stay, the parameters are None, drawn when they are needed.
        """
        spec = network or self.network
        kept = self._stays()
        if not kept.any():
            return replace(self, network=spec, seed=seed, parameters=None)
        drawn = draw_parameters(spec, np.random.default_rng(seed))
        drawn[kept] = self.whole_parameters()[kept]
        return replace(self, network=spec, seed=seed, parameters=FrozenArray(drawn))

    def _stays(self) -> NDArray[np.bool_]:
        """Which parameters another draw leaves alone."""
        kept = ~self.free()
        if self.parameters is not None:
            kept[: self.network.n_rbf_parameters] = True
        return kept

    def whole_parameters(self) -> NDArray[np.float64]:
        """A copy of the parameters, with the values that cut connections had."""
        if self.parameters is not None:
            return self.parameters.array.copy()
        return draw_parameters(self.network, np.random.default_rng(self.seed))

    def make_network(self, parameters: ArrayLike | None = None) -> Network:
        """A network at its start, or at `parameters`, with its locked and cut connections.

        Loads the kernels, which takes a second the first time.
        """
        from engine.network.network import Network

        network = Network(self.network, parameters=self.first_parameters() if parameters is None else parameters)
        self.lock_and_cut(network)
        return network

    def free(self) -> NDArray[np.bool_]:
        """Which parameters, flat, training moves: those that are neither locked nor cut."""
        moves = np.ones(self.network.n_parameters, dtype=bool)
        for mask in (self.locked, self.cut):
            if mask is not None:
                moves &= ~mask.array
        return moves

    def lock_and_cut(self, network: Network) -> None:
        """Lock and cut in `network`, which has the same layers, what is locked and cut here, and nothing else."""
        everything = np.ones(self.network.n_parameters, dtype=bool)
        network.trainable = everything if self.locked is None else ~self.locked.array
        network.connected = everything if self.cut is None else ~self.cut.array
