"""What exported scripts read tables with; `engine/export/table_reading.py` puts it into them."""
# ruff: noqa: F821 – the settings, INPUTS, OUTPUTS and WORDS stand above it in every script; regular expressions, ANSWERS and DATES below.

import collections
import csv
import os
import re
import sys

# What follows reads tables.

FORMS = [(".", ""), (",", ""), (".", ","), (",", "."), (".", " "), (",", " "), (".", "'"), (",", "'")]
PLAIN_SIGNS = str.maketrans(
    "０１２３４５６７８９−–﹣－\u00a0\u2007\u2009\u202f\u3000’＇＋．，％（）", "0123456789----     ''+.,%()"
)
RAISED = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", "-+0123456789")
NINES = str.maketrans("12345678", "99999999")  # a number of the same shape
ROLES = {"", "class", "meta", "ignore", "c", "m", "i"}
TYPES = {"continuous", "discrete", "string", "time", "numeric", "categorical", "text", "c", "d", "s", "t", "n"}
ENCODINGS = ["utf-8", "cp1252", "gb18030", "cp1251", "cp1250", "cp1254", "cp1253", "big5", "cp932", "euc_jp", "euc_kr"]
ENCODINGS += ["koi8-r", "cp1255", "cp1256", "cp1257", "cp874", "cp850", "mac-roman", "cp866"]
ENCODINGS += ["iso8859-2", "iso8859-5", "iso8859-6"]
MARKS = ["\t", ";", ",", "|", "，", "；", " "]


def answers_to(path, predict):
    """The answer of `predict` to every row of a text file; "nan" for rows in which an input is missing."""
    rows = read_table(path)
    whole = [row for row in rows if None not in row]
    if len(whole) < len(rows):
        print(f"{path}: in {len(rows) - len(whole)} rows an input is missing; their answer is nan.", file=sys.stderr)
    answers = iter(predict(whole) if whole else ())
    return [
        [float(value) for value in next(answers)] if None not in row else [float("nan")] * len(OUTPUTS) for row in rows
    ]


def read_table(path):
    """The inputs in every row of a text file, found by their names; None for a missing cell.

    Raises ValueError with file, line, column and remedy.
    """
    file = os.path.basename(path)
    delimiter, rows = split_best(text_of(path, file))
    first, places = header_of(rows)
    if places is None:
        first, places = places_without_header(rows, file)
    if len(rows) > first + 2 and is_typed(*(cells for _, cells in rows[first : first + 2])):
        rows = rows[:first] + rows[first + 2 :]  # Orange's header of three lines
    is_named = first and not rows[first - 1][1][0].strip()
    if is_named and len(rows) > first + 1 and rows[first][1][0].strip() and not any(map(str.strip, rows[first][1][1:])):
        rows = rows[:first] + rows[first + 1 :]  # the name of the row names
    if first and len(rows) > first + 1 and holds_units(rows[first][1], places):
        rows = rows[:first] + rows[first + 1 :]
    below = [(line, cells) for line, cells in rows[first:] if not is_blank(cells)]
    if not below:
        raise ValueError(f"{file} holds no rows of numbers; add a line for each sample.")
    width = usual_width(below)
    if first and COLUMNS is None and len(rows[first - 1][1]) == width - 1 and any(row[-1].strip() for _, row in below):
        places = [place + 1 for place in places]  # the header lacks the name of the row names
    below = without_footer(without_comments(below, width), width, places)
    form = form_of([cell for _, cells in below for cell in cells], delimiter)
    return [
        [value_of(cells, column, place, form, f"{file}, line {line}") for column, place in enumerate(places)]
        for line, cells in below
    ]


def is_typed(types, flags):
    """Whether two rows below the names say what the columns hold and what they are for, as Orange writes them."""
    is_flagged = {cell.strip().lower() for cell in flags} <= ROLES
    return is_flagged and any(cell.strip().lower() in TYPES for cell in types)


def is_blank(cells):
    """Whether a row holds nothing, or only draws a line, as Markdown does below its header."""
    return all(re.fullmatch(r"\s*((?=\S\S)[:+]?[-=+]+[:+]?\s*)?", cell) for cell in cells)


