"""The plots on paper: off-screen canvases that show one frozen moment at any size, for files and reports."""
