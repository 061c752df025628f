// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Compression.h"

#include <QTest>
#include <sys/resource.h>
#include <zstd.h>

using namespace satchel;

namespace {

Bytes pattern(std::size_t size)
{
    Bytes bytes;
    for (std::size_t i = 0; bytes.size() < size; ++i)
        bytes += "contact " + std::to_string(i * i % 977) + ", ";
    bytes.resize(size);
    return bytes;
}

// A frame that says it holds `claimed` bytes, and holds as many zeros as it is told to.
Bytes bomb(std::size_t zeros)
{
    Bytes packed;
    ZSTD_CStream* stream = ZSTD_createCStream();
    ZSTD_initCStream(stream, 19);
    ZSTD_CCtx_setParameter(stream, ZSTD_c_windowLog, compression::largestWindow);
    const Bytes chunk(1 << 20, '\0');
    Bytes out(1 << 18, '\0');
    for (std::size_t done = 0; done < zeros; done += chunk.size()) {
        ZSTD_inBuffer in{chunk.data(), chunk.size(), 0};
        while (in.pos < in.size) {
            ZSTD_outBuffer to{out.data(), out.size(), 0};
            ZSTD_compressStream(stream, &to, &in);
            packed.append(out.data(), to.pos);
        }
    }
    for (std::size_t left = 1; left != 0;) {
        ZSTD_outBuffer to{out.data(), out.size(), 0};
        left = ZSTD_endStream(stream, &to);
        packed.append(out.data(), to.pos);
    }
    ZSTD_freeCStream(stream);
    return packed;
}

long memoryPeak()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss; // kB
}

} // namespace

class CompressionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsPackedComesBack()
    {
        for (const int dictionary : {compression::noDictionary, compression::newestDictionary})
            for (const std::size_t size : {0UL, 1UL, 255UL, 256UL, 257UL, 5000UL, 16384UL, 16385UL, 3000000UL}) {
                const Bytes packed = compression::compress(pattern(size), dictionary);
                const auto back = compression::decompress(packed, dictionary, size);
                QVERIFY2(back.ok(), std::to_string(size).c_str());
                QVERIFY(*back == pattern(size));
            }
    }

    void shortBodiesTravelAsTheyAre()
    {
        QVERIFY(!pack(pattern(256), 1).zstd);
        const PackedBody packed = pack(pattern(257), 1);
        QVERIFY(packed.zstd && packed.bytes.size() < 257);
        QCOMPARE(packed.dictionary, 1);
        QCOMPARE(*unpack(packed, 257), pattern(257));
    }

    void aReaderGetsOnlyADictionaryThatHeKnows()
    {
        QCOMPARE(pack(pattern(5000), 0).dictionary, 0);
        QCOMPARE(pack(pattern(5000), 1000).dictionary, compression::newestDictionary);
        QCOMPARE(unpack({"x", true, 1000}, 10).error().kind, ErrorKind::Invalid);
        QVERIFY(!unpack({compression::compress(pattern(5000), 1), true, 0}, 10000).ok());
    }

    void whatDoesNotGetShorterIsLeftAlone()
    {
        Bytes noise;
        std::uint64_t state = 1;
        for (int i = 0; i < 1000; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            noise.push_back(static_cast<char>(state >> 56));
        }
        const PackedBody packed = pack(noise, 1);
        QVERIFY(!packed.zstd);
        QCOMPARE(*unpack(packed, 1000), noise);
    }

    void oneByteOverTheLimitIsTooMuch()
    {
        for (const std::size_t size : {100UL, 16384UL, 100000UL, 3000000UL}) {
            const Bytes packed = compression::compress(pattern(size), 0);
            QVERIFY(compression::decompress(packed, 0, size).ok());
            QCOMPARE(compression::decompress(packed, 0, size - 1).error().kind, ErrorKind::TooLarge);
            QCOMPARE(unpack({pattern(size)}, size - 1).error().kind, ErrorKind::TooLarge);
        }
    }

    void aBombOfAGigabyteTakesNoMoreThanTheLimit()
    {
        const Bytes packed = bomb(1UL << 30);
        QVERIFY(packed.size() < 200000);
        const long before = memoryPeak();
        QCOMPARE(compression::decompress(packed, 0, 8UL << 20).error().kind, ErrorKind::TooLarge);
        QVERIFY2(memoryPeak() - before < 32 * 1024, std::to_string(memoryPeak() - before).c_str());
    }

    void whatAFrameSaysOfItsSizeIsNotBelieved()
    {
        // A frame header that promises 2^60 bytes in a window of 2^60, then one of 2^40 without a window of its own.
        const Bytes promises[] = {Bytes("\x28\xb5\x2f\xfd\xc0\xff\0\0\0\0\0\0\0\x10", 14),
                                  Bytes("\x28\xb5\x2f\xfd\xe0\0\0\0\0\0\x01\0\0", 13)};
        const long before = memoryPeak();
        for (const Bytes& promise : promises)
            QVERIFY(!compression::decompress(promise + Bytes(100, '\0'), 0, 8UL << 20).ok());
        QVERIFY(memoryPeak() - before < 16 * 1024);
        // And one that promises too little.
        Bytes frame = compression::compress(pattern(3000), 0);
        QCOMPARE(static_cast<unsigned char>(frame[4]) & 0xe0, 0x60); // size in two bytes
        frame[5] = static_cast<char>(frame[5] - 1);
        QVERIFY(!compression::decompress(frame, 0, 8UL << 20).ok());
    }

    void everyPrefixAndEveryFlippedByteIsRefused()
    {
        for (const int dictionary : {0, 1}) {
            const Bytes whole = pattern(700);
            const Bytes packed = compression::compress(whole, dictionary);
            for (std::size_t size = 0; size < packed.size(); ++size)
                QVERIFY(!compression::decompress(packed.substr(0, size), dictionary, 10000).ok());
            QVERIFY(!compression::decompress(packed + '\0', dictionary, 10000).ok());
            QVERIFY(!compression::decompress(packed + packed, dictionary, 10000).ok());
            for (std::size_t at = 0; at < packed.size(); ++at) {
                Bytes damaged = packed;
                damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
                const auto read = compression::decompress(damaged, dictionary, 10000);
                QVERIFY(!read.ok() || *read == whole); // a bit that means nothing
            }
        }
    }

    void aDictionaryNeverGetsOtherBytes()
    {
        QVERIFY(compression::dictionary(0).empty() && compression::dictionary(1000).empty());
        QCOMPARE(toHex(view(blake2b128({}, compression::dictionary(1)))),
                 std::string("425f3dfaff874f75691545acc3ec3669"));
    }
};

QTEST_GUILESS_MAIN(CompressionTest)
#include "CompressionTest.moc"
