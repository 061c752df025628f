// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/MortalDisk.h"

#include <QDir>
#include <algorithm>
#include <filesystem>
#include <fstream>

namespace satchel::test {

namespace {

constexpr std::size_t sector = 512;

} // namespace

MortalDisk::MortalDisk(const QString& folder, const QStringList& without) : m_without(without)
{
    for (const QString& name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        if (isLeftOut(name.toStdString()))
            continue;
        File file{.settled = contentOf(folder + QLatin1Char('/') + name).toStdString()};
        file.length = static_cast<std::int64_t>(file.settled.size());
        m_names[name.toStdString()] = m_files.size();
        m_files.push_back(std::move(file));
    }
    m_settledNames = m_names;
}

bool MortalDisk::isLeftOut(const std::string& name) const
{
    return m_without.contains(QString::fromStdString(name));
}

void MortalDisk::happen(const Deed& deed)
{
    using Kind = Deed::Kind;
    if (deed.kind == Kind::Said || deed.kind == Kind::Answered || isLeftOut(deed.file))
        return;
    const auto named = m_names.find(deed.file);
    switch (deed.kind) {
    case Kind::Name:
        if (named != m_names.end())
            return;
        m_files.emplace_back();
        m_unsettledNames.emplace_back(deed, m_files.size() - 1);
        m_names[deed.file] = m_files.size() - 1;
        return;
    case Kind::SettleFolder:
        m_unsettledNames.clear();
        m_settledNames = m_names;
        return;
    case Kind::Remove:
    case Kind::Rename:
        if (named == m_names.end())
            return;
        m_unsettledNames.emplace_back(deed, named->second);
        rename(m_names, deed, named->second);
        return;
    case Kind::Settle: {
        if (named == m_names.end())
            return;
        File& file = m_files[named->second];
        for (const Change& change : file.unsettled)
            apply(change, file.settled);
        file.unsettled.clear();
        return;
    }
    case Kind::Cut: return change(deed.file, {.at = deed.at, .isCut = true});
    default: return change(deed.file, {.at = deed.at, .bytes = deed.bytes});
    }
}

void MortalDisk::rename(Names& names, const Deed& deed, std::size_t number)
{
    if (deed.kind != Deed::Kind::Name)
        names.erase(deed.file);
    if (deed.kind != Deed::Kind::Remove)
        names[deed.kind == Deed::Kind::Name ? deed.file : deed.to] = number;
}

void MortalDisk::change(const std::string& name, Change change)
{
    const auto named = m_names.find(name);
    if (named == m_names.end())
        return; // of a file that has no name any more nothing is found
    File& file = m_files[named->second];
    if (change.at < 0)
        change.at = file.length;
    file.length =
        change.isCut ? change.at : std::max(file.length, change.at + static_cast<std::int64_t>(change.bytes.size()));
    file.unsettled.push_back(std::move(change));
}

void MortalDisk::apply(const Change& change, std::string& content)
{
    const auto at = static_cast<std::size_t>(change.at);
    if (change.isCut) {
        content.resize(at);
        return;
    }
    content.resize(std::max(content.size(), at + change.bytes.size()));
    std::copy(change.bytes.begin(), change.bytes.end(), content.begin() + change.at);
}

std::string MortalDisk::content(const File& file, Keeps keeps, std::mt19937_64& dice)
{
    std::string content = file.settled;
    const auto threshold = 1 + dice() % 9; // now nearly all, now hardly any
    for (const Change& change : file.unsettled) {
        if (keeps == Keeps::None || (keeps != Keeps::All && dice() % 10 >= threshold))
            continue;
        if (keeps != Keeps::Torn || change.isCut || dice() % 2 == 0) {
            apply(change, content);
            continue;
        }
        // Some of its sectors; where it makes the file longer, what is missing may be there as zeros.
        const auto begin = static_cast<std::size_t>(change.at);
        if (dice() % 2 == 0)
            content.resize(std::max(content.size(), begin + change.bytes.size()));
        for (std::size_t at = begin; at < begin + change.bytes.size();) {
            const std::size_t next = std::min((at / sector + 1) * sector, begin + change.bytes.size());
            if (dice() % 2 == 0)
                apply({.at = static_cast<std::int64_t>(at), .bytes = change.bytes.substr(at - begin, next - at)},
                      content);
            at = next;
        }
    }
    return content;
}

void MortalDisk::leave(const std::string& folder, Keeps keeps, std::mt19937_64& dice) const
{
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        std::filesystem::remove_all(entry);
    const std::size_t unsettled = m_unsettledNames.size();
    std::size_t kept = keeps == Keeps::None ? 0 : keeps == Keeps::All ? unsettled : dice() % (unsettled + 1);
    Names names = m_settledNames;
    for (const auto& [deed, number] : m_unsettledNames)
        if (kept-- > 0)
            rename(names, deed, number);
        else
            break;
    for (const auto& [name, number] : names) {
        const std::string bytes = content(m_files[number], keeps, dice);
        std::ofstream file(folder + "/" + name, std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
}

} // namespace satchel::test
