"""Where starts are tried: on the cores of this computer, or on those of a cluster that `perceptra[cluster]` reaches."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec

from PySide6.QtCore import QCoreApplication

from engine.spec.errors import EngineError

_PATIENCE_S = 5


def can_reach_a_cluster() -> bool:
    """Whether the library is installed by which a cluster is reached."""
    return find_spec("distributed") is not None


@contextmanager
def executor_at(address: str) -> Iterator[Executor]:
    """What makes attempts side by side: threads here, or, with an address, the workers of its dask scheduler.

    Perceptra of the same version must be installed there. What a worker that is lost had in hand goes to another.
    Raises EngineError where nobody answers.
    """
    if not address:
        with ThreadPoolExecutor(os.cpu_count(), "perceptra-start") as executor:
            yield executor
        return
    from distributed import Client
    from distributed.comm import get_address_host_port

    try:
        # Asked by hand at first: a Client that has found nobody would wait for 10 s when it is thrown away.
        socket.create_connection(get_address_host_port(address), _PATIENCE_S).close()
        client = Client(address, timeout=_PATIENCE_S, set_as_default=False)
    except (OSError, ValueError) as error:  # TimeoutError among them
        text = QCoreApplication.translate("HowOften", "No cluster answers at {address}: {problem}")
        raise EngineError(text.format(address=address, problem=error)) from error
    with client:
        yield client.get_executor(retries=3)
