"""This module says where everything stands in a kept moment of a run; it loads no kernels.

A moment is a row of numbers, and four vectors like the parameters: these, the rule's two memories, and those of the
last finite evaluation.
"""

N_VECTORS = 4
(
    EPOCH,
    STEP,
    POSITION,
    LAST_FINITE_EPOCH,
    RATE,
    N_UPDATES,
    OBJECTIVE,
    EVALUATED,
    LOSS,
    TEST_LOSS,
    N_RIGHT,
    N_TEST_RIGHT,
) = range(12)
N_NUMBERS = 12
