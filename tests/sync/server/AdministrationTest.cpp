// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Administration.h"

#include "core/sales/Directory.h"
#include "sync/server/Alerts.h"
#include "tests/support/Engines.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

using namespace satchel;
using namespace satchel::test;
using Kind = AdminDeed::Kind;

/// What an administrator does from his laptop, on both engines: and that nobody else can.
class AdministrationTest : public QObject {
    Q_OBJECT

    Engines m_engines;

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    void everyOtherRoleIsRefusedEveryDeedAndNothingChanges_data() { m_engines.rows(); }
    void everyOtherRoleIsRefusedEveryDeedAndNothingChanges();
    void aNewColleagueGetsAFirstPasswordAndComesIn_data() { m_engines.rows(); }
    void aNewColleagueGetsAFirstPasswordAndComesIn();
    void aPasswordOfOnesOwnTakesThePresentOne_data() { m_engines.rows(); }
    void aPasswordOfOnesOwnTakesThePresentOne();
    void aLostLaptopIsShutOutAtOnceAndLetInAgain_data() { m_engines.rows(); }
    void aLostLaptopIsShutOutAtOnceAndLetInAgain();
    void whoIsLockedIsOutAndStaysSignedOut_data() { m_engines.rows(); }
    void whoIsLockedIsOutAndStaysSignedOut();
    void heldDeletionsAreSeenReleasedAndBroughtBack_data() { m_engines.rows(); }
    void heldDeletionsAreSeenReleasedAndBroughtBack();
    void alertsAreClosedAndWhatWasDoneIsWrittenDown_data() { m_engines.rows(); }
    void alertsAreClosedAndWhatWasDoneIsWrittenDown();
    void theServerKeepsTheDirectoryInOrder_data() { m_engines.rows(); }
    void theServerKeepsTheDirectoryInOrder();
    void aRecoveryIsClosedFromTheWindow();
};

namespace {

struct Office {
    explicit Office(const std::string& database) : company(database) {}
    [[nodiscard]] std::size_t lines() { return must(server::alerts::list(company.database(), true)).size(); }
    /// Everything that a deed could touch, counted.
    [[nodiscard]] std::vector<std::int64_t> state()
    {
        std::vector<std::int64_t> counts;
        for (const char* sql : {"SELECT count(*) FROM token WHERE revoked IS NOT NULL",
                                "SELECT count(*) FROM device WHERE revoked IS NOT NULL", "SELECT count(*) FROM alert",
                                "SELECT count(*) FROM alert WHERE closed IS NULL", "SELECT count(*) FROM credential",
                                "SELECT count(*) FROM fuse WHERE state='blown'", "SELECT seq FROM clock"})
            counts.push_back(server::integerOf(must(company.database().query(sql))[0][0]));
        return counts;
    }
    [[nodiscard]] std::string hashOf(const std::string& login)
    {
        return server::textOf(must(company.database().query("SELECT hash FROM credential WHERE user_id=$1",
                                                            {server::cell(company.id(login))}))[0][0]);
    }
    [[nodiscard]] Result<LoginReply> signIn(const std::string& login, const std::string& password)
    {
        return company.service().login({.program = "test",
                                        .login = login,
                                        .password = password,
                                        .device = std::nullopt,
                                        .deviceName = "desk",
                                        .incarnation = company.clock().newId(),
                                        .secret = company.clock().random(32)});
    }
    Id raise(const char* kind, const Id& about)
    {
        must(server::alerts::raise(company.database(), company.clock(), kind, about.view(), "Something is odd."));
        return must(server::alerts::list(company.database(), false)).front().id;
    }

    Company company;
    Laptop& admin = company.laptop("admin");
};

Overview::Device deviceOf(const Overview& overview, const Id& user)
{
    for (const Overview::Device& device : overview.devices)
        if (device.user == user)
            return device;
    return {};
}

} // namespace

