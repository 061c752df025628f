// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/StyleSheet.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Density.h"

#include <utility>

namespace satchel::ui {

namespace {

const char* const frames = R"(
* { outline: none; }
QWidget { color: @text; }
QMainWindow, QWidget[kind="page"] { background: @window; }
QFrame[kind="card"] { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame[kind="rail"] { background: @window; border: none; border-right: 1px solid @border; }
QFrame[kind="line"] { background: @border; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="panel"] { background: @raised; border: 1px solid @edge; border-radius: 8px; }
QFrame[kind="side"] { background: @surface; border: none; border-left: 1px solid @border; }
QFrame[kind="notice"] { background: @toast; border: none; border-radius: 8px; }
QFrame[kind="notice"] QLabel { color: @onToast; }
QFrame[kind="notice"] QPushButton { background: transparent; border: none; color: @toastAction; font-weight: 600; padding: 4px 8px; }
QFrame[kind="notice"] QPushButton:focus { border: 1px solid @toastAction; border-radius: 6px; }
QFrame[kind="bad"] { background: @dangerSoft; border: 1px solid @danger; border-radius: 6px; }
QFrame[kind="hint"] { background: @warningSoft; border: none; border-radius: 6px; }
QFrame[kind="kept"] { background: @successSoft; border: 1px solid @success; border-radius: 8px; }
QFrame[kind="valuebox"] { background: @window; border: 1px solid @border; border-radius: 8px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { width: 8px; }
QSplitter::handle:vertical { height: 8px; }
QSplitter::handle:hover { background: @border; }
QStatusBar { background: @window; border-top: 1px solid @border; }
QSizeGrip { image: none; width: 0; height: 0; }
QGroupBox { border: 1px solid @border; border-radius: 8px; margin-top: 16px; padding: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 8px; padding: 0 4px; color: @muted; }
)";

const char* const texts = R"(
QLabel { background: transparent; }
QLabel[kind="title"] { font-size: 20px; font-weight: 600; }
QLabel[kind="heading"] { font-size: 15px; font-weight: 600; }
QLabel[kind="content"] { font-size: 15px; }
QLabel[kind="section"] { font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="muted"] { color: @muted; }
QLabel[kind="small"] { color: @muted; font-size: 12px; }
QLabel[kind="danger"] { color: @danger; }
QLabel[kind="warning"] { color: @warning; }
QLabel[kind="success"] { color: @success; }
QLabel[kind="value"] { border: 1px solid transparent; border-radius: 6px; padding: 3px 6px; }
QLabel[kind="value"]:hover { background: @hover; }
QLabel[kind="value"][fixed="true"]:hover { background: transparent; }
QLabel[kind="value"]:focus { border: 1px solid @accentText; background: @hover; }
QLabel[kind="value"][empty="true"] { color: @muted; }
QLabel[kind="value"][scale="title"] { font-size: 20px; font-weight: 600; padding: 3px 3px; }
QLabel[kind="key"] { color: @muted; background: @window; border: 1px solid @border; border-radius: 4px; padding: 1px 6px; font-size: 12px; }
QToolTip { background: @raised; color: @text; border: 1px solid @edge; padding: 4px 8px; }
)";

const char* const buttons = R"(
QPushButton { background: @surface; color: @text; border: 1px solid @edge; border-radius: 6px; padding: 5px 12px; min-height: 20px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @border; }
QPushButton:focus { border: 2px solid @accentText; padding: 4px 11px; }
QPushButton:disabled { color: @muted; border-color: @border; background: @window; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border: 1px solid @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[kind="primary"]:focus { border: 2px solid @focusOnAccent; }
QPushButton[kind="primary"]:disabled { background: @border; border-color: @border; color: @muted; }
QPushButton[tall="true"] { min-height: 26px; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; color: @muted; padding: 5px 8px; }
QPushButton[kind="quiet"][tight="true"] { padding: 5px 5px; }
QPushButton[kind="quiet"]:hover { background: @hover; color: @text; }
QPushButton[kind="quiet"]:focus { border: 1px solid @accentText; color: @text; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; border-radius: 4px; color: @accentText; padding: 1px 3px; min-height: 16px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px solid @accentText; }
QPushButton[kind="rail"] { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 7px 10px; text-align: left; color: @text; font-weight: 500; }
QPushButton[kind="rail"]:hover { background: @railHover; }
QPushButton[kind="rail"]:checked { background: @accentSoft; color: @accentText; font-weight: 600; }
QPushButton[kind="rail"]:focus { border: 1px solid @accentText; }
QPushButton[kind="row"] { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 6px 8px; text-align: left; }
QPushButton[kind="row"]:hover { background: @hover; }
QPushButton[kind="row"]:focus { border: 1px solid @accentText; background: @hover; }
QPushButton[flush="true"] { padding-left: 0; }
QPushButton[kind="link"][flush="true"] { padding-top: 0; padding-bottom: 0; min-height: 0; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; color: @text; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @accentSoft; }
QToolButton:focus { border: 1px solid @accentText; }
QToolButton:disabled { color: @muted; }
QToolButton::menu-indicator { image: none; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; padding: 2px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid @accentText; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid @fieldBorder; background: @surface; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accentText; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/controls/check-on.svg); }
QCheckBox::indicator:indeterminate { background: @accent; border-color: @accent; image: url(:/icons/controls/minus-on.svg); }
QRadioButton::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/controls/dot-on.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @window; border-color: @border; }
)";

