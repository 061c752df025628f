// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SidePanels.h"

#include "ui/shell/NewPasswordLines.h"
#include "ui/widgets/Kit.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int mostKeyWidth = 200;
}

CornerPanel::CornerPanel(const QString& title, int width, QWidget* parent) : QFrame(parent), m_body(new QVBoxLayout)
{
    setProperty("kind", QStringLiteral("panel"));
    setAccessibleName(title);
    setFixedWidth(width);
    QToolButton* leave = makeIconButton(QStringLiteral("x"), tr("Close"), this, QKeySequence(Qt::Key_Escape));
    connect(leave, &QToolButton::clicked, this, &CornerPanel::closed);
    auto* bar = new QHBoxLayout;
    bar->addWidget(makeLabel(title, "heading", this), 1);
    bar->addWidget(leave);
    setMargins(m_body, 0, 0, 0, 0, 8);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 16, 12, 16, 16, 8);
    layout->addLayout(bar);
    layout->addLayout(m_body);
    hide();
}

void CornerPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

std::vector<std::pair<QString, QString>> KeysPanel::keys()
{
    return {{QStringLiteral("Ctrl+K"), tr("Search everything")},
            {QStringLiteral("Ctrl+1 … 7"), tr("Today, Accounts, Contacts, Leads, Quotes, Orders, Prices")},
            {QStringLiteral("Ctrl+I"), tr("Inbox")},
            {QStringLiteral("Ctrl+Shift+A"), tr("Approvals")},
            {QStringLiteral("Ctrl+Shift+D"), tr("Duplicates")},
            {QStringLiteral("M"), tr("What may be the same as this account, contact or lead")},
            {QStringLiteral("Left, Right, Enter, D"), tr("Duplicates: choose, merge, not the same")},
            {QStringLiteral("Alt+Left, Alt+Right"), tr("Back, forward")},
            {QStringLiteral("N"), tr("New (to-do, account, contact, lead, quote)")},
            {QStringLiteral("/, Ctrl+F"), tr("Filter the list")},
            {QStringLiteral("Enter"), tr("Open, edit, save")},
            {QStringLiteral("Esc"), tr("Cancel, back to the list")},
            {QStringLiteral("Tab"), tr("Save and go to the next field")},
            {QStringLiteral("Ctrl+Enter"), tr("Open what a field refers to; save notes")},
            {QStringLiteral("L, Ctrl+L"), tr("Log a call or note")},
            {QStringLiteral("P, W"), tr("Call, write to the customer")},
            {QStringLiteral("Delete, Ctrl+Delete"), tr("Delete in the list, in the record")},
            {QStringLiteral("D, S, L, N, Q"), tr("Today: done, put off, log, next step, quote")},
            {QStringLiteral("C, W"), tr("Today: calendar, week")},
            {QStringLiteral("J, K"), tr("Leads: next, previous")},
            {QStringLiteral("Q, C, F, X"), tr("Leads: qualify, convert, forward, disqualify")},
            {QStringLiteral("Ctrl+G, Ctrl+T, Insert"), tr("Quote: group, text, line in between")},
            {QStringLiteral("Ctrl+O, Ctrl+Shift+O"), tr("Quote: option, alternative; Space chooses it")},
            {QStringLiteral("Ctrl+Shift+B"), tr("Quote: the parts of a bundle; Space takes one in or out")},
            {QStringLiteral("Ctrl+D, Alt+Up, Alt+Down"), tr("Quote: duplicate and move lines")},
            {QStringLiteral("Ctrl+E, Ctrl+P"), tr("Quote: why this price, the paper")},
            {QStringLiteral("U, K"), tr("Inbox: use the other value, keep")},
            {QStringLiteral("E, C"), tr("Inbox: edit and send again, copy")},
            {QStringLiteral("A, R, W"), tr("Approvals: approve, refuse, take back")},
            {QStringLiteral("Alt+A, H, Y, N, V"),
             tr("Quote: ask or approve, hand over, accepted, declined, next revision")},
            {QStringLiteral("Alt+R, D, W, X"), tr("Quote: reprice, compare, take back, close as expired")},
            {QStringLiteral("Alt+P, S, M"), tr("Quote as PDF, spreadsheet, mail draft")},
            {QStringLiteral("Space"), tr("List: a glance at the record; Space or Esc closes it")},
            {QStringLiteral("Ctrl+Shift+F"), tr("List: conditions, saved lists")},
            {QStringLiteral("Ctrl+Shift+C"), tr("List: columns, order and groups")},
            {QStringLiteral("Shift+Up, Shift+Down, Ctrl+Space, Ctrl+A"), tr("List: mark; Esc marks none")},
            {QStringLiteral("Ctrl+Shift+E"), tr("List: change what is marked")},
            {QStringLiteral("Ctrl+E"), tr("Export the list")},
            {QStringLiteral("Alt+1 … 5, L, W"), tr("Prices: views, which list, what is new")},
            {QStringLiteral("Ctrl+Z, Ctrl+Shift+Z"), tr("Undo, redo")},
            {QStringLiteral("Ctrl+H"), tr("History of the record")},
            {QStringLiteral("Ctrl+Shift+H"), tr("Why the record is here")},
            {QStringLiteral("Ctrl+R"), tr("Sync now")},
            {QStringLiteral("Ctrl+Shift+R"), tr("Details of syncing")},
            {QStringLiteral("Ctrl+Shift+T"), tr("Ready to travel?")},
            {QStringLiteral("Ctrl+Shift+N"), tr("Notifications")},
            {QStringLiteral("Ctrl+Shift+P"), tr("Change your password")},
            {QStringLiteral("Ctrl+0"), tr("Administration (for administrators)")},
            {QStringLiteral("Ctrl+Shift+L"), tr("Light or dark")},
            {QStringLiteral("Ctrl+Shift+K"), tr("Comfortable or compact rows")},
            {QStringLiteral("Ctrl+B"), tr("Narrow or wide rail")},
            {QStringLiteral("F1, Ctrl+/"), tr("All keys")}};
}

