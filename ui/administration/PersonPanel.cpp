// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/PersonPanel.h"

#include "ui/deals/DealWords.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

constexpr int territoryRole = Qt::UserRole + 1;
constexpr int territoryListHeight = 168;

QByteArray keyOf(const Id& id)
{
    return {id.view().data(), 16};
}

} // namespace

PersonPanel::PersonPanel(const Desk& desk, const sales::Colleague& colleague, const DirectoryRows& rows,
                         QWidget* parent)
    : DealPanel(desk, {}, colleague.id.isNull() ? tr("New colleague") : oneLine(toQString(colleague.name), 60), parent),
      m_before(colleague),
      m_name(new QLineEdit(toQString(colleague.name), this)),
      m_login(new QLineEdit(toQString(colleague.login), this)),
      m_role(new QComboBox(this)),
      m_territories(new QListWidget(this)),
      m_email(new QLineEdit(toQString(colleague.email), this)),
      m_phone(new QLineEdit(toQString(colleague.phone), this))
{
    const Entity& entity = schema::entity("user");
    m_name->setMaxLength(entity.field("name")->max);
    m_login->setMaxLength(entity.field("login")->max);
    m_email->setMaxLength(entity.field("email")->max);
    m_phone->setMaxLength(entity.field("phone")->max);
    for (const Role role : allRoles())
        m_role->addItem(roleWord(role), static_cast<int>(role));
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(colleague.role)));
    addField(tr("Name"), m_name);
    addField(tr("Login"), m_login);
    addField(tr("Role"), m_role);
    nameCombo(m_role, tr("Role"));
    addTerritories(rows);
    addField(tr("Mail"), m_email);
    addField(tr("Phone"), m_phone);
    setPrimary(colleague.id.isNull() ? tr("Add") : tr("Save"), [this] { save(); });
    // Somebody who has no login yet gets one out of his name.
    if (colleague.id.isNull())
        connect(m_name, &QLineEdit::editingFinished, this, [this] {
            if (m_login->text().isEmpty())
                m_login->setText(m_name->text().section(QLatin1Char(' '), 0, 0).toLower());
        });
}

void PersonPanel::addTerritories(const DirectoryRows& rows)
{
    m_territories->setFixedHeight(territoryListHeight);
    for (const DirectoryRows::Territory& each : rows.territories) {
        const QString name = rows.nameOf(each.node.id);
        auto* item = new QListWidgetItem(QString(each.depth * 4, QLatin1Char(' ')) + name, m_territories);
        item->setData(territoryRole, keyOf(each.node.id));
        item->setData(Qt::AccessibleTextRole, name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const auto& his = m_before.territories;
        item->setCheckState(std::find(his.begin(), his.end(), each.node.id) != his.end() ? Qt::Checked : Qt::Unchecked);
    }
    m_territories->setToolTip(tr("Space ticks a territory"));
    addField(tr("Territories"), m_territories);
}

sales::Colleague PersonPanel::wanted() const
{
    sales::Colleague colleague = m_before;
    colleague.name = fromQString(m_name->text().trimmed());
    colleague.login = fromQString(m_login->text().trimmed());
    colleague.role = static_cast<Role>(m_role->currentData().toInt());
    colleague.email = fromQString(m_email->text().trimmed());
    colleague.phone = fromQString(m_phone->text().trimmed());
    colleague.territories.clear();
    for (int i = 0; i < m_territories->count(); ++i) {
        const QListWidgetItem* item = m_territories->item(i);
        const QByteArray bytes = item->data(territoryRole).toByteArray();
        const auto id = Id::fromBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        if (item->checkState() == Qt::Checked && id)
            colleague.territories.push_back(*id);
    }
    return colleague;
}

void PersonPanel::save()
{
    const sales::Colleague colleague = wanted();
    const QString name = oneLine(toQString(colleague.name), 60);
    const bool isNew = colleague.id.isNull();
    const QString done = isNew ? tr("Added %1").arg(name) : tr("Changed %1").arg(name);
    setBusy(true);
    m_desk.undo.run(
        done, [colleague](Replica& replica) { return sales::saveColleague(replica, colleague); }, this,
        [this, done, name, isNew](const Result<Id>& saved) {
            setBusy(false);
            if (!saved.ok()) {
                complain(saved.error());
                return;
            }
            Q_EMIT notice(done, true);
            if (isNew)
                Q_EMIT added(*saved, name);
            else
                Q_EMIT closed();
        });
}

GivePasswordPanel::GivePasswordPanel(const Desk& desk, ServerView& server, const Id& user, const QString& name,
                                     QWidget* parent)
    : DealPanel(desk, {}, tr("Password for %1").arg(name), parent),
      m_server(server),
      m_user(user),
      m_name(name),
      m_password(new QLineEdit(this))
{
    addText(server.hasPassword(user)
                ? tr("The old password no longer counts then, and %1 is signed out everywhere.").arg(name)
                : tr("%1 cannot sign in yet: give a first password.").arg(name),
            "muted");
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(200);
    m_password->setPlaceholderText(tr("Empty: the server makes one"));
    addField(tr("Password"), m_password);
    setPrimary(tr("Set password"), [this] { give(); });
}

void GivePasswordPanel::give()
{
    const QString chosen = m_password->text();
    if (!chosen.isEmpty() && chosen.size() < static_cast<qsizetype>(administering::shortestPassword)) {
        complain(tr("A password needs at least 8 characters."));
        return;
    }
    setBusy(true);
    m_server.perform({.kind = AdminDeed::Kind::SetPassword, .subject = m_user, .password = fromQString(chosen)}, this,
                     [this](const AdminDone& done, const QString& trouble) {
                         setBusy(false);
                         if (!trouble.isEmpty()) {
                             complain(trouble);
                             return;
                         }
                         m_password->clear();
                         Q_EMIT notice(tr("%1 has a new password").arg(m_name), false);
                         if (done.password.empty())
                             Q_EMIT closed();
                         else
                             showOnce(toQString(done.password));
                     });
}

// Nobody can ask for it again: it is kept nowhere.
void GivePasswordPanel::showOnce(const QString& password)
{
    finish();
    addText(tr("This is the password. It is shown only now; hand it over in person or by phone. At the first sign-in "
               "another one has to be chosen."));
    auto* shown = new QLineEdit(password, this);
    shown->setReadOnly(true);
    shown->setAccessibleName(tr("Password of %1").arg(m_name));
    for (QLabel* label : findChildren<QLabel*>())
        if (label->buddy() == m_password)
            label->hide();
    m_password->hide();
    m_body->addWidget(shown);
    QPushButton* copy = makeButton(tr("Copy"), "", this, QKeySequence(QKeySequence::Copy));
    connect(copy, &QPushButton::clicked, this, [password] { QGuiApplication::clipboard()->setText(password); });
    m_body->addWidget(copy, 0, Qt::AlignLeading);
    shown->selectAll();
    shown->setFocus(Qt::OtherFocusReason);
}

} // namespace satchel::ui
