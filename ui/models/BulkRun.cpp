// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/BulkRun.h"

#include "ui/language/Sentences.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <map>

namespace satchel::ui {

namespace {

QString whyNot(const Error& error)
{
    return sentenceWord(toQString(error.message));
}

// The edit that takes this one back.
Edit backOf(const Edit& edit, const Record& before)
{
    Edit back{.kind = OperationKind::Update, .entity = edit.entity, .id = edit.id};
    for (const auto& [field, value] : edit.values)
        back.values.emplace_back(field, before.values[field]);
    return back;
}

} // namespace

BulkRun::BulkRun(ReplicaThread& thread, std::vector<RowKey> rows, Maker maker, Purpose purpose, QObject* parent)
    : QObject(parent), m_thread(thread), m_rows(std::move(rows)), m_maker(std::move(maker)), m_purpose(purpose)
{}

BulkRun::Tally BulkRun::work(Replica& replica, const std::vector<RowKey>& rows, const Maker& maker, Purpose purpose)
{
    Tally tally;
    std::vector<std::vector<Edit>> actions;
    std::vector<Edit> back;
    const auto leave = [&](const QString& why) {
        ++tally.left;
        if (tally.why.isEmpty())
            tally.why = why;
    };
    for (const RowKey& row : rows) {
        const Entity& entity = *schema::entityNumbered(row.entity);
        const auto record = replica.find(entity, row.id);
        if (!record.ok() || !*record) {
            leave(record.ok() ? tr("It is no longer on this laptop.") : whyNot(record.error()));
            continue;
        }
        const auto edit = maker(**record);
        if (!edit.ok()) {
            leave(whyNot(edit.error()));
            continue;
        }
        if (!*edit) {
            ++tally.same;
            continue;
        }
        if (const Status may = replica.check(**edit); !may.ok()) {
            leave(whyNot(may.error()));
            continue;
        }
        back.push_back(backOf(**edit, **record));
        actions.push_back({**edit});
    }
    if (purpose == Purpose::Look || actions.empty()) {
        tally.changed = static_cast<std::int64_t>(actions.size());
        return tally;
    }
    const auto count = [&](std::size_t at) {
        ++tally.changed;
        for (const auto& [field, value] : actions[at].front().values)
            tally.inverse.expected.push_back({{back[at].entity->number, back[at].id}, field, value});
        tally.inverse.edits.push_back(std::move(back[at]));
    };
    if (replica.commitAll(actions).ok()) {
        for (std::size_t i = 0; i < actions.size(); ++i)
            count(i);
        return tally;
    }
    for (std::size_t i = 0; i < actions.size(); ++i) // one of them is refused: the others need not be
        if (const auto alone = replica.commitAll({actions[i]}); alone.ok())
            count(i);
        else
            leave(whyNot(alone.error()));
    return tally;
}

void BulkRun::next()
{
    if (m_stopped || m_at >= m_rows.size()) {
        Q_EMIT finished();
        deleteLater();
        return;
    }
    const std::size_t end = std::min(m_at + batch, m_rows.size());
    std::vector<RowKey> rows(m_rows.begin() + static_cast<std::ptrdiff_t>(m_at),
                             m_rows.begin() + static_cast<std::ptrdiff_t>(end));
    m_at = end;
    m_thread.ask(this, ReplicaThread::Question([this, rows = std::move(rows), maker = m_maker,
                                                purpose = m_purpose](Replica& replica) -> ReplicaThread::Answer {
                     const auto part = std::make_shared<Tally>(work(replica, rows, maker, purpose));
                     return [this, part] {
                         add(*part);
                         Q_EMIT progressed();
                         next();
                     };
                 }));
}

void BulkRun::add(const Tally& part)
{
    m_tally.changed += part.changed;
    m_tally.same += part.same;
    m_tally.left += part.left;
    if (m_tally.why.isEmpty())
        m_tally.why = part.why;
    auto& inverse = m_tally.inverse;
    inverse.edits.insert(inverse.edits.end(), part.inverse.edits.begin(), part.inverse.edits.end());
    inverse.expected.insert(inverse.expected.end(), part.inverse.expected.begin(), part.inverse.expected.end());
}

BulkRun::Maker takingBack(const Action& inverse)
{
    struct Back {
        Edit edit;
        std::vector<std::pair<std::size_t, Value>> expected;
    };
    const auto known = std::make_shared<std::map<Id, Back>>();
    for (const Edit& edit : inverse.edits)
        (*known)[edit.id].edit = edit;
    for (const Action::Expectation& expectation : inverse.expected)
        (*known)[expectation.row.id].expected.emplace_back(expectation.field, expectation.value);
    return [known](const Record& record) -> Result<std::optional<Edit>> {
        const Back& back = known->at(record.id);
        for (const auto& [field, value] : back.expected)
            if (record.values[field] != value)
                return Error{ErrorKind::Conflict,
                             fromQString(BulkRun::tr("The %1 of %2 has been changed since, so it was left as it is.")
                                             .arg(inSentence(fieldWord(record.entity->fields[field])),
                                                  toQString(record.label())))};
        return std::optional(back.edit);
    };
}

} // namespace satchel::ui
