"""The card of the paths: the error surface that all contenders share, and the way of each on it, in its colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from engine.project.race.common_surface import surface_difference
from engine.project.race.moment import ContenderMoment, RaceMoment
from gui.features.comparison.paths.printed import PrintedPaths, path_colours
from gui.features.comparison.paths.texts import difference_text, path_note
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.error_map.axes import PRINCIPAL, Axes, Axis, AxisNames
from gui.toolkit.error_map.axis_choice import AxisChoice
from gui.toolkit.error_map.inquiry import Inquiry
from gui.toolkit.error_map.map_painter import AxisTexts
from gui.toolkit.error_map.map_view import MapView
from gui.toolkit.error_map.picture import SurfacePicture
from gui.toolkit.error_map.point_reader import PointReader
from gui.toolkit.error_map.request import Area, Moment, Trail
from gui.toolkit.error_map.sentences import Point, axis_texts, point_sentence
from gui.toolkit.flow_layout import FlowLayout
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.notation import Notation

_FIRST_AXES: Axes = (Axis(PRINCIPAL, 0), Axis(PRINCIPAL, 1))
_NO_TEXTS = AxisTexts("", "", "")


class PathCard(View, CardFrame):
    """Shows the surface through where the chosen contender stands, as soon as it is computed beside the window."""

    def __init__(self, themes: ThemeManager, notation: Notation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._notation = themes, notation
        self._moment: RaceMoment | None = None
        self._titles: dict[str, str] = {}
        self._chosen = ""
        self._names: AxisNames | None = None
        self._inquiry = Inquiry(_FIRST_AXES, self)
        self._reader = PointReader()
        self.map = MapView("comparison_map", themes, self, starts=False)
        self.axes = AxisChoice("comparison_map", self, with_none=False)
        self.logarithmic = QCheckBox(self)
        self._note = QLabel(self)
        self._arrange()
        self._connect()
        self.follow_themes(themes)

    @property
    def picture(self) -> SurfacePicture | None:
        """What is on show."""
        return self._inquiry.picture

    @property
    def is_busy(self) -> bool:
        """Whether a picture is still to come."""
        return self._inquiry.is_busy

    def show_moment(self, moment: RaceMoment | None, titles: dict[str, str], chosen: str) -> None:
        """Show the paths of the contenders, which are called so; None, and another race, forgets the place."""
        if moment is None or self._moment is None or moment.plan != self._moment.plan:
            self.forget_place()
        self._moment, self._titles, self._chosen = moment, titles, chosen
        self._ask()

    def forget_place(self) -> None:
        """The race begins anew."""
        self._inquiry.forget_place()

    def retranslate(self) -> None:
        self.axes.retranslate()
        self.logarithmic.setText(self.tr("Logarithmic"))
        self.logarithmic.setAccessibleName(self.logarithmic.text())
        self.logarithmic.setToolTip(self.tr("Colours by the logarithm of the error, so that small errors differ, too"))
        self._names = None
        self._ask()
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self.axes.apply_theme(theme)
        self._show()

    # ------------------------------------------------------------------ making

    def _arrange(self) -> None:
        self.logarithmic.setObjectName("comparison_map_log")
        self.logarithmic.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._note.setObjectName("comparison_map_note")
        wear(self._note, caption=True)
        self._note.setWordWrap(True)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._controls = QWidget(self)
        row = FlowLayout(self._controls, spacing=8)
        for widget in (self.axes.first, self.axes.second, self.logarithmic):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(4)
        layout.addWidget(self._controls)
        layout.addWidget(self.map, 1)
        layout.addWidget(self._note)

    def _connect(self) -> None:
        self.axes.chosen.connect(self._on_axes_chosen)
        self.logarithmic.toggled.connect(lambda _on: self._ask())
        self.map.area_wanted.connect(self._on_map_area_wanted)
        self.map.pointed.connect(self._show_point)
        self._inquiry.answered.connect(self._show)

    # ------------------------------------------------------------------ asking

    def _ask(self) -> None:
        """Have the surface computed that is to be seen now."""
        moment = self._moment
        if moment is None or not self.isVisible():
            self._inquiry.stop()
            return
        contenders = self._in_order(moment)
        difference = surface_difference([each.project for each in contenders])
        self._controls.setVisible(difference is None)
        if difference is not None:
            self._inquiry.stop()
            self._inquiry.fail(difference_text(difference))
            return
        names, axes = self._take_names(contenders[0], moment)
        signs = names.sign(axes[0]), names.sign(axes[1])
        seed, is_logarithmic = contenders[0].project.training.seed, self.logarithmic.isChecked()
        self._inquiry.ask(_moment_of(moment, contenders), signs, seed, is_logarithmic)

    def _in_order(self, moment: RaceMoment) -> list[ContenderMoment]:
        """The contender that the surface goes through first: the chosen one, unless it has no finite weights."""

        def rank(contender: ContenderMoment) -> tuple[bool, bool]:
            return contender.diverged, contender.name != self._chosen

        first = min(moment.contenders, key=rank)
        return [first, *(each for each in moment.contenders if each is not first)]

    def _take_names(self, first: ContenderMoment, moment: RaceMoment) -> tuple[AxisNames, Axes]:
        """How the axes are called, on offer where they are other ones, and the two in force."""
        project = first.project
        is_lecture, inputs = self._notation.is_lecture, moment.data.input_names
        names = AxisNames(self._notation, is_lecture, project.network, inputs, project.cut)
        axes = self._inquiry.axes or _FIRST_AXES
        if self._names is None or not names.means_the_same(self._names):
            if not all(names.fits(axis) for axis in axes):
                axes = self._inquiry.axes = _FIRST_AXES
                self.forget_place()
            self._names = names
            self.axes.offer(names, axes)
        return names, axes

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        picture, names = self.picture, self._names
        if picture is None or names is None or self._moment is None:
            self.map.show_picture(None, _NO_TEXTS, self._inquiry.problem)
            self._note.setText("")
            return
        note = path_note(picture, self._titles.get(picture.moment.name, ""), self._wild(picture))
        contenders = tuple(each.name for each in self._moment.contenders)
        colours = path_colours(picture, contenders, self._themes.theme)
        self.map.show_picture(picture, axis_texts(picture, names), note, colours)
        self._note.setText(note)

    def printed(self) -> PrintedPaths | None:
        """The paths on show, for paper; None where there are none."""
        picture, names, moment = self.picture, self._names, self._moment
        if picture is None or names is None or moment is None:
            return None
        return PrintedPaths(picture, axis_texts(picture, names), tuple(each.name for each in moment.contenders))

    def _wild(self, picture: SurfacePicture) -> list[str]:
        """The contenders that the picture does not have to hold."""
        return [self._titles.get(each.name, "") for each in picture.moment.others if each.is_wild]

    def _show_point(self, point: Point | None) -> None:
        """What is under the mouse or the cursor, in place of the note."""
        picture = self.picture
        if picture is None or self._names is None or point is None:
            self._show()
            return
        self._note.setText(point_sentence(picture, self._names, point, self._reader.loss(picture, point)))

    # ------------------------------------------------------------------ coming, going, and what a person does

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        self._inquiry.stop()  # a card that nobody sees costs no time
        super().hideEvent(event)

    def _on_axes_chosen(self, axes: Axes) -> None:
        self._inquiry.axes = axes
        self.forget_place()
        if self._names is not None:
            self.axes.offer(self._names, axes)
        self._ask()

    def _on_map_area_wanted(self, area: Area | None) -> None:
        self._inquiry.area = area
        if area is None:
            self.forget_place()
        self._ask()


def _moment_of(moment: RaceMoment, contenders: list[ContenderMoment]) -> Moment:
    """The first contender as what a surface is of, and the others beside it."""
    first, *others = contenders
    trails = [Trail(each.parameters, each.epoch, each.moments, (), each.has_climbed, each.name) for each in others]
    return Moment(
        first.project.start,
        first.parameters,
        moment.data,
        first.project.training.loss,
        first.epoch,
        0,
        first.moments,
        (),
        tuple(trails),
        first.name,
    )
