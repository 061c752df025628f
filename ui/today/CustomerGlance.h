// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/today/Glance.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace satchel::ui {

class ElidedLabel;
class EmptyState;
class InitialsBadge;
class TimelineView;

/// The customer a row of the day is about, at a glance: name, status, next step, phone, last contact, open quotes.
/// Window's thread.
class CustomerGlance final : public QFrame {
    Q_OBJECT
public:
    CustomerGlance(const Desk& desk, QWidget* parent);
    /// Nothing: nobody.
    void show(const std::optional<RowKey>& customer);
    void refresh();
    [[nodiscard]] std::optional<RowKey> customer() const { return m_customer; }
    /// What was loaded last; no entity while nothing is.
    [[nodiscard]] const GlanceData& content() const { return m_content; }

Q_SIGNALS:
    void openRequested(satchel::RowKey row);
    void loaded();

private:
    void display(const GlanceData& content);
    void addFact(const QString& name, QWidget* value);
    [[nodiscard]] QPushButton* makeLink(const QString& scheme, const QString& text, const QString& spoken);

    const Desk& m_desk;
    std::optional<RowKey> m_customer;
    GlanceData m_content;
    std::uint64_t m_asked = 0;
    QScrollArea* m_scroll;
    QWidget* m_body;
    EmptyState* m_empty;
    InitialsBadge* m_badge;
    ElidedLabel* m_name;
    ElidedLabel* m_about;
    QHBoxLayout* m_pills;
    QVBoxLayout* m_facts;
    QVBoxLayout* m_quotes;
    TimelineView* m_timeline;
};

} // namespace satchel::ui
