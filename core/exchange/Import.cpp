// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Import.h"

#include "core/exchange/Csv.h"
#include "core/exchange/RowReader.h"
#include "core/rules/Access.h"
#include "core/schema/Validation.h"
#include "core/schema/Wording.h"

#include <algorithm>
#include <set>

namespace satchel {

namespace {

constexpr std::size_t batchSize = 200;

// Trouble that one row has, as against trouble that stops everything.
bool concernsRow(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Invalid:
    case ErrorKind::NotFound:
    case ErrorKind::Forbidden:
    case ErrorKind::TooLarge:
    case ErrorKind::Conflict: return true;
    default: return false;
    }
}

class Importer {
public:
    Importer(Replica& replica, const ImportOptions& options, Table table, Mapping mapping, ReplicaIdentity identity)
        : m_replica(replica),
          m_entity(*options.entity),
          m_dryRun(options.dryRun),
          m_table(std::move(table)),
          m_mapping(std::move(mapping)),
          m_role(identity.role),
          m_reader(replica, m_entity, m_mapping, identity.user)
    {
        m_report.header = m_table.header;
        m_report.sheet = m_table.sheet;
        m_report.ignored = m_mapping.ignored;
    }

    Result<ImportReport> run()
    {
        for (const TableRow& row : m_table.rows) {
            const Status planned = plan(row);
            if (!planned && !concernsRow(planned.error()))
                return planned.error();
            if (!planned)
                reject(row, planned.error().message);
            if (m_batch.size() >= batchSize)
                SATCHEL_TRY(flush());
        }
        SATCHEL_TRY(flush());
        std::stable_sort(m_report.rejected.begin(), m_report.rejected.end(),
                         [](const RejectedRow& a, const RejectedRow& b) { return a.line < b.line; });
        return std::move(m_report);
    }

private:
    struct Planned {
        const TableRow* row = nullptr;
        std::vector<Edit> edits;
    };

    void reject(const TableRow& row, const std::string& reason)
    {
        m_report.rejected.push_back({row.line, reason, row.cells});
    }

    // Decides what the row means; queues its edit.
    Status plan(const TableRow& row)
    {
        if (!row.trouble.empty())
            return invalid(row.trouble);
        if (row.cells.size() != m_table.header.size())
            return invalid("The row has " + std::to_string(row.cells.size()) + " cells; the header has " +
                           std::to_string(m_table.header.size()) + ".");
        SATCHEL_ASSIGN(const auto key, m_reader.readKey(row));
        SATCHEL_ASSIGN(const auto present, match(row, key));
        return present ? planUpdate(row, *present) : planCreation(row);
    }

    // The record that the row is about, if the replica has it.
    Result<std::optional<Record>> match(const TableRow& row, const FieldValues& values)
    {
        const bool keyed = std::any_of(m_mapping.key.begin(), m_mapping.key.end(),
                                       [&](std::size_t field) { return !valueOf(values, field).isNull(); });
        std::string key;
        for (const std::size_t field : m_mapping.key)
            key += formatValue(m_entity.fields[field], valueOf(values, field)) + '\0';
        const auto id = m_mapping.idColumn ? Id::parse(row.cells[*m_mapping.idColumn]) : std::nullopt;
        if (id) {
            SATCHEL_ASSIGN(auto record, m_replica.find(m_entity, *id));
            if (record && !m_seenIds.insert(*id).second)
                return invalid("The file has this id in an earlier row.");
            if (record) {
                if (keyed)
                    m_seenKeys.insert(key);
                return record;
            }
        }
        if (m_mapping.key.empty())
            return invalid("There is no " + spoken(m_entity.name) + " with this id on this laptop.");
        if (!keyed)
            return invalid("The row has no " + enumerated(keyNames(), "or") + ", by which " + oneOf(m_entity) +
                           " is told from others.");
        if (!m_seenKeys.insert(key).second)
            return invalid("The file has this " + enumerated(keyNames()) + " in an earlier row.");
        return lookUp(values);
    }

    Result<std::optional<Record>> lookUp(const FieldValues& values)
    {
        Query query;
        query.entity = &m_entity;
        query.limit = 2; // one more than there should be
        for (const std::size_t field : m_mapping.key)
            query.filters.push_back({field, Comparison::Equal, valueOf(values, field)});
        SATCHEL_ASSIGN(auto page, m_replica.list(query));
        if (page.rows.empty())
            return std::optional<Record>();
        if (page.rows.size() > 1)
            return invalid("There are several rows of " + spoken(m_entity.name) + " with this " +
                           enumerated(keyNames()) + ".");
        if (!m_seenIds.insert(page.rows.front().id).second)
            return invalid("The file has this record in an earlier row.");
        return std::optional<Record>(std::move(page.rows.front()));
    }

    std::vector<std::string> keyNames() const
    {
        std::vector<std::string> names;
        for (const std::size_t field : m_mapping.key)
            names.push_back(spoken(m_entity.fields[field].name));
        return names;
    }

