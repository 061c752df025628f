// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/FaultyVfs.h"

#include "core/base/Files.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <sqlite3.h>

namespace satchel::simulation::vfs {

namespace {

const std::string prefix = "/machine/";

std::map<std::string, Disk*>& machines()
{
    static std::map<std::string, Disk*> all;
    return all;
}

struct Place {
    Disk* disk = nullptr;
    std::string name;
};

Place placeOf(std::string_view path)
{
    if (!path.starts_with(prefix))
        return {};
    path.remove_prefix(prefix.size());
    const std::size_t slash = path.find('/');
    const auto found = machines().find(std::string(path.substr(0, slash)));
    if (found == machines().end() || slash == std::string_view::npos)
        return {};
    return {found->second, std::string(path.substr(slash + 1))};
}

// ---- One open file, as SQLite holds it --------------------------------------------------------------------------

struct Open {
    sqlite3_file base;
    Disk* disk;
    std::shared_ptr<DiskFile>* file;
    std::string* name; ///< set: to be removed when closed
    int life;
    int lock;
    unsigned sharedSlots;
    unsigned exclusiveSlots;
};

Open& self(sqlite3_file* file)
{
    return *reinterpret_cast<Open*>(file);
}

// Opened before the machine was last started: nothing can be done with it, and it holds no locks any more.
bool stale(const Open& open)
{
    return open.disk->dead() || open.life != open.disk->life();
}

int answer(Disk::Outcome outcome, int failure)
{
    return outcome == Disk::Outcome::Done ? SQLITE_OK : outcome == Disk::Outcome::Full ? SQLITE_FULL : failure;
}

int unlock(sqlite3_file* file, int level);
int memoryUnmap(sqlite3_file* file, int remove);

int close(sqlite3_file* file)
{
    Open& open = self(file);
    if (!stale(open)) {
        unlock(file, SQLITE_LOCK_NONE);
        memoryUnmap(file, 0);
        if (open.name != nullptr)
            (void)open.disk->remove(*open.name);
    }
    delete open.file;
    delete open.name;
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* into, int amount, sqlite3_int64 offset)
{
    const Open& open = self(file);
    if (stale(open))
        return SQLITE_IOERR_READ;
    const std::string& bytes = (*open.file)->bytes;
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    const auto there = std::clamp<sqlite3_int64>(size - offset, 0, amount);
    std::memcpy(into, bytes.data() + (there > 0 ? offset : 0), static_cast<std::size_t>(there));
    if (there == amount)
        return SQLITE_OK;
    std::memset(static_cast<char*>(into) + there, 0, static_cast<std::size_t>(amount - there));
    return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset)
{
    const Open& open = self(file);
    if (stale(open))
        return SQLITE_IOERR_WRITE;
    const std::string_view bytes(static_cast<const char*>(from), static_cast<std::size_t>(amount));
    return answer(open.disk->write(**open.file, offset, bytes), SQLITE_IOERR_WRITE);
}

int truncate(sqlite3_file* file, sqlite3_int64 length)
{
    const Open& open = self(file);
    return stale(open) ? SQLITE_IOERR_TRUNCATE : answer(open.disk->cut(**open.file, length), SQLITE_IOERR_TRUNCATE);
}

int sync(sqlite3_file* file, int)
{
    const Open& open = self(file);
    return stale(open) ? SQLITE_IOERR_FSYNC : answer(open.disk->sync(**open.file), SQLITE_IOERR_FSYNC);
}

int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    const Open& open = self(file);
    if (stale(open))
        return SQLITE_IOERR_FSTAT;
    *size = static_cast<sqlite3_int64>((*open.file)->bytes.size());
    return SQLITE_OK;
}

int lock(sqlite3_file* file, int level)
{
    Open& open = self(file);
    if (stale(open))
        return SQLITE_IOERR_LOCK;
    if (level <= open.lock)
        return SQLITE_OK;
    DiskFile& shared = **open.file;
    if (level == SQLITE_LOCK_SHARED) {
        if (shared.exclusive)
            return SQLITE_BUSY;
        ++shared.shared;
    } else {
        if (shared.writer != nullptr && shared.writer != &open)
            return SQLITE_BUSY;
        shared.writer = &open;
        if (level == SQLITE_LOCK_EXCLUSIVE) {
            if (shared.shared > 1)
                return SQLITE_BUSY;
            shared.exclusive = true;
        }
    }
    open.lock = level;
    return SQLITE_OK;
}

int unlock(sqlite3_file* file, int level)
{
    Open& open = self(file);
    if (stale(open) || level >= open.lock)
        return SQLITE_OK;
    DiskFile& shared = **open.file;
    if (shared.writer == &open) {
        shared.writer = nullptr;
        shared.exclusive = false;
    }
    if (level == SQLITE_LOCK_NONE)
        --shared.shared;
    open.lock = level;
    return SQLITE_OK;
}

int checkReserved(sqlite3_file* file, int* reserved)
{
    const Open& open = self(file);
    *reserved = !stale(open) && (*open.file)->writer != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int control(sqlite3_file*, int, void*)
{
    return SQLITE_NOTFOUND;
}

int sectorSize(sqlite3_file*)
{
    return 4096;
}

int characteristics(sqlite3_file*)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE; // what SQLite takes for granted on a real disk
}

// ---- Shared memory of a write-ahead log -------------------------------------------------------------------------

int memoryMap(sqlite3_file* file, int page, int size, int extend, void volatile** address)
{
    const Open& open = self(file);
    *address = nullptr;
    if (stale(open))
        return SQLITE_IOERR_SHMMAP;
    auto& memory = (*open.file)->memory;
    if (static_cast<std::size_t>(page) >= memory.size()) {
        if (extend == 0)
            return SQLITE_OK;
        while (memory.size() <= static_cast<std::size_t>(page))
            memory.push_back(std::make_unique<std::string>(static_cast<std::size_t>(size), '\0'));
    }
    *address = memory[static_cast<std::size_t>(page)]->data();
    return SQLITE_OK;
}

int memoryLock(sqlite3_file* file, int offset, int count, int flags)
{
    Open& open = self(file);
    if (stale(open))
        return SQLITE_IOERR_SHMLOCK;
    DiskFile& shared = **open.file;
    const unsigned mask = ((1U << count) - 1U) << offset;
    const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    for (int i = offset; i < offset + count; ++i) {
        const auto slot = static_cast<std::size_t>(i);
        const unsigned bit = 1U << i;
        if ((flags & SQLITE_SHM_UNLOCK) != 0) {
            if ((open.exclusiveSlots & bit) != 0)
                shared.memoryExclusive[slot] = false;
            if ((open.sharedSlots & bit) != 0)
                --shared.memoryShared[slot];
            continue;
        }
        const int others = shared.memoryShared[slot] - ((open.sharedSlots & bit) != 0 ? 1 : 0);
        const bool taken = shared.memoryExclusive[slot] && (open.exclusiveSlots & bit) == 0;
        if (taken || (exclusive && others > 0))
            return SQLITE_BUSY;
    }
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        open.sharedSlots &= ~mask;
        open.exclusiveSlots &= ~mask;
        return SQLITE_OK;
    }
    for (int i = offset; i < offset + count; ++i) {
        const auto slot = static_cast<std::size_t>(i);
        const unsigned bit = 1U << i;
        if (exclusive) {
            shared.memoryExclusive[slot] = true;
            open.exclusiveSlots |= bit;
        } else if ((open.sharedSlots & bit) == 0) {
            ++shared.memoryShared[slot];
            open.sharedSlots |= bit;
        }
    }
    return SQLITE_OK;
}

