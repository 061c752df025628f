// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Template.h"
#include "core/base/Files.h"
#include "ui/documents/TemplateFile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <cassert>

// The resource is named outside of any namespace.
static void makeTemplateKnown()
{
    Q_INIT_RESOURCE(documents);
}

namespace satchel::documents {

namespace {

constexpr const char* standardFolder = ":/documents/quote";

std::string withoutRegion(const std::string& language)
{
    return language.substr(0, language.find_first_of("-_"));
}

} // namespace

bool Template::has(Block block) const
{
    return std::find(blocks.begin(), blocks.end(), block) != blocks.end();
}

const Words& Template::wordsFor(const std::string& language) const
{
    std::string tag = language;
    std::replace(tag.begin(), tag.end(), '_', '-');
    for (; !tag.empty(); tag.resize(tag.rfind('-') == std::string::npos ? 0 : tag.rfind('-')))
        if (const auto found = words.find(tag); found != words.end())
            return found->second;
    if (const auto found = words.find(withoutRegion(language)); found != words.end())
        return found->second;
    assert(words.contains("en"));
    return words.at("en");
}

const Template& Template::standard()
{
    static const Template made = [] {
        auto result = read(standardFolder);
        assert(result);
        return std::move(result).value();
    }();
    return made;
}

Result<Template> Template::read(const std::string& folder)
{
    makeTemplateKnown();
    return readTemplate(folder);
}

Status exportTemplate(const std::string& folder)
{
    makeTemplateKnown();
    if (fileLength(folder + "/template.json"))
        return Error{ErrorKind::Conflict, "There is a template in \"" + folder + "\" already; it was left as it is."};
    const QDir from{QLatin1String(standardFolder)};
    QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
    QStringList names;
    while (files.hasNext())
        names += from.relativeFilePath(files.next());
    names.sort(); // template.json comes before words/, and is written last: a folder that has one is whole
    SATCHEL_TRY(makePrivateFolder(folder + "/words"));
    for (auto name = names.crbegin(); name != names.crend(); ++name) {
        QFile file(from.filePath(*name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Internal, "The template that comes with Satchel could not be read."};
        SATCHEL_TRY(writeFile(folder + '/' + name->toStdString(), file.readAll().toStdString()));
    }
    return Ok{};
}

} // namespace satchel::documents
