// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"
#include "ui/theme/Colors.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Kit.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScopeGuard>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace satchel;

/// What one sees: where a field begins, which heading is over which column, in what state a quote is.
class ThemeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whereAControlIsCanBeSeen_data();
    void whereAControlIsCanBeSeen();
    void eachStateOfAQuoteHasItsTone();
    void headingsStandOverTheirColumns_data();
    void headingsStandOverTheirColumns();
    void onlyTheSortedHeadingHasAnArrow();
    void wordsBeginWhereTheLanguageBegins();
};

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

/// As WCAG reckons it.
double contrast(const QColor& a, const QColor& b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// The first and the last column in which something other than the ground is painted.
std::pair<int, int> inked(const QImage& image)
{
    int first = -1;
    int last = -1;
    for (int x = 0; x < image.width(); ++x)
        for (int y = 0; y < image.height(); ++y)
            if (qAbs(qGray(image.pixel(x, y)) - qGray(image.pixel(0, 0))) > 60) {
                first = first < 0 ? x : first;
                last = x;
            }
    return {first, last};
}

} // namespace

void ThemeTest::whereAControlIsCanBeSeen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void ThemeTest::whereAControlIsCanBeSeen()
{
    QFETCH(bool, dark);
    const ui::Colors& colors = dark ? ui::darkColors() : ui::lightColors();
    for (const QColor& ground : {colors.window, colors.surface, colors.raised})
        QVERIFY2(contrast(colors.fieldBorder, ground) >= 3, qPrintable(ground.name()));
}

void ThemeTest::eachStateOfAQuoteHasItsTone()
{
    QVERIFY(ui::toneOf(QStringLiteral("draft")) == ui::Tone::Neutral);
    QVERIFY(ui::toneOf(QStringLiteral("in_approval")) == ui::Tone::Caution);
    QVERIFY(ui::toneOf(QStringLiteral("sent")) == ui::Tone::Accent);
    QVERIFY(ui::toneOf(QStringLiteral("accepted")) == ui::Tone::Good);
    QVERIFY(ui::toneOf(QStringLiteral("rejected")) == ui::Tone::Bad);
    QVERIFY(ui::toneOf(QStringLiteral("expired")) == ui::Tone::Bad);
}

void ThemeTest::headingsStandOverTheirColumns_data()
{
    QTest::addColumn<bool>("sorts");
    QTest::newRow("as it comes") << false;
    QTest::newRow("sorted by another column") << true;
}

void ThemeTest::headingsStandOverTheirColumns()
{
    QFETCH(bool, sorts);
    ui::Theme theme(*qobject_cast<QApplication*>(qApp));
    theme.apply(ui::Theme::Choice::Light);
    QStandardItemModel model(1, 3);
    const Qt::Alignment sides[] = {Qt::AlignLeft | Qt::AlignVCenter, Qt::AlignRight | Qt::AlignVCenter,
                                   Qt::AlignLeft | Qt::AlignVCenter};
    for (int column = 0; column < 3; ++column) {
        model.setHorizontalHeaderItem(column, new QStandardItem(QStringLiteral("HHH")));
        model.setItem(0, column, new QStandardItem(QStringLiteral("HHH")));
        model.horizontalHeaderItem(column)->setTextAlignment(sides[column]);
        model.item(0, column)->setTextAlignment(sides[column]);
    }
    QTableView table;
    table.setModel(&model);
    table.setShowGrid(false);
    table.verticalHeader()->hide();
    table.setSortingEnabled(sorts);
    table.horizontalHeader()->setSortIndicator(2, Qt::AscendingOrder);
    table.resize(400, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    for (const int column : {0, 1}) {
        const int x = table.columnViewportPosition(column);
        const int width = table.columnWidth(column);
        QHeaderView* header = table.horizontalHeader();
        const auto head = inked(header->viewport()->grab(QRect(x, 2, width, header->height() - 6)).toImage());
        const auto cell = inked(table.viewport()->grab(QRect(x, 2, width, table.rowHeight(0) - 4)).toImage());
        QVERIFY(head.first > 0 && cell.first > 0);
        const int apart = column == 0 ? head.first - cell.first : head.second - cell.second;
        QVERIFY2(qAbs(apart) <= 1, qPrintable(QString::number(apart)));
    }
}

void ThemeTest::onlyTheSortedHeadingHasAnArrow()
{
    ui::Theme theme(*qobject_cast<QApplication*>(qApp));
    theme.apply(ui::Theme::Choice::Light);
    QStandardItemModel model(1, 2);
    model.setHorizontalHeaderLabels({QStringLiteral("H"), QStringLiteral("H")});
    QTableView table;
    table.setModel(&model);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.setSortingEnabled(true);
    table.horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const auto end = [&](int column) {
        const QRect section(table.columnViewportPosition(column), 2, table.columnWidth(column) - 1, 20);
        return inked(table.horizontalHeader()->viewport()->grab(section).toImage()).second;
    };
    QVERIFY(end(0) < 24);
    QVERIFY(end(1) > table.columnWidth(1) - 24);
}

void ThemeTest::wordsBeginWhereTheLanguageBegins()
{
    const auto back = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QApplication::setLayoutDirection(direction);
        QWidget window;
        QLabel* label = ui::makeLabel(QStringLiteral("HHH"), "muted", &window);
        ui::wrap(label);
        label->resize(300, 20);
        const auto [first, last] = inked(label->grab().toImage());
        QVERIFY(first > 0);
        QVERIFY(direction == Qt::LeftToRight ? first < 20 : last > 280);
    }
}

QTEST_MAIN(ThemeTest)
#include "ThemeTest.moc"
