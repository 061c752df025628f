// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace satchel::ui {

/// Files that were just written: a sentence, then each by its name with what opens it, and their folder. Hidden until
/// there are some.
class FileLinks final : public QFrame {
    Q_OBJECT
public:
    explicit FileLinks(QWidget* parent);
    void show(const QString& sentence, const QStringList& files);

    /// Hands a file or folder to the program the person has for it; false if there is none.
    static bool open(const QString& path);

private:
    QVBoxLayout* m_rows;
};

} // namespace satchel::ui
