<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Satchel</name>
    <message numerus="yes">
        <location filename="../../ui/models/UndoHistory.cpp"/>
        <source>%1. %Ln records have been changed since and were left as they are.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>%Ln cannot be changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
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
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>%Ln could not be changed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
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
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/ListPaneChoices.cpp"/>
        <source>%Ln marked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>%Ln will change</source>
        <translation type="unfinished">
            <numerusform></numerusform>
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
        <location filename="../../ui/deals/AskPanel.cpp"/>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>Change %Ln records</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>Changed the %1 of %Ln records</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>Changed the %1 of %Ln records.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
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
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
