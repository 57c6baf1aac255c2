"""This module holds texts in both languages."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

LANGUAGES = ("en", "zh_CN")

_Words = Annotated[str, Meta(min_length=1, max_length=4000)]


class LocalizedText(Struct, frozen=True, forbid_unknown_fields=True):
    """A text in both languages; Markdown where it is longer than a line."""

    en: _Words
    zh_CN: _Words  # noqa: N815 - as the language is called

    def text(self, language: str) -> str:
        """The text in `language`, in English where there is no such language."""
        return self.zh_CN if language == "zh_CN" else self.en
