"""The desktop application: PySide6 and pyqtgraph over the engine.

May import the engine; its rooms, top to bottom: `window`, `features`, `session`, `document`, `toolkit`, `words`.
"""
