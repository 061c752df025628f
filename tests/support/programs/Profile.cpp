// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/Profile.h"

#include <QJsonDocument>
#include <QTest>
#include <algorithm>

namespace satchel::test {

namespace {

void fail(const QByteArray& why, const Profile::Where& where)
{
    QTest::qFail(why.constData(), where.file_name(), static_cast<int>(where.line()));
}

QByteArray said(const Words& words, const Ran& ran)
{
    return "satchelctl " + words.join(QLatin1Char(' ')).left(400).toUtf8() + "\n" + ran.all();
}

} // namespace

Ran Profile::run(const Words& words, const Circumstances& under) const
{
    return test::run(satchelctl(), Words(Words{"--profile", m_folder} + words), under);
}

QJsonObject Profile::json(const Words& words, const Circumstances& under, Where where) const
{
    const Ran ran = run(words + Words{"--json"}, under);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(ran.out, &error);
    if (ran.code != 0 || !ran.err.isEmpty())
        fail(said(words, ran), where);
    else if (error.error != QJsonParseError::NoError || !document.isObject())
        fail("no JSON object: " + said(words, ran), where);
    return document.object();
}

QByteArray Profile::refused(int code, const Words& words, const Circumstances& under, Where where) const
{
    const Ran ran = run(words, under);
    if (ran.code != code)
        fail("should have ended with " + QByteArray::number(code) + ": " + said(words, ran), where);
    else if (!ran.oneSentence())
        fail("not one plain sentence: " + said(words, ran), where);
    else if (!ran.out.isEmpty())
        fail("something on stdout: " + said(words, ran), where);
    return ran.err;
}

QJsonObject Profile::login(const QString& url, const Word& login, const QByteArray& password, Where where) const
{
    return json({"login", url, login}, {.password = password}, where);
}

QJsonObject Profile::sync(Where where) const
{
    return json({"sync"}, {}, where);
}

QString Profile::add(const char* entity, const Words& fields, Where where) const
{
    const QString id = json(Words{"add", entity} + fields, {}, where)[u"id"].toString();
    if (id.isEmpty())
        fail("the new row has no id", where);
    return id;
}

void Profile::set(const char* entity, const QString& id, const Words& fields, Where where) const
{
    json(Words{"set", entity, id} + fields, {}, where);
}

QJsonObject Profile::show(const char* entity, const QString& id, Where where) const
{
    return json({"show", entity, id}, {}, where);
}

bool Profile::has(const char* entity, const QString& id) const
{
    return run({"show", entity, id}).code == 0;
}

QJsonArray Profile::all(const char* entity, const Words& more, Where where) const
{
    QJsonArray rows;
    QString cursor;
    do {
        Words words{"list", entity, "--limit", "1000"};
        words << more;
        if (!cursor.isEmpty())
            words << Words{"--after", cursor};
        const QJsonObject page = json(words, {}, where);
        for (const QJsonValue& row : page[u"rows"].toArray())
            rows.append(row);
        cursor = page[u"next"].toString();
    } while (!cursor.isEmpty());
    return rows;
}

QStringList Profile::ids(const char* entity, Where where) const
{
    QStringList ids;
    for (const QJsonValue& row : all(entity, {}, where))
        ids << row[u"id"].toString();
    ids.sort();
    return ids;
}

QJsonArray Profile::inbox(Where where) const
{
    return json({"inbox"}, {}, where)[u"rows"].toArray();
}

int Profile::waiting(Where where) const
{
    return json({"status"}, {}, where)[u"waiting"].toInt(-1);
}

bool Profile::verified(Where where) const
{
    return json({"verify"}, {}, where)[u"equal"].toBool();
}

} // namespace satchel::test
