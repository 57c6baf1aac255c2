"""Pictures of single views to take along: any view that can paint itself can be written as PNG or SVG."""

from gui.export.formats import FORMATS, PictureFormat
from gui.export.picture import Picture, png_of, svg_of

__all__ = ["FORMATS", "Picture", "PictureFormat", "png_of", "svg_of"]
