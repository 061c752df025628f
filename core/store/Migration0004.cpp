// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Migrations.h"

// Migration 4 of the replica: records that may be one.

namespace satchel {

const char* const migration0004 = R"sql(
ALTER TABLE "account" ADD COLUMN "not_same_as" TEXT;
ALTER TABLE "contact" ADD COLUMN "not_same_as" TEXT;
ALTER TABLE "lead" ADD COLUMN "not_same_as" TEXT;

-- Accounts of one VAT id stand beside each other.
CREATE INDEX "account_vat_id" ON "account"("vat_id", n);
)sql";

} // namespace satchel