const char* const inputs = R"(
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: @field; color: @text; border: 1px solid @fieldBorder; border-radius: 6px; padding: 4px 8px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 20px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: @muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border: 2px solid @accentText; padding: 3px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: @muted; background: @window; border-color: @border; }
QLineEdit:read-only { background: @window; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid @danger; padding: 3px 7px; }
QLineEdit[kind="search"] { padding-left: 30px; }
QLineEdit[kind="search"]:focus { padding-left: 29px; }
QLineEdit QToolButton { border: none; padding: 0; }
QLineEdit[kind="cell"], QLineEdit[kind="cell"]:hover, QLineEdit[kind="cell"]:focus { border: 2px solid @accentText; border-radius: 0; padding: 0 5px; }
QLineEdit[tall="true"] { min-height: 26px; }
QAbstractSpinBox { padding-right: 24px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 22px; border: none; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; border-top-right-radius: 6px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; border-bottom-right-radius: 6px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QAbstractSpinBox::up-arrow { image: url(:/icons/controls/chevron-up-@mode.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/controls/chevron-down-@mode.svg); width: 12px; height: 12px; }
QComboBox { padding-right: 28px; }
QComboBox:focus { padding-right: 27px; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right; width: 26px; border: none; background: transparent; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url(:/icons/controls/chevron-down-@mode.svg); width: 14px; height: 14px; }
QComboBox[kind="quiet"] { background: transparent; border-color: transparent; color: @muted; }
QComboBox[kind="quiet"]:hover { background: @hover; color: @text; }
QComboBox[kind="quiet"]:focus { border: 1px solid @accentText; padding: 4px 27px 4px 8px; color: @text; }
QDateTimeEdit::drop-down { subcontrol-origin: border; subcontrol-position: center right; width: 26px; border: none; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @edge; border-radius: 6px; padding: 4px; selection-background-color: @accentSoft; selection-color: @text; }
QComboBox QAbstractItemView::item { min-height: @choiceHeightpx; padding: 0 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:hover, QComboBox QAbstractItemView::item:selected { background: @accentSoft; color: @text; }
QCalendarWidget QWidget { background: @raised; alternate-background-color: @raised; }
QCalendarWidget QAbstractItemView { selection-background-color: @accent; selection-color: @onAccent; }
QProgressBar { background: @border; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; text-align: center; }
QProgressBar::chunk { background: @accentText; border-radius: 3px; }
QSlider::groove:horizontal { background: @border; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: @accent; width: 16px; height: 16px; margin: -6px 0; border-radius: 8px; }
)";

// Qt paints the text of a cell three pixels further in than its padding says: 5 there are 8 in a heading.
const char* const views = R"(
QAbstractItemView { background: @surface; alternate-background-color: @surface; border: none; selection-background-color: @accentSoft; selection-color: @text; }
QListView::item { border: none; padding: 0 8px; }
QTableView::item, QTreeView::item { border: none; padding: 0 5px; }
QListView::item { min-height: @choiceHeightpx; }
QListView::indicator, QTableView::indicator, QTreeView::indicator { width: 16px; height: 16px; border: 1px solid @fieldBorder; border-radius: 4px; background: @surface; }
QListView::indicator:checked, QTableView::indicator:checked, QTreeView::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/controls/check-on.svg); }
QListView::indicator:indeterminate, QTableView::indicator:indeterminate, QTreeView::indicator:indeterminate { background: @accent; border-color: @accent; image: url(:/icons/controls/minus-on.svg); }
QListView::item:hover, QTableView::item:hover, QTreeView::item:hover { background: @hover; }
QListView::item:selected, QTableView::item:selected, QTreeView::item:selected { background: @accentSoft; color: @text; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url(:/icons/controls/chevron-right-@mode.svg); }
QTreeView::branch:has-children:open { image: url(:/icons/controls/chevron-down-@mode.svg); }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @border; padding: 6px 8px; font-weight: 600; }
QHeaderView::section:hover { color: @text; }
QTableCornerButton::section { background: @surface; border: none; }
QAbstractItemView[kind="records"] { selection-background-color: transparent; }
QAbstractItemView[kind="records"]::item:selected, QAbstractItemView[kind="records"]::item:hover { background: transparent; }
QListWidget[kind="results"] { background: @raised; border: 1px solid @edge; border-radius: 8px; padding: 5px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @scroll; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QScrollBar::up-arrow, QScrollBar::down-arrow, QScrollBar::left-arrow, QScrollBar::right-arrow { image: none; width: 0; height: 0; }
QMenuBar { background: @window; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @raised; border: 1px solid @edge; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 16px; height: 16px; margin-left: 8px; }
QMenu::right-arrow { image: url(:/icons/controls/chevron-right-@mode.svg); width: 12px; height: 12px; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent; padding: 8px 12px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accentText; font-weight: 600; }
QTabBar::tab:focus { color: @accentText; }
QTabBar::scroller { width: 24px; }
)";

} // namespace

