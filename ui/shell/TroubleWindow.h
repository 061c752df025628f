// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace satchel::ui {

/// Says in a window of its own what stands in the way of work, or what has happened to the records: a heading, the
/// sentence, and what can be done. Closing it is always allowed. Window's thread; owned by whoever shows it.
class TroubleWindow final : public QWidget {
    Q_OBJECT
public:
    TroubleWindow(const QString& iconName, const QString& heading, const QString& sentence, QWidget* parent = nullptr);
    /// The first one answers to Enter. Esc closes the window.
    QPushButton* addButton(const QString& text);

Q_SIGNALS:
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QHBoxLayout* m_buttons;
};

} // namespace satchel::ui
