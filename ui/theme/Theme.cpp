// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Icon.h"
#include "ui/theme/StyleSheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QRegularExpression>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolTip>

// A static library's resources have to be named once; this cannot stand inside a namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(satchel);
}

namespace satchel::ui {

namespace {

// A style sheet that knows an arrow keeps room for it in every heading; here only what is sorted by has one, at the
// side where the heading's words are not.
class HeadingStyle final : public QProxyStyle {
public:
    using QProxyStyle::QProxyStyle;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override
    {
        const auto* heading = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (element != SE_HeaderArrow || heading == nullptr)
            return QProxyStyle::subElementRect(element, option, widget);
        const QRect& all = heading->rect;
        const bool first = heading->textAlignment.testFlag(Qt::AlignRight);
        const QRect arrow(first ? all.left() + arrowMargin : all.right() + 1 - arrowMargin - arrowSize,
                          all.center().y() - arrowSize / 2, arrowSize, arrowSize);
        return visualRect(heading->direction, all, arrow);
    }
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override
    {
        const auto* heading = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (element != PE_IndicatorHeaderArrow || heading == nullptr) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            return;
        }
        const Colors& colors = colorsOf(heading->palette);
        const bool up = heading->sortIndicator == QStyleOptionHeader::SortUp;
        painter->fillRect(heading->rect, colors.surface); // the words of a narrow heading end here
        painter->drawPixmap(heading->rect,
                            iconPixmap(up ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"), arrowSize,
                                       colors.muted, painter->device()->devicePixelRatioF()));
    }

private:
    static constexpr int arrowSize = 12;
    static constexpr int arrowMargin = 6;
};

QPalette paletteOf(const Colors& c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.window);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.danger);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.accentText);
    p.setColor(QPalette::LinkVisited, c.accentText);
    p.setColor(QPalette::ToolTipBase, c.raised);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Light, c.raised);
    p.setColor(QPalette::Midlight, c.border);
    p.setColor(QPalette::Mid, c.border);
    p.setColor(QPalette::Dark, c.edge);
    p.setColor(QPalette::Shadow, c.dark ? QColor(Qt::black) : c.edge);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.muted);
    return p;
}

// Qt mirrors layouts and where parts of a control stand, but not the sides of paddings and borders.
QString mirrored(const QString& sheet)
{
    static const QRegularExpression side(QStringLiteral("(padding|margin|border|chevron|top|bottom)-(left|right)"));
    QString result;
    qsizetype done = 0;
    for (auto match = side.globalMatch(sheet); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const bool left = found.captured(2) == QLatin1String("left");
        result +=
            sheet.mid(done, found.capturedStart(2) - done) + (left ? QStringLiteral("right") : QStringLiteral("left"));
        done = found.capturedEnd(2);
    }
    return result + sheet.mid(done);
}

QFont workingFont()
{
    // Inter where it is installed, else the nearest calm sans serif; Noto brings the other scripts.
    QFont font(QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK JP"),
                           QStringLiteral("DejaVu Sans"), QStringLiteral("Sans Serif")});
    font.setPixelSize(13);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

Theme::Theme(QApplication& application) : m_application(application)
{
    loadResources();
    m_systemIsDark = application.palette().color(QPalette::Window).lightness() < 128;
    application.setStyle(new HeadingStyle(QStyleFactory::create(QStringLiteral("Fusion"))));
    application.setFont(workingFont());
    application.setEffectEnabled(Qt::UI_AnimateCombo, false);
    application.setEffectEnabled(Qt::UI_AnimateMenu, false);
}

void Theme::apply(Choice choice)
{
    m_choice = choice;
    m_dark = choice == Choice::Dark || (choice == Choice::System && m_systemIsDark);
    const Colors& colors = m_dark ? darkColors() : lightColors();
    QString sheet = styleSheet(colors);
    if (QGuiApplication::isRightToLeft())
        sheet = mirrored(sheet);
    if (sheet == m_sheet) // every control would be dressed anew
        return;
    m_sheet = sheet;
    const QPalette palette = paletteOf(colors);
    m_application.setPalette(palette);
    QToolTip::setPalette(palette);
    m_application.setStyleSheet(m_sheet);
    Q_EMIT changed();
}

void Theme::toggle()
{
    apply(m_dark ? Choice::Light : Choice::Dark);
}

void Theme::setDensity(Density density)
{
    ui::setDensity(density);
    apply(m_choice); // the style sheet has the heights in it
}

void Theme::toggleDensity()
{
    setDensity(density() == Density::Compact ? Density::Comfortable : Density::Compact);
}

QString Theme::nameOf(Density density)
{
    return density == Density::Compact ? QStringLiteral("compact") : QStringLiteral("comfortable");
}

Density Theme::densityNamed(const QString& name)
{
    return name == nameOf(Density::Compact) ? Density::Compact : Density::Comfortable;
}

QString Theme::nameOf(Choice choice)
{
    switch (choice) {
    case Choice::Light: return QStringLiteral("light");
    case Choice::Dark: return QStringLiteral("dark");
    case Choice::System: break;
    }
    return QStringLiteral("system");
}

Theme::Choice Theme::named(const QString& name)
{
    if (name == QLatin1String("light"))
        return Choice::Light;
    return name == QLatin1String("dark") ? Choice::Dark : Choice::System;
}

} // namespace satchel::ui
