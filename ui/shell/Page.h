// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <QKeySequence>
#include <QWidget>

class QSettings;

namespace satchel::ui {

/// One of the places the rail leads to. The window shows one at a time and asks it for its title and primary action.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(QWidget* parent) : QWidget(parent) { setProperty("kind", QStringLiteral("page")); }

    [[nodiscard]] virtual QString id() const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString iconName() const = 0;
    /// The key that leads here, given by the window.
    [[nodiscard]] QKeySequence key() const { return m_key; }
    void setKey(const QKeySequence& key) { m_key = key; }
    /// The one primary action of the page; "" if it has none.
    [[nodiscard]] virtual QString primaryAction() const { return {}; }
    [[nodiscard]] virtual QKeySequence primaryKey() const { return {}; }
    [[nodiscard]] virtual QString primaryIcon() const { return QStringLiteral("plus"); }
    virtual void runPrimaryAction() {}

    /// Becomes the page shown: puts the focus where work begins.
    virtual void enter() = 0;
    /// Who understands the single keys of the page, wherever on it the keyboard is; null: shortcuts do.
    [[nodiscard]] virtual QWidget* keyTarget() const { return nullptr; }
    /// Is left: saves what is being typed.
    virtual void leave() {}
    /// The store changed; a page that is not shown hears of it when somebody goes there.
    virtual void refresh() = 0;
    /// The store changed while the page is not shown: only what the rail says of it is read anew.
    virtual void recount() {}
    /// Shows one record of the page's kind, if it has a kind.
    virtual void open(const Id& id) { Q_UNUSED(id) }
    [[nodiscard]] virtual const Entity* entity() const { return nullptr; }
    /// The record in front of the person, if any.
    [[nodiscard]] virtual std::optional<RowKey> currentRecord() const { return std::nullopt; }
    [[nodiscard]] virtual bool isOpened() const { return false; }
    /// Back from the record to the list; false if there was nothing to go back from.
    virtual bool back() { return false; }

    virtual void save(QSettings& settings) const { Q_UNUSED(settings) }
    virtual void restore(const QSettings& settings) { Q_UNUSED(settings) }
    /// Begins a new record of the page's kind that points at `id` with `link` ("" and null for none); false where the
    /// usual panel does.
    virtual bool addFor(const QString& link, const Id& id)
    {
        Q_UNUSED(link)
        Q_UNUSED(id)
        return false;
    }

Q_SIGNALS:
    void openRequested(satchel::RowKey row);
    void addRequested(const satchel::Entity* entity, const QString& link, const satchel::Id& id);
    void historyRequested();
    /// Title, current record or what is opened is another.
    void placeChanged();
    void notice(const QString& sentence, bool undoable);
    /// How much waits here, for the rail; and whether the rail leads here at all.
    void counted(qint64 waiting);
    void offered(bool offered);

private:
    QKeySequence m_key;
};

} // namespace satchel::ui
