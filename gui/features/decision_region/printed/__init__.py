"""Off-screen canvases paint one frozen moment at any size, for files, animations and reports."""
