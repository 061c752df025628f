// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace satchel::ui {

class PriceJobs;
class RecordChooser;

/// The promotions that are open to a customer on a day, in the order they are applied, and those of them that clash;
/// on request also the clashes for every customer of this laptop. Window's thread.
class PromotionsView final : public QWidget {
    Q_OBJECT
public:
    PromotionsView(const Desk& desk, PriceJobs& jobs, QWidget* parent);
    void refresh();
    void focusLine();
    /// Looks for clashes among all customers, which may take a while.
    void checkAll();

private:
    struct Answer {
        QStringList promotions = {};
        QStringList clashes = {};
        bool clashesAsked = false;
    };
    static Result<Answer> answer(Replica& replica, const Id& account, const std::string& date);
    void ask();
    void show(const Result<Answer>& answer);
    void showClashes(const QStringList& clashes, const QString& none);

    const Desk& m_desk;
    PriceJobs& m_jobs;
    RecordChooser* m_customer;
    QLineEdit* m_day;
    QPushButton* m_all;
    QLabel* m_trouble;
    QLabel* m_openTo;
    QListWidget* m_promotions;
    QLabel* m_clash;
    QListWidget* m_clashes;
    std::uint64_t m_asked = 0;
};

} // namespace satchel::ui
