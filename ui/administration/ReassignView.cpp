// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/ReassignView.h"

#include "ui/deals/DealWords.h"
#include "ui/prices/RecordChooser.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>
#include <initializer_list>

namespace satchel::ui {

namespace {

using What = sales::ReassignWish::What;

constexpr int formWidth = 560;
constexpr int mostPeople = 10;

RecordChooser* chooserFor(const char* entity, const char* field, const QString& name, const Desk& desk, QWidget* parent)
{
    const Entity& of = schema::entity(entity);
    return new RecordChooser(of, *of.field(field), name, desk.reader, parent);
}

} // namespace

ReassignView::ReassignView(const Desk& desk, ServerView& server, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_server(server),
      m_kind(new QComboBox(this)),
      m_subjects(new QStackedWidget(this)),
      m_toUser(chooserFor("account", "owner", tr("To whom"), desk, this)),
      m_toTerritory(chooserFor("account", "territory", tr("Into which territory"), desk, this)),
      m_moves(makeLabel({}, "strong", this)),
      m_warning(makeLabel({}, "warning", this)),
      m_trouble(makeLabel({}, "danger", this)),
      m_before(makeLabel(tr("Choose what changes hands, and to whom. You see what would move before anything does."),
                         "muted", this)),
      m_people(new Sheet(tr("Whom it concerns"),
                         {tr("Colleague"), tr("Sees more"), tr("Sees less"), tr("What may not be known here yet")}, 3,
                         this)),
      m_do(makeButton(tr("Reassign"), "primary", this, QKeySequence(Qt::CTRL | Qt::Key_Return)))
{
    nameCombo(m_kind, tr("What changes hands"));
    m_kind->addItem(tr("An account"), QStringLiteral("account"));
    m_kind->addItem(tr("Everything of a colleague"), QStringLiteral("user"));
    m_kind->addItem(tr("A whole territory"), QStringLiteral("territory"));
    m_subjects->addWidget(chooserFor("contact", "account", tr("Which account"), desk, this));
    m_subjects->addWidget(chooserFor("account", "owner", tr("Whose"), desk, this));
    m_subjects->addWidget(chooserFor("account", "territory", tr("Which territory"), desk, this));
    for (QLabel* label : {m_moves, m_warning, m_trouble, m_before})
        wrap(label);
    auto* form = new QGridLayout;
    setMargins(form, 0, 0, 0, 0, 8);
    form->setColumnStretch(1, 1);
    const auto addLine = [&](const QString& name, QWidget* field) {
        const int row = form->rowCount();
        QLabel* caption = makeLabel(name, "muted", this);
        caption->setBuddy(field);
        form->addWidget(caption, row, 0);
        form->addWidget(field, row, 1);
    };
    addLine(tr("What changes hands"), m_kind);
    addLine(tr("Which one"), m_subjects);
    addLine(tr("To whom"), m_toUser);
    addLine(tr("Into which territory"), m_toTerritory);
    auto* framed = new QWidget(this);
    framed->setLayout(form);
    framed->setMaximumWidth(formWidth);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_do);
    foot->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 16, 16, 16, 16, 12);
    layout->addWidget(framed);
    for (QLabel* label : {m_before, m_moves, m_warning, m_trouble})
        layout->addWidget(label);
    layout->addWidget(m_people);
    layout->addLayout(foot);
    layout->addStretch(1);
    m_people->setFigures(1);
    m_people->setFigures(2);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_subjects->setCurrentIndex(index);
        preview();
    });
    for (RecordChooser* chooser : findChildren<RecordChooser*>())
        connect(chooser, &RecordChooser::chosen, this, &ReassignView::preview);
    connect(m_do, &QPushButton::clicked, this, &ReassignView::goOn);
    connect(&server, &ServerView::changed, this, &ReassignView::preview);
    clear();
}

RecordChooser& ReassignView::subject() const
{
    return *static_cast<RecordChooser*>(m_subjects->currentWidget());
}

void ReassignView::begin(const QString& kind, const Id& id, const QString& name)
{
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(kind)));
    subject().set(id, name);
    m_toUser->set({}, {});
    m_toTerritory->set({}, {});
    clear();
    m_toUser->focusLine();
}

void ReassignView::enter()
{
    if (subject().id().isNull())
        m_kind->setFocus(Qt::OtherFocusReason);
    else
        m_toUser->focusLine();
}

void ReassignView::refresh()
{
    preview();
}

std::optional<sales::ReassignWish> ReassignView::wish() const
{
    const std::array kinds = {What::Account, What::Person, What::Territory};
    const sales::ReassignWish wish{.what = kinds[static_cast<std::size_t>(m_kind->currentIndex())],
                                   .subject = subject().id(),
                                   .toUser = m_toUser->id(),
                                   .toTerritory = m_toTerritory->id()};
    const bool said = !wish.subject.isNull() && !(wish.toUser.isNull() && wish.toTerritory.isNull());
    return said ? std::optional(wish) : std::nullopt;
}

void ReassignView::clear()
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_moves, m_warning, m_trouble, m_people, m_do})
        part->hide();
    m_before->show();
}

