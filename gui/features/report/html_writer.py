"""This module writes a report as one HTML file with its drawings as SVG."""

from __future__ import annotations

import base64
from collections.abc import Callable
from html import escape

from gui.features.report.blocks import Block, Facts, Figure, FigureRow, Heading, Paragraph, Report, Steps, Table

_CSS = """
:root { color-scheme: light; }
body { font: 16px/1.5 "Noto Sans", "Segoe UI", "Helvetica Neue", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
  sans-serif; color: #1b1f24; background: #fff; max-width: 54em; margin: 2em auto; padding: 0 1.2em; }
h1 { font-size: 1.9em; line-height: 1.2; margin: 0 0 .2em; }
h2 { font-size: 1.3em; margin: 1.8em 0 .5em; border-bottom: 1px solid #dfe3e8; padding-bottom: .2em; }
h3 { font-size: 1.05em; margin: 1.2em 0 .4em; }
.byline { color: #5c6670; margin: 0 0 1.5em; }
p { margin: .5em 0; white-space: pre-line; overflow-wrap: anywhere; }
.quiet { color: #5c6670; font-size: .9em; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9em; margin: .4em 0 1em; }
caption { text-align: left; color: #5c6670; padding: .2em 0; white-space: nowrap; }
th, td { padding: .15em .9em .15em 0; text-align: right; border-bottom: 1px solid #eceff2; vertical-align: top; }
thead th { border-bottom: 1px solid #5c6670; font-weight: 600; white-space: nowrap; }
.text { text-align: left; }
.wrong { background: #fdecec; }
.facts th { font-weight: 400; color: #5c6670; text-align: left; padding-right: 1.6em; }
.facts td { text-align: left; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
figure { margin: 1em 0; break-inside: avoid; }
figure svg, figure img { width: 100%; height: auto; display: block; }
figcaption { color: #5c6670; font-size: .9em; }
.row { display: grid; gap: 1em; break-inside: avoid; }
.row figure { min-width: 0; margin: .3em 0; }
footer { color: #5c6670; font-size: .85em; border-top: 1px solid #dfe3e8; margin-top: 2.5em; padding-top: .5em; }
@page { size: A4; margin: 20mm 20mm 22mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  thead { display: table-header-group; }
  tr, caption { break-inside: avoid; }
  caption { break-after: avoid; }
  .wide { overflow: visible; }
  .wide table { font-size: .8em; }
  .wide th, .wide td { padding-right: .7em; }
  .short { break-inside: avoid; }
}
@media screen and (max-width: 40em) { .row { display: block; } }
"""


def html_of(report: Report, drawings: list[bytes]) -> bytes:
    """The file; `drawings` are the report's figures as SVG files, in the order of `Report.figures`."""
    svgs = iter(drawings)
    body = "\n".join(_written(block, svgs.__next__) for block in report.blocks)
    byline = " · ".join(escape(part) for part in report.byline)
    return f"""<!DOCTYPE html>
<html lang="{report.language.replace("_", "-")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Perceptra">
<meta name="author" content="{escape(report.author)}">
<title>{escape(report.title)}</title>
<style>{_CSS}</style>
</head>
<body>
<header>
<h1>{escape(report.title)}</h1>
<p class="byline">{byline}</p>
</header>
<main>
{body}
</main>
<footer>{escape(report.labels.footer)}</footer>
</body>
</html>
""".encode()


def _written(block: Block, next_svg: Callable[[], bytes]) -> str:
    match block:
        case Heading(text, level):
            written = f"<h{level + 1}>{escape(text)}</h{level + 1}>"
        case Paragraph(text, is_quiet, _):
            written = f'<p class="quiet">{escape(text)}</p>' if is_quiet else f"<p>{escape(text)}</p>"
        case Facts(rows):
            written = '<table class="facts"><tbody>' + "".join(_fact(*row) for row in rows) + "</tbody></table>"
        case Table():
            written = _table(block)
        case Steps(steps):
            written = "<ol>" + "".join(f"<li>{escape(step)}</li>" for step in steps) + "</ol>"
        case FigureRow(figures, columns):
            inside = "".join(_figure(figure, next_svg(), has_column=True) for figure in figures)
            written = f'<div class="row" style="grid-template-columns:repeat({columns},1fr)">{inside}</div>'
        case Figure():
            written = _figure(block, next_svg())
    return written


def _fact(name: str, value: str) -> str:
    return f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>'


def _figure(figure: Figure, svg: bytes, has_column: bool = False) -> str:
    """An SVG of its own document, so that the names within two of them do not meet."""
    source = base64.b64encode(svg).decode()
    style = f' style="max-width:{figure.width * 100:.0f}%"' if figure.width < 1 and not has_column else ""
    image = f'<img src="data:image/svg+xml;base64,{source}" alt="{escape(figure.description)}">'
    return f"<figure{style}>{image}<figcaption>{escape(figure.caption)}</figcaption></figure>"


def _table(table: Table) -> str:
    def cells(row: tuple[str, ...], tag: str) -> str:
        return "".join(
            f"<{tag}{_scope(tag)}{_class(index < table.texts)}>{escape(text)}</{tag}>" for index, text in enumerate(row)
        )

    mark = ' class="wrong"'
    head = f"<thead><tr>{cells(table.header, 'th')}</tr></thead>"
    rows = "\n".join(
        f"<tr{mark if index in table.wrong else ''}>{cells(row, 'td')}</tr>" for index, row in enumerate(table.rows)
    )
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    kind = "wide short" if table.is_short else "wide"
    return f'<div class="{kind}"><table>{caption}{head}<tbody>\n{rows}\n</tbody></table></div>'


def _scope(tag: str) -> str:
    return ' scope="col"' if tag == "th" else ""


def _class(is_text: bool) -> str:
    return ' class="text"' if is_text else ""