void AdministrationTest::everyOtherRoleIsRefusedEveryDeedAndNothingChanges()
{
    Office office(m_engines.database());
    const Id alert = office.raise("stale", office.company.acme);
    for (const char* login : {"ana", "ines", "ben", "dora", "mia"}) {
        Laptop& laptop = office.company.laptop(login);
        const auto before = office.state();
        const std::string hash = office.hashOf("admin");
        const auto overview = laptop.engine().overview();
        QVERIFY(!overview.ok());
        QCOMPARE(overview.error().kind, ErrorKind::Forbidden);
        for (int kind = 1; kind <= static_cast<int>(Kind::CloseRecovery); ++kind) {
            const Id subject = kind <= 2   ? office.company.id("admin")
                               : kind <= 4 ? must(office.admin.replica().identity())->device
                                           : alert;
            const auto done = laptop.engine().administer(
                {.kind = static_cast<Kind>(kind), .subject = subject, .number = 1, .password = "a long password"});
            QVERIFY2(!done.ok(), qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(login)).arg(kind)));
            QCOMPARE(done.error().kind, ErrorKind::Forbidden);
        }
        QCOMPARE(office.state(), before);
        QCOMPARE(office.hashOf("admin"), hash);
        // Nor by the way of records.
        (void)laptop.tryEdit(OperationKind::Update, "user", office.company.id(login), {{"role", "administrator"}});
        (void)laptop.trySync();
        QCOMPARE(server::integerOf(must(office.company.database().query(
                     "SELECT count(*) FROM e_user WHERE f_role='administrator'"))[0][0]),
                 1);
    }
    const auto stranger = office.company.service().administer("no token", {.kind = Kind::CloseAlert, .subject = alert});
    QCOMPARE(stranger.error().kind, ErrorKind::Unauthorized);
}

void AdministrationTest::aNewColleagueGetsAFirstPasswordAndComesIn()
{
    Office office(m_engines.database());
    const Id bert = must(sales::saveColleague(office.admin.replica(), {.id = {},
                                                                       .login = "bert",
                                                                       .name = "Bert Brot",
                                                                       .role = Role::Salesperson,
                                                                       .territories = {office.company.north}}));
    // The server must know him first.
    const AdminDeed give{.kind = Kind::SetPassword, .subject = bert};
    QCOMPARE(office.admin.engine().administer(give).error().kind, ErrorKind::NotFound);
    office.admin.sync();
    const AdminDone made = must(office.admin.engine().administer(give));
    QCOMPARE(made.password.size(), std::size_t{19});
    QVERIFY(administering::wantsNewPassword(office.signIn("bert", made.password).error()));
    QVERIFY(!office.signIn("bert", "wrong").ok());
    // A chosen one replaces it; a short one and one's own are refused.
    must(office.admin.engine().administer({.kind = Kind::SetPassword, .subject = bert, .password = "correct horse"}));
    QVERIFY(!administering::wantsNewPassword(office.signIn("bert", made.password).error()));
    QVERIFY(administering::wantsNewPassword(office.signIn("bert", "correct horse").error()));
    must(office.company.service().changePassword(
        {}, {.present = "correct horse", .chosen = "battery staple", .login = "bert"}));
    QVERIFY(office.signIn("bert", "battery staple").ok());
    const auto tooShort =
        office.admin.engine().administer({.kind = Kind::SetPassword, .subject = bert, .password = "short"});
    QCOMPARE(tooShort.error().field, std::string("password"));
    QVERIFY(
        !office.admin.engine()
             .administer({.kind = Kind::SetPassword, .subject = office.company.id("admin"), .password = "long enough"})
             .ok());
    const Overview overview = must(office.admin.engine().overview());
    QVERIFY(std::count(overview.withPassword.begin(), overview.withPassword.end(), bert) == 1);
    // No password stands in the log.
    for (const Overview::Alert& line : overview.alerts)
        QVERIFY(line.text.find("horse") == std::string::npos && line.text.find("staple") == std::string::npos &&
                line.text.find(made.password) == std::string::npos);
}

void AdministrationTest::aPasswordOfOnesOwnTakesThePresentOne()
{
    Office office(m_engines.database());
    Laptop& ana = office.company.laptop("ana");
    const auto other = must(office.signIn("ana", "demo"));
    const auto wrong = ana.engine().changePassword({.present = "guess", .chosen = "a better one"});
    QCOMPARE(wrong.error().kind, ErrorKind::Invalid); // not Unauthorized: her session is good
    QCOMPARE(wrong.error().field, std::string("present"));
    QCOMPARE(ana.engine().changePassword({.present = "demo", .chosen = "short"}).error().field,
             std::string("password"));
    must(ana.engine().changePassword({.present = "demo", .chosen = "a better one"}));
    QVERIFY(ana.trySync().ok());                                   // this session goes on
    QVERIFY(!office.company.service().pull(other.token, {}).ok()); // the other one is over
    QVERIFY(!office.signIn("ana", "demo").ok());
    QVERIFY(office.signIn("ana", "a better one").ok());
    // Who guesses has to wait, as at the door.
    Status guess = Ok{};
    for (int i = 0; i < 7 && (guess.ok() || guess.error().kind != ErrorKind::Busy); ++i)
        guess = ana.engine().changePassword({.present = "guess", .chosen = "a better one"});
    QCOMPARE(guess.error().kind, ErrorKind::Busy);
}

