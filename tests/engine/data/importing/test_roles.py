"""Roles are found by looking at the whole table, and every finding is a sentence that can be taken back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data.importing import Plan, convert, suggested_plan, suggestion
from tests.helpers.imported_tables import packed, read

HOT = "".join(f"{i / 7:.3f},{i % 5},{int(i % 3 == 0)},{int(i % 3 == 1)},{int(i % 3 == 2)}\n" for i in range(12))
ROWS = range(12)


def roles(folder: Path, content: str | bytes, name: str = "a.csv") -> str:
    letters = {"input": "i", "target": "t", "leave_out": "-"}
    return "".join(letters[role] for role in suggested_plan(read(folder, content, name)).roles)


class TestOneHot:
    @pytest.mark.parametrize(
        ("content", "wanted"),
        [
            (HOT, "iittt"),
            ("a,b,class_a,class_b,class_c\n" + HOT, "iittt"),
            ("".join(f"{i}.5 {i * i} {2 * (i % 2) - 1} {1 - 2 * (i % 2)}\n" for i in ROWS), "iitt"),
            ("w,y1,y2\n" + "".join(f"{i / 4},{i % 2},{1 - i % 2}\n" for i in ROWS), "itt"),
            (
                "w,y1,y2\n" + "".join(f"{i / 4},{0.1 + 0.8 * (i % 2):.1f},{0.9 - 0.8 * (i % 2):.1f}\n" for i in ROWS),
                "itt",
            ),
            ("a,is_u,is_v,is_w\n" + "".join(f"{i}.5,{i % 3 == 0},{i % 3 == 1},{i % 3 == 2}\n" for i in ROWS), "ittt"),
            (
                "a,p,q,r,note\n" + "".join(f"{i}.5,{i % 3 == 0:d},{i % 3 == 1:d},{i % 3 == 2:d},t{i}\n" for i in ROWS),
                "ittt-",
            ),
            (HOT + "0.5,1,,,\n".replace(",,,", ",,"), "iittt"),  # a row without its target
        ],
    )
    def test_the_last_columns_are_classes(self, tmp_path: Path, content: str, wanted: str) -> None:
        assert roles(tmp_path, content) == wanted

    @pytest.mark.parametrize(
        ("content", "wanted"),
        [
            ("a,b,c\n0,0,1\n1,1,0\n", "iit"),  # two rows may be so by chance
            ("x1,x2,d\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n", "iit"),
            ("a,b,c\n" + "".join(f"{i}.5,{i % 2},{'' if i == 5 else 1 - i % 2}\n" for i in ROWS) + "9,1,1\n", "iit"),
            ("class,p,q\n" + "".join(f"{'ab'[i % 2]},{i % 2},{1 - i % 2}\n" for i in ROWS), "tii"),
            ("".join(f"{i},{i % 2},{i % 3 == 0:d}\n" for i in ROWS), "-it"),
        ],
    )
    def test_others_are_not(self, tmp_path: Path, content: str, wanted: str) -> None:
        assert roles(tmp_path, content) == wanted

    def test_it_is_said_and_taken_back(self, tmp_path: Path) -> None:
        decision = suggestion(read(tmp_path, HOT)).decisions[0]
        assert "The last 3 columns are one-hot" in str(decision.text)
        assert decision.roles == ((2, "input"), (3, "input"))

    def test_a_row_that_breaks_it_counts_wherever_it_stands(self, tmp_path: Path) -> None:
        content = "".join(f"{i / 7:.3f},{i % 2},{1 - i % 2}\n" for i in range(500)) + "0.5,1,1\n"
        assert roles(tmp_path, content) == "iit"


class TestRowNames:
    @pytest.mark.parametrize(
        ("content", "wanted"),
        [
            ('"","w","kind"\n' + "".join(f'"{i + 1}",{i / 3:.2f},{"ab"[i % 2]}\n' for i in ROWS), "-it"),
            (",w,d\n" + "".join(f"{i},{i / 3:.2f},{i % 2}\n" for i in ROWS), "-it"),
            ("Unnamed: 0,w,d\n" + "".join(f"{i},{i / 3:.2f},{i % 2}\n" for i in ROWS), "-it"),
            (",w,d\n" + "".join(f"{7 * i + 3},{i / 3:.2f},{i % 2}\n" for i in ROWS), "-it"),
            ('"w" "h" "d"\n' + "".join(f'"r{i}" {i / 3:.2f} {i} {i % 2}\n' for i in ROWS), "-iit"),
            ("w\th\td\n" + "".join(f"{i + 1}\t{i / 3:.2f}\t{i % 5}\t{i % 2}\n" for i in ROWS), "-iit"),
            ("PassengerId,w,d\n" + "".join(f"{i + 1},{i / 3:.2f},{i % 2}\n" for i in ROWS), "-it"),
            ("rownames,w,d\n" + "".join(f"{i + 1},{i / 3:.2f},{i % 2}\n" for i in ROWS), "-it"),
            ("Id,w,species\n" + "".join(f"{i + 1},{i / 3:.2f},{'ab'[i % 2]}\n" for i in ROWS), "-it"),
            ("".join(f"{i + 1},{i / 3:.2f},{i % 5},{i % 2}\n" for i in ROWS), "-iit"),
            ("Unnamed: 0.1,Unnamed: 0,w,d\n" + "".join(f"{i},{i},{i / 3:.2f},{i % 2}\n" for i in ROWS), "--it"),
            ("...1,w,d\n" + "".join(f"{i + 1},{i / 3:.2f},{i % 2}\n" for i in ROWS), "-it"),
            ("Serial No.,w,d\n" + "".join(f"{i + 1},{i / 3:.2f},{i % 2}\n" for i in ROWS), "-it"),
            ("level_0,index,w,d\n" + "".join(f"{i},{i},{i / 3:.2f},{i % 2}\n" for i in ROWS), "--it"),
            ("".join(f"{842302 + 97 * i * i},{'MB'[i % 2]},{i / 3:.2f},{i % 5}\n" for i in ROWS), "-tii"),  # UCI's wdbc
        ],
    )
    def test_they_are_left_out(self, tmp_path: Path, content: str, wanted: str) -> None:
        assert roles(tmp_path, content) == wanted
        assert "numbers or names the rows" in " ".join(
            str(d.text) for d in suggestion(read(tmp_path, content)).decisions
        )

    @pytest.mark.parametrize(
        ("content", "wanted"),
        [
            ("x,y\n" + "".join(f"{i + 1},{i * i}\n" for i in ROWS), "it"),
            ("".join(f"{i + 1},{i * i}\n" for i in ROWS), "it"),
            ("time,volt,d\n" + "".join(f"{i + 1},{i / 3:.2f},{i % 2}\n" for i in ROWS), "iit"),
            ("X,Y,d\n" + "".join(f"{i + 1},{i / 3:.2f},{i % 2}\n" for i in ROWS), "iit"),
            ("1,5,0\n2,6,1\n3,4,0\n", "iit"),
        ],
    )
    def test_a_count_that_means_something_stays(self, tmp_path: Path, content: str, wanted: str) -> None:
        assert roles(tmp_path, content) == wanted

    def test_names_that_most_rows_lack_are_left_out(self, tmp_path: Path) -> None:
        content = ",w,d\n" + "".join(f"{'O1' if i > 8 else ''},{i / 7:.3f},{i % 2}\n" for i in ROWS)
        assert roles(tmp_path, content) == "-it"

    def test_one_click_makes_inputs_of_names_too(self, tmp_path: Path) -> None:
        table = read(tmp_path, '"","w","d"\n' + "".join(f'"r{i}",{i / 3:.2f},{i % 2}\n' for i in ROWS))
        decision = next(d for d in suggestion(table).decisions if "names the rows" in str(d.text))
        assert decision.roles == ((0, "input"),)

    def test_long_numbers_that_come_again_are_values(self, tmp_path: Path) -> None:
        assert roles(tmp_path, "".join(f"{250000 + 1000 * (i % 5)},{i / 3:.2f},{i % 2}\n" for i in ROWS)) == "iit"


class TestNames:
    @pytest.mark.parametrize(
        ("names", "wanted"),
        [("y,x1,x2", "tii"), ("x1,y,x2", "iti"), ("y,x1,z", "iit"), ("x,d,x2", "iti"), ("Klasse,x1,x2", "tii")],
    )
    def test_some_say_what_the_target_is(self, tmp_path: Path, names: str, wanted: str) -> None:
        assert roles(tmp_path, names + "\n" + "".join(f"{i / 7:.3f},{i % 2},{i % 5}\n" for i in ROWS)) == wanted

    @pytest.mark.parametrize(
        ("names", "wanted"),
        [
            ("month,w,y", "iit"),
            ("month,w,Output", "iit"),
            ("kind,x,y", "tii"),  # a place on a map
            ("kind,w,h", "tii"),
        ],
    )
    def test_a_last_column_called_y_is_the_target_beside_words(self, tmp_path: Path, names: str, wanted: str) -> None:
        body = "".join(f"{('Jan', 'Feb', 'Mar')[i % 3]},{i / 7:.3f},{i % 2}\n" for i in ROWS)
        assert roles(tmp_path, f"{names}\n{body}") == wanted

    @pytest.mark.parametrize("words", [("train", "test"), ("Training", "TEST")])
    def test_a_column_called_split_says_which_rows_are_test_samples(
        self, tmp_path: Path, words: tuple[str, str]
    ) -> None:
        table = read(tmp_path, "a,b,kind,split\n" + "".join(f"{i / 7},{i},{i % 2},{words[i % 4 == 0]}\n" for i in ROWS))
        found = suggestion(table)
        assert found.plan.roles == ("input", "input", "target", "leave_out")
        assert convert(table, found.plan).n_tests == 3
        (decision,) = (each for each in found.decisions if "split says which rows are test samples" in str(each.text))
        taken_back = Plan(("input", "input", "target", "input"), tests=found.plan.tests)
        assert decision.roles == ((3, "input"),)
        assert convert(table, taken_back).n_tests == 0

    @pytest.mark.parametrize("words", [("train", "valid"), ("left", "test")])
    def test_a_column_of_other_words_does_not(self, tmp_path: Path, words: tuple[str, str]) -> None:
        content = "a,b,split\n" + "".join(f"{i / 7},{i},{words[i % 4 == 0]}\n" for i in ROWS)
        assert suggestion(read(tmp_path, content)).plan.tests is None

    def test_a_column_without_one_is_no_target_beside_others(self, tmp_path: Path) -> None:
        assert roles(tmp_path, ",w,d\n" + "".join(f"{'uv'[i % 2]},{i / 7:.3f},{i % 2}\n" for i in ROWS)) == "iit"


class TestWords:
    def test_words_that_hardly_come_again_are_said_even_where_nothing_else_is_a_target(self, tmp_path: Path) -> None:
        found = suggestion(read(tmp_path, "w,name\n" + "".join(f"{i / 7:.3f},n{i}\n" for i in ROWS)))
        assert found.plan.roles == ("input", "target")
        assert [str(d.text) for d in found.decisions] == ["Nearly all words of name differ, so they name no classes."]

    def test_names_that_all_differ_are_no_classes(self, tmp_path: Path) -> None:
        content = "w,kind,name\n" + "".join(f"{i / 3:.2f},{'ab'[i % 2]},person {i}\n" for i in ROWS)
        assert roles(tmp_path, content) == "it-"
        decisions = suggestion(read(tmp_path, content)).decisions
        found = next(d for d in decisions if "differ, so they name no classes" in str(d.text))
        assert found.roles == ((2, "target"), (1, "leave_out"))

    @pytest.mark.parametrize("label", ["007 010 7", "0001 0002 0010"])
    def test_labels_with_noughts_are_classes_as_they_are_written(self, tmp_path: Path, label: str) -> None:
        labels = label.split()
        content = "x,y,code\n" + "".join(f"{i / 4},{i % 5},{labels[i % 3]}\n" for i in ROWS)
        table = read(tmp_path, content)
        assert convert(table, suggested_plan(table)).spec.target_names == tuple(sorted(labels))

    def test_ids_beyond_what_a_number_holds_stay_text(self, tmp_path: Path) -> None:
        content = "account,w,d\n" + "".join(f"{9007199254740990 + i},{i / 3:.2f},{i % 2}\n" for i in ROWS)
        table = read(tmp_path, content)
        assert [table.columns[0].cell(row) for row in ROWS] == [str(9007199254740990 + i) for i in ROWS]
        assert suggested_plan(table).roles == ("leave_out", "input", "target")

    def test_labels_can_be_numbers_where_the_user_wants_it(self, tmp_path: Path) -> None:
        table = read(tmp_path, "zip,w,d\n" + "".join(f"0{i}{i % 10},{i / 3:.2f},{i % 2}\n" for i in ROWS))
        done = convert(table, Plan(("input", "input", "target")))
        assert done.spec.build().inputs[:3, 0].tolist() == [0, 11, 22]

    def test_flags_are_inputs_of_0_and_1(self, tmp_path: Path) -> None:
        table = read(tmp_path, "w,on,d\n" + "".join(f"{i},{'TRUE' if i % 3 else 'FALSE'},{i % 2}\n" for i in ROWS))
        assert convert(table, suggested_plan(table)).spec.build().inputs[:4, 1].tolist() == [0, 1, 1, 0]

    def test_flags_are_classes_too(self, tmp_path: Path) -> None:
        table = read(tmp_path, "a,b,on\n" + "".join(f"{i},{i % 5},{'true' if i % 3 else 'false'}\n" for i in ROWS))
        assert convert(table, suggested_plan(table)).spec.build().targets[:4, 0].tolist() == [0, 1, 1, 0]

    def test_flags_in_the_last_column_come_before_words_elsewhere(self, tmp_path: Path) -> None:
        rows = "".join(f"{i},{('yes', 'no')[i % 2]},{'TRUE' if i % 3 else 'FALSE'}\n" for i in ROWS)
        assert suggested_plan(read(tmp_path, f"a,b,on\n{rows}")).roles == ("input", "input", "target")


class TestColumnsWithoutNames:
    @pytest.mark.parametrize(
        ("row", "wanted"),
        [
            ("{k},{x:.2f},{n}", "tii"),  # as UCI's wine.data
            ("{k},{x:.2f},{k}", "iit"),
            ("{x:.2f},{k},{n}", "iit"),
            ("{k},{x:.2f},{two}", "iit"),
        ],
    )
    def test_the_first_is_the_class_where_only_it_counts_any(self, tmp_path: Path, row: str, wanted: str) -> None:
        rows = (row.format(k=i // 5 + 1, x=14 - i / 7, n=1000 - 3 * i, two=i % 2) + "\n" for i in range(15))
        plan = suggested_plan(read(tmp_path, "".join(rows), "wine.data"))
        assert "".join(role[0] for role in plan.roles) == wanted


class TestDates:
    DATES = (
        ("2024-01-31", "2024-02-01", "2024-03-15"),
        ("31.01.2024", "01.02.2024", "15.03.2024"),
        ("Jan 31 2024", "Feb 1 2024", "Mar 15 2024"),
        ("2024年1月31日", "2024年2月1日", "2024年3月15日"),
        ("1/31/2024", "2/1/2024", "3/15/2024"),
        ("20240131", "20240201", "20240315"),
        ("Wed, 31 Jan 2024", "Thu, 01 Feb 2024", "Fri, 15 Mar 2024"),
        ("2024-01-31 06:00", "2024-02-01 06:00", "2024-03-15 06:00"),
    )

    @pytest.mark.parametrize("dates", DATES)
    @pytest.mark.parametrize(
        ("part", "numbers"),
        [("year", [2024, 2024, 2024]), ("month", [1, 2, 3]), ("day", [31, 1, 15]), ("weekday", [3, 4, 5])],
    )
    def test_they_stay_out_or_become_a_part(
        self, tmp_path: Path, dates: tuple[str, ...], part: str, numbers: list[float]
    ) -> None:
        table = read(tmp_path, "day;w;d\n" + "".join(f"{date};{i}.5;{i % 2}\n" for i, date in enumerate(dates)))
        assert suggested_plan(table).roles == ("leave_out", "input", "target")
        done = convert(table, Plan(("input", "leave_out", "target"), encodings=(part,)))
        assert done.spec.build().inputs[:, 0].tolist() == numbers

    @pytest.mark.parametrize("dates", DATES)
    def test_their_days_are_counted_from_1970(self, tmp_path: Path, dates: tuple[str, ...]) -> None:
        table = read(tmp_path, "day;w;d\n" + "".join(f"{date};{i}.5;{i % 2}\n" for i, date in enumerate(dates)))
        days = convert(table, Plan(("input", "leave_out", "target"))).spec.build().inputs[:, 0]
        assert np.floor(days).tolist() == [19753, 19754, 19797]  # 54 years with 13 leap days, and 30 days
        assert (days[0] % 1) == (0.25 if ":" in dates[0] else 0)

    def test_they_are_inputs_where_nothing_else_could_be(self, tmp_path: Path) -> None:
        table = read(tmp_path, "date,temp\n" + "".join(f"2010/01/{i + 1:02d},{(i * 7) % 11 + i / 4}\n" for i in ROWS))
        found = suggestion(table)
        assert found.plan.roles == ("input", "target")
        assert "Dates are inputs, as days since 1970, as nothing else could be: date" in str(found.decisions[0].text)
        inputs = convert(table, found.plan).spec.build().raw_inputs[:, 0]
        assert (inputs[0], inputs[1] - inputs[0]) == (14610, 1)  # 40 years, ten of them leap years

    @pytest.mark.parametrize("last", ["20240230", "20241301", "2024"])
    def test_numbers_that_are_no_dates_stay_numbers(self, tmp_path: Path, last: str) -> None:
        content = f"w,h,d\n20240131,1,0\n20240201,2,1\n20240301,4,0\n{last},3,1\n"
        assert read(tmp_path, content).columns[0].kind == "number"

    def test_a_date_is_no_class(self, tmp_path: Path) -> None:
        content = "w,h,day\n" + "".join(f"{i / 3:.2f},{i % 2},2024-05-{i + 1:02}\n" for i in ROWS)
        assert roles(tmp_path, content) == "it-"


class TestDeclared:
    @pytest.mark.parametrize(
        ("content", "wanted"),
        [
            ("w\tkind\tname\tn\nc\td\ts\td\n\tclass\tmeta\t\n1.5\ta\tx\t3\n2.5\tb\ty\t4\n1\ta\tz\t3\n", "it-i"),
            ("kind\tw\nhot cold\tcontinuous\nclass\t\nhot\t1\ncold\t2\nhot\t3\n", "ti"),
            ("w\tn\tkind\nc\tc\td\n\t\t\n1.5\t3\ta\n2.5\t4\tb\n1\t3\ta\n", "iit"),  # no class is declared
            ("C#w\tcD#kind\tmS#name\n1\ta\tx\n2\tb\ty\n3\ta\tz\n", "it-"),
            ("D#a\tC#b\tcD#y\nx\t1\tp\ny\t2\tq\nx\t3\tp\n", "iit"),
            ("D#n\tcC#y\ti#k\tC#w\n1\t2.5\t3\t1\n2\t3.5\t4\t2\n1\t1.5\t5\t3\n", "it-i"),
        ],
    )
    def test_orange_says_it_in_its_headers(self, tmp_path: Path, content: str, wanted: str) -> None:
        assert roles(tmp_path, content, "a.tab") == wanted

    def test_the_order_of_declared_values_is_kept(self, tmp_path: Path) -> None:
        content = "kind\tw\nmild hot cold\tcontinuous\nclass\t\nhot\t1\ncold\t2\nmild\t3\n"
        table = read(tmp_path, content, "a.tab")
        data = convert(table, suggested_plan(table)).spec.build()
        assert (data.target_names, data.labels().tolist()) == (("mild", "hot", "cold"), [1, 2, 0])

    def test_declared_values_may_hold_blanks(self, tmp_path: Path) -> None:
        content = "kind\tw\nvery\\ hot cold\tcontinuous\nclass\t\nvery hot\t1\ncold\t2\n"
        assert read(tmp_path, content, "a.tab").columns[0].classes == ("very hot", "cold")

    def test_weka_may_put_the_class_anywhere(self, tmp_path: Path) -> None:
        content = (
            "@relation r\n@attribute class {3,1,2}\n@attribute a real\n@attribute b real\n@data\n1,5,6\n3,7,8\n2,1,2\n"
        )
        table = read(tmp_path, content, "a.arff")
        done = convert(table, suggested_plan(table))
        assert (done.spec.target_names, done.spec.input_names) == (("3", "1", "2"), ("a", "b"))
        assert done.spec.build().labels().tolist() == [1, 0, 2]

    def test_targets_do_not_wander_to_an_input(self, tmp_path: Path) -> None:
        content = packed(X=np.eye(4), y=np.array([object()] * 4, dtype=object))
        table = read(tmp_path, content, "a.npz")
        assert suggested_plan(table).roles == ("input",) * 4
        assert "y" in str(table.notes[0])


class TestOwnExports:
    def test_several_classes_come_back(self, tmp_path: Path) -> None:
        head = "number,set,x1,x2,p,q,r,output p,output q,output r,error,right\n"
        hot = ["1,0,0", "0,1,0", "0,0,1"]
        content = head + "".join(
            f"{i + 1},{'train' if i < 9 else 'test'},{i},{i % 5},{hot[i % 3]},.1,.2,.7,.3,1\n" for i in ROWS
        )
        assert roles(tmp_path, content) == "--iittt-----"

    def test_values_come_back(self, tmp_path: Path) -> None:
        content = "number,set,x,y,output,error\n" + "".join(f"{i + 1},train,{i},{i / 3},{i / 4},0.5\n" for i in ROWS)
        assert roles(tmp_path, content) == "--it--"


class TestRemarks:
    @pytest.mark.parametrize(
        ("content", "says"),
        [
            ("x,y,kind\n1,2,a\n2,3,a\n4,5,a\n", "All samples are of one class, a: there is nothing to tell apart."),
            ("x,c,d\n1,2,0\n2,2,1\n4,2,0\n", "The same in every row, so that nothing can be learned from it: c."),
            ("x,y,d\n1,2,3.5\n2,4,3.5\n4,1,3.5\n", "The target is the same in every row: d is 3.5."),
            (
                "number,set,x1,x2,p,q,r,output p,output q,output r,error,right\n"
                "1,train,1,2,1,0,0,1,0,0,0,1\n2,train,2,3,0,1,0,0,1,0,0,1\n1,test,3,4,0,0,1,0,0,1,0,1\n",
                "No training sample is of these classes: r.",
            ),
        ],
    )
    def test_what_is_wanting_is_said(self, tmp_path: Path, content: str, says: str) -> None:
        table = read(tmp_path, content)
        assert says in [str(remark) for remark in convert(table, suggested_plan(table)).remarks]

    def test_good_data_need_no_remark(self, tmp_path: Path) -> None:
        table = read(tmp_path, HOT)
        assert convert(table, suggested_plan(table)).remarks == ()
