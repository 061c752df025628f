// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/records/LogPreview.h"

#include <QWidget>

class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;

namespace satchel::ui {

/// One line that logs a dealing with the customer: "called Ana, wants price for 40, back Tue" is a call that is done
/// now and a to-do for Tuesday. What is understood is shown while it is typed; Enter saves both as one step, and the
/// focus stays for the next.
class LogBox final : public QWidget {
    Q_OBJECT
public:
    LogBox(const Desk& desk, QWidget* parent);
    /// Who is in front: an account, a contact or a lead. What was typed about somebody else goes away.
    void setCustomer(const RowKey& customer);
    /// Nobody is in front.
    void setNobody();
    void focusLine();
    /// The person has called or written by a button of this page: asks whether that is to be logged, and begins the
    /// line. `kind`: of an activity.
    void offer(const QString& kind, const QString& name);
    [[nodiscard]] bool hasCustomer() const { return m_customer.entity != 0; }

Q_SIGNALS:
    void logged(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Person {
        Id id;
        std::string name;
    };
    void askPeople();
    void preview();
    void log();
    [[nodiscard]] LogMeaning meaningOf(const QString& text) const;
    [[nodiscard]] std::optional<std::size_t> personIn(const QString& text) const;

    const Desk& m_desk;
    RowKey m_customer;
    std::vector<Person> m_people; ///< of the account
    QComboBox* m_kind;
    QLineEdit* m_line;
    LogPreview* m_preview;
    QLabel* m_trouble;
    QFrame* m_offer;
    QLabel* m_question;
    QPushButton* m_accept;
    QString m_beginning; ///< of the line that is offered
};

} // namespace satchel::ui
