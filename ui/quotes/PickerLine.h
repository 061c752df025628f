// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/ReplicaThread.h"

#include <QLineEdit>
#include <QPointer>

class QListWidget;

namespace satchel::ui {

/// A line that finds something while a person types: what fits hangs below it as a child of the window, arrows choose.
/// Enter and Tab belong to whoever owns the line; he never has to wait for the list: where nothing was picked yet he
/// takes the text and looks for the first that fits, as the list would have. Window's thread.
class PickerLine final : public QLineEdit {
    Q_OBJECT
public:
    struct Choice {
        Id id;
        QString title;
        QString objection = {}; ///< why it cannot be chosen; "" if it can
    };
    /// What fits the text, best first; runs on the reader's thread.
    using Source = std::function<std::vector<Choice>(Replica&, const QString& text)>;

    PickerLine(ReplicaReader& reader, Source source, const QString& name, QWidget* parent);
    ~PickerLine() override;

    /// What is marked in the list; null while the list does not fit the text yet, or if nothing fits.
    [[nodiscard]] Id picked() const;
    [[nodiscard]] bool isListShown() const;
    void hideList();

Q_SIGNALS:
    /// One was clicked.
    void chosen();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void search();
    void show(const std::vector<Choice>& choices);
    void step(int by);

    ReplicaReader& m_reader;
    Source m_source;
    QPointer<QListWidget> m_list;
    std::uint64_t m_asked = 0;
    bool m_fits = false;
};

} // namespace satchel::ui
