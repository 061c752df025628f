// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

namespace {

/// An editor on one field of a contact, as it was when it was opened.
class OpenEditor {
public:
    OpenEditor(Laptop& laptop, const Id& contact, const std::string& field)
        : m_laptop(laptop), m_entity(schema::entity("contact")), m_field(*m_entity.indexOf(field))
    {
        const auto record = must(laptop.replica().find(m_entity, contact));
        m_edit = {.kind = OperationKind::Update,
                  .entity = &m_entity,
                  .id = contact,
                  .seen = Edit::Seen{record->rev, {{m_field, record->values[m_field]}}}};
    }
    void save(const std::string& text)
    {
        m_edit.values = {{m_field, text.empty() ? Value() : Value(text)}};
        must(m_laptop.replica().commit({m_edit}));
    }

private:
    Laptop& m_laptop;
    const Entity& m_entity;
    std::size_t m_field;
    Edit m_edit;
};

} // namespace

/// A checkpoint is published while somebody is typing.
class OpenEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatArrivedWhileTheEditorStoodOpenIsNotOverwrittenUnseen();
    void notesTypedOverAnOlderTextKeepWhatArrived();
    void anEditorLeftAsItWasChangesNothing();
};

void OpenEditorTest::whatArrivedWhileTheEditorStoodOpenIsNotOverwrittenUnseen()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& dora = company.laptop("dora");
    OpenEditor editor(ana, company.anaRuiz, "job_title");
    dora.set("contact", company.anaRuiz, {{"job_title", "Buyer"}});
    dora.sync();
    ana.sync();
    company.clock().advance(HandEnvironment::second);
    editor.save("Head of purchasing");
    ana.sync();
    dora.sync();
    QCOMPARE(dora.value("contact", company.anaRuiz, "job_title"), std::string("Head of purchasing")); // the later one
    QCOMPARE(ana.inbox().size(), std::size_t(1));
    QCOMPARE(ana.inbox().front().a.value, std::string("\"Buyer\"")); // and the other is there to be read
    QCOMPARE(dora.inbox().size(), std::size_t(1));
}

void OpenEditorTest::notesTypedOverAnOlderTextKeepWhatArrived()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& dora = company.laptop("dora");
    ana.set("contact", company.anaRuiz, {{"notes", "One\nTwo\nThree"}});
    ana.sync();
    dora.sync();
    OpenEditor editor(ana, company.anaRuiz, "notes");
    dora.set("contact", company.anaRuiz, {{"notes", "One\nTwo\nThree\nFour"}});
    dora.sync();
    ana.sync();
    company.clock().advance(HandEnvironment::second);
    editor.save("Zero\nOne\nTwo\nThree");
    ana.sync();
    QCOMPARE(ana.value("contact", company.anaRuiz, "notes"), std::string("Zero\nOne\nTwo\nThree\nFour"));
}

void OpenEditorTest::anEditorLeftAsItWasChangesNothing()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& dora = company.laptop("dora");
    OpenEditor editor(ana, company.anaRuiz, "phone");
    dora.set("contact", company.anaRuiz, {{"phone", "+34 91 7"}});
    dora.sync();
    ana.sync();
    editor.save("+34 91 111 11 11");
    QCOMPARE(ana.waiting(), 0);
    QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), std::string("+34 91 7"));
}

QTEST_GUILESS_MAIN(OpenEditorTest)
#include "OpenEditorTest.moc"
