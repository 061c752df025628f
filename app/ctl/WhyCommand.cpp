// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Commands.h"
#include "app/ctl/Session.h"
#include "core/schema/Wording.h"
#include "core/store/Incidents.h"
#include "core/store/Reasons.h"

namespace satchel::ctl {

namespace {

const char* stateName(Reasons::State state)
{
    switch (state) {
    case Reasons::State::Here: return "here";
    case Reasons::State::OnlyHere: return "only_here";
    case Reasons::State::Removing: return "removing";
    case Reasons::State::Deleted: return "deleted";
    case Reasons::State::Left: return "left";
    case Reasons::State::Gone: return "gone";
    case Reasons::State::Unknown: return "unknown";
    }
    return "";
}

const char* kindName(ScopeKind kind)
{
    switch (kind) {
    case ScopeKind::Company: return "company";
    case ScopeKind::Catalogue: return "catalogue";
    case ScopeKind::Territory: return "territory";
    case ScopeKind::Leads: return "leads";
    case ScopeKind::Marketing: return "marketing";
    case ScopeKind::Team: return "team";
    case ScopeKind::User: return "user";
    case ScopeKind::Margin: return "margin";
    case ScopeKind::Device: return "device";
    }
    return "";
}

std::string spokenRow(const RowKey& row, const std::string& label)
{
    return spoken(schema::entityNumbered(row.entity)->name) + (label.empty() ? "" : " " + inQuotes(label));
}

// "it is in the territory North, which is yours as salesperson"
std::string becauseOf(const Reasons::Membership& membership, const Reasons& reasons, Role role)
{
    const std::string who = membership.throughRoot && reasons.root
                                ? "its " + spokenRow(*reasons.root, reasons.rootLabel)
                                : std::string("it");
    const std::string as = ", which is yours as " + spoken(roleName(role));
    switch (membership.scope.kind) {
    case ScopeKind::Company:
    case ScopeKind::Margin:
    case ScopeKind::Catalogue: return "it is in " + membership.name;
    case ScopeKind::Territory:
    case ScopeKind::Leads:
    case ScopeKind::Marketing: return who + " is in " + membership.name + as;
    case ScopeKind::Team:
        return who + " belongs to " + membership.name + (role == Role::Administrator ? as : ", on which you sit");
    case ScopeKind::User:
        if (role == Role::Administrator && membership.name != "your own records")
            return who + " is in " + membership.name + as;
        if (membership.throughRoot)
            return who + " is your own";
        return schema::entityNumbered(reasons.row.entity)->name == "task"
                   ? "it is assigned to you"
                   : "it is your own and hangs on nothing that others share";
    case ScopeKind::Device: return "it is about this device";
    }
    return std::string();
}

std::string unsentWords(const Reasons& reasons)
{
    if (reasons.unsent == 0)
        return std::string();
    return reasons.unsent == 1
               ? "One change of yours to it has not been answered by the server yet.\n"
               : std::to_string(reasons.unsent) + " changes of yours to it have not been answered by the server yet.\n";
}

std::string when(const Reasons& reasons)
{
    return formatInstant(reasons.at) + ", at checkpoint " + std::to_string(reasons.seq);
}

Result<std::string> presentWords(const Reasons& reasons, Role role)
{
    const std::string row = "The " + spokenRow(reasons.row, reasons.label);
    if (reasons.state == Reasons::State::OnlyHere)
        return row + " is here because it was made on this laptop; the server does not know it yet.\n";
    std::string text;
    for (const Reasons::Membership& membership : reasons.memberships)
        text += (text.empty() ? row + " is here because " : "It is here also because ") +
                becauseOf(membership, reasons, role) + ".\n";
    if (text.empty())
        text = row + " is here, but in none of your scopes; it goes with the next sync.\n";
    if (reasons.root)
        text += "It follows its " + spokenRow(*reasons.root, reasons.rootLabel) + ": where that goes, it goes.\n";
    return text;
}

Result<std::string> absentWords(const Reasons& reasons, Session& session)
{
    const std::string kind = "The " + spoken(schema::entityNumbered(reasons.row.entity)->name);
    switch (reasons.state) {
    case Reasons::State::Removing:
        return kind + " is not here because you have deleted it on this laptop; the server does not know that yet.\n";
    case Reasons::State::Deleted: {
        if (reasons.by.isNull())
            return kind + " was here and has been deleted; this laptop learned of it on " + when(reasons) + ".\n";
        SATCHEL_ASSIGN(const std::string by, session.loginOf(reasons.by));
        return kind + " was here and has been deleted by " + by + " on " + formatInstant(reasons.deletedAt) +
               "; this laptop learned of it on " + when(reasons) + ".\n";
    }
    case Reasons::State::Left:
        return kind + " was here and has left your area (it was not deleted); this laptop learned of it on " +
               when(reasons) + ".\n";
    case Reasons::State::Gone:
        return kind +
               " was here; while what it hung on was out of your sight it was deleted or moved away, which of the "
               "two this laptop is not told. It noticed on " +
               when(reasons) + ".\n";
    default:
        return std::string(
            "A record with this id has never been on this laptop. The server does not say whether "
            "records outside of your area exist; it may also have been made elsewhere since the last sync.\n");
    }
}

Json rowJson(const RowKey& row, const std::string& label)
{
    return {{"entity", schema::entityNumbered(row.entity)->name}, {"id", row.id.toString()}, {"label", label}};
}

Result<Json> whyJson(const Reasons& reasons, Session& session)
{
    const bool here = reasons.state == Reasons::State::Here || reasons.state == Reasons::State::OnlyHere;
    Json json = {{"entity", schema::entityNumbered(reasons.row.entity)->name},
                 {"id", reasons.row.id.toString()},
                 {"here", here},
                 {"state", stateName(reasons.state)},
                 {"label", here ? Json(reasons.label) : Json(nullptr)},
                 {"unsent", reasons.unsent}};
    json["root"] = reasons.root ? rowJson(*reasons.root, reasons.rootLabel) : Json(nullptr);
    json["scopes"] = Json::array();
    for (const Reasons::Membership& each : reasons.memberships)
        json["scopes"].push_back({{"kind", kindName(each.scope.kind)},
                                  {"id", each.scope.id.isNull() ? Json(nullptr) : Json(each.scope.id.toString())},
                                  {"name", each.name},
                                  {"through_root", each.throughRoot}});
    if (reasons.at != 0) {
        json["since"] = formatInstant(reasons.at);
        json["checkpoint"] = reasons.seq;
    }
    if (!reasons.by.isNull()) {
        SATCHEL_ASSIGN(const std::string by, session.loginOf(reasons.by));
        json["deleted_by"] = by;
        json["deleted_at"] = formatInstant(reasons.deletedAt);
    }
    return json;
}

} // namespace

Result<Reply> why(const Arguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const Entity* entity, entityNamed(arguments.entity));
    // A record that is not here has no other name than its id.
    Id id = Id::parse(arguments.id).value_or(Id{});
    if (id.isNull()) {
        SATCHEL_ASSIGN(id, session.replica().resolve(*entity, arguments.id));
    }
    SATCHEL_ASSIGN(const Reasons reasons, Reasons::of(session.replica(), {entity->number, id}));
    const bool here = reasons.state == Reasons::State::Here || reasons.state == Reasons::State::OnlyHere;
    Reply reply;
    SATCHEL_ASSIGN(reply.text, here ? presentWords(reasons, session.identity()->role) : absentWords(reasons, session));
    reply.text += unsentWords(reasons);
    SATCHEL_ASSIGN(reply.json, whyJson(reasons, session));
    return reply;
}

Result<Reply> listIncidents(const Arguments&, Session& session)
{
    SATCHEL_ASSIGN(const auto all, incidents(session.replica()));
    Reply reply;
    Json rows = Json::array();
    for (const Incident& incident : all) {
        Json row = {{"at", formatInstant(incident.at)}, {"text", incident.text}};
        if (incident.scope) {
            row["scope"] = kindName(incident.scope->kind);
            row["scope_id"] = incident.scope->id.isNull() ? Json(nullptr) : Json(incident.scope->id.toString());
            const Entity* entity = schema::entityNumbered(incident.entity);
            row["entity"] = entity == nullptr ? Json(nullptr) : Json(entity->name);
            row["changed"] = incident.changed;
            row["missing"] = incident.missing;
            row["too_many"] = incident.foreign;
        }
        rows.push_back(std::move(row));
        reply.text += formatInstant(incident.at) + "  " + incident.text + "\n";
    }
    if (all.empty())
        reply.text = "Nothing has gone wrong on this laptop.\n";
    reply.json = {{"rows", rows}};
    return reply;
}

} // namespace satchel::ctl
