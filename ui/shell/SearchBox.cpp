// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SearchBox.h"

#include "core/store/SearchText.h"
#include "ui/records/RowMakers.h"
#include "ui/theme/Colors.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QAction>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QToolButton>

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr int mostHits = 12;
constexpr int mostCommands = 6;
constexpr int mostCustomers = 3;
constexpr int mostHelp = 4;
constexpr qsizetype lettersForHelp = 3;
constexpr int rowHeight = 44;
enum Role { IconRole = Qt::UserRole + 1, ContextRole, AsideRole };

class ResultDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, rowHeight}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& colors = colorsOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colors.accentSoft);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(0, 1, 0, -1), 6, 6);
        }
        const QRect mark(option.rect.topLeft() + QPoint(12, (rowHeight - 18) / 2), QSize(18, 18));
        painter->drawPixmap(
            QStyle::visualRect(option.direction, option.rect, mark).topLeft(),
            iconPixmap(index.data(IconRole).toString(), 18, colors.muted, painter->device()->devicePixelRatio()));
        const QRect text = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(42, 0, -12, 0));
        QFont small = option.font;
        small.setPixelSize(12);
        const QString aside = index.data(AsideRole).toString();
        const int asideWidth = QFontMetrics(small).horizontalAdvance(aside) + 12;
        painter->setPen(colors.text);
        painter->setFont(option.font);
        // What tells it from others of its name is seen, however long the name is.
        const QString context = index.data(ContextRole).toString();
        const int room = text.width() - asideWidth;
        const int kept =
            context.isEmpty() ? 0 : qMin(room * 2 / 5, QFontMetrics(small).horizontalAdvance(context) + 12);
        const QString title = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room - kept);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, title);
        const int used = painter->fontMetrics().horizontalAdvance(title) + 10;
        painter->setFont(small);
        painter->setPen(colors.muted);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, aside);
        const QRect rest = QStyle::visualRect(option.direction, text, text.adjusted(used, 0, -asideWidth, 0));
        if (rest.width() > 40)
            painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                              painter->fontMetrics().elidedText(context, Qt::ElideRight, rest.width()));
        painter->restore();
    }
};

QString folded(const QString& text)
{
    return toQString(foldText(fromQString(text)));
}

