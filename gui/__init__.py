"""The desktop application: PySide6 and pyqtgraph over the engine."""
