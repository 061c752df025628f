// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Leaving.h"

#include "core/base/CsvText.h"
#include "core/base/Files.h"
#include "core/schema/ValueText.h"
#include "core/store/Outbox.h"
#include "core/store/Replica.h"
#include "sync/protocol/Codec.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace satchel {

namespace {

constexpr std::size_t unsentBatch = 4U * 1024 * 1024;

const char* unsentDeed(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Create: return "added";
    case OperationKind::Update: return "changed";
    case OperationKind::Delete: return "deleted";
    case OperationKind::Merge: return "merged";
    case OperationKind::Unmerge: return "taken apart";
    }
    return "";
}

// References by their names, as far as this laptop knows them.
std::string unsentValue(Replica& replica, const Field& field, const Value& value)
{
    if (field.type == FieldType::Reference && !value.isNull()) {
        const Entity* other = schema::entityNamed(field.references);
        if (const auto label = replica.label({other == nullptr ? 0 : other->number, value.id()});
            label.ok() && !label->empty())
            return *label;
    }
    return formatValue(field, value);
}

// Only what was typed: what stood there before is the company's.
void addUnsent(Replica& replica, const Change& change, std::string& text)
{
    for (const Operation& operation : change.operations) {
        if (operation.entity->internal)
            continue; // answers to the inbox and the like
        const auto label = replica.label({operation.entity->number, operation.id});
        std::vector<std::string> line = {formatInstant(change.editedAt),
                                         unsentDeed(operation.kind),
                                         operation.entity->name,
                                         harmlessCell(label.ok() ? *label : std::string()),
                                         "",
                                         ""};
        for (const FieldChange& field : operation.fields) {
            if (field.after.isNull() && operation.kind == OperationKind::Create)
                continue;
            line[4] = operation.entity->fields[field.field].name;
            line[5] = harmlessCell(unsentValue(replica, operation.entity->fields[field.field], field.after));
            text += csvLine(line);
        }
        if (operation.fields.empty())
            text += csvLine(line);
    }
}

struct Unsent {
    std::int64_t changes = 0;
    std::string text;
};

Result<Unsent> unsentOf(Replica& replica)
{
    Unsent unsent{.text = csvLine({"time", "done", "kind", "record", "field", "value"})};
    Outbox outbox(replica);
    SATCHEL_ASSIGN(std::int64_t next, outbox.firstWaiting());
    while (next != 0) {
        SATCHEL_ASSIGN(const Outbox::Batch batch, outbox.next(next, unsentBatch));
        if (batch.firstNumber == 0 || batch.bodies.empty())
            break;
        for (std::size_t i = 0; i < batch.bodies.size(); ++i) {
            const std::int64_t number = batch.firstNumber + static_cast<std::int64_t>(i);
            if (std::find(batch.withdrawn.begin(), batch.withdrawn.end(), number) != batch.withdrawn.end())
                continue;
            const auto change = decodeChange(batch.bodies[i]);
            if (!change.ok())
                continue;
            const std::size_t before = unsent.text.size();
            addUnsent(replica, *change, unsent.text);
            unsent.changes += unsent.text.size() > before ? 1 : 0;
        }
        next = batch.firstNumber + static_cast<std::int64_t>(batch.bodies.size());
    }
    return unsent;
}

// Trying again can help; else the replica holds nothing that anybody could keep.
bool mayBeKeptLater(const Error& error)
{
    return error.kind == ErrorKind::Full || error.kind == ErrorKind::Busy || error.kind == ErrorKind::TooNew;
}

} // namespace

Leaving::Leaving(std::string folder, Environment& environment) : m_folder(std::move(folder)), m_environment(environment)
{}

bool Leaving::isDue() const
{
    return fileLength(markFile()).has_value();
}

std::string Leaving::freeName() const
{
    std::string name = "not-sent.csv";
    for (int i = 2; fileLength(m_folder + '/' + name); ++i)
        name = "not-sent-" + std::to_string(i) + ".csv";
    return name;
}

Result<Leaving::Done> Leaving::keepUnsent()
{
    std::error_code code;
    if (!std::filesystem::exists(m_folder + "/replica.sqlite", code))
        return Done{};
    SATCHEL_ASSIGN(const auto replica, Replica::open(m_folder, m_environment));
    SATCHEL_ASSIGN(const Unsent unsent, unsentOf(*replica));
    if (unsent.changes == 0)
        return Done{};
    const std::string name = freeName();
    SATCHEL_TRY(writeFile(m_folder + '/' + name, unsent.text));
    return Done{.unsent = unsent.changes, .file = name};
}

// The lock stays, because whoever empties the folder holds it.
Status Leaving::empty(const std::string& kept) const
{
    std::error_code code;
    bool all = true;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, code)) {
        const std::string name = entry.path().filename().string();
        if (name == "lock" || name == "shut-out" || name == keyringNote || name == kept || name.starts_with("not-sent"))
            continue;
        std::error_code failed;
        std::filesystem::remove_all(entry.path(), failed);
        all = all && !failed;
    }
    if (code || !all)
        return Error{ErrorKind::Forbidden,
                     "The records could not all be taken off the disk. Delete the folder " + m_folder + " by hand."};
    return Ok{};
}

// The mark has nothing in it until what was typed is safe, then how many changes and in which file.
Result<Leaving::Done> Leaving::leave()
{
    const auto mark = readFile(markFile());
    Done done;
    if (!mark.ok() || mark->empty()) {
        SATCHEL_TRY(writeFile(markFile(), ""));
        if (auto kept = keepUnsent(); kept.ok())
            done = *kept;
        else if (mayBeKeptLater(kept.error()))
            return kept.error();
        SATCHEL_TRY(writeFile(markFile(), std::to_string(done.unsent) + ' ' + done.file));
    } else {
        const std::size_t space = std::min(mark->find(' '), mark->size());
        std::from_chars(mark->data(), mark->data() + space, done.unsent);
        done.file = space < mark->size() ? mark->substr(space + 1) : std::string();
    }
    SATCHEL_TRY(empty(done.file));
    if (!done.file.empty())
        done.file = m_folder + '/' + done.file;
    return done;
}

void Leaving::forget()
{
    removeFile(markFile());
}

} // namespace satchel
