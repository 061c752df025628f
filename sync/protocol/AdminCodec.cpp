// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/AdminCodec.h"

#include "sync/protocol/Pieces.h"

namespace satchel {

using namespace wire;

namespace {

Bytes emptyMessage()
{
    Writer writer;
    {
        const MapWriter map(writer);
    }
    return writer.take();
}

template <typename T>
Result<T> decodeEmpty(std::string_view bytes)
{
    return decode<T>(bytes, [](Reader& reader, T&) { readMap(reader, [](std::int64_t) { return false; }); });
}

void writeDevice(Writer& to, const Overview::Device& device)
{
    to.array(9);
    to.bytes(device.id.view());
    to.bytes(device.user.view());
    to.text(device.name);
    to.text(device.program);
    to.integer(device.registered);
    to.integer(device.lastSeen);
    to.boolean(device.revoked);
    to.integer(device.behind);
    to.integer(device.waiting);
}

bool readDevice(Reader& reader, Overview::Device& device)
{
    readTuple(reader, 9, [&] {
        device.id = readId(reader);
        device.user = readId(reader);
        device.name = reader.text();
        device.program = reader.text();
        device.registered = reader.integer();
        device.lastSeen = reader.integer();
        device.revoked = reader.boolean();
        device.behind = reader.integer();
        device.waiting = reader.integer();
    });
    return true;
}

void writeAlert(Writer& to, const Overview::Alert& alert)
{
    to.array(6);
    to.bytes(alert.id.view());
    to.integer(alert.at);
    to.text(alert.kind);
    to.text(alert.text);
    to.boolean(alert.closed);
    to.bytes(alert.subject.view());
}

bool readAlert(Reader& reader, Overview::Alert& alert)
{
    readTuple(reader, 6, [&] {
        alert.id = readId(reader);
        alert.at = reader.integer();
        alert.kind = reader.text();
        alert.text = reader.text();
        alert.closed = reader.boolean();
        alert.subject = readId(reader);
    });
    return true;
}

void writeFuse(Writer& to, const Overview::Fuse& fuse)
{
    to.array(7);
    to.bytes(fuse.id.view());
    to.bytes(fuse.user.view());
    to.text(fuse.device);
    to.integer(fuse.at);
    to.integer(fuse.records);
    to.text(fuse.state);
    to.integer(fuse.ended);
}

bool readFuse(Reader& reader, Overview::Fuse& fuse)
{
    readTuple(reader, 7, [&] {
        fuse.id = readId(reader);
        fuse.user = readId(reader);
        fuse.device = reader.text();
        fuse.at = reader.integer();
        fuse.records = reader.integer();
        fuse.state = reader.text();
        fuse.ended = reader.integer();
    });
    return true;
}

void writeChange(Writer& to, const Overview::Quarantined& change)
{
    to.array(7);
    to.bytes(change.incarnation.view());
    to.integer(change.number);
    to.text(change.login);
    to.text(change.device);
    to.integer(change.at);
    to.integer(change.attempts);
    to.text(change.error);
}

bool readChange(Reader& reader, Overview::Quarantined& change)
{
    readTuple(reader, 7, [&] {
        change.incarnation = readId(reader);
        change.number = reader.integer();
        change.login = reader.text();
        change.device = reader.text();
        change.at = reader.integer();
        change.attempts = reader.integer();
        change.error = reader.text();
    });
    return true;
}

void writeHeld(Writer& to, const Overview::Held& held)
{
    to.array(5);
    to.integer(held.row.entity);
    to.bytes(held.row.id.view());
    to.text(held.label);
    to.text(held.device);
    to.integer(held.at);
}

bool readHeld(Reader& reader, Overview::Held& held)
{
    readTuple(reader, 5, [&] {
        held.row.entity = readInt(reader);
        held.row.id = readId(reader);
        held.label = reader.text();
        held.device = reader.text();
        held.at = reader.integer();
    });
    return true;
}

// What a newer program may do and this one cannot: the message is not understood, and nothing is done.
AdminDeed::Kind readDeedKind(Reader& reader)
{
    const std::int64_t number = reader.integer();
    if (number < 1 || number > static_cast<std::int64_t>(AdminDeed::Kind::CloseRecovery))
        reader.fail();
    return static_cast<AdminDeed::Kind>(number);
}

} // namespace

Bytes encode(const OverviewRequest&)
{
    return emptyMessage();
}

Result<OverviewRequest> decodeOverviewRequest(std::string_view bytes)
{
    return decodeEmpty<OverviewRequest>(bytes);
}

Bytes encode(const OwnPasswordDone&)
{
    return emptyMessage();
}

Result<OwnPasswordDone> decodeOwnPasswordDone(std::string_view bytes)
{
    return decodeEmpty<OwnPasswordDone>(bytes);
}

Bytes encode(const Overview& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.integer(0, message.at);
        map.list(1, message.withPassword, [](Writer& to, const Id& user) { to.bytes(user.view()); });
        map.list(2, message.devices, writeDevice);
        map.list(3, message.alerts, writeAlert);
        map.list(4, message.fuses, writeFuse);
        map.list(5, message.changes, writeChange);
        map.truth(6, message.recovering);
        map.list(7, message.held, writeHeld);
        map.integer(8, message.heldInAll);
    }
    return writer.take();
}

