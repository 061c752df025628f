// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QFrame>

class QLabel;

namespace satchel::ui {

class PickerLine;

/// Begins a quote: a few letters of the customer and Enter. A panel over the page's corner, never in the way of it.
/// Window's thread.
class NewQuotePanel final : public QFrame {
    Q_OBJECT
public:
    NewQuotePanel(const Desk& desk, QWidget* parent);
    void begin();
    /// Without asking, because the customer is known.
    void createFor(const Id& account);

Q_SIGNALS:
    void created(const satchel::Id& quote);
    void refused(const QString& sentence);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void create(const Id& account, const QString& letters);
    void complain(const QString& sentence);

    const Desk& m_desk;
    PickerLine* m_customer;
    QLabel* m_trouble;
};

} // namespace satchel::ui
