// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/RecordPage.h"

#include "core/rules/Access.h"
#include "ui/records/ListPane.h"
#include "ui/records/Lists.h"
#include "ui/records/RecordDetail.h"
#include "ui/records/RowMakers.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int roomForBoth = 720;
}

RecordPage::RecordPage(const Desk& desk, const DetailPlan& plan, QWidget* parent)
    : Page(parent),
      m_desk(desk),
      m_entity(*plan.entity),
      m_column(new QVBoxLayout(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_listCard(makeFrame("card", m_splitter)),
      m_list(new ListPane(desk, m_entity, choicesFor(m_entity, desk.me.user), m_listCard)),
      m_detail(new RecordDetail(desk, plan, m_splitter))
{
    auto* cardLayout = new QHBoxLayout(m_listCard);
    setMargins(cardLayout, 1, 1, 1, 1, 0);
    cardLayout->addWidget(m_list);
    m_listCard->setMinimumWidth(280);
    m_detail->setMinimumWidth(360);
    m_detail->setEmptyTexts(tr("Nothing chosen"), tr("Choose a row of the list; Enter opens it."));
    m_splitter->addWidget(m_listCard);
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({380, 700});
    setMargins(m_column, 16, 0, 8, 8, 8);
    m_column->addWidget(m_splitter, 1);

    connect(m_list, &ListPane::currentChanged, this, [this](const Id& id) {
        if (!m_opened)
            m_detail->show(id);
    });
    connect(m_list, &ListPane::opened, this, [this](const Id& id) { Q_EMIT openRequested({m_entity.number, id}); });
    connect(m_list, &ListPane::deleteRequested, this, &RecordPage::remove);
    connect(m_list, &ListPane::notice, this, &Page::notice);
    connect(m_list, &ListPane::roomWanted, this, [this](int wanted) { giveListRoom(*m_splitter, wanted); });
    connect(m_detail, &RecordDetail::openRequested, this, &Page::openRequested);
    connect(m_detail, &RecordDetail::addRequested, this, &Page::addRequested);
    connect(m_detail, &RecordDetail::historyRequested, this, &Page::historyRequested);
    connect(m_detail, &RecordDetail::deleteRequested, this, [this] { remove(m_detail->shownId()); });
    connect(m_detail, &RecordDetail::loaded, this, &Page::placeChanged);
    connect(m_detail, &RecordDetail::twinsRequested, this, &RecordPage::askTwins);
    addKeys();
}

void RecordPage::addKeys()
{
    const auto key = [this](const QKeySequence& sequence, auto slot) {
        auto* shortcut = new QShortcut(sequence, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(QKeySequence(Qt::Key_N), [this] { runPrimaryAction(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        back();
        m_list->focusFilter();
    });
    for (const QKeySequence& sequence : {QKeySequence(Qt::Key_L), QKeySequence(Qt::CTRL | Qt::Key_L)})
        key(sequence, [this] {
            if (m_detail->shownId().isNull())
                return;
            if (!m_detail->isVisibleTo(this))
                setOpened(true);
            m_detail->focusLog();
        });
    key(QKeySequence(Qt::Key_Escape), [this] {
        if (!escape())
            m_list->focusList();
    });
    key(QKeySequence(Qt::Key_M), [this] { askTwins(); });
    key(QKeySequence(Qt::Key_P), [this] { m_detail->call(); });
    key(QKeySequence(Qt::Key_W), [this] { m_detail->write(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Delete), [this] { remove(m_detail->shownId()); });
}

QString RecordPage::id() const
{
    return toQString(m_entity.name);
}

QString RecordPage::title() const
{
    return m_opened && !m_detail->title().isEmpty() ? m_detail->title() : entitiesWord(m_entity);
}

QString RecordPage::iconName() const
{
    return iconFor(m_entity);
}

QString RecordPage::primaryAction() const
{
    return mayCreate(m_desk.me.role, m_entity) ? tr("New %1").arg(inSentence(entityWord(m_entity))) : QString();
}

void RecordPage::runPrimaryAction()
{
    Q_EMIT addRequested(&m_entity, {}, {});
}

void RecordPage::enter()
{
    if (m_opened)
        m_detail->focusFields();
    else
        m_list->focusList();
}

void RecordPage::leave()
{
    m_detail->finish();
}

void RecordPage::refresh()
{
    m_list->refresh();
    m_detail->refresh();
}

void RecordPage::open(const Id& id)
{
    m_detail->show(id);
    m_list->select(id);
    setOpened(true);
    m_detail->focusFields();
}

std::optional<RowKey> RecordPage::currentRecord() const
{
    if (m_detail->shownId().isNull())
        return std::nullopt;
    return RowKey{m_entity.number, m_detail->shownId()};
}

Id RecordPage::inFront() const
{
    if (m_opened)
        return m_detail->shownId();
    const auto record = m_list->current();
    return record ? record->id : Id();
}

void RecordPage::askTwins()
{
    if (const Id id = inFront(); !id.isNull())
        Q_EMIT twinsRequested({m_entity.number, id});
}

void RecordPage::goTo(const Id& id)
{
    if (id.isNull())
        return;
    m_list->select(id);
    m_detail->show(id);
}

void RecordPage::addBelow(QWidget* widget)
{
    m_column->addWidget(widget);
}

bool RecordPage::escape()
{
    return back();
}

bool RecordPage::back()
{
    if (!m_opened)
        return false;
    m_detail->finish();
    setOpened(false);
    m_list->focusList();
    return true;
}

void RecordPage::setOpened(bool opened)
{
    m_opened = opened;
    showBeside();
    Q_EMIT placeChanged();
}

void RecordPage::showBeside()
{
    const bool room = width() >= roomForBoth;
    m_listCard->setVisible(!m_opened);
    m_detail->setVisible(m_opened || room);
}

void RecordPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    showBeside();
}

void RecordPage::remove(const Id& id)
{
    if (id.isNull())
        return;
    const QString name = m_detail->shownId() == id ? m_detail->title() : QString();
    const Action action{.name = tr("Deleted %1").arg(name.isEmpty() ? entityWord(m_entity) : name),
                        .edits = {{.kind = OperationKind::Delete, .entity = &m_entity, .id = id}}};
    m_desk.undo.perform(action, this, [this, sentence = action.name](const Result<ReplicaWriter::Done>& result) {
        if (result.ok()) {
            back();
            Q_EMIT notice(sentence, true);
        } else {
            Q_EMIT notice(toQString(result.error().message), false);
        }
    });
}

void RecordPage::save(QSettings& settings) const
{
    const QString group = id();
    m_list->save(settings, group);
    settings.setValue(group + QStringLiteral("/split"), m_splitter->saveState());
    settings.setValue(group + QStringLiteral("/opened"), m_opened);
    settings.setValue(group + QStringLiteral("/record"), toQString(m_detail->shownId().toString()));
}

void RecordPage::restore(const QSettings& settings)
{
    const QString group = id();
    m_list->restore(settings, group);
    m_splitter->restoreState(settings.value(group + QStringLiteral("/split")).toByteArray());
    const auto record = Id::parse(fromQString(settings.value(group + QStringLiteral("/record")).toString()));
    if (!record || record->isNull())
        return;
    m_list->select(*record);
    m_detail->show(*record);
    if (settings.value(group + QStringLiteral("/opened")).toBool())
        setOpened(true);
}

} // namespace satchel::ui
