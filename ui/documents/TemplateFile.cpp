// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/TemplateFile.h"

#include <QDir>
#include <QFile>
#include <QStringList>

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <optional>
#include <set>

namespace satchel::documents {

namespace {

using nlohmann::json;

constexpr qint64 largestFile = 1'000'000;
constexpr double millimetre = 72.0 / 25.4;
constexpr const char* mainFile = "template.json";

template <typename T>
struct Named {
    const char* name;
    T value;
};

constexpr std::array<Named<Column>, 10> columnNames{{{"position", Column::Position},
                                                     {"description", Column::Description},
                                                     {"code", Column::Code},
                                                     {"part_number", Column::PartNumber},
                                                     {"quantity", Column::Quantity},
                                                     {"unit", Column::Unit},
                                                     {"unit_price", Column::UnitPrice},
                                                     {"discount", Column::Discount},
                                                     {"tax", Column::Tax},
                                                     {"net", Column::Net}}};
constexpr std::array<Named<Block>, 12> blockNames{{{"letterhead", Block::Letterhead},
                                                   {"sender", Block::Sender},
                                                   {"address", Block::Address},
                                                   {"details", Block::Details},
                                                   {"title", Block::Title},
                                                   {"introduction", Block::Introduction},
                                                   {"lines", Block::Lines},
                                                   {"totals", Block::Totals},
                                                   {"taxation", Block::Taxation},
                                                   {"terms", Block::Terms},
                                                   {"acceptance", Block::Acceptance},
                                                   {"footer", Block::Footer}}};

Error wrong(const std::string& file, const std::string& key, const std::string& what)
{
    return invalid("The template's file " + file + (key.empty() ? " " : ": \"" + key + "\" ") + what + '.', key);
}

Result<json> readJson(const std::string& folder, const std::string& name)
{
    QFile file(QDir(QString::fromStdString(folder)).filePath(QString::fromStdString(name)));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound,
                     "There is no file " + name + " to read in the template's folder \"" + folder + "\"."};
    if (file.size() > largestFile)
        return wrong(name, "", "is larger than one megabyte");
    const QByteArray text = file.readAll();
    // The last value of a key that stands there twice would win unseen.
    std::vector<std::set<std::string>> seen;
    std::string twice;
    const auto watch = [&](int, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::object_start)
            seen.emplace_back();
        else if (event == json::parse_event_t::object_end)
            seen.pop_back();
        else if (event == json::parse_event_t::key && !seen.back().insert(parsed.get<std::string>()).second)
            twice = parsed.get<std::string>();
        return true;
    };
    try {
        json read = json::parse(text.begin(), text.end(), watch);
        if (!twice.empty())
            return wrong(name, twice, "stands there twice");
        if (!read.is_object())
            return wrong(name, "", "is not a JSON object");
        return read;
    } catch (const json::parse_error& error) {
        const auto line = text.left(qsizetype(error.byte)).count('\n') + 1;
        return wrong(name, "", "is not JSON: line " + std::to_string(line) + " cannot be read");
    }
}

// Takes the values of one object of template.json one by one; the first thing that is wrong is kept.
class Reader {
public:
    Reader(const json& object, std::string path, std::optional<Error>& fault)
        : m_object(object), m_path(std::move(path)), m_fault(fault)
    {}

    ~Reader()
    {
        for (const auto& [key, value] : m_object.items())
            if (!m_known.contains(key))
                complain(key, "is no key of a template");
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    double number(const char* key, double least, double most)
    {
        const json* value = take(key);
        if (value && value->is_number() && value->get<double>() >= least && value->get<double>() <= most)
            return value->get<double>();
        if (value)
            complain(key, "must be a number from " + shown(least) + " to " + shown(most));
        return least;
    }

    double length(const char* key, double least, double most) { return number(key, least, most) * millimetre; }

    Colour colour(const char* key)
    {
        const std::string text = string(key);
        const auto isHex = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        };
        if (text.size() != 7 || text[0] != '#' || !std::all_of(text.begin() + 1, text.end(), isHex)) {
            complain(key, "must be a colour such as #1f5c8b");
            return {};
        }
        const auto part = [&text](std::size_t at) { return std::stoi(text.substr(at, 2), nullptr, 16) / 255.0; };
        return {part(1), part(3), part(5)};
    }

    std::string string(const char* key)
    {
        const json* value = take(key);
        if (value && value->is_string())
            return value->get<std::string>();
        if (value)
            complain(key, "must be a text");
        return {};
    }