void ReassignView::preview()
{
    const auto wanted = wish();
    const std::uint64_t asked = ++m_asked;
    if (!wanted) {
        clear();
        return;
    }
    m_desk.reader.ask(
        this, [wanted](Replica& replica) { return sales::previewReassignment(replica, *wanted); },
        [this, asked](const Result<sales::Reassignment>& found) {
            if (asked == m_asked)
                showPreview(found);
        });
}

void ReassignView::complain(const QString& sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void ReassignView::showPreview(const Result<sales::Reassignment>& found)
{
    clear();
    m_before->hide();
    if (!found.ok()) {
        complain(sentenceOf(found.error()));
        return;
    }
    m_moves->show();
    if (!found->movesAnything()) {
        m_moves->setText(tr("Nothing would change hands."));
        return;
    }
    showCounts(*found);
    showPeople(*found);
    m_do->show();
}

void ReassignView::showCounts(const sales::Reassignment& found)
{
    QStringList parts;
    const auto add = [&parts](std::int64_t number, const QString& words) {
        if (number > 0)
            parts << words;
    };
    const auto whole = [](std::int64_t number) { return static_cast<int>(number); };
    add(found.accounts, tr("%Ln accounts", nullptr, whole(found.accounts)));
    add(found.contacts, tr("%Ln contacts", nullptr, whole(found.contacts)));
    add(found.leads, tr("%Ln leads", nullptr, whole(found.leads)));
    add(found.opportunities, tr("%Ln deals", nullptr, whole(found.opportunities)));
    add(found.quotes, tr("%Ln open quotes", nullptr, whole(found.quotes)));
    add(found.tasks, tr("%Ln to-dos", nullptr, whole(found.tasks)));
    add(found.activities, tr("%Ln planned activities", nullptr, whole(found.activities)));
    m_moves->setText(parts.isEmpty() ? tr("Seats in account teams change hands.")
                                     : tr("Moves: %1").arg(parts.join(tr(", "))));
    m_warning->setText(tr("%1 would not see %Ln of these accounts, for they lie outside of his territories.", nullptr,
                          static_cast<int>(found.unseen))
                           .arg(m_toUser->shown()));
    m_warning->setVisible(found.unseen > 0);
}

// What he wrote without a network is on his laptop only; when it comes, it is offered to the new owner.
QString ReassignView::unsentOf(const sales::Reassignment::Sight& person) const
{
    if (person.loses == 0 && !person.owned)
        return {};
    if (person.user == m_desk.me.user)
        return {};
    if (!m_server.overview())
        return tr("Not known: the server was not reached yet");
    const Overview::Device* device = m_server.deviceOf(person.user);
    if (device == nullptr)
        return tr("Nothing: he has no device");
    const QString seen = agoWord(device->lastSeen, m_desk.environment.now());
    if (device->waiting > 0)
        return tr("%Ln changes wait at the server; last here %1", nullptr, static_cast<int>(device->waiting)).arg(seen);
    return tr("What he wrote since his last sync, %1").arg(seen);
}

void ReassignView::showPeople(const sales::Reassignment& found)
{
    m_people->clearRows();
    const auto figure = [](std::int64_t number) { return number == 0 ? QString() : numberWord(number); };
    for (const auto& person : found.people)
        m_people->addRow(
            {oneLine(toQString(person.name), 80), figure(person.gains), figure(person.loses), unsentOf(person)});
    m_people->fitHeight(mostPeople);
    m_people->setVisible(!found.people.empty());
}

void ReassignView::goOn()
{
    const auto wanted = wish();
    if (!wanted || !m_do->isVisible())
        return;
    const QString to = m_toUser->id().isNull() ? m_toTerritory->shown() : m_toUser->shown();
    const QString done = wanted->what == What::Person ? tr("Everything of %1 went to %2").arg(subject().shown(), to)
                                                      : tr("%1 went to %2").arg(subject().shown(), to);
    m_do->setEnabled(false);
    perform(*wanted, done);
}

// Looked up once more at the moment it is done; what the preview showed may be a while ago.
void ReassignView::perform(const sales::ReassignWish& wish, const QString& done)
{
    m_desk.reader.ask(
        this, [wish](Replica& replica) { return sales::planReassignment(replica, wish); },
        [this, done](const Result<sales::PlannedReassignment>& planned) {
            const auto finish = [this](const QString& trouble) {
                m_do->setEnabled(true);
                complain(trouble);
            };
            if (!planned.ok()) {
                finish(sentenceOf(planned.error()));
                return;
            }
            m_desk.undo.perform({.name = done, .edits = planned->edits}, this,
                                [this, done, finish](const Result<ReplicaWriter::Done>& result) {
                                    finish(result.ok() ? QString() : sentenceOf(result.error()));
                                    if (!result.ok())
                                        return;
                                    subject().set({}, {});
                                    clear();
                                    Q_EMIT notice(done, true);
                                    m_kind->setFocus(Qt::OtherFocusReason);
                                });
        });
}

} // namespace satchel::ui
