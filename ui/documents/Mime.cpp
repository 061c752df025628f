// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Mime.h"
#include "ui/documents/Text.h"

#include <QString>
#include <QUrl>

#include <algorithm>

namespace satchel::documents {

namespace {

bool isPlainAscii(const std::string& text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// Encoded words of whole characters, at most 75 bytes each, one a line.
QByteArray encodedWords(const std::string& text)
{
    QByteArray made, piece;
    const auto flush = [&] {
        if (!piece.isEmpty())
            made += (made.isEmpty() ? "" : "\r\n ") + ("=?UTF-8?B?" + piece.toBase64() + "?=");
        piece.clear();
    };
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 1;
        while (i + length < text.size() && (static_cast<unsigned char>(text[i + length]) & 0xC0) == 0x80)
            ++length;
        if (piece.size() + qsizetype(length) > 42) // 56 in base64 and 12 around it
            flush();
        piece += QByteArray::fromStdString(text.substr(i, length));
        i += length;
    }
    flush();
    return made;
}

QByteArray phrase(const std::string& text)
{
    if (!isPlainAscii(text) || text.find("=?") != std::string::npos || text.size() > 60)
        return encodedWords(text);
    QByteArray quoted = QByteArray::fromStdString(text);
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + quoted + '"';
}

QByteArray inLines(const QByteArray& bytes)
{
    const QByteArray whole = bytes.toBase64();
    QByteArray made;
    made.reserve(whole.size() + whole.size() / 38 + 2);
    for (qsizetype i = 0; i < whole.size(); i += 76)
        made += whole.mid(i, 76) + "\r\n";
    return made;
}

// The domain as DNS has it; "" if this is no address.
QByteArray addressSpec(const std::string& address)
{
    const QString text = QString::fromStdString(address).trimmed();
    const auto at = text.lastIndexOf(u'@');
    if (at <= 0 || at + 1 == text.size())
        return {};
    const std::string local = text.left(at).toStdString();
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
    };
    const QByteArray domain = QUrl::toAce(text.mid(at + 1));
    const bool goodDomain = !domain.isEmpty() && std::all_of(domain.begin(), domain.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
    if (!std::all_of(local.begin(), local.end(), allowed) || !goodDomain || local.size() > 64)
        return {};
    return QByteArray::fromStdString(local) + '@' + domain;
}

} // namespace

QByteArray textHeader(const char* name, const std::string& text)
{
    const std::string line = oneLine(text);
    const bool asItIs = isPlainAscii(line) && line.size() < 60 && line.find("=?") == std::string::npos;
    return QByteArray(name) + ": " + (asItIs ? QByteArray::fromStdString(line) : encodedWords(line)) + "\r\n";
}

Result<QByteArray> addressHeader(const char* header, const std::string& name, const std::string& address)
{
    const QByteArray spec = addressSpec(address);
    if (spec.isEmpty())
        return invalid("\"" + oneLine(address) + "\" is no address that mail can be sent to.", "email");
    const std::string line = oneLine(name);
    return QByteArray(header) + ": " + (line.empty() ? spec : phrase(line) + "\r\n <" + spec + '>') + "\r\n";
}

QByteArray attachment(const char* type, const std::string& fileName, const QByteArray& bytes)
{
    const QString name = QString::fromStdString(oneLine(fileName));
    QByteArray ascii;
    for (const QChar c : name)
        ascii += c.unicode() >= ' ' && c.unicode() <= '~' && c != u'"' && c != u'\\' ? char(c.unicode()) : '_';
    const QByteArray fold = qstrlen(type) > 60 ? "\r\n " : " ";
    QByteArray made = "Content-Type:" + fold + type + ";\r\n name=\"" + ascii + "\"\r\n";
    made += "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n filename=\"" + ascii + '"';
    if (ascii != name.toUtf8())
        made += ";\r\n filename*=UTF-8''" + name.toUtf8().toPercentEncoding();
    return made + "\r\n\r\n" + inLines(bytes);
}

QByteArray textPart(const std::string& text)
{
    QByteArray lines = QByteArray::fromStdString(text);
    lines.replace("\n", "\r\n");
    return "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + inLines(lines);
}

} // namespace satchel::documents
