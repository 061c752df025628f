// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/QuoteLines.h"
#include "ui/documents/Text.h"

#include <algorithm>
#include <map>
#include <set>

namespace satchel::documents {

namespace {

using pricing::Document;
using Line = QuotePaper::Line;
using Group = QuotePaper::Group;

class Arranger {
public:
    Arranger(const Document& document, const std::string& home, const Words& words, const Formats& formats)
        : m_document(document), m_home(home), m_words(words), m_formats(formats)
    {
        std::set<Id> groups;
        for (const Document::Group& group : document.groups)
            groups.insert(group.id);
        for (const Document::Line& line : document.lines) {
            m_lines[line.id] = &line;
            if (line.chosen && !line.alternativeTo.isNull())
                m_chosen.try_emplace(line.alternativeTo, line.id);
        }
        for (const Document::Line& line : document.lines) {
            if (const auto* bundle = bundleOf(line))
                m_parts[bundle->id].push_back(&line);
            else
                m_whole[groups.contains(line.group) ? line.group : Id{}].push_back(&line);
        }
    }

    std::vector<Group> arrange()
    {
        addGroup({}, nullptr);
        for (const Document::Group& group : m_document.groups)
            addGroup(group.id, &group);
        std::erase_if(m_groups, [](const Group& group) { return !group.source && group.lines.empty(); });
        for (Group& group : m_groups)
            for (Line& line : group.lines)
                writeRemark(line);
        return std::move(m_groups);
    }

private:
    // The bundle a line is a part of, if it stands in the same group; a circle of parts has none.
    const Document::Line* bundleOf(const Document::Line& line) const
    {
        const auto next = [this](const Document::Line& from) -> const Document::Line* {
            const auto found = m_lines.find(from.partOf);
            return from.partOf.isNull() || found == m_lines.end() || found->second->group != from.group ? nullptr
                                                                                                        : found->second;
        };
        std::set<const Document::Line*> met{&line};
        for (const auto* above = next(line); above; above = next(*above))
            if (!met.insert(above).second)
                return nullptr;
        return next(line);
    }

    void addGroup(const Id& id, const Document::Group* source)
    {
        Group group{.source = source};
        if (source) {
            group.number = m_formats.count(++m_number);
            group.title = oneLine(source->title);
            group.text = plain(source->text);
            group.subtotalLabel = m_words.with("subtotal", group.title.empty() ? group.number : group.title);
            group.subtotal = m_formats.amount(source->subtotal);
        }
        int within = 0;
        for (const Document::Line* line : m_whole[id]) {
            const int number = line->kind == Document::Kind::Text ? 0 : source ? ++within : ++m_number;
            addLine(group, *line, (source ? group.number + '.' : std::string()) + m_formats.count(number), 0);
        }
        group.carried = m_carried;
        m_groups.push_back(std::move(group));
    }

    void addLine(Group& group, const Document::Line& source, const std::string& number, int depth)
    {
        Line line{.source = &source, .depth = depth};
        line.description = plain(source.description);
        if (!line.isText()) {
            line.number = number;
            m_numbers[source.id] = number;
            writeAmounts(line);
            writeNotes(line);
            if (source.counted)
                m_carried.units += source.net.units;
        }
        line.carried = m_carried;
        group.lines.push_back(std::move(line));
        int within = 0;
        for (const Document::Line* part : m_parts[source.id])
            addLine(group, *part,
                    number + '.' + m_formats.count(part->kind == Document::Kind::Text ? within : ++within), depth + 1);
    }

