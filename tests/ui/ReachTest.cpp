// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Profile.h"
#include "ui/language/Language.h"
#include "ui/shell/Page.h"
#include "ui/shell/Rail.h"
#include "ui/shell/SignInWindow.h"
#include "ui/widgets/ElidedLabel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>

#include <functional>

using namespace satchel;
using namespace satchel::test;

namespace {

constexpr int mostRows = 30; // of a list: the others are painted the same

QApplication& application()
{
    return *qobject_cast<QApplication*>(QCoreApplication::instance());
}

bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::List:
    case QAccessible::ListItem:
    case QAccessible::Table:
    case QAccessible::Cell:
    case QAccessible::Tree:
    case QAccessible::TreeItem:
    case QAccessible::PageTab:
    case QAccessible::PageTabList:
    case QAccessible::MenuItem:
    case QAccessible::ProgressBar:
    case QAccessible::Link: return true;
    default: return false;
    }
}

QString described(QAccessibleInterface& control)
{
    const QObject* object = control.object();
    for (QAccessibleInterface* at = &control; object == nullptr && at->parent() != nullptr; at = at->parent())
        object = at->parent()->object();
    return QStringLiteral("%1 %2 (role %3)")
        .arg(object == nullptr ? QStringLiteral("?") : QString::fromLatin1(object->metaObject()->className()),
             object == nullptr ? QString() : object->objectName())
        .arg(control.role());
}

/// What a screen reader would meet below a window: names the controls it could not name, or not say what they are.
void listen(QAccessibleInterface* at, const QString& where, QStringList& complaints)
{
    if (at == nullptr || !at->isValid() || at->state().invisible)
        return;
    const bool ours = at->object() == nullptr || !at->object()->objectName().startsWith(QLatin1String("qt_"));
    const bool focusable = at->state().focusable && at->object() != nullptr && ours;
    if (ours && isControl(at->role()) && at->text(QAccessible::Name).trimmed().isEmpty())
        complaints << QStringLiteral("%1: no name: %2").arg(where, described(*at));
    if (focusable && (at->role() == QAccessible::NoRole || at->role() == QAccessible::Client) &&
        at->text(QAccessible::Name).isEmpty())
        complaints << QStringLiteral("%1: takes the focus and is nothing: %2").arg(where, described(*at));
    const int rows = qMin(at->childCount(), isControl(at->role()) ? mostRows : at->childCount());
    for (int i = 0; i < rows; ++i)
        listen(at->child(i), where, complaints);
}

QString textOf(const QWidget& widget)
{
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text();
    const auto* label = qobject_cast<const QLabel*>(&widget);
    const bool fits = label == nullptr || label->wordWrap() || qobject_cast<const ui::ElidedLabel*>(label) != nullptr;
    return fits ? QString() : label->text();
}

/// Words that have less room than they need: those of buttons and of labels that neither wrap nor end in dots.
void measure(const QWidget& window, const QString& where, QStringList& complaints)
{
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty() || textOf(*widget).isEmpty())
            continue;
        if (widget->width() < widget->sizeHint().width() - 1)
            complaints << QStringLiteral("%1: \"%2\" has %3 pixels and needs %4")
                              .arg(where, textOf(*widget))
                              .arg(widget->width())
                              .arg(widget->sizeHint().width());
    }
}

/// Goes to every page of the window, opens a record on it and the panels over it, and looks.
void walk(OpenWindow& open, const std::function<void(const QString& where)>& look)
{
    for (const ui::Page* page : open.window().pages()) {
        open.window().go(page->id());
        open.settle();
        look(page->id());
        if (const auto record = page->currentRecord()) {
            open.window().open(*record);
            open.settle();
            look(page->id() + QStringLiteral(", opened"));
        }
    }
    open.window().go(QStringLiteral("account"));
    const std::tuple<Qt::Key, Qt::KeyboardModifiers, const char*> panels[] = {
        {Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier, "conditions"},
        {Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier, "columns"},
        {Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier, "many records"},
        {Qt::Key_E, Qt::ControlModifier, "export"},
        {Qt::Key_F1, Qt::NoModifier, "keys"},
        {Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier, "syncing"},
        {Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier, "travel"},
        {Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier, "notifications"},
        {Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier, "why here"},
        {Qt::Key_N, Qt::NoModifier, "new record"},
        {Qt::Key_K, Qt::ControlModifier, "search"}};
    for (const auto& [key, modifiers, name] : panels) {
        open.press(key, modifiers);
        look(QString::fromLatin1(name));
        open.press(Qt::Key_Escape);
    }
    open.press(Qt::Key_H, Qt::ControlModifier);
    look(QStringLiteral("history"));
    Q_EMIT open.gateway().failed(QStringLiteral("The password is needed."), true, false);
    open.settle();
    look(QStringLiteral("password"));
}

