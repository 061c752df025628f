// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/SmallCompany.h"

using namespace satchel::test;
using namespace Qt::StringLiterals;

/// The desktop with a true keyring (gnome-keyring on a session bus of its own), which can be taken away and given back.
class KeyringTest : public QObject {
    Q_OBJECT

private:
    static constexpr int longest = 60'000; ///< ms, on a machine that is busy
    std::unique_ptr<SmallCompany> m_company;
    std::unique_ptr<QProcess> m_bus;
    std::unique_ptr<QProcess> m_keyring;
    QString m_secretTool;
    const Circumstances m_noPassword{.password = std::nullopt};

    [[nodiscard]] QStringList entry(const char* login) const
    {
        return {u"xdg:schema"_s, u"org.qt.keychain"_s,
                u"server"_s,     u"satchel"_s,
                u"type"_s,       u"plaintext"_s,
                u"user"_s,       u"token %1 %2"_s.arg(QString::fromUtf8(login), m_company->server.url())};
    }
    [[nodiscard]] QByteArray kept(const char* login) const
    {
        return run(m_secretTool, QStringList{u"lookup"_s} + entry(login)).out;
    }
    // As the desktop's own log-in leaves it: the token in the keyring, where the next start has found it.
    Profile signedInByKeyring(const char* login)
    {
        const Profile profile = m_company->laptop(login);
        const QByteArray token = contentOf(profile.file(u"token"_s));
        QProcess store;
        store.start(m_secretTool, QStringList{u"store"_s, u"--label=Satchel"_s} + entry(login));
        store.write(token);
        store.closeWriteChannel();
        store.waitForFinished();
        [&] {
            QCOMPARE(kept(login), token);
            const auto program = desktop(profile);
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(profile.file(u"keyring-entry"_s)), longest);
            kill(*program);
        }();
        return profile;
    }
    [[nodiscard]] std::unique_ptr<QProcess> desktop(const Profile& profile) const
    {
        return launch(QStringLiteral(SATCHEL_BINARY_DIR "/satchel"), {"--profile", profile.folder()}, m_noPassword);
    }
    static void kill(QProcess& program)
    {
        program.kill();
        QVERIFY(program.waitForFinished());
    }
    void shutOut(const char* login)
    {
        for (const QByteArray& line : m_company->server.command({"device", "list"}).out.split('\n'))
            if (line.contains(login))
                QCOMPARE(m_company->server.command({"device", "revoke", line.split('\t')[0]}).code, 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_secretTool = installed("secret-tool");
        if (m_secretTool.isEmpty() || installed("gnome-keyring-daemon").isEmpty() || installed("dbus-daemon").isEmpty())
            QSKIP("No gnome-keyring, libsecret-tools or dbus on this machine.");
        m_bus = launch(installed("dbus-daemon"), {"--session", "--nofork", "--print-address=1"}, m_noPassword);
        QVERIFY(m_bus->waitForReadyRead());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus->readLine().trimmed());
        m_company = std::make_unique<SmallCompany>();
        const QString password = m_company->path("keyring-password");
        writeFile(password, "the person's own");
        m_keyring =
            launch(installed("sh"),
                   {"-c", "exec gnome-keyring-daemon --unlock --foreground --components=secrets < \"$0\"", password},
                   m_noPassword);
    }

    void cleanupTestCase()
    {
        for (QProcess* each : {m_keyring.get(), m_bus.get()})
            if (each != nullptr)
                kill(*each);
    }

    void aDeadTokenIsForgottenByTheNextStartIfACommandEmptiedTheProfile()
    {
        const Profile ben = signedInByKeyring("ben");
        shutOut("ben");
        QVERIFY(ben.refused(1, {"sync"}, m_noPassword).contains("shut out by an administrator"));
        QVERIFY(!QFile::exists(ben.file(u"replica.sqlite"_s)));
        QVERIFY(!kept("ben").isEmpty());

        const auto program = desktop(ben);
        QTRY_VERIFY_WITH_TIMEOUT(kept("ben").isEmpty(), longest);
        QTRY_VERIFY(!QFile::exists(ben.file(u"keyring-entry"_s)));
        kill(*program);
    }

    void aDeadTokenIsForgottenByTheNextStartIfTheWipeWasCutOff()
    {
        const Profile carl = signedInByKeyring("carl");
        shutOut("carl");
        writeFile(carl.file(u"shut-out"_s), {}); // so far it came

        const auto program = desktop(carl);
        QTRY_VERIFY_WITH_TIMEOUT(kept("carl").isEmpty(), longest);
        QTRY_VERIFY(!QFile::exists(carl.file(u"replica.sqlite"_s)));
        QTRY_VERIFY(!QFile::exists(carl.file(u"keyring-entry"_s)));
        kill(*program);
    }
};

QTEST_GUILESS_MAIN(KeyringTest)
#include "KeyringTest.moc"
