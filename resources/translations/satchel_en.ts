<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Satchel</name>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%1 would not see %Ln of these accounts, for they lie outside of his territories.</source>
        <translation>
            <numerusform>%1 would not see %Ln of these accounts, for it lies outside of his territories.</numerusform>
            <numerusform>%1 would not see %Ln of these accounts, for they lie outside of his territories.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/models/UndoHistory.cpp"/>
        <source>%1. %Ln records have been changed since and were left as they are.</source>
        <translation>
            <numerusform>%1. %Ln record has been changed since and was left as it is.</numerusform>
            <numerusform>%1. %Ln records have been changed since and were left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>%1: %Ln records</source>
        <translation>
            <numerusform>%1: %Ln record</numerusform>
            <numerusform>%1: %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>%Ln cannot be changed</source>
        <translation>
            <numerusform>%Ln cannot be changed</numerusform>
            <numerusform>%Ln cannot be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/ShutOutWindow.cpp"/>
        <source>%Ln changes had not been sent. What you typed is kept in this file, which any spreadsheet opens:</source>
        <translation>
            <numerusform>%Ln change had not been sent. What you typed is kept in this file, which any spreadsheet opens:</numerusform>
            <numerusform>%Ln changes had not been sent. What you typed is kept in this file, which any spreadsheet opens:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>%Ln changes of yours to it have not been sent yet.</source>
        <translation>
            <numerusform>%Ln change of yours to it has not been sent yet.</numerusform>
            <numerusform>%Ln changes of yours to it have not been sent yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>%Ln changes wait at the server</source>
        <translation>
            <numerusform>%Ln change waits at the server</numerusform>
            <numerusform>%Ln changes wait at the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln changes wait at the server; last here %1</source>
        <translation>
            <numerusform>%Ln change waits at the server; last here %1</numerusform>
            <numerusform>%Ln changes wait at the server; last here %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>%Ln changes wait for the server</source>
        <translation>
            <numerusform>%Ln change waits for the server</numerusform>
            <numerusform>%Ln changes wait for the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>%Ln changes wait to be sent. They are safe on this laptop.</source>
        <translation>
            <numerusform>%Ln change waits to be sent. It is safe on this laptop.</numerusform>
            <numerusform>%Ln changes wait to be sent. They are safe on this laptop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>%Ln changes waiting</source>
        <translation>
            <numerusform>%Ln change waiting</numerusform>
            <numerusform>%Ln changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln contacts</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>%Ln could not be changed.</source>
        <translation>
            <numerusform>%Ln could not be changed.</numerusform>
            <numerusform>%Ln could not be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln deals</source>
        <translation>
            <numerusform>%Ln deal</numerusform>
            <numerusform>%Ln deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/widgets/Words.cpp"/>
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>%Ln have it already</source>
        <translation>
            <numerusform>%Ln has it already</numerusform>
            <numerusform>%Ln have it already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>%Ln items are chosen</source>
        <translation>
            <numerusform>%Ln item is chosen</numerusform>
            <numerusform>%Ln items are chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>%Ln items wait for an answer.</source>
        <translation>
            <numerusform>%Ln item waits for an answer.</numerusform>
            <numerusform>%Ln items wait for an answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln leads</source>
        <translation>
            <numerusform>%Ln lead</numerusform>
            <numerusform>%Ln leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/ListPaneChoices.cpp"/>
        <source>%Ln marked</source>
        <translation>
            <numerusform>%Ln marked</numerusform>
            <numerusform>%Ln marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>%Ln of them have no other value to use; they stay as they are then.</source>
        <translation>
            <numerusform>%Ln of them has no other value to use; it stays as it is then.</numerusform>
            <numerusform>%Ln of them have no other value to use; they stay as they are then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln open quotes</source>
        <translation>
            <numerusform>%Ln open quote</numerusform>
            <numerusform>%Ln open quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln planned activities</source>
        <translation>
            <numerusform>%Ln planned activity</numerusform>
            <numerusform>%Ln planned activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>%Ln price lists count today; no change is announced.</source>
        <translation>
            <numerusform>%Ln price list counts today; no change is announced.</numerusform>
            <numerusform>%Ln price lists count today; no change is announced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>%Ln price lists count today; the next change is on %1 and is on this laptop already.</source>
        <translation>
            <numerusform>%Ln price list counts today; the next change is on %1 and is on this laptop already.</numerusform>
            <numerusform>%Ln price lists count today; the next change is on %1 and is on this laptop already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>%Ln products begin</source>
        <translation>
            <numerusform>%Ln product begins</numerusform>
            <numerusform>%Ln products begin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>%Ln products change</source>
        <translation>
            <numerusform>%Ln product changes</numerusform>
            <numerusform>%Ln products change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>%Ln products end</source>
        <translation>
            <numerusform>%Ln product ends</numerusform>
            <numerusform>%Ln products end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>%Ln records are known to laptops only. They are forgotten everywhere when you close it.</source>
        <translation>
            <numerusform>%Ln record is known to laptops only. It is forgotten everywhere when you close it.</numerusform>
            <numerusform>%Ln records are known to laptops only. They are forgotten everywhere when you close it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/Notifier.cpp"/>
        <source>%Ln things are new</source>
        <translation>
            <numerusform>%Ln thing is new</numerusform>
            <numerusform>%Ln things are new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/TravelPanel.cpp"/>
        <source>%Ln things should be seen to first.</source>
        <translation>
            <numerusform>%Ln thing should be seen to first.</numerusform>
            <numerusform>%Ln things should be seen to first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln to-dos</source>
        <translation>
            <numerusform>%Ln to-do</numerusform>
            <numerusform>%Ln to-dos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>%Ln will change</source>
        <translation>
            <numerusform>%Ln will change</numerusform>
            <numerusform>%Ln will change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>%n lines are the same and not shown.</source>
        <translation>
            <numerusform>%n line is the same and not shown.</numerusform>
            <numerusform>%n lines are the same and not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/today/CalendarView.cpp"/>
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/WaitingChange.cpp"/>
        <source>, and %Ln more records</source>
        <translation>
            <numerusform>, and %Ln more record</numerusform>
            <numerusform>, and %Ln more records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/deals/AskPanel.cpp"/>
        <location filename="../../ui/deals/DealPanel.cpp"/>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>Answered %Ln items</source>
        <translation>
            <numerusform>Answered %Ln item</numerusform>
            <numerusform>Answered %Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>Change %Ln records</source>
        <translation>
            <numerusform>Change %Ln record</numerusform>
            <numerusform>Change %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>Changed the %1 of %Ln records</source>
        <translation>
            <numerusform>Changed the %1 of %Ln record</numerusform>
            <numerusform>Changed the %1 of %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>Changed the %1 of %Ln records.</source>
        <translation>
            <numerusform>Changed the %1 of %Ln record.</numerusform>
            <numerusform>Changed the %1 of %Ln records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>Export %Ln rows as</source>
        <translation>
            <numerusform>Export %Ln row as</numerusform>
            <numerusform>Export %Ln rows as</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>Only the %Ln marked</source>
        <translation>
            <numerusform>Only the %Ln marked</numerusform>
            <numerusform>Only the %Ln marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/fields/RecordForm.cpp"/>
        <source>Show %Ln more fields</source>
        <translation>
            <numerusform>Show %Ln more field</numerusform>
            <numerusform>Show %Ln more fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <source>The server was restored. %Ln records are known to laptops only; take them back before you close the recovery, for then they are forgotten.</source>
        <translation>
            <numerusform>The server was restored. %Ln record is known to laptops only; take it back before you close the recovery, for then it is forgotten.</numerusform>
            <numerusform>The server was restored. %Ln records are known to laptops only; take them back before you close the recovery, for then they are forgotten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>Used the other value of %Ln items</source>
        <translation>
            <numerusform>Used the other value of %Ln item</numerusform>
            <numerusform>Used the other value of %Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/today/WeekStrip.cpp"/>
        <source>Week: %1, %n to do</source>
        <translation>
            <numerusform>Week: %1, %n to do</numerusform>
            <numerusform>Week: %1, %n to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>Wrote %Ln rows.</source>
        <translation>
            <numerusform>Wrote %Ln row.</numerusform>
            <numerusform>Wrote %Ln rows.</numerusform>
        </translation>
    </message>
</context>
</TS>
