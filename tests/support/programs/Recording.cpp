// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/Recording.h"

#include <QTest>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

namespace satchel::test {

namespace {

constexpr auto traced = "trace=openat,close,write,writev,pwrite64,pwritev,pwritev2,fdatasync,fsync,ftruncate,truncate,"
                        "fallocate,unlink,unlinkat,rename,renameat,renameat2,lseek,mkdir,copy_file_range,dup,dup2,dup3,"
                        "recvmsg,sendmsg";

int digit(char c)
{
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

/// A line of strace: CALL(ARGUMENTS) = RESULT.
struct Line {
    std::string call;
    std::string_view arguments;
    std::int64_t result = -1;

    /// The nth text in quotation marks, decoded from \x41\x42.
    [[nodiscard]] std::string text(int nth = 0) const
    {
        std::size_t begin = 0;
        std::size_t end = std::string_view::npos;
        for (int i = 0; i <= nth; ++i) {
            begin = arguments.find('"', i == 0 ? 0 : end + 1);
            if (begin == std::string_view::npos)
                return {};
            end = arguments.find('"', begin + 1);
        }
        std::string decoded;
        for (std::size_t i = begin + 1; i + 3 < end + 1; i += 4)
            decoded.push_back(static_cast<char>(digit(arguments[i + 2]) * 16 + digit(arguments[i + 3])));
        return decoded;
    }
    /// The number behind the nth comma that is in no text.
    [[nodiscard]] std::int64_t number(int nth) const
    {
        std::size_t at = 0;
        bool quoted = false;
        for (int seen = 0; at < arguments.size() && seen < nth; ++at) {
            quoted = quoted != (arguments[at] == '"');
            seen += !quoted && arguments[at] == ',' ? 1 : 0;
        }
        return std::atoll(std::string(arguments.substr(at, 24)).c_str());
    }
    [[nodiscard]] bool has(std::string_view word) const { return arguments.find(word) != std::string_view::npos; }
};

class Reader {
public:
    explicit Reader(const QString& folder) : m_folder(std::filesystem::canonical(folder.toStdString()).string()) {}

    void read(std::string line)
    {
        std::string process;
        while (!line.empty() && (std::isdigit(static_cast<unsigned char>(line.front())) != 0 || line.front() == ' ')) {
            process.push_back(line.front());
            line.erase(0, 1);
        }
        constexpr std::string_view unfinished = " <unfinished ...>";
        if (line.ends_with(unfinished)) {
            m_unfinished[process] = line.substr(0, line.size() - unfinished.size());
            return;
        }
        if (line.starts_with("<... "))
            line = m_unfinished[process] + line.substr(std::min(line.size(), line.find(" resumed>") + 9));
        const std::size_t open = line.find('(');
        const std::size_t close = line.rfind(") ");
        const std::size_t result = line.rfind(" = ");
        if (open == std::string::npos || close == std::string::npos || result == std::string::npos || close < open)
            return; // a signal, an end
        Line whole{.call = line.substr(0, open),
                   .arguments = std::string_view(line).substr(open + 1, close - open - 1),
                   .result = std::atoll(line.c_str() + result + 3)};
        if (whole.result >= 0)
            take(whole);
    }
    std::vector<Deed> deeds;

private:
    struct Open {
        std::string name; ///< "." for the folder
        bool appends = false;
        std::int64_t at = 0;
    };

    /// The name of a file in the folder, "." for the folder, "" for anything else.
    [[nodiscard]] std::string nameOf(const std::string& path) const
    {
        if (path == m_folder)
            return ".";
        if (!path.starts_with(m_folder + "/") || path.find('/', m_folder.size() + 1) != std::string::npos)
            return {};
        return path.substr(m_folder.size() + 1);
    }
    void note(Deed deed) { deeds.push_back(std::move(deed)); }

    void take(const Line& line)
    {
        using Kind = Deed::Kind;
        if (line.call == "openat")
            return opened(line);
        if (line.call == "unlink" || line.call == "truncate") {
            if (const std::string name = nameOf(line.text()); !name.empty())
                note({.kind = line.call == "unlink" ? Kind::Remove : Kind::Cut, .file = name, .at = line.number(1)});
            return;
        }
        if (line.call == "rename") {
            if (const std::string name = nameOf(line.text()); !name.empty())
                note({.kind = Kind::Rename, .file = name, .to = nameOf(line.text(1))});
            return;
        }
        if (line.call == "mkdir")
            return;
        const std::int64_t descriptor = line.number(0);
        if (line.call == "recvmsg" || line.call == "sendmsg") {
            if (line.call == "recvmsg" && line.text().starts_with("POST /v1/push "))
                m_pushes.insert(descriptor);
            else if (line.call == "sendmsg" && m_pushes.erase(descriptor) > 0)
                note({.kind = Kind::Answered});
            return;
        }
        if (line.call == "write" && descriptor == 1)
            note({.kind = Kind::Said, .bytes = line.text()});
        const auto open = m_open.find(descriptor);
        if (open == m_open.end())
            return;
        if (line.call == "close")
            m_open.erase(open);
        else
            done(line, open->second);
    }

    void opened(const Line& line)
    {
        const std::string name = nameOf(line.text());
        if (name.empty())
            return;
        m_open[line.result] = {.name = name, .appends = line.has("O_APPEND")};
        if (line.has("O_CREAT"))
            note({.kind = Deed::Kind::Name, .file = name});
        if (line.has("O_TRUNC"))
            note({.kind = Deed::Kind::Cut, .file = name});
    }

    void done(const Line& line, Open& open)
    {
        using Kind = Deed::Kind;
        if (line.call == "lseek") {
            open.at = line.result;
        } else if (line.call == "ftruncate") {
            note({.kind = Kind::Cut, .file = open.name, .at = line.number(1)});
        } else if (line.call == "fdatasync" || line.call == "fsync") {
            note({.kind = open.name == "." ? Kind::SettleFolder : Kind::Settle, .file = open.name});
        } else if (line.call == "write" || line.call == "pwrite64") {
            Deed deed{.kind = Kind::Write, .file = open.name, .bytes = line.text()};
            deed.at = line.call == "pwrite64" ? line.number(3) : open.appends ? -1 : open.at;
            deed.bytes.resize(std::min(deed.bytes.size(), static_cast<std::size_t>(line.result)));
            if (static_cast<std::int64_t>(deed.bytes.size()) != line.result)
                QTest::qFail("a write is not in the recording as a whole", __FILE__, __LINE__);
            open.at += line.call == "write" ? line.result : 0;
            note(std::move(deed));
        } else if (open.name != "reserve") {
            QTest::qFail(("the recording has a call that is not understood: " + line.call).c_str(), __FILE__, __LINE__);
        }
    }

    std::string m_folder;
    std::map<std::string, std::string> m_unfinished; ///< by thread
    std::map<std::int64_t, Open> m_open;             ///< by descriptor
    std::set<std::int64_t> m_pushes;                 ///< connections with a push that is not answered
};

} // namespace

Words recordedInto(const QString& log, const Words& more)
{
    Words words{"strace", "-f", "-q", "-xx", "-s", "1000000", "-o", log, "-e", traced};
    words << more;
    return words;
}

std::vector<Deed> deedsIn(const QString& log, const QString& folder)
{
    Reader reader(folder);
    std::ifstream file(log.toStdString());
    std::string line;
    while (std::getline(file, line))
        reader.read(std::move(line));
    return std::move(reader.deeds);
}

} // namespace satchel::test
