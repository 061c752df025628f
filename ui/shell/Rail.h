// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QKeySequence>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace satchel::ui {

class RailButton;

/// The places on the left; below them the inbox with its number, the state of syncing as a sentence, and the user.
/// Shows only icons where the window is narrow.
class Rail final : public QFrame {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent);
    void setUser(const QString& name, const QString& role);

    /// `below` puts it into the lower group.
    void addPlace(const QString& id, const QString& iconName, const QString& name, const QKeySequence& key, bool below);
    void setCurrent(const QString& id);
    /// Whether it is shown at all; its key works in any case.
    void setOffered(const QString& id, bool offered);
    void setCount(const QString& id, qint64 count);
    void setUnread(qint64 count);
    void setSync(const QString& iconName, const QString& sentence, bool attention);
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }

Q_SIGNALS:
    void chosen(const QString& id);
    void bellClicked();
    void syncClicked();
    void userClicked();

private:
    struct Place {
        QString id;
        QString name;
        QString icon;
        QKeySequence key;
        RailButton* button;
        qint64 count = 0;
    };
    void label(Place& place);
    [[nodiscard]] QString shortened(const QString& text) const;

    QVBoxLayout* m_above;
    QVBoxLayout* m_below;
    std::vector<Place> m_places;
    RailButton* m_bell;
    QPushButton* m_sync;
    QPushButton* m_user;
    QLabel* m_brand;
    QString m_current;
    qint64 m_unread = 0;
    QString m_syncText;
    QString m_userText;
    bool m_collapsed = false;
};

} // namespace satchel::ui
