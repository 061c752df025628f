// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/SmallCompany.h"

#include <QJsonDocument>

using namespace satchel::test;
using namespace Qt::StringLiterals;

/// Every string of the Big List of Naughty Strings is a contact's notes like any other: taken as it is, sent to the
/// server, and back on another laptop byte for byte, as show, list and export say it.
class NaughtyStringsTest : public QObject {
    Q_OBJECT

private:
    QByteArrayList m_strings;
    std::unique_ptr<SmallCompany> m_company;

private Q_SLOTS:
    void initTestCase()
    {
        const QString file = sharedData("strings-blns/blns.json");
        if (file.isEmpty())
            QSKIP("the naughty strings are not here");
        for (const QJsonValue& value : QJsonDocument::fromJson(contentOf(file)).array()) {
            const QString text = value.toString();
            if (!text.contains(QChar(u'\0')) && text.isValidUtf16())
                m_strings << text.toUtf8();
        }
        QVERIFY(m_strings.size() > 400);
        m_company = std::make_unique<SmallCompany>();
    }

    void everyStringComesBackFromAnotherLaptopByteForByte()
    {
        const Profile here = m_company->laptop("ana", "here");
        QMap<QString, QByteArray> written;
        for (const QByteArray& text : std::as_const(m_strings)) {
            const QString id = here.add("contact", {"last_name=Naughty", "account=Acme", "notes=" + text});
            QVERIFY2(!id.isEmpty(), text.toHex().constData());
            written[id] = text;
        }
        QCOMPARE(here.sync()[u"pushed"].toInt(), written.size());
        const Profile there = m_company->laptop("ana", "there");
        int compared = 0;
        for (const QJsonValue& row : there.all("contact", {"--where", "last_name=Naughty"})) {
            const QByteArray& text = written[row[u"id"].toString()];
            // The empty string is what clears a field.
            QVERIFY2(row[u"notes"].toString().toUtf8() == text && row[u"notes"].isNull() == text.isEmpty(),
                     text.toHex().constData());
            ++compared;
        }
        QCOMPARE(compared, written.size());
        QVERIFY(there.verified());
        QVERIFY(here.verified());
    }

    void everyStringReplacesAnother()
    {
        const Profile here = m_company->laptop("ana", "setter");
        const QString id = here.add("contact", {"last_name=Changing", "account=Acme", "notes=at first"});
        for (int i = 0; i < m_strings.size(); i += 7) {
            here.set("contact", id, {"notes=" + m_strings[i]});
            QCOMPARE(here.show("contact", id)[u"notes"].toString().toUtf8(), m_strings[i]);
        }
        here.sync();
        QVERIFY(here.verified());
    }

    void everyStringMaySearchAndFilterWithoutHarm()
    {
        const Profile here = m_company->unused("here");
        const QStringList before = here.ids("contact");
        for (const QByteArray& text : std::as_const(m_strings)) {
            if (text.isEmpty())
                continue;
            const QJsonArray rows = here.json({"list", "contact", "--where", "notes", "=", text})[u"rows"].toArray();
            bool found = false;
            for (const QJsonValue& row : rows)
                found = found || row[u"notes"].toString().toUtf8() == text;
            QVERIFY2(found, text.toHex().constData());
            here.json({"list", "contact", "--search=" + text, "--limit", "1"});
        }
        QCOMPARE(here.ids("contact"), before);
    }

    void exportAndImportKeepEveryString()
    {
        const Profile here = m_company->unused("here");
        const QString file = m_company->path("naughty.csv");
        const int rows = here.json({"export", "contact", file})[u"rows"].toInt();
        const QJsonObject again = here.json({"import", file, "--as", "contact"});
        QCOMPARE(again[u"unchanged"].toInt(), rows);
        QCOMPARE(again[u"updated"].toInt() + again[u"created"].toInt() + again[u"rejected"].toInt(), 0);
    }

    void theEmptyStringClearsTheField()
    {
        const Profile here = m_company->unused("here");
        const QString id = here.add("contact", {"last_name=Cleared", "account=Acme", "notes=something"});
        here.set("contact", id, {"notes="});
        QVERIFY(here.show("contact", id)[u"notes"].isNull());
        here.sync();
        const Profile there = m_company->unused("there");
        there.sync();
        QVERIFY(there.show("contact", id)[u"notes"].isNull());
    }
};

QTEST_GUILESS_MAIN(NaughtyStringsTest)
#include "NaughtyStringsTest.moc"