void memoryBarrier(sqlite3_file*) {}

int memoryUnmap(sqlite3_file* file, int remove)
{
    Open& open = self(file);
    if (stale(open))
        return SQLITE_OK;
    if (open.sharedSlots != 0 || open.exclusiveSlots != 0)
        memoryLock(file, 0, static_cast<int>(DiskFile::slots), SQLITE_SHM_UNLOCK | SQLITE_SHM_SHARED);
    if (remove != 0)
        (*open.file)->memory.clear();
    return SQLITE_OK;
}

const sqlite3_io_methods methods = {.iVersion = 2,
                                    .xClose = close,
                                    .xRead = read,
                                    .xWrite = write,
                                    .xTruncate = truncate,
                                    .xSync = sync,
                                    .xFileSize = fileSize,
                                    .xLock = lock,
                                    .xUnlock = unlock,
                                    .xCheckReservedLock = checkReserved,
                                    .xFileControl = control,
                                    .xSectorSize = sectorSize,
                                    .xDeviceCharacteristics = characteristics,
                                    .xShmMap = memoryMap,
                                    .xShmLock = memoryLock,
                                    .xShmBarrier = memoryBarrier,
                                    .xShmUnmap = memoryUnmap,
                                    .xFetch = nullptr,
                                    .xUnfetch = nullptr};

