// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace satchel::ui {

class MainWindow;
class Page;
class Panels;

/// What only some kinds of pages ask of the window: the duplicates of a record, a refused record once more, a quote for
/// a customer. Connected here, so that the window itself knows a page only as Page. Once for each page.
void connectRequests(Page* page, MainWindow& window, Panels& panels);

} // namespace satchel::ui
