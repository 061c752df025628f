// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include "core/sales/PriceLists.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace satchel::ui {

/// The last step before a revision is published: from which day, what colleagues should know of it, and the button. For
/// a draft and for going back to an older revision. What is published cannot be undone, only followed by another.
/// Window's thread.
class PublishBar final : public QFrame {
    Q_OBJECT
public:
    using Deed = std::function<Result<sales::Published>(Replica&, const sales::Publication&)>;

    PublishBar(const Desk& desk, QWidget* parent);
    /// What is about to be published, as a sentence, and how.
    void offer(const QString& sentence, const QString& code, Deed deed);
    /// What was offered is being looked at anew: nothing can be published until it is offered again. The day and the
    /// note stay.
    void hold(const QString& sentence);
    [[nodiscard]] bool isOffered() const { return m_deed != nullptr; }
    void withdraw();
    void publish();
    void focusDay();

Q_SIGNALS:
    /// The sentence says what its author should know.
    void published(const QString& sentence);

private:
    void tell(const Result<sales::Published>& made);

    const Desk& m_desk;
    QString m_code;
    Deed m_deed;
    QLabel* m_sentence;
    QLabel* m_trouble;
    QLineEdit* m_day;
    QLineEdit* m_note;
    QPushButton* m_publish;
};

} // namespace satchel::ui