def text_of(path, file):
    """The text of a file, in the encoding in which most names of columns and words are found."""
    with open(path, "rb") as stream:
        raw = stream.read()
    is_arff = re.search(rb"^\s*@relation\b", raw[:10_000], re.IGNORECASE | re.MULTILINE)
    if raw[:2] == b"PK" or raw[:6] == b"\x93NUMPY" or is_arff:
        raise ValueError(f"{file} is no text table of rows and columns; save the table as CSV.")
    named = [*INPUTS, *(word for words in WORDS.values() for word in words)]
    marked = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig" if raw[:3] == b"\xef\xbb\xbf" else None
    if marked is None and b"\0" in raw[:2]:  # of ASCII letters every other byte is zero
        marked = "utf-16-be" if raw[:1] == b"\0" else "utf-16-le"
    texts = []
    for encoding in [ENCODING or marked] if ENCODING or marked else [*ENCODINGS, "latin-1"]:
        try:
            texts.append(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    if not texts:
        raise ValueError(f"{file} is not written in {ENCODING or marked}; change ENCODING in this script.")
    return max(texts, key=lambda text: sum(name in text for name in named)).rstrip("\x1a\r\n")


def split_best(text):
    """What separates the cells, and the rows (line, cells): by which the header is found, else the most even ones."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    said = re.fullmatch('"?sep=(.)"?', lines[0], re.IGNORECASE)
    if said:
        lines[0] = ""
    sample = [line for line in lines[:200] if line.strip()]
    others = {mark for mark in (sample or [""])[0] if not mark.isalnum() and mark not in "\"'.-+_%()[]{}<>"}
    marks = [DELIMITER] if DELIMITER else [said[1]] if said else [*MARKS, *sorted(others - set(MARKS))]
    quotes = "\"'" if any("'" in line for line in sample) else '"'
    ways = [(mark, quote) for quote in quotes for mark in marks]
    best = max(ways, key=lambda way: fitness(split(sample, *way)))
    return best[0], split(lines, *best)


def split(lines, delimiter, quote):
    """The rows (line, cells) that are not blank."""
    if delimiter == " ":
        lines = [line.replace("\t", " ").strip() for line in lines]
    reader = csv.reader((line + "\n" for line in lines), delimiter=delimiter, quotechar=quote, skipinitialspace=True)
    try:
        return [(reader.line_num, cells) for cells in reader if any(map(str.strip, cells)) or len(cells) > 1]
    except csv.Error as problem:
        raise ValueError(f"line {reader.line_num}: {problem}; check the quotation marks.") from None


def fitness(rows):
    """How well a delimiter suits: whether the header is found, how even the rows are, how many cells are numbers."""
    if not rows:
        return False, 0, 0
    cells = [cell for _, row in rows for cell in row]
    width = usual_width(rows)
    even = sum(len(row) == width for _, row in rows) / len(rows)
    numbers = sum(any(number_in(cell, form) is not None for form in FORMS) for cell in cells) / len(cells)
    return header_of(rows)[1] is not None, width >= len(INPUTS), round(even, 1), numbers


def usual_width(rows):
    """How many cells most rows have."""
    widths = [len(cells) for _, cells in rows]
    return max(widths, key=widths.count) if len(rows) <= 200 else usual_width(rows[:200])


def header_of(rows):
    """The place of the first row below the one that names all inputs, and where they stand in a row; None for none."""
    if COLUMNS is None:
        for index, (_, cells) in enumerate(rows[:100]):
            names = [shown(cell) for cell in cells]
            bare = names[0].lstrip("# ")
            names = names if names[0] in INPUTS else [bare, *names[1:]] if bare or not names[0] else names[1:]
            two_lines = joined([shown(cell) for cell in rows[index - 1][1]], names) if index else names
            for form in (names, two_lines, [re.sub("^[a-zA-Z]{1,2}#", "", name) for name in names]):  # Orange: C#, mS#
                places = places_in(form)
                if places is not None:
                    return index + 1, places
    return 0, None


def joined(groups, names):
    """The names in a header of two lines: what stands in the upper one goes before names that come again."""
    filled = []
    for place in range(len(names)):
        filled.append((groups[place] if place < len(groups) else "") or (filled[-1] if filled else ""))
    again = [not name or names.count(name) > 1 for name in names]
    return [f"{filled[place]} {name}".strip() if again[place] else name for place, name in enumerate(names)]


def holds_units(cells, places):
    """Whether the row below the names holds units in the place of the inputs that are numbers."""
    numeric = [places[column] for column in range(len(places)) if column not in {*WORDS, *ANSWERS, *DATES}]
    found = [cells[place].strip() for place in numeric if place < len(cells)]
    said = [cell for cell in found if cell not in ("-", "–", "[-]", "(-)") and cell]
    if not said or any(is_missing(cell) or cell.lower() in FLAGS for cell in said):
        return False
    if any(number_in(cell, form) is not None for cell in said for form in FORMS):
        return False
    return 2 * sum(re.fullmatch(UNIT, cell) is not None for cell in said) > len(said)


def places_in(names):
    """Where the inputs stand: side by side, as in tables that Perceptra exports, or else anywhere."""
    count = len(INPUTS)
    for start in range(len(names) - count + 1):
        if names[start : start + count] == INPUTS:
            return list(range(start, start + count))
    unnamed = {f"column {place + 1}": place for place, name in enumerate(names) if not name}
    found = [names.index(name) if name in names else unnamed.get(name) for name in INPUTS]
    return found if None not in found and set(INPUTS) - set(unnamed) else None


def shown(name):
    """A name as Perceptra shows it: on one line, of at most 80 letters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())[:80]