void AdministrationTest::aLostLaptopIsShutOutAtOnceAndLetInAgain()
{
    Office office(m_engines.database());
    Laptop& ana = office.company.laptop("ana");
    office.company.clock().advance(40 * HandEnvironment::day);
    office.admin.signIn();
    office.admin.set("account", office.company.zeta, {{"phone", "1"}});
    office.admin.sync();
    Overview::Device device = deviceOf(must(office.admin.engine().overview()), office.company.id("ana"));
    QVERIFY(device.lastSeen < office.company.clock().now() - administering::staleAfter);
    QVERIFY(device.behind >= 1 && !device.revoked);
    ana.signIn();
    ana.set("contact", office.company.anaRuiz, {{"phone", "222"}});
    must(office.admin.engine().administer({.kind = Kind::RevokeDevice, .subject = device.id}));
    QVERIFY(administering::saysShutOut(ana.trySync().error()));
    QCOMPARE(ana.waiting(), 1); // what she typed stays with her
    QVERIFY(deviceOf(must(office.admin.engine().overview()), office.company.id("ana")).revoked);
    must(office.admin.engine().administer({.kind = Kind::ReadmitDevice, .subject = device.id}));
    QCOMPARE(ana.trySync().error().kind, ErrorKind::Unauthorized); // not without the password
    ana.signIn();
    ana.sync();
    office.admin.sync();
    QCOMPARE(office.admin.value("contact", office.company.anaRuiz, "phone"), std::string("222"));
    const Id own = must(office.admin.replica().identity())->device;
    QVERIFY(!office.admin.engine().administer({.kind = Kind::RevokeDevice, .subject = own}).ok());
    QCOMPARE(office.admin.engine()
                 .administer({.kind = Kind::RevokeDevice, .subject = office.company.clock().newId()})
                 .error()
                 .kind,
             ErrorKind::NotFound);
}

void AdministrationTest::whoIsLockedIsOutAndStaysSignedOut()
{
    Office office(m_engines.database());
    Laptop& ana = office.company.laptop("ana");
    const auto lock = [&](bool active) {
        must(sales::saveColleague(office.admin.replica(), {.id = office.company.id("ana"),
                                                           .login = "ana",
                                                           .name = "Ana Seller",
                                                           .role = Role::Salesperson,
                                                           .territories = {office.company.north},
                                                           .active = active}));
        office.admin.sync();
    };
    lock(false);
    QCOMPARE(ana.trySync().error().kind, ErrorKind::Unauthorized);
    QCOMPARE(office.signIn("ana", "demo").error().kind, ErrorKind::Forbidden);
    lock(true);
    QCOMPARE(ana.trySync().error().kind, ErrorKind::Unauthorized); // an old session does not come to life
    QVERIFY(office.signIn("ana", "demo").ok());
    const auto history = office.admin.history("user", office.company.id("ana"));
    QVERIFY(history.size() >= 2);
    QVERIFY(history.front().user == office.company.id("admin"));
}

void AdministrationTest::heldDeletionsAreSeenReleasedAndBroughtBack()
{
    Office office(m_engines.database());
    Laptop& dora = office.company.laptop("dora");
    std::vector<Id> leads;
    for (int i = 0; i < 60; ++i)
        leads.push_back(
            dora.add("lead", {{"name", "Lead " + std::to_string(i)}, {"territory", office.company.north.toString()}}));
    dora.sync();
    for (const Id& lead : leads)
        dora.remove("lead", lead);
    dora.sync();
    const Overview overview = must(office.admin.engine().overview());
    QCOMPARE(overview.fuses.size(), std::size_t{1});
    QCOMPARE(overview.fuses[0].state, std::string("blown"));
    QVERIFY(overview.fuses[0].user == office.company.id("dora"));
    QVERIFY(deviceOf(overview, office.company.id("dora")).waiting > 0);
    const Id fuse = overview.fuses[0].id;
    QVERIFY(std::any_of(overview.alerts.begin(), overview.alerts.end(),
                        [&](const Overview::Alert& alert) { return alert.kind == "fuse" && alert.subject == fuse; }));
    must(office.admin.engine().administer({.kind = Kind::ReleaseFuse, .subject = fuse}));
    office.admin.sync();
    QCOMPARE(office.admin.count("lead"), 0);
    QCOMPARE(office.admin.engine().administer({.kind = Kind::RefuseFuse, .subject = fuse}).error().kind,
             ErrorKind::Conflict);
    const AdminDone back = must(office.admin.engine().administer({.kind = Kind::UndoFuse, .subject = fuse}));
    QVERIFY(back.count > 0);
    office.admin.sync();
    QVERIFY(office.admin.count("lead") > 0);
    QVERIFY(office.admin.agreesWithServer());
}

