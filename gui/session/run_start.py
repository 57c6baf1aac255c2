"""This module prepares the start of a run; a start that cannot be computed becomes a fault that can be told."""

from __future__ import annotations

from engine.data.dataset import Dataset
from engine.training.run import Run
from engine.training.run_setup import start_fault
from engine.training.snapshot import Snapshot
from engine.training.start_snapshot import start_snapshot
from gui.document.document import Document
from gui.session.messages import Start


def prepared(run_id: int, document: Document, run: Run | None) -> tuple[Start, Dataset | None, Snapshot | None]:
    """What to order for run `run_id` of the document's project, its data, and the moment where it begins.

    run: where it stood, for a run to take up again.
    """
    setup = data = moment = fault = None
    try:
        data = document.dataset
        setup = document.project.run_setup(data)
        moment = start_snapshot(run_id, setup, run)
    except Exception as error:  # whatever raised, the run that was there is over, and the thread must know it
        fault = start_fault(error)
    return Start(run_id, setup, run, fault), data, moment
