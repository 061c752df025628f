// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Leads.h"
#include "ui/records/RecordPage.h"

namespace satchel::ui {

class ChoicePanel;
class ConvertPanel;

/// The leads, with a key for what becomes of each: Q qualified, C converted, F forwarded, X disqualified, J and K the
/// next and the one before. The list moves on by itself.
class LeadsPage final : public RecordPage {
    Q_OBJECT
public:
    LeadsPage(const Desk& desk, QWidget* parent);
    void leave() override;

protected:
    bool escape() override;

private:
    using Deed = std::function<Status(Replica&)>;
    void addTriageKeys();
    [[nodiscard]] bool isAsking() const;
    void closePanels();
    /// Carries out a deed on the lead in front, says so, and goes to the next one.
    void decide(const Id& lead, const QString& sentence, Deed deed);
    void qualify();
    void askConversion();
    void convert(const Id& lead, const sales::Conversion& conversion);
    void askReceiver();
    void forward(int index);
    void askReason();
    void disqualify(const QString& reason);
    [[nodiscard]] QString nameOf(const Id& lead) const;

    const Desk& m_desk;
    ConvertPanel* m_convert;
    ChoicePanel* m_receiver;
    ChoicePanel* m_reason;
    Id m_asked; ///< the lead a panel asks about
    sales::Leads::Receivers m_receivers;
};

} // namespace satchel::ui