    std::vector<std::string> strings(const char* key)
    {
        const json* value = take(key);
        std::vector<std::string> texts;
        if (!value)
            return texts;
        if (value->is_array())
            for (const json& each : *value)
                if (each.is_string() && !each.get<std::string>().empty())
                    texts.push_back(each.get<std::string>());
        if (!value->is_array() || texts.empty() || texts.size() != value->size())
            complain(key, "must be a list of texts");
        return texts;
    }

    // The values that a list of names stands for, each at most once.
    template <typename T, std::size_t n>
    std::vector<T> choices(const char* key, const std::array<Named<T>, n>& names)
    {
        std::vector<T> chosen;
        for (const std::string& text : strings(key)) {
            const auto* found =
                std::find_if(names.begin(), names.end(), [&](const auto& each) { return text == each.name; });
            if (found == names.end())
                complain(key, "has \"" + text + "\" in it, which is no " +
                                  std::string(key).substr(0, std::string(key).size() - 1));
            else if (std::find(chosen.begin(), chosen.end(), found->value) != chosen.end())
                complain(key, "names \"" + text + "\" twice");
            else
                chosen.push_back(found->value);
        }
        return chosen;
    }

    const json& object(const char* key)
    {
        static const json none = json::object();
        const json* value = take(key);
        if (value && value->is_object())
            return *value;
        if (value)
            complain(key, "must be an object");
        return none;
    }

    void complain(const std::string& key, const std::string& what)
    {
        if (!m_fault)
            m_fault = wrong(mainFile, m_path + key, what);
    }

private:
    const json* take(const char* key)
    {
        m_known.insert(key);
        const auto found = m_object.find(key);
        if (found != m_object.end())
            return &*found;
        complain(key, "is missing");
        return nullptr;
    }

    static std::string shown(double value)
    {
        std::string text = std::to_string(value);
        text.erase(text.find_last_not_of('0') + 1);
        return text.back() == '.' ? text.substr(0, text.size() - 1) : text;
    }

    const json& m_object;
    std::string m_path;
    std::optional<Error>& m_fault;
    std::set<std::string> m_known;
};

void readPage(Reader& top, Template& made, std::optional<Error>& fault)
{
    Reader page(top.object("page"), "page.", fault);
    const std::string size = page.string("size");
    if (size != "A4" && size != "Letter")
        page.complain("size", "must be A4 or Letter");
    made.pageWidth = size == "Letter" ? 612 : 210 * millimetre;
    made.pageHeight = size == "Letter" ? 792 : 297 * millimetre;
    Reader margins(page.object("margins"), "page.margins.", fault);
    made.marginTop = margins.length("top", 5, 60);
    made.marginEnd = margins.length("end", 5, 60);
    made.marginBottom = margins.length("bottom", 5, 60);
    made.marginStart = margins.length("start", 5, 60);
}

void readLook(Reader& top, Template& made, std::optional<Error>& fault)
{
    for (const std::string& font : top.strings("fonts")) {
        if (font.find(',') != std::string::npos)
            top.complain("fonts", "has a comma in a name");
        made.fonts += (made.fonts.empty() ? "" : ",") + font;
    }
    Reader sizes(top.object("sizes"), "sizes.", fault);
    made.textSize = sizes.number("text", 5, 16);
    made.smallSize = sizes.number("small", 5, 14);
    made.titleSize = sizes.number("title", 8, 40);
    made.groupSize = sizes.number("group", 6, 20);
    made.totalSize = sizes.number("total", 6, 20);
    made.lineHeight = top.number("line_height", 0.9, 2);
    Reader colours(top.object("colours"), "colours.", fault);
    made.text = colours.colour("text");
    made.muted = colours.colour("muted");
    made.accent = colours.colour("accent");
    made.rule = colours.colour("rule");
    made.panel = colours.colour("panel");
}

void readBoxes(Reader& top, Template& made, std::optional<Error>& fault)
{
    Reader logo(top.object("logo"), "logo.", fault);
    made.logoWidth = logo.length("width", 5, 150);
    made.logoHeight = logo.length("height", 5, 40);
    Reader address(top.object("address"), "address.", fault);
    made.addressTop = address.length("top", 20, 90);
    made.addressWidth = address.length("width", 50, 110);
    made.addressHeight = address.length("height", 25, 70);
    Reader details(top.object("details"), "details.", fault);
    made.detailsWidth = details.length("width", 40, 110);
}

