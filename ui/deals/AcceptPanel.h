// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Document.h"
#include "core/sales/DealSteps.h"
#include "ui/deals/DealPanel.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace satchel::ui {

class SignaturePad;

/// The customer's yes: who, when, his own number, which of the optional and alternative lines, his signature. Makes the
/// order and leads to it.
class AcceptPanel final : public DealPanel {
    Q_OBJECT
public:
    AcceptPanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent);

private:
    struct Offer {
        QString contact;
        pricing::Document document;
    };
    void show(const Result<Offer>& offer);
    void addSignature();
    [[nodiscard]] std::vector<Id> chosen() const;
    void sum();
    void accept();
    void showOrder(const Id& order, const QString& number);

    QString m_name;
    std::string m_companyToday;
    QLineEdit* m_who;
    QLineEdit* m_when;
    QLineEdit* m_reference;
    SignaturePad* m_pad;
    QLabel* m_total;
    std::vector<std::pair<Id, QCheckBox*>> m_choices;
    QWidget* m_form; ///< goes when it is done
    std::uint64_t m_asked = 0;
};

} // namespace satchel::ui
