// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/LogBox.h"

#include "core/base/TimeZone.h"
#include "core/sales/Dealings.h"
#include "ui/records/RowMakers.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTimeZone>

namespace satchel::ui {

namespace {

constexpr int longest = 180; // UTF-16 units, so below the limit of 200 code points
constexpr int mostPeople = 300;

std::string zoneHere()
{
    return QTimeZone::systemTimeZoneId().toStdString();
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

LogBox::LogBox(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_kind(new QComboBox(this)),
      m_line(new QLineEdit(this)),
      m_preview(new LogPreview(this)),
      m_trouble(makeLabel({}, "danger", this)),
      m_offer(makeFrame("hint", this)),
      m_question(makeLabel({}, "", m_offer)),
      m_accept(makeButton(tr("Log it"), "quiet", m_offer, QKeySequence(Qt::Key_Return)))
{
    const Field& kind = *schema::entity("activity").field("kind");
    for (const char* name : {"note", "call", "mail", "visit", "meeting"})
        m_kind->addItem(icon(activityIcon(name), Tint::Muted), choiceWord(name), QString::fromLatin1(name));
    nameCombo(m_kind, fieldWord(kind));
    m_kind->setToolTip(tr("What happened; Alt+Down chooses"));
    m_line->setPlaceholderText(tr("called Ana, wants price for 40, back Tue"));
    m_line->setAccessibleName(tr("Log a call or note"));
    m_line->setToolTip(withKey(tr("Log a call or note"), QKeySequence(Qt::Key_L)));
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_preview->hide();
    auto* bar = new QHBoxLayout;
    setMargins(bar, 0, 0, 0, 0, 8);
    bar->addWidget(m_kind);
    bar->addWidget(m_line, 1);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 4);
    QPushButton* no = makeButton(tr("Not now"), "quiet", m_offer, QKeySequence(Qt::Key_Escape));
    auto* offer = new QHBoxLayout(m_offer);
    setMargins(offer, 8, 4, 4, 4, 4);
    offer->addWidget(m_question, 1);
    offer->addWidget(m_accept);
    offer->addWidget(no);
    m_offer->hide();
    connect(no, &QPushButton::clicked, m_offer, &QWidget::hide);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        m_offer->hide();
        if (m_line->text().isEmpty()) // what is typed already is more than a beginning
            m_line->setText(m_beginning);
        focusLine();
        m_line->end(false);
    });
    layout->addWidget(m_offer);
    layout->addLayout(bar);
    layout->addWidget(m_preview);
    layout->addWidget(m_trouble);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::returnPressed, this, &LogBox::log);
    connect(m_line, &QLineEdit::textChanged, this, &LogBox::preview);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &LogBox::preview);
}

void LogBox::setCustomer(const RowKey& customer)
{
    setEnabled(true);
    if (m_customer == customer)
        return;
    m_customer = customer;
    m_offer->hide();
    m_line->clear();
    m_trouble->hide();
    m_people.clear();
    askPeople();
}

void LogBox::setNobody()
{
    m_customer = {};
    m_offer->hide();
    m_people.clear();
    m_line->clear();
    m_trouble->hide();
    setEnabled(false);
}

void LogBox::focusLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    askPeople();
}

void LogBox::offer(const QString& kind, const QString& name)
{
    const bool call = kind == QLatin1String("call");
    m_beginning = (call ? tr("called %1,") : tr("wrote to %1,")).arg(name) + QLatin1Char(' ');
    m_question->setText(call ? tr("Log the call with %1?").arg(name) : tr("Log the letter to %1?").arg(name));
    m_offer->show();
    m_accept->setFocus(Qt::OtherFocusReason); // whoever comes back has one key to press
}