KeysPanel::KeysPanel(QWidget* parent) : CornerPanel(tr("All keys"), 640, parent)
{
    auto* list = new QWidget(this);
    auto* grid = new QGridLayout(list);
    setMargins(grid, 0, 4, 0, 0, 6);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(16);
    int row = 0;
    for (const auto& [key, what] : keys()) {
        QLabel* meaning = makeLabel(what, "", list);
        wrap(meaning);
        QLabel* pressed = makeLabel(keysInWords(key), "key", list);
        if (pressed->sizeHint().width() > mostKeyWidth) { // a long row of keys takes no room from the words
            pressed->setWordWrap(true);
            pressed->setFixedWidth(mostKeyWidth);
        }
        grid->addWidget(pressed, row, 0, Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(meaning, row++, 1);
    }
    grid->setRowStretch(row, 1); // what is left over goes below the last
    auto* scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("All keys"));
    scroll->setWidgetResizable(true);
    scroll->setWidget(list);
    m_body->addWidget(scroll);
}

QSize KeysPanel::sizeHint() const
{
    return {width(), 2000}; // as high as there is room
}

PasswordPanel::PasswordPanel(const QString& login, SyncGateway& gateway, QWidget* parent)
    : CornerPanel(tr("Password"), 360, parent),
      m_gateway(gateway),
      m_why(makeLabel({}, "muted", this)),
      m_password(new QLineEdit(this)),
      m_new(new NewPasswordLines(this))
{
    m_why->setWordWrap(true);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password of %1").arg(login));
    m_password->setPlaceholderText(tr("Password of %1").arg(login));
    m_new->hide();
    QPushButton* go = makeButton(tr("Sync"), "primary", this, QKeySequence(Qt::Key_Return));
    QPushButton* later = makeButton(tr("Later"), "", this, QKeySequence(Qt::Key_Escape));
    m_body->addWidget(m_why);
    m_body->addWidget(m_password);
    m_body->addWidget(m_new);
    auto* bar = new QHBoxLayout;
    bar->addStretch();
    bar->addWidget(later);
    bar->addWidget(go);
    m_body->addLayout(bar);
    connect(go, &QPushButton::clicked, this, &PasswordPanel::give);
    connect(m_password, &QLineEdit::returnPressed, this, &PasswordPanel::give);
    connect(m_new, &NewPasswordLines::entered, this, &PasswordPanel::give);
    connect(later, &QPushButton::clicked, this, &CornerPanel::closed);
    connect(&gateway, &SyncGateway::finished, this, [this] {
        m_given.clear();
        m_new->hide();
    });
}

void PasswordPanel::give()
{
    if (m_password->text().isEmpty())
        return;
    if (!m_new->isHidden()) {
        if (const QString wrong = m_new->complaint(); !wrong.isEmpty()) {
            m_why->setText(wrong);
            return;
        }
        m_gateway.giveNewPassword(m_password->text(), m_new->chosen());
    } else {
        m_gateway.giveCredentials(m_password->text());
    }
    m_given = m_password->text();
    m_password->clear();
    Q_EMIT closed();
}

void PasswordPanel::ask(const QString& why)
{
    m_why->setText(why);
    adjustSize();
}

void PasswordPanel::askNew(const QString& why)
{
    m_new->show();
    m_new->empty();
    m_password->setText(m_given);
    ask(why);
    if (m_given.isEmpty())
        m_password->setFocus(Qt::OtherFocusReason);
    else
        m_new->begin();
}

void PasswordPanel::focusPassword()
{
    m_password->setFocus(Qt::OtherFocusReason);
}

Notice::Notice(QWidget* parent)
    : QFrame(parent), m_text(makeLabel({}, "", this)), m_undo(makeButton(tr("Undo"), "", this, QKeySequence::Undo))
{
    setProperty("kind", QStringLiteral("notice"));
    m_undo->setFocusPolicy(Qt::NoFocus); // Ctrl+Z does it; the focus stays where the work is
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 16, 8, 8, 8, 8);
    layout->addWidget(m_text);
    layout->addWidget(m_undo);
    m_away.setSingleShot(true);
    m_away.setInterval(6000);
    connect(&m_away, &QTimer::timeout, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, &Notice::undoWanted);
    hide();
}

void Notice::show(const QString& sentence, bool undoable)
{
    m_text->setText(
        m_text->fontMetrics().elidedText(sentence, Qt::ElideRight, qMax(200, parentWidget()->width() - 200)));
    setAccessibleName(sentence);
    m_undo->setVisible(undoable);
    adjustSize();
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - 24);
    setVisible(true);
    raise();
    m_away.start();
}

QString Notice::sentence() const
{
    return isVisible() ? m_text->text() : QString();
}

} // namespace satchel::ui
