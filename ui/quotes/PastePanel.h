// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace satchel::ui {

/// Rows of a spreadsheet that could not be taken: each with its reason, and the rows themselves to be corrected and
/// tried again. Nothing of them is in the quote meanwhile. Window's thread.
class PastePanel final : public QFrame {
    Q_OBJECT
public:
    PastePanel(const Desk& desk, QWidget* parent);

    /// `why` is shown until the rows have been looked at one by one.
    void begin(const QString& text, const QString& why, const Id& account, const std::string& currency);

Q_SIGNALS:
    void tried(const QString& text);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showReasons(const QStringList& reasons);

    const Desk& m_desk;
    QPlainTextEdit* m_rows;
    QVBoxLayout* m_reasons;
    std::uint64_t m_asked = 0;
};

} // namespace satchel::ui
