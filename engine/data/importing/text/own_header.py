"""This module understands the headers of the sample tables that the program itself exports."""

from __future__ import annotations

from collections.abc import Sequence

from engine.data.importing.text.orange_header import Declaration
from engine.data.word_orders import WordOrder, order_in

BEGINNING = ("number", "set")


def declared_by_itself(names: Sequence[str]) -> tuple[Declaration, ...]:
    """The words that the headings of columns of codes declare, for the columns that hold them; () for other tables."""
    orders = {order.name: order for order in orders_at_end(names)} if tuple(names[:2]) == BEGINNING else {}
    return tuple(
        Declaration(name, None, "D", orders[name].words, orders[name].encoding)
        if name in orders
        else Declaration(name, None)
        for name in names
    )


def orders_at_end(names: Sequence[str]) -> list[WordOrder]:
    """What the last headings declare of columns before them."""
    found: list[WordOrder] = []
    for place in range(len(names) - 1, 2, -1):
        order = order_in(names[place], names[2:place])
        if order is None:
            break
        found.append(order)
    return found
