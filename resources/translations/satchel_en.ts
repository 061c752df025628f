<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Satchel</name>
    <message numerus="yes">
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>%Ln changes waiting</source>
        <translation>
            <numerusform>%Ln change waiting</numerusform>
            <numerusform>%Ln changes waiting</numerusform>
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
</context>
</TS>