void fill(Profile& profile)
{
    const Id account =
        profile.add("account", {{"name", Value("Acme Maschinenbau GmbH")}, {"next_step", Value("Call")}});
    const Id contact = profile.add(
        "contact", {{"first_name", Value("Ana")}, {"last_name", Value("Ruiz")}, {"account", Value(account)}});
    profile.add("lead", {{"name", Value("Kurz")}, {"company", Value("Zeta")}});
    profile.add("task", {{"title", Value("Send the offer")}, {"account", Value(account)}});
    profile.add("activity", {{"kind", Value("call")},
                             {"subject", Value("Called")},
                             {"account", Value(account)},
                             {"contact", Value(contact)}});
}

} // namespace

/// Everybody gets at everything: by ear, in German, and written from the right.
class ReachTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { ui::speak(application(), QStringLiteral("en")); }
    void everyControlOfEveryPageHasANameAndARole();
    void nothingIsCutOffInGerman();
    void mirroredTheWindowReadsFromTheRight();
    void theAdministrationIsReachedToo_data();
    void theAdministrationIsReachedToo();
};

void ReachTest::everyControlOfEveryPageHasANameAndARole()
{
    Profile profile;
    fill(profile);
    OpenWindow open(profile.folder, profile.clock);
    QStringList complaints;
    walk(open, [&](const QString& where) {
        listen(QAccessible::queryAccessibleInterface(&open.window()), where, complaints);
    });
    ui::SignInWindow signIn({}, {});
    signIn.show();
    listen(QAccessible::queryAccessibleInterface(&signIn), QStringLiteral("sign in"), complaints);
    complaints.removeDuplicates();
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
}

void ReachTest::nothingIsCutOffInGerman()
{
    Profile profile;
    fill(profile);
    ui::speak(application(), QStringLiteral("de"));
    OpenWindow open(profile.folder, profile.clock);
    QStringList complaints;
    walk(open, [&](const QString& where) { measure(open.window(), where, complaints); });
    complaints.removeDuplicates();
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
}

void ReachTest::mirroredTheWindowReadsFromTheRight()
{
    Profile profile;
    fill(profile);
    ui::speak(application(), QStringLiteral("ar"));
    OpenWindow open(profile.folder, profile.clock);
    QCOMPARE(open.window().layoutDirection(), Qt::RightToLeft);
    const auto* rail = open.window().findChild<ui::Rail*>();
    QVERIFY(rail->mapTo(&open.window(), QPoint(0, 0)).x() > open.window().width() / 2);
    QStringList complaints;
    walk(open, [&](const QString& where) {
        listen(QAccessible::queryAccessibleInterface(&open.window()), where, complaints);
        for (const QWidget* widget : open.window().findChildren<QWidget*>()) // placed by hand, it would be outside
            if (widget->isVisible() && widget->parentWidget() == open.window().centralWidget() &&
                !open.window().centralWidget()->rect().contains(widget->geometry()))
                complaints << QStringLiteral("%1: %2 is outside").arg(where, widget->accessibleName());
    });
    complaints.removeDuplicates();
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
}

void ReachTest::theAdministrationIsReachedToo_data()
{
    QTest::addColumn<QString>("language");
    for (const char* language : {"en", "de", "ar"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void ReachTest::theAdministrationIsReachedToo()
{
    QFETCH(QString, language);
    Profile profile(Role::Administrator);
    fill(profile);
    profile.add("territory", {{"name", Value("North")}});
    profile.add("user", {{"login", Value("carl")}, {"name", Value("Carl")}, {"role", Value("salesperson")}});
    ui::speak(application(), language);
    OpenWindow open(profile.folder, profile.clock);
    QStringList complaints;
    const auto look = [&](const QString& where) {
        listen(QAccessible::queryAccessibleInterface(&open.window()), where, complaints);
        measure(open.window(), where, complaints);
    };
    open.window().go(QStringLiteral("administration"));
    for (const Qt::Key tab : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5}) {
        open.press(tab, Qt::AltModifier);
        look(QStringLiteral("tab %1").arg(tab - Qt::Key_0));
        open.press(Qt::Key_N, Qt::ControlModifier); // the panel, where the tab has one
        look(QStringLiteral("panel of tab %1").arg(tab - Qt::Key_0));
        open.press(Qt::Key_Escape);
    }
    open.press(Qt::Key_1, Qt::AltModifier);
    open.press(Qt::Key_P);
    look(QStringLiteral("password of a colleague"));
    open.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    look(QStringLiteral("own password"));
    complaints.removeDuplicates();
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
}

QTEST_MAIN(ReachTest)
#include "ReachTest.moc"
