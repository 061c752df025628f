// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/merge/TextMerge.h"
#include "sync/merge/Difference.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <random>

using namespace satchel;

namespace {

using Lines = std::vector<std::string>;

std::string joined(const Lines& lines)
{
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i)
        text += (i > 0 ? "\n" : "") + lines[i];
    return text;
}

Lines lines(std::string_view text)
{
    Lines found(1);
    for (const char c : text) {
        if (c == '\n')
            found.emplace_back();
        else
            found.back() += c;
    }
    return found;
}

Lines sortedWithoutMarkers(std::string_view text)
{
    Lines all = lines(text);
    std::erase_if(all, [](const std::string& line) {
        return line == textMarkerTheirs || line == textMarkerMine || line == textMarkerEnd;
    });
    std::sort(all.begin(), all.end());
    return all;
}

std::string both(const std::string& theirs, const std::string& mine)
{
    return ">>> 1\n" + theirs + "\n>>> 2\n" + mine + "\n<<<";
}

// An edit of a base of three lines, written down as what happens to its seven places: the gaps before, between and
// after the lines (0, 2, 4, 6), into which a line may be put, and the lines (1, 3, 5), which may be rewritten (1) or
// deleted (2). Nothing here compares texts: it is what TextMerge must find out.
struct Edit {
    std::array<int, 7> places{};

    static Edit numbered(int number)
    {
        Edit edit;
        for (std::size_t i = 0; i < edit.places.size(); ++i) {
            const int choices = i % 2 == 0 ? 2 : 3;
            edit.places[i] = number % choices;
            number /= choices;
        }
        return edit;
    }
    static constexpr int count = 16 * 27;
    [[nodiscard]] bool touches(std::size_t place) const { return places[place] != 0; }
};

const Lines baseLines = {"eins", "zwei", "drei"};

// What stands at a place after an edit by `author`, added to `to`.
void addPlace(Lines& to, std::size_t place, int what, const std::string& author)
{
    if (place % 2 == 0) {
        if (what == 1)
            to.push_back(author + "Put" + std::to_string(place));
    } else if (what == 0) {
        to.push_back(baseLines[place / 2]);
    } else if (what == 1) {
        to.push_back(author + "New" + std::to_string(place));
    }
}

std::string edited(const Edit& edit, const std::string& author)
{
    Lines result;
    for (std::size_t place = 0; place < 7; ++place)
        addPlace(result, place, edit.places[place], author);
    return joined(result);
}

// Whether a line that `inner` put in stands between two lines that `outer` both changed: inside of one change.
bool putsInside(const Edit& inner, const Edit& outer)
{
    return (inner.touches(2) && outer.touches(1) && outer.touches(3)) ||
           (inner.touches(4) && outer.touches(3) && outer.touches(5));
}

} // namespace

class TextMergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editsOfDifferentPlacesAreBothTaken_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("merged");
        const auto row = [](const char* name, const char* base, const char* theirs, const char* mine,
                            const char* merged) {
            QTest::newRow(name) << QByteArray(base) << QByteArray(theirs) << QByteArray(mine) << QByteArray(merged);
        };
        row("nobody", "a", "a", "a", "a");
        row("only they", "a", "b", "a", "b");
        row("only I", "a", "a", "b", "b");
        row("both alike", "a", "b", "b", "b");
        row("first and last line", "a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC");
        row("neighbouring lines", "a\nb", "A\nb", "a\nB", "A\nB");
        row("the last line, and one below it", "a\nb", "a\nB", "a\nb\nc", "a\nB\nc");
        row("with a line end at the end", "a\nb\n", "A\nb\n", "a\nb\nc\n", "A\nb\nc\n");
        row("one puts in, one deletes", "a\nb\nc", "a\nx\nb\nc", "a\nb", "a\nx\nb");
        row("each deletes another line", "a\nb", "b", "a", "");
        row("alike here, different there", "a\nb\nc", "A\nb\nC", "A\nb\nc", "A\nb\nC");
        row("two words of one line", "call Bob today", "phone Bob today", "call Bob tomorrow", "phone Bob tomorrow");
        row("neighbouring words", "red car", "blue car", "red bus", "blue bus");
        row("a word, and one behind it", "call Bob", "call Bobby", "call Bob now", "call Bobby now");
        row("a comma and a word", "yes no", "yes, no", "yes maybe", "yes, maybe");
        row("Windows line ends stay", "a\r\nb\r\nc", "A\r\nb\r\nc", "a\r\nb\r\nC", "A\r\nb\r\nC");
        row("Japanese without spaces", "\xe6\x9c\xac\xe6\x97\xa5\xe3\x81\xaf", "\xe6\x9c\xac\xe5\xa4\x9c\xe3\x81\xaf",
            "\xe6\x9c\xac\xe6\x97\xa5\xe3\x81\xae", "\xe6\x9c\xac\xe5\xa4\x9c\xe3\x81\xae");
        row("a word joined to its accents", "e\xcc\x81t\xc3\xa9 ici", "e\xcc\x81t\xc3\xa9s ici",
            "e\xcc\x81t\xc3\xa9 ici.", "e\xcc\x81t\xc3\xa9s ici.");
    }
    void editsOfDifferentPlacesAreBothTaken()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, theirs);
        QFETCH(QByteArray, mine);
        QFETCH(QByteArray, merged);
        const TextMergeResult result = mergeText(base.toStdString(), theirs.toStdString(), mine.toStdString());
        QCOMPARE(result.text, merged.toStdString());
        QVERIFY(!result.overlap);
        QCOMPARE(mergeText(base.toStdString(), mine.toStdString(), theirs.toStdString()).text, merged.toStdString());
    }

    void editsOfTheSamePlaceStandOneAfterTheOtherBetweenMarkers_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("merged");
        const auto row = [](const char* name, const char* base, const char* theirs, const char* mine,
                            const std::string& merged) {
            QTest::newRow(name) << QByteArray(base) << QByteArray(theirs) << QByteArray(mine)
                                << QByteArray::fromStdString(merged);
        };
        row("one word", "call Bob", "call Jim", "call Tom", both("call Jim", "call Tom"));
        row("a line below the last", "a", "a\nx", "a\ny", "a\n" + both("x", "y"));
        row("an empty text", "", "x", "y", both("x", "y"));
        row("with what surrounds it", "a\nb\nc", "a\nX\nc", "a\nY\nc", "a\n" + both("X", "Y") + "\nc");
        row("what both begin with stands once", "a", "a\nsame\nx", "a\nsame\ny", "a\nsame\n" + both("x", "y"));
        row("what both end with stands once", "a\nb", "x\nsame\nb", "y\nsame\nb", both("x", "y") + "\nsame\nb");
        row("one deletes what the other rewrites", "a\nb", "a", "a\nB", "a\n>>> 1\n>>> 2\nB\n<<<");
        row("an overlap beside a clean change", "a\nb\nc", "A1\nb\nc", "A2\nb\nC", both("A1", "A2") + "\nb\nC");
    }
    void editsOfTheSamePlaceStandOneAfterTheOtherBetweenMarkers()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, theirs);
        QFETCH(QByteArray, mine);
        QFETCH(QByteArray, merged);
        const TextMergeResult result = mergeText(base.toStdString(), theirs.toStdString(), mine.toStdString());
        QCOMPARE(result.text, merged.toStdString());
        QVERIFY(result.overlap);
    }

    void everyPairOfEditsOfThreeLinesKeepsWhatBothTyped()
    {
        const std::string base = joined(baseLines);
        int composed = 0;
        int overlaps = 0;
        for (int theirNumber = 0; theirNumber < Edit::count; ++theirNumber) {
            for (int myNumber = 0; myNumber <= theirNumber; ++myNumber) { // the others are these, swapped
                if ((theirNumber * 7 + myNumber) % 3 != 0)
                    continue; // a third of them, to be quick
                const Edit a = Edit::numbered(theirNumber);
                const Edit b = Edit::numbered(myNumber);
                const std::string theirs = edited(a, "their");
                const std::string mine = edited(b, "my");
                const TextMergeResult result = mergeText(base, theirs, mine);
                const TextMergeResult swapped = mergeText(base, mine, theirs);
                const auto told = [&] { return joined({base, "--", theirs, "--", mine, "-->", result.text}); };
                Lines expected;
                bool disjoint = !putsInside(a, b) && !putsInside(b, a);
                for (std::size_t place = 0; place < 7; ++place) {
                    disjoint = disjoint && !(a.touches(place) && b.touches(place));
                    addPlace(expected, place, a.touches(place) ? a.places[place] : b.places[place],
                             a.touches(place) ? "their" : "my");
                }
                if (disjoint) {
                    ++composed;
                    if (!(!result.overlap && result.text == joined(expected)))
                        QFAIL(told().c_str());
                }
                overlaps += result.overlap ? 1 : 0;
                if (!(result.overlap == swapped.overlap))
                    QFAIL(told().c_str());
                if (!(result.overlap || result.text == swapped.text))
                    QFAIL(told().c_str());
                for (const Lines& typed : {lines(theirs), lines(mine)})
                    for (const std::string& line : typed)
                        if (std::find(baseLines.begin(), baseLines.end(), line) == baseLines.end())
                            if (!(result.text.find(line) != std::string::npos))
                                QFAIL(told().c_str());
            }
        }
        QVERIFY(composed > 1000);
        QVERIFY(overlaps > 5000);
    }

    void mergingIsSymmetricalForTextsOfRepeatedLinesToo()
    {
        std::mt19937 random(20261122);
        const auto number = [&](unsigned below) { return static_cast<unsigned>(random()) % below; };
        const auto anyText = [&] {
            std::string text;
            for (unsigned left = number(9); left > 0; --left)
                text += std::string(1, "ab \n\n"[number(5)]);
            return text;
        };
        for (int round = 0; round < 30000; ++round) {
            const std::string base = anyText();
            const std::string theirs = anyText();
            const std::string mine = anyText();
            const TextMergeResult one = mergeText(base, theirs, mine);
            const TextMergeResult other = mergeText(base, mine, theirs);
            const auto told = [&] {
                return joined({base, "--", theirs, "--", mine, "-->", one.text, "/", other.text});
            };
            if (!(one.overlap == other.overlap))
                QFAIL(told().c_str());
            if (!(one.overlap || one.text == other.text))
                QFAIL(told().c_str());
            if (!(sortedWithoutMarkers(one.text) == sortedWithoutMarkers(other.text)))
                QFAIL(told().c_str());
            QCOMPARE(mergeText(base, theirs, base).text, theirs);
            QCOMPARE(mergeText(base, base, mine).text, mine);
            QCOMPARE(mergeText(base, mine, mine).text, mine);
        }
    }

    void aDifferenceTurnsTheBaseIntoTheOther()
    {
        std::mt19937 random(1);
        static const std::array<std::string_view, 3> alphabet = {"a", "b", "c"};
        for (int round = 0; round < 20000; ++round) {
            std::vector<std::string_view> base(random() % 8);
            std::vector<std::string_view> other(random() % 8);
            for (auto* pieces : {&base, &other})
                for (std::string_view& piece : *pieces)
                    piece = alphabet[random() % 3];
            std::vector<std::string_view> rebuilt;
            std::size_t at = 0;
            for (const Hunk& hunk : difference(base, other)) {
                QVERIFY(hunk.baseBegin >= at && hunk.baseEnd <= base.size() && hunk.end <= other.size());
                QVERIFY(hunk.baseEnd > hunk.baseBegin || hunk.end > hunk.begin);
                for (; at < hunk.baseBegin; ++at)
                    rebuilt.push_back(base[at]);
                for (std::size_t i = hunk.begin; i < hunk.end; ++i)
                    rebuilt.push_back(other[i]);
                at = hunk.baseEnd;
            }
            for (; at < base.size(); ++at)
                rebuilt.push_back(base[at]);
            QVERIFY(rebuilt == other);
        }
    }

    void aTextOfTooManyLinesIsKeptInBothVersions()
    {
        const std::string base(20001, '\n');
        const TextMergeResult result = mergeText(base, "x" + base, base + "y");
        QVERIFY(result.overlap);
        QVERIFY(result.text.find('x') != std::string::npos && result.text.find('y') != std::string::npos);
    }

    void theLargestNotesWithNothingInCommonAreMergedWithoutDelay()
    {
        std::string base;
        std::string theirs;
        std::string mine;
        for (int i = 0; i < 19000; ++i) {
            base += "a" + std::to_string(i) + (i % 2 == 0 ? " " : "\n");
            theirs += "b" + std::to_string(i * 7) + "\n";
            mine += "c" + std::to_string(i * 3) + " ";
        }
        QElapsedTimer timer;
        timer.start();
        const TextMergeResult result = mergeText(base, theirs, mine);
        QVERIFY(result.overlap);
        QVERIFY(result.text.find(mine) != std::string::npos);
        QVERIFY2(timer.elapsed() < 20000, std::to_string(timer.elapsed()).c_str());
    }
};

QTEST_GUILESS_MAIN(TextMergeTest)
#include "TextMergeTest.moc"
