// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Rail.h"

#include "ui/theme/Colors.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Words.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int wholeWidth = 208;
constexpr int iconWidth = 57;
constexpr qint64 mostInDot = 99;
} // namespace

/// A place of the rail: where it is an icon alone, what waits there stands in a dot over it.
class RailButton final : public QPushButton {
public:
    explicit RailButton(QWidget* parent) : QPushButton(parent)
    {
        setKind(this, "rail");
        setCursor(Qt::PointingHandCursor);
        setAutoDefault(false);
        setIconSize(QSize(18, 18));
    }
    void setDot(qint64 count)
    {
        m_dot = count;
        update();
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPushButton::paintEvent(event);
        if (m_dot <= 0)
            return;
        const Colors& colors = colorsOf(QApplication::palette()); // its own has the style sheet's ground in it
        const QString number = m_dot > mostInDot ? numberWord(mostInDot) + QLatin1Char('+') : numberWord(m_dot);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QFont small = font();
        small.setPixelSize(10);
        small.setWeight(QFont::DemiBold);
        painter.setFont(small);
        const int height = 15;
        const int width = qMax(height, painter.fontMetrics().horizontalAdvance(number) + 7);
        const QRect dot =
            QStyle::visualRect(layoutDirection(), rect(), QRect(rect().width() - width - 1, 1, width, height));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.accent);
        painter.drawRoundedRect(dot, height / 2.0, height / 2.0);
        painter.setPen(colors.onAccent);
        painter.drawText(dot, Qt::AlignCenter, number);
    }

private:
    qint64 m_dot = 0;
};

Rail::Rail(QWidget* parent)
    : QFrame(parent),
      m_above(new QVBoxLayout),
      m_below(new QVBoxLayout),
      m_bell(new RailButton(this)),
      m_sync(makeButton({}, "rail", this)),
      m_user(makeButton({}, "rail", this)),
      m_brand(makeLabel(tr("Satchel"), "heading", this))
{
    setProperty("kind", QStringLiteral("rail"));
    setAccessibleName(tr("Places"));
    setMargins(m_above, 0, 0, 0, 0, 2);
    setMargins(m_below, 0, 0, 0, 0, 2);
    auto* mark = new QLabel(this);
    mark->setPixmap(QIcon(QStringLiteral(":/icons/satchel.svg")).pixmap(QSize(24, 24), devicePixelRatioF()));
    auto* brand = new QHBoxLayout;
    setMargins(brand, 8, 0, 0, 12, 10);
    brand->addWidget(mark);
    brand->addWidget(m_brand, 1);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 8, 16, 8, 8, 0);
    layout->addLayout(brand);
    layout->addLayout(m_above);
    layout->addStretch(1);
    layout->addLayout(m_below);
    layout->addWidget(m_bell);
    layout->addWidget(m_sync);
    layout->addWidget(m_user);
    m_sync->setToolTip(withKey(tr("Details of syncing"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)));
    m_user->setIcon(icon(QStringLiteral("user"), Tint::Muted));
    m_user->setIconSize(QSize(18, 18));
    m_sync->setIconSize(QSize(18, 18));
    connect(m_bell, &QPushButton::clicked, this, &Rail::bellClicked);
    connect(m_sync, &QPushButton::clicked, this, &Rail::syncClicked);
    connect(m_user, &QPushButton::clicked, this, &Rail::userClicked);
    setCollapsed(false);
}

void Rail::addPlace(const QString& id, const QString& iconName, const QString& name, const QKeySequence& key,
                    bool below)
{
    auto* button = new RailButton(this);
    button->setCheckable(true);
    // Not clicked(): a screen reader toggles what can be checked.
    connect(button, &QPushButton::toggled, this, [this, id, button](bool on) {
        if (on == (id == m_current))
            return; // as setCurrent() says
        button->setChecked(id == m_current);
        Q_EMIT chosen(id);
    });
    (below ? m_below : m_above)->addWidget(button);
    m_places.push_back({id, name, iconName, key, button});
    label(m_places.back());
}

void Rail::label(Place& place)
{
    const QString counted =
        place.count > 0 ? QStringLiteral("%1  %2").arg(place.name, numberWord(place.count)) : place.name;
    place.button->setText(m_collapsed ? QString() : QStringLiteral("  ") + counted);
    place.button->setDot(m_collapsed ? place.count : 0);
    place.button->setAccessibleName(place.count > 0 ? tr("%1, %2 waiting").arg(place.name, numberWord(place.count))
                                                    : place.name);
    place.button->setToolTip(withKey(counted, place.key));
    place.button->setIcon(icon(place.icon, place.id == m_current || place.count > 0 ? Tint::Accent : Tint::Muted));
}

void Rail::setUser(const QString& name, const QString& role)
{
    m_userText = name;
    m_user->setAccessibleName(tr("%1, %2; light or dark").arg(name, role));
    m_user->setToolTip(
        QStringLiteral("%1, %2\n%3")
            .arg(name, role, withKey(tr("Light or dark"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L))));
    setCollapsed(m_collapsed);
}

QString Rail::shortened(const QString& text) const
{
    return fontMetrics().elidedText(text, Qt::ElideRight, wholeWidth - 16 - 20 - 18 - 18);
}

void Rail::setCurrent(const QString& id)
{
    m_current = id;
    for (Place& place : m_places) {
        place.button->setChecked(place.id == id);
        label(place);
    }
}

void Rail::setCount(const QString& id, qint64 count)
{
    for (Place& place : m_places)
        if (place.id == id && place.count != count) {
            place.count = count;
            label(place);
        }
}

void Rail::setOffered(const QString& id, bool offered)
{
    for (const Place& place : m_places)
        if (place.id == id)
            place.button->setVisible(offered);
}

void Rail::setSync(const QString& iconName, const QString& sentence, bool attention)
{
    m_syncText = sentence;
    m_sync->setIcon(icon(iconName, attention ? Tint::Warning : Tint::Muted));
    m_sync->setText(m_collapsed ? QString() : QStringLiteral("  ") + shortened(sentence));
    m_sync->setAccessibleName(sentence);
    m_sync->setToolTip(withKey(sentence, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)));
}

void Rail::setUnread(qint64 count)
{
    m_unread = count;
    const QString name =
        count > 0 ? QStringLiteral("%1  %2").arg(tr("Notifications"), numberWord(count)) : tr("Notifications");
    m_bell->setIcon(icon(QStringLiteral("bell"), count > 0 ? Tint::Accent : Tint::Muted));
    m_bell->setText(m_collapsed ? QString() : QStringLiteral("  ") + name);
    m_bell->setDot(m_collapsed ? count : 0);
    m_bell->setAccessibleName(count > 0 ? tr("Notifications, %1 new").arg(numberWord(count)) : tr("Notifications"));
    m_bell->setToolTip(withKey(name, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)));
}

void Rail::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setFixedWidth(collapsed ? iconWidth : wholeWidth);
    m_brand->setVisible(!collapsed);
    for (Place& place : m_places)
        label(place);
    setUnread(m_unread);
    m_sync->setText(collapsed ? QString() : QStringLiteral("  ") + shortened(m_syncText));
    m_user->setText(collapsed ? QString() : QStringLiteral("  ") + shortened(m_userText));
}

} // namespace satchel::ui