// ---- The file system ---------------------------------------------------------------------------------------------

int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* outFlags)
{
    Open& open = self(file);
    open.base.pMethods = nullptr;
    static Disk scratch; // temporary files without a name
    static int unnamed = 0;
    const Place place = path == nullptr ? Place{&scratch, "temporary" + std::to_string(++unnamed)} : placeOf(path);
    if (place.disk == nullptr || place.disk->dead())
        return SQLITE_CANTOPEN;
    // The main file is made before SQLite is asked to open it, on a real disk; here it is made now.
    const bool makes =
        (flags & (SQLITE_OPEN_CREATE | SQLITE_OPEN_MAIN_DB)) != 0 && (flags & SQLITE_OPEN_READWRITE) != 0;
    auto found = place.disk->find(place.name);
    if (!found && makes)
        found = place.disk->make(place.name);
    if (!found)
        return SQLITE_CANTOPEN;
    open.disk = place.disk;
    open.file = new std::shared_ptr<DiskFile>(std::move(found));
    open.name = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0 || path == nullptr ? new std::string(place.name) : nullptr;
    open.life = place.disk->life();
    open.lock = SQLITE_LOCK_NONE;
    open.sharedSlots = open.exclusiveSlots = 0;
    open.base.pMethods = &methods;
    if (outFlags != nullptr)
        *outFlags = flags;
    return SQLITE_OK;
}

int removeFile(sqlite3_vfs*, const char* path, int)
{
    const Place place = placeOf(path);
    if (place.disk == nullptr)
        return SQLITE_IOERR_DELETE;
    if (!place.disk->find(place.name))
        return SQLITE_IOERR_DELETE_NOENT;
    return answer(place.disk->remove(place.name), SQLITE_IOERR_DELETE);
}

int access(sqlite3_vfs*, const char* path, int, int* result)
{
    const Place place = placeOf(path);
    if (place.disk != nullptr && place.disk->dead())
        return SQLITE_IOERR_ACCESS;
    const auto file = place.disk == nullptr ? nullptr : place.disk->find(place.name);
    *result = file ? 1 : 0;
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs*, const char* path, int size, char* out)
{
    sqlite3_snprintf(size, out, "%s", path);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int size, char* out)
{
    static Dice dice(1);
    for (int i = 0; i < size; ++i)
        out[i] = static_cast<char>(dice.next() & 0xFF);
    return size;
}

int sleep(sqlite3_vfs*, int microseconds)
{
    return microseconds; // nobody else could do anything meanwhile
}

int currentTime(sqlite3_vfs*, double* now)
{
    *now = 2461367.0;
    return SQLITE_OK;
}

int lastSystemError(sqlite3_vfs*, int, char*)
{
    return 0;
}

// ---- Plain files -------------------------------------------------------------------------------------------------

Error failed(Disk::Outcome outcome, const std::string& path)
{
    return Error{outcome == Disk::Outcome::Full ? ErrorKind::Full : ErrorKind::Invalid,
                 "The simulated file " + path + " could not be written."};
}

