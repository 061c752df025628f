// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSettings;
class QWidget;

namespace satchel::ui {

class Notifier;
class SyncGateway;
class Tray;
struct Notable;

/// What Satchel does while somebody else's window is in front, or its own is closed: beside the clock it tells what is
/// new, and closing the window may leave it there, as the person has decided once. Owned by the window; its thread.
class BackgroundMode final : public QObject {
    Q_OBJECT
public:
    /// `settings`: where the decision is kept.
    BackgroundMode(QWidget& window, Notifier& notifier, SyncGateway& gateway, QSettings& settings);

    enum class Closing {
        End,
        Stay,
        Undecided ///< to be asked; the window stays open meanwhile
    };
    /// What closing the window means now.
    [[nodiscard]] Closing closing() const;
    void decideClosing(bool stays);
    /// The window is not seen any more, and all goes on.
    void leaveWindow();
    /// Closes the window, and the program ends.
    void end();

Q_SIGNALS:
    /// To be told in the window, which is in front, or where there is no place beside the clock.
    void toldHere(const satchel::ui::Notable& notable);
    /// The person wants to see what he was told; the window is back.
    void chosen(const satchel::ui::Notable& notable);

private:
    void tell(const Notable& notable);
    void comeBack();

    QWidget& m_window;
    QSettings& m_settings;
    Tray* m_tray;
    bool m_ending = false; ///< closing is the end, tray or not
};

} // namespace satchel::ui
