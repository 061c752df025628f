// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QKeySequence;

namespace satchel::ui {

class FlowLayout;

/// What can be done with the lines of a quote: buttons above them, each with its key, which works anywhere in the
/// editor, in as many rows as they need. Owned by the editor.
class QuoteBar final : public QWidget {
    Q_OBJECT
public:
    enum class Deed { Insert, Text, Group, Option, Alternative, Parts, Duplicate, Up, Down, Why, Paper };
    /// `editor`: where the keys work.
    QuoteBar(QWidget* editor, QWidget* parent);

Q_SIGNALS:
    void wanted(satchel::ui::QuoteBar::Deed deed);

private:
    void add(const QString& name, const QKeySequence& key, Deed deed);

    QWidget* m_editor;
    FlowLayout* m_deeds;
    QHBoxLayout* m_sides; ///< what opens beside the lines
};

} // namespace satchel::ui
