// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/PaperPane.h"

#include "ui/deals/DealWords.h"
#include "ui/deals/PaperFiles.h"
#include "ui/deals/PaperPress.h"
#include "ui/deals/PaperView.h"
#include "ui/widgets/FileLinks.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Words.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int settleTime = 120; ///< ms: typing must not set a page for each key
}

PaperPane::PaperPane(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_press(new PaperPress(desk, this)),
      m_view(new PaperView(this)),
      m_place(makeLabel({}, "small", this)),
      m_trouble(makeLabel({}, "muted", this)),
      m_files(new FileLinks(this))
{
    wrap(m_trouble);
    m_trouble->hide();
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 8);
    layout->addWidget(makeBar());
    layout->addWidget(m_files);
    layout->addWidget(m_trouble);
    layout->addWidget(m_view, 1);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, [this] { m_press->load(m_quote); });
    connect(m_press, &PaperPress::loaded, m_view, &PaperView::setPages);
    connect(m_press, &PaperPress::loaded, m_trouble, &QWidget::hide);
    connect(m_press, &PaperPress::drawn, m_view, &PaperView::setImage);
    connect(m_press, &PaperPress::failed, this, [this](const QString& sentence) {
        m_trouble->setText(sentence);
        m_trouble->show();
    });
    connect(m_view, &PaperView::imageWanted, m_press, &PaperPress::draw, Qt::QueuedConnection);
    connect(m_view, &PaperView::moved, this, &PaperPane::showPlace);
    showPlace();
}

QWidget* PaperPane::makeBar()
{
    auto* bar = new QWidget(this);
    auto* row = new FlowLayout(8);
    bar->setLayout(row);
    const auto save = [&](const QString& name, const QKeySequence& key, PaperKind kind) {
        QPushButton* button = makeButton(name, "", bar, key);
        button->setShortcut(key);
        connect(button, &QPushButton::clicked, this, [this, kind] { write(kind); });
        row->addWidget(button);
        m_saves.push_back(button);
    };
    save(tr("Save as PDF"), QKeySequence(Qt::ALT | Qt::Key_P), PaperKind::Pdf);
    save(tr("Spreadsheet"), QKeySequence(Qt::ALT | Qt::Key_S), PaperKind::Spreadsheet);
    save(tr("Mail draft"), QKeySequence(Qt::ALT | Qt::Key_M), PaperKind::Mail);
    const auto zoom = [&](const QString& text, const QString& name, const QKeySequence& key, const auto& run) {
        QPushButton* button = makeButton(text, "quiet", bar, key);
        button->setAccessibleName(name);
        button->setToolTip(withKey(name, key));
        connect(button, &QPushButton::clicked, m_view, run);
        row->addWidget(button);
    };
    zoom(QStringLiteral("−"), tr("Smaller"), QKeySequence(Qt::Key_Minus), [this] { m_view->zoom(-1); });
    zoom(tr("Fit"), tr("As wide as there is room"), QKeySequence(Qt::Key_0), [this] { m_view->fitWidth(); });
    zoom(QStringLiteral("+"), tr("Larger"), QKeySequence(Qt::Key_Plus), [this] { m_view->zoom(1); });
    m_place->setMinimumHeight(32);
    row->addWidget(m_place);
    return bar;
}

void PaperPane::show(const Id& quote)
{
    if (quote == m_quote) {
        refresh();
        return;
    }
    m_quote = quote;
    m_files->hide();
    m_trouble->hide();
    m_view->clear();
    m_settle.stop();
    for (QPushButton* button : m_saves)
        button->setEnabled(!quote.isNull());
    if (!quote.isNull())
        m_press->load(quote);
}

void PaperPane::refresh()
{
    if (!m_quote.isNull() && !m_settle.isActive())
        m_settle.start();
}

void PaperPane::showPlace()
{
    m_place->setText(m_view->pages() == 0
                         ? QString()
                         : tr("Page %1 of %2").arg(numberWord(m_view->current() + 1), numberWord(m_view->pages())));
    m_place->setMinimumWidth(m_place->sizeHint().width());
}

void PaperPane::write(PaperKind kind)
{
    m_desk.reader.ask(
        this, [quote = m_quote, kind](Replica& replica) { return writePapers(replica, quote, {kind}, papersFolder()); },
        [this, kind](const Result<QStringList>& files) {
            if (!files.ok()) {
                m_trouble->setText(sentenceOf(files.error()));
                m_trouble->show();
                return;
            }
            const bool opened = kind == PaperKind::Mail && FileLinks::open(files->first());
            m_files->show(opened ? tr("The mail draft is open in your mail program.") : tr("Saved."), *files);
        });
}

} // namespace satchel::ui
