// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Compression.h"

#include "sync/protocol/Dictionary1.h"

#include <algorithm>
#include <memory>
#include <zstd.h>
#include <zstd_errors.h>

namespace satchel {

namespace compression {

namespace {

constexpr int level = 3;
constexpr std::size_t firstChunk = 16UL * 1024;

template <auto release>
struct Release {
    template <typename T>
    void operator()(T* object) const
    {
        release(object);
    }
};
using Compressor = std::unique_ptr<ZSTD_CCtx, Release<ZSTD_freeCCtx>>;
using Decompressor = std::unique_ptr<ZSTD_DCtx, Release<ZSTD_freeDCtx>>;

/// A dictionary made ready for both directions, once.
struct Prepared {
    explicit Prepared(std::string_view bytes)
        : forWriting(ZSTD_createCDict(bytes.data(), bytes.size(), level)),
          forReading(ZSTD_createDDict(bytes.data(), bytes.size()))
    {}
    std::unique_ptr<ZSTD_CDict, Release<ZSTD_freeCDict>> forWriting;
    std::unique_ptr<ZSTD_DDict, Release<ZSTD_freeDDict>> forReading;
};

// A context holds on to what its largest piece of work has taken; with many threads that is much. So only small ones
// stay.
template <typename Context, auto create>
class Lent {
public:
    explicit Lent(bool small) : m_own(small ? nullptr : create()) {}
    [[nodiscard]] auto* get() const
    {
        static thread_local const Context kept(create());
        return m_own ? m_own.get() : kept.get();
    }

private:
    const Context m_own;
};

const Prepared* prepared(int number)
{
    static const Prepared first(dictionary1());
    return number == 1 ? &first : nullptr;
}

} // namespace

std::string_view dictionary(int number)
{
    return number == 1 ? dictionary1() : std::string_view();
}

Bytes compress(std::string_view bytes, int dictionary)
{
    const Lent<Compressor, ZSTD_createCCtx> context(bytes.size() <= std::size_t{1} << littleWindow);
    ZSTD_CCtx_reset(context.get(), ZSTD_reset_session_and_parameters);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, largestWindow);
    if (const Prepared* dict = prepared(dictionary))
        ZSTD_CCtx_refCDict(context.get(), dict->forWriting.get());
    Bytes packed(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = ZSTD_compress2(context.get(), packed.data(), packed.size(), bytes.data(), bytes.size());
    packed.resize(ZSTD_isError(size) != 0 ? 0 : size);
    return packed;
}

Result<Bytes> decompress(std::string_view bytes, int dictionary, std::size_t limit, int window)
{
    const Error damaged{ErrorKind::Corrupt, "The compressed bytes are damaged."};
    const Error tooMuch{ErrorKind::TooLarge, "Decompressed, this is larger than is accepted."};
    const Prepared* dict = prepared(dictionary);
    if (dictionary != noDictionary && dict == nullptr)
        return invalid("This dictionary is not known here.");
    const Lent<Decompressor, ZSTD_createDCtx> context(window <= littleWindow);
    ZSTD_DCtx_reset(context.get(), ZSTD_reset_session_and_parameters);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, window);
    if (dict != nullptr)
        ZSTD_DCtx_refDDict(context.get(), dict->forReading.get());
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    Bytes result(std::min(limit, firstChunk), '\0');
    ZSTD_outBuffer out{result.data(), result.size(), 0};
    for (;;) {
        const std::size_t before = in.pos;
        const std::size_t left = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(left) != 0)
            return ZSTD_getErrorCode(left) == ZSTD_error_frameParameter_windowTooLarge ? tooMuch : damaged;
        if (left == 0)
            break;
        if (out.pos < out.size) {
            if (in.pos == in.size)
                return damaged; // cut off
            continue;
        }
        if (result.size() >= limit && in.pos == before)
            return tooMuch; // full, and what is left is not the end of the frame
        result.resize(std::min(limit, result.size() * 2));
        out.dst = result.data();
        out.size = result.size();
    }
    if (in.pos != in.size)
        return damaged;
    result.resize(out.pos);
    return result;
}

} // namespace compression

PackedBody pack(Bytes body, int known)
{
    if (body.size() <= compression::leastBytes)
        return {std::move(body)};
    const int dictionary = std::min(known, compression::newestDictionary);
    Bytes packed = compression::compress(body, dictionary);
    if (packed.empty() || packed.size() >= body.size())
        return {std::move(body)};
    return {std::move(packed), true, dictionary};
}

Result<Bytes> unpack(PackedBody body, std::size_t limit)
{
    if (body.zstd)
        return compression::decompress(body.bytes, body.dictionary, limit);
    if (body.bytes.size() > limit)
        return Error{ErrorKind::TooLarge, "This is larger than is accepted."};
    return std::move(body.bytes);
}

} // namespace satchel
