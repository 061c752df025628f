// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Badge.h"

#include "ui/theme/Colors.h"

#include <QFontMetrics>
#include <QPainter>
#include <QSet>
#include <QStyle>

#include <algorithm>
#include <array>

namespace satchel::ui {

namespace {

QString initialsOf(const QString& name)
{
    QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    while (words.size() > 2 && (words.last().contains(QLatin1Char('.')) || words.last().size() < 3))
        words.removeLast(); // "S.L.", "KG": they say nothing about who it is
    // Numbers of papers ("Q-1017") neither, where there is something beside them.
    const auto isNumber = [](const QString& word) {
        return std::count_if(word.begin(), word.end(), [](QChar c) { return c.isDigit(); }) > 1 ||
               std::none_of(word.begin(), word.end(),
                            [](QChar c) { return c.isLetterOrNumber() || c.isHighSurrogate(); });
    };
    if (QStringList others = words; others.removeIf(isNumber) > 0 && !others.isEmpty())
        words = others;
    QString letters;
    for (const QString& word : {words.value(0), words.size() > 1 ? words.last() : QString()})
        for (const QChar c : word)
            if (c.isLetterOrNumber() || c.isHighSurrogate()) {
                letters += c.isHighSurrogate() ? word.left(2) : QString(c.toUpper());
                break;
            }
    return letters;
}

QFont smaller(const QFont& font, int pixels, QFont::Weight weight)
{
    QFont result = font;
    result.setPixelSize(pixels);
    result.setWeight(weight);
    return result;
}

std::pair<QColor, QColor> colorsFor(Tone tone, const Colors& c)
{
    switch (tone) {
    case Tone::Accent: return {c.dark ? c.accentSoft.lighter(125) : c.accentSoft.darker(106), c.accentText};
    case Tone::Good: return {c.successSoft, c.success};
    case Tone::Caution: return {c.warningSoft, c.warning};
    case Tone::Bad: return {c.dangerSoft, c.danger};
    case Tone::Neutral: break;
    }
    return {c.dark ? QColor(0x2E, 0x34, 0x3F) : QColor(0xEB, 0xEE, 0xF3),
            c.dark ? QColor(0xC3, 0xCB, 0xD8) : QColor(0x46, 0x50, 0x60)};
}

} // namespace

void paintInitials(QPainter& painter, const QRectF& rect, const QString& name, bool dark)
{
    constexpr std::array<int, 6> hues = {217, 262, 172, 28, 338, 199};
    const int hue = hues[qHash(name, 7) % hues.size()];
    const QColor ground = dark ? QColor::fromHsl(hue, 70, 62) : QColor::fromHsl(hue, 150, 232);
    const QColor ink = dark ? QColor::fromHsl(hue, 170, 205) : QColor::fromHsl(hue, 150, 78);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(rect);
    painter.setPen(ink);
    painter.setFont(smaller(painter.font(), qRound(rect.height() * 0.36), QFont::DemiBold));
    painter.drawText(rect, Qt::AlignCenter, initialsOf(name));
    painter.restore();
}

int paintPill(QPainter& painter, const QRect& line, const QString& text, Tone tone, bool dark)
{
    if (text.isEmpty())
        return 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smaller(painter.font(), 11, QFont::Medium));
    const auto [ground, ink] = colorsFor(tone, dark ? darkColors() : lightColors());
    const int width = painter.fontMetrics().horizontalAdvance(text) + 16;
    const QRectF pill = QStyle::visualRect(painter.layoutDirection(), line,
                                           QRect(line.right() + 1 - width, line.center().y() - 9, width, 19));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, 9.5, 9.5);
    painter.setPen(ink);
    painter.drawText(pill, Qt::AlignCenter, text);
    painter.restore();
    return width;
}

Tone toneOf(const QString& choice)
{
    static const QSet<QString> good = {QStringLiteral("customer"),  QStringLiteral("qualified"),
                                       QStringLiteral("converted"), QStringLiteral("decision_maker"),
                                       QStringLiteral("confirmed"), QStringLiteral("shipped"),
                                       QStringLiteral("delivered"), QStringLiteral("invoiced"),
                                       QStringLiteral("accepted"),  QStringLiteral("approved")};
    static const QSet<QString> accent = {QStringLiteral("prospect"), QStringLiteral("new"), QStringLiteral("partner"),
                                         QStringLiteral("planned"), QStringLiteral("sent")};
    static const QSet<QString> bad = {QStringLiteral("blocker"),   QStringLiteral("high"),
                                      QStringLiteral("opted_out"), QStringLiteral("cancelled"),
                                      QStringLiteral("rejected"),  QStringLiteral("expired")};
    static const QSet<QString> caution = {QStringLiteral("contacted"), QStringLiteral("influencer"),
                                          QStringLiteral("in_approval")};
    if (good.contains(choice))
        return Tone::Good;
    if (accent.contains(choice))
        return Tone::Accent;
    if (bad.contains(choice))
        return Tone::Bad;
    return caution.contains(choice) ? Tone::Caution : Tone::Neutral;
}

InitialsBadge::InitialsBadge(int size, QWidget* parent) : QWidget(parent)
{
    setFixedSize(size, size);
}

void InitialsBadge::setName(const QString& name)
{
    m_name = name;
    update();
}

void InitialsBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintInitials(painter, rect(), m_name, colorsOf(palette()).dark);
}

Pill::Pill(const QString& text, Tone tone, QWidget* parent) : QWidget(parent), m_text(text), m_tone(tone)
{
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Pill::sizeHint() const
{
    return {QFontMetrics(smaller(font(), 11, QFont::Medium)).horizontalAdvance(m_text) + 16, 20};
}

void Pill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintPill(painter, rect(), m_text, m_tone, colorsOf(palette()).dark);
}

} // namespace satchel::ui