class PlainFiles final : public FilesOfATest {
public:
    Result<std::string> read(const std::string& path) override
    {
        const Place place = placeOf(path);
        if (place.disk == nullptr || place.disk->dead())
            return Error{ErrorKind::Invalid, "The simulated file " + path + " could not be read."};
        const auto file = place.disk->find(place.name);
        if (!file)
            return Error{ErrorKind::NotFound, "There is no simulated file " + path + "."};
        return file->bytes;
    }
    Status write(const std::string& path, std::string_view contents) override
    {
        const Place place = placeOf(path);
        if (place.disk == nullptr)
            return failed(Disk::Outcome::Failed, path);
        // Beside, synced, then renamed: either the old contents or the new ones.
        const auto beside = std::make_shared<DiskFile>();
        for (const auto& outcome : {place.disk->write(*beside, 0, contents), place.disk->sync(*beside)})
            if (outcome != Disk::Outcome::Done)
                return failed(outcome, path);
        place.disk->replace(place.name, contents);
        return Ok{};
    }
    Status makeFolder(const std::string&) override { return Ok{}; }
    Result<std::int64_t> append(const std::string& path, std::string_view bytes) override
    {
        const Place place = placeOf(path);
        if (place.disk == nullptr || place.disk->dead())
            return failed(Disk::Outcome::Failed, path);
        const auto file = place.disk->make(place.name);
        const auto length = static_cast<std::int64_t>(file->bytes.size());
        Disk::Outcome outcome = place.disk->write(*file, length, bytes);
        if (outcome == Disk::Outcome::Done)
            outcome = place.disk->sync(*file);
        if (outcome == Disk::Outcome::Done)
            return length;
        (void)place.disk->cut(*file, length);
        return Error{ErrorKind::Full, "The disk is full or could not be written. Nothing was changed."};
    }
    void cut(const std::string& path, std::int64_t length) override
    {
        const Place place = placeOf(path);
        const auto file = place.disk == nullptr ? nullptr : place.disk->find(place.name);
        if (file)
            (void)place.disk->cut(*file, length);
    }
    std::optional<std::int64_t> length(const std::string& path) override
    {
        const Place place = placeOf(path);
        const auto file = place.disk == nullptr || place.disk->dead() ? nullptr : place.disk->find(place.name);
        return file ? std::optional(static_cast<std::int64_t>(file->bytes.size())) : std::nullopt;
    }
    std::string identity(const std::string& path) override
    {
        const Place place = placeOf(path);
        const auto file = place.disk == nullptr || place.disk->dead() ? nullptr : place.disk->find(place.name);
        return file ? path + ":" + std::to_string(file->made) : std::string();
    }
    Status rename(const std::string& from, const std::string& to) override
    {
        const Place old = placeOf(from);
        const auto file = old.disk == nullptr ? nullptr : old.disk->find(old.name);
        if (!file)
            return Ok{};
        const auto outcome = old.disk->rename(old.name, placeOf(to).name);
        return outcome == Disk::Outcome::Done ? Status(Ok{}) : failed(outcome, to);
    }
    void remove(const std::string& path) override
    {
        const Place place = placeOf(path);
        if (place.disk != nullptr && place.disk->find(place.name))
            (void)place.disk->remove(place.name);
    }
};

} // namespace

void install()
{
    static sqlite3_vfs system = {};
    system.iVersion = 1;
    system.szOsFile = sizeof(Open);
    system.mxPathname = 512;
    system.zName = "simulation";
    system.xOpen = open;
    system.xDelete = removeFile;
    system.xAccess = access;
    system.xFullPathname = fullPath;
    system.xRandomness = randomness;
    system.xSleep = sleep;
    system.xCurrentTime = currentTime;
    system.xGetLastError = lastSystemError;
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_vfs_register(&system, 1);
    static PlainFiles files;
    useFilesOfATest(&files);
}

void plugIn(const std::string& machine, Disk& disk)
{
    machines()[machine] = &disk;
}

void unplugAll()
{
    machines().clear();
}

std::string folderOf(const std::string& machine)
{
    return prefix + machine;
}

} // namespace satchel::simulation::vfs
