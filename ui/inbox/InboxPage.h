// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inbox/InboxEntry.h"
#include "ui/models/Desk.h"
#include "ui/shell/EntryPage.h"

namespace satchel::ui {

class ConflictView;

/// What the merge decided and what was refused, each as a sentence; U uses the other value, K keeps what stands (or
/// discards what was refused), E edits what was refused and sends it again, C copies it, Enter opens the record.
/// Several can be chosen and answered at once; answers are undone like everything else, but for those that the server
/// carries out by itself.
class InboxPage final : public EntryPage {
    Q_OBJECT
public:
    InboxPage(const Desk& desk, QWidget* parent);

    [[nodiscard]] QString id() const override { return QStringLiteral("inbox"); }
    [[nodiscard]] QString title() const override { return tr("Inbox"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("inbox"); }
    void refresh() override;
    [[nodiscard]] std::optional<RowKey> currentRecord() const override;
    /// Makes an item the chosen one, once the list is read.
    void choose(const Id& item);

Q_SIGNALS:
    /// A record that was refused is to be made again, with what was typed; `used` goes along with what makes it.
    void resendWanted(const satchel::Entity* entity, const satchel::ui::FieldValues& values, const satchel::Edit& used);
    /// Two records may be one: they are to be set side by side.
    void twinsRequested(const satchel::RowKey& row, const satchel::Id& twin);

protected:
    void showCurrent() override;
    bool pressed(int key) override;

private:
    class Delegate;
    [[nodiscard]] std::optional<InboxEntry> current() const;
    /// Those of the chosen that want an answer.
    [[nodiscard]] std::vector<InboxEntry> chosen() const;
    void show(const std::vector<InboxEntry>& entries);
    void swap();
    void keep();
    void edit();
    void copy();
    void openCurrent();
    void send(const Value& value);
    void answer(const std::vector<InboxEntry>& entries, bool swapped);
    void answerOne(const InboxEntry& entry, bool swapped);

    const Desk& m_desk;
    ConflictView* m_view;
    std::vector<InboxEntry> m_read;
    Id m_shown; ///< reading the list anew does not close the editor of the same item
};

} // namespace satchel::ui
