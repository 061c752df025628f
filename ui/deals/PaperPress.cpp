// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/PaperPress.h"

#include "ui/deals/DealWords.h"
#include "ui/deals/PaperFiles.h"

namespace satchel::ui {

// Type that was set belongs to the thread that set it, so it is let go of there as well.
struct PaperPress::Set {
    std::unique_ptr<documents::QuotePages> pages;
    pricing::Document document;
    std::optional<Record> company;
};

namespace {

struct Loaded {
    int pages = 0;
    QSizeF size;
    bool another = false;
    QString trouble;
};

} // namespace

PaperPress::PaperPress(const Desk& desk, QObject* parent)
    : QObject(parent), m_desk(desk), m_set(std::make_shared<Set>())
{}

PaperPress::~PaperPress()
{
    m_desk.reader.ask(&m_desk.reader, ReplicaThread::Question([set = m_set](Replica&) -> ReplicaThread::Answer {
        set->pages.reset();
        return [] {};
    }));
}

void PaperPress::load(const Id& quote)
{
    const std::uint64_t asked = ++m_asked;
    m_desk.reader.ask(
        this,
        [quote, set = m_set](Replica& replica) -> Loaded {
            auto sheet = sales::quoteSheet(replica, quote);
            if (!sheet.ok())
                return {.trouble = sentenceOf(sheet.error())};
            const bool same =
                set->pages != nullptr && set->document == sheet->document && set->company == sheet->company;
            if (!same) {
                auto pages = documents::QuotePages::layOut(sheet->document, letterheadFor(*sheet),
                                                           documents::Template::standard());
                if (!pages.ok())
                    return {.trouble = sentenceOf(pages.error())};
                set->pages = std::move(*pages);
                set->document = std::move(sheet->document);
                set->company = std::move(sheet->company);
            }
            return {.pages = set->pages->count(),
                    .size = QSizeF(set->pages->width(), set->pages->height()),
                    .another = !same};
        },
        [this, asked](const Loaded& loaded) {
            if (asked != m_asked)
                return;
            if (!loaded.trouble.isEmpty()) {
                Q_EMIT failed(loaded.trouble);
                return;
            }
            if (loaded.another) {
                ++m_generation;
                m_drawing.clear();
            }
            Q_EMIT this->loaded(loaded.pages, loaded.size, loaded.another);
        });
}

void PaperPress::draw(int page, double scale)
{
    if (!m_drawing.insert({page, scale}).second)
        return;
    m_desk.reader.ask(
        this,
        [page, scale, set = m_set](Replica&) -> QImage {
            if (set->pages == nullptr || page >= set->pages->count())
                return {};
            const documents::QuotePages::Image drawn = set->pages->image(page, scale);
            return QImage(reinterpret_cast<const uchar*>(drawn.pixels.constData()), drawn.width, drawn.height,
                          drawn.width * 4, QImage::Format_RGB32)
                .copy();
        },
        [this, page, scale, generation = m_generation](const QImage& image) {
            if (generation != m_generation)
                return;
            m_drawing.erase({page, scale});
            if (!image.isNull())
                Q_EMIT drawn(page, scale, image);
        });
}

} // namespace satchel::ui