    void writeAmounts(Line& line) const
    {
        const Document::Line& source = *line.source;
        line.quantity = m_formats.number(source.quantity);
        line.unit = oneLine(source.unit);
        line.tax = m_formats.percent(source.taxPercent);
        const bool costsNothing = source.unitPrice.units == 0 && source.net.units == 0;
        if (costsNothing && (source.free || !source.partOf.isNull())) {
            line.net = m_words[source.free ? "free" : "included"];
            return;
        }
        if (costsNothing && !source.handPrice && !source.listPrice) { // a draft's line that has no price yet
            line.unitPrice = line.net = "\u2013";
            return;
        }
        line.price = source.handPrice ? source.handPrice : source.listPrice ? source.listPrice : source.unitPrice;
        line.unitPrice = m_formats.amount(*line.price);
        std::vector<std::string> discounts;
        if (source.discountPercent.units != 0)
            discounts.push_back(m_formats.percent(source.discountPercent));
        if (source.discountAmount.units != 0)
            discounts.push_back(m_formats.amount({-source.discountAmount.units}));
        line.discount = joined(discounts, "\n");
        line.net = m_formats.amount(source.net);
    }

    void writeNotes(Line& line) const
    {
        const Document::Line& source = *line.source;
        line.code = oneLine(source.code);
        line.partNumber = oneLine(source.partNumber);
        const auto add = [&line, this](const char* label, const std::string& text) {
            if (!text.empty())
                line.notes.push_back(m_words.labelled(label, text));
        };
        add("offer", oneLine(source.promotionName));
        const bool elsewhere =
            source.shipToName != m_document.shipToName || !(source.shipToAddress == m_document.shipToAddress);
        const bool hasPlace = !source.shipToName.empty() || !(source.shipToAddress == Document::Address{});
        if (hasPlace && elsewhere) {
            std::vector<std::string> parts{oneLine(source.shipToName)};
            for (const std::string& each : addressLines(source.shipToAddress, m_home))
                parts.push_back(each);
            add("ship_to", joined(parts, ", "));
        }
        if (source.deliveryDate != m_document.deliveryDate)
            add("delivery", m_formats.date(source.deliveryDate));
    }

    // What a reader must know of a line that does not count, or counts because it was chosen.
    void writeRemark(Line& line) const
    {
        const Document::Line& source = *line.source;
        if (line.isText())
            return;
        if (source.role == Document::Role::Normal) {
            if (!source.counted)
                line.remark = joined({replacedBy(source), m_words["not_counted"]}, " \u2013 ");
            return;
        }
        const bool optional = source.role == Document::Role::Optional;
        if (source.counted) {
            const std::string instead = numberOf(source.alternativeTo);
            line.remark =
                optional || instead.empty() ? m_words["optional_chosen"] : m_words.with("alternative_chosen", instead);
            return;
        }
        const std::string to = numberOf(source.alternativeTo);
        const std::string what = optional     ? m_words["optional"]
                                 : to.empty() ? m_words["alternative"]
                                              : m_words.with("alternative_to", to);
        line.remark = joined({what, m_words["not_counted"]}, " \u2013 ");
    }

    std::string replacedBy(const Document::Line& source) const
    {
        const auto chosen = m_chosen.find(source.id);
        if (chosen != m_chosen.end() && !numberOf(chosen->second).empty())
            return m_words.with("replaced", numberOf(chosen->second));
        return {};
    }

    std::string numberOf(const Id& id) const
    {
        const auto found = m_numbers.find(id);
        return found == m_numbers.end() ? std::string() : found->second;
    }

    const Document& m_document;
    const std::string& m_home;
    const Words& m_words;
    const Formats& m_formats;
    std::map<Id, const Document::Line*> m_lines;
    std::map<Id, std::vector<const Document::Line*>> m_whole; ///< by group, without the parts of bundles
    std::map<Id, std::vector<const Document::Line*>> m_parts; ///< by bundle
    std::map<Id, Id> m_chosen;                                ///< the alternative that was chosen, by what it replaces
    std::map<Id, std::string> m_numbers;
    std::vector<Group> m_groups;
    Decimal m_carried;
    int m_number = 0;
};

} // namespace

std::vector<Group> groupsOf(const Document& document, const std::string& home, const Words& words,
                            const Formats& formats)
{
    return Arranger(document, home, words, formats).arrange();
}

} // namespace satchel::documents