def places_without_header(rows, file):
    """The first row and the places of the inputs in a file that does not name them."""
    if not rows:
        raise ValueError(f"{file} is empty; it needs a line for each sample.")
    width = usual_width(rows)
    first = next(index for index, (_, cells) in enumerate(rows) if len(cells) == width)
    numbered = [re.fullmatch(r"column (\d+)", name) for name in INPUTS]
    if COLUMNS is not None:
        places = [place - 1 for place in COLUMNS]
        is_named = not any(number_in(rows[first][1][place], form) is not None for place in places for form in FORMS)
        return first + (is_named and len(rows) > first + 1 and not WORDS), places
    line, cells = rows[first]
    names = [shown(cell) for cell in cells]
    if not WORDS and not any(number_in(cell, form) is not None or is_missing(cell) for cell in cells for form in FORMS):
        lacking = ", ".join(name for name in INPUTS if name not in names)
        raise ValueError(
            f"{file}, line {line}: there is no column {lacking}; the columns are {', '.join(names)}. Call them as the "
            "inputs are called, or write into COLUMNS, at the top of this script, where the inputs stand."
        )
    if width == len(INPUTS):
        return first, list(range(width))
    if all(numbered) and all(int(found[1]) <= width for found in numbered):
        return first, [int(found[1]) - 1 for found in numbered]  # the table that was imported has no header either
    raise ValueError(
        f"{file}, line {line}: the row has {width} cells, the network {len(INPUTS)} inputs, and no line names them. "
        f"Put a line above the table that does ({', '.join(INPUTS)}), or write into COLUMNS, at the top of this "
        "script, where the inputs stand."
    )


def without_comments(rows, width):
    """The rows without those that begin with # and do not fit the others."""
    first = [cells[0] for _, cells in rows if cells[0].strip()]
    is_number = 2 * sum(any(number_in(cell, form) is not None for form in FORMS) for cell in first) > len(first)
    return [row for row in rows if not row[1][0].strip().startswith("#") or (len(row[1]) == width and not is_number)]


def without_footer(rows, width, places):
    """The rows without notes below them: a text alone in the last lines, where a number or another cell should be."""
    end = len(rows)
    while end > max(len(rows) - 10, 2):
        first, *others = rows[end - 1][1]
        is_text = first.strip() and not any(number_in(first, form) is not None for form in FORMS)
        needed = any(place > 0 for place in places) or (places == [0] and 0 not in WORDS)
        if width < 2 or not needed or not is_text or any(map(str.strip, others)):
            break
        end -= 1
    return rows[:end]


