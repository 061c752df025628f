// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace satchel::ui {

/// A value as it stands on the page: plain text that can be reached by keyboard and becomes an editor on Enter, F2 or a
/// click. Link-like values (references) open on Ctrl+Enter or Ctrl+click.
class ValueLabel final : public QLabel {
    Q_OBJECT
public:
    explicit ValueLabel(QWidget* parent);
    /// `name` is what a screen reader says before the value.
    void setShown(const QString& name, const QString& shown);
    /// What stands in place of a value that is empty; a dash if nothing is said.
    void setWhenEmpty(const QString& words) { m_whenEmpty = words; }
    void setEditable(bool editable, const QString& reason);
    [[nodiscard]] bool isEditable() const { return m_editable; }
    [[nodiscard]] QSize sizeHint() const override;
    void focusNext(bool forward) { focusNextPrevChild(forward); }

Q_SIGNALS:
    void editWanted();
    void openWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void fit();
    void put(const QString& text);

    QString m_shown;
    QString m_whenEmpty = QStringLiteral("–");
    bool m_editable = true;
};

} // namespace satchel::ui
