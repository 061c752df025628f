// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/JobBar.h"

#include "ui/prices/PriceJobs.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace satchel::ui {

namespace {
constexpr int momentMs = 400;
}

JobBar::JobBar(PriceJobs& jobs, QWidget* parent)
    : QWidget(parent), m_jobs(jobs), m_what(makeLabel({}, "muted", this)), m_bar(new QProgressBar(this))
{
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(160);
    QPushButton* stop = makeButton(tr("Stop"), "quiet", this, QKeySequence(Qt::Key_Escape));
    connect(stop, &QPushButton::clicked, &jobs, &PriceJobs::stop);
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 8);
    layout->addWidget(m_what);
    layout->addWidget(m_bar);
    layout->addWidget(stop);
    m_moment.setSingleShot(true);
    m_moment.setInterval(momentMs);
    connect(&m_moment, &QTimer::timeout, this, [this] { setVisible(m_jobs.isBusy()); });
    connect(&jobs, &PriceJobs::changed, this, &JobBar::tell);
    hide();
}

void JobBar::tell()
{
    if (!m_jobs.isBusy()) {
        m_moment.stop();
        hide();
        return;
    }
    if (!isVisible() && !m_moment.isActive())
        m_moment.start();
    m_bar->setRange(0, static_cast<int>(m_jobs.total())); // 0 to 0: it moves without saying how far
    m_bar->setValue(static_cast<int>(m_jobs.done()));
    const QString words =
        m_jobs.total() == 0
            ? m_jobs.what()
            : tr("%1: %2 of %3").arg(m_jobs.what(), numberWord(m_jobs.done()), numberWord(m_jobs.total()));
    m_what->setText(words);
    m_bar->setAccessibleName(words);
}

} // namespace satchel::ui
