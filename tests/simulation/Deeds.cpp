// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/World.h"

#include "core/model/Rule.h"
#include "core/schema/Composite.h"
#include "tests/support/world/Must.h"

#include <algorithm>
#include <cstdio>

// What people do at their laptops. Values are such that the looking can tell what became of them: texts that occur
// once, pairs of fields that belong together, numbers that add up, and small choices that are changed and changed back.

namespace satchel::simulation {

using test::must;

namespace {

constexpr Milliseconds hour = 3'600'000;

template <std::size_t N>
const char* oneOf(const char* const (&choices)[N], Dice& dice)
{
    return choices[dice.below(N)];
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

bool isTwin(const Record& row)
{
    return row.entity->name == "activity" && row.value("notes").text().starts_with("twin ");
}

Edit update(const Record& row, const std::vector<std::pair<const char*, Value>>& values)
{
    Edit edit{.kind = OperationKind::Update, .entity = row.entity, .id = row.id};
    for (const auto& [field, value] : values)
        edit.values.emplace_back(*row.entity->indexOf(field), value);
    return edit;
}

Edit creation(const char* entity, const Id& id, const std::vector<std::pair<const char*, Value>>& values)
{
    Record row(schema::entity(entity), id);
    Edit edit = update(row, values);
    edit.kind = OperationKind::Create;
    return edit;
}

} // namespace

std::optional<Record> World::anyRow(Laptop& laptop, const char* entity, Dice& dice)
{
    const auto page = laptop.machine->replica().list({.entity = &schema::entity(entity), .limit = 200});
    if (!page.ok() || page->rows.empty())
        return std::nullopt;
    // Mostly the same few, so that people meet in them.
    const std::size_t many = page->rows.size();
    return page->rows[dice.below(dice.once(3) ? many : std::min<std::size_t>(3, many))];
}

std::string World::commit(Laptop& laptop, const std::vector<Edit>& edits)
{
    LaptopMachine& machine = *laptop.machine;
    const auto its = machine.reading();
    const auto receipt = machine.replica().commit(edits);
    note(receipt.ok() ? "saved" : receipt.error().message);
    if (tells)
        for (const Edit& edit : edits) {
            std::string what = edit.kind == OperationKind::Create   ? "creates"
                               : edit.kind == OperationKind::Delete ? "deletes"
                                                                    : "changes";
            what += " " + edit.entity->name + " " + edit.id.toString();
            for (const auto& [field, value] : edit.values)
                what += ", " + edit.entity->fields[field].name + "=" +
                        (value.isText() ? value.text()
                         : value.isId() ? value.id().toString()
                                        : std::to_string(value.integer()));
            std::printf("    %s %s: %s\n", machine.login().c_str(), what.c_str(),
                        receipt.ok() ? ("saved as " + std::to_string(receipt->number)).c_str()
                                     : receipt.error().message.c_str());
        }
    if (!receipt.ok()) {
        const ErrorKind kind = receipt.error().kind;
        const bool refused = kind == ErrorKind::Forbidden || kind == ErrorKind::Invalid || kind == ErrorKind::NotFound;
        return refused || laptop.faultyDisk || machine.disk.dead()
                   ? std::string()
                   : machine.name() + " could not save: " + receipt.error().message;
    }
    if (receipt->number == 0 || machine.disk.dead())
        return {};
    // Saved: it stands in the outbox, and is seen as it was typed.
    std::string wrong;
    {
        auto statement = must(machine.replica().connection().prepare("SELECT body FROM outbox WHERE number=?1"));
        statement.bind(1, receipt->number);
        if (!must(statement.step()))
            return "change " + std::to_string(receipt->number) + " of " + machine.name() +
                   " was saved and is not there";
        const Bytes body(statement.blob(0));
        m_model.typed(machine.name(), body);
        m_model.acknowledged(body);
    }
    for (const Edit& edit : edits) {
        const auto seen = must(machine.replica().find(*edit.entity, edit.id));
        if (seen.has_value() == (edit.kind == OperationKind::Delete))
            return "what " + machine.login() + " just did to " + edit.entity->name + " is not seen";
        if (seen)
            for (const auto& [field, value] : edit.values)
                if (seen->values[field] != value)
                    return machine.login() + " typed " + edit.entity->fields[field].name + " and sees something else";
    }
    return {};
}

std::optional<Value> World::newValue(Laptop& laptop, const Record& row, const Field& field, Dice& dice)
{
    const Value& now = row.value(field.name);
    const std::string unique = "v" + std::to_string(m_token);
    switch (field.type) {
    case FieldType::Text:
        return field.name == "segment" || field.name == "department" ? Value(oneOf({"A", "B"}, dice)) : Value(unique);
    case FieldType::Choice: return Value(field.choices[dice.below(field.choices.size())]);
    case FieldType::Boolean: return Value(static_cast<std::int64_t>(dice.below(2)));
    case FieldType::Integer:
        return field.policy == Policy::Sum ? Value(now.integer() + 1 + static_cast<std::int64_t>(dice.below(5)))
                                           : Value(static_cast<std::int64_t>(dice.below(3)));
    case FieldType::Date: return Value("2027-01-0" + std::to_string(1 + dice.below(9)));
    case FieldType::Instant: return Value(m_now / 1000 * 1000 + static_cast<Milliseconds>(dice.below(1000)) * hour);
    case FieldType::Group: return Value(writeGroup({{"street", unique}, {"city", unique}}));
    case FieldType::TextList: {
        auto tags = must(readList(now.text()));
        if (!tags.empty() && dice.once(3))
            tags.erase(tags.begin() + static_cast<std::ptrdiff_t>(dice.below(tags.size())));
        else
            tags.push_back("t" + std::to_string(dice.once(2) ? m_token : dice.below(4)));
        std::sort(tags.begin(), tags.end());
        tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
        return tags.empty() ? Value() : Value(writeList(tags));
    }
    case FieldType::Notes: {
        if (now.text().find("<<<") != std::string::npos)
            return std::nullopt; // a person would tidy it up first
        auto lines = linesOf(now.text());
        const std::size_t at = dice.below(lines.size() + 1);
        const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
        if (at < lines.size() && dice.once(3))
            *place = unique;
        else if (at < lines.size() && dice.once(4))
            lines.erase(place);
        else
            lines.insert(place, unique);
        std::string text;
        for (const std::string& line : lines)
            text += (text.empty() ? "" : "\n") + line;
        return text.empty() ? Value() : Value(text);
    }
    case FieldType::Timeline: {
        auto entries = must(readTimeline(now.text()));
        entries.push_back({.id = laptop.machine->clock.newId().toString(),
                           .at = m_now,
                           .by = laptop.user.toString(),
                           .text = unique});
        return Value(writeTimeline(std::move(entries)));
    }
    default: return std::nullopt;
    }
}

std::string World::edit(Laptop& laptop, Dice& dice)
{
    if (!laptop.machine->isOpen())
        return {};
    const char* const entity =
        oneOf({"contact", "contact", "account", "account", "lead", "lead", "activity", "task", "price_list", "product"},
              dice);
    const auto row = anyRow(laptop, entity, dice);
    if (!row)
        return {};
    const std::uint64_t number = m_token;
    if (row->entity->name == "activity" && dice.once(2)) {
        const Milliseconds starts = m_now + static_cast<Milliseconds>(dice.below(1000)) * 1000;
        return commit(laptop, {update(*row, {{"starts", starts}, {"ends", starts + hour}})});
    }
    if (row->entity->name == "lead" && dice.once(3)) {
        const std::string status = row->entity->field("status")->choices[dice.below(6)];
        return commit(laptop, {update(*row, {{"status", status},
                                             {"reason", status + " " + std::to_string(number)},
                                             {"closed_on", "2027-02-0" + std::to_string(1 + number % 9)}})});
    }
    if (row->entity->name == "task" && dice.once(2)) {
        const bool done = dice.once(2);
        return commit(
            laptop, {update(*row, {{"done", std::int64_t{done}}, {"done_on", done ? Value("2027-03-01") : Value()}})});
    }
    static const std::map<std::string, std::vector<const char*>> fields = {
        {"contact", {"department", "job_title", "tags", "notes", "timeline", "address", "consent", "birthday"}},
        {"account",
         {"segment", "next_step", "tags", "notes", "timeline", "address", "employees", "industry", "language",
          "taxation"}},
        {"lead", {"touches", "touches", "last_contact", "tags", "notes", "timeline", "score", "job_title"}},
        {"activity", {"notes", "outcome"}},
        {"task", {"due", "priority", "notes"}},
        {"price_list", {"notes"}},
        {"product", {"family", "unit"}}};
    const auto& names = fields.at(row->entity->name);
    std::vector<std::pair<const char*, Value>> values;
    for (std::uint64_t i = 1 + (dice.once(4) ? 1 : 0); i > 0; --i) {
        const char* name = names[dice.below(names.size())];
        if (isTwin(*row) || row->entity->field(name)->since > laptop.machine->version)
            return {};
        const auto value = newValue(laptop, *row, *row->entity->field(name), dice);
        const bool twice = std::any_of(values.begin(), values.end(),
                                       [&](const auto& each) { return std::string_view(each.first) == name; });
        if (value && !twice)
            values.emplace_back(name, *value);
    }
    std::string wrong = values.empty() ? std::string() : commit(laptop, {update(*row, values)});
    return wrong.empty() && dice.once(4) ? thereAndBack(laptop, dice) : wrong;
}

// A person changes a value, and mostly thinks better of it. Twice changed is not unchanged: somebody else's earlier
// edit of it must lose against that. All meet in one field of few rows.
std::string World::thereAndBack(Laptop& laptop, Dice& dice)
{
    const bool contact = dice.once(2);
    const auto row = anyRow(laptop, contact ? "contact" : "account", dice);
    if (!row)
        return {};
    const char* const field = contact ? "department" : "segment";
    const Value before = row->value(field);
    std::string wrong = commit(laptop, {update(*row, {{field, before == Value("A") ? Value("B") : Value("A")}})});
    if (!wrong.empty() || laptop.machine->disk.dead() || dice.once(3))
        return wrong;
    m_now += 1000;
    const auto changed = must(laptop.machine->replica().find(*row->entity, row->id));
    return changed ? commit(laptop, {update(*changed, {{field, before}})}) : std::string();
}

// Rows that are written in one action must be seen in one.
std::string World::editMany(Laptop& laptop, Dice& dice)
{
    if (!laptop.machine->isOpen())
        return {};
    const auto page = laptop.machine->replica().list({.entity = &schema::entity("activity"), .limit = 200});
    if (!page.ok() || page->rows.empty())
        return {};
    const Record& one = page->rows[dice.below(page->rows.size())];
    std::vector<Edit> edits;
    const std::string text = "o" + std::to_string(m_token);
    if (isTwin(one)) {
        for (const Record& row : page->rows)
            if (isTwin(row) && row.value("notes") == one.value("notes"))
                edits.push_back(update(row, {{"outcome", text}}));
    } else if (const auto lead = anyRow(laptop, "lead", dice)) {
        edits.push_back(update(one, {{"outcome", text}}));
        edits.push_back(update(*lead, {{"touches", *newValue(laptop, *lead, *lead->entity->field("touches"), dice)},
                                       {"job_title", text}}));
    }
    return edits.empty() ? std::string() : commit(laptop, edits);
}

std::string World::add(Laptop& laptop, Dice& dice)
{
    if (!laptop.machine->isOpen())
        return {};
    // Of the step, so that it is the same whatever other steps are left out.
    const std::uint64_t number = 1000 + (m_token * 2) % 8'000'000;
    const std::string name = canary(number);
    const Id id = laptop.machine->clock.newId();
    const auto account = anyRow(laptop, "account", dice);
    std::vector<Edit> edits;
    std::vector<std::pair<std::uint64_t, RowKey>> canaries;
    const auto make = [&](const char* entity, const Id& row, std::uint64_t marked,
                          const std::vector<std::pair<const char*, Value>>& values) {
        edits.push_back(creation(entity, row, values));
        canaries.emplace_back(marked, RowKey{schema::entity(entity).number, row});
    };
    const std::uint64_t what = dice.below(6);
    if (what == 0 && account) {
        make("contact", id, number, {{"last_name", name}, {"account", account->id}});
    } else if (what == 1) {
        make("contact", id, number, {{"last_name", name}});
    } else if (what == 2 && account) {
        const Id other = laptop.machine->clock.newId();
        for (const Id& each : {id, other})
            make("activity", each, number + (each == id ? 0 : 1),
                 {{"kind", "visit"},
                  {"subject", each == id ? name : canary(number + 1)},
                  {"notes", "twin " + id.toString()},
                  {"account", account->id},
                  {"starts", m_now},
                  {"ends", m_now + hour}});
    } else if (what == 3) {
        make("lead", id, number, {{"name", name}, {"touches", std::int64_t{3}}});
    } else if (what == 4) {
        const auto& people = Company::get().people;
        make("task", id, number, {{"title", name}, {"assignee", people[dice.below(people.size())].id}});
        if (account && dice.once(2))
            edits.back().values.emplace_back(*schema::entity("task").indexOf("account"), account->id);
    } else {
        make("account", id, number, {{"name", name}});
        if (account && dice.once(2))
            edits.back().values.emplace_back(*schema::entity("account").indexOf("parent"), account->id);
    }
    if (edits.empty())
        return {};
    for (const auto& [marked, row] : canaries) {
        m_canaries[marked] = row;
        laptop.own.insert(marked);
    }
    return commit(laptop, edits);
}

std::string World::remove(Laptop& laptop, Dice& dice)
{
    if (!laptop.machine->isOpen())
        return {};
    const auto row = anyRow(laptop, oneOf({"contact", "contact", "activity", "task", "lead", "account"}, dice), dice);
    if (!row || isTwin(*row))
        return {};
    if (row->entity->name == "account" && laptop.machine->isOld())
        return {}; // it does not know of the quotes
    // What the server says of a quote by itself counts as an edit of it, which the memory does not foresee.
    const Entity& quote = schema::entity("quote");
    if (row->entity->name == "account" &&
        must(laptop.machine->replica().count(
            {.entity = &quote, .filters = {{*quote.indexOf("account"), Comparison::Equal, Value(row->id)}}})) > 0)
        return {};
    return commit(laptop, {Edit{.kind = OperationKind::Delete, .entity = row->entity, .id = row->id}});
}

std::string World::move(Laptop& laptop, Dice& dice)
{
    if (!laptop.machine->isOpen())
        return {};
    const Company& company = Company::get();
    const Value territory = company.territories[dice.below(company.territories.size())];
    const Value person = company.people[dice.below(company.people.size())].id;
    const auto account = anyRow(laptop, "account", dice);
    switch (dice.below(8)) {
    case 0:
    case 1:
    case 2: return account ? commit(laptop, {update(*account, {{"territory", territory}})}) : std::string();
    case 3: {
        const auto above = anyRow(laptop, "account", dice);
        if (!account || !above || above->id == account->id)
            return {};
        return commit(laptop,
                      {update(*account, {{"parent", above->id}, {"territory", dice.once(2) ? Value() : territory}})});
    }
    case 4: {
        const auto contact = anyRow(laptop, "contact", dice);
        return contact && account ? commit(laptop, {update(*contact, {{"account", account->id}})}) : std::string();
    }
    case 5: {
        const auto lead = anyRow(laptop, "lead", dice);
        return lead ? commit(laptop, {update(*lead, {{"territory", territory}, {"owner", person}})}) : std::string();
    }
    case 6: {
        const auto task = anyRow(laptop, "task", dice);
        return task ? commit(laptop, {update(*task, {{"assignee", person}})}) : std::string();
    }
    default:
        return account ? commit(laptop, {update(*account, {{"owner", person}, {"territory", Value()}})})
                       : std::string();
    }
}

std::string World::rights(Laptop& laptop, Dice& dice)
{
    if (!laptop.machine->isOpen())
        return {};
    const Company& company = Company::get();
    const Id territory = company.territories[dice.below(company.territories.size())];
    const Id person = company.people[dice.below(company.people.size() - 1)].id; // the administrator stays one
    const auto account = anyRow(laptop, "account", dice);
    if (dice.once(3) && account) {
        if (const auto seat = anyRow(laptop, "account_team", dice); seat && dice.once(2))
            return commit(laptop, {Edit{.kind = OperationKind::Delete, .entity = seat->entity, .id = seat->id}});
        return commit(laptop, {creation("account_team", laptop.machine->clock.newId(),
                                        {{"account", account->id}, {"user", person}})});
    }
    const auto user = must(laptop.machine->replica().find(schema::entity("user"), person));
    if (!user)
        return {};
    switch (dice.below(5)) {
    case 0: return commit(laptop, {update(*user, {{"territories", Value()}})});
    case 1:
        return commit(laptop, {update(*user, {{"role", oneOf({"salesperson", "inside_sales", "account_manager",
                                                              "sales_manager", "marketing"},
                                                             dice)}})});
    case 2: {
        const auto node = must(laptop.machine->replica().find(schema::entity("territory"), territory));
        if (!node || territory == company.territories[0])
            return {};
        return commit(laptop, {update(*node, {{"parent", company.territories[dice.below(2)]}})});
    }
    default: {
        auto nodes = must(readList(user->value("territories").text()));
        if (std::find(nodes.begin(), nodes.end(), territory.toString()) == nodes.end())
            nodes.push_back(territory.toString());
        return commit(laptop, {update(*user, {{"territories", writeList(nodes)}})});
    }
    }
}

std::string World::answer(Laptop& laptop, Dice& dice)
{
    if (!laptop.machine->isOpen())
        return {};
    Replica& replica = laptop.machine->replica();
    const auto items = replica.inbox();
    if (!items.ok() || items->empty())
        return {};
    const InboxItem& item = (*items)[dice.below(items->size())];
    const auto row = must(replica.find(*schema::entityNumbered(item.row.entity), item.row.id));
    // An edit that lost against a deletion is taken by the item alone, and the server does the rest: not foreseen.
    // What both sides of a group had alike is not in the inbox, so a reason is not taken without its status.
    const Field* field = row ? row->entity->field(item.field) : nullptr;
    const bool take = field != nullptr && item.rule != rule::deleted && field->since <= laptop.machine->version &&
                      !isTwin(*row) && dice.once(2) && item.field != "status" && item.field != "reason" &&
                      item.field != "closed_on" && item.field != "outcome";
    const auto its = laptop.machine->reading();
    const Status answered = take ? replica.takeInbox(item.id, dice.once(2) ? 'a' : 'b') : replica.dismissInbox(item.id);
    note(answered.ok() ? "answered" : answered.error().message);
    if (tells)
        std::printf("    %s answers %s: %s\n", laptop.machine->login().c_str(), item.field.c_str(),
                    answered.ok() ? "saved" : answered.error().message.c_str());
    return {};
}

} // namespace satchel::simulation