void AdministrationTest::alertsAreClosedAndWhatWasDoneIsWrittenDown()
{
    Office office(m_engines.database());
    const Id alert = office.raise("clone", office.company.acme);
    must(office.admin.engine().administer({.kind = Kind::CloseAlert, .subject = alert}));
    QCOMPARE(office.admin.engine().administer({.kind = Kind::CloseAlert, .subject = alert}).error().kind,
             ErrorKind::NotFound);
    office.company.laptop("ana");
    must(office.admin.engine().administer({.kind = Kind::EndSessions, .subject = office.company.id("ana")}));
    const Overview overview = must(office.admin.engine().overview());
    QVERIFY(
        std::none_of(overview.alerts.begin(), overview.alerts.end(), [](const auto& each) { return !each.closed; }));
    std::vector<std::string> deeds;
    for (const Overview::Alert& each : overview.alerts)
        if (each.kind == "deed")
            deeds.push_back(each.text);
    QCOMPARE(deeds.size(), std::size_t{2});
    QVERIFY(deeds[0].starts_with("admin (") && deeds[0].ends_with("ended all sessions of ana."));
    QVERIFY(deeds[1].ends_with("closed the alert: Something is odd.."));
}

void AdministrationTest::theServerKeepsTheDirectoryInOrder()
{
    Office office(m_engines.database());
    const auto refused = [&](const char* entity, const Id& id, const Laptop::Fields& fields) {
        // By hand, past what the window checks.
        must(office.admin.tryEdit(OperationKind::Update, entity, id, fields));
        const SyncReport report = office.admin.sync();
        return report.rejected == 1;
    };
    QVERIFY(refused("user", office.company.id("carl"), {{"login", "ana"}}));
    QVERIFY(refused("user", office.company.id("admin"), {{"role", "salesperson"}}));
    QVERIFY(refused("user", office.company.id("admin"), {{"active", "no"}}));
    const std::string world = office.admin.value("territory", office.company.north, "parent");
    const Id top = must(office.admin.replica().resolve(schema::entity("territory"), "W"));
    QVERIFY(refused("territory", top, {{"parent", office.company.north.toString()}}));
    must(office.admin.tryEdit(OperationKind::Delete, "territory", office.company.south, {}));
    QCOMPARE(office.admin.sync().rejected, 1); // Zeta lies in it
    QCOMPARE(office.admin.value("territory", office.company.north, "parent"), world);
    QCOMPARE(office.admin.value("user", office.company.id("carl"), "login"), std::string("carl"));
    QVERIFY(office.admin.trySync().ok());
}

void AdministrationTest::aRecoveryIsClosedFromTheWindow()
{
    Office office({});
    const std::string backup = office.company.backUp();
    Laptop& ana = office.company.laptop("ana");
    const Id late = ana.add("contact", {{"last_name", "Late"}, {"account", office.company.acme.toString()}});
    ana.sync();
    office.admin.sync();
    office.company.putBack(backup, true);
    office.admin.signIn();
    office.admin.sync();
    Overview overview = must(office.admin.engine().overview());
    QVERIFY(overview.recovering);
    QCOMPARE(overview.heldInAll, 1);
    QVERIFY(overview.held[0].row.id == late && overview.held[0].label == "Late");
    const AdminDone adopted = must(office.admin.engine().administer(
        {.kind = Kind::AdoptRow, .subject = late, .number = overview.held[0].row.entity}));
    QCOMPARE(adopted.count, 1);
    must(office.admin.engine().administer({.kind = Kind::CloseRecovery}));
    overview = must(office.admin.engine().overview());
    QVERIFY(!overview.recovering && overview.held.empty());
    office.admin.sync();
    QVERIFY(office.admin.has("contact", late));
}

QTEST_GUILESS_MAIN(AdministrationTest)
#include "AdministrationTest.moc"
