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
#include <QToolButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int settleTime = 120; ///< ms: typing must not set a page for each key
constexpr int barHeight = 32;
constexpr int usualWidth = 390;
} // namespace

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

// One row in the width it has beside the lines, in every language: names are in the tool tips.
QWidget* PaperPane::makeBar()
{
    auto* bar = new QWidget(this);
    auto* row = new FlowLayout(4);
    bar->setLayout(row);
    const auto save = [&](QAbstractButton* button, const QKeySequence& key, PaperKind kind) {
        button->setShortcut(key);
        connect(button, &QAbstractButton::clicked, this, [this, kind] { write(kind); });
        row->addWidget(button);
        m_saves.push_back(button);
    };
    const auto iconButton = [&](const char* iconName, const QString& name, const QKeySequence& key) {
        QToolButton* button = makeIconButton(QString::fromLatin1(iconName), name, bar, key);
        button->setMinimumHeight(barHeight);
        return button;
    };
    const QKeySequence pdf(Qt::ALT | Qt::Key_P), sheet(Qt::ALT | Qt::Key_S), mail(Qt::ALT | Qt::Key_M);
    QPushButton* asPdf = makeButton(QStringLiteral("PDF"), "", bar);
    asPdf->setAccessibleName(tr("Save as PDF"));
    asPdf->setToolTip(withKey(tr("Save as PDF"), pdf));
    save(asPdf, pdf, PaperKind::Pdf);
    save(iconButton("sheet", tr("Spreadsheet"), sheet), sheet, PaperKind::Spreadsheet);
    save(iconButton("mail", tr("Mail draft"), mail), mail, PaperKind::Mail);
    const auto zoom = [&](const char* iconName, const QString& name, const QKeySequence& key, const auto& run) {
        QToolButton* button = iconButton(iconName, name, key);
        connect(button, &QToolButton::clicked, m_view, run);
        row->addWidget(button);
    };
    zoom("minus", tr("Smaller"), QKeySequence(Qt::Key_Minus), [this] { m_view->zoom(-1); });
    zoom("move-horizontal", tr("As wide as there is room"), QKeySequence(Qt::Key_0), [this] { m_view->fitWidth(); });
    zoom("plus", tr("Larger"), QKeySequence(Qt::Key_Plus), [this] { m_view->zoom(1); });
    m_place->setMinimumHeight(barHeight);
    row->addWidget(m_place);
    return bar;
}

QSize PaperPane::sizeHint() const
{
    return {usualWidth, QWidget::sizeHint().height()};
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
    for (QAbstractButton* button : m_saves)
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
    const bool any = m_view->pages() > 0;
    const QString page = numberWord(m_view->current() + 1), pages = numberWord(m_view->pages());
    const QString sentence = any ? tr("Page %1 of %2").arg(page, pages) : QString();
    m_place->setText(any ? QStringLiteral("%1 / %2").arg(page, pages) : QString());
    m_place->setAccessibleName(sentence);
    m_place->setToolTip(sentence);
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
