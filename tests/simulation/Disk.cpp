// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Disk.h"

#include <algorithm>
#include <cstring>

namespace satchel::simulation {

namespace {

constexpr std::int64_t sector = 512;

// Lays a write over the bytes, the part from `begin` to `end` of it.
void lay(std::string& bytes, const DiskFile::Write& write, std::int64_t begin, std::int64_t end)
{
    if (end <= begin)
        return;
    if (static_cast<std::int64_t>(bytes.size()) < write.offset + end)
        bytes.resize(static_cast<std::size_t>(write.offset + end), '\0');
    std::memcpy(bytes.data() + write.offset + begin, write.is.data() + begin, static_cast<std::size_t>(end - begin));
}

} // namespace

Disk::Outcome Disk::step()
{
    if (m_dead)
        return Outcome::Failed;
    ++m_steps;
    if (m_killIn >= 0 && m_killIn-- == 0) {
        m_dead = true;
        return Outcome::Failed;
    }
    return m_failIn >= 0 && m_failIn-- == 0 ? Outcome::Failed : Outcome::Done;
}

void Disk::calm()
{
    m_killIn = -1;
    m_failIn = -1;
    m_full = false;
}

std::shared_ptr<DiskFile> Disk::find(const std::string& name) const
{
    const auto found = m_files.find(name);
    return found == m_files.end() ? nullptr : found->second;
}

std::shared_ptr<DiskFile> Disk::newFile()
{
    auto file = std::make_shared<DiskFile>();
    file->made = ++m_made;
    return file;
}

std::shared_ptr<DiskFile> Disk::make(const std::string& name)
{
    auto& file = m_files[name];
    if (!file)
        file = newFile();
    return file;
}

void Disk::replace(const std::string& name, std::string_view bytes)
{
    auto file = newFile();
    file->bytes = bytes;
    file->everSynced = true;
    m_files[name] = std::move(file);
}

Disk::Outcome Disk::write(DiskFile& file, std::int64_t offset, std::string_view bytes)
{
    if (const Outcome outcome = step(); outcome != Outcome::Done)
        return outcome;
    const auto size = static_cast<std::int64_t>(file.bytes.size());
    const std::int64_t end = offset + static_cast<std::int64_t>(bytes.size());
    if (m_full && end > size)
        return Outcome::Full;
    DiskFile::Write write{.offset = offset,
                          .was = offset < size ? file.bytes.substr(static_cast<std::size_t>(offset), bytes.size()) : "",
                          .is = std::string(bytes),
                          .sizeBefore = size,
                          .sizeAfter = std::max(size, end)};
    lay(file.bytes, write, 0, static_cast<std::int64_t>(bytes.size()));
    file.unsynced.push_back(std::move(write));
    return Outcome::Done;
}

Disk::Outcome Disk::cut(DiskFile& file, std::int64_t length)
{
    if (const Outcome outcome = step(); outcome != Outcome::Done)
        return outcome;
    const auto size = static_cast<std::int64_t>(file.bytes.size());
    if (length >= size)
        return Outcome::Done;
    file.unsynced.push_back({.offset = length,
                             .was = file.bytes.substr(static_cast<std::size_t>(length)),
                             .is = {},
                             .sizeBefore = size,
                             .sizeAfter = length});
    file.bytes.resize(static_cast<std::size_t>(length));
    return Outcome::Done;
}

Disk::Outcome Disk::sync(DiskFile& file)
{
    if (const Outcome outcome = step(); outcome != Outcome::Done)
        return outcome;
    file.unsynced.clear();
    file.everSynced = true;
    return Outcome::Done;
}

Disk::Outcome Disk::remove(const std::string& name)
{
    if (const Outcome outcome = step(); outcome != Outcome::Done)
        return outcome;
    m_files.erase(name);
    return Outcome::Done;
}

Disk::Outcome Disk::rename(const std::string& from, const std::string& to)
{
    if (const Outcome outcome = step(); outcome != Outcome::Done)
        return outcome;
    auto moved = m_files.extract(from);
    moved.key() = to;
    m_files.erase(to);
    m_files.insert(std::move(moved));
    return Outcome::Done;
}

// Power was lost: back to what was synced, and of the writes since then none, all, or some, in order or torn.
void Disk::forget(DiskFile& file, Dice& dice)
{
    for (auto write = file.unsynced.rbegin(); write != file.unsynced.rend(); ++write) {
        file.bytes.resize(static_cast<std::size_t>(write->sizeBefore), '\0');
        std::memcpy(file.bytes.data() + write->offset, write->was.data(), write->was.size());
    }
    const std::uint64_t fate = dice.below(4); // none, all, some, a beginning
    const std::uint64_t kept = dice.below(file.unsynced.size() + 1);
    std::uint64_t index = 0;
    for (const DiskFile::Write& write : file.unsynced) {
        const bool survives = fate == 1 || (fate == 2 && dice.once(2)) || (fate == 3 && index < kept);
        ++index;
        if (!survives)
            continue;
        if (write.is.empty()) {
            file.bytes.resize(static_cast<std::size_t>(write.sizeAfter), '\0');
            continue;
        }
        const auto size = static_cast<std::int64_t>(write.is.size());
        const auto sectors = static_cast<std::uint64_t>((size + sector - 1) / sector);
        const bool torn = fate >= 2 && dice.once(3);
        lay(file.bytes, write, 0,
            torn ? std::min(size, sector * static_cast<std::int64_t>(dice.below(sectors))) : size);
    }
}

void Disk::restart(bool powerLost, Dice& dice)
{
    ++m_life;
    m_dead = false;
    calm();
    for (auto each = m_files.begin(); each != m_files.end();) {
        // Whoever still has the old file open keeps it; the machine goes on with another.
        auto file = std::make_shared<DiskFile>();
        file->bytes = std::move(each->second->bytes);
        file->unsynced = std::move(each->second->unsynced);
        file->everSynced = each->second->everSynced;
        file->made = each->second->made;
        const bool named = file->everSynced || !powerLost || dice.once(2);
        if (powerLost) {
            forget(*file, dice);
            file->unsynced.clear();
            file->everSynced = true;
        }
        each->second = std::move(file);
        each = named ? std::next(each) : m_files.erase(each);
    }
}

Disk::Image Disk::image() const
{
    Image image;
    for (const auto& [name, file] : m_files)
        image.emplace(name, file->bytes);
    return image;
}

void Disk::become(const Image& image)
{
    ++m_life;
    m_dead = false;
    calm();
    m_files.clear();
    for (const auto& [name, bytes] : image)
        replace(name, bytes);
}

} // namespace satchel::simulation