QStringList wordsOf(const QString& text)
{
    return folded(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

bool hasAll(const QString& text, const QStringList& words)
{
    return std::all_of(words.begin(), words.end(),
                       [whole = folded(text)](const QString& word) { return whole.contains(word); });
}

// With how many words of the command the typed ones begin.
qsizetype saidOf(const QString& command, const QStringList& typed)
{
    const QStringList own = wordsOf(command);
    const auto first =
        std::find_if(typed.begin(), typed.end(), [&](const QString& word) { return !own.contains(word); });
    return first - typed.begin();
}

QString whenWord(const Value& when, Milliseconds now)
{
    if (when.isNull())
        return {};
    return dateWord(when.isInteger() ? localDay(when.integer()) : when.text(), now);
}

} // namespace

SearchBox::SearchBox(const Desk& desk, QWidget* parent)
    : QLineEdit(parent),
      m_desk(desk),
      m_results(new QListWidget(parent->window())),
      m_generation(std::make_shared<std::atomic<std::uint64_t>>(0))
{
    const QKeySequence key(Qt::CTRL | Qt::Key_K);
    setPlaceholderText(tr("Search everything (%1)").arg(key.toString(QKeySequence::NativeText)));
    setAccessibleName(tr("Search everything"));
    setToolTip(withKey(tr("Names, phone digits, words of notes, actions"), key));
    addLeadingIcon(this, QStringLiteral("search"));
    addClearButton(this);
    m_results->setItemDelegate(new ResultDelegate(m_results));
    m_results->setFocusPolicy(Qt::NoFocus);
    m_results->setAccessibleName(tr("Search results"));
    m_results->setProperty("kind", QStringLiteral("results"));
    m_results->hide();
    connect(this, &QLineEdit::textEdited, this, &SearchBox::search);
    connect(m_results, &QListWidget::itemPressed, this, &SearchBox::choose);
}

void SearchBox::search()
{
    const std::uint64_t generation = ++*m_generation;
    const std::string words = fromQString(text().trimmed());
    if (words.empty()) {
        show({});
        return;
    }
    m_desk.reader.ask(
        this, ReplicaThread::Question([this, words, customer = fromQString(customerTyped()), generation,
                                       current = m_generation](Replica& replica) -> ReplicaThread::Answer {
            if (*current != generation)
                return {};
            auto records = replica.searchEverything(words, mostHits);
            if (!records.ok())
                return {};
            auto found = std::make_shared<Found>(Found{.records = std::move(*records)});
            if (!customer.empty())
                if (auto fit = replica.searchAmong(schema::entity("account"), customer, mostCustomers); fit.ok())
                    found->customers = std::move(*fit);
            return [this, found, generation] {
                if (*m_generation == generation)
                    show(*found);
            };
        }));
}

// What was typed behind the words of something to begin for a customer.
QString SearchBox::customerTyped() const
{
    const QStringList typed = wordsOf(text());
    qsizetype said = 0;
    for (const CustomerCommand& command : m_forCustomers)
        said = qMax(said, saidOf(command.name, typed));
    return said == 0 ? QString() : typed.mid(said).join(QLatin1Char(' '));
}

void SearchBox::show(const Found& found)
{
    m_results->clear();
    m_offered.clear();
    const QStringList typed = wordsOf(text());
    offerCommands(true);
    const bool meant = std::any_of(m_forCustomers.begin(), m_forCustomers.end(),
                                   [&](const CustomerCommand& command) { return saidOf(command.name, typed) > 1; });
    if (meant) // "New York" says one of these words, too
        offerForCustomers(found.customers);
    offerRecords(found.records);
    if (!meant)
        offerForCustomers(found.customers);
    offerCommands(false);
    offerHelp();
    if (m_offered.empty()) {
        auto* item = new QListWidgetItem(tr("Nothing fits \"%1\"").arg(oneLine(text().trimmed(), 40)), m_results);
        item->setFlags(Qt::NoItemFlags);
        item->setData(IconRole, QStringLiteral("search"));
    }
    place();
}

void SearchBox::offerRecords(const std::vector<Hit>& records)
{
    for (const Hit& hit : records) {
        const Entity& entity = *schema::entityNumbered(hit.key.entity);
        QStringList context{oneLine(toQString(hit.context)), whenWord(hit.when, m_desk.environment.now())};
        context.removeAll(QString());
        offer({.title = oneLine(toQString(hit.label)),
               .iconName = iconFor(entity),
               .context = context.join(QStringLiteral(" · ")),
               .aside = entityWord(entity),
               .run = [this, key = hit.key] { Q_EMIT openRequested(key); }});
    }
}

void SearchBox::offerForCustomers(const std::vector<Hit>& customers)
{
    const QStringList typed = wordsOf(text());
    qsizetype most = 1;
    for (const CustomerCommand& command : m_forCustomers)
        most = qMax(most, saidOf(command.name, typed));
    for (const CustomerCommand& command : m_forCustomers)
        if (saidOf(command.name, typed) == most)
            for (const Hit& hit : customers)
                offer({.title = command.name.arg(oneLine(toQString(hit.label), 80)),
                       .iconName = command.iconName,
                       .context = oneLine(toQString(hit.context)),
                       .aside = {},
                       .run = [run = command.run, id = hit.key.id] { run(id); }});
}

// Those that are called as was typed, or those that only have the words; without a word: all.
void SearchBox::offerCommands(bool calledSo)
{
    const QStringList typed = wordsOf(text());
    const QString beginning = typed.join(QLatin1Char(' '));
    int shown = 0;
    for (const Command& command : m_commands) {
        const bool begins = !typed.isEmpty() && folded(command.name).startsWith(beginning);
        if (shown == mostCommands || begins != calledSo || !hasAll(command.name, typed))
            continue;
        offer({.title = command.name,
               .iconName = command.iconName,
               .context = {},
               .aside = command.key.toString(QKeySequence::NativeText),
               .run = command.run});
        ++shown;
    }
}

void SearchBox::offerHelp()
{
    const QStringList typed = wordsOf(text());
    if (typed.join(QString()).size() < lettersForHelp)
        return;
    int shown = 0;
    for (const auto& line : m_help) {
        const bool isCommand = std::any_of(m_commands.begin(), m_commands.end(),
                                           [&](const Command& command) { return command.name == line.second; });
        if (shown == mostHelp || isCommand || !hasAll(line.second, typed))
            continue;
        offer({.title = line.second,
               .iconName = QStringLiteral("keyboard"),
               .context = {},
               .aside = keysInWords(line.first),
               .run = [this] { Q_EMIT helpRequested(); }});
        ++shown;
    }
}

void SearchBox::offer(Offer offer)
{
    auto* item = new QListWidgetItem(offer.title, m_results);
    item->setData(IconRole, offer.iconName);
    item->setData(ContextRole, offer.context);
    item->setData(AsideRole, offer.aside);
    item->setData(Qt::AccessibleDescriptionRole, QStringLiteral("%1, %2").arg(offer.context, offer.aside));
    m_offered.push_back(std::move(offer.run));
}

void SearchBox::place()
{
    m_results->setCurrentRow(0);
    const int width = qMax(this->width(), 480);
    const QPoint corner = mapTo(window(), QPoint(isRightToLeft() ? 0 : this->width() - width, height() + 4));
    m_results->setGeometry(corner.x(), corner.y(), width,
                           qMin(m_results->count() * rowHeight + 12, window()->height() - corner.y() - 16));
    m_results->setVisible(hasFocus());
    m_results->raise();
}

void SearchBox::choose()
{
    const int row = m_results->currentRow();
    if (row < 0 || static_cast<std::size_t>(row) >= m_offered.size() || !m_results->isVisible())
        return;
    const std::function<void()> run = m_offered[static_cast<std::size_t>(row)];
    leave();
    clear();
    run();
}

void SearchBox::leave()
{
    ++*m_generation;
    m_results->hide();
    Q_EMIT left();
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    const int row = m_results->currentRow();
    switch (event->key()) {
    case Qt::Key_Down: m_results->setCurrentRow(qMin(row + 1, m_results->count() - 1)); return;
    case Qt::Key_Up: m_results->setCurrentRow(qMax(row - 1, 0)); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return;
    case Qt::Key_Escape:
        clear();
        leave();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    selectAll();
    search(); // actions show before the first letter
}

void SearchBox::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    m_results->hide();
}

} // namespace satchel::ui
