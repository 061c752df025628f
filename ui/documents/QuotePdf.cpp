// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/QuotePdf.h"
#include "ui/documents/QuotePages.h"
#include "ui/documents/Text.h"

#include <QDateTime>

#include <cairo-pdf.h>

namespace satchel::documents {

namespace {

// A PDF being written into memory.
class PdfFile {
public:
    PdfFile(double width, double height)
        : m_surface(cairo_pdf_surface_create_for_stream(&PdfFile::append, &m_bytes, width, height)),
          m_paper(cairo_create(m_surface))
    {}
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;
    ~PdfFile()
    {
        cairo_destroy(m_paper);
        cairo_surface_destroy(m_surface);
    }

    [[nodiscard]] cairo_t* paper() const { return m_paper; }

    void say(cairo_pdf_metadata_t what, const std::string& text) const
    {
        if (!text.empty())
            cairo_pdf_surface_set_metadata(m_surface, what, text.c_str());
    }

    void bookmark(const std::string& title, int page, double y) const
    {
        const std::string where = "page=" + std::to_string(page) + " pos=[0 " + std::to_string(int(y)) + "]";
        cairo_pdf_surface_add_outline(m_surface, CAIRO_PDF_OUTLINE_ROOT, title.c_str(), where.c_str(),
                                      cairo_pdf_outline_flags_t(0));
    }

    // The whole file; empty if something went wrong.
    QByteArray finish()
    {
        cairo_surface_finish(m_surface);
        const bool good =
            cairo_status(m_paper) == CAIRO_STATUS_SUCCESS && cairo_surface_status(m_surface) == CAIRO_STATUS_SUCCESS;
        return good ? m_bytes : QByteArray();
    }

private:
    static cairo_status_t append(void* bytes, const unsigned char* data, unsigned length)
    {
        static_cast<QByteArray*>(bytes)->append(reinterpret_cast<const char*>(data), qsizetype(length));
        return CAIRO_STATUS_SUCCESS;
    }

    QByteArray m_bytes;
    cairo_surface_t* m_surface;
    cairo_t* m_paper;
};

void describe(const PdfFile& file, const QuotePaper& paper, const Letterhead& head, std::int64_t madeAt)
{
    const std::string when = QDateTime::fromMSecsSinceEpoch(madeAt, Qt::UTC)
                                 .toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"))
                                 .toStdString();
    file.say(
        CAIRO_PDF_METADATA_TITLE,
        joined({paper.draft ? joined({paper.heading, paper.number}, ", ") : paper.heading, paper.title}, " \u2013 "));
    file.say(CAIRO_PDF_METADATA_AUTHOR, oneLine(head.name));
    file.say(CAIRO_PDF_METADATA_CREATOR, "Satchel");
    file.say(CAIRO_PDF_METADATA_CREATE_DATE, when);
    file.say(CAIRO_PDF_METADATA_MOD_DATE, when);
}

} // namespace

Result<QByteArray> quotePdf(const pricing::Document& document, const Letterhead& head, const Template& look,
                            std::int64_t madeAt)
{
    SATCHEL_ASSIGN(const std::unique_ptr<QuotePages> pages, QuotePages::layOut(document, head, look));
    PdfFile file(look.pageWidth, look.pageHeight);
    describe(file, pages->paper(), head, madeAt);
    for (int page = 0; page < pages->count(); ++page) {
        pages->draw(page, file.paper(), [&](double y, const std::string& title) { file.bookmark(title, page + 1, y); });
        cairo_show_page(file.paper());
    }
    QByteArray bytes = file.finish();
    if (bytes.isEmpty())
        return Error{ErrorKind::Internal, "The PDF could not be made."};
    return bytes;
}

} // namespace satchel::documents
