// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace satchel::ui {

class PriceJobs;

/// How far the work on whole lists is, and the button that stops it; not there for what takes less than a moment.
/// Window's thread.
class JobBar final : public QWidget {
    Q_OBJECT
public:
    JobBar(PriceJobs& jobs, QWidget* parent);

private:
    void tell();

    PriceJobs& m_jobs;
    QLabel* m_what;
    QProgressBar* m_bar;
    QTimer m_moment;
};

} // namespace satchel::ui