def value_of(cells, column, place, form, where):
    """The number in a cell, a word as it stands, or None for a missing one."""
    where = f"{where}, column {place + 1} ({INPUTS[column]})"
    if place >= len(cells):
        raise ValueError(f"{where}: the row ends before it, with {len(cells)} cells; complete it.")
    cell = cells[place].strip()
    if column in WORDS and cell:
        try:
            number(column, cell)
        except ValueError as problem:
            if is_missing(cell):
                return None
            raise ValueError(f"{where}: {problem}") from None
        return cell
    value = DATES[column](cell) if column in DATES else ANSWERS.get(column, FLAGS).get(cell.lower())
    if value is None:
        value = number_in(cell, form)
    if value is None:
        bare, factor = without_unit(cell)
        value = number_in(bare, form) if factor else None
        value = value if value is None else value * factor
    if value is not None and abs(value) < float("inf"):
        return value
    if is_missing(cell):
        return None
    kind = "neither a number nor a date or time of the form that was imported" if column in DATES else "no number"
    raise ValueError(
        f"{where}: “{cell}” is {kind}; correct it, or change DECIMAL or DELIMITER at the top of this script."
    )


def is_missing(cell):
    """Whether a cell says that there is no number."""
    return cell.strip().lower() in MISSING


def without_unit(cell):
    """What stands before the unit in a cell, and the factor that it means, 0 for no unit."""
    found = re.fullmatch(BEHIND, cell)
    if found is None:
        return cell, 0
    is_unit = found[2] and found[3] in ("k", "K", "B")
    return found[1], 1 if is_unit else MULTIPLES.get(found[3], 1)


def form_of(cells, delimiter):
    """Decimal mark and what stands between thousands: the form in which most cells are numbers, rather NUMBERS."""
    forms = [form for form in (NUMBERS, *FORMS) if DECIMAL in (None, form[0])]
    shapes = collections.Counter(cell.strip().translate(NINES) for cell in cells)
    bare = collections.Counter()
    for shape, count in shapes.items():
        bare[without_unit(shape)[0]] += count
    telling = {shape: count for shape, count in bare.items() if re.search("[^9]", shape) and "9" in shape}
    if all(is_plain(shape) for shape in telling) and forms[0][1] != ".":
        return next(form for form in FORMS if form in forms)
    best = max(forms, key=lambda form: sum(n for shape, n in telling.items() if number_in(shape, form) is not None))
    if best == (",", "") != NUMBERS and DECIMAL is None and delimiter != ";":
        commas = {shape: n for shape, n in telling.items() if "," in shape and number_in(shape, best) is not None}
        grouped = all(number_in(shape, (".", ",")) is not None for shape in commas)
        return (".", ",") if grouped and sum(commas.values()) > 1 else best
    return best


def is_plain(cell):
    """Whether Python itself reads a cell as a number."""
    try:
        return "_" not in cell and float(cell) is not None
    except ValueError:
        return False


def number_in(cell, form):
    """The number that a cell holds, or None."""
    decimal, thousands = form
    if form == FORMS[0] and is_plain(cell):
        return float(cell)
    if form == FORMS[1] and "." not in cell and cell[-1:] != "," and is_plain(cell.replace(",", ".")):
        return float(cell.replace(",", "."))
    text = re.sub(BOUND, "", cell.translate(PLAIN_SIGNS).strip())
    negative = re.fullmatch(NEGATIVE, text)
    if negative:
        value = number_in("".join(part for part in negative.groups() if part).strip(), form)
        return None if value is None else -value
    if not (text[:1].isdigit() and text[-1:].isdigit()):
        text = re.sub(rf"^([-+]?) *{CURRENCY} *(?=[-+]?[.,]?\d)", r"\1", text)
        text = re.sub(rf"(?<=[\d.,]) *{CURRENCY}$", "", text)
    percent = text.endswith("%")
    group = re.escape(thousands)
    whole = rf"[1-9]\d{{0,2}}(?:{group}\d{{3}})+|\d+" if thousands else r"\d+"
    whole += r"|\d{1,2}(?:,\d\d)+,\d{3}" if thousands == "," else ""
    after = r"\.(\d*)" if decimal == "." else r",(\d+)"
    match = re.fullmatch(rf"([-+]?)(?=[.,]?\d)({whole}|)(?:{after})?(?:[eEdD]([-+]?\d+))?", text.rstrip("%").rstrip())
    power = re.fullmatch(POWER, text) if match is None and "10" in text else None
    if power:
        return number_in(f"{power[1]}e{power[2] or power[3].translate(RAISED)}", form)
    if match is None:
        return None
    digits = match[2].replace(thousands, "") if thousands else match[2]
    return float(f"{match[1]}{digits or 0}.{match[3] or 0}e{int(match[4] or 0) - PERCENT_DIGITS * percent}")
