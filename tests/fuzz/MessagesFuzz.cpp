// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/AdminCodec.h"
#include "sync/protocol/Codec.h"
#include "sync/protocol/SegmentMessages.h"
#include "tests/fuzz/Fuzz.h"

using namespace satchel;
using namespace satchel::fuzz;

namespace {

/// What was read is written in one way, and that is read again as the same.
template <typename Decode>
void there(std::string_view input, const Decode& decode)
{
    const auto message = decode(input);
    if (!message.ok())
        return;
    const Bytes once = encode(*message);
    const auto again = decode(once);
    must(again.ok(), "what is written can be read");
    must(encode(*again) == once, "what is read is what was written");
}

} // namespace

/// Every message; the first byte says which.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const Exact exact(data + 1, size - 1);
    const std::string_view input = exact.view();
    switch (data[0] % 27) {
    case 0: there(input, decodeLoginRequest); break;
    case 1: there(input, decodeLoginReply); break;
    case 2: there(input, decodePushRequest); break;
    case 3: there(input, decodePushReply); break;
    case 4: there(input, decodePullRequest); break;
    case 5: there(input, decodePullReply); break;
    case 6: there(input, decodeCompareRequest); break;
    case 7: there(input, decodeCompareReply); break;
    case 8: there(input, decodeHealRequest); break;
    case 9: there(input, decodeHealReply); break;
    case 10: there(input, decodeRenewRequest); break;
    case 11: there(input, decodeRenewReply); break;
    case 12: there(input, decodeHeldRequest); break;
    case 13: there(input, decodeHeldReply); break;
    case 14: there(input, decodeSegmentPlanRequest); break;
    case 15: there(input, decodeSegmentPlan); break;
    case 16: there(input, decodeSegmentFetch); break;
    case 17: there(input, decodeSegmentReply); break;
    case 19: there(input, decodeReceiptsRequest); break;
    case 20: there(input, decodeReceiptsReply); break;
    case 21: there(input, decodeOverviewRequest); break;
    case 22: there(input, decodeOverview); break;
    case 23: there(input, decodeAdminDeed); break;
    case 24: there(input, decodeAdminDone); break;
    case 25: there(input, decodeOwnPassword); break;
    case 26: there(input, decodeOwnPasswordDone); break;
    default: (void)decodeError(input);
    }
    return 0;
}
