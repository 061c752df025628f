// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/HandOverPanel.h"

#include "ui/deals/DealWords.h"
#include "ui/deals/PaperFiles.h"
#include "ui/language/Sentences.h"
#include "ui/widgets/FileLinks.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

constexpr std::size_t mostWarnings = 8;

QString languageWord(const std::string& code)
{
    const QLocale locale(toQString(code));
    const QString own = locale.nativeLanguageName();
    return own.isEmpty() ? toQString(code) : own.left(1).toUpper() + own.mid(1);
}

} // namespace

HandOverPanel::HandOverPanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent)
    : DealPanel(desk, steps.quote.id, tr("Hand over to the customer"), parent),
      m_said(addText({})),
      m_warnings(new QVBoxLayout),
      m_language(new QComboBox(this)),
      m_folder(new QLineEdit(QDir::toNativeSeparators(papersFolder()), this)),
      m_spreadsheet(new QCheckBox(tr("Also as a spreadsheet"), this)),
      m_files(new FileLinks(this))
{
    setMargins(m_warnings, 0, 0, 0, 0, 4);
    m_body->insertLayout(0, m_warnings);
    for (const auto& [code, words] : documents::Template::standard().words)
        m_language->addItem(languageWord(code), toQString(code));
    addField(tr("Language of the paper"), m_language);
    nameCombo(m_language, tr("Language of the paper"));
    addField(tr("Folder"), m_folder);
    m_spreadsheet->setChecked(true);
    m_spreadsheet->setAccessibleName(m_spreadsheet->text());
    m_body->addWidget(m_spreadsheet);
    m_body->addWidget(m_files);
    for (QWidget* field : {static_cast<QWidget*>(m_language), static_cast<QWidget*>(m_folder)})
        for (QLabel* caption : findChildren<QLabel*>())
            if (caption->buddy() == field)
                m_wishes.insert(m_wishes.end(), {caption, field});
    m_wishes.push_back(m_spreadsheet);
    setPrimary(tr("Hand over"), [this] { handOver(); });
    connect(m_language, &QComboBox::activated, this, &HandOverPanel::setLanguage);
    refresh();
}

void HandOverPanel::begin()
{
    if (m_primary != nullptr && m_primary->isEnabled())
        m_primary->setFocus(Qt::OtherFocusReason);
    else
        DealPanel::begin();
}

void HandOverPanel::refresh()
{
    if (isDone())
        return;
    m_desk.reader.ask(
        this, [quote = m_quote](Replica& replica) { return load(replica, quote); },
        [this](const Result<Look>& look) {
            if (!isDone())
                show(look);
        });
}

Result<HandOverPanel::Look> HandOverPanel::load(Replica& replica, const Id& quote)
{
    Look look;
    SATCHEL_ASSIGN(look.warnings, sales::warningsFor(replica, quote));
    SATCHEL_ASSIGN(const sales::QuoteSheet sheet, sales::quoteSheet(replica, quote));
    const documents::Recipient to = recipientFor(sheet);
    const QString customer = toQString(sheet.document.customerName);
    const QString total = moneyWord(sheet.document.gross, sheet.document.currency);
    look.sentence =
        to.email.empty()
            ? tr("%1 gets an offer of %2. The mail draft has no address yet: the contact has none.")
                  .arg(customer, total)
            : tr("%1 gets an offer of %2, as a mail draft to %3.").arg(customer, total, toQString(to.email));
    if (!sheet.document.validUntil.empty())
        look.sentence += QLatin1Char(' ') + tr("It is valid until %1.").arg(dayWord(sheet.document.validUntil));
    look.language = documents::Template::standard().wordsFor(sheet.document.language).language;
    return look;
}

void HandOverPanel::show(const Result<Look>& look)
{
    clearLayout(m_warnings);
    if (!look.ok()) {
        complain(look.error());
        return;
    }
    const auto add = [this](const QString& sentence) {
        auto* row = new QHBoxLayout;
        setMargins(row, 0, 0, 0, 0, 8);
        row->addWidget(new IconLabel(QStringLiteral("circle-alert"), Tint::Warning, 16, this), 0, Qt::AlignTop);
        QLabel* text = makeLabel(sentence, "", this);
        wrap(text);
        row->addWidget(text, 1);
        m_warnings->addLayout(row);
    };
    if (!look->warnings.empty())
        m_warnings->addWidget(makeLabel(tr("Know before it goes out"), "section", this));
    for (std::size_t i = 0; i < look->warnings.size() && i < mostWarnings; ++i)
        add(sentenceWord(toQString(look->warnings[i].text)));
    if (look->warnings.size() > mostWarnings)
        add(tr("And %n more.", nullptr, static_cast<int>(look->warnings.size() - mostWarnings)));
    m_said->setText(look->sentence);
    m_language->setCurrentIndex(m_language->findData(toQString(look->language)));
}

// The paper shows it as soon as there is room for it again.
void HandOverPanel::setLanguage()
{
    const Entity& quote = schema::entity("quote");
    const Action action{.name = tr("Changed the language of the paper"),
                        .edits = {{.kind = OperationKind::Update,
                                   .entity = &quote,
                                   .id = m_quote,
                                   .values = {{*quote.indexOf("language"),
                                               Value(fromQString(m_language->currentData().toString()))}}}}};
    m_desk.undo.perform(action, this, [this](const Result<ReplicaWriter::Done>& done) {
        if (!done.ok())
            complain(done.error());
    });
}

void HandOverPanel::handOver()
{
    perform(
        tr("Handed over a quote"),
        [quote = m_quote](Replica& replica) { return sales::Deals(replica).handOver(quote); },
        [this](const sales::HandedOver& handed) { write(handed); });
}

void HandOverPanel::write(const sales::HandedOver& handed)
{
    finish();
    for (QWidget* wish : m_wishes)
        wish->hide();
    clearLayout(m_warnings);
    const QString number = toQString(handed.number);
    m_said->setText(handed.isDraftNumber
                        ? tr("There was no number left on this laptop, so the quote keeps %1.").arg(number)
                        : QString());
    m_said->setVisible(handed.isDraftNumber);
    QList<PaperKind> kinds = {PaperKind::Mail, PaperKind::Pdf};
    if (m_spreadsheet->isChecked())
        kinds << PaperKind::Spreadsheet;
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    m_desk.reader.ask(
        this,
        [quote = m_quote, kinds, folder = folder.isEmpty() ? papersFolder() : folder](Replica& replica) {
            return writePapers(replica, quote, kinds, folder);
        },
        [this, number](const Result<QStringList>& files) {
            if (!files.ok()) {
                complain(tr("%1 is handed over, but its files could not be written: %2 Save them from the preview.")
                             .arg(number, sentenceOf(files.error())));
                return;
            }
            const bool opened = FileLinks::open(files->first());
            m_files->show(opened ? tr("%1 is handed over. The mail draft is open in your mail program.").arg(number)
                                 : tr("%1 is handed over. No mail program opened the draft; it is here:").arg(number),
                          *files);
        });
    Q_EMIT notice(tr("Handed over %1").arg(number), false);
}

} // namespace satchel::ui