Result<Overview> decodeOverview(std::string_view bytes)
{
    return decode<Overview>(bytes, [](Reader& reader, Overview& message) {
        readMap(reader, [&](std::int64_t key) {
            const auto each = [&reader](const auto& read) {
                return [&reader, read](auto& element) { return read(reader, element); };
            };
            switch (key) {
            case 0: message.at = reader.integer(); return true;
            case 1:
                wire::readList(reader, message.withPassword, [&](Id& user) {
                    user = readId(reader);
                    return true;
                });
                return true;
            case 2: wire::readList(reader, message.devices, each(readDevice)); return true;
            case 3: wire::readList(reader, message.alerts, each(readAlert)); return true;
            case 4: wire::readList(reader, message.fuses, each(readFuse)); return true;
            case 5: wire::readList(reader, message.changes, each(readChange)); return true;
            case 6: message.recovering = reader.boolean(); return true;
            case 7: wire::readList(reader, message.held, each(readHeld)); return true;
            case 8: message.heldInAll = reader.integer(); return true;
            default: return false;
            }
        });
    });
}

Bytes encode(const AdminDeed& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.integer(0, static_cast<std::int64_t>(message.kind));
        map.bytes16(1, message.subject.bytes);
        map.integer(2, message.number);
        map.text(3, message.password);
    }
    return writer.take();
}

Result<AdminDeed> decodeAdminDeed(std::string_view bytes)
{
    bool said = false;
    auto deed = decode<AdminDeed>(bytes, [&](Reader& reader, AdminDeed& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0:
                message.kind = readDeedKind(reader);
                said = true;
                return true;
            case 1: message.subject = readId(reader); return true;
            case 2: message.number = reader.integer(); return true;
            case 3: message.password = reader.text(); return true;
            default: return false;
            }
        });
    });
    if (deed.ok() && !said)
        return corrupt("The message does not say what is to be done.");
    return deed;
}

Bytes encode(const AdminDone& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.text(0, message.password);
        map.integer(1, message.count);
    }
    return writer.take();
}

Result<AdminDone> decodeAdminDone(std::string_view bytes)
{
    return decode<AdminDone>(bytes, [](Reader& reader, AdminDone& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.password = reader.text(); return true;
            case 1: message.count = reader.integer(); return true;
            default: return false;
            }
        });
    });
}

Bytes encode(const OwnPassword& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.text(0, message.present);
        map.text(1, message.chosen);
        map.text(2, message.login);
    }
    return writer.take();
}

Result<OwnPassword> decodeOwnPassword(std::string_view bytes)
{
    return decode<OwnPassword>(bytes, [](Reader& reader, OwnPassword& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.present = reader.text(); return true;
            case 1: message.chosen = reader.text(); return true;
            case 2: message.login = reader.text(); return true;
            default: return false;
            }
        });
    });
}

} // namespace satchel
