// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/shell/Page.h"

class QFrame;
class QSplitter;

namespace satchel::ui {

class ListPane;
class NewQuotePanel;
class QuoteEditor;

/// Quotes: the list and, beside it, the quote. Enter opens it over the whole page, Esc comes back to the list, N begins
/// a new one.
class QuotesPage final : public Page {
    Q_OBJECT
public:
    QuotesPage(const Desk& desk, QWidget* parent);

    [[nodiscard]] QString id() const override { return QStringLiteral("quote"); }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override { return QStringLiteral("file-text"); }
    [[nodiscard]] QString primaryAction() const override;
    [[nodiscard]] QKeySequence primaryKey() const override { return {Qt::Key_N}; }
    void runPrimaryAction() override;
    void enter() override;
    void leave() override;
    void refresh() override;
    void open(const Id& id) override;
    bool addFor(const QString& link, const Id& id) override;
    [[nodiscard]] const Entity* entity() const override { return &schema::entity("quote"); }
    [[nodiscard]] std::optional<RowKey> currentRecord() const override;
    [[nodiscard]] bool isOpened() const override { return m_opened; }
    bool back() override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;

    /// Makes a quote for this customer and opens it.
    void newFor(const Id& account);
    [[nodiscard]] ListPane& list() const { return *m_list; }
    [[nodiscard]] QuoteEditor& editor() const { return *m_editor; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void addKeys();
    void connectParts();
    void setOpened(bool opened);
    void remove(const Id& id);
    void arrange();

    const Desk& m_desk;
    QSplitter* m_splitter;
    QFrame* m_listCard;
    ListPane* m_list;
    QuoteEditor* m_editor;
    NewQuotePanel* m_new;
    Id m_fresh; ///< just made
    bool m_opened = false;
    bool m_folded = false; ///< the list gave way to what stands beside the lines
    bool m_stale = false;  ///< the list, which was not in sight
};

} // namespace satchel::ui
