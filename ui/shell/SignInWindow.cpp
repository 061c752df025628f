// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SignInWindow.h"

#include "ui/shell/NewPasswordLines.h"
#include "ui/shell/WindowMemory.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Words.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int cardWidth = 400;
constexpr int insideWidth = cardWidth - 2 * 33;
} // namespace

SignInWindow::SignInWindow(const QString& server, const QString& login)
{
    setWindowTitle(tr("Sign in – Satchel"));
    setProperty("kind", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    resize(firstSize(*this));
    setMinimumSize(440, 520);
    QFrame* card = makeFrame("card", this);
    card->setFixedWidth(cardWidth);
    auto* inside = new QVBoxLayout(card);
    setMargins(inside, 32, 32, 32, 32, 0);
    auto* mark = new QLabel(card);
    mark->setPixmap(QIcon(QStringLiteral(":/icons/satchel.svg")).pixmap(QSize(48, 48), devicePixelRatioF()));
    inside->addWidget(mark);
    inside->addSpacing(16);
    m_form = makeForm();
    m_progress = makeProgress();
    inside->addWidget(m_form);
    inside->addWidget(m_progress);
    m_progress->hide();
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(card, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_server->setText(server);
    m_login->setText(login);
    (server.isEmpty() ? m_server : login.isEmpty() ? m_login : m_password)->setFocus();
}

QLineEdit* SignInWindow::addField(const QString& name, const QString& hint, QVBoxLayout* layout)
{
    auto* edit = new QLineEdit(this);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(hint);
    edit->setProperty("tall", true);
    QLabel* label = makeLabel(name, "strong", this);
    label->setBuddy(edit);
    layout->addWidget(label);
    layout->addWidget(edit);
    layout->addSpacing(8);
    connect(edit, &QLineEdit::returnPressed, this, &SignInWindow::submit);
    return edit;
}

QWidget* SignInWindow::makeForm()
{
    auto* form = new QWidget(this);
    auto* layout = new QVBoxLayout(form);
    setMargins(layout, 0, 0, 0, 0, 4);
    layout->addWidget(makeLabel(tr("Sign in to Satchel"), "title", form));
    QLabel* hint =
        makeLabel(tr("Only once on this laptop. Afterwards everything works without a network."), "muted", form);
    hint->setWordWrap(true);
    hint->setFixedHeight(hint->heightForWidth(insideWidth));
    layout->addWidget(hint);
    layout->addSpacing(16);
    m_server = addField(tr("Server"), QStringLiteral("https://crm.example.com"), layout);
    m_login = addField(tr("Login"), {}, layout);
    m_password = addField(tr("Password"), {}, layout);
    m_password->setEchoMode(QLineEdit::Password);
    m_new = new NewPasswordLines(form);
    m_new->setTall();
    m_new->layout()->setContentsMargins(0, 0, 0, 8); // as below every field here
    m_new->hide();
    layout->addWidget(m_new);
    connect(m_new, &NewPasswordLines::entered, this, &SignInWindow::submit);
    m_trouble = makeFrame("bad", form);
    auto* inside = new QVBoxLayout(m_trouble);
    setMargins(inside, 12, 8, 12, 8, 0);
    m_troubleText = makeLabel({}, "danger", m_trouble);
    m_troubleText->setWordWrap(true);
    inside->addWidget(m_troubleText);
    layout->addWidget(m_trouble);
    m_trouble->hide();
    layout->addSpacing(8);
    m_go = makeButton(tr("Sign in"), "primary", form, QKeySequence(Qt::Key_Return));
    m_go->setProperty("tall", true);
    connect(m_go, &QPushButton::clicked, this, &SignInWindow::submit);
    layout->addWidget(m_go);
    return form;
}

QWidget* SignInWindow::makeProgress()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    setMargins(layout, 0, 0, 0, 0, 8);
    m_phase = makeLabel(tr("Fetching your records"), "title", page);
    QLabel* hint = makeLabel(tr("This happens once. Later rounds take seconds."), "muted", page);
    hint->setWordWrap(true);
    m_rows = makeLabel({}, "", page);
    m_bar = new QProgressBar(page);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Records fetched"));
    QPushButton* cancel = makeButton(tr("Cancel"), "", page, QKeySequence(Qt::Key_Escape));
    cancel->setShortcut(QKeySequence(Qt::Key_Escape));
    connect(cancel, &QPushButton::clicked, this, &SignInWindow::cancelWanted);
    layout->addWidget(m_phase);
    layout->addWidget(hint);
    layout->addSpacing(16);
    layout->addWidget(m_bar);
    layout->addWidget(m_rows);
    layout->addSpacing(8);
    layout->addWidget(cancel, 0, Qt::AlignRight);
    return page;
}

// Most people know the name of their server, and no more of its address.
QString SignInWindow::server() const
{
    const QString typed = m_server->text().trimmed();
    return typed.contains(QLatin1String("://")) ? typed : QStringLiteral("https://") + typed;
}

QString SignInWindow::login() const
{
    return m_login->text().trimmed();
}

void SignInWindow::submit()
{
    for (QLineEdit* edit : {m_server, m_login, m_password})
        if (edit->text().isEmpty()) {
            edit->setFocus();
            return;
        }
    if (!m_new->isHidden())
        if (const QString wrong = m_new->complaint(); !wrong.isEmpty()) {
            say(wrong);
            return;
        }
    m_trouble->hide();
    const bool another = !m_new->isHidden();
    showProgress({}, 0, 0);
    if (another)
        Q_EMIT newPasswordGiven(server(), login(), m_password->text(), m_new->chosen());
    else
        Q_EMIT signInWanted(server(), login(), m_password->text());
}

void SignInWindow::say(const QString& sentence)
{
    m_troubleText->setText(sentence);
    m_troubleText->setMinimumHeight(0); // else it would never become lower again
    m_troubleText->setFixedHeight(m_troubleText->heightForWidth(insideWidth - 26));
    m_trouble->show();
}

void SignInWindow::askNewPassword(const QString& sentence)
{
    m_progress->hide();
    m_form->show();
    m_new->show();
    say(sentence);
    m_new->begin();
}

void SignInWindow::showTrouble(const QString& sentence)
{
    m_progress->hide();
    m_form->show();
    say(sentence);
    m_password->setFocus();
    m_password->selectAll();
}

void SignInWindow::showProgress(const QString& phase, qint64 done, qint64 total, qint64 bytes, qint64 totalBytes)
{
    m_form->hide();
    m_progress->show();
    m_phase->setText(phase.isEmpty() ? tr("Signing in") : phase);
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(done * 1000 / total));
    m_rows->setText(total > 0  ? tr("%1 of %2 records").arg(numberWord(done), numberWord(total))
                    : done > 0 ? tr("%1 records").arg(numberWord(done))
                               : QString());
    if (totalBytes > 0)
        m_rows->setText(
            tr("%1, %2 of %3")
                .arg(m_rows->text(), QLocale().formattedDataSize(bytes), QLocale().formattedDataSize(totalBytes)));
}

} // namespace satchel::ui