QString styleSheet(const Colors& c)
{
    QString sheet = QString::fromLatin1(frames) + QString::fromLatin1(texts) + QString::fromLatin1(buttons) +
                    QString::fromLatin1(inputs) + QString::fromLatin1(views);
    // Longer names first: "@accentSoft" must not be read as "@accent" and "Soft".
    const std::pair<const char*, QColor> tokens[] = {
        {"@accentHover", c.accent.darker(112)},
        {"@accentSoft", c.accentSoft},
        {"@accentText", c.accentText},
        {"@focusOnAccent", c.dark ? QColor(Qt::white) : c.text},
        {"@accent", c.accent},
        {"@onAccent", c.onAccent},
        {"@onToast", c.dark ? lightColors().text : darkColors().text},
        {"@toastAction", c.dark ? lightColors().accentText : darkColors().accentText},
        {"@toast", c.dark ? QColor(0xE7, 0xEA, 0xF0) : QColor(0x22, 0x2A, 0x38)},
        {"@dangerSoft", c.dangerSoft},
        {"@danger", c.danger},
        {"@warningSoft", c.warningSoft},
        {"@warning", c.warning},
        {"@successSoft", c.successSoft},
        {"@success", c.success},
        {"@edge", c.edge},
        {"@fieldBorder", c.fieldBorder},
        {"@field", c.dark ? c.window : c.surface},
        {"@railHover", c.dark ? c.surface : c.border},
        {"@scroll", c.edge},
        {"@window", c.window},
        {"@surface", c.surface},
        {"@raised", c.raised},
        {"@hover", c.hover},
        {"@border", c.border},
        {"@text", c.text},
        {"@muted", c.muted},
    };
    for (const auto& [name, color] : tokens)
        sheet.replace(QLatin1String(name), color.name());
    sheet.replace(QLatin1String("@choiceHeight"), QString::number(choiceRowHeight()));
    sheet.replace(QLatin1String("@mode"), QLatin1String(c.dark ? "dark" : "light"));
    return sheet;
}

} // namespace satchel::ui
