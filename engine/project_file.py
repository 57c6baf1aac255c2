"""Loading and saving projects, under the name that scripts use."""

from engine.project.file.project_file import load, save

__all__ = ["load", "save"]
