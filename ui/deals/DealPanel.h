// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QKeyEvent;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace satchel::ui {

class Room;

/// Something that is typed into a quote and not in it: why, and the way there.
struct Unfinished {
    QString sentence;
    std::function<void()> go;
};

/// Enter presses the button that has the keyboard. Answers whether there was one.
bool pressButton(const QKeyEvent& event);

/// One step with a quote, as a panel below the bar that led to it: what has to be known, what has to be said, the
/// buttons. What is higher than its room scrolls between heading and buttons. Esc closes it, Ctrl+Enter does it. Made
/// when it is opened, deleted when it is closed. Window's thread.
class DealPanel : public QFrame {
    Q_OBJECT
public:
    DealPanel(const Desk& desk, const Id& quote, const QString& heading, QWidget* parent);

    /// Puts the focus where work begins.
    virtual void begin();
    /// The store changed.
    virtual void refresh() {}
    /// It freezes the quote, so it waits for all that is typed into it.
    [[nodiscard]] virtual bool needsAllTyped() const { return false; }
    void showUnfinished(const std::vector<Unfinished>& unfinished);
    /// It was done, and shows what came of it: nothing closes it but the person.
    [[nodiscard]] bool isDone() const { return m_done; }

Q_SIGNALS:
    void closed();
    void notice(const QString& sentence, bool undoable);
    void openRequested(satchel::RowKey row);
    void unfinishedWanted(std::size_t index);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

    /// The button that does it.
    QPushButton* setPrimary(const QString& text, const std::function<void()>& run);
    QPushButton* addButton(const QString& text, const QKeySequence& key, const std::function<void()>& run);
    QLabel* addText(const QString& text, const char* kind = "");
    /// A control with its name before it.
    void addField(const QString& name, QWidget* field);
    void complain(const QString& sentence);
    void setBusy(bool busy);
    /// What it needs to know has come.
    void setReady(bool ready);
    /// Nothing is left to be done here: the buttons go.
    void finish();

    /// Does something that is not taken back by undo: deed(Replica&) -> Result<T>; then(const T&).
    template <typename Deed, typename Then>
    void perform(const QString& name, Deed deed, Then then)
    {
        using Value = std::remove_cvref_t<decltype(*deed(std::declval<Replica&>()))>;
        const auto kept = std::make_shared<std::optional<Value>>();
        setBusy(true);
        m_desk.writer.perform(
            name,
            [deed = std::move(deed), kept](Replica& replica) -> Status {
                auto result = deed(replica);
                if (!result.ok())
                    return result.error();
                *kept = std::move(*result);
                return Ok{};
            },
            this,
            [this, kept, then = std::move(then)](const Result<ReplicaWriter::Done>& done) {
                setBusy(false);
                if (done.ok())
                    then(**kept);
                else
                    complain(done.error());
            });
    }
    void complain(const Error& error);

    const Desk& m_desk;
    const Id m_quote;
    QVBoxLayout* m_body;
    QHBoxLayout* m_buttons;
    QPushButton* m_primary = nullptr;

private:
    void allowPrimary();
    QPushButton* addMissing(const QString& sentence, std::size_t index);

    Room* m_room;
    QFrame* m_missing;
    QVBoxLayout* m_missingRows;
    QStringList m_missingSentences;
    QLabel* m_trouble;
    bool m_done = false;
    bool m_ready = true;
    bool m_busy = false;
};

} // namespace satchel::ui
