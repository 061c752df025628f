// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QVBoxLayout;

namespace satchel::ui {

class FieldEditor;
class TwinHint;

/// Adds a record: the few fields it needs first, Enter creates it, Esc closes. A panel at the side of the window, never
/// in the way of the page.
class NewRecordPanel final : public QFrame {
    Q_OBJECT
public:
    NewRecordPanel(const Desk& desk, QWidget* parent);
    /// `link` names the reference that points at `id`, "" for none.
    void begin(const Entity& entity, const QString& link, const Id& id);
    /// The same with what was typed once: each of the values has an editor, or goes along unseen where there is none.
    /// `along` is done in the same step as the record is made.
    void beginAgain(const Entity& entity, const std::vector<std::pair<std::size_t, Value>>& values, const Edit& along);

Q_SIGNALS:
    void created(satchel::RowKey row);
    /// It is there already: this one is opened instead.
    void openRequested(satchel::RowKey row);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill(const std::vector<std::string>& fields);
    void create();
    void close();
    /// Looks whether what is typed so far is known already, a moment after the last key.
    void lookForTwins();

    const Desk& m_desk;
    const Entity* m_entity = nullptr;
    QString m_link;
    Id m_linked;
    QLabel* m_title;
    QLabel* m_trouble;
    TwinHint* m_twins;
    QTimer m_settle;
    QVBoxLayout* m_fields;
    std::vector<std::pair<std::size_t, FieldEditor*>> m_editors;
    std::vector<std::pair<std::size_t, Value>> m_typed;
    std::vector<Edit> m_along;
};

} // namespace satchel::ui
