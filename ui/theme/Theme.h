// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Density.h"

#include <QObject>

class QApplication;

namespace satchel::ui {

/// Dresses the whole application: Fusion with our palette, style sheet and font, light or dark. Made by app/desktop
/// (and by tests) and handed to whoever switches it; window's thread.
class Theme final : public QObject {
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };

    explicit Theme(QApplication& application);

    /// The choice as it is remembered: "system", "light", "dark".
    void apply(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    /// From what is shown to the other.
    void toggle();

    /// How close rows stand, everywhere.
    void setDensity(Density density);
    [[nodiscard]] Density density() const { return ui::density(); }
    void toggleDensity();

    [[nodiscard]] static QString nameOf(Choice choice);
    [[nodiscard]] static Choice named(const QString& name);
    [[nodiscard]] static QString nameOf(Density density); ///< as it is remembered: "comfortable", "compact"
    [[nodiscard]] static Density densityNamed(const QString& name);

Q_SIGNALS:
    void changed();

private:
    QApplication& m_application;
    Choice m_choice = Choice::System;
    bool m_systemIsDark = false;
    bool m_dark = false;
    QString m_sheet; ///< as it is applied
};

} // namespace satchel::ui