    Status planCreation(const TableRow& row)
    {
        SATCHEL_ASSIGN(const auto values, m_reader.read(row, nullptr));
        Edit edit{.kind = OperationKind::Create, .entity = &m_entity, .id = m_replica.environment().newId()};
        if (!mayCreate(m_role, m_entity))
            return Error{ErrorKind::Forbidden, "Your role may not add " + oneOf(m_entity) + "."};
        for (std::size_t i = 0; i < m_entity.fields.size(); ++i) {
            const Field& field = m_entity.fields[i];
            if (field.required && field.initial.empty() && valueOf(values, i).isNull())
                return invalid(theField(m_entity, field) + " must be given.", field.name);
        }
        edit.values = values;
        SATCHEL_TRY(mayWrite(values));
        m_reader.remember(edit.id, values);
        ++m_report.created;
        queue(row, std::move(edit));
        return Ok{};
    }

    Status planUpdate(const TableRow& row, const Record& present)
    {
        SATCHEL_ASSIGN(const auto values, m_reader.read(row, &present));
        Edit edit{.kind = OperationKind::Update, .entity = &m_entity, .id = present.id};
        for (const auto& [field, value] : values)
            if (value != present.values[field])
                edit.values.emplace_back(field, value);
        if (edit.values.empty()) {
            ++m_report.unchanged;
            return Ok{};
        }
        if (!mayUpdate(m_role, m_entity))
            return Error{ErrorKind::Forbidden, "Your role may not change " + oneOf(m_entity) + "."};
        SATCHEL_TRY(mayWrite(edit.values));
        ++m_report.updated;
        queue(row, std::move(edit));
        return Ok{};
    }

    Status mayWrite(const FieldValues& values) const
    {
        for (const auto& [index, value] : values) {
            const Field& field = m_entity.fields[index];
            if (!mayWriteField(m_role, m_entity, field))
                return Error{ErrorKind::Forbidden,
                             "Your role may not set the " + spoken(field.name) + " of " + oneOf(m_entity) + ".",
                             field.name};
        }
        return Ok{};
    }

    void queue(const TableRow& row, Edit edit)
    {
        if (!m_dryRun)
            m_batch.push_back({&row, {std::move(edit)}});
    }

    // A batch is one transaction; where it is refused its rows go one by one, to find the one at fault.
    Status flush()
    {
        if (m_batch.empty())
            return Ok{};
        std::vector<std::vector<Edit>> actions;
        for (const Planned& planned : m_batch)
            actions.push_back(planned.edits);
        const auto receipts = m_replica.commitAll(actions);
        if (!receipts && !concernsRow(receipts.error()))
            return receipts.error();
        if (!receipts)
            for (const Planned& planned : m_batch)
                SATCHEL_TRY(commitAlone(planned));
        m_batch.clear();
        return Ok{};
    }

    Status commitAlone(const Planned& planned)
    {
        const auto receipt = m_replica.commit(planned.edits);
        if (receipt)
            return Ok{};
        if (!concernsRow(receipt.error()))
            return receipt.error();
        --(planned.edits.front().kind == OperationKind::Create ? m_report.created : m_report.updated);
        reject(*planned.row, receipt.error().message);
        return Ok{};
    }

    Replica& m_replica;
    const Entity& m_entity;
    bool m_dryRun;
    Table m_table;
    Mapping m_mapping;
    Role m_role;
    RowReader m_reader;
    std::set<std::string> m_seenKeys;
    std::set<Id> m_seenIds;
    std::vector<Planned> m_batch;
    ImportReport m_report;
};

} // namespace

Result<ImportReport> importTable(Replica& replica, Table table, const ImportOptions& options)
{
    SATCHEL_ASSIGN(auto mapping, makeMapping(options, table.header));
    SATCHEL_ASSIGN(const auto identity, replica.identity());
    if (!identity)
        return Error{ErrorKind::Unauthorized, "Nobody has logged in on this profile yet."};
    return Importer(replica, options, std::move(table), std::move(mapping), *identity).run();
}

Result<ImportReport> importCsv(Replica& replica, std::string_view text, const ImportOptions& options)
{
    SATCHEL_ASSIGN(auto table, readCsv(text));
    for (TableRow& row : table.rows)
        for (std::string& cell : row.cells)
            cell = plainCell(cell);
    return importTable(replica, std::move(table), options);
}

std::string rejectsCsv(const ImportReport& report)
{
    const auto harmless = [](std::vector<std::string> cells) {
        std::transform(cells.begin(), cells.end(), cells.begin(), [](const std::string& c) { return harmlessCell(c); });
        return cells;
    };
    std::vector<std::string> header = report.header;
    header.emplace_back("rejected because");
    std::string text = csvLine(harmless(std::move(header)));
    for (const RejectedRow& row : report.rejected) {
        std::vector<std::string> cells = row.cells;
        cells.resize(std::max(cells.size(), report.header.size()));
        cells.push_back(row.reason);
        text += csvLine(harmless(std::move(cells)));
    }
    return text;
}

} // namespace satchel
