// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/SearchBox.h"

namespace satchel::ui {

class MainWindow;
class Navigator;
struct PageCard;
class Panels;
class Rail;
class SyncGateway;
class Theme;

/// The parts of the window that its commands act on.
struct WindowParts {
    MainWindow& window;
    Panels& panels;
    Rail& rail;
    Navigator& navigator;
    SyncGateway& gateway;
    Theme& theme;
    UndoHistory& undo;
};

/// Everything that can be done from anywhere, in the order the search box offers it.
[[nodiscard]] std::vector<Command> windowCommands(const WindowParts& parts, const std::vector<PageCard>& pages);
/// What can be begun for a customer wherever the window is.
[[nodiscard]] std::vector<CustomerCommand> customerCommands(const WindowParts& parts);
/// Makes the keys of the commands work in the whole window.
void addShortcuts(QWidget* window, const std::vector<Command>& commands);

} // namespace satchel::ui
