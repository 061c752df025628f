// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Icon.h"

#include <QKeySequence>
#include <QString>

class QComboBox;
class QFrame;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
class QToolButton;
class QWidget;

namespace satchel::ui {

/// Small makers for the parts all pages are built of, so that each has a style, an accessible name and a key. Window's
/// thread; what they return belongs to the parent.

/// Chooses a variant of the style sheet ("primary", "muted", "card"...) and lets the style see it.
void setKind(QWidget* widget, const char* kind);
void setProperty(QWidget* widget, const char* name, const QVariant& value);

/// A label that shows plain text, whatever a record holds.
[[nodiscard]] QLabel* makeLabel(const QString& text, const char* kind, QWidget* parent);
/// Puts its text where the window's language begins to read.
void alignLeading(QLabel* label);
[[nodiscard]] QFrame* makeFrame(const char* kind, QWidget* parent);
[[nodiscard]] QPushButton* makeButton(const QString& text, const char* kind, QWidget* parent,
                                      const QKeySequence& key = {});
/// A button with an icon only; its name is spoken and shown, with the key, as tool tip.
[[nodiscard]] QToolButton* makeIconButton(const QString& iconName, const QString& name, QWidget* parent,
                                          const QKeySequence& key = {});
/// Names a combo box and the list it opens.
void nameCombo(QComboBox* box, const QString& name);
/// An icon at the beginning of a line to type into. Give the line its accessible name first.
void addLeadingIcon(QLineEdit* edit, const QString& iconName);
/// A clear button in our own icons.
void addClearButton(QLineEdit* edit);
/// Lets a label break into lines at any width it is given.
void wrap(QLabel* label);
/// "Sync now (Ctrl+R)".
[[nodiscard]] QString withKey(const QString& text, const QKeySequence& key);
/// "Ctrl+Z, Delete" with the keys as they are called on the person's keyboard.
[[nodiscard]] QString keysInWords(const QString& keys);
/// Removes and deletes everything in a layout.
void clearLayout(QLayout* layout);
void setMargins(QLayout* layout, int left, int top, int right, int bottom, int spacing);

} // namespace satchel::ui