std::optional<Error> readMain(const json& file, Template& made)
{
    std::optional<Error> fault;
    {
        Reader top(file, "", fault);
        if (top.number("format", 1, 1) != 1)
            top.complain("format", "must be 1");
        readPage(top, made, fault);
        readLook(top, made, fault);
        readBoxes(top, made, fault);
        made.columns = top.choices("columns", columnNames);
        made.blocks = top.choices("blocks", blockNames);
        const auto hasColumn = [&made](Column column) {
            return std::find(made.columns.begin(), made.columns.end(), column) != made.columns.end();
        };
        if (!hasColumn(Column::Description) || !hasColumn(Column::Net))
            top.complain("columns", "must have \"description\" and \"net\" in it");
        if (!made.has(Block::Lines))
            top.complain("blocks", "must have \"lines\" in it");
        if (made.has(Block::Address) && made.has(Block::Details) &&
            made.marginStart + made.addressWidth + made.detailsWidth + made.marginEnd > made.pageWidth)
            top.complain("details.width", "leaves no room for the address beside it");
    }
    return fault;
}

// How many of %1 and %2 a phrase has.
std::array<bool, 2> places(const std::string& phrase)
{
    return {phrase.find("%1") != std::string::npos, phrase.find("%2") != std::string::npos};
}

Status takePhrases(const std::string& name, const json& file, const Words* pattern, Words& words)
{
    for (const auto& [key, value] : file.items()) {
        if (key == "extends")
            continue;
        if (pattern && !pattern->phrases.contains(key))
            return wrong(name, key, "is no phrase of a quote");
        if (!value.is_string() || value.get_ref<const std::string&>().empty())
            return wrong(name, key, "must be a text");
        const auto& phrase = value.get_ref<const std::string&>();
        if (pattern && places(phrase) != places(pattern->phrases.at(key)))
            return wrong(name, key, "must have the same %1 and %2 as in words/en.json");
        words.phrases[key] = phrase;
    }
    if (pattern)
        for (const auto& [key, phrase] : pattern->phrases)
            if (!words.phrases.contains(key))
                return wrong(name, key, "is missing");
    const std::string& direction = words.phrases["direction"];
    if (direction != "ltr" && direction != "rtl")
        return wrong(name, "direction", "must be ltr or rtl");
    words.rightToLeft = direction == "rtl";
    return Ok{};
}

// The compiled-in English words say which phrases there are; a folder's own English ones must be complete as well.
Result<Words> patternWords()
{
    Words words;
    SATCHEL_ASSIGN(const json file, readJson(":/documents/quote", "words/en.json"));
    SATCHEL_TRY(takePhrases("words/en.json", file, nullptr, words));
    return words;
}

Status readWords(const std::string& folder, Template& made)
{
    SATCHEL_ASSIGN(const Words pattern, patternWords());
    const QDir where(QDir(QString::fromStdString(folder)).filePath(QStringLiteral("words")));
    std::map<std::string, json> extending;
    for (const QString& file : where.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const std::string name = "words/" + file.toStdString();
        SATCHEL_ASSIGN(const json read, readJson(folder, name));
        const std::string language = file.chopped(5).toStdString();
        if (read.contains("extends")) {
            extending[language] = read;
            continue;
        }
        Words words{.language = language};
        SATCHEL_TRY(takePhrases(name, read, &pattern, words));
        made.words[language] = std::move(words);
    }
    for (const auto& [language, read] : extending) {
        const std::string name = "words/" + language + ".json";
        const auto base =
            read["extends"].is_string() ? made.words.find(read["extends"].get<std::string>()) : made.words.end();
        if (base == made.words.end() || extending.contains(base->first))
            return wrong(name, "extends", "must be the language of a complete file in words");
        Words words = base->second;
        words.language = language;
        SATCHEL_TRY(takePhrases(name, read, &pattern, words));
        made.words[language] = std::move(words);
    }
    if (!made.words.contains("en"))
        return Error{ErrorKind::NotFound,
                     "There is no file words/en.json to read in the template's folder \"" + folder + "\"."};
    return Ok{};
}

} // namespace

Result<Template> readTemplate(const std::string& folder)
{
    Template made;
    SATCHEL_ASSIGN(const json file, readJson(folder, mainFile));
    if (const auto fault = readMain(file, made))
        return *fault;
    SATCHEL_TRY(readWords(folder, made));
    return made;
}

} // namespace satchel::documents
