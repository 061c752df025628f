// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing to run: this program exists to compile the header that every test then reuses.
int main()
{
    return 0;
}
