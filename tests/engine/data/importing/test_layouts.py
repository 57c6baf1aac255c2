"""Where a table begins, what separates its cells, which lines are none of its rows, and how its letters are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data.importing import Plan, RawTable, convert, suggested_plan
from tests.helpers.imported_tables import cells, complaint, read

BODY = "".join(f"{i / 4:.2f};{i % 5};{i % 2}\n" for i in range(12))


def names(table: RawTable) -> list[str]:
    return [column.name for column in table.columns]


def said(table: RawTable) -> str:
    return " ".join(str(decision.text) for decision in table.decisions)


class TestBeginning:
    @pytest.mark.parametrize(
        "above",
        [
            "Exported by logger 2.1\nStation;North\n\n",
            "Report\n",
            "Measured on Monday;;\n;;\n",
            "Device 7, room 3\nserial;A12\ncalibrated;yes\n\n\n",
            "Flowers;2019;by hand\nby A and B\n",
            "Flowers;2019;by hand\n\n",
        ],
    )
    def test_titles_are_passed_over_and_it_is_said(self, tmp_path: Path, above: str) -> None:
        table = read(tmp_path, f"{above}x;y;d\n{BODY}")
        assert (names(table), table.n_rows) == (["x", "y", "d"], 12)
        line = above.count("\n") + 1
        assert table.layout is not None
        assert table.layout.first_line == line
        assert f"The table begins at line {line}" in said(table)
        assert table.lines[0] == line + 1

    def test_it_can_be_taken_back_and_chosen(self, tmp_path: Path) -> None:
        table = read(tmp_path, f"Report\nx;y;d\n{BODY}")
        title = next(decision for decision in table.decisions if "begins at line" in str(decision.text))
        assert table.layout is not None
        assert read(tmp_path, f"Report\nx;y;d\n{BODY}", **dict(title.layout)).layout.first_line == 1  # type: ignore[union-attr]
        late = read(tmp_path, f"x;y;d\n{BODY}", first_line=4)
        assert late.lines[0] == 4
        assert late.n_rows == 10
        assert "nothing from line 99 on" in complaint(tmp_path, f"x;y;d\n{BODY}", first_line=99)

    @pytest.mark.parametrize("second", ["0.1;7\n", "\n0.1;7;1\n"])
    def test_an_uneven_line_or_a_blank_one_below_a_header_changes_nothing(self, tmp_path: Path, second: str) -> None:
        table = read(tmp_path, f"x;y;d\n{second}{BODY}")
        assert (names(table), table.n_rows) == (["x", "y", "d"], 13)

    def test_numbers_alone_are_no_title(self, tmp_path: Path) -> None:
        assert "line 1, column 3: this line has 2 cells, the others have 3" in complaint(tmp_path, f"1;2\n{BODY}")

    @pytest.mark.parametrize("line", ["sep=;\n", '"sep=;"\n', "SEP=;\n"])
    def test_a_line_names_the_delimiter(self, tmp_path: Path, line: str) -> None:
        table = read(tmp_path, f"{line}a, b;c\nx, y;1\nz, y;2\n")
        assert (names(table), cells(table)[0]) == (["a, b", "c"], ["x, y", "1"])

    @pytest.mark.parametrize(
        ("content", "has_header"),
        [
            ("1990,2000,2010\n1.5,2.5,3.5\n4.5,5.5,6.5\n", True),
            ("0,1,2,3\n0.5,0.25,7.5,1\n1.5,0.75,3.5,0\n", True),
            ("wave,400,500,600\n1,0.25,0.5,0.75\n2,0.1,0.2,0.3\n", True),
            (",16.5,16.75,17\n5.5,1,0,2\n6.5,0,3,4\n", True),
            ("1,2,3\n4,5,6\n7,8,9\n", False),
            ("1,abc,0\n1,2,0\n3,2,1\n", False),
            ("label,0,1,2\n5,0,1,9\n4,0,0,2\n", True),  # the pixels of images
            ("NA,0,1,2\n5,0,1,9\n4,0,0,2\n", False),
            ("5.1,3.5,a\n4.9,3.0,b\n", False),
            ("2,1.5,a\n1,2.5,b\n", False),
        ],
    )
    def test_headers_may_be_numbers(self, tmp_path: Path, content: str, has_header: bool) -> None:
        layout = read(tmp_path, content).layout
        assert layout is not None
        assert layout.has_header is has_header


class TestDelimiters:
    @pytest.mark.parametrize("delimiter", ["|", "，", "；", "~", "^", ":", "&", "、", "¦", "\x1f"])
    def test_any_is_found(self, tmp_path: Path, delimiter: str) -> None:
        table = read(tmp_path, f"x;y;d\n{BODY}".replace(";", delimiter))
        assert (names(table), table.n_rows, table.columns[0].values[3]) == (["x", "y", "d"], 12, 0.75)

    @pytest.mark.parametrize(
        ("row", "cell"),
        [("{i} 234\t{i}.5\t{k}\n", "1234"), ('{i}.5   2   {i}\t"car {k}"\n', "1.5")],  # thousands; UCI's auto-mpg
    )
    def test_tabs_part_cells_where_blanks_stand_in_numbers(self, tmp_path: Path, row: str, cell: str) -> None:
        table = read(tmp_path, "".join(row.format(i=i, k="ab"[i % 2]) for i in range(1, 10)))
        assert (table.columns[0].cell(0), table.columns[-1].kind) == (cell, "text")

    @pytest.mark.parametrize("delimiter", ["@", "!", "\x01"])
    def test_any_can_be_chosen(self, tmp_path: Path, delimiter: str) -> None:
        table = read(tmp_path, f"x;y;d\n{BODY}".replace(";", delimiter), delimiter=delimiter)
        assert (names(table), table.n_rows) == (["x", "y", "d"], 12)

    @pytest.mark.parametrize(
        "content",
        [
            "A,B,C\n" + "".join(f"{i},{i % 5},{i % 2},\n" for i in range(12)),
            "A,B,C,\n" + "".join(f"{i},{i % 5},{i % 2},\n" for i in range(12)),
            "A,B,C\n" + "".join(f"{i},{i % 5},{i % 2}{',' * (i % 2)}\n" for i in range(12)),
            "A\tB\tC\n" + "".join(f"{i}\t{i % 5}\t{i % 2}\t\n" for i in range(12)),
            "A B C\n" + "".join(f"  {i}   {i % 5} {i % 2}  \n" for i in range(12)),
        ],
    )
    def test_one_at_the_end_of_a_line_is_no_column(self, tmp_path: Path, content: str) -> None:
        table = read(tmp_path, content)
        done = convert(table, suggested_plan(table))
        assert (done.n_samples, done.spec.input_names, done.spec.target_names) == (12, ("A", "B"), ("C",))


class TestLines:
    def test_a_row_that_begins_with_a_mark_is_a_row(self, tmp_path: Path) -> None:
        table = read(tmp_path, "#5,1,2\n#6,2,3\nx7,3,4\n#8,4,5\n")
        assert [column.cell(0) for column in table.columns] == ["#5", "1", "2"] or table.lines[0] > 1
        rows = read(tmp_path, "tag,a,b\n#5,1,2\nx6,2,3\nx7,3,4\n#8,4,5\n")
        assert (rows.n_rows, rows.columns[0].texts) == (4, ("#5", "x6", "x7", "#8"))

    @pytest.mark.parametrize(
        ("content", "rows"),
        [
            ("name,a,b\n#hash1,1,2\n#hash2,3,4\n#hash3,4,5\n", 3),
            ("colour,a,b\n" + "".join(f"#{i % 2}f0000,{i},{i % 3}\n" for i in range(12)), 12),
            ("a,b,tag\n" + "".join(f"{i},{i % 4},{('#x', 'y')[i % 2]}\n" for i in range(12)), 12),
        ],
    )
    def test_all_rows_may_begin_with_a_mark(self, tmp_path: Path, content: str, rows: int) -> None:
        table = read(tmp_path, content)
        assert (names(table), table.n_rows) == (content.split("\n", maxsplit=1)[0].split(","), rows)

    def test_a_header_of_its_own_comes_before_a_comment(self, tmp_path: Path) -> None:
        table = read(tmp_path, "# made by\n# a, b, c\nx,y,d\n1,2,0\n3,4,1\n")
        assert (names(table), table.n_rows) == (["x", "y", "d"], 2)
        assert "Comments above the table are passed over: 2" in said(table)

    @pytest.mark.parametrize("comment", ["# a slip follows", "#1.5;2;1", '# 5" wide'])
    def test_a_comment_between_rows_is_passed_over_and_counted(self, tmp_path: Path, comment: str) -> None:
        table = read(tmp_path, f"x;y;d\n{BODY}{comment}\n{BODY}")
        assert (table.n_rows, table.columns[0].n_missing) == (24, 0)
        assert "passed over: 1, the first is line 14" in said(table)

    @pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#WERT!"])
    def test_what_a_spreadsheet_could_not_compute_is_no_comment(self, tmp_path: Path, error: str) -> None:
        table = read(tmp_path, f"x;y;d\n{BODY}{error};2;1\n")
        assert (table.n_rows, table.columns[0].n_missing) == (13, 1)

    def test_names_without_samples_are_said(self, tmp_path: Path) -> None:
        assert "names its columns but holds no samples" in complaint(tmp_path, "a,b,c\n")
        assert "names its columns but holds no samples" in complaint(tmp_path, '"","friends","advice"\n')

    def test_comments_can_be_rows(self, tmp_path: Path) -> None:
        table = read(tmp_path, f"x;y;d\n{BODY}#1;2;1\n", passes_comments=False)
        assert table.n_rows == 13
        assert table.columns[0].cell(12) == "#1"

    @pytest.mark.parametrize("empty", [";;\n", " ; ;\n"])
    def test_empty_rows_are_passed_over_and_counted(self, tmp_path: Path, empty: str) -> None:
        table = read(tmp_path, f"x;y;d\n{BODY}{empty}{BODY}{empty}{empty}")
        assert table.n_rows == 24
        assert "Rows without anything in them are passed over: 3." in said(table)

    @pytest.mark.parametrize("end", ["\x1a", "\x1a\n", "\n\x1a\x1a"])
    def test_the_mark_of_old_systems_ends_a_file(self, tmp_path: Path, end: str) -> None:
        assert read(tmp_path, f"x;y;d\n{BODY}{end}").n_rows == 12

    def test_lines_that_markdown_draws_are_no_rows(self, tmp_path: Path) -> None:
        table = read(tmp_path, "| x | y |\n|---|:--:|\n| 1 | a |\n| 2 | b |\n", "a.txt")
        assert cells(table) == [["", "1", "a", ""], ["", "2", "b", ""]]
        assert suggested_plan(table).roles == ("leave_out", "input", "target", "leave_out")

    @pytest.mark.parametrize("mark", ["v", '"v', 'v"w'])
    def test_a_quotation_mark_that_is_never_closed_is_named(self, tmp_path: Path, mark: str) -> None:
        content = f'x;k\n"1";u\n2;{mark}\n3;u\n4;u\n'
        if mark.startswith('"'):
            says = complaint(tmp_path, content)
            assert "points.csv, line 3: a cell begins here with a quotation mark that is never closed" in says
        else:
            assert read(tmp_path, content).columns[1].cell(1) == mark

    def test_uneven_lines_are_shown_and_can_be_skipped(self, tmp_path: Path) -> None:
        table = read(tmp_path, f"x;y;d\n{BODY}7;8\n{BODY}1;2;3;4\n")
        assert (table.uneven.rows.tolist(), table.uneven.counts.tolist()) == ([12, 25], [2, 4])
        roles = suggested_plan(table).roles
        assert "line 14, column 3: this line has 2 cells, the others have 3" in complaint(
            tmp_path, f"x;y;d\n{BODY}7;8\n{BODY}1;2;3;4\n"
        )
        done = convert(table, Plan(roles, misfits="drop"))
        assert (done.n_samples, done.misfits) == (24, 2)

    def test_bad_cells_can_be_skipped(self, tmp_path: Path) -> None:
        table = read(tmp_path, f"x;y;d\n{BODY}oops;2;1\n")
        done = convert(table, Plan(suggested_plan(table).roles, misfits="drop"))
        assert (done.n_samples, done.misfits, done.dropped) == (12, 1, 0)


class TestEncodings:
    @pytest.mark.parametrize(
        ("words", "encoding"),
        [
            ("Größe;Länge;Qualität", "cp1252"),
            ("température;élève;été", "cp1252"),
            ("año;niño;corazón", "cp1252"),
            ("Åsa;Öberg;smörgås", "cp1252"),
            ("µm;20 °C;prix €", "cp1252"),
            ("volume m³;Størrelse;Århus", "cp1252"),
            ("São Paulo;Paranaguá;Camaçari", "cp1252"),
            ("имя;вес;класс", "cp1251"),
            ("ύψος;βάρος;τάξη", "cp1253"),
            ("Łódź;Gdańsk;Wrocław", "cp1250"),
            ("Příbram;výška;Plzeň", "cp1250"),
            ("Győr;súly;Fűzfő", "cp1250"),
            ("Timişoara;oraş;Constanţa", "cp1250"),
            ("město;Plzeň;České", "cp1250"),
            ("Forlì;perché;così", "cp1252"),
            ("SITUAÇÃO;OPÇÃO;REGIÃO", "cp1252"),
            ("MAÇÃ;Één;SÄÄ", "cp1252"),
            ("CAÑÓN;PEÑÍSCOLA;AÑO", "cp1252"),
            ("A类B;B类C;X好Y", "gb18030"),
            ("类A;类B;x", "gb18030"),
            ("nação;ações;não", "cp1252"),
            ("şehir;İstanbul;ağaç", "cp1254"),
            ("Þór;Ísland;ýmsir", "cp1252"),
            ("длина;ширина;класс", "cp1251"),
            ("长度;宽度;类别", "gb18030"),
            ("好;坏;中", "gb18030"),
            ("B类;A级;x好y", "gb18030"),
            ("寬度;長度;類別", "big5"),
            ("ながさ;はば;区分", "shift_jis"),
            ("Größe;长度;年", "utf-8"),
        ],
    )
    def test_it_is_weighed_by_the_text(self, tmp_path: Path, words: str, encoding: str) -> None:
        table = read(tmp_path, f"{words}\n{BODY}".encode(encoding))
        assert (names(table), table.layout.encoding) == (words.split(";"), encoding)  # type: ignore[union-attr]

    def test_a_class_of_one_letter_in_every_row_says_no_more_than_in_one(self, tmp_path: Path) -> None:
        rows = "".join(f"{i};{'аб'[i % 2]}\n" for i in range(50))
        table = read(tmp_path, f"вес;класс\n{rows}".encode("cp1251"))
        assert names(table) == ["вес", "класс"]

    def test_a_broken_byte_does_not_change_the_encoding_of_a_long_text(self, tmp_path: Path) -> None:
        raw = f"Größe;Länge;d\n{'ä;ö;ü' * 1}\n".encode() + "é;ß;ñ\n".encode() * 100 + b"\xff;b;c\n"
        assert "line 103, character 1: the byte 0xff does not fit the encoding utf-8" in complaint(tmp_path, raw)


SINGLE = {
    "all cells": "'name','size','kind'\n'a, b','1.5','x'\n'c','2.5','y'\n'd','3.5','x'\n",
    "the words alone": "name,size,kind\n'a, b',1.5,'x'\n'c',2.5,'y'\n'd',3.5,'x'\n",
    "semicolons, decimal commas": "'name';'size';'kind'\n'a, b';'1,5';'x'\n'c';'2,5';'y'\n'd';'3,5';'x'\n",
    "blanks": "'name' 'size' 'kind'\n'a, b' 1.5 'x'\n'c' 2.5 'y'\n'd' 3.5 'x'\n",
}


@pytest.mark.parametrize("kind", SINGLE)
def test_cells_between_single_quotation_marks(tmp_path: Path, kind: str) -> None:
    table = read(tmp_path, SINGLE[kind])
    assert [column.name for column in table.columns] == ["name", "size", "kind"]
    assert cells(table) == [["a, b", "1.5", "x"], ["c", "2.5", "y"], ["d", "3.5", "x"]]
    said = [each for each in table.decisions if "single" in each.text.template]
    assert [each.layout for each in said] == [(("quote", '"'),)]
    undone = read(tmp_path, SINGLE[kind], quote='"')
    assert any("'" in column.name for column in undone.columns) or "'x'" in cells(undone)[-1]


@pytest.mark.parametrize(
    ("cell", "text"), [("'it''s'", "it's"), (r"'it\'s'", "it's"), ("'two\nlines'", "two\nlines"), ("it's", "it's")]
)
def test_apostrophes_within_single_quotation_marks(tmp_path: Path, cell: str, text: str) -> None:
    table = read(tmp_path, f"'w','y'\n{cell},'1'\n'b','2'\n'c','3'\n'd','4'\n")
    assert table.columns[0].cell(0) == text
    assert table.n_rows == 4


@pytest.mark.parametrize(
    "content",
    [
        "w,y\nit's,1\n'tis,2\ndon't,3\n",
        "song,y\nrock 'n' roll,1\nguns 'n' roses,2\nsalt 'n' pepper,3\n",
        "height;y\n5' 6\";1\n5' 7\";2\n6' 0\";3\n",
        "n;y\n1'299.5;1\n2'300.5;2\n3'400.5;3\n",
    ],
    ids=["words", "songs", "feet and inches", "thousands"],
)
def test_apostrophes_are_no_quotation_marks(tmp_path: Path, content: str) -> None:
    table = read(tmp_path, content)
    assert not any("single" in each.text.template for each in table.decisions)
    assert table.n_rows == 3


RUSSIAN = "имя;город;класс\nИван;Москва;да\nМария;Санкт-Петербург;нет\nПётр;Казань;да\nОльга;Псков;нет\n"
LOUD = "n;ЦВЕТ\n1;КРАСНЫЙ\n2;СИНИЙ\n3;ЗЕЛЁНЫЙ\n"
JAPANESE = "名前,都市,種類\nさくら,東京,はい\nたろう,大阪,いいえ\nハナコ,京都,はい\n"
KOREAN = "이름,도시,종류\n철수,서울,예\n영희,부산,아니오\n민수,대구,예\n지영,인천,아니오\n"
UKRAINIAN = "місто;вага;клас\nКиїв;5;так\nЛьвів;7;ні\nЄвпаторія;9;так\n"
HEBREW = "עיר;משקל;מחלקה\nתל אביב;5;כן\nירושלים;7;לא\nחיפה;9;כן\n"
ARABIC = "المدينة;الوزن;الصنف\nالقاهرة;5;نعم\nبغداد;7;لا\nدمشق;9;نعم\n"
THAI = "เมือง;น้ำหนัก;ประเภท\nกรุงเทพ;5;ใช่\nเชียงใหม่;7;ไม่\n"
GERMAN = "Größe;Länge;Qualität\nmäßig;5;grün\nschön;7;müde\n"
FRENCH = "température;élève;été\nfrançais;5;très\nhôpital;7;forêt\n"
POLISH = "Łódź;długość;płeć\nKraków;5;żółty\nźle;7;biały\n"
CZECH = "Plzeň;výška;třída\nCheb;5;žlutý\nTeplice;7;modrý\n"
RUSSIAN_SHORT = "город;дом\nда;1\nгод;2\n"  # could be Hebrew
TYPOGRAPHIC = "Aug–Sep;“good”;it’s\n10 µm;5;m³\n20 °C;7;prix €\n"
CHINESE = "水果,颜色,类别\n苹果,红,好\n香蕉,黄,坏\n葡萄,绿,好\n"
TAIWANESE = "姓名,城市,類別\n張三,臺北,好\n李四,高雄,壞\n王五,臺中,好\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, encoding) for text in (RUSSIAN, RUSSIAN.lower(), LOUD) for encoding in ("cp1251", "koi8-r")),
        *((JAPANESE, encoding) for encoding in ("euc_jp", "shift_jis")),
        ("n,色\n1,あか\n2,みどり\n3,あお\n", "euc_jp"),
        (KOREAN, "euc_kr"),
        (CHINESE, "gb18030"),
        ("n,水果\n1,苹果\n2,苹果\n", "gb18030"),
        (TAIWANESE, "big5"),
        (UKRAINIAN, "cp1251"),
        (RUSSIAN, "cp866"),
        (RUSSIAN_SHORT, "cp1251"),
        (HEBREW, "cp1255"),
        (ARABIC, "cp1256"),
        (ARABIC, "iso8859-6"),
        (THAI, "cp874"),
        *((text, encoding) for text in (GERMAN, FRENCH) for encoding in ("cp850", "cp1252")),
        *((text, encoding) for text in (POLISH, CZECH) for encoding in ("cp1250", "iso8859-2")),
        (TYPOGRAPHIC, "cp1252"),
    ],
)
def test_the_encoding_is_the_one_that_makes_a_text_of_the_bytes(tmp_path: Path, text: str, encoding: str) -> None:
    table = read(tmp_path, text.encode(encoding))
    assert table.layout is not None
    assert table.layout.encoding == encoding
    assert ",".join(column.name for column in table.columns) == text.splitlines()[0].replace(";", ",")


@pytest.mark.parametrize(
    ("text", "encoding"), [(HEBREW, "iso8859-8"), (GERMAN, "cp437"), (GERMAN, "mac-roman"), (FRENCH, "mac-roman")]
)
def test_an_encoding_that_shares_its_letters_with_another_gives_the_same_text(
    tmp_path: Path, text: str, encoding: str
) -> None:
    table = read(tmp_path, text.encode(encoding))
    assert ";".join(column.name for column in table.columns) == text.splitlines()[0]
