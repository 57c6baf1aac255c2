"""Pictures of single views to take along: any view that can paint itself can be written as PNG, SVG or PDF.

May import `toolkit` and `words`.
"""

from gui.toolkit.export.formats import FORMATS, PictureFormat
from gui.toolkit.export.picture import Look, Offer, Picture, Sheet, image_of, pdf_bytes, png_bytes, svg_bytes

__all__ = [
    "FORMATS",
    "Look",
    "Offer",
    "Picture",
    "PictureFormat",
    "Sheet",
    "image_of",
    "pdf_bytes",
    "png_bytes",
    "svg_bytes",
]