bool LogBox::eventFilter(QObject* watched, QEvent* event)
{
    // With nothing typed, Ctrl+Z takes back what was logged, not the line that is gone.
    if (event->type() == QEvent::ShortcutOverride && m_line->text().isEmpty() &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void LogBox::askPeople()
{
    if (m_customer.entity != schema::entity("account").number)
        return;
    const auto question = [account = m_customer.id](Replica& replica) {
        const Entity& contact = schema::entity("contact");
        std::vector<Person> people;
        const auto page = replica.list({.entity = &contact,
                                        .search = {},
                                        .filters = {{*contact.indexOf("account"), Comparison::Equal, Value(account)}},
                                        .limit = mostPeople,
                                        .after = {}});
        if (page.ok())
            for (const Record& row : page->rows)
                people.push_back({row.id, row.label()});
        return people;
    };
    m_desk.reader.ask(this, question, [this, account = m_customer.id](const std::vector<Person>& people) {
        if (m_customer.id != account)
            return;
        m_people = people;
        preview();
    });
}

std::optional<std::size_t> LogBox::personIn(const QString& text) const
{
    std::vector<std::string> names;
    for (const Person& person : m_people)
        names.push_back(person.name);
    return personNamedIn(fromQString(text), names);
}

LogMeaning LogBox::meaningOf(const QString& text) const
{
    const std::string typed = fromQString(text);
    LogMeaning meaning{.line = readLogLine(typed, fromQString(QLocale().name()), m_desk.environment.now(), zoneHere()),
                       .kind = fromQString(m_kind->currentData().toString())};
    const LogLine& line = meaning.line;
    if (m_kind->currentIndex() == 0 && !line.kind.empty()) // a kind that was chosen by hand stays
        meaning.kind = line.kind;
    if (const auto person = personIn(text))
        meaning.person = toQString(m_people[*person].name);
    meaning.todo = line.what.empty() ? tr("Follow up: %1").arg(toQString(line.rest.empty() ? typed : line.rest))
                                     : capitalised(toQString(line.what));
    if (line.dueMinute)
        meaning.todo = tr("%1 (%2)", "what is to be done, at what time")
                           .arg(meaning.todo, QLocale().toString(QTime(*line.dueMinute / 60, *line.dueMinute % 60),
                                                                 QLocale::ShortFormat));
    meaning.todo = oneLine(meaning.todo, longest);
    const LogLine::Span at = line.doubtAt;
    meaning.doubt = doubtSentence(line.doubt, toQString(typed.substr(at.begin, at.end - at.begin)));
    return meaning;
}

void LogBox::preview()
{
    const QString text = m_line->text();
    m_preview->setVisible(!text.trimmed().isEmpty());
    m_line->setAccessibleDescription(
        text.trimmed().isEmpty() ? QString() : m_preview->show(meaningOf(text), m_desk.environment.now()));
}

void LogBox::log()
{
    const QString text = m_line->text();
    if (text.trimmed().isEmpty() || !hasCustomer())
        return;
    const LogMeaning meaning = meaningOf(text);
    const LogLine& line = meaning.line;
    sales::Dealing dealing{.customer = m_customer,
                           .contact = {},
                           .kind = meaning.kind,
                           .subject = line.planned ? fromQString(oneLine(capitalised(toQString(line.rest)), longest))
                                                   : fromQString(oneLine(text, longest)),
                           .notes = text.size() > longest ? fromQString(text) : std::string(),
                           .planned = line.planned,
                           .due = line.due,
                           .todo = fromQString(meaning.todo)};
    if (const auto person = personIn(text))
        dealing.contact = m_people[*person].id;
    if (!line.day.empty() || line.minute) {
        const std::string today = localDay(m_desk.environment.now());
        const std::string day = line.day.empty() ? today : line.day;
        if (line.minute || day != today)
            dealing.at = instantIn(zoneHere(), day, line.minute.value_or(12 * 60));
    }
    m_line->clear();
    const QString name =
        line.planned ? tr("Planned \"%1\", %2")
                           .arg(oneLine(toQString(dealing.subject), 40),
                                dayAndTime(line.day, line.minute, m_desk.environment.now()))
        : line.due.empty()
            ? tr("Logged \"%1\"").arg(oneLine(text, 40))
            : tr("Logged \"%1\", to-do %2").arg(oneLine(text, 40), dayAndTime(line.due, {}, m_desk.environment.now()));
    m_desk.undo.run(
        name, [dealing](Replica& replica) { return sales::logDealing(replica, dealing); }, this,
        [this, text, name](const Result<sales::Logged>& result) {
            m_trouble->setVisible(!result.ok());
            if (result.ok()) {
                m_kind->setCurrentIndex(0);
                Q_EMIT logged(name);
                return;
            }
            m_trouble->setText(toQString(result.error().message));
            if (m_line->text().isEmpty())
                m_line->setText(text); // nothing typed is lost
        });
}

} // namespace satchel::ui
