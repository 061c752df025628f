// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QTimer>
#include <QWidget>

class QAbstractButton;
class QLabel;

namespace satchel::ui {

class FileLinks;
class PaperPress;
class PaperView;

enum class PaperKind;

/// A quote's paper as the customer will see it, page by page; follows what is changed. Writes it as PDF, spreadsheet or
/// mail draft. Its owner says when the store changed; window's thread.
class PaperPane : public QWidget {
    Q_OBJECT
public:
    PaperPane(const Desk& desk, QWidget* parent);

    void show(const Id& quote);
    void refresh();
    [[nodiscard]] PaperView& view() const { return *m_view; }
    [[nodiscard]] QSize sizeHint() const override;

private:
    [[nodiscard]] QWidget* makeBar();
    void showPlace();
    void write(PaperKind kind);

    const Desk& m_desk;
    Id m_quote;
    PaperPress* m_press;
    PaperView* m_view;
    QLabel* m_place;
    QLabel* m_trouble;
    FileLinks* m_files;
    std::vector<QAbstractButton*> m_saves;
    QTimer m_settle;
};

} // namespace satchel::ui
