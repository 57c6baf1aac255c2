"""Drawing with many samples on the region plot: brush, spray, eraser and lasso."""
