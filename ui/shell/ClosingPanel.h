// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/SidePanels.h"

namespace satchel::ui {

/// Asked once, when the window is closed for the first time where there is a tray: whether Satchel goes on beside the
/// clock, syncing and telling, or ends. Owned by Panels; window's thread.
class ClosingPanel final : public CornerPanel {
    Q_OBJECT
public:
    explicit ClosingPanel(QWidget* parent);

Q_SIGNALS:
    void decided(bool stays);
};

} // namespace satchel::ui
