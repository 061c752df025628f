<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QLineEdit</name>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Down</source>
        <translation>Unten</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Insert</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>PgDown</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Up</source>
        <translation>Oben</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Copy &amp;Link Location</source>
        <translation>&amp;Link-Adresse kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../../ui/language/QtWords.h"/>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>Satchel</name>
    <message>
        <location filename="../../ui/records/ValueInput.cpp"/>
        <source> days</source>
        <comment>behind a number in a box</comment>
        <translation> Tage</translation>
    </message>
    <message>
        <location filename="../../ui/history/HistoryPanel.cpp"/>
        <source> · not sent yet</source>
        <translation> · noch nicht gesendet</translation>
    </message>
    <message>
        <location filename="../../ui/fields/FieldRow.cpp"/>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>"%1"</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>"%1" and "%2" clash for %3: both have the same priority, so it is open which one comes first.</source>
        <translation>„%1“ und „%2“ stoßen bei %3 zusammen: Beide haben dieselbe Priorität, deshalb ist offen, welche zuerst kommt.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>"%1" and "%2" clash for %3: one of them is exclusive, so a customer gets only the better one.</source>
        <translation>„%1“ und „%2“ stoßen bei %3 zusammen: Eine davon gilt nur allein, deshalb bekommt ein Kunde nur die bessere.</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogPreview.cpp"/>
        <source>"%1" could be two days. Write the date, such as 1 December.</source>
        <translation>„%1“ könnte zwei Tage meinen. Schreiben Sie das Datum, etwa 1. Dezember.</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogPreview.cpp"/>
        <source>"%1" has passed already, so there is no to-do.</source>
        <translation>„%1“ ist schon vorbei, also keine Aufgabe.</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogPreview.cpp"/>
        <source>"%1" is more than one day. Write one of them.</source>
        <translation>„%1“ sind mehrere Tage. Schreiben Sie einen davon.</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogPreview.cpp"/>
        <source>"%1" is not in the calendar.</source>
        <translation>„%1“ steht nicht im Kalender.</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogPreview.cpp"/>
        <source>"%1" makes no to-do. Write "back" before it to be reminded.</source>
        <translation>„%1“ macht keine Aufgabe. Schreiben Sie „zurück“ davor, um erinnert zu werden.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <source>#</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteFoot.cpp"/>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <location filename="../../ui/today/SnoozeBar.cpp"/>
        <source>%1  %2</source>
        <comment>a choice and its key</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>%1  %2, %3, %4</source>
        <translation>%1  %2, %3, %4</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="vanished">%1 %</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>%1 % of list %2</source>
        <translation>%1 % der Liste %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="vanished">%1 %2</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>%1 %2 and %3 both worked on %4.</source>
        <translation>%1 (%2) und %3 haben beide an %4 gearbeitet.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WaitingChange.cpp"/>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <location filename="../../ui/today/AgendaView.cpp"/>
        <source>%1 (%2 in all)</source>
        <translation>%1 (insgesamt %2)</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogBox.cpp"/>
        <source>%1 (%2)</source>
        <comment>what is to be done, at what time</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location filename="../../ui/administration/LogWords.cpp"/>
        <source>%1 (%2) brought back what a released fuse had deleted.</source>
        <translation>%1 (%2) hat zurückgeholt, was nach Freigabe gelöscht worden war.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/LogWords.cpp"/>
        <source>%1 (%2) chose a new password.</source>
        <translation>%1 (%2) hat ein neues Kennwort gewählt.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/LogWords.cpp"/>
        <source>%1 (%2) closed the alert: %3.</source>
        <translation>%1 (%2) hat die Warnung geschlossen: %3.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/LogWords.cpp"/>
        <source>%1 (%2) closed the recovery.</source>
        <translation>%1 (%2) hat die Wiederherstellung abgeschlossen.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/LogWords.cpp"/>
        <source>%1 (%2) ended all sessions of %3.</source>
        <translation>%1 (%2) hat alle Sitzungen von %3 beendet.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/LogWords.cpp"/>
        <source>%1 (%2) had the server try a change in quarantine once more.</source>
        <translation>%1 (%2) hat den Server eine Änderung in Quarantäne noch einmal versuchen lassen.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/LogWords.cpp"/>
        <source>%1 (%2) let the device "%3" of %4 in again.</source>
        <translation>%1 (%2) hat das Gerät „%3“ von %4 wieder zugelassen.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/LogWords.cpp"/>
        <source>%1 (%2) refused deletions that a fuse had held.</source>
        <translation>%1 (%2) hat Löschungen abgelehnt, die eine Sicherung aufgehalten hatte.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/LogWords.cpp"/>
        <source>%1 (%2) released deletions that a fuse had held.</source>
        <translation>%1 (%2) hat Löschungen freigegeben, die eine Sicherung aufgehalten hatte.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/LogWords.cpp"/>
        <source>%1 (%2) set a new password for %3.</source>
        <translation>%1 (%2) hat ein neues Kennwort für %3 gesetzt.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/LogWords.cpp"/>
        <source>%1 (%2) shut out the device "%3" of %4.</source>
        <translation>%1 (%2) hat das Gerät „%3“ von %4 ausgesperrt.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/LogWords.cpp"/>
        <source>%1 (%2) took %3 record back that only laptops had.</source>
        <translation>%1 (%2) hat %3 Datensatz zurückgeholt, den nur Laptops hatten.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/LogWords.cpp"/>
        <source>%1 (%2) took %3 records back that only laptops had.</source>
        <translation>%1 (%2) hat %3 Datensätze zurückgeholt, die nur Laptops hatten.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>%1 (from %2)</source>
        <translation>%1 (ab %2)</translation>
    </message>
    <message>
        <source>%1 (the first of %2)</source>
        <translation type="vanished">%1 (die ersten von %2)</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AskPanel.cpp"/>
        <source>%1 (today also %2)</source>
        <translation>%1 (heute auch %2)</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>%1 (until %2)</source>
        <translation>%1 (bis %2)</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>%1 The record shows the server's value again. Edit what you typed and send it again, copy it for later, or discard it.</source>
        <translation>%1 Der Eintrag zeigt wieder den Wert des Servers. Bearbeiten Sie Ihre Eingabe und senden Sie sie neu, kopieren Sie sie für später, oder verwerfen Sie sie.</translation>
    </message>
    <message>
        <source>%1 The record shows the server's value again. Open it to try something else, or keep it as it is.</source>
        <translation type="vanished">%1 Der Eintrag zeigt wieder den Stand des Servers. Öffnen Sie ihn, um etwas anderes zu versuchen, oder lassen Sie ihn so.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>%1 added</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/DuplicatesPage.cpp"/>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>%1 are free.</source>
        <translation>%1 sind frei.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalEntry.cpp"/>
        <source>%1 asks %2, %3</source>
        <translation>%1 fragt %2, %3</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Notable.cpp"/>
        <source>%1 asks for your approval</source>
        <translation>%1 bittet um Ihre Freigabe</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>%1 asks for your approval, %2.</source>
        <translation>%1 bittet um Ihre Freigabe, %2.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalEntry.cpp"/>
        <source>%1 asks you, %2</source>
        <translation>%1 fragt Sie, %2</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Reading.cpp"/>
        <location filename="../../ui/fields/ReferencePicker.cpp"/>
        <source>%1 cannot be empty.</source>
        <translation>%1 darf nicht leer sein.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <source>%1 cannot sign in yet: give a first password.</source>
        <translation>%1 kann sich noch nicht anmelden: geben Sie ein erstes Kennwort.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>%1 changed (%2 up, %3 down)</source>
        <translation>%1 geändert (%2 teurer, %3 billiger)</translation>
    </message>
    <message>
        <source>%1 changes waiting</source>
        <translation type="vanished">%1 Änderungen warten</translation>
    </message>
    <message>
        <location filename="../../ui/administration/LogWords.cpp"/>
        <source>%1 chose a password in place of the one given.</source>
        <translation>%1 hat anstelle des gegebenen Kennworts ein eigenes gewählt.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <source>%1 deleted %2 on %3, and it was carried out. For 30 days they can be brought back.</source>
        <translation>%1 hat auf %3 %2 gelöscht, und das wurde ausgeführt. 30 Tage lang kann es zurückgeholt werden.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <source>%1 deleted %2 within an hour on %3. The deletions wait for you: carry them out, or refuse them.</source>
        <translation>%1 hat auf %3 innerhalb einer Stunde %2 gelöscht. Die Löschungen warten auf Sie: führen Sie sie aus, oder lehnen Sie sie ab.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <source>%1 each</source>
        <translation>je %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>%1 ended</source>
        <translation>%1 entfallen</translation>
    </message>
    <message>
        <location filename="../../ui/today/CalendarView.cpp"/>
        <source>%1 entries</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalView.cpp"/>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>%1 from %2</source>
        <translation>%1 ab %2</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>%1 gets an offer of %2, as a mail draft to %3.</source>
        <translation>%1 bekommt ein Angebot über %2, als E-Mail-Entwurf an %3.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>%1 gets an offer of %2. The mail draft has no address yet: the contact has none.</source>
        <translation>%1 bekommt ein Angebot über %2. Der E-Mail-Entwurf hat noch keine Adresse, denn der Ansprechpartner hat keine.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <source>%1 gives the price</source>
        <translation>%1 gibt den Preis</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeView.cpp"/>
        <source>%1 goes into %2.</source>
        <translation>%1 geht in %2 auf.</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/Words.cpp"/>
        <source>%1 h ago</source>
        <translation>vor %1 Std.</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>%1 had changed %2 %3, before it became yours. Take it over?</source>
        <translation>%1 hatte %2 %3 geändert, bevor es Ihres wurde. Übernehmen?</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>%1 had set the %2 of %3 to %4 %5, before it became yours. Take it over?</source>
        <translation>%1 hatte bei %3 %5 dieses Feld geändert, bevor es Ihres wurde: %2, neu %4. Übernehmen?</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <source>%1 has a new password</source>
        <translation>%1 hat ein neues Kennwort</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Notable.cpp"/>
        <source>%1 has approved your quote</source>
        <translation>%1 hat Ihr Angebot freigegeben</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>%1 has deleted it on %2.</source>
        <translation>%1 hat es am %2 gelöscht.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <source>%1 has no prices on this day</source>
        <translation>%1 hat an diesem Tag keine Preise</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Notable.cpp"/>
        <source>%1 has refused your quote</source>
        <translation>%1 hat Ihr Angebot abgelehnt</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>%1 is %2 at the rate of %3</source>
        <translation>%1 sind %2 beim Kurs von %3</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>%1 is handed over, but its files could not be written: %2 Save them from the preview.</source>
        <translation>%1 ist übergeben, aber die Dateien konnten nicht geschrieben werden: %2 Speichern Sie sie aus der Vorschau.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>%1 is handed over. No mail program opened the draft; it is here:</source>
        <translation>%1 ist übergeben. Kein Mailprogramm hat den Entwurf geöffnet; er liegt hier:</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>%1 is handed over. The mail draft is open in your mail program.</source>
        <translation>%1 ist übergeben. Der E-Mail-Entwurf ist in Ihrem Mailprogramm offen.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PricesPage.cpp"/>
        <source>%1 is new since you last looked.</source>
        <translation>%1 ist neu, seit Sie zuletzt nachgesehen haben.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PricesPage.cpp"/>
        <source>%1 is new; you last looked at %2.</source>
        <translation>%1 ist neu; zuletzt haben Sie %2 angesehen.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>%1 is shut out</source>
        <translation>%1 ist ausgesperrt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <source>%1 is signed out everywhere</source>
        <translation>%1 ist überall abgemeldet</translation>
    </message>
    <message>
        <location filename="../../ui/prices/DifferenceView.cpp"/>
        <source>%1 lines</source>
        <translation>%1 Positionen</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>%1 may be there twice: %2 has %3 too.</source>
        <translation>%1 ist vielleicht zweimal da: %2 hat auch %3.</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>%1 may be there twice: another record has this too.</source>
        <translation>%1 gibt es vielleicht doppelt: Ein anderer Eintrag hat dieselbe Angabe.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>%1 may sign in again</source>
        <translation>%1 darf sich wieder anmelden</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/Words.cpp"/>
        <source>%1 min ago</source>
        <translation>vor %1 Min.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>%1 need not decide then, and you can change the quote again.</source>
        <translation>%1 muss dann nicht entscheiden, und Sie können das Angebot wieder ändern.</translation>
    </message>
    <message>
        <location filename="../../ui/fields/FieldRow.cpp"/>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <location filename="../../ui/prices/RevisionsView.cpp"/>
        <location filename="../../ui/quotes/QuoteTyping.cpp"/>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>%1 of %2 can no longer sync, from this moment on.</source>
        <translation>%1 von %2 kann von diesem Augenblick an nicht mehr abgleichen.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ReceiptsPanel.cpp"/>
        <source>%1 of %2 devices have %3.</source>
        <translation>%1 von %2 Geräten haben %3.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <source>%1 of %2 records</source>
        <translation>%1 von %2 Einträgen</translation>
    </message>
    <message>
        <location filename="../../ui/fields/FieldRow.cpp"/>
        <source>%1 of %2 was not saved as "%3": %4</source>
        <translation>%1 von %2 wurde nicht als „%3“ gespeichert: %4</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WaitingChange.cpp"/>
        <source>%1 of %2: %3 → %4</source>
        <translation>%1 von %2: %3 → %4</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>%1 of cost</source>
        <translation>%1 vom Einstand</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>%1 off</source>
        <translation>%1 Nachlass</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>%1 off each</source>
        <translation>je %1 Nachlass</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ReceiptsPanel.cpp"/>
        <source>%1 on %2 does not have it yet; last here %3</source>
        <translation>%1 auf %2 hat es noch nicht; zuletzt da %3</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ReceiptsPanel.cpp"/>
        <source>%1 on %2 has it</source>
        <translation>%1 auf %2 hat es</translation>
    </message>
    <message>
        <location filename="../../ui/prices/DifferenceView.cpp"/>
        <source>%1 open quotes are touched; Enter opens one.</source>
        <translation>%1 offene Angebote sind betroffen; Eingabe öffnet eines.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>%1 or more: %2</source>
        <translation>ab %1: %2</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <source>%1 products · %2</source>
        <translation>%1 Artikel · %2</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <source>%1 records</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>%1 sent, %2 received</source>
        <translation>%1 gesendet, %2 empfangen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>%1 sent, %2 received in %3 ms</source>
        <translation>%1 gesendet, %2 empfangen in %3 ms</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>%1 sent, %2 received; %3 up, %4 down</source>
        <translation>%1 gesendet, %2 empfangen; %3 hin, %4 her</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>%1 set the %2 of %3 to %4 %5; %6 set it to %7 %8. %9</source>
        <translation>%2 von %3 wurde %5 auf %4 gesetzt (%1) und %8 auf %7 (%6). %9</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>%1 unchanged</source>
        <translation>%1 unverändert</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>%1 was accepted. The order is %2.</source>
        <translation>%1 ist angenommen. Der Auftrag ist %2.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>%1 was accepted; the order is %2</source>
        <translation>%1 ist angenommen; der Auftrag ist %2</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>%1 was declined by the customer</source>
        <translation>%1 hat der Kunde abgelehnt</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>%1 was deleted by one of you while the other changed it (you and %2). It stays deleted; what was typed is below.</source>
        <translation>Von Ihnen und %2 hat einer %1 gelöscht, während der andere noch daran gearbeitet hat. Der Eintrag bleibt gelöscht; was geschrieben wurde, steht unten.</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>%1 was deleted on one laptop and changed on another, by you and %2. It was brought back, so no edit is lost.</source>
        <translation>%1 wurde auf einem Laptop gelöscht und auf einem anderen geändert, von Ihnen und %2. Der Eintrag ist wieder da, damit keine Änderung verloren geht.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <source>%1 was not asked any more</source>
        <translation>%1 wurde nicht mehr gefragt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%1 went to %2</source>
        <translation>%1 ging an %2</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%1 would not see %Ln of these accounts, for they lie outside of his territories.</source>
        <translation>
            <numerusform>%1 würde %Ln dieser Kunden nicht sehen, denn er liegt außerhalb seiner Gebiete.</numerusform>
            <numerusform>%1 würde %Ln dieser Kunden nicht sehen, denn sie liegen außerhalb seiner Gebiete.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalView.cpp"/>
        <location filename="../../ui/widgets/ChoicePanel.cpp"/>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location filename="../../ui/leads/ConvertPanel.cpp"/>
        <source>%1 · %2</source>
        <comment>an account or contact, and why it may be the same</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location filename="../../ui/orders/PurchasesCard.cpp"/>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PartsPanel.cpp"/>
        <source>%1 × %2</source>
        <comment>how many of which part</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>%1 × %2 free</source>
        <translation>%1 × %2 gratis</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PricesPage.cpp"/>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <location filename="../../ui/today/CalendarView.cpp"/>
        <source>%1 – %2</source>
        <comment>first and last day of a week</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp"/>
        <source>%1 – Satchel</source>
        <translation>%1 – Satchel</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>%1's is kept.</source>
        <translation>Es gilt der Wert von %1.</translation>
    </message>
    <message>
        <location filename="../../ui/models/RecordListModel.cpp"/>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <location filename="../../ui/prices/RevisionsView.cpp"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location filename="../../ui/orders/PurchasesCard.cpp"/>
        <source>%1, %2 each, %3</source>
        <translation>%1, je %2, %3</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 von %3</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PartsPanel.cpp"/>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Rail.cpp"/>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 warten</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/SiteTreeCard.cpp"/>
        <source>%1, %2, this page</source>
        <translation>%1, %2, diese Seite</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Rail.cpp"/>
        <source>%1, %2; light or dark</source>
        <translation>%1, %2; hell oder dunkel</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PartsPanel.cpp"/>
        <source>%1, at its own price</source>
        <translation>%1, mit eigenem Preis</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <location filename="../../ui/quotes/PartsPanel.cpp"/>
        <source>%1, at least %2</source>
        <translation>%1, mindestens %2</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PartsPanel.cpp"/>
        <source>%1, at most %2</source>
        <translation>%1, höchstens %2</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PartsPanel.cpp"/>
        <source>%1, exactly %2</source>
        <translation>%1, genau %2</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Notable.cpp"/>
        <source>%1, from %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceModel.cpp"/>
        <source>%1, in force from %2</source>
        <translation>%1, gilt ab %2</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeModel.cpp"/>
        <source>%1, kept</source>
        <translation>%1, wird behalten</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeModel.cpp"/>
        <source>%1, not kept</source>
        <translation>%1, wird nicht behalten</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealWords.cpp"/>
        <location filename="../../ui/quotes/QuoteHeader.cpp"/>
        <source>%1, revision %2</source>
        <translation>%1, Fassung %2</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>%1, revision %2: %3</source>
        <translation>%1, Fassung %2: %3</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeModel.cpp"/>
        <source>%1, the same</source>
        <translation>%1, gleich</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/models/UndoHistory.cpp"/>
        <source>%1. %Ln records have been changed since and were left as they are.</source>
        <translation>
            <numerusform>%1. %Ln Eintrag wurde seitdem geändert und blieb, wie er ist.</numerusform>
            <numerusform>%1. %Ln Einträge wurden seitdem geändert und blieben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/quotes/WhyPanel.cpp"/>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../../ui/today/CalendarView.cpp"/>
        <source>%1: %2</source>
        <comment>a colleague and his entry</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/TwinWords.cpp"/>
        <source>%1: %2</source>
        <comment>a kind of record and how many of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../../ui/prices/JobBar.cpp"/>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>%1: %2 of %3 records</source>
        <translation>%1: %2 von %3 Einträgen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>%1: %2 records</source>
        <translation>%1: %2 Einträge</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>%1: %2, was %3</source>
        <translation>%1: %2, war %3</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>%1: %Ln records</source>
        <translation>
            <numerusform>%1: %Ln Eintrag</numerusform>
            <numerusform>%1: %Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>%1; %2 could not be answered and are still here</source>
        <translation>%1; %2 ließen sich nicht beantworten und sind noch hier</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln Kunde</numerusform>
            <numerusform>%Ln Kunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>%Ln cannot be changed</source>
        <translation>
            <numerusform>%Ln kann nicht geändert werden</numerusform>
            <numerusform>%Ln können nicht geändert werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/ShutOutWindow.cpp"/>
        <source>%Ln changes had not been sent. What you typed is kept in this file, which any spreadsheet opens:</source>
        <translation>
            <numerusform>%Ln Änderung war noch nicht gesendet. Was Sie getippt haben, steht in dieser Datei, die jede Tabellenkalkulation öffnet:</numerusform>
            <numerusform>%Ln Änderungen waren noch nicht gesendet. Was Sie getippt haben, steht in dieser Datei, die jede Tabellenkalkulation öffnet:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>%Ln changes of yours to it have not been sent yet.</source>
        <translation>
            <numerusform>%Ln Änderung daran von Ihnen ist noch nicht gesendet.</numerusform>
            <numerusform>%Ln Änderungen daran von Ihnen sind noch nicht gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>%Ln changes wait at the server</source>
        <translation>
            <numerusform>%Ln Änderung wartet beim Server</numerusform>
            <numerusform>%Ln Änderungen warten beim Server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln changes wait at the server; last here %1</source>
        <translation>
            <numerusform>%Ln Änderung wartet beim Server; zuletzt hier %1</numerusform>
            <numerusform>%Ln Änderungen warten beim Server; zuletzt hier %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>%Ln changes wait for the server</source>
        <translation>
            <numerusform>%Ln Änderung wartet auf den Server</numerusform>
            <numerusform>%Ln Änderungen warten auf den Server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>%Ln changes wait to be sent. They are safe on this laptop.</source>
        <translation>
            <numerusform>%Ln Änderung wartet aufs Senden. Sie ist auf diesem Laptop sicher.</numerusform>
            <numerusform>%Ln Änderungen warten aufs Senden. Sie sind auf diesem Laptop sicher.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>%Ln changes waiting</source>
        <translation>
            <numerusform>%Ln Änderung wartet</numerusform>
            <numerusform>%Ln Änderungen warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln contacts</source>
        <translation>
            <numerusform>%Ln Ansprechpartner</numerusform>
            <numerusform>%Ln Ansprechpartner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>%Ln could not be changed.</source>
        <translation>
            <numerusform>%Ln konnte nicht geändert werden.</numerusform>
            <numerusform>%Ln konnten nicht geändert werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln deals</source>
        <translation>
            <numerusform>%Ln Verkaufschance</numerusform>
            <numerusform>%Ln Verkaufschancen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/widgets/Words.cpp"/>
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>%Ln have it already</source>
        <translation>
            <numerusform>%Ln hat es schon</numerusform>
            <numerusform>%Ln haben es schon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>%Ln items are chosen</source>
        <translation>
            <numerusform>%Ln Eintrag ist ausgewählt</numerusform>
            <numerusform>%Ln Einträge sind ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>%Ln items wait for an answer.</source>
        <translation>
            <numerusform>%Ln Eintrag wartet auf Antwort.</numerusform>
            <numerusform>%Ln Einträge warten auf Antwort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln leads</source>
        <translation>
            <numerusform>%Ln Lead</numerusform>
            <numerusform>%Ln Leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/ListPaneChoices.cpp"/>
        <source>%Ln marked</source>
        <translation>
            <numerusform>%Ln markiert</numerusform>
            <numerusform>%Ln markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>%Ln of them have no other value to use; they stay as they are then.</source>
        <translation>
            <numerusform>%Ln davon hat keinen anderen Wert; er bleibt dann, wie er ist.</numerusform>
            <numerusform>%Ln davon haben keinen anderen Wert; sie bleiben dann, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln open quotes</source>
        <translation>
            <numerusform>%Ln offenes Angebot</numerusform>
            <numerusform>%Ln offene Angebote</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln planned activities</source>
        <translation>
            <numerusform>%Ln geplante Aktivität</numerusform>
            <numerusform>%Ln geplante Aktivitäten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>%Ln price lists count today; no change is announced.</source>
        <translation>
            <numerusform>%Ln Preisliste gilt heute; keine Änderung ist angekündigt.</numerusform>
            <numerusform>%Ln Preislisten gelten heute; keine Änderung ist angekündigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>%Ln price lists count today; the next change is on %1 and is on this laptop already.</source>
        <translation>
            <numerusform>%Ln Preisliste gilt heute; die nächste Änderung kommt am %1 und ist schon auf diesem Laptop.</numerusform>
            <numerusform>%Ln Preislisten gelten heute; die nächste Änderung kommt am %1 und ist schon auf diesem Laptop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>%Ln products begin</source>
        <translation>
            <numerusform>%Ln Artikel kommt hinzu</numerusform>
            <numerusform>%Ln Artikel kommen hinzu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>%Ln products change</source>
        <translation>
            <numerusform>%Ln Artikel ändert sich</numerusform>
            <numerusform>%Ln Artikel ändern sich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>%Ln products end</source>
        <translation>
            <numerusform>%Ln Artikel entfällt</numerusform>
            <numerusform>%Ln Artikel entfallen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>%Ln records are known to laptops only. They are forgotten everywhere when you close it.</source>
        <translation>
            <numerusform>%Ln Eintrag kennen nur Laptops. Er wird überall vergessen, wenn Sie abschließen.</numerusform>
            <numerusform>%Ln Einträge kennen nur Laptops. Sie werden überall vergessen, wenn Sie abschließen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/Notifier.cpp"/>
        <source>%Ln things are new</source>
        <translation>
            <numerusform>%Ln Sache ist neu</numerusform>
            <numerusform>%Ln Sachen sind neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/TravelPanel.cpp"/>
        <source>%Ln things should be seen to first.</source>
        <translation>
            <numerusform>Um %Ln Sache sollten Sie sich erst kümmern.</numerusform>
            <numerusform>Um %Ln Sachen sollten Sie sich erst kümmern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>%Ln to-dos</source>
        <translation>
            <numerusform>%Ln Aufgabe</numerusform>
            <numerusform>%Ln Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>%Ln will change</source>
        <translation>
            <numerusform>%Ln wird geändert</numerusform>
            <numerusform>%Ln werden geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>%n lines are the same and not shown.</source>
        <translation>
            <numerusform>%n Position ist gleich und nicht gezeigt.</numerusform>
            <numerusform>%n Positionen sind gleich und nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/today/CalendarView.cpp"/>
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/ProductChoice.cpp"/>
        <source>(theirs: %1)</source>
        <translation>(beim Kunden: %1)</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>+ Added</source>
        <translation>+ Neu</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <location filename="../../ui/deals/AskPanel.cpp"/>
        <location filename="../../ui/prices/Difference.cpp"/>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>, %1 of %2</source>
        <translation>, %1 von %2</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/shell/WaitingChange.cpp"/>
        <source>, and %Ln more records</source>
        <translation>
            <numerusform>, und %Ln weiterer Eintrag</numerusform>
            <numerusform>, und %Ln weitere Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>1 change waiting</source>
        <translation type="vanished">1 Änderung wartet</translation>
    </message>
    <message>
        <location filename="../../ui/prices/DifferenceView.cpp"/>
        <source>1 line</source>
        <translation>1 Position</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <source>1 product · %1</source>
        <translation>1 Artikel · %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>A CSV file or an XLSX workbook. Ctrl+O chooses one. Nobody sees it until you publish.</source>
        <translation>Eine Datei als CSV oder XLSX. Strg+O wählt eine aus. Niemand sieht sie, bis Sie veröffentlichen.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalsPage.cpp"/>
        <source>A approve · R refuse · Enter opens</source>
        <translation>A freigeben · R ablehnen · Eingabe öffnet</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalsPage.cpp"/>
        <source>A approve · R refuse · W take back · Enter opens</source>
        <translation>A freigeben · R ablehnen · W zurückziehen · Eingabe öffnet</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Notable.cpp"/>
        <source>A change was not accepted</source>
        <translation>Eine Änderung wurde nicht angenommen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>A draft from %1, made %2. %3. Publish it for everybody?</source>
        <translation>Ein Entwurf von %1, angelegt %2. %3. Für alle veröffentlichen?</translation>
    </message>
    <message>
        <source>A draft from %1, made %2. Publish it for everybody?</source>
        <translation type="vanished">Ein Entwurf von %1, angelegt %2. Für alle veröffentlichen?</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>A draft with the same number and all lines, at the prices they had. What the customer has stays as it is.</source>
        <translation>Ein Entwurf mit derselben Nummer und allen Positionen zu ihren Preisen. Was der Kunde hat, bleibt, wie es ist.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RevisionsView.cpp"/>
        <source>A new revision of %1 will say again what %2 said. What would change stands below.</source>
        <translation>Ein neuer Stand von %1 sagt wieder, was %2 sagte. Was sich ändern würde, steht unten.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <location filename="../../ui/shell/NewPasswordLines.cpp"/>
        <source>A password needs at least 8 characters.</source>
        <translation>Ein Kennwort braucht mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PartsPanel.cpp"/>
        <source>A product that is not on this laptop</source>
        <translation>Ein Produkt, das nicht auf diesem Laptop ist</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>A quote needs an account, and this is not about one.</source>
        <translation>Ein Angebot braucht einen Kunden, und hier geht es um keinen.</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>A quote was handed over by %1 while %2 still changed it. These edits are in its next revision, %3.</source>
        <translation>Ein Angebot ging an den Kunden (übergeben: %1), während noch jemand daran gearbeitet hat (%2). Diese Änderungen stehen in der nächsten Fassung, %3.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>A sales manager sees his territories and all that lie in them.</source>
        <translation>Ein Vertriebsleiter sieht seine Gebiete und alle, die in ihnen liegen.</translation>
    </message>
    <message>
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>A spreadsheet holds 1,048,576 rows and this list is longer. Write it as CSV, or narrow it first.</source>
        <translation>Eine Tabelle fasst 1.048.576 Zeilen, und diese Liste ist länger. Schreiben Sie sie als CSV, oder grenzen Sie sie vorher ein.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>A whole territory</source>
        <translation>Ein ganzes Gebiet</translation>
    </message>
    <message>
        <location filename="../../app/desktop/Desktop.cpp"/>
        <source>About the records on this laptop</source>
        <translation>Zu den Daten auf diesem Laptop</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <location filename="../../ui/quotes/QuoteLists.cpp"/>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>Accepted %1</source>
        <translation>%1 angenommen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>Accepted by</source>
        <translation>Angenommen von</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Accepted by %1 on %2.</source>
        <translation>Angenommen von %1 am %2.</translation>
    </message>
    <message>
        <location filename="../../ui/leads/ConvertPanel.cpp"/>
        <source>Account</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>Accounts</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NotificationsPanel.cpp"/>
        <source>Accounts that become mine</source>
        <translation>Kunden, die mir zufallen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <location filename="../../ui/records/NewRecordPanel.cpp"/>
        <source>Add</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionPanel.cpp"/>
        <source>Add condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/SiteTreeCard.cpp"/>
        <location filename="../../ui/records/RelatedCard.cpp"/>
        <source>Add to %1</source>
        <translation>Hinzufügen: %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Difference.cpp"/>
        <location filename="../../ui/shell/MainWindow.cpp"/>
        <source>Added</source>
        <translation>Neu</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>Added %1</source>
        <translation>%1 angelegt</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>Added a group</source>
        <translation>Eine Gruppe hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteTyping.cpp"/>
        <source>Added a line</source>
        <translation>Eine Position hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteTyping.cpp"/>
        <source>Added a text</source>
        <translation>Einen Text hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdministrationPage.h"/>
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <location filename="../../ui/shell/PageCards.cpp"/>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Administration (for administrators)</source>
        <translation>Verwaltung (für Administratoren)</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>Agreement %1</source>
        <translation>Rahmenvertrag %1</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdministrationPage.cpp"/>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>Alerts</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdministrationPage.cpp"/>
        <source>Alerts (%1)</source>
        <translation>Meldungen (%1)</translation>
    </message>
    <message>
        <location filename="../../ui/records/TwinHint.cpp"/>
        <source>Alike: %1 more.</source>
        <translation>Ähnlich: %1 weitere.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>All %1 rows are good: %2 prices of %3 products. %4. Publish them for everybody?</source>
        <translation>Alle %1 Zeilen sind gut: %2 Preise für %3 Artikel. %4. Für alle veröffentlichen?</translation>
    </message>
    <message>
        <source>All %1 rows are good: %2 prices of %3 products. Publish them for everybody?</source>
        <translation type="vanished">Alle %1 Zeilen sind gut: %2 Preise für %3 Artikel. Für alle veröffentlichen?</translation>
    </message>
    <message>
        <location filename="../../ui/prices/DifferenceView.cpp"/>
        <source>All changes</source>
        <translation>Alle Änderungen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>All keys (also here)</source>
        <translation>Alle Tasten (auch hier)</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>All prices are those of the lists and promotions on %1; nothing would change.</source>
        <translation>Alle Preise sind die der Listen und Aktionen vom %1; es würde sich nichts ändern.</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/DuplicatesPage.cpp"/>
        <source>All records are looked through.</source>
        <translation>Alle Einträge sind durchgesehen.</translation>
    </message>
    <message>
        <location filename="../../ui/records/Lists.cpp"/>
        <source>All, by name</source>
        <translation>Alle, nach Namen</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrdersPage.cpp"/>
        <location filename="../../ui/quotes/QuoteLists.cpp"/>
        <source>All, newest first</source>
        <translation>Alle, neueste zuerst</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>Also as a spreadsheet</source>
        <translation>Auch als Tabelle</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeView.cpp"/>
        <source>Also kept: %1.</source>
        <translation>Auch behalten: %1.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>Also what was done and closed</source>
        <translation>Auch Protokoll und Erledigtes</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteBar.cpp"/>
        <source>Alternative</source>
        <translation>Alternative</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteFoot.cpp"/>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <location filename="../../ui/records/PeekPanel.cpp"/>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>An account</source>
        <translation>Ein Kunde</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Notable.cpp"/>
        <source>An account is yours now</source>
        <translation>Ein Kunde gehört jetzt Ihnen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/ShutOutWindow.cpp"/>
        <source>An administrator has shut this laptop out. %1</source>
        <translation>Ein Administrator hat diesen Laptop ausgesperrt. %1</translation>
    </message>
    <message>
        <location filename="../../ui/shell/ShutOutWindow.cpp"/>
        <source>An administrator has shut this laptop out. The company's records were taken off it.</source>
        <translation>Ein Administrator hat diesen Laptop ausgesperrt. Die Daten der Firma wurden von ihm gelöscht.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>An alternative stands below the line whose place it may take.</source>
        <translation>Eine Alternative steht unter der Position, die sie ersetzen kann.</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrdersPage.cpp"/>
        <source>An order is made when a customer accepts a quote: Alt+Y in the quote.</source>
        <translation>Ein Auftrag entsteht, wenn ein Kunde ein Angebot annimmt: Alt+Y im Angebot.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/deals/AskPanel.cpp"/>
        <location filename="../../ui/deals/DealPanel.cpp"/>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>And %n more.</source>
        <translation>
            <numerusform>Und noch %n weiteres.</numerusform>
            <numerusform>Und noch %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Another number of free goods</source>
        <translation>Andere Menge Gratisware</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalView.cpp"/>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalView.cpp"/>
        <source>Answer, for the one who asks</source>
        <translation>Antwort für den, der fragt</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>Answered %Ln items</source>
        <translation>
            <numerusform>%Ln Eintrag beantwortet</numerusform>
            <numerusform>%Ln Einträge beantwortet</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>Answered: %1</source>
        <translation>Beantwortet: %1</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NotificationsPanel.cpp"/>
        <source>Answers to what I asked approval for</source>
        <translation>Antworten auf meine Bitten um Freigabe</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalsPage.cpp"/>
        <location filename="../../ui/deals/ApprovalsPage.h"/>
        <location filename="../../ui/shell/PageCards.cpp"/>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NotificationsPanel.cpp"/>
        <source>Approvals that wait for me</source>
        <translation>Freigaben, die auf mich warten</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Approvals: approve, refuse, take back</source>
        <translation>Freigaben: freigeben, ablehnen, zurückziehen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalView.cpp"/>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <location filename="../../ui/today/Agenda.cpp"/>
        <source>Approve %1</source>
        <translation>%1 freigeben</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <location filename="../../ui/deals/DecidePanel.cpp"/>
        <source>Approve or refuse</source>
        <translation>Freigeben oder ablehnen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalView.cpp"/>
        <source>Approved %1</source>
        <translation>%1 freigegeben</translation>
    </message>
    <message>
        <location filename="../../ui/leads/ConvertPanel.cpp"/>
        <source>Arrows choose  ·  Tab: account  ·  Enter converts  ·  Esc leaves</source>
        <translation>Pfeile wählen  ·  Tab: Kunde  ·  Eingabe wandelt um  ·  Esc verlässt</translation>
    </message>
    <message>
        <location filename="../../ui/today/WeekStrip.cpp"/>
        <source>Arrows choose a day, Enter opens it</source>
        <translation>Pfeile wählen einen Tag, Eingabe öffnet ihn</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>Arrows move</source>
        <translation>Pfeile bewegen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <source>As if it had never been done</source>
        <translation>Als wäre es nie geschehen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RevisionsView.cpp"/>
        <source>As soon as one is published, the next sync brings it.</source>
        <translation>Sobald einer veröffentlicht ist, bringt ihn der nächste Abgleich.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <source>As soon as there is one, the next sync brings it.</source>
        <translation>Sobald es eine gibt, bringt sie der nächste Abgleich.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/PaperPane.cpp"/>
        <source>As wide as there is room</source>
        <translation>So breit wie der Platz</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AskPanel.cpp"/>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AskPanel.cpp"/>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Ask for approval</source>
        <translation>Um Freigabe bitten</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AskPanel.cpp"/>
        <source>Asked for the approval of %1</source>
        <translation>Um Freigabe von %1 gebeten</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <source>Asked, in this order</source>
        <translation>Gefragt, in dieser Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ReceiptsPanel.cpp"/>
        <source>Asking the server who has %1 …</source>
        <translation>Der Server wird gefragt, wer %1 hat …</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Notable.cpp"/>
        <source>At %1: %2</source>
        <translation>Um %1: %2</translation>
    </message>
    <message>
        <location filename="../../ui/records/PeekPanel.cpp"/>
        <source>At a glance</source>
        <translation>Auf einen Blick</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>At its next contact it takes the company's records off its disk. What was written on it and not sent stays there, in a file.</source>
        <translation>Beim nächsten Kontakt löscht er die Daten der Firma von seiner Platte. Was darauf geschrieben und nicht gesendet wurde, bleibt dort, in einer Datei.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>At least %1</source>
        <translation>Mindestens %1</translation>
    </message>
    <message>
        <location filename="../../ui/shell/TopBar.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <location filename="../../ui/quotes/WhyPanel.cpp"/>
        <source>Back to the list price</source>
        <translation>Zurück zum Listenpreis</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Back, forward</source>
        <translation>Zurück, vor</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <location filename="../../ui/prices/DifferenceModel.cpp"/>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeModel.cpp"/>
        <source>Belongs to it</source>
        <translation>Gehört dazu</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>Both are kept.</source>
        <translation>Beide bleiben.</translation>
    </message>
    <message>
        <location filename="../../ui/orders/PurchasesCard.cpp"/>
        <source>Bought</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>Buys from somebody else</source>
        <translation>Kauft woanders</translation>
    </message>
    <message>
        <location filename="../../ui/prices/DifferenceModel.cpp"/>
        <source>By</source>
        <translation>Um</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>By the lists and promotions of %1 this would change. Space ticks a line; what is not ticked stays as it was offered.</source>
        <translation>Nach den Listen und Aktionen vom %1 würde sich das ändern. Die Leertaste hakt eine Position an; was nicht angehakt ist, bleibt wie angeboten.</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>C calendar</source>
        <translation>C Kalender</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>C day</source>
        <translation>C Tag</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>C month</source>
        <translation>C Monat</translation>
    </message>
    <message>
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <location filename="../../ui/today/CalendarView.cpp"/>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <location filename="../../ui/today/CalendarView.cpp"/>
        <source>Calendar: %1, %2</source>
        <translation>Kalender: %1, %2</translation>
    </message>
    <message>
        <location filename="../../ui/records/ReachBar.cpp"/>
        <location filename="../../ui/today/CustomerGlance.cpp"/>
        <source>Call %1</source>
        <translation>%1 anrufen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Call, write to the customer</source>
        <translation>Den Kunden anrufen, ihm schreiben</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>Calls, visits and notes</source>
        <translation>Anrufe, Besuche und Notizen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Cancel, back to the list</source>
        <translation>Abbrechen, zurück zur Liste</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>Cannot be reached</source>
        <translation>Nicht zu erreichen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>Carry out</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <location filename="../../ui/records/ListPane.cpp"/>
        <location filename="../../ui/shell/OwnPasswordPanel.cpp"/>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>Change %Ln records</source>
        <translation>
            <numerusform>%Ln Eintrag ändern</numerusform>
            <numerusform>%Ln Einträge ändern</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <source>Change in quarantine</source>
        <translation>Änderung in Quarantäne</translation>
    </message>
    <message>
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>Change the marked records</source>
        <translation>Markierte Einträge ändern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Change your password</source>
        <translation>Ihr Kennwort ändern</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>Changed %1</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>Changed the %1 of %2</source>
        <translation>%1 von %2 geändert</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>Changed the %1 of %Ln records</source>
        <translation>
            <numerusform>%1 von %Ln Eintrag geändert</numerusform>
            <numerusform>%1 von %Ln Einträgen geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>Changed the %1 of %Ln records.</source>
        <translation>
            <numerusform>%1 von %Ln Eintrag geändert.</numerusform>
            <numerusform>%1 von %Ln Einträgen geändert.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>Changed the discount of the quote</source>
        <translation>Rabatt des Angebots geändert</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>Changed the language of the paper</source>
        <translation>Sprache des Papiers geändert</translation>
    </message>
    <message>
        <location filename="../../ui/records/SavedLists.cpp"/>
        <source>Changed the list %1</source>
        <translation>Liste %1 geändert</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteTyping.cpp"/>
        <source>Changed the product of %1</source>
        <translation>Artikel geändert: %1</translation>
    </message>
    <message>
        <location filename="../../ui/history/HistoryPanel.cpp"/>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>Changes of the company that it does not have yet</source>
        <translation>Änderungen der Firma, die es noch nicht hat</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <source>Changes that wait</source>
        <translation>Wartende Änderungen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>Check all customers</source>
        <translation>Alle Kunden prüfen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>Checking the promotions of all customers</source>
        <translation>Die Aktionen aller Kunden werden geprüft</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <source>Checksums</source>
        <translation>Prüfsummen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/ChoicePanel.cpp"/>
        <source>Choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <location filename="../../ui/fields/ReferencePicker.cpp"/>
        <location filename="../../ui/quotes/PickerLine.cpp"/>
        <source>Choices for %1</source>
        <translation>Auswahl für %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>Choose a customer to see which of his promotions clash, or check all (Alt+C).</source>
        <translation>Wählen Sie einen Kunden, um zu sehen, welche seiner Aktionen sich widersprechen, oder prüfen Sie alle (Alt+C).</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <source>Choose a product; Enter takes it.</source>
        <translation>Wählen Sie einen Artikel; Eingabe nimmt ihn.</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>Choose a reason, or write one</source>
        <translation>Wählen Sie einen Grund, oder schreiben Sie einen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp"/>
        <source>Choose a record first; then this says why it is here.</source>
        <translation>Wählen Sie erst einen Eintrag; dann steht hier, warum er da ist.</translation>
    </message>
    <message>
        <location filename="../../ui/records/RecordPage.cpp"/>
        <source>Choose a row of the list; Enter opens it.</source>
        <translation>Wählen Sie eine Zeile der Liste; Eingabe öffnet sie.</translation>
    </message>
    <message>
        <source>Choose a row on the left; Enter opens it.</source>
        <translation type="vanished">Wählen Sie eine Zeile in der Liste; Eingabe öffnet sie.</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>Choose a row that is about a customer to log what happened.</source>
        <translation>Wählen Sie eine Zeile, in der es um einen Kunden geht, um zu notieren, was geschehen ist.</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <source>Choose an order in the list; Enter opens it.</source>
        <translation>Wählen Sie einen Auftrag in der Liste; Eingabe öffnet ihn.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteEditor.cpp"/>
        <source>Choose one from the list, or press N to write a new one.</source>
        <translation>Wählen Sie eines aus der Liste, oder schreiben Sie mit N ein neues.</translation>
    </message>
    <message>
        <location filename="../../ui/fields/ReferencePicker.cpp"/>
        <source>Choose one from the list.</source>
        <translation>Wählen Sie einen Eintrag aus der Liste.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Choose what changes hands, and to whom. You see what would move before anything does.</source>
        <translation>Wählen Sie, was übergeben wird, und an wen. Sie sehen, was wandern würde, bevor etwas wandert.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>Clashes</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>Clear the signature</source>
        <translation>Unterschrift löschen</translation>
    </message>
    <message>
        <location filename="../../app/desktop/Desktop.cpp"/>
        <location filename="../../app/desktop/main.cpp"/>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <location filename="../../ui/deals/DealPanel.cpp"/>
        <location filename="../../ui/leads/ConvertPanel.cpp"/>
        <location filename="../../ui/quotes/NewQuotePanel.cpp"/>
        <location filename="../../ui/quotes/PastePanel.cpp"/>
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <location filename="../../ui/records/ColumnPanel.cpp"/>
        <location filename="../../ui/records/ConditionPanel.cpp"/>
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <location filename="../../ui/records/NewRecordPanel.cpp"/>
        <location filename="../../ui/shell/ShutOutWindow.cpp"/>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <location filename="../../ui/widgets/ChoicePanel.cpp"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Close as expired</source>
        <translation>Als abgelaufen schließen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>Close it</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>Close it as expired</source>
        <translation>Als abgelaufen schließen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>Close it when everybody has synced since the server was restored.</source>
        <translation>Schließen Sie sie ab, wenn alle seit dem Zurückspielen abgeglichen haben.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ReceiptsPanel.cpp"/>
        <source>Close the devices</source>
        <translation>Geräte schließen</translation>
    </message>
    <message>
        <location filename="../../ui/history/HistoryPanel.cpp"/>
        <source>Close the history</source>
        <translation>Verlauf schließen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>Close the quote</source>
        <translation>Angebot schließen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>Close the recovery</source>
        <translation>Wiederherstellung abschließen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/ClosingPanel.cpp"/>
        <source>Close the window, or end Satchel?</source>
        <translation>Fenster schließen oder Satchel beenden?</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>Closed %1 as expired</source>
        <translation>%1 als abgelaufen geschlossen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Closed as expired on %1.</source>
        <translation>Als abgelaufen geschlossen am %1.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <location filename="../../ui/prices/DifferenceModel.cpp"/>
        <location filename="../../ui/prices/PriceModel.cpp"/>
        <source>Code</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Colleague</source>
        <translation>Kollege</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdministrationPage.cpp"/>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>Colleagues</source>
        <translation>Kollegen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <location filename="../../ui/records/ColumnPanel.cpp"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <location filename="../../ui/records/ListPane.cpp"/>
        <source>Columns, order and groups</source>
        <translation>Spalten, Reihenfolge und Gruppen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Comfortable or compact rows</source>
        <translation>Bequeme oder enge Zeilen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>Coming</source>
        <translation>Kommt</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AskPanel.cpp"/>
        <source>Comment</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <location filename="../../ui/records/TwinHint.cpp"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>Compare revisions</source>
        <translation>Fassungen vergleichen</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Compare the two</source>
        <translation>Beide vergleichen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RevisionsView.cpp"/>
        <source>Compare this revision</source>
        <translation>Diesen Stand vergleichen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionRow.cpp"/>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RevisionsView.cpp"/>
        <source>Comparing %1 with %2</source>
        <translation>%1 wird mit %2 verglichen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceFile.cpp"/>
        <source>Comparing with what is published</source>
        <translation>Vergleich mit dem Veröffentlichten</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionPanel.cpp"/>
        <location filename="../../ui/records/ListPane.cpp"/>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <location filename="../../ui/leads/ConvertPanel.cpp"/>
        <source>Contact</source>
        <translation>Ansprechpartner</translation>
    </message>
    <message>
        <location filename="../../ui/leads/ConvertPanel.cpp"/>
        <source>Convert</source>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <location filename="../../ui/leads/ConvertPanel.cpp"/>
        <source>Convert %1</source>
        <translation>%1 umwandeln</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>Converted %1</source>
        <translation>%1 umgewandelt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <source>Copied laptop</source>
        <translation>Kopierter Laptop</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>Copied what you had typed</source>
        <translation>Ihre Eingabe kopiert</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Counted from %1 on</source>
        <translation type="vanished">Galt ab %1</translation>
    </message>
    <message>
        <source>Counted from %1 on, until it was taken back</source>
        <translation type="vanished">Galt ab %1, bis er zurückgenommen wurde</translation>
    </message>
    <message>
        <source>Counts from %1 on</source>
        <translation type="vanished">Gilt ab %1</translation>
    </message>
    <message>
        <source>Counts since %1</source>
        <translation type="vanished">Gilt seit %1</translation>
    </message>
    <message>
        <location filename="../../ui/fields/FieldRow.cpp"/>
        <source>Ctrl+Enter or Ctrl+click opens it</source>
        <translation>Öffnen mit Strg+Eingabe oder Strg+Klick</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Editors.cpp"/>
        <source>Ctrl+Enter saves, Esc discards</source>
        <translation>Strg+Eingabe speichert, Esc verwirft</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>Current</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/NewQuotePanel.cpp"/>
        <source>Customer of the new quote</source>
        <translation>Kunde des neuen Angebots</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>Customer of the promotions</source>
        <translation>Kunde der Aktionen</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <source>Customer: %1</source>
        <translation>Kunde: %1</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>D done</source>
        <translation>D erledigt</translation>
    </message>
    <message>
        <source>D done · S tomorrow · L log · Enter opens</source>
        <translation type="vanished">D erledigt · S morgen · L festhalten · Eingabe öffnet</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <location filename="../../ui/today/SnoozeBar.cpp"/>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>Day of the promotions</source>
        <translation>Tag der Aktionen</translation>
    </message>
    <message>
        <location filename="../../ui/records/ReachBar.cpp"/>
        <source>Dear %1,</source>
        <translation>Guten Tag %1,</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Declined on %1: %2</source>
        <translation>Abgelehnt am %1: %2</translation>
    </message>
    <message>
        <location filename="../../ui/records/RecordDetail.cpp"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Delete in the list, in the record</source>
        <translation>Löschen in der Liste, im Eintrag</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionPanel.cpp"/>
        <source>Delete list</source>
        <translation>Liste löschen</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteHeader.cpp"/>
        <source>Delete the quote</source>
        <translation>Angebot löschen</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuotesPage.cpp"/>
        <location filename="../../ui/records/RecordPage.cpp"/>
        <source>Deleted %1</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <location filename="../../ui/records/SavedLists.cpp"/>
        <source>Deleted the list %1</source>
        <translation>Liste %1 gelöscht</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <location filename="../../ui/records/RecordDetail.cpp"/>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Rail.cpp"/>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Details of syncing</source>
        <translation>Einzelheiten zum Abgleich</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <source>Device not seen</source>
        <translation>Gerät nicht gesehen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdministrationPage.cpp"/>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <location filename="../../ui/prices/ReceiptsPanel.cpp"/>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdministrationPage.cpp"/>
        <source>Devices, passwords and alerts as the server said at %1</source>
        <translation>Geräte, Kennwörter und Meldungen: Stand des Servers von %1</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <location filename="../../ui/records/ColumnPanel.cpp"/>
        <source>Direction of the order</source>
        <translation>Richtung der Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>Discarded what was not accepted of %1</source>
        <translation>Verworfen, was bei %1 nicht angenommen wurde</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteFoot.cpp"/>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteTyping.cpp"/>
        <source>Discount of %1 lines</source>
        <translation>Rabatt von %1 Positionen</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteFoot.cpp"/>
        <source>Discount of the whole quote as an amount</source>
        <translation>Rabatt auf das ganze Angebot als Betrag</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteFoot.cpp"/>
        <source>Discount of the whole quote in percent</source>
        <translation>Rabatt auf das ganze Angebot in Prozent</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteEditor.cpp"/>
        <source>Discount of the whole quote: %1</source>
        <translation>Rabatt auf das ganze Angebot: %1</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/WhyPanel.cpp"/>
        <source>Discount on the line: %1</source>
        <translation>Rabatt auf die Position: %1</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>Discount on the whole</source>
        <translation>Rabatt auf das Ganze</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>Disk</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>Disqualified %1: %2</source>
        <translation>%1 aussortiert: %2</translation>
    </message>
    <message>
        <location filename="../../ui/models/UndoHistory.cpp"/>
        <source>Done again: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>Done: %1</source>
        <translation>Erledigt: %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>Down</source>
        <translation>Billiger</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteBar.cpp"/>
        <source>Down</source>
        <comment>a line of a quote</comment>
        <translation>Tiefer</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealWords.cpp"/>
        <source>Draft without a title</source>
        <translation>Entwurf ohne Titel</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Draft, approved as it is by %1.</source>
        <translation>Entwurf, so freigegeben von %1.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Draft, changed after %1 approved it: it has to be asked for again.</source>
        <translation>Entwurf, nach der Freigabe durch %1 geändert: Bitten Sie noch einmal um Freigabe.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Draft, refused by %1.</source>
        <translation>Entwurf, abgelehnt von %1.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Draft, refused by %1: %2</source>
        <translation>Entwurf, abgelehnt von %1: %2</translation>
    </message>
    <message>
        <source>Draft.</source>
        <translation type="vanished">Entwurf.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Draft. It goes beyond what you may give, so it needs an approval.</source>
        <translation>Entwurf. Er geht über das hinaus, was Sie geben dürfen, und braucht eine Freigabe.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteLists.cpp"/>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SignaturePad.cpp"/>
        <source>Draw with the mouse or a pen; it can be left out</source>
        <translation>Mit Maus oder Stift zeichnen; kann entfallen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>Drop a price list here</source>
        <translation>Preisliste hier ablegen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Notable.cpp"/>
        <source>Due today</source>
        <translation>Heute fällig</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteBar.cpp"/>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>Duplicated lines</source>
        <translation>Positionen verdoppelt</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/DuplicatesPage.cpp"/>
        <location filename="../../ui/duplicates/DuplicatesPage.h"/>
        <location filename="../../ui/shell/PageCards.cpp"/>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Duplicates</source>
        <translation>Dubletten</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Duplicates: choose, merge, not the same</source>
        <translation>Dubletten: wählen, zusammenführen, nicht dasselbe</translation>
    </message>
    <message>
        <location filename="../../ui/records/PeekPanel.cpp"/>
        <location filename="../../ui/today/CustomerGlance.cpp"/>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Edit and send again</source>
        <translation>Bearbeiten und neu senden</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <source>Empty: the server makes one</source>
        <translation>Leer: der Server macht eins</translation>
    </message>
    <message>
        <location filename="../../ui/shell/ClosingPanel.cpp"/>
        <source>End Satchel</source>
        <translation>Satchel beenden</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>Ended</source>
        <translation>Entfallen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalsPage.cpp"/>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>Enter opens</source>
        <translation>Eingabe öffnet</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>Enter opens the day</source>
        <translation>Eingabe öffnet den Tag</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>Enter opens the quote, where you decide.</source>
        <translation>Eingabe öffnet das Angebot; dort entscheiden Sie.</translation>
    </message>
    <message>
        <location filename="../../ui/records/RelatedCard.cpp"/>
        <source>Enter opens, D marks it done</source>
        <translation>Eingabe öffnet, D erledigt</translation>
    </message>
    <message>
        <location filename="../../ui/records/RelatedCard.cpp"/>
        <source>Enter opens, R chooses the role in the decision</source>
        <translation>Eingabe öffnet, R wählt die Rolle bei der Entscheidung</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Enter sends it again, Esc leaves it</source>
        <translation>Eingabe sendet es neu, Esc lässt es</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Everything of %1 went to %2</source>
        <translation>Alles von %1 ging an %2</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Everything of a colleague</source>
        <translation>Alles von einem Kollegen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>Everything you did has been sent.</source>
        <translation>Alles, was Sie getan haben, ist gesendet.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <source>Exactly %1 for one</source>
        <translation>Genau %1 für eines</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrdersPage.h"/>
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>Export</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>Export %1 rows as</source>
        <translation type="vanished">%1 Zeilen ausgeben als</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>Export %Ln rows as</source>
        <translation>
            <numerusform>%Ln Zeile ausgeben als</numerusform>
            <numerusform>%Ln Zeilen ausgeben als</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Export the list</source>
        <translation>Liste ausgeben</translation>
    </message>
    <message>
        <source>Export the list of orders</source>
        <translation type="vanished">Liste der Aufträge ausgeben</translation>
    </message>
    <message>
        <location filename="../../ui/records/ListPane.cpp"/>
        <source>Export this list</source>
        <translation>Diese Liste ausgeben</translation>
    </message>
    <message>
        <location filename="../../app/desktop/SyncWorker.cpp"/>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <source>Fetching your records</source>
        <translation>Ihre Daten werden geholt</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>Few numbers are left: without them a quote is called a draft until the next sync.</source>
        <translation>Es sind nur wenige Nummern übrig: Ohne sie heißt ein Angebot bis zum nächsten Abgleich Entwurf.</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionRow.cpp"/>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>Field to change</source>
        <translation>Feld, das geändert wird</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>File with prices</source>
        <translation>Datei mit Preisen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>File with prices (CSV or XLSX)</source>
        <translation>Datei mit Preisen (CSV oder XLSX)</translation>
    </message>
    <message>
        <location filename="../../ui/records/ListPane.cpp"/>
        <source>Filter %1</source>
        <translation>%1 filtern</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <source>Filter by code or name</source>
        <translation>Nach Nummer oder Name filtern</translation>
    </message>
    <message>
        <location filename="../../ui/prices/DifferenceView.cpp"/>
        <source>Filter the changes</source>
        <translation>Änderungen filtern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Filter the list</source>
        <translation>Die Liste filtern</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RejectsView.cpp"/>
        <source>Filter these rows</source>
        <translation>Diese Zeilen filtern</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <location filename="../../ui/records/ListPane.cpp"/>
        <source>Filter this list</source>
        <translation>Diese Liste filtern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Find duplicates</source>
        <translation>Dubletten suchen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <source>First row</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="vanished">Einpassen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogBox.cpp"/>
        <source>Follow up: %1</source>
        <translation>Wiedervorlage: %1</translation>
    </message>
    <message>
        <location filename="../../ui/today/AgendaView.cpp"/>
        <source>Follow-ups, %1</source>
        <translation>Wiedervorlagen, %1</translation>
    </message>
    <message>
        <location filename="../../ui/today/AgendaView.cpp"/>
        <source>Follow-ups, today</source>
        <translation>Wiedervorlagen, heute</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <source>For %1 on %2</source>
        <translation>Für %1 am %2</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceModel.cpp"/>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <location filename="../../ui/shell/TopBar.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>Forward %1 to</source>
        <translation>%1 weitergeben an</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>Forwarded %1 to %2</source>
        <translation>%1 an %2 weitergegeben</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <location filename="../../ui/quotes/QuoteSheet.cpp"/>
        <source>Free</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Free goods come</source>
        <translation>Gratisware kommt dazu</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Free goods go: they are no longer given</source>
        <translation>Gratisware entfällt: Es gibt sie nicht mehr</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <source>Free with it</source>
        <translation>Gratis dazu</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>Free with the promotion %1</source>
        <translation>Gratis durch die Aktion %1</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Free: %1</source>
        <translation>Gratis: %1</translation>
    </message>
    <message>
        <location filename="../../ui/today/SnoozeBar.cpp"/>
        <source>Fri, 15.3., in 2 weeks</source>
        <translation>Fr, 15.3., in 2 Wochen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RevisionsView.cpp"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>From %1 to %2 nothing is different.</source>
        <translation>%1 → %2: nichts ist anders.</translation>
    </message>
    <message>
        <source>From %1 to %2: %3 changed (%4 up, %5 down), %6 added, %7 ended, %8 as before.</source>
        <translation type="vanished">Von %1 zu %2: %3 geändert (%4 teurer, %5 billiger), %6 neu, %7 entfallen, %8 wie zuvor.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>From %1 to %2: %3.</source>
        <translation>%1 → %2: %3.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <source>From quantity</source>
        <translation>Ab Menge</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>Gave %1 to %2</source>
        <translation>%1 an %2 gegeben</translation>
    </message>
    <message>
        <location filename="../../ui/shell/TravelPanel.cpp"/>
        <source>Get ready</source>
        <translation>Bereit machen</translation>
    </message>
    <message>
        <source>Give away</source>
        <translation type="vanished">Übergeben</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionPanel.cpp"/>
        <source>Give the list a name first.</source>
        <translation>Geben Sie der Liste zuerst einen Namen.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RevisionsView.cpp"/>
        <source>Go back to this one</source>
        <translation>Zu diesem zurück</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealPanel.cpp"/>
        <source>Go there</source>
        <translation>Hingehen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealPanel.cpp"/>
        <source>Go there: %1</source>
        <translation>Hingehen: %1</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/WhyPanel.cpp"/>
        <source>Go to a line with a price, and here stands how it came about.</source>
        <translation>Gehen Sie auf eine Position mit Preis, dann steht hier, wie er zustande kam.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteFoot.cpp"/>
        <source>Go to the line</source>
        <translation>Zur Position</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteFoot.cpp"/>
        <source>Go to the line: %1</source>
        <translation>Zur Position: %1</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeModel.cpp"/>
        <source>Goes into the other</source>
        <translation>Geht im anderen auf</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Got it</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>Graduated over %1 parts</source>
        <translation>Gestaffelt über %1 Stufen</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>Graduated price over %1 parts</source>
        <translation>Staffelpreis über %1 Stufen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <location filename="../../ui/quotes/QuoteBar.cpp"/>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <location filename="../../ui/records/ColumnPanel.cpp"/>
        <source>Grouped by</source>
        <translation>Gruppiert nach</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>Hand over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>Hand over to the customer</source>
        <translation>Dem Kunden übergeben</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>Handed over %1</source>
        <translation>%1 übergeben</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>Handed over a quote</source>
        <translation>Ein Angebot übergeben</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <source>Held deletions</source>
        <translation>Angehaltene Löschungen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location filename="../../ui/history/HistoryPanel.cpp"/>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="../../ui/history/HistoryPanel.cpp"/>
        <location filename="../../ui/quotes/QuoteHeader.cpp"/>
        <location filename="../../ui/records/RecordDetail.cpp"/>
        <source>History of changes</source>
        <translation>Änderungsverlauf</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>History of the record</source>
        <translation>Verlauf des Eintrags</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>History of this record</source>
        <translation>Verlauf dieses Eintrags</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <source>How it comes about</source>
        <translation>Wie er zustande kommt</translation>
    </message>
    <message>
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>How it is changed</source>
        <translation>Wie es geändert wird</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionRow.cpp"/>
        <source>How it is compared</source>
        <translation>Wie verglichen wird</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <source>How its status went</source>
        <translation>Statusverlauf</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PricesPage.cpp"/>
        <source>Import</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PricesPage.cpp"/>
        <source>Import prices</source>
        <translation>Preise einlesen</translation>
    </message>
    <message>
        <location filename="../../ui/today/SnoozeBar.cpp"/>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteLists.cpp"/>
        <source>In approval</source>
        <translation>In Freigabe</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PublishBar.cpp"/>
        <source>In force from</source>
        <translation>Gilt ab</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Revisions.cpp"/>
        <source>In force from %1 on</source>
        <translation>Gilt ab %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Revisions.cpp"/>
        <source>In force since %1</source>
        <translation>Gilt seit %1</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <location filename="../../ui/inbox/InboxPage.h"/>
        <location filename="../../ui/shell/PageCards.cpp"/>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Inbox: edit and send again, copy</source>
        <translation>Eingang: bearbeiten und neu senden, kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Inbox: use the other value, keep</source>
        <translation>Eingang: anderen Wert nehmen, behalten</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>Included in %1</source>
        <translation>Enthalten in %1</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>Included in a bundle</source>
        <translation>In einem Paket enthalten</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteBar.cpp"/>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteSheet.cpp"/>
        <source>Instead of %1</source>
        <translation>Statt %1</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteSheet.cpp"/>
        <source>Instead of %1, chosen</source>
        <translation>Statt %1, gewählt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Into which territory</source>
        <translation>In welches Gebiet</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeView.cpp"/>
        <source>Is this the same %1?</source>
        <translation>Ist das derselbe %1?</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It belongs to the account team of %1, on which you are.</source>
        <translation>Es gehört zum Kundenteam von %1, in dem Sie sind.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It follows %1: where that goes, it goes.</source>
        <translation>Es gehört zu %1 und geht immer mit.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It has been deleted; this laptop learned of it on %1.</source>
        <translation>Es wurde gelöscht; dieser Laptop hat es am %1 erfahren.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It has left your area and was not deleted; this laptop learned of it on %1.</source>
        <translation>Es hat Ihren Bereich verlassen und wurde nicht gelöscht; dieser Laptop hat es am %1 erfahren.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It has never been on this laptop.</source>
        <translation>Es war nie auf diesem Laptop.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PublishBar.cpp"/>
        <source>It is a big one: its %1 prices go in parts, which take effect together.</source>
        <translation>Die Liste ist groß: Ihre %1 Preise gehen in Teilen hinaus, die zusammen gelten.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It is about costs, and you may know margins.</source>
        <translation>Es geht um Kosten, und Sie dürfen Margen kennen.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It is about this laptop itself.</source>
        <translation>Es betrifft diesen Laptop selbst.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It is assigned to you.</source>
        <translation>Es ist Ihnen zugewiesen.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It is in no area of yours any more, and goes with the next sync.</source>
        <translation>Es liegt in keinem Ihrer Bereiche mehr und verschwindet mit dem nächsten Abgleich.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It is in the catalogue that everybody has.</source>
        <translation>Es steht im Katalog, den alle haben.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It is in the directory that everybody has.</source>
        <translation>Es steht im Verzeichnis, das alle haben.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It is in the lead queue of %1, which you work on.</source>
        <translation>Es steht in der Lead-Liste von %1, die Sie bearbeiten.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It is in the territory %1, which is yours.</source>
        <translation>Es liegt in Ihrem Gebiet %1.</translation>
    </message>
    <message>
        <location filename="../../ui/models/BulkRun.cpp"/>
        <source>It is no longer on this laptop.</source>
        <translation>Der Eintrag ist nicht mehr auf diesem Laptop.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It is on the marketing list of %1, which is yours.</source>
        <translation>Es steht auf der Marketingliste von %1, die Ihre ist.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It is one of the records of %1, which you may see.</source>
        <translation>Es gehört %1, und Sie dürfen es sehen.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>It is valid until %1.</source>
        <translation>Es gilt bis %1.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It is your own and belongs to nothing that others share.</source>
        <translation>Es ist Ihr eigenes und gehört zu nichts, was andere mit Ihnen teilen.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It was made on this laptop, and the server does not know it yet.</source>
        <translation>Es wurde auf diesem Laptop angelegt, und der Server kennt es noch nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>It went while what it belonged to was out of your sight: deleted, or moved away. This laptop noticed on %1.</source>
        <translation>Es verschwand, während das, wozu es gehörte, für Sie nicht sichtbar war: gelöscht oder verschoben. Dieser Laptop hat es am %1 bemerkt.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>Its last day was %1. Closed, it is no longer among the open quotes; a next revision can still be made.</source>
        <translation>Der letzte Tag war %1. Geschlossen steht es nicht mehr unter den offenen Angeboten; eine nächste Fassung ist weiter möglich.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteHeader.cpp"/>
        <source>Its lines have their prices in this currency. Take them out first, or copy the quote.</source>
        <translation>Die Positionen haben Preise in dieser Währung. Nehmen Sie sie zuerst heraus, oder kopieren Sie das Angebot.</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>J, K next, previous  ·  Q qualify  ·  C convert  ·  F forward  ·  X disqualify  ·  L log  ·  Enter opens</source>
        <translation>J, K nächster, voriger  ·  Q qualifizieren  ·  C umwandeln  ·  F weitergeben  ·  X aussortieren  ·  L festhalten  ·  Eingabe öffnet</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Keep all as they are</source>
        <translation>Alle lassen, wie sie sind</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Keep as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <location filename="../../ui/fields/FieldRow.cpp"/>
        <source>Keep mine</source>
        <translation>Meinen behalten</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Kept</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>Kept the %1 of %2 as it is</source>
        <translation>%1 von %2 so gelassen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <source>Kind of price</source>
        <translation>Art des Preises</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>Know before it goes out</source>
        <translation>Vor der Übergabe zu wissen</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>Known already</source>
        <translation>Schon bekannt</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>L log result</source>
        <translation>L Ergebnis</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>L logs how it was answered; then it is done.</source>
        <translation>L notiert, wie geantwortet wurde; dann ist es erledigt.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Language as on this computer</source>
        <translation>Sprache wie auf diesem Computer</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>Language of the paper</source>
        <translation>Sprache des Papiers</translation>
    </message>
    <message>
        <location filename="../../ui/deals/PaperPane.cpp"/>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceModel.cpp"/>
        <source>Larger quantities</source>
        <translation>Größere Mengen</translation>
    </message>
    <message>
        <location filename="../../ui/records/PeekPanel.cpp"/>
        <location filename="../../ui/today/CustomerGlance.cpp"/>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <source>Last here</source>
        <translation>Zuletzt hier</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Last round: sent %1, received %2 records, merged %3, refused %4</source>
        <translation>Zuletzt: %1 gesendet, %2 Einträge empfangen, %3 zusammengeführt, %4 abgelehnt</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <source>Last rounds</source>
        <translation>Letzte Abgleiche</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Last synced: %1</source>
        <translation>Letzter Abgleich: %1</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <location filename="../../ui/records/Lists.cpp"/>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <location filename="../../ui/today/AgendaView.cpp"/>
        <source>Leads that wait for an answer</source>
        <translation>Leads, die auf Antwort warten</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Leads: next, previous</source>
        <translation>Leads: nächster, voriger</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Leads: qualify, convert, forward, disqualify</source>
        <translation>Leads: qualifizieren, umwandeln, weitergeben, aussortieren</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/DuplicatesPage.cpp"/>
        <source>Left, Right choose · Enter merges · D not a duplicate · J, K next, previous</source>
        <translation>Links, Rechts wählen · Eingabe führt zusammen · D keine Dublette · J, K nächstes, voriges</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>Let in again</source>
        <translation>Wieder einlassen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>Lies in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/BusinessCard.cpp"/>
        <source>Lifetime value</source>
        <translation>Umsatz bisher</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Rail.cpp"/>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Line</source>
        <translation>Position</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteEditor.cpp"/>
        <source>Line %1, %2: %3 Correct it, or Esc takes it back.</source>
        <translation>Position %1, %2: %3 Berichtigen Sie es, oder Esc nimmt es zurück.</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <source>Lines of the order</source>
        <translation>Positionen des Auftrags</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteGrid.cpp"/>
        <source>Lines of the quote</source>
        <translation>Positionen des Angebots</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Lines that would change</source>
        <translation>Positionen, die sich ändern würden</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>List %1</source>
        <translation>Liste %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>List %1, revision %2</source>
        <translation>Liste %1, Stand %2</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <source>List price</source>
        <translation>Listenpreis</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>List: a glance at the record; Space or Esc closes it</source>
        <translation>Liste: ein Blick auf den Datensatz; Leertaste oder Esc schließt ihn</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>List: change what is marked</source>
        <translation>Liste: Markiertes ändern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>List: columns, order and groups</source>
        <translation>Liste: Spalten, Reihenfolge und Gruppen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>List: conditions, saved lists</source>
        <translation>Liste: Bedingungen, gespeicherte Listen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>List: mark; Esc marks none</source>
        <translation>Liste: markieren; Esc markiert keine</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <source>Locked %1; what he wrote stays</source>
        <translation>%1 gesperrt; was er schrieb, bleibt</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogBox.cpp"/>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Log a call or note</source>
        <translation>Anruf oder Notiz festhalten</translation>
    </message>
    <message>
        <source>Log a call or note, then Enter</source>
        <translation type="vanished">Anruf oder Notiz festhalten, dann Eingabe</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogBox.cpp"/>
        <source>Log it</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogBox.cpp"/>
        <source>Log the call with %1?</source>
        <translation>Anruf bei %1 festhalten?</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogBox.cpp"/>
        <source>Log the letter to %1?</source>
        <translation>Schreiben an %1 festhalten?</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogBox.cpp"/>
        <source>Logged "%1"</source>
        <translation>„%1“ festgehalten</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogBox.cpp"/>
        <source>Logged "%1", to-do %2</source>
        <translation>„%1“ festgehalten, Aufgabe %2</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <source>Login</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/DuplicatesPage.cpp"/>
        <source>Look through all records</source>
        <translation>Alle Einträge durchsehen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <location filename="../../ui/prices/PriceFile.cpp"/>
        <source>Looking at every row</source>
        <translation>Jede Zeile wird geprüft</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Looking at the price lists ...</source>
        <translation>Die Preislisten werden durchgesehen ...</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>Looking for a draft</source>
        <translation>Ein Entwurf wird gesucht</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/DuplicatesPage.cpp"/>
        <source>Looking for duplicates</source>
        <translation>Dubletten werden gesucht</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/DuplicatesPage.cpp"/>
        <source>Looking through all records …</source>
        <translation>Alle Einträge werden durchgesehen …</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteLists.cpp"/>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>Made a normal line</source>
        <translation>Zur normalen Position gemacht</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>Made an alternative</source>
        <translation>Zur Alternative gemacht</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>Made optional</source>
        <translation>Optional gemacht</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>Made the next revision of %1</source>
        <translation>Nächste Fassung von %1 angelegt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <location filename="../../ui/deals/PaperPane.cpp"/>
        <source>Mail draft</source>
        <translation>E-Mail-Entwurf</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>Make the order</source>
        <translation>Auftrag anlegen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>Make the revision</source>
        <translation>Fassung anlegen</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <location filename="../../ui/quotes/QuoteSheet.cpp"/>
        <source>Margin</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalEntry.cpp"/>
        <source>Margin: %1</source>
        <translation>Spanne: %1</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalEntry.cpp"/>
        <source>Margin: %1, that is %2</source>
        <translation>Spanne: %1, das sind %2</translation>
    </message>
    <message>
        <location filename="../../ui/records/ListPane.cpp"/>
        <source>Mark none</source>
        <translation>Keine markieren</translation>
    </message>
    <message>
        <location filename="../../ui/models/RecordListModel.cpp"/>
        <source>Marked</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <location filename="../../ui/records/RecordDetail.cpp"/>
        <source>Marked a to-do as done</source>
        <translation>Aufgabe erledigt</translation>
    </message>
    <message>
        <location filename="../../ui/records/TwinHint.cpp"/>
        <source>May be the same as %1 (%2).</source>
        <translation>Vielleicht dasselbe wie %1 (%2).</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <source>Meaning of %1</source>
        <translation>Bedeutung von %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <source>Means</source>
        <translation>Bedeutet</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeView.cpp"/>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/DuplicatesPage.cpp"/>
        <source>Merged %1 into %2</source>
        <translation>%1 in %2 überführt</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/DuplicatesPage.cpp"/>
        <source>Merged two records of %1</source>
        <translation>Zwei Einträge von %1 zusammengeführt</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrdersPage.cpp"/>
        <location filename="../../ui/quotes/QuoteLists.cpp"/>
        <location filename="../../ui/records/Lists.cpp"/>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceModel.cpp"/>
        <source>Minimum</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <source>Minimum price</source>
        <translation>Mindestpreis</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <location filename="../../ui/today/SnoozeBar.cpp"/>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>Moved a group</source>
        <translation>Eine Gruppe verschoben</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>Moved lines</source>
        <translation>Positionen verschoben</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Moves: %1</source>
        <translation>Es wandern: %1</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>N next step</source>
        <translation>N Schritt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <location filename="../../ui/models/RecordListModel.cpp"/>
        <location filename="../../ui/records/ColumnPanel.cpp"/>
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionPanel.cpp"/>
        <source>Name of the list</source>
        <translation>Name der Liste</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionPanel.cpp"/>
        <source>Name, to keep this list</source>
        <translation>Name, um diese Liste zu behalten</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SearchBox.cpp"/>
        <source>Names, phone digits, words of notes, actions</source>
        <translation>Namen, Ziffern einer Telefonnummer, Wörter aus Notizen, Befehle</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Narrow or wide rail</source>
        <translation>Leiste schmal oder breit</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <location filename="../../ui/quotes/QuoteSheet.cpp"/>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <source>Net %1 · tax %2 · to pay %3</source>
        <translation>Netto %1 · Steuer %2 · zu zahlen %3</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/BusinessCard.cpp"/>
        <source>Net order value by year</source>
        <translation>Auftragswert netto nach Jahren</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <source>Net price</source>
        <translation>Nettopreis</translation>
    </message>
    <message>
        <location filename="../../ui/today/CustomerGlance.cpp"/>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <location filename="../../ui/records/NewRecordPanel.cpp"/>
        <location filename="../../ui/records/RecordPage.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>New %1</source>
        <translation>%1 anlegen</translation>
    </message>
    <message>
        <source>New (to-do, account, contact, lead)</source>
        <translation type="vanished">Anlegen (Aufgabe, Kunde, Ansprechpartner, Lead)</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>New (to-do, account, contact, lead, quote)</source>
        <translation>Anlegen (Aufgabe, Kunde, Ansprechpartner, Lead, Angebot)</translation>
    </message>
    <message>
        <location filename="../../ui/leads/ConvertPanel.cpp"/>
        <source>New account: %1</source>
        <translation>Neuer Kunde: %1</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdministrationPage.cpp"/>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <source>New colleague</source>
        <translation>Neuer Kollege</translation>
    </message>
    <message>
        <location filename="../../ui/leads/ConvertPanel.cpp"/>
        <source>New contact: %1</source>
        <translation>Neuer Ansprechpartner: %1</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteEditor.cpp"/>
        <source>New line, %1: %2 Correct it, or Esc takes it back.</source>
        <translation>Neue Position, %1: %2 Berichtigen Sie es, oder Esc nimmt es zurück.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NewPasswordLines.cpp"/>
        <source>New password</source>
        <translation>Neues Kennwort</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NewPasswordLines.cpp"/>
        <source>New password once more</source>
        <translation>Neues Kennwort noch einmal</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/NewQuotePanel.cpp"/>
        <location filename="../../ui/quotes/QuotesPage.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>New quote</source>
        <translation>Angebot anlegen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>New quote for %1</source>
        <translation>Angebot für %1 anlegen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdministrationPage.cpp"/>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>New territory</source>
        <translation>Neues Gebiet</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.h"/>
        <source>New to-do</source>
        <translation>Aufgabe anlegen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>New to-do for %1</source>
        <translation>Aufgabe für %1 anlegen</translation>
    </message>
    <message>
        <location filename="../../ui/records/Lists.cpp"/>
        <source>New, by deadline</source>
        <translation>Neue, nach Frist</translation>
    </message>
    <message>
        <location filename="../../ui/today/AgendaView.cpp"/>
        <source>Next 7 days</source>
        <translation>Nächste 7 Tage</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>Next revision</source>
        <translation>Nächste Fassung</translation>
    </message>
    <message>
        <location filename="../../ui/records/PeekPanel.cpp"/>
        <location filename="../../ui/today/CustomerGlance.cpp"/>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation type="vanished">Nächste Woche</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Editors.cpp"/>
        <location filename="../../ui/widgets/Words.cpp"/>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <location filename="../../ui/models/RecordListModel.cpp"/>
        <source>No %1</source>
        <translation>Kein Wert: %1</translation>
    </message>
    <message>
        <location filename="../../ui/records/ListPane.cpp"/>
        <source>No %1 yet</source>
        <translation>Noch keine %1</translation>
    </message>
    <message>
        <location filename="../../ui/leads/ConvertPanel.cpp"/>
        <source>No account</source>
        <translation>Kein Kunde</translation>
    </message>
    <message>
        <location filename="../../ui/shell/TopBar.cpp"/>
        <source>No action on this page</source>
        <translation>Hier gibt es nichts anzulegen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>No alerts</source>
        <translation>Keine Meldungen</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>No budget</source>
        <translation>Kein Budget</translation>
    </message>
    <message>
        <location filename="../../ui/history/HistoryPanel.cpp"/>
        <source>No changes are known.</source>
        <translation>Es sind keine Änderungen bekannt.</translation>
    </message>
    <message>
        <location filename="../../ui/today/CustomerGlance.cpp"/>
        <source>No customer</source>
        <translation>Kein Kunde</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/NewQuotePanel.cpp"/>
        <source>No customer fits "%1". Try other letters, or add the account first (Ctrl+2, then N).</source>
        <translation>Kein Kunde passt zu „%1“. Versuchen Sie andere Buchstaben, oder legen Sie ihn zuerst an (Strg+2, dann N).</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogPreview.cpp"/>
        <source>No day for the follow-up. Write one, such as "back Tue".</source>
        <translation>Kein Tag für die Wiedervorlage. Schreiben Sie einen, etwa „Wiedervorlage Di“.</translation>
    </message>
    <message>
        <location filename="../../ui/records/Lists.cpp"/>
        <source>No deal under way.</source>
        <translation>Keine Verkaufschance offen.</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/DuplicatesPage.cpp"/>
        <source>No duplicates</source>
        <translation>Keine Dubletten</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>No line is the same.</source>
        <translation>Keine Position ist gleich.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <source>No list has a price</source>
        <translation>Keine Liste hat einen Preis</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>No longer chosen</source>
        <translation>Nicht mehr gewählt</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>No need</source>
        <translation>Kein Bedarf</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteHeader.cpp"/>
        <source>No number yet</source>
        <translation>Noch keine Nummer</translation>
    </message>
    <message>
        <location filename="../../ui/records/ListPane.cpp"/>
        <source>No open %1</source>
        <translation>Keine offenen %1</translation>
    </message>
    <message>
        <location filename="../../ui/records/Lists.cpp"/>
        <source>No open leads.</source>
        <translation>Keine offenen Leads.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/DifferenceView.cpp"/>
        <source>No open quote is touched.</source>
        <translation>Kein offenes Angebot ist betroffen.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <source>No password yet</source>
        <translation>Noch kein Kennwort</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <source>No price list is for this customer.</source>
        <translation>Für diesen Kunden gilt keine Preisliste.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <source>No price list is on this laptop</source>
        <translation>Auf diesem Laptop ist keine Preisliste</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/ProductChoice.cpp"/>
        <source>No product fits "%1".</source>
        <translation>Kein Artikel passt zu „%1“.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>No promotion is open to %1 on this day.</source>
        <translation>Für %1 gilt an diesem Tag keine Aktion.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>No promotions clash for any customer on this laptop.</source>
        <translation>Für keinen Kunden auf diesem Laptop widersprechen sich Aktionen.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteEditor.cpp"/>
        <source>No quote chosen</source>
        <translation>Kein Angebot ausgewählt</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/AccountPlan.cpp"/>
        <location filename="../../ui/contacts/ContactPlan.cpp"/>
        <source>No quotes yet.</source>
        <translation>Noch keine Angebote.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RevisionsView.cpp"/>
        <source>No revision was published yet</source>
        <translation>Noch kein Stand veröffentlicht</translation>
    </message>
    <message>
        <location filename="../../ui/records/RelatedCard.cpp"/>
        <source>No role</source>
        <translation>Keine Rolle</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/SiteTreeCard.cpp"/>
        <source>No sites below this one.</source>
        <translation>Keine Standorte unter diesem.</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogPreview.cpp"/>
        <source>No to-do</source>
        <translation>Keine Aufgabe</translation>
    </message>
    <message>
        <location filename="../../app/desktop/SyncWorker.cpp"/>
        <source>Nobody has signed in on this profile yet.</source>
        <translation>In diesem Profil hat sich noch niemand angemeldet.</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/AccountPlan.cpp"/>
        <source>Nobody is known here yet.</source>
        <translation>Hier kennen wir noch niemanden.</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Editors.cpp"/>
        <source>None</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>None of them clash for %1.</source>
        <translation>Keine davon widersprechen sich für %1.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>None of your price lists counts today.</source>
        <translation>Keine Ihrer Preislisten gilt heute.</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/BusinessCard.cpp"/>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
    <message>
        <location filename="../../ui/today/CustomerGlance.cpp"/>
        <source>None yet; N adds one</source>
        <translation>Noch keiner; N legt einen an</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeView.cpp"/>
        <source>Not a duplicate</source>
        <translation>Keine Dublette</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Not handed over yet.</source>
        <translation>Noch nicht übergeben.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>Not here for over 30 days</source>
        <translation>Seit über 30 Tagen nicht hier</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Not known: the server was not reached yet</source>
        <translation>Nicht bekannt: der Server wurde noch nicht erreicht</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogBox.cpp"/>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <location filename="../../ui/quotes/QuoteEditor.cpp"/>
        <location filename="../../ui/records/RecordDetail.cpp"/>
        <source>Not on this laptop</source>
        <translation>Nicht auf diesem Laptop</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Revisions.cpp"/>
        <source>Not published</source>
        <translation>Nicht veröffentlicht</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>Not serious</source>
        <translation>Nicht ernst gemeint</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Not synced yet</source>
        <translation>Noch nicht abgeglichen</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/DuplicatesPage.cpp"/>
        <source>Not the same: %1</source>
        <translation>Nicht dasselbe: %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <source>Not used</source>
        <translation>Nicht gebraucht</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PublishBar.cpp"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeModel.cpp"/>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <location filename="../../ui/records/ColumnPanel.cpp"/>
        <source>Nothing</source>
        <comment>no grouping</comment>
        <translation>Nichts</translation>
    </message>
    <message>
        <location filename="../../ui/contacts/ContactPlan.cpp"/>
        <location filename="../../ui/orders/PurchasesCard.cpp"/>
        <source>Nothing bought yet.</source>
        <translation>Noch nichts gekauft.</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <location filename="../../ui/records/RecordPage.cpp"/>
        <source>Nothing chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/DuplicatesPage.cpp"/>
        <source>Nothing else looks like this one; Esc looks through all records.</source>
        <translation>Nichts anderes sieht so aus; Esc sieht alle Einträge durch.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <location filename="../../ui/records/ListPane.cpp"/>
        <source>Nothing fits</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SearchBox.cpp"/>
        <source>Nothing fits "%1"</source>
        <translation>Nichts passt zu „%1“</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>Nothing has been fetched yet.</source>
        <translation>Es wurde noch nichts geholt.</translation>
    </message>
    <message>
        <location filename="../../ui/records/TimelineView.cpp"/>
        <source>Nothing has happened here yet. Write a line above.</source>
        <translation>Hier ist noch nichts passiert. Schreiben Sie oben eine Zeile.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NotificationsPanel.cpp"/>
        <source>Nothing is due, and nobody waits for you.</source>
        <translation>Nichts steht an, und niemand wartet auf Sie.</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <source>Nothing is known of it yet.</source>
        <translation>Noch ist nichts darüber bekannt.</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>Nothing left to do</source>
        <translation>Alles erledigt</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>Nothing on this day</source>
        <translation>Nichts an diesem Tag</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/BusinessCard.cpp"/>
        <source>Nothing ordered yet.</source>
        <translation>Noch nichts beauftragt.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalsPage.cpp"/>
        <source>Nothing to approve</source>
        <translation>Nichts freizugeben</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>Nothing to decide</source>
        <translation>Nichts zu entscheiden</translation>
    </message>
    <message>
        <location filename="../../ui/records/Lists.cpp"/>
        <source>Nothing to do.</source>
        <translation>Nichts zu tun.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>Nothing waits for an answer.</source>
        <translation>Nichts wartet auf Antwort.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>Nothing wants your attention.</source>
        <translation>Nichts verlangt Ihre Aufmerksamkeit.</translation>
    </message>
    <message>
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PastePanel.cpp"/>
        <source>Nothing was pasted. Correct these rows and try again.</source>
        <translation>Nichts wurde eingefügt. Berichtigen Sie diese Zeilen und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PublishBar.cpp"/>
        <source>Nothing was published.</source>
        <translation>Nichts wurde veröffentlicht.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>Nothing was taken: %1 of %2 rows cannot be prices.</source>
        <translation>Nichts wurde übernommen: %1 von %2 Zeilen können keine Preise sein.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>Nothing was taken: one of %1 rows cannot be a price.</source>
        <translation>Nichts wurde übernommen: Eine von %1 Zeilen kann kein Preis sein.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Nothing would change hands.</source>
        <translation>Es würde nichts übergeben.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Nothing: he has no device</source>
        <translation>Nichts: er hat kein Gerät</translation>
    </message>
    <message>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>Nothing: it stands at the top</source>
        <translation>Nichts: es steht ganz oben</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NotificationsPanel.cpp"/>
        <location filename="../../ui/shell/Rail.cpp"/>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Rail.cpp"/>
        <source>Notifications, %1 new</source>
        <translation>Mitteilungen, %1 neu</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <location filename="../../ui/prices/DifferenceModel.cpp"/>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <location filename="../../ui/records/ValueInput.cpp"/>
        <source>Number of days</source>
        <translation>Anzahl Tage</translation>
    </message>
    <message>
        <location filename="../../app/desktop/Desktop.cpp"/>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Offline, %1</source>
        <translation>Offline, %1</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>On this laptop: %1</source>
        <translation>Auf diesem Laptop: %1</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeView.cpp"/>
        <source>One %1 remains.</source>
        <translation>%1 bleibt einmal.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/DifferenceView.cpp"/>
        <source>One open quote is touched; Enter opens it.</source>
        <translation>Ein offenes Angebot ist betroffen; Eingabe öffnet es.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>Only %1 are free. Make room, or the next sync may have to stop.</source>
        <translation>Nur %1 sind frei. Schaffen Sie Platz, sonst muss der nächste Abgleich vielleicht anhalten.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <source>Only once on this laptop. Afterwards everything works without a network.</source>
        <translation>Nur einmal auf diesem Laptop. Danach geht alles auch ohne Netz.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>Only the %Ln marked</source>
        <translation>
            <numerusform>Nur der %Ln markierte</numerusform>
            <numerusform>Nur die %Ln markierten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <location filename="../../ui/widgets/FileLinks.cpp"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/FileLinks.cpp"/>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Tray.cpp"/>
        <source>Open Satchel</source>
        <translation>Satchel öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/records/Lists.cpp"/>
        <source>Open deals</source>
        <translation>Offene Verkaufschancen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/FileLinks.cpp"/>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/records/TwinHint.cpp"/>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>Open order %1</source>
        <translation>Auftrag %1 öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/records/PeekPanel.cpp"/>
        <location filename="../../ui/today/CustomerGlance.cpp"/>
        <source>Open quotes</source>
        <translation>Offene Angebote</translation>
    </message>
    <message>
        <location filename="../../ui/prices/DifferenceView.cpp"/>
        <source>Open quotes these changes touch</source>
        <translation>Offene Angebote, die das betrifft</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Open record</source>
        <translation>Eintrag öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/ShutOutWindow.cpp"/>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/TravelPanel.cpp"/>
        <source>Open the inbox</source>
        <translation>Eingang öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/TravelPanel.cpp"/>
        <source>Open the prices</source>
        <translation>Preise öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalView.cpp"/>
        <source>Open the quote</source>
        <translation>Angebot öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>Open to %1, in the order they are applied</source>
        <translation>Für %1, in der Reihenfolge der Anwendung</translation>
    </message>
    <message>
        <location filename="../../ui/records/Lists.cpp"/>
        <source>Open to-dos</source>
        <translation>Offene Aufgaben</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Open what a field refers to; save notes</source>
        <translation>Öffnen, worauf ein Feld verweist; Notizen speichern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Open, edit, save</source>
        <translation>Öffnen, bearbeiten, speichern</translation>
    </message>
    <message>
        <location filename="../../ui/records/Lists.cpp"/>
        <source>Open, newest first</source>
        <translation>Offene, neueste zuerst</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteBar.cpp"/>
        <location filename="../../ui/quotes/QuoteSheet.cpp"/>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteSheet.cpp"/>
        <source>Option, chosen</source>
        <translation>Option, gewählt</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Order %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>Order number</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <source>Ordered</source>
        <translation>Bestellt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <location filename="../../ui/contacts/ContactPlan.cpp"/>
        <location filename="../../ui/orders/OrdersPage.cpp"/>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrdersPage.cpp"/>
        <source>Orders %1</source>
        <translation>Aufträge %1</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/BusinessCard.cpp"/>
        <source>Orders: %1, the first on %2, with all sites, without taxes</source>
        <translation>Aufträge: %1, der erste am %2, mit allen Standorten, ohne Steuern</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>Other parts in %1</source>
        <translation>Andere Teile in %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <location filename="../../ui/records/ListPane.cpp"/>
        <source>Other words, or Esc to clear the filter.</source>
        <translation>Andere Wörter, oder Esc, um den Filter zu leeren.</translation>
    </message>
    <message>
        <location filename="../../ui/records/RecordDetail.cpp"/>
        <location filename="../../ui/today/AgendaView.cpp"/>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>Overtaken</source>
        <translation>Überholt</translation>
    </message>
    <message>
        <location filename="../../ui/records/ListPaneChoices.cpp"/>
        <source>Own conditions</source>
        <translation>Eigene Bedingungen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/PaperPane.cpp"/>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>Page Up, Page Down: earlier, later</source>
        <translation>Bild auf, Bild ab: früher, später</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteBar.cpp"/>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>Partner, distributor or colleague</source>
        <translation>Partner, Händler oder Kollege</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteBar.cpp"/>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PartsPanel.cpp"/>
        <source>Parts of %1</source>
        <translation>Teile von %1</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdministrationPage.cpp"/>
        <source>Parts of the administration</source>
        <translation>Teile der Verwaltung</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <source>Password for %1</source>
        <translation>Kennwort für %1</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Password needed to sync</source>
        <translation>Kennwort zum Abgleich nötig</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Password needed, %1</source>
        <translation>Kennwort nötig, %1</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Password of %1</source>
        <translation>Kennwort von %1</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteEditor.cpp"/>
        <source>Pasted %1 lines</source>
        <translation>%1 Positionen eingefügt</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteTyping.cpp"/>
        <source>Pasted lines</source>
        <translation>Positionen eingefügt</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteEditor.cpp"/>
        <source>Pasted one line</source>
        <translation>Eine Position eingefügt</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PastePanel.cpp"/>
        <source>Pasted rows</source>
        <translation>Eingefügte Zeilen</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteEditor.cpp"/>
        <source>Pasted rows wait to be corrected.</source>
        <translation>Eingefügte Zeilen warten darauf, berichtigt zu werden.</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/AccountPlan.cpp"/>
        <source>People</source>
        <translation>Ansprechpartner</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <source>Percent of a list</source>
        <translation>Prozent einer Liste</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <source>Percent of cost</source>
        <translation>Prozent vom Einstand</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <location filename="../../ui/records/PeekPanel.cpp"/>
        <location filename="../../ui/today/CustomerGlance.cpp"/>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Rail.cpp"/>
        <source>Places</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogBox.cpp"/>
        <source>Planned "%1", %2</source>
        <translation>Geplant: „%1“, %2</translation>
    </message>
    <message>
        <location filename="../../ui/shell/OwnPasswordPanel.cpp"/>
        <source>Present password</source>
        <translation>Jetziges Kennwort</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <source>Press Alt+2 to see its revisions, or D for another day.</source>
        <translation>Alt+2 zeigt die Stände, D wählt einen anderen Tag.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RevisionsView.cpp"/>
        <source>Press Alt+5 to bring in a file with prices.</source>
        <translation>Mit Alt+5 lesen Sie eine Datei mit Preisen ein.</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>Press N for a new to-do, or Ctrl+2 to look at your accounts.</source>
        <translation>Mit N legen Sie eine Aufgabe an, mit Strg+2 sehen Sie Ihre Kunden.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <location filename="../../ui/records/ListPane.cpp"/>
        <source>Press N to add the first one.</source>
        <translation>Mit N legen Sie den ersten Eintrag an.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/PaperView.cpp"/>
        <source>Preview of the paper</source>
        <translation>Vorschau des Papiers</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <location filename="../../ui/prices/PriceModel.cpp"/>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/WhyPanel.cpp"/>
        <source>Price by hand</source>
        <translation>Preis von Hand</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/WhyPanel.cpp"/>
        <source>Price by hand, for one unit</source>
        <translation>Preis von Hand, für eine Einheit</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteEditor.cpp"/>
        <source>Price by hand: %1</source>
        <translation>Preis von Hand: %1</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>Price from a quantity of %1 on</source>
        <translation>Preis ab Menge %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PricesPage.cpp"/>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>Price list %1</source>
        <translation>Preisliste %1</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>Price list %1, revision %2</source>
        <translation>Preisliste %1, Stand %2</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>Price lists (*.csv *.txt *.xlsx *.xlsm);;All files (*)</source>
        <translation>Preislisten (*.csv *.txt *.xlsx *.xlsm);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <location filename="../../ui/prices/PricesPage.cpp"/>
        <location filename="../../ui/prices/PricesPage.h"/>
        <location filename="../../ui/shell/PageCards.cpp"/>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Prices of now</source>
        <translation type="vanished">Heutige Preise</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <source>Prices on this day</source>
        <translation>Preise an diesem Tag</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Prices: views, which list, what is new</source>
        <translation>Preise: Ansichten, welche Liste, Neues</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <location filename="../../ui/prices/DifferenceModel.cpp"/>
        <location filename="../../ui/prices/PriceModel.cpp"/>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <source>Product (code or name)</source>
        <translation>Artikel (Nummer oder Name)</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>Products the file does not name keep their prices</source>
        <translation>Artikel, die nicht in der Datei stehen, behalten ihre Preise</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <source>Progress of syncing</source>
        <translation>Fortschritt des Abgleichs</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <source>Promotion</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>Promotion %1</source>
        <translation>Aktion %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>Promotion %1: %2</source>
        <translation>Aktion %1: %2</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PricesPage.cpp"/>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>Promotions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/BusinessCard.cpp"/>
        <source>Promotions received</source>
        <translation>Erhaltene Aktionen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PublishBar.cpp"/>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Revisions.cpp"/>
        <source>Published %1</source>
        <translation>Veröffentlicht %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Revisions.cpp"/>
        <source>Published %1 by %2</source>
        <translation>Veröffentlicht %1 von %2</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PublishBar.cpp"/>
        <source>Published %1 of %2, in force from %3. The next sync brings it to everybody.</source>
        <translation>%1 von %2 veröffentlicht, gilt ab %3. Der nächste Abgleich bringt es allen.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PublishBar.cpp"/>
        <source>Published prices of %1</source>
        <translation>Preise von %1 veröffentlicht</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PublishBar.cpp"/>
        <source>Publishing …</source>
        <translation>Wird veröffentlicht …</translation>
    </message>
    <message>
        <location filename="../../ui/today/SnoozeBar.cpp"/>
        <source>Put off</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <location filename="../../ui/today/SnoozeBar.cpp"/>
        <source>Put off "%1" until</source>
        <translation>„%1“ verschieben bis</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>Put off until %1: %2</source>
        <translation>Verschoben auf %1: %2</translation>
    </message>
    <message>
        <location filename="../../ui/today/SnoozeBar.cpp"/>
        <source>Put off until this day</source>
        <translation>Bis zu diesem Tag verschieben</translation>
    </message>
    <message>
        <location filename="../../app/desktop/SyncWorker.cpp"/>
        <source>Putting them in order</source>
        <translation>Die Daten werden eingeordnet</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>Q quote</source>
        <translation>Q Angebot</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>Qualified %1</source>
        <translation>%1 qualifiziert</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NotificationsPanel.cpp"/>
        <source>Quiet from</source>
        <translation>Ruhe ab</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NotificationsPanel.cpp"/>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NotificationsPanel.cpp"/>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Tray.cpp"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <source>Quote</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <source>Quote %1</source>
        <translation>Angebot %1</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Quote as PDF, spreadsheet, mail draft</source>
        <translation>Angebot als PDF, Tabelle, E-Mail-Entwurf</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>Quote numbers</source>
        <translation>Angebotsnummern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Quote: ask or approve, hand over, accepted, declined, next revision</source>
        <translation>Angebot: fragen oder freigeben, übergeben, angenommen, abgelehnt, nächste Fassung</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Quote: duplicate and move lines</source>
        <translation>Angebot: Positionen verdoppeln und verschieben</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Quote: group, text, line in between</source>
        <translation>Angebot: Gruppe, Text, Position dazwischen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Quote: option, alternative; Space chooses it</source>
        <translation>Angebot: Option, Alternative; Leertaste wählt sie</translation>
    </message>
    <message>
        <source>Quote: prices of now, compare, take back, close as expired</source>
        <translation type="vanished">Angebot: heutige Preise, vergleichen, zurückziehen, als abgelaufen schließen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Quote: reprice, compare, take back, close as expired</source>
        <translation>Angebot: Preise erneuern, vergleichen, zurückziehen, als abgelaufen schließen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Quote: the parts of a bundle; Space takes one in or out</source>
        <translation>Angebot: die Teile eines Pakets; Leertaste nimmt eines hinein oder heraus</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Quote: why this price, the paper</source>
        <translation>Angebot: warum dieser Preis, das Papier</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/AccountPlan.cpp"/>
        <location filename="../../ui/contacts/ContactPlan.cpp"/>
        <source>Quotes</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>Raised to the minimum of %1</source>
        <translation>Angehoben auf mindestens %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <location filename="../../ui/prices/PriceFile.cpp"/>
        <source>Reading the file</source>
        <translation>Die Datei wird gelesen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <location filename="../../ui/shell/TravelPanel.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Ready to travel?</source>
        <translation>Bereit zur Reise?</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdministrationPage.cpp"/>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>Reassign</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <source>Records fetched</source>
        <translation>Geholte Einträge</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/DuplicatesPage.cpp"/>
        <source>Records that look like the same customer are shown here, side by side.</source>
        <translation>Einträge, die derselbe Kunde sein könnten, stehen hier nebeneinander.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <location filename="../../ui/deals/ApprovalView.cpp"/>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalView.cpp"/>
        <source>Refused %1</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionRow.cpp"/>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>Removed %1 lines</source>
        <translation>%1 Positionen entfernt</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>Removed a group; its lines stay</source>
        <translation>Eine Gruppe entfernt; ihre Positionen bleiben</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>Removed a line</source>
        <translation>Eine Position entfernt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteTyping.cpp"/>
        <source>Renamed a group</source>
        <translation>Eine Gruppe umbenannt</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteSheet.cpp"/>
        <source>Replaced</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Reprice</source>
        <translation>Preise erneuern</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Repriced %1</source>
        <translation>Preise erneuert: %1</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <source>Restored server</source>
        <translation>Zurückgespielter Server</translation>
    </message>
    <message>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>Retire</source>
        <translation>Auflösen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>Retired %1</source>
        <translation>%1 aufgelöst</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PricesPage.cpp"/>
        <location filename="../../ui/prices/RevisionsView.cpp"/>
        <source>Revisions</source>
        <translation>Stände</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <location filename="../../ui/records/RelatedCard.cpp"/>
        <source>Role in the decision</source>
        <translation>Rolle bei der Entscheidung</translation>
    </message>
    <message>
        <location filename="../../ui/records/RecordDetail.cpp"/>
        <source>Role in the decision: %1</source>
        <translation>Rolle bei der Entscheidung: %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>Rolled back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>Rounded to %1</source>
        <translation>Gerundet auf %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RejectsView.cpp"/>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PastePanel.cpp"/>
        <source>Row %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RejectsView.cpp"/>
        <location filename="../../ui/quotes/PastePanel.cpp"/>
        <source>Rows that cannot be taken</source>
        <translation>Zeilen, die nicht gehen</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>S put off</source>
        <translation>S später</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Rail.cpp"/>
        <location filename="../../ui/shell/Tray.cpp"/>
        <location filename="../../ui/shell/TroubleWindow.cpp"/>
        <source>Satchel</source>
        <translation>Satchel</translation>
    </message>
    <message>
        <location filename="../../ui/shell/ClosingPanel.cpp"/>
        <source>Satchel can stay beside the clock: it goes on syncing and tells you what is due. What you choose now is done from here on; the bell (Ctrl+Shift+N) says what you are told. Ctrl+K, "window", asks again.</source>
        <translation>Satchel kann neben der Uhr bleiben: Es gleicht weiter ab und sagt Ihnen, was ansteht. Was Sie jetzt wählen, gilt von nun an; die Glocke (Strg+Umschalt+N) bestimmt, was Ihnen gesagt wird. Strg+K, "Fenster", fragt noch einmal.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/Desktop.cpp"/>
        <location filename="../../app/desktop/main.cpp"/>
        <source>Satchel cannot open this profile</source>
        <translation>Satchel kann dieses Profil nicht öffnen</translation>
    </message>
    <message>
        <location filename="../../app/desktop/main.cpp"/>
        <source>Satchel is already open</source>
        <translation>Satchel ist schon offen</translation>
    </message>
    <message>
        <location filename="../../app/desktop/Desktop.cpp"/>
        <source>Satchel was not closed properly the last time, or the disk is slow. It looks whether everything is whole; with very many records that takes a minute or two. Nothing needs to be done.</source>
        <translation>Satchel wurde beim letzten Mal nicht richtig beendet, oder die Festplatte ist langsam. Es sieht nach, ob alles heil ist; bei sehr vielen Datensätzen dauert das ein, zwei Minuten. Sie müssen nichts tun.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Tray.cpp"/>
        <source>Satchel, %1 new</source>
        <translation>Satchel, %1 neu</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <location filename="../../ui/records/ConditionPanel.cpp"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Save and go to the next field</source>
        <translation>Speichern und zum nächsten Feld</translation>
    </message>
    <message>
        <location filename="../../ui/deals/PaperPane.cpp"/>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionPanel.cpp"/>
        <source>Save as new</source>
        <translation>Als neue speichern</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RejectsView.cpp"/>
        <source>Save these rows</source>
        <translation>Diese Zeilen speichern</translation>
    </message>
    <message>
        <location filename="../../ui/records/SavedLists.cpp"/>
        <source>Saved the list %1</source>
        <translation>Liste %1 gespeichert</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>Saved these rows with their reasons as %1.</source>
        <translation>Diese Zeilen mit ihren Gründen gespeichert als %1.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/PaperPane.cpp"/>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>Saving the rows</source>
        <translation>Die Zeilen werden gespeichert</translation>
    </message>
    <message>
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>Say first what it should become.</source>
        <translation>Sagen Sie zuerst, was daraus werden soll.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>Say on the left which column has the product and which the price, then press Ctrl+Enter.</source>
        <translation>Geben Sie daneben an, welche Spalte den Artikel und welche den Preis hat, dann Strg+Eingabe.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SearchBox.cpp"/>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SearchBox.cpp"/>
        <source>Search everything (%1)</source>
        <translation>Alles durchsuchen (%1)</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SearchBox.cpp"/>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Seats in account teams change hands.</source>
        <translation>Plätze in Kundenteams werden übergeben.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PricesPage.cpp"/>
        <source>See what is new</source>
        <translation>Neues ansehen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>See what would change</source>
        <translation>Zeigen, was sich ändern würde</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Sees less</source>
        <translation>Sieht weniger</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Sees more</source>
        <translation>Sieht mehr</translation>
    </message>
    <message>
        <location filename="../../app/desktop/SyncWorker.cpp"/>
        <source>Sending your changes</source>
        <translation>Ihre Änderungen werden gesendet</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteLists.cpp"/>
        <source>Sent</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>Sent the %1 of %2 again</source>
        <translation>%1 von %2 neu gesendet</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteLists.cpp"/>
        <source>Sent, ending within a week</source>
        <translation>Übergeben, laufen in einer Woche ab</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Editors.cpp"/>
        <source>Separate with commas; Enter saves, Esc discards</source>
        <translation>Mit Kommas trennen; Eingabe speichert, Esc verwirft</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteRowDeeds.cpp"/>
        <source>Set a price by hand</source>
        <translation>Preis von Hand gesetzt</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>Set by hand</source>
        <translation>Von Hand gesetzt</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>Set by hand instead of %1</source>
        <translation>Von Hand gesetzt statt %1</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Set by hand: its own price stays</source>
        <translation>Von Hand gesetzt: Der eigene Preis bleibt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <source>Set password</source>
        <translation>Kennwort setzen</translation>
    </message>
    <message>
        <source>Show %1 more fields</source>
        <translation type="vanished">%1 weitere Felder zeigen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/fields/RecordForm.cpp"/>
        <source>Show %Ln more fields</source>
        <translation>
            <numerusform>%Ln weiteres Feld zeigen</numerusform>
            <numerusform>%Ln weitere Felder zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show 1 more field</source>
        <translation type="vanished">1 weiteres Feld zeigen</translation>
    </message>
    <message>
        <location filename="../../ui/records/RelatedCard.cpp"/>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteFoot.cpp"/>
        <location filename="../../ui/records/RelatedCard.cpp"/>
        <source>Show all %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteFoot.cpp"/>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <location filename="../../ui/fields/RecordForm.cpp"/>
        <source>Show fewer fields</source>
        <translation>Weniger Felder zeigen</translation>
    </message>
    <message>
        <location filename="../../ui/orders/PurchasesCard.cpp"/>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <location filename="../../ui/fields/RecordForm.cpp"/>
        <source>Show more fields</source>
        <translation>Weitere Felder zeigen</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionPanel.cpp"/>
        <source>Show only if all hold</source>
        <translation>Nur zeigen, wenn alles zutrifft</translation>
    </message>
    <message>
        <location filename="../../ui/shell/ShutOutWindow.cpp"/>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>Shut out</source>
        <translation>Aussperren</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>Shut out %1</source>
        <translation>%1 aussperren</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SignaturePad.cpp"/>
        <source>Sign here</source>
        <translation>Hier unterschreiben</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <source>Sign in to Satchel</source>
        <translation>Bei Satchel anmelden</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <source>Sign in – Satchel</source>
        <translation>Anmelden – Satchel</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SignaturePad.cpp"/>
        <source>Signature, drawn with the mouse or a pen</source>
        <translation>Unterschrift, mit Maus oder Stift gezeichnet</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/SiteTreeCard.cpp"/>
        <source>Sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <location filename="../../ui/deals/PaperPane.cpp"/>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>So far: %1</source>
        <translation>Bisher: %1</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <location filename="../../ui/history/HistoryPanel.cpp"/>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <location filename="../../ui/prices/ReceiptsPanel.cpp"/>
        <location filename="../../ui/shell/Notable.cpp"/>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <location filename="../../ui/records/ColumnPanel.cpp"/>
        <source>Sorted by</source>
        <translation>Sortiert nach</translation>
    </message>
    <message>
        <location filename="../../ui/records/PeekPanel.cpp"/>
        <source>Space closes  ·  Enter opens</source>
        <translation>Leertaste schließt  ·  Eingabe öffnet</translation>
    </message>
    <message>
        <location filename="../../ui/records/ColumnPanel.cpp"/>
        <source>Space shows or hides, Alt+Up and Alt+Down move, Alt+Left and Alt+Right change the width</source>
        <translation>Leertaste zeigt oder verbirgt, Alt+Auf und Alt+Ab verschieben, Alt+Links und Alt+Rechts ändern die Breite</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PartsPanel.cpp"/>
        <source>Space takes a part in or out. What is ticked and grey is always in it.</source>
        <translation>Leertaste nimmt ein Teil hinein oder heraus. Was angehakt und grau ist, gehört immer dazu.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <source>Space ticks a territory</source>
        <translation>Die Leertaste hakt ein Gebiet an</translation>
    </message>
    <message>
        <location filename="../../ui/deals/PaperPane.cpp"/>
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>Spreadsheet</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="../../ui/shell/ClosingPanel.cpp"/>
        <source>Stay beside the clock</source>
        <translation>Neben der Uhr bleiben</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeModel.cpp"/>
        <source>Stays</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteEditor.cpp"/>
        <source>Still being saved: %1.</source>
        <translation>Wird noch gespeichert: %1.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/JobBar.cpp"/>
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>Stopped. No file was written.</source>
        <translation>Angehalten. Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteFoot.cpp"/>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>Sum of the lines</source>
        <translation>Summe der Positionen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Sync</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <location filename="../../ui/shell/Tray.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/TravelPanel.cpp"/>
        <source>Sync once more</source>
        <translation>Noch einmal abgleichen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Sync stopped, goes on later</source>
        <translation>Angehalten, geht später weiter</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Sync stopped, see why</source>
        <translation>Abgleich steht, Grund ansehen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Synced %1</source>
        <translation>Abgleich: %1</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>Synced %1.</source>
        <translation>Abgeglichen %1.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Synced just now</source>
        <translation>Gerade abgeglichen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <location filename="../../ui/shell/TravelPanel.cpp"/>
        <source>Syncing</source>
        <translation>Abgleich läuft</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Syncing %1</source>
        <translation>Abgleich: %1</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Syncing %1 of %2</source>
        <translation>Abgleich: %1 von %2</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Panels.cpp"/>
        <source>Syncing needs your password.</source>
        <translation>Zum Abgleichen wird Ihr Kennwort gebraucht.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>Syncing needs your password. Give it while there is a network.</source>
        <translation>Zum Abgleichen wird Ihr Kennwort gebraucht. Geben Sie es ein, solange es ein Netz gibt.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>Take all back</source>
        <translation>Alles zurücknehmen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalView.cpp"/>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>Take it back</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Take over %1 of %2</source>
        <translation>%1 von %2 übernehmen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Take over all %1</source>
        <translation>Alle %1 übernehmen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>Take the request back</source>
        <translation>Anfrage zurückziehen</translation>
    </message>
    <message>
        <location filename="../../ui/fields/FieldRow.cpp"/>
        <source>Take theirs</source>
        <translation>Anderen Wert nehmen</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PartsPanel.cpp"/>
        <source>Take these parts</source>
        <translation>Diese Teile nehmen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteSheet.cpp"/>
        <source>Tax in it, %1</source>
        <translation>Darin Steuer, %1</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteSheet.cpp"/>
        <source>Tax, %1</source>
        <translation>Steuer, %1</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Tax: %1, was %2</source>
        <translation>Steuer: %1, war %2</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NotificationsPanel.cpp"/>
        <source>Tell me about</source>
        <translation>Sagen Sie mir Bescheid über</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteHeader.cpp"/>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Template.</source>
        <translation>Vorlage.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteLists.cpp"/>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdministrationPage.cpp"/>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>Territories</source>
        <translation>Gebiete</translation>
    </message>
    <message>
        <location filename="../../ui/administration/TerritoriesView.cpp"/>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteBar.cpp"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>The %1 it belongs to is in the territory %2, which is yours.</source>
        <translation>Es gehört zu einem Eintrag (%1), der in Ihrem Gebiet %2 liegt.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>The %1 it belongs to is your own.</source>
        <translation>Es gehört zu einem Eintrag (%1), der Ihr eigener ist.</translation>
    </message>
    <message>
        <location filename="../../ui/models/Action.cpp"/>
        <location filename="../../ui/models/BulkRun.cpp"/>
        <source>The %1 of %2 has been changed since, so it was left as it is.</source>
        <translation>%1 von %2 wurde seitdem geändert und blieb deshalb, wie es ist.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>The alert is closed</source>
        <translation>Die Meldung ist erledigt</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>The customer accepts</source>
        <translation>Der Kunde nimmt an</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>The customer does not want it</source>
        <translation>Der Kunde will es nicht</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/WhyPanel.cpp"/>
        <source>The customer pays %1 for one</source>
        <translation>Der Kunde zahlt %1 für eines</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>The customer's own order number, if there is one</source>
        <translation>Bestellnummer des Kunden, falls es eine gibt</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <source>The day whose prices are shown</source>
        <translation>Der Tag, dessen Preise gezeigt werden</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>The deletions were carried out</source>
        <translation>Die Löschungen wurden ausgeführt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>The deletions were refused</source>
        <translation>Die Löschungen wurden abgelehnt</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>The draft is gone; nothing was published.</source>
        <translation>Der Entwurf ist weg; nichts wurde veröffentlicht.</translation>
    </message>
    <message>
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>The file %1 cannot be written. Is there room on the disk, and may you write there?</source>
        <translation>Die Datei %1 kann nicht geschrieben werden. Ist auf der Platte noch Platz, und dürfen Sie dort schreiben?</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>The first download is still under way; your own records are here already.</source>
        <translation>Das erste Holen läuft noch; Ihre eigenen Einträge sind schon hier.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/PaperFiles.cpp"/>
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>The folder %1 cannot be made. Choose another one.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NotificationsPanel.cpp"/>
        <source>The inbox: conflicts and refused changes</source>
        <translation>den Eingang: Konflikte und Abgelehntes</translation>
    </message>
    <message>
        <location filename="../../ui/deals/PaperPane.cpp"/>
        <source>The mail draft is open in your mail program.</source>
        <translation>Der E-Mail-Entwurf ist in Ihrem Mailprogramm offen.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalEntry.cpp"/>
        <source>The margin cannot be told: the cost of %1 lines is not known.</source>
        <translation>Die Spanne ist nicht bekannt: Bei %1 Positionen fehlt der Einstand.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <source>The old password no longer counts then, and %1 is signed out everywhere.</source>
        <translation>Das alte Kennwort gilt dann nicht mehr, und %1 wird überall abgemeldet.</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>The one from %1 is kept.</source>
        <translation>Es gilt der Wert von %1.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>The order comes to %1.</source>
        <translation>Der Auftrag beträgt %1.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteEditor.cpp"/>
        <source>The paper</source>
        <translation>Das Papier</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>The price for %1 or more</source>
        <translation>Der Preis ab %1</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>The prices cannot be looked at now.</source>
        <translation>Die Preise lassen sich gerade nicht ansehen.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>The quote is closed with this. For another offer make the next revision.</source>
        <translation>Damit ist das Angebot abgeschlossen. Für ein anderes machen Sie die nächste Fassung.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalView.cpp"/>
        <source>The quote was changed since; refuse it, so that it is asked as it is now.</source>
        <translation>Das Angebot wurde seitdem geändert; lehnen Sie ab, damit nach dem jetzigen Stand gefragt wird.</translation>
    </message>
    <message>
        <source>The records on it stay there, protected by the encryption of its disk. If it was stolen, give %1 a new password as well.</source>
        <translation type="vanished">Die Einträge darauf bleiben dort, geschützt durch die Verschlüsselung der Festplatte. Wurde es gestohlen, geben Sie %1 auch ein neues Kennwort.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>The recovery is closed</source>
        <translation>Die Wiederherstellung ist abgeschlossen</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>The server</source>
        <translation>Der Server</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdministrationPage.cpp"/>
        <source>The server cannot be reached now; devices, passwords and alerts are as it said at %1.</source>
        <translation>Der Server ist gerade nicht erreichbar; Geräte, Kennwörter und Meldungen haben seinen Stand von %1.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/SyncWorker.cpp"/>
        <location filename="../../ui/administration/ServerView.cpp"/>
        <location filename="../../ui/shell/OwnPasswordPanel.cpp"/>
        <source>The server cannot be reached, and only the server can do this. Nothing was changed.</source>
        <translation>Der Server ist nicht erreichbar, und nur er kann das tun. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ServerView.cpp"/>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdministrationPage.cpp"/>
        <source>The server cannot be reached; devices, passwords and alerts are not known. Colleagues and territories can be changed, and go out with the next sync.</source>
        <translation>Der Server ist nicht erreichbar; Geräte, Kennwörter und Meldungen sind nicht bekannt. Kollegen und Gebiete können geändert werden und gehen mit dem nächsten Abgleich hinaus.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <source>The server failed %1 times with a change of %2 (%3): %4</source>
        <translation>Der Server ist %1-mal an einer Änderung von %2 (%3) gescheitert: %4</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>The server has carried it out</source>
        <translation>Der Server hat es ausgeführt</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WaitingChange.cpp"/>
        <source>The server has it and waits for somebody's decision.</source>
        <translation>Der Server hat es und wartet auf eine Entscheidung.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdministrationPage.cpp"/>
        <source>The server is being asked …</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <location filename="../../app/desktop/SyncWorker.cpp"/>
        <source>The server packs your records</source>
        <translation>Der Server packt Ihre Daten</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <source>The server was restored. %Ln records are known to laptops only; take them back before you close the recovery, for then they are forgotten.</source>
        <translation>
            <numerusform>Der Server wurde zurückgespielt. %Ln Eintrag kennen nur Laptops; nehmen Sie ihn zurück, bevor Sie die Wiederherstellung abschließen, denn dann wird er vergessen.</numerusform>
            <numerusform>Der Server wurde zurückgespielt. %Ln Einträge kennen nur Laptops; nehmen Sie sie zurück, bevor Sie die Wiederherstellung abschließen, denn dann werden sie vergessen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertRows.cpp"/>
        <source>The server was restored. Close the recovery when everybody has synced.</source>
        <translation>Der Server wurde zurückgespielt. Schließen Sie die Wiederherstellung ab, wenn alle abgeglichen haben.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NewPasswordLines.cpp"/>
        <source>The two new ones are not the same.</source>
        <translation>Die beiden neuen sind nicht gleich.</translation>
    </message>
    <message>
        <location filename="../../ui/records/ColumnPanel.cpp"/>
        <source>The usual order</source>
        <translation>Übliche Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>There are enough numbers for the quotes you will write.</source>
        <translation>Es sind genug Nummern für Ihre nächsten Angebote da.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>There are no price lists for you.</source>
        <translation>Für Sie gibt es keine Preislisten.</translation>
    </message>
    <message>
        <location filename="../../ui/records/TwinHint.cpp"/>
        <source>There is already %1 (%2).</source>
        <translation>%1 gibt es schon (%2).</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>There is no partner, distributor or colleague on this laptop to forward it to.</source>
        <translation>Auf diesem Laptop gibt es keinen Partner, Händler oder Kollegen, an den er gehen könnte.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>There is no price list yet that these prices could be of; N adds one.</source>
        <translation>Es gibt noch keine Preisliste für diese Preise; N legt eine an.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AskPanel.cpp"/>
        <source>There is nobody who may approve this quote. Ask your administrator.</source>
        <translation>Es gibt niemanden, der dieses Angebot freigeben darf. Fragen Sie Ihre Verwaltung.</translation>
    </message>
    <message>
        <location filename="../../ui/models/UndoHistory.cpp"/>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <location filename="../../ui/models/UndoHistory.cpp"/>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <location filename="../../ui/models/UndoHistory.cpp"/>
        <source>There is nothing to undo: the file with your records was built anew, and what was done before cannot be taken back step by step.</source>
        <translation>Es gibt nichts rückgängig zu machen: Die Datei mit Ihren Einträgen wurde neu aufgebaut, und was davor geschah, lässt sich nicht schrittweise zurücknehmen.</translation>
    </message>
    <message>
        <location filename="../../ui/models/UndoHistory.cpp"/>
        <source>There is nothing to undo: this laptop was restored from a copy, and what was done before cannot be taken back step by step.</source>
        <translation>Es gibt nichts rückgängig zu machen: Dieser Laptop wurde aus einer Kopie wiederhergestellt, und was davor geschah, lässt sich nicht schrittweise zurücknehmen.</translation>
    </message>
    <message>
        <location filename="../../ui/models/UndoHistory.cpp"/>
        <source>There is nothing to undo: what you did last was about records that have left your area.</source>
        <translation>Es gibt nichts rückgängig zu machen: Was Sie zuletzt taten, betraf Einträge, die Ihren Bereich verlassen haben.</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/DuplicatesPage.cpp"/>
        <source>There may be more; these first.</source>
        <translation>Es kann mehr geben; zuerst diese.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/HandOverPanel.cpp"/>
        <source>There was no number left on this laptop, so the quote keeps %1.</source>
        <translation>Auf diesem Laptop war keine Nummer mehr frei; das Angebot behält %1.</translation>
    </message>
    <message>
        <location filename="../../ui/models/RecordListMarks.cpp"/>
        <source>These are too many to mark one by one. Ctrl+A marks all of the list.</source>
        <translation>Das sind zu viele, um sie einzeln zu markieren. Strg+A markiert die ganze Liste.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>These clash</source>
        <translation>Diese widersprechen sich</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeView.cpp"/>
        <source>They look alike: %1.</source>
        <translation>Sie sehen gleich aus: %1.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>They say the same.</source>
        <translation>Beide sagen dasselbe.</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>This cannot be put off: somebody waits for your answer.</source>
        <translation>Das lässt sich nicht verschieben: Jemand wartet auf Ihre Antwort.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>This cannot be told now.</source>
        <translation>Das lässt sich im Augenblick nicht sagen.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/CellReading.cpp"/>
        <source>This column is worked out from the others.</source>
        <translation>Diese Spalte ergibt sich aus den anderen.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>This computer keeps no passwords: after a restart, syncing will ask for yours. Your records open without it.</source>
        <translation>Dieser Rechner verwahrt keine Passwörter: Nach einem Neustart fragt der Abgleich nach Ihrem. Ihre Einträge öffnen sich ohne.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AskPanel.cpp"/>
        <source>This goes beyond what you may give:</source>
        <translation>Das geht über das hinaus, was Sie geben dürfen:</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SignInWindow.cpp"/>
        <source>This happens once. Later rounds take seconds.</source>
        <translation>Das geschieht einmal. Später dauert es Sekunden.</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Reading.cpp"/>
        <source>This is not a date and time. Write it like "tomorrow 10:30".</source>
        <translation>Das sind kein Tag und keine Uhrzeit. Schreiben Sie es so: „morgen 10:30“.</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Reading.cpp"/>
        <source>This is not a date. Write it like %1, or "tomorrow", or +3 for in three days.</source>
        <translation>Das ist kein Datum. Schreiben Sie es so: %1, oder „morgen“, oder +3 für in drei Tagen.</translation>
    </message>
    <message>
        <location filename="../../ui/today/SnoozeBar.cpp"/>
        <source>This is not a day to come. Write it like Fri, 15.3. or in 2 weeks.</source>
        <translation>Das ist kein kommender Tag. Schreiben Sie ihn so: Fr, 15.3. oder in 2 Wochen.</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Reading.cpp"/>
        <source>This is not a number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Reading.cpp"/>
        <source>This is not a whole number.</source>
        <translation>Das ist keine ganze Zahl.</translation>
    </message>
    <message>
        <location filename="../../ui/today/CustomerGlance.cpp"/>
        <source>This is not about a customer on this laptop.</source>
        <translation>Hier geht es um keinen Kunden auf diesem Laptop.</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Reading.cpp"/>
        <source>This is not an amount. Write it like %1.</source>
        <translation>Das ist kein Betrag. Schreiben Sie ihn so: %1.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>This is the laptop you are working on.</source>
        <translation>Das ist der Laptop, an dem Sie arbeiten.</translation>
    </message>
    <message>
        <source>This is the password. It is shown only now; hand it over in person or by phone.</source>
        <translation type="vanished">Das ist das Kennwort. Es wird nur jetzt gezeigt; geben Sie es persönlich oder am Telefon weiter.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PersonPanel.cpp"/>
        <source>This is the password. It is shown only now; hand it over in person or by phone. At the first sign-in another one has to be chosen.</source>
        <translation>Das ist das Kennwort. Es wird nur jetzt gezeigt; geben Sie es persönlich oder am Telefon weiter. Bei der ersten Anmeldung ist ein anderes zu wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/ShutOutWindow.cpp"/>
        <source>This laptop was shut out</source>
        <translation>Dieser Laptop wurde ausgesperrt</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/PartsPanel.cpp"/>
        <source>This line is no bundle: it has no parts to choose.</source>
        <translation>Diese Position ist kein Paket: Es gibt keine Teile zu wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteTyping.cpp"/>
        <source>This line waits for its product.</source>
        <translation>Diese Position wartet noch auf ihren Artikel.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/CellReading.cpp"/>
        <source>This quote is in %1.</source>
        <translation>Dieses Angebot ist in %1.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteEditor.cpp"/>
        <source>This quote was deleted, or it is not yours to see.</source>
        <translation>Dieses Angebot wurde gelöscht, oder es ist nicht für Sie bestimmt.</translation>
    </message>
    <message>
        <location filename="../../ui/models/Action.cpp"/>
        <source>This record is no longer on this laptop, so nothing was undone.</source>
        <translation>Dieser Eintrag ist nicht mehr auf diesem Laptop; es wurde nichts rückgängig gemacht.</translation>
    </message>
    <message>
        <location filename="../../ui/models/Action.cpp"/>
        <source>This record is no longer on this laptop.</source>
        <translation>Dieser Eintrag ist nicht mehr auf diesem Laptop.</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeModel.cpp"/>
        <source>This record stays</source>
        <translation>Dieser Eintrag bleibt</translation>
    </message>
    <message>
        <location filename="../../ui/records/RecordDetail.cpp"/>
        <source>This record was deleted, or it is not yours to see.</source>
        <translation>Dieser Eintrag wurde gelöscht, oder er ist nicht für Sie bestimmt.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>Throw the draft away</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>Throwing the draft away</source>
        <translation>Der Entwurf wird verworfen</translation>
    </message>
    <message>
        <location filename="../../ui/records/RecordDetail.cpp"/>
        <location filename="../../ui/today/CustomerGlance.cpp"/>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="../../ui/records/PeekPanel.cpp"/>
        <source>To do</source>
        <translation>Zu erledigen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>To whom</source>
        <translation>An wen</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogPreview.cpp"/>
        <source>To-do %1</source>
        <translation>Aufgabe %1</translation>
    </message>
    <message>
        <source>To-do: done, tomorrow</source>
        <translation type="vanished">Aufgabe: erledigt, morgen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NotificationsPanel.cpp"/>
        <source>To-dos on their day</source>
        <translation>Aufgaben an ihrem Tag</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <location filename="../../ui/prices/PriceTable.cpp"/>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <location filename="../../ui/prices/PublishBar.cpp"/>
        <location filename="../../ui/shell/PageCards.cpp"/>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation type="vanished">Heute, %1</translation>
    </message>
    <message>
        <source>Today, Accounts, Contacts, Leads</source>
        <translation type="vanished">Heute, Kunden, Ansprechpartner, Leads</translation>
    </message>
    <message>
        <source>Today, Accounts, Contacts, Leads, Quotes</source>
        <translation type="vanished">Heute, Kunden, Ansprechpartner, Leads, Angebote</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Today, Accounts, Contacts, Leads, Quotes, Orders, Prices</source>
        <translation>Heute, Kunden, Ansprechpartner, Leads, Angebote, Aufträge, Preise</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Today: calendar, week</source>
        <translation>Heute: Kalender, Woche</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Today: done, put off, log, next step, quote</source>
        <translation>Heute: erledigt, verschieben, festhalten, nächster Schritt, Angebot</translation>
    </message>
    <message>
        <location filename="../../ui/today/SnoozeBar.cpp"/>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Tomorrow: %1</source>
        <translation type="vanished">Auf morgen: %1</translation>
    </message>
    <message>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>Too expensive, went to somebody else, postponed ...</source>
        <translation>Zu teuer, an jemand anderen vergeben, verschoben ...</translation>
    </message>
    <message>
        <location filename="../../ui/records/ListPane.cpp"/>
        <source>Too many rows to sort like this; they stand by name. Narrow the list to sort it.</source>
        <translation>Zu viele Zeilen, um so zu sortieren; sie stehen nach Namen. Grenzen Sie die Liste ein, um sie zu sortieren.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalView.cpp"/>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <source>Took back the request to approve %1</source>
        <translation>Anfrage zur Freigabe von %1 zurückgezogen</translation>
    </message>
    <message>
        <source>Took over the prices of now into %1</source>
        <translation type="vanished">Heutige Preise in %1 übernommen</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteSheet.cpp"/>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <source>Total: %1, with all of it %2</source>
        <translation>Gesamt: %1, mit allem %2</translation>
    </message>
    <message>
        <location filename="../../app/desktop/main.cpp"/>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <location filename="../../ui/quotes/PastePanel.cpp"/>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Try mine again</source>
        <translation>Meinen noch einmal versuchen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Notable.cpp"/>
        <source>Two of you changed the same</source>
        <translation>Zwei haben dasselbe geändert</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/NewQuotePanel.cpp"/>
        <source>Type a few letters of the customer, then Enter</source>
        <translation>Ein paar Buchstaben des Kunden, dann Eingabe</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/NewQuotePanel.cpp"/>
        <source>Type a few letters of the customer.</source>
        <translation>Geben Sie ein paar Buchstaben des Kunden ein.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <source>Type a product to add a line</source>
        <translation>Artikel eingeben, um eine Position hinzuzufügen</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/CellReading.cpp"/>
        <source>Type how many, or press Delete to take the line out.</source>
        <translation>Geben Sie die Menge ein, oder nehmen Sie die Position mit Entf heraus.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/OwnPasswordPanel.cpp"/>
        <source>Type the password you have now.</source>
        <translation>Geben Sie das Kennwort ein, das Sie jetzt haben.</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <source>Type the text</source>
        <translation>Text eingeben</translation>
    </message>
    <message>
        <location filename="../../ui/fields/ReferencePicker.cpp"/>
        <source>Type to search</source>
        <translation>Zum Suchen tippen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealPanel.cpp"/>
        <source>Typed, but not in the quote yet</source>
        <translation>Eingegeben, aber noch nicht im Angebot</translation>
    </message>
    <message>
        <source>U use the other · K keep · Enter opens</source>
        <translation type="vanished">U anderen nehmen · K behalten · Eingabe öffnet</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>U use the other · K keep, discard · E edit and send again · Enter opens · Shift+Down chooses several</source>
        <translation>U den anderen nehmen · K lassen, verwerfen · E bearbeiten und neu senden · Eingabe öffnet · Umschalt+Ab wählt mehrere</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Undo, redo</source>
        <translation>Rückgängig, wiederholen</translation>
    </message>
    <message>
        <location filename="../../ui/models/UndoHistory.cpp"/>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceModel.cpp"/>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <location filename="../../ui/administration/PeopleView.cpp"/>
        <source>Unlocked %1</source>
        <translation>%1 entsperrt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>Until then its disk encryption protects them. If it was stolen, give %1 a new password as well.</source>
        <translation>Bis dahin schützt sie die Verschlüsselung seiner Platte. Wurde er gestohlen, geben Sie %1 auch ein neues Kennwort.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>Up</source>
        <translation>Teurer</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteBar.cpp"/>
        <source>Up</source>
        <comment>a line of a quote</comment>
        <translation>Höher</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Use %1's</source>
        <translation>Wert von %1 nehmen</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Use mine</source>
        <translation>Meinen nehmen</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>Use the other values</source>
        <translation>Die anderen Werte nehmen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>Used the other value of %Ln items</source>
        <translation>
            <numerusform>Bei %Ln Eintrag den anderen Wert genommen</numerusform>
            <numerusform>Bei %Ln Einträgen den anderen Wert genommen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <location filename="../../ui/prices/PriceModel.cpp"/>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <location filename="../../ui/prices/PriceModel.cpp"/>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PricesPage.cpp"/>
        <source>Views of the price list</source>
        <translation>Ansichten der Preisliste</translation>
    </message>
    <message>
        <location filename="../../ui/today/AgendaView.cpp"/>
        <source>Visits and calls, %1</source>
        <translation>Besuche und Anrufe, %1</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NotificationsPanel.cpp"/>
        <source>Visits and calls, a quarter of an hour before</source>
        <translation>Besuche und Anrufe, eine Viertelstunde vorher</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalsPage.cpp"/>
        <source>W take back · Enter opens</source>
        <translation>W zurückziehen · Eingabe öffnet</translation>
    </message>
    <message>
        <location filename="../../ui/today/TodayPage.cpp"/>
        <source>W week</source>
        <translation>W Woche</translation>
    </message>
    <message>
        <location filename="../../ui/today/AgendaView.cpp"/>
        <source>Waiting for your approval</source>
        <translation>Warten auf Ihre Freigabe</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Waiting on the server for somebody's decision: %1</source>
        <translation>Auf dem Server wartet auf eine Entscheidung: %1</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <source>Waiting to be sent or decided</source>
        <translation>Wartet auf Senden oder Entscheidung</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncState.cpp"/>
        <source>Waiting to be sent: %1. Your changes are safe on this laptop.</source>
        <translation>Noch zu senden: %1. Ihre Änderungen sind auf diesem Laptop sicher.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>Waits for the approval of %1, asked %2.</source>
        <translation>Wartet auf die Freigabe durch %1, gefragt %2.</translation>
    </message>
    <message>
        <location filename="../../ui/fields/FieldRow.cpp"/>
        <source>Was %1; meanwhile changed to "%2".</source>
        <translation>War %1; inzwischen in „%2“ geändert.</translation>
    </message>
    <message>
        <location filename="../../ui/fields/FieldRow.cpp"/>
        <source>Was %1; meanwhile somebody emptied it.</source>
        <translation>War %1; inzwischen hat jemand das Feld geleert.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Revisions.cpp"/>
        <source>Was in force from %1 on</source>
        <translation>Galt ab %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Revisions.cpp"/>
        <source>Was in force from %1 on, until it was taken back</source>
        <translation>Galt ab %1, bis er zurückgenommen wurde</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Revisions.cpp"/>
        <source>Was to be in force from %1 on; a newer one came first</source>
        <translation>Sollte ab %1 gelten; ein neuerer kam vorher</translation>
    </message>
    <message>
        <source>Was to count from %1 on; a newer one came first</source>
        <translation type="vanished">Sollte ab %1 gelten; ein neuerer kam vorher</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>We do not sell this</source>
        <translation>Führen wir nicht</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/today/WeekStrip.cpp"/>
        <source>Week: %1, %n to do</source>
        <translation>
            <numerusform>Woche: %1, %n zu erledigen</numerusform>
            <numerusform>Woche: %1, %n zu erledigen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <location filename="../../ui/prices/DifferenceModel.cpp"/>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeView.cpp"/>
        <source>What belongs to it comes along (%1).</source>
        <translation>Was dazugehört, kommt mit (%1).</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>What both of you saw</source>
        <translation>Was Sie beide gesehen haben</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>What changes hands</source>
        <translation>Was übergeben wird</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PublishBar.cpp"/>
        <source>What colleagues should know of it</source>
        <translation>Was Kollegen darüber wissen sollten</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncPanel.cpp"/>
        <source>What had to be mended</source>
        <translation>Was repariert werden musste</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogBox.cpp"/>
        <source>What happened; Alt+Down chooses</source>
        <translation>Was war es? Alt+Unten wählt</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>What he wrote since his last sync, %1</source>
        <translation>Was er seit seinem letzten Abgleich schrieb, %1</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AdminView.cpp"/>
        <source>What is being done</source>
        <translation>Was gerade getan wird</translation>
    </message>
    <message>
        <location filename="../../ui/prices/DifferenceView.cpp"/>
        <source>What is different</source>
        <translation>Was anders ist</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeView.cpp"/>
        <source>What is kept</source>
        <translation>Was behalten wird</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PricesPage.cpp"/>
        <source>What it costs</source>
        <translation>Was es kostet</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>What may be the same as this account, contact or lead</source>
        <translation>Was dasselbe sein könnte wie dieser Kunde, Ansprechpartner oder Lead</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>What may not be known here yet</source>
        <translation>Was hier vielleicht noch nicht bekannt ist</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>What of the choices is wanted</source>
        <translation>Was aus der Auswahl gewünscht ist</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>What only laptops had is back</source>
        <translation>Was nur Laptops hatten, ist wieder da</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RejectsView.cpp"/>
        <source>What stands there</source>
        <translation>Was dort steht</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/WhyPanel.cpp"/>
        <source>What the lists say</source>
        <translation>Was die Listen sagen</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>What there is to know comes when the server has been reached.</source>
        <translation>Was es zu wissen gibt, kommt, wenn der Server erreicht wurde.</translation>
    </message>
    <message>
        <location filename="../../ui/today/AgendaView.cpp"/>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>What was deleted is back</source>
        <translation>Das Gelöschte ist wieder da</translation>
    </message>
    <message>
        <source>What was written on it and not sent stays on it. It arrives only if you let the device in again.</source>
        <translation type="vanished">Was darauf geschrieben und nicht gesendet wurde, bleibt darauf. Es kommt nur an, wenn Sie das Gerät wieder einlassen.</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>What you did with %1 %2 was not accepted.</source>
        <translation>Was Sie %2 mit %1 gemacht haben, wurde nicht angenommen.</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/ConflictView.cpp"/>
        <source>What you press now is done with each of them, and Ctrl+Z takes all of it back.</source>
        <translation>Was Sie jetzt drücken, geschieht mit jedem davon, und Strg+Z nimmt alles zurück.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/AlertsView.cpp"/>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalsPage.cpp"/>
        <source>When somebody wants to give more discount than he may, he asks here. Alt+A in a quote asks for one's own.</source>
        <translation>Wer mehr Rabatt geben will, als er darf, fragt hier. Mit Alt+A im Angebot fragen Sie für das eigene.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>When the window is closed: stay beside the clock, or end</source>
        <translation>Wenn das Fenster geschlossen wird: neben der Uhr bleiben oder beenden</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>When you and a colleague change the same thing, both values wait for you here.</source>
        <translation>Wenn Sie und ein Kollege dasselbe ändern, warten hier beide Werte auf Sie.</translation>
    </message>
    <message>
        <location filename="../../ui/records/ListPane.cpp"/>
        <source>Which %1</source>
        <translation>Welche %1</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Which account</source>
        <translation>Welcher Kunde</translation>
    </message>
    <message>
        <location filename="../../ui/prices/DifferenceView.cpp"/>
        <source>Which changes</source>
        <translation>Welche Änderungen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <location filename="../../ui/prices/ImportView.cpp"/>
        <source>Which column is which</source>
        <translation>Welche Spalte was ist</translation>
    </message>
    <message>
        <location filename="../../ui/administration/DevicesView.cpp"/>
        <source>Which devices there are is known when the server has been reached.</source>
        <translation>Welche Geräte es gibt, ist bekannt, wenn der Server erreicht wurde.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/ColumnMapping.cpp"/>
        <source>Which list</source>
        <translation>Welche Liste</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Which one</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Which territory</source>
        <translation>Welches Gebiet</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AskPanel.cpp"/>
        <source>Who decides</source>
        <translation>Wer entscheidet</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RevisionsView.cpp"/>
        <source>Who has it</source>
        <translation>Wer ihn hat</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SyncGateway.h"/>
        <source>Who has it can be asked when the server can be reached.</source>
        <translation>Wer ihn hat, lässt sich fragen, sobald der Server zu erreichen ist.</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Whom it concerns</source>
        <translation>Wen es betrifft</translation>
    </message>
    <message>
        <location filename="../../ui/administration/ReassignView.cpp"/>
        <source>Whose</source>
        <translation>Wessen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <location filename="../../ui/deals/SimplePanels.cpp"/>
        <location filename="../../ui/quotes/QuoteBar.cpp"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location filename="../../ui/leads/LeadsPage.cpp"/>
        <source>Why does %1 lead nowhere?</source>
        <translation>Warum wird aus %1 nichts?</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WhyHerePanel.cpp"/>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>Why is this here?</source>
        <translation>Warum ist das hier?</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RejectsView.cpp"/>
        <source>Why it cannot be taken</source>
        <translation>Warum sie nicht geht</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalView.cpp"/>
        <source>Why not? Enter refuses, Esc goes back</source>
        <translation>Warum nicht? Eingabe lehnt ab, Esc geht zurück</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AskPanel.cpp"/>
        <source>Why the customer should have it</source>
        <translation>Warum der Kunde es bekommen soll</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SidePanels.cpp"/>
        <source>Why the record is here</source>
        <translation>Warum der Eintrag hier ist</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/WhyPanel.cpp"/>
        <source>Why this price</source>
        <translation>Warum dieser Preis</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>With %1 % tax</source>
        <translation>Mit %1 % Steuer</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>With the customer, but its last day was %1.</source>
        <translation>Beim Kunden, aber der letzte Tag war %1.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>With the customer, valid until %1.</source>
        <translation>Beim Kunden, gültig bis %1.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/DealBar.cpp"/>
        <source>With the customer.</source>
        <translation>Beim Kunden.</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RevisionsView.cpp"/>
        <source>With this revision</source>
        <translation>Mit diesem Stand</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Revisions.cpp"/>
        <source>Withdrawn; was to be in force from %1 on</source>
        <translation>Zurückgezogen; sollte ab %1 gelten</translation>
    </message>
    <message>
        <source>Withdrawn; was to count from %1 on</source>
        <translation type="vanished">Zurückgezogen; sollte ab %1 gelten</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <location filename="../../ui/quotes/PriceWords.cpp"/>
        <source>Without %1 % tax</source>
        <translation>Ohne %1 % Steuer</translation>
    </message>
    <message>
        <location filename="../../ui/records/ReachBar.cpp"/>
        <location filename="../../ui/today/CustomerGlance.cpp"/>
        <source>Write to %1</source>
        <translation>An %1 schreiben</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrdersPage.cpp"/>
        <source>Wrote %1 orders with %2 lines.</source>
        <translation>%1 Aufträge mit %2 Positionen geschrieben.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/records/ExportPanel.cpp"/>
        <source>Wrote %Ln rows.</source>
        <translation>
            <numerusform>%Ln Zeile geschrieben.</numerusform>
            <numerusform>%Ln Zeilen geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/fields/Editors.cpp"/>
        <location filename="../../ui/widgets/Words.cpp"/>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <location filename="../../ui/history/HistoryPanel.cpp"/>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>You are signed in; nothing has to be typed on the way.</source>
        <translation>Sie sind angemeldet; unterwegs müssen Sie nichts eingeben.</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ApprovalEntry.cpp"/>
        <source>You asked %1, %2</source>
        <translation>Sie haben %1 gefragt, %2</translation>
    </message>
    <message>
        <location filename="../../ui/shell/TravelPanel.cpp"/>
        <source>You can go: everything you need is on this laptop.</source>
        <translation>Sie können los: Alles, was Sie brauchen, ist auf diesem Laptop.</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>You changed %1 %2. It belongs to somebody else now, who was offered what you typed.</source>
        <translation>Sie haben %1 %2 geändert. Dafür ist jetzt jemand anderes zuständig; Ihre Änderung wurde dort vorgeschlagen.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Panels.cpp"/>
        <source>You have a new password; your other devices ask for it</source>
        <translation>Sie haben ein neues Kennwort; Ihre anderen Geräte fragen danach</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeView.cpp"/>
        <source>You have chosen these two.</source>
        <translation>Diese beiden haben Sie gewählt.</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>You have deleted it on this laptop; the server does not know that yet. Ctrl+Z brings it back.</source>
        <translation>Sie haben es auf diesem Laptop gelöscht; der Server weiß das noch nicht. Strg+Z holt es zurück.</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>You on %1</source>
        <translation>Sie auf %1</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>You set the %1 of %2 to %3 %4. It was not accepted.</source>
        <translation>Sie haben %4 bei %2 dieses Feld geändert: %1, neu %3. Das wurde nicht angenommen.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Travel.cpp"/>
        <source>Your changes</source>
        <translation>Ihre Änderungen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/OwnPasswordPanel.cpp"/>
        <source>Your other devices ask for the new one at their next sync.</source>
        <translation>Ihre anderen Geräte fragen beim nächsten Abgleich nach dem neuen.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/OwnPasswordPanel.cpp"/>
        <source>Your password</source>
        <translation>Ihr Kennwort</translation>
    </message>
    <message>
        <location filename="../../app/desktop/SyncWorker.cpp"/>
        <source>Your password is needed to ask the server who has it; sync first.</source>
        <translation>Für die Frage an den Server wird Ihr Kennwort gebraucht; gleichen Sie zuerst ab.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/SyncWorker.cpp"/>
        <source>Your password is needed to speak with the server; sync first.</source>
        <translation>Um mit dem Server zu sprechen, wird Ihr Kennwort gebraucht; gleichen Sie zuerst ab.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/SyncWorker.cpp"/>
        <source>Your password is needed to sync. Everything you do is kept on this laptop until then.</source>
        <translation>Zum Abgleich wird Ihr Kennwort gebraucht. Bis dahin bleibt alles, was Sie tun, auf diesem Laptop.</translation>
    </message>
    <message>
        <location filename="../../app/desktop/Desktop.cpp"/>
        <source>Your records are being opened</source>
        <translation>Ihre Daten werden geöffnet</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteSheet.cpp"/>
        <source>Your role can look at quotes, not change them.</source>
        <translation>Ihre Rolle darf Angebote ansehen, nicht ändern.</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/MergeModel.cpp"/>
        <location filename="../../ui/fields/FieldRow.cpp"/>
        <source>Your role cannot change this.</source>
        <translation>Ihre Rolle darf das nicht ändern.</translation>
    </message>
    <message>
        <location filename="../../ui/records/ListPaneChoices.cpp"/>
        <source>Your role may not change these.</source>
        <translation>Ihre Rolle darf diese nicht ändern.</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>Yours is kept.</source>
        <translation>Ihrer gilt.</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>a %1 that is not on this laptop</source>
        <translation>ein Eintrag (%1), der nicht auf diesem Laptop ist</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>a list that is not here</source>
        <translation>eine Liste, die nicht hier ist</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Difference.cpp"/>
        <source>a product that is not here</source>
        <translation>einen Artikel, der nicht hier ist</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuotesPage.cpp"/>
        <source>a quote</source>
        <translation>ein Angebot</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>a record</source>
        <translation>ein Eintrag</translation>
    </message>
    <message>
        <location filename="../../ui/leads/ConvertPanel.cpp"/>
        <source>account of the contact</source>
        <translation>Kunde des Ansprechpartners</translation>
    </message>
    <message>
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>add</source>
        <translation>hinzufügen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>alternative</source>
        <translation>Alternative</translation>
    </message>
    <message>
        <location filename="../../ui/today/Agenda.cpp"/>
        <source>answer by %1</source>
        <translation>Antwort bis %1</translation>
    </message>
    <message>
        <location filename="../../ui/today/Agenda.cpp"/>
        <source>answer was due %1</source>
        <translation>Antwort war fällig %1</translation>
    </message>
    <message>
        <location filename="../../ui/records/ColumnPanel.cpp"/>
        <source>ascending</source>
        <comment>an order: A to Z</comment>
        <translation>aufsteigend</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>buy %1, get %2 %3 free</source>
        <translation>beim Kauf von %1 gibt es %2 %3 gratis</translation>
    </message>
    <message>
        <location filename="../../ui/orders/PurchasesCard.cpp"/>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>call called phoned rang</source>
        <comment>first words of a line that logs a call</comment>
        <translation type="vanished">anruf angerufen telefoniert telefonat tel</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogBox.cpp"/>
        <source>called %1,</source>
        <translation>%1 angerufen,</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogBox.cpp"/>
        <source>called Ana, wants price for 40, back Tue</source>
        <translation>Ana angerufen, will Preis für 40, Wiedervorlage Di</translation>
    </message>
    <message>
        <location filename="../../ui/records/RowMakers.cpp"/>
        <source>closes %1</source>
        <translation>Abschluss %1</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/Words.cpp"/>
        <source>d MMM</source>
        <comment>a day of this year: the order of day and month</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Reading.cpp"/>
        <source>day after tomorrow</source>
        <translation>übermorgen</translation>
    </message>
    <message>
        <location filename="../../ui/today/AgendaView.cpp"/>
        <source>dddd d MMMM</source>
        <comment>how today is written in full: the order of weekday, day and month</comment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <location filename="../../ui/records/ColumnPanel.cpp"/>
        <source>descending</source>
        <comment>an order: Z to A</comment>
        <translation>absteigend</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>downwards</source>
        <comment>an order: Z to A</comment>
        <translation type="vanished">absteigend</translation>
    </message>
    <message>
        <location filename="../../ui/fields/FieldRow.cpp"/>
        <location filename="../../ui/fields/ValueLabel.cpp"/>
        <location filename="../../ui/history/HistoryPanel.cpp"/>
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <location filename="../../ui/language/Language.cpp"/>
        <source>en</source>
        <comment>the code of this language, two letters</comment>
        <translation>de</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>for %1 or more</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>from %1 on</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>from %1 until %2</source>
        <translation>vom %1 bis zum %2</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>in the last</source>
        <translation>in den letzten</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>in the next</source>
        <translation>in den nächsten</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>is above</source>
        <translation>ist über</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>is below</source>
        <translation>ist unter</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>is filled in</source>
        <translation>ist ausgefüllt</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>is further ahead than</source>
        <translation>liegt weiter voraus als</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>is longer ago than</source>
        <translation>ist länger her als</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>is me</source>
        <translation>bin ich</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>is not me</source>
        <translation>bin nicht ich</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/Words.cpp"/>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <location filename="../../ui/shell/WindowCommands.cpp"/>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <source>line %1</source>
        <translation>Position %1</translation>
    </message>
    <message>
        <source>mailed wrote</source>
        <comment>first words of a line that logs a mail</comment>
        <translation type="vanished">gemailt mail geschrieben e-mail</translation>
    </message>
    <message>
        <source>met meeting</source>
        <comment>first words of a line that logs a meeting</comment>
        <translation type="vanished">getroffen treffen termin besprechung</translation>
    </message>
    <message>
        <location filename="../../ui/deals/RepricePanel.cpp"/>
        <location filename="../../ui/quotes/WhyPanel.cpp"/>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceModel.cpp"/>
        <source>no revision counts on this day</source>
        <translation>an diesem Tag gilt kein Stand</translation>
    </message>
    <message>
        <location filename="../../ui/records/RecordDetail.cpp"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../../ui/records/ConditionWords.cpp"/>
        <source>none for</source>
        <translation>keine seit</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteSheet.cpp"/>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceModel.cpp"/>
        <source>not on this day</source>
        <translation>nicht an diesem Tag</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>not together with others</source>
        <translation>nicht mit anderen zusammen</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <location filename="../../ui/shell/WaitingChange.cpp"/>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogPreview.cpp"/>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>of the same</source>
        <translation>vom selben</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>on %1</source>
        <translation>am %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>on some products</source>
        <translation>auf einige Artikel</translation>
    </message>
    <message>
        <location filename="../../ui/today/CalendarView.cpp"/>
        <source>one entry</source>
        <translation>ein Eintrag</translation>
    </message>
    <message>
        <location filename="../../ui/history/WhyHere.cpp"/>
        <source>one that is no longer here</source>
        <translation>eines, das nicht mehr hier ist</translation>
    </message>
    <message>
        <location filename="../../ui/deals/AcceptPanel.cpp"/>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/BusinessCard.cpp"/>
        <source>ordered lines: %1</source>
        <translation>beauftragte Positionen: %1</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <source>ordered on %1</source>
        <translation>bestellt am %1</translation>
    </message>
    <message>
        <location filename="../../ui/orders/OrderView.cpp"/>
        <source>over there it is %1</source>
        <translation>dort heißt er %1</translation>
    </message>
    <message>
        <location filename="../../ui/records/RowMakers.cpp"/>
        <source>overdue: %1</source>
        <translation>überfällig: %1</translation>
    </message>
    <message>
        <location filename="../../ui/records/TimelineRow.cpp"/>
        <source>planned · </source>
        <translation>geplant · </translation>
    </message>
    <message>
        <location filename="../../ui/records/TimelineRow.cpp"/>
        <source>planned, overdue · </source>
        <translation>geplant, überfällig · </translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <source>priority %1</source>
        <translation>Vorrang %1</translation>
    </message>
    <message>
        <location filename="../../ui/accounts/BusinessCard.cpp"/>
        <source>quoted lines: %1</source>
        <translation>angebotene Positionen: %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>r%1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxPage.cpp"/>
        <source>record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>remove</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/TwinWords.cpp"/>
        <location filename="../../ui/leads/ConvertPanel.cpp"/>
        <source>same e-mail</source>
        <translation>gleiche E-Mail</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/TwinWords.cpp"/>
        <location filename="../../ui/leads/ConvertPanel.cpp"/>
        <source>same name</source>
        <translation>gleicher Name</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/TwinWords.cpp"/>
        <source>same number or VAT ID</source>
        <translation>gleiche Nummer oder USt-IdNr.</translation>
    </message>
    <message>
        <location filename="../../ui/duplicates/TwinWords.cpp"/>
        <location filename="../../ui/leads/ConvertPanel.cpp"/>
        <source>same phone</source>
        <translation>gleiches Telefon</translation>
    </message>
    <message>
        <location filename="../../ui/records/BulkPanel.cpp"/>
        <source>set to</source>
        <translation>setzen auf</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>sold from %1 on</source>
        <translation>verkauft ab %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/AskPrice.cpp"/>
        <source>tax %1 %</source>
        <translation>Steuer %1 %</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Revisions.cpp"/>
        <source>the beginning</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceFile.cpp"/>
        <source>the draft</source>
        <translation>der Entwurf</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>the empty list</source>
        <translation>Leere Liste</translation>
    </message>
    <message>
        <location filename="../../ui/quotes/QuoteModel.cpp"/>
        <source>the new line</source>
        <translation>die neue Position</translation>
    </message>
    <message>
        <location filename="../../ui/prices/RevisionsView.cpp"/>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Reading.cpp"/>
        <location filename="../../ui/widgets/Words.cpp"/>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>today at %1</source>
        <translation>heute um %1</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Reading.cpp"/>
        <location filename="../../ui/widgets/Words.cpp"/>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Editors.cpp"/>
        <source>tomorrow 10:30</source>
        <translation>morgen 10:30</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Editors.cpp"/>
        <source>tomorrow, +3, 24.12.</source>
        <translation>morgen, +3, 24.12.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/NotificationsPanel.cpp"/>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PromotionsView.cpp"/>
        <location filename="../../ui/records/RowMakers.cpp"/>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>upwards</source>
        <comment>an order: A to Z</comment>
        <translation type="vanished">aufsteigend</translation>
    </message>
    <message>
        <source>visited visit</source>
        <comment>first words of a line that logs a visit</comment>
        <translation type="vanished">besucht besuch vor-ort</translation>
    </message>
    <message>
        <location filename="../../ui/prices/Revisions.cpp"/>
        <source>went back to %1</source>
        <translation>zurück auf %1</translation>
    </message>
    <message>
        <location filename="../../ui/prices/PriceWords.cpp"/>
        <source>what is above %1: %2</source>
        <translation>was über %1 liegt: %2</translation>
    </message>
    <message>
        <location filename="../../ui/records/LogBox.cpp"/>
        <source>wrote to %1,</source>
        <translation>%1 geschrieben,</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="../../ui/fields/Reading.cpp"/>
        <location filename="../../ui/widgets/Words.cpp"/>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>yesterday at %1</source>
        <translation>gestern um %1</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <location filename="../../ui/inbox/InboxEntry.cpp"/>
        <source>you on %1</source>
        <translation>Sie auf %1</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>~ Changed</source>
        <translation>~ Geändert</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>~ Quote</source>
        <translation>~ Angebot</translation>
    </message>
    <message>
        <location filename="../../ui/deals/ComparePanel.cpp"/>
        <source>− Removed</source>
        <translation>− Entfernt</translation>
    </message>
</context>
<context>
    <name>choiceWords</name>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Account manager</source>
        <translation>Kundenbetreuung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Administrator</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Alternative</source>
        <translation>Alternative</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Blocker</source>
        <translation>Ist dagegen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Bundle</source>
        <translation>Paket</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Buy and get</source>
        <translation>Mehr für weniger</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>By itself</source>
        <translation>Allein</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Contacted</source>
        <translation>Angesprochen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Converted</source>
        <translation>Umgewandelt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Decision maker</source>
        <translation>Entscheidet</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Delivered</source>
        <translation>Geliefert</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Deny</source>
        <translation>Verbieten</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Disqualified</source>
        <translation>Aussortiert</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Distributor</source>
        <translation>Händler</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Down</source>
        <translation>Abrunden</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Evaluator</source>
        <translation>Prüft</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Excludes</source>
        <translation>Schließt aus</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Exempt</source>
        <translation>Befreit</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Former customer</source>
        <translation>Früherer Kunde</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Forwarded</source>
        <translation>Weitergegeben</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Free item</source>
        <translation>Gratisartikel</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Good</source>
        <translation>Ware</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Half away from zero</source>
        <translation>Kaufmännisch</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Half to even</source>
        <translation>Halbe zur geraden Zahl</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>In approval</source>
        <translation>In Freigabe</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>In production</source>
        <translation>In Fertigung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Included</source>
        <translation>Enthalten</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Influencer</source>
        <translation>Redet mit</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Inside sales</source>
        <translation>Innendienst</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Invoiced</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Lead</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Meeting</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Merged, review</source>
        <translation>Zusammengeführt, bitte prüfen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Mobile</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Nearest</source>
        <translation>Nächster Wert</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Opted in</source>
        <translation>Hat zugestimmt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Opted out</source>
        <translation>Hat widersprochen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Part by part</source>
        <translation>Staffel Stufe für Stufe</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Percentage</source>
        <translation>Prozentsatz</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Percentage of a list</source>
        <translation>Prozent einer Liste</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Percentage of cost</source>
        <translation>Prozent vom Einstand</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Post</source>
        <translation>Post</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Prospect</source>
        <translation>Interessent</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Qualified</source>
        <translation>Qualifiziert</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Reduced</source>
        <translation>Ermäßigt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Referral</source>
        <translation>Empfehlung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Requires</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Reverse charge</source>
        <translation>Steuerschuld beim Kunden</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Sales manager</source>
        <translation>Vertriebsleitung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Salesperson</source>
        <translation>Außendienst</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Sent</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Service</source>
        <translation>Dienstleistung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Shipped</source>
        <translation>Versandt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Support</source>
        <translation>Unterstützung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Trade fair</source>
        <translation>Messe</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Up</source>
        <translation>Aufrunden</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>User</source>
        <translation>Nutzt es</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Visit</source>
        <translation>Besuch</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Whole quantity</source>
        <translation>Staffel über alles</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Zero</source>
        <translation>Null</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <location filename="../../sync/client/HttpConversation.cpp"/>
        <source>"%1" is not the address of a server. Write it like https://crm.example.com.</source>
        <translation>„%1“ ist keine Adresse eines Servers. Schreiben Sie sie so: https://crm.example.com.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceText.cpp"/>
        <source>%1 %2 %3 is no number.</source>
        <translation>%1 %2 %3 ist keine Zahl.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceText.cpp"/>
        <source>%1 %2 has more than four decimals.</source>
        <translation>%1 %2 hat mehr als vier Nachkommastellen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceText.cpp"/>
        <source>%1 %2 has no currency: a currency is three capital letters, such as EUR.</source>
        <translation>%1 %2 hat keine Währung: Eine Währung sind drei große Buchstaben wie EUR.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>%1 %2 is in %3; the list is in %4.</source>
        <translation>%1 %2 ist in %3; die Liste ist in %4.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceText.cpp"/>
        <source>%1 %2 is larger than any that can be kept.</source>
        <translation>%1 %2 ist größer als alles, was gespeichert werden kann.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>%1 %2 is less than 0.</source>
        <translation>%1 %2 ist kleiner als 0.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceText.cpp"/>
        <source>%1 %2 is no amount; write it as 12.50 or 12.50 EUR.</source>
        <translation>%1 %2 ist kein Betrag; schreiben Sie ihn wie 12.50 oder 12.50 EUR.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceText.cpp"/>
        <source>%1 %2 is no day; write it as 2026-11-22.</source>
        <translation>%1 %2 ist kein Tag; schreiben Sie ihn wie 2026-11-22.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceText.cpp"/>
        <source>%1 %2 is no number.</source>
        <translation>%1 %2 ist keine Zahl.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Pasting.cpp"/>
        <source>%1 %2 is not a number, or one that could mean two; write it like 1500 or 1.5.</source>
        <translation>%1 %2 ist keine Zahl oder könnte zwei bedeuten; schreiben Sie 1500 oder 1.5.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceText.cpp"/>
        <source>%1 %2 is not more than 0 and at most 1,000.</source>
        <translation>%1 %2 ist nicht größer als 0 und höchstens 1.000.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceText.cpp"/>
        <source>%1 %2 may mean two numbers; write %3 or %40.</source>
        <translation>%1 %2 kann zwei Zahlen bedeuten; schreiben Sie %3 oder %40.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceText.cpp"/>
        <source>%1 %2 says $, which several currencies are; write the code of one.</source>
        <translation>%1 %2 sagt $, und das sind mehrere Währungen; schreiben Sie das Kürzel der gemeinten.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>%1 %2 that this version of Satchel does not know. Install the newer version to change it.</source>
        <translation>%1 %2, was diese Fassung von Satchel nicht kennt. Installieren Sie die neuere, um es zu ändern.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>%1 Add or take out what it names.</source>
        <translation>%1 Fügen Sie hinzu oder nehmen Sie heraus, was hier genannt ist.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>%1 Ask for approval.</source>
        <translation>%1 Bitten Sie um Freigabe.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteBeginnings.cpp"/>
        <source>%1 It was left out.</source>
        <translation>%1 Die Position wurde weggelassen.</translation>
    </message>
    <message>
        <location filename="../../core/schema/ValueText.cpp"/>
        <source>%1 can only be added to, not emptied.</source>
        <translation>%1: Hier kann nur etwas hinzukommen, nichts geleert werden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/Bundles.cpp"/>
        <source>%1 cannot go together with %2.</source>
        <translation>%1 passt nicht zu %2.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>%1 cannot have alternatives: it is not a normal line of its own.</source>
        <translation>%1 kann keine Alternativen haben, denn es ist keine eigene normale Position.</translation>
    </message>
    <message>
        <location filename="../../sync/server/AdminDeeds.cpp"/>
        <source>%1 chose a password in place of the one given.</source>
        <translation>%1 hat anstelle des gegebenen Kennworts ein eigenes gewählt.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceExplanation.cpp"/>
        <source>%1 computes its price from another list that has none</source>
        <translation>%1 berechnet den Preis aus einer anderen Liste, die keinen hat</translation>
    </message>
    <message>
        <location filename="../../core/store/Rescue.cpp"/>
        <source>%1 could not be read: please look through what you entered last.</source>
        <translation>%1 nicht lesbar: Bitte sehen Sie durch, was Sie zuletzt eingegeben haben.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Approvals.cpp"/>
        <source>%1 has %2 this already.</source>
        <translation>%1 hat darüber schon entschieden: %2.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Xml.cpp"/>
        <source>%1 has a document type declaration, which no spreadsheet program writes; the file is refused.</source>
        <translation>%1 hat eine Dokumenttyp-Angabe, die keine Tabellenkalkulation schreibt; die Datei wird abgelehnt.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Xml.cpp"/>
        <source>%1 has a piece of markup that is larger than 4 MiB.</source>
        <translation>%1 hat ein Stück Auszeichnung, das größer als 4 MiB ist.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>%1 has a revision %2; the next one has a higher number.</source>
        <translation>%1 hat einen Stand %2; der nächste hat eine höhere Nummer.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>%1 has its price from the promotion %2, which ended on %3. Reprice the quote, or leave it as it was offered.</source>
        <translation>%1 hat den Preis aus der Aktion %2, die am %3 geendet hat. Erneuern Sie die Preise oder lassen Sie es, wie es angeboten wurde.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>%1 has its price from the promotion %2, which no longer runs. Reprice the quote, or leave it as it was offered.</source>
        <translation>%1 hat den Preis aus der Aktion %2, die nicht mehr läuft. Erneuern Sie die Preise oder lassen Sie es, wie es angeboten wurde.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>%1 has no list price; by the lists of this quote it is %2. Reprice it to take that over.</source>
        <translation>%1 hat keinen Listenpreis; nach den Listen dieses Angebots ist er %2. Erneuern Sie die Preise, um ihn zu übernehmen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceExplanation.cpp"/>
        <source>%1 has no price of the product</source>
        <translation>%1 hat keinen Preis für den Artikel</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceExplanation.cpp"/>
        <source>%1 has no price of the product that is valid on %2</source>
        <translation>%1 hat keinen Preis für den Artikel, der am %2 gilt</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>%1 has no price: no list of this customer has one in %2. Set one by hand, or choose another list.</source>
        <translation>%1 hat keinen Preis: Keine Liste dieses Kunden hat einen in %2. Setzen Sie ihn von Hand oder wählen Sie eine andere Liste.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceLists.cpp"/>
        <source>%1 has no revision %2; there are %3.</source>
        <translation>%1 hat keinen Stand %2; es gibt %3.</translation>
    </message>
    <message>
        <location filename="../../core/sales/LineMaker.cpp"/>
        <source>%1 has no unit %2.</source>
        <translation>%1 hat keine Einheit %2.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceExplanation.cpp"/>
        <source>%1 has prices from %2 on only</source>
        <translation>%1 hat erst Preise ab %2</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceExplanation.cpp"/>
        <source>%1 has taken the product out</source>
        <translation>%1 hat den Artikel herausgenommen</translation>
    </message>
    <message>
        <location filename="../../core/sales/Approvals.cpp"/>
        <source>%1 has taken this request back; there is nothing left to decide.</source>
        <translation>%1 hat die Anfrage zurückgenommen; es gibt nichts mehr zu entscheiden.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>%1 has the list price %2, but no list has one any more. Reprice it, or set a price by hand.</source>
        <translation>%1 hat den Listenpreis %2, aber keine Liste hat mehr einen. Erneuern Sie die Preise oder setzen Sie einen Preis von Hand.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>%1 has the list price %2; by the lists of this quote it is %3. Reprice it to take that over.</source>
        <translation>%1 hat den Listenpreis %2; nach den Listen dieses Angebots ist er %3. Erneuern Sie die Preise, um ihn zu übernehmen.</translation>
    </message>
    <message>
        <location filename="../../sync/server/QuoteFlags.cpp"/>
        <source>%1 has the list price %2; the lists say %3.</source>
        <translation>%1 hat den Listenpreis %2; in den Listen steht %3.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Mapping.cpp"/>
        <source>%1 has the members %2; %3 is none of these.</source>
        <translation>%1 hat die Teile %2; %3 ist keines davon.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Mapping.cpp"/>
        <source>%1 have no natural key; say with --key which fields tell them apart.</source>
        <translation>%1 haben keinen natürlichen Schlüssel; sagen Sie mit --key, welche Felder sie unterscheiden.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Repair.cpp"/>
        <source>%1 in %2 differed from the server's (%3); they were fetched anew, and nothing else was.</source>
        <translation>%1 in %2 wichen vom Server ab (%3); sie wurden neu geholt, sonst nichts.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Document.cpp"/>
        <source>%1 is %2 but must be %3.</source>
        <translation>%1 ist %2, muss aber %3 sein.</translation>
    </message>
    <message>
        <location filename="../../sync/server/QuoteFlags.cpp"/>
        <source>%1 is given away, and no promotion gives it.</source>
        <translation>%1 wird verschenkt, und keine Aktion gibt das her.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>%1 is given by a promotion; it can only be removed.</source>
        <translation>%1 kommt aus einer Aktion und lässt sich nur entfernen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceExplanation.cpp"/>
        <source>%1 is in %2 and does not serve other currencies</source>
        <translation>%1 ist in %2 und gilt nicht für andere Währungen</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceExplanation.cpp"/>
        <source>%1 is in %2, and there is no exchange rate to %3</source>
        <translation>%1 ist in %2, und es gibt keinen Wechselkurs zu %3</translation>
    </message>
    <message>
        <location filename="../../core/sales/Reassignment.cpp"/>
        <source>%1 is locked and cannot get anything.</source>
        <translation>%1 ist gesperrt und kann nichts bekommen.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Package.cpp"/>
        <source>%1 is missing in the workbook.</source>
        <translation>%1 fehlt in der Arbeitsmappe.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>%1 is more than 1,000,000,000, the most a price may be.</source>
        <translation>%1 ist mehr als 1.000.000.000; höher darf kein Preis sein.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Xml.cpp"/>
        <source>%1 is nested too deeply.</source>
        <translation>%1 ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>%1 is no bundle; it has no parts to choose.</source>
        <translation>%1 ist kein Paket und hat keine Teile zur Wahl.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteBeginnings.cpp"/>
        <source>%1 is no currency; write it as EUR.</source>
        <translation>%1 ist keine Währung; schreiben Sie sie so: EUR.</translation>
    </message>
    <message>
        <location filename="../../core/sales/LineMaker.cpp"/>
        <location filename="../../core/sales/QuoteBeginnings.cpp"/>
        <location filename="../../core/sales/Repricing.cpp"/>
        <source>%1 is no date; write it as 2026-11-30.</source>
        <translation>%1 ist kein Datum; schreiben Sie es so: 2026-11-30.</translation>
    </message>
    <message>
        <location filename="../../core/sales/LineMaker.cpp"/>
        <source>%1 is no longer sold.</source>
        <translation>%1 wird nicht mehr verkauft.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PricePublishing.cpp"/>
        <source>%1 is not active: nobody gets its prices.</source>
        <translation>%1 ist nicht aktiv: Niemand bekommt ihre Preise.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Xml.cpp"/>
        <source>%1 is not correct XML; open the file in a spreadsheet program and save it again.</source>
        <translation>%1 ist kein richtiges XML; öffnen Sie die Datei in einer Tabellenkalkulation und speichern Sie sie neu.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>%1 is not optional; it is in the quote already.</source>
        <translation>%1 ist nicht optional; es gehört schon zum Angebot.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>%1 is only a text.</source>
        <translation>%1 ist nur ein Text.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>%1 is part of a bundle; change the bundle's line instead.</source>
        <translation>%1 gehört zu einem Paket; ändern Sie die Position des Pakets.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>%1 is part of a bundle; choose the bundle's parts instead.</source>
        <translation>%1 gehört zu einem Paket; wählen Sie die Teile des Pakets.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>%1 is part of a bundle; move the bundle's line instead.</source>
        <translation>%1 gehört zu einem Paket; verschieben Sie die Position des Pakets.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>%1 is sold at %2, below the least its list allows, %3. Raise the price, or ask whoever keeps the list.</source>
        <translation>%1 wird für %2 verkauft, weniger als die Liste erlaubt (%3). Heben Sie den Preis an oder fragen Sie, wer die Liste pflegt.</translation>
    </message>
    <message>
        <location filename="../../sync/server/QuoteFlags.cpp"/>
        <source>%1 is taxed with %2; the rate is %3.</source>
        <translation>%1 wird mit %2 besteuert; der Satz ist %3.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PricePublishing.cpp"/>
        <source>%1 is the newest revision of %2 already.</source>
        <translation>%1 ist schon der neueste Stand von %2.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Approvals.cpp"/>
        <source>%1 may not allow this. %2</source>
        <translation>%1 darf das nicht freigeben. %2</translation>
    </message>
    <message>
        <location filename="../../core/sales/LineMaker.cpp"/>
        <source>%1 may not buy %2: its entitlements exclude it.</source>
        <translation>%1 darf %2 nicht kaufen: Die Kaufberechtigungen schließen es aus.</translation>
    </message>
    <message>
        <location filename="../../core/sales/LineMaker.cpp"/>
        <source>%1 may not buy %2: its entitlements name other products only.</source>
        <translation>%1 darf %2 nicht kaufen: Die Kaufberechtigungen nennen nur andere Artikel.</translation>
    </message>
    <message>
        <location filename="../../core/schema/ValueText.cpp"/>
        <source>%1 must be %2; %3 is not.</source>
        <translation>%1 muss so sein: %2; %3 ist es nicht.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Import.cpp"/>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>%1 must be given.</source>
        <translation>%1 muss angegeben werden.</translation>
    </message>
    <message>
        <location filename="../../core/schema/ValueText.cpp"/>
        <source>%1 must be text in UTF-8 without the null character.</source>
        <translation>%1 muss lesbarer Text sein.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuotePricing.cpp"/>
        <source>%1 names a product that is not on this laptop.</source>
        <translation>%1 nennt einen Artikel, der nicht auf diesem Laptop ist.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>%1 names a product that is not on this laptop. Take it out.</source>
        <translation>%1 nennt einen Artikel, der nicht auf diesem Laptop ist. Nehmen Sie sie heraus.</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>%1 needs %2.</source>
        <translation>%1 braucht %2.</translation>
    </message>
    <message>
        <location filename="../../core/schema/ValueText.cpp"/>
        <source>%1 needs a currency; write it like 12.30 EUR.</source>
        <translation>%1 braucht eine Währung; schreiben Sie es so: 12,30 EUR.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PricePublishing.cpp"/>
        <source>%1 of %2 was published after this draft was made; import the file again and look at what would change.</source>
        <translation>%1 von %2 wurde veröffentlicht, nachdem dieser Entwurf entstand; importieren Sie die Datei noch einmal und sehen Sie nach, was sich ändern würde.</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>%1 records</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <location filename="../../core/sales/Pasting.cpp"/>
        <source>%1 rows cannot be taken, so none was:</source>
        <translation>%1 Zeilen können nicht übernommen werden, deshalb wurde keine übernommen:</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>%1 unsent changes</source>
        <translation>%1 nicht gesendete Änderungen</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWork.cpp"/>
        <source>%1 waits for approval; withdraw the request before you change the quote.</source>
        <translation>%1 wartet auf Freigabe; ziehen Sie die Anfrage zurück, bevor Sie das Angebot ändern.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWork.cpp"/>
        <source>%1 was handed over and cannot be changed any more; make a new revision of it.</source>
        <translation>%1 ist beim Kunden und lässt sich nicht mehr ändern; machen Sie eine neue Fassung daraus.</translation>
    </message>
    <message>
        <location filename="../../core/store/Replica.cpp"/>
        <source>%1, and its records are of another version of Satchel.</source>
        <translation>%1, und die Einträge darin sind von einer anderen Version von Satchel.</translation>
    </message>
    <message>
        <location filename="../../core/store/Replica.cpp"/>
        <source>%1. Make it writable, or use another profile.</source>
        <translation>%1. Machen Sie den Ordner beschreibbar, oder nehmen Sie ein anderes Profil.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>%1: %2 Choose its parts.</source>
        <translation>%1: %2 Wählen Sie die Bestandteile.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/Authority.cpp"/>
        <source>%1: %2 below the list price; the limit is %3.</source>
        <translation>%1: %2 unter dem Listenpreis; die Grenze ist %3.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>%1: %2 is no longer sold. Offer another product.</source>
        <translation>%1: %2 wird nicht mehr verkauft. Bieten Sie einen anderen Artikel an.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>%1: %2 may not buy %3. Take it out, or ask whoever keeps the account's entitlements.</source>
        <translation>%1: %2 darf %3 nicht kaufen. Nehmen Sie die Position heraus oder fragen Sie, wer die Kaufberechtigungen des Kunden pflegt.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/Authority.cpp"/>
        <source>%1: it is sold below the product's floor price.</source>
        <translation>%1: Der Preis liegt unter der Untergrenze des Artikels.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/Authority.cpp"/>
        <source>%1: its price was set by hand and no list has one; the limit is %2.</source>
        <translation>%1: Der Preis ist von Hand gesetzt, und keine Liste hat einen; die Grenze ist %2.</translation>
    </message>
    <message>
        <location filename="../../core/store/Replica.cpp"/>
        <source>%1: you can look things up, but nothing can be changed or synced.</source>
        <translation>%1: Sie können nachsehen, aber nichts ändern und nichts abgleichen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>%1; it cannot have a price as well.</source>
        <translation>%1; er kann nicht auch noch einen Preis haben.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>A %1 stays with its quote.</source>
        <translation>%1 bleibt beim Angebot.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>A bundle cannot contain itself.</source>
        <translation>Ein Paket kann sich nicht selbst enthalten.</translation>
    </message>
    <message>
        <location filename="../../core/store/Outbox.cpp"/>
        <source>A change that waits is no longer what was sealed.</source>
        <translation>Eine wartende Änderung ist nicht mehr, was versiegelt wurde.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardApprovals.cpp"/>
        <source>A decision says when it was made.</source>
        <translation>Eine Entscheidung sagt, wann sie getroffen wurde.</translation>
    </message>
    <message>
        <location filename="../../core/sales/LineMaker.cpp"/>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>A discount is from 0 to 100 percent.</source>
        <translation>Ein Rabatt liegt zwischen 0 und 100 Prozent.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>A discount is not negative.</source>
        <translation>Ein Rabatt ist nicht negativ.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Pricing.cpp"/>
        <location filename="../../core/rules/pricing/Totals.cpp"/>
        <source>A document has at most 10,000 lines.</source>
        <translation>Ein Dokument hat höchstens 10.000 Positionen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWork.cpp"/>
        <source>A group cannot be put behind itself.</source>
        <translation>Eine Gruppe kann nicht hinter sich selbst stehen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Leads.cpp"/>
        <source>A lead can only be forwarded to an account that is a partner or a distributor.</source>
        <translation>Ein Lead kann nur an einen Kunden gehen, der Partner oder Händler ist.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>A line cannot be an alternative to itself.</source>
        <translation>Eine Position kann keine Alternative zu sich selbst sein.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWork.cpp"/>
        <source>A line cannot be put behind itself.</source>
        <translation>Eine Position kann nicht hinter sich selbst stehen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/LineMaker.cpp"/>
        <source>A line needs a product or a text.</source>
        <translation>Eine Position braucht einen Artikel oder einen Text.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Choice.cpp"/>
        <source>A line that was chosen does not belong to this quote.</source>
        <translation>Eine gewählte Position gehört nicht zu diesem Angebot.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <source>A login has no spaces.</source>
        <translation>Ein Anmeldename hat keine Leerzeichen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>A new quote is a draft.</source>
        <translation>Ein neues Angebot ist ein Entwurf.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Passwords.cpp"/>
        <source>A password cannot be empty.</source>
        <translation>Ein Kennwort darf nicht leer sein.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Passwords.cpp"/>
        <source>A password needs at least 8 characters.</source>
        <translation>Ein Kennwort braucht mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardValues.cpp"/>
        <source>A percentage is from 0 to 100.</source>
        <translation>Ein Prozentsatz liegt zwischen 0 und 100.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardEntries.cpp"/>
        <location filename="../../core/rules/quotes/GuardValues.cpp"/>
        <source>A percentage needs a list that it is of.</source>
        <translation>Ein Prozentsatz braucht eine Liste, auf die er sich bezieht.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardEntries.cpp"/>
        <location filename="../../core/rules/quotes/GuardValues.cpp"/>
        <source>A percentage of a price is more than 0 and at most 1,000.</source>
        <translation>Ein Prozentsatz eines Preises ist größer als 0 und höchstens 1.000.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardEntries.cpp"/>
        <source>A percentage of the cost is missing.</source>
        <translation>Ein Prozentsatz der Kosten fehlt.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardEntries.cpp"/>
        <source>A percentage of the other list's price is missing.</source>
        <translation>Ein Prozentsatz des Preises der anderen Liste fehlt.</translation>
    </message>
    <message>
        <location filename="../../core/store/SegmentLoader.cpp"/>
        <location filename="../../sync/client/StagedPages.cpp"/>
        <source>A piece of the download is damaged.</source>
        <translation>Ein Stück des Abrufs ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardEntries.cpp"/>
        <location filename="../../core/rules/quotes/GuardValues.cpp"/>
        <source>A price counts from a quantity of 0 or more on.</source>
        <translation>Ein Preis gilt ab einer Menge von 0 oder mehr.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardEntries.cpp"/>
        <source>A price is at least 0 and at most 1,000,000,000.</source>
        <translation>Ein Preis ist mindestens 0 und höchstens 1.000.000.000.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardEntries.cpp"/>
        <source>A price is in the currency of its list.</source>
        <translation>Ein Preis ist in der Währung seiner Liste.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardEntries.cpp"/>
        <source>A price is missing.</source>
        <translation>Ein Preis fehlt.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>A price is not negative.</source>
        <translation>Ein Preis ist nicht negativ.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>A promotion gives %1 of %2 free, which the quote does not have. Reprice it to add them.</source>
        <translation>Eine Aktion gibt %1-mal %2 gratis, was das Angebot nicht hat. Erneuern Sie die Preise, um es aufzunehmen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardValues.cpp"/>
        <source>A promotion of this kind needs its %1.</source>
        <translation>Eine Aktion dieser Art braucht noch: %1.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardValues.cpp"/>
        <source>A quantity is more than 0 and at most 10,000,000.</source>
        <translation>Eine Menge ist größer als 0 und höchstens 10.000.000.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>A quote is handed over as a document in the same change.</source>
        <translation>Ein Angebot wird in derselben Änderung als Dokument übergeben.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteBeginnings.cpp"/>
        <source>A quote needs an account, and this one is not on this laptop.</source>
        <translation>Ein Angebot braucht einen Kunden, und dieser ist nicht auf diesem Laptop.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>A quote needs an account.</source>
        <translation>Ein Angebot braucht einen Kunden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>A quote that is %1 cannot become %2.</source>
        <translation>Ein Angebot mit dem Stand %1 kann nicht %2 werden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>A quote that is accepted becomes an order in the same change.</source>
        <translation>Ein angenommenes Angebot wird in derselben Änderung zum Auftrag.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardApprovals.cpp"/>
        <source>A quote that somebody is asked to approve waits for it.</source>
        <translation>Ein Angebot, das freigegeben werden soll, wartet darauf.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>A quote waits for approval only if somebody is asked for it.</source>
        <translation>Ein Angebot wartet nur auf Freigabe, wenn jemand darum gebeten ist.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardApprovals.cpp"/>
        <source>A quote whose approval is decided is a draft again.</source>
        <translation>Ein Angebot, über dessen Freigabe entschieden ist, ist wieder ein Entwurf.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>A quote with a document for the customer is sent.</source>
        <translation>Ein Angebot mit einem Dokument für den Kunden ist verschickt.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>A record cannot be merged with itself.</source>
        <translation>Ein Eintrag lässt sich nicht mit sich selbst zusammenführen.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>A record cannot refer to itself.</source>
        <translation>Ein Eintrag kann nicht auf sich selbst verweisen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>A revision follows an earlier one of its list that was published.</source>
        <translation>Ein Stand folgt auf einen früheren seiner Liste, der veröffentlicht wurde.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>A revision follows an earlier one of its list.</source>
        <translation>Ein Stand folgt auf einen früheren seiner Liste.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>A revision that was published cannot be deleted.</source>
        <translation>Ein veröffentlichter Stand kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>A revision that was published does not change; publish the next one.</source>
        <translation>Ein veröffentlichter Stand ändert sich nicht; veröffentlichen Sie den nächsten.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>A revision that was published or withdrawn stays so; publish the next one.</source>
        <translation>Ein veröffentlichter oder zurückgezogener Stand bleibt das; veröffentlichen Sie den nächsten.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>A row of %1 has the wrong number of fields.</source>
        <translation>Ein Eintrag (%1) hat nicht die richtige Zahl von Feldern.</translation>
    </message>
    <message>
        <location filename="../../sync/client/HttpConversation.cpp"/>
        <source>A server on another machine must be reached with https://, so that nobody can read your password on the way.</source>
        <translation>Ein Server auf einem anderen Rechner braucht https://, damit niemand unterwegs Ihr Kennwort lesen kann.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/TableFile.cpp"/>
        <source>A spreadsheet holds 1,048,576 rows and this list is longer. Write it as CSV, or narrow it first.</source>
        <translation>Eine Tabelle fasst 1.048.576 Zeilen, und diese Liste ist länger. Schreiben Sie sie als CSV, oder grenzen Sie sie erst ein.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Composite.cpp"/>
        <source>A stored %1 is not what it must be.</source>
        <translation>Eine gespeicherte Angabe (%1) ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>A template belongs to no account.</source>
        <translation>Eine Vorlage gehört zu keinem Kunden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>A template cannot be handed over; make a quote of it first.</source>
        <translation>Eine Vorlage kann nicht übergeben werden; machen Sie erst ein Angebot daraus.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <location filename="../../sync/server/DirectoryRules.cpp"/>
        <source>A territory cannot lie within itself.</source>
        <translation>Ein Gebiet kann nicht in sich selbst liegen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <source>Accounts still lie in this territory (%1); give them to another one first.</source>
        <translation>In diesem Gebiet liegen noch Kunden (%1); übergeben Sie sie zuerst an ein anderes.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>All amounts of an order are in its currency.</source>
        <translation>Alle Beträge eines Auftrags sind in seiner Währung.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>All of it has been sent already; it can no longer be taken back.</source>
        <translation>Alles davon ist schon gesendet und lässt sich nicht mehr zurücknehmen.</translation>
    </message>
    <message>
        <location filename="../../core/model/Administering.cpp"/>
        <source>An administrator has set this password. Choose one of your own.</source>
        <translation>Ein Administrator hat dieses Kennwort gesetzt. Wählen Sie ein eigenes.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>An alternative needs a line of this quote that it is an alternative to.</source>
        <translation>Eine Alternative braucht eine Position dieses Angebots, zu der sie die Alternative ist.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardApprovals.cpp"/>
        <source>An answer comes with the decision.</source>
        <translation>Eine Antwort kommt mit der Entscheidung.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardApprovals.cpp"/>
        <source>An approval says by its seal what it is about.</source>
        <translation>Eine Freigabe sagt durch ihr Siegel, worum es geht.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardApprovals.cpp"/>
        <source>An approval that is asked for is open.</source>
        <translation>Eine Freigabe, um die gebeten wird, ist offen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardValues.cpp"/>
        <source>An exchange rate is between two currencies.</source>
        <translation>Ein Wechselkurs gilt zwischen zwei Währungen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>An order has all lines that were accepted.</source>
        <translation>Ein Auftrag hat alle Positionen, die angenommen wurden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>An order has at least one line.</source>
        <translation>Ein Auftrag hat mindestens eine Position.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>An order has only lines that were accepted.</source>
        <translation>Ein Auftrag hat nur Positionen, die angenommen wurden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>An order has the id that follows from its quote.</source>
        <translation>Ein Auftrag hat die Kennung, die aus seinem Angebot folgt.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>An order has the prices that were accepted.</source>
        <translation>Ein Auftrag hat die Preise, die angenommen wurden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>An order has what was accepted, and as much of it.</source>
        <translation>Ein Auftrag hat, was angenommen wurde, und so viel davon.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>An order is made when its quote is accepted.</source>
        <translation>Ein Auftrag entsteht, wenn sein Angebot angenommen wird.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>An order is of the account that accepted the quote.</source>
        <translation>Ein Auftrag gehört dem Kunden, der das Angebot angenommen hat.</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>And %1 more.</source>
        <translation>Und %1 weitere.</translation>
    </message>
    <message>
        <location filename="../../core/store/Replica.cpp"/>
        <source>Another Satchel program is using the profile %1. Close it and try again.</source>
        <translation>Ein anderes Satchel benutzt gerade das Profil %1. Schließen Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../core/store/Answers.cpp"/>
        <source>Another copy of this laptop has sent changes of its own.</source>
        <translation>Eine Kopie dieses Laptops hat eigene Änderungen gesendet.</translation>
    </message>
    <message>
        <source>Another program is using %1.</source>
        <translation type="vanished">Ein anderes Programm benutzt gerade %1.</translation>
    </message>
    <message>
        <location filename="../../sync/server/QuoteFlags.cpp"/>
        <source>Another quote has the number %1, too.</source>
        <translation>Auch ein anderes Angebot hat die Nummer %1.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardValues.cpp"/>
        <source>At least %1 and at most %2 options cannot be chosen.</source>
        <translation>Mindestens %1 und höchstens %2 Optionen lassen sich nicht wählen.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Xlsx.cpp"/>
        <source>Cell %1 holds what is no text.</source>
        <translation>Zelle %1 enthält etwas, das kein Text ist.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Xlsx.cpp"/>
        <source>Cell %1 refers to a text that is missing.</source>
        <translation>Zelle %1 verweist auf einen Text, der fehlt.</translation>
    </message>
    <message>
        <location filename="../../sync/server/AdminDeeds.cpp"/>
        <source>Change your own password as a user, with the present one.</source>
        <translation>Ihr eigenes Kennwort ändern Sie mit dem jetzigen.</translation>
    </message>
    <message>
        <location filename="../../sync/client/HttpConversation.cpp"/>
        <source>Could not reach the server at %1. Your changes are safe on this laptop and will be sent later.</source>
        <translation>Der Server %1 ist nicht zu erreichen. Ihre Änderungen sind auf diesem Laptop sicher und werden später gesendet.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>Entries of the %1 cannot be changed or removed, only added.</source>
        <translation>%1: Einträge lassen sich nicht ändern oder entfernen, nur hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Duplicates.cpp"/>
        <source>Free goods and parts of a bundle come with their line; duplicate that line instead.</source>
        <translation>Gratisware und Teile eines Pakets kommen mit ihrer Position; verdoppeln Sie diese.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <source>Give a login; it is what the person signs in with.</source>
        <translation>Geben Sie einen Anmeldenamen an; damit meldet sich die Person an.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <source>Give the person's name.</source>
        <translation>Geben Sie den Namen der Person an.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <source>Give the territory a name.</source>
        <translation>Geben Sie dem Gebiet einen Namen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Reassignment.cpp"/>
        <source>It belongs to %1 already.</source>
        <translation>Es gehört %1 schon.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Reassignment.cpp"/>
        <source>It lies in this territory already.</source>
        <translation>Es liegt schon in diesem Gebiet.</translation>
    </message>
    <message>
        <location filename="../../sync/server/QuoteFlags.cpp"/>
        <source>It was handed to another customer than the quote is for now.</source>
        <translation>Es wurde einem anderen Kunden übergeben als dem, für den das Angebot jetzt ist.</translation>
    </message>
    <message>
        <location filename="../../sync/server/QuoteFlags.cpp"/>
        <source>Its prices are from %1 r%2, which r%3 had superseded.</source>
        <translation>Die Preise stammen aus %1 r%2, das r%3 schon abgelöst hatte.</translation>
    </message>
    <message>
        <location filename="../../sync/server/QuoteFlags.cpp"/>
        <source>Its prices cannot be computed again: %1</source>
        <translation>Die Preise lassen sich nicht noch einmal berechnen: %1</translation>
    </message>
    <message>
        <location filename="../../core/store/Rescue.cpp"/>
        <source>Kept: %1 and %2; the next sync fetches the rest.</source>
        <translation>Erhalten: %1 und %2; der nächste Abgleich holt den Rest.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <source>Leads still lie in this territory (%1); give them to another one first.</source>
        <translation>In diesem Gebiet liegen noch Leads (%1); übergeben Sie sie zuerst an ein anderes.</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>Line %1</source>
        <translation>Position %1</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>Line %1 has no price; set one before you hand the quote over.</source>
        <translation>Position %1 hat keinen Preis; setzen Sie einen, bevor Sie das Angebot übergeben.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Csv.cpp"/>
        <source>Line %1 of the file %2</source>
        <translation>Zeile %1 der Datei %2</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>Line %1, %2</source>
        <translation>Position %1, %2</translation>
    </message>
    <message>
        <location filename="../../core/sales/HandOver.cpp"/>
        <source>Line %1, %2, has no price: no list has one. Set one by hand, or remove the line.</source>
        <translation>Position %1, %2, hat keinen Preis: Er steht in keiner Liste. Setzen Sie einen von Hand, oder entfernen Sie die Position.</translation>
    </message>
    <message>
        <location filename="../../core/rules/Bundles.cpp"/>
        <source>More than %1 bundles are packed into each other.</source>
        <translation>Mehr als %1 Pakete stecken ineinander.</translation>
    </message>
    <message>
        <location filename="../../core/store/Replica.cpp"/>
        <source>More than one %1 is called "%2"; give the id instead.</source>
        <translation>„%2“ gibt es mehrfach (%1); wählen Sie den richtigen Eintrag aus der Liste.</translation>
    </message>
    <message>
        <source>More than one product is called %1</source>
        <translation type="vanished">Mehrere Artikel heißen %1</translation>
    </message>
    <message>
        <location filename="../../core/sales/ProductIndex.cpp"/>
        <source>More than one product is called %1.</source>
        <translation>Mehr als ein Artikel heißt %1.</translation>
    </message>
    <message>
        <location filename="../../core/sales/ProductIndex.cpp"/>
        <source>More than one product is called %1; give its code.</source>
        <translation>Mehr als ein Artikel heißt %1; nennen Sie seine Artikelnummer.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Mapping.cpp"/>
        <source>No column goes to %1, by which %2 are told apart; map one to it or name other fields with --key.</source>
        <translation>Keine Spalte geht zu %1, woran %2 unterschieden werden; ordnen Sie eine zu oder nennen Sie mit --key andere Felder.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceColumns.cpp"/>
        <source>No column has the price; say which one with --map COLUMN=price. The columns are %1.</source>
        <translation>Keine Spalte hat den Preis; sagen Sie mit --map SPALTE=price, welche. Die Spalten sind %1.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceColumns.cpp"/>
        <source>No column has the product; say which one with --map COLUMN=product. The columns are %1.</source>
        <translation>Keine Spalte hat den Artikel; sagen Sie mit --map SPALTE=product, welche. Die Spalten sind %1.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceExplanation.cpp"/>
        <source>No price list is for this customer; say in which currency the price is asked.</source>
        <translation>Keine Preisliste gilt für diesen Kunden; sagen Sie, in welcher Währung der Preis gefragt ist.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Pasting.cpp"/>
        <source>No product is named.</source>
        <translation>Es ist kein Artikel genannt.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceLists.cpp"/>
        <source>No revision of %1 was published yet.</source>
        <translation>Von %1 ist noch kein Stand veröffentlicht.</translation>
    </message>
    <message>
        <location filename="../../core/sales/DealDesk.cpp"/>
        <source>Nobody has been asked to approve the quote %1.</source>
        <translation>Niemand wurde um Freigabe des Angebots %1 gebeten.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Import.cpp"/>
        <location filename="../../core/sales/PricePublishing.cpp"/>
        <source>Nobody has logged in on this profile yet.</source>
        <translation>In diesem Profil hat sich noch niemand angemeldet.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>Nobody is his own deputy.</source>
        <translation>Niemand ist seine eigene Vertretung.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <location filename="../../sync/server/DirectoryRules.cpp"/>
        <source>Nobody would be left who may administer; make a colleague administrator first.</source>
        <translation>Es bliebe niemand, der verwalten darf; machen Sie zuerst einen Kollegen zum Administrator.</translation>
    </message>
    <message>
        <location filename="../../core/store/Withdrawal.cpp"/>
        <source>Nothing can be changed in this profile now.</source>
        <translation>In diesem Profil lässt sich jetzt nichts ändern.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PricePublishing.cpp"/>
        <source>Nothing in the draft is different from %1; nothing was published.</source>
        <translation>Der Entwurf unterscheidet sich nicht von %1; nichts wurde veröffentlicht.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Acceptance.cpp"/>
        <source>Nothing of the quote was chosen, so there is nothing to order.</source>
        <translation>Aus dem Angebot wurde nichts gewählt; es gibt also nichts zu bestellen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Reassignment.cpp"/>
        <source>Nothing would change hands.</source>
        <translation>Es würde nichts übergeben.</translation>
    </message>
    <message>
        <location filename="../../core/rules/Bundles.cpp"/>
        <source>Of %1 %2 must be chosen, not %3.</source>
        <translation>Aus %1 muss %2 gewählt sein, nicht %3.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Pasting.cpp"/>
        <source>One row cannot be taken, so none was:</source>
        <translation>Eine Zeile kann nicht übernommen werden, deshalb wurde keine übernommen:</translation>
    </message>
    <message>
        <location filename="../../core/sales/Approvals.cpp"/>
        <source>Only %1, who asked for this approval, can take it back.</source>
        <translation>Nur wer um diese Freigabe gebeten hat, kann sie zurücknehmen: %1.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardApprovals.cpp"/>
        <source>Only a draft is submitted for approval.</source>
        <translation>Nur ein Entwurf wird zur Freigabe vorgelegt.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PricePublishing.cpp"/>
        <source>Only a revision that was published can be returned to.</source>
        <translation>Zurück geht es nur zu einem Stand, der veröffentlicht war.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>Only a revision that was published can be withdrawn.</source>
        <translation>Nur ein veröffentlichter Stand kann zurückgezogen werden.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Table.cpp"/>
        <source>Only a workbook (.xlsx) has sheets; this file is none.</source>
        <translation>Nur eine Arbeitsmappe (.xlsx) hat Blätter; diese Datei ist keine.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Oversight.cpp"/>
        <source>Only administrators may do this.</source>
        <translation>Das dürfen nur Administratoren.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Choice.cpp"/>
        <source>Only optional and alternative lines can be chosen; the others are part of the offer.</source>
        <translation>Wählen lassen sich nur optionale und alternative Positionen; die anderen gehören zum Angebot.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Dealings.cpp"/>
        <source>Only what happened with an account, a contact or a lead can be logged.</source>
        <translation>Festhalten lässt sich nur, was mit einem Kunden, Ansprechpartner oder Lead war.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardApprovals.cpp"/>
        <source>Only who asked for an approval can take it back.</source>
        <translation>Nur wer um eine Freigabe gebeten hat, kann das zurückziehen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>Orders are never deleted.</source>
        <translation>Aufträge werden nie gelöscht.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardEntries.cpp"/>
        <source>Price lists cannot be computed from each other in a circle.</source>
        <translation>Preislisten können nicht im Kreis auseinander berechnet werden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>Price lists cannot be each other's parents in a circle.</source>
        <translation>Preislisten können einander nicht im Kreis übergeordnet sein.</translation>
    </message>
    <message>
        <location filename="../../core/sales/LineMaker.cpp"/>
        <source>Prices and discounts are not negative.</source>
        <translation>Preise und Rabatte sind nicht negativ.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>Prices of this list were published; make it inactive instead of deleting it.</source>
        <translation>Von dieser Liste sind Preise veröffentlicht; löschen Sie sie nicht, sondern machen Sie sie inaktiv.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>Records of this kind cannot be merged.</source>
        <translation>Einträge dieser Art lassen sich nicht zusammenführen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>Revisions are numbered from 1.</source>
        <translation>Stände werden ab 1 gezählt.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Pasting.cpp"/>
        <source>Row %1 begins a quotation that does not end.</source>
        <translation>In Zeile %1 beginnt ein Anführungszeichen, das nicht endet.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Xlsx.cpp"/>
        <source>Row %1 has a text of more than 1 MiB.</source>
        <translation>Zeile %1 hat einen Text von mehr als 1 MiB.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteBeginnings.cpp"/>
        <source>Say which currency the quote is in; neither account nor price list has one.</source>
        <translation>Sagen Sie, in welcher Währung das Angebot ist; weder der Kunde noch die Preisliste hat eine.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>Say who accepted the quote, and when.</source>
        <translation>Sagen Sie, wer das Angebot angenommen hat und wann.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Acceptance.cpp"/>
        <source>Say who accepted the quote.</source>
        <translation>Geben Sie an, wer das Angebot angenommen hat.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Reassignment.cpp"/>
        <source>Say who gets it, or which territory it goes to.</source>
        <translation>Sagen Sie, wer es bekommt oder in welches Gebiet es geht.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Leads.cpp"/>
        <source>Say why it leads nowhere; the reasons are counted.</source>
        <translation>Geben Sie an, warum daraus nichts wird; die Gründe werden gezählt.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <location filename="../../core/sales/Acceptance.cpp"/>
        <source>Say why the customer does not want it.</source>
        <translation>Geben Sie an, warum der Kunde nicht will.</translation>
    </message>
    <message>
        <location filename="../../core/sales/LineMaker.cpp"/>
        <source>So many would need a part of %1 that has more than four decimals.</source>
        <translation>Bei dieser Menge bräuchte man von %1 einen Teil mit mehr als vier Nachkommastellen.</translation>
    </message>
    <message>
        <location filename="../../core/store/Rescue.cpp"/>
        <source>Some of the file could not be read: please look through what you entered since the last sync.</source>
        <translation>Ein Teil der Datei war nicht lesbar: Bitte sehen Sie durch, was Sie seit dem letzten Abgleich eingegeben haben.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>Somebody else has changed this quote at the same time; look at it before you hand it over.</source>
        <translation>Jemand anders hat dieses Angebot zur selben Zeit geändert; sehen Sie es an, bevor Sie es übergeben.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>Somebody else has published %1 of %2 meanwhile; compare and publish again.</source>
        <translation>Jemand anders hat inzwischen %1 von %2 veröffentlicht; vergleichen und veröffentlichen Sie noch einmal.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardApprovals.cpp"/>
        <source>Somebody else is named as who asks for approval.</source>
        <translation>Es ist jemand anders genannt, der um Freigabe bittet.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardApprovals.cpp"/>
        <source>Somebody else is named as who decides.</source>
        <translation>Es ist jemand anders genannt, der entscheidet.</translation>
    </message>
    <message>
        <location filename="../../sync/server/DirectoryRules.cpp"/>
        <source>Something still lies in this territory; move it first.</source>
        <translation>In diesem Gebiet liegt noch etwas; verschieben Sie es zuerst.</translation>
    </message>
    <message>
        <location filename="../../core/rules/Bundles.cpp"/>
        <source>Something was chosen that is no part of %1.</source>
        <translation>Es wurde etwas gewählt, das nicht zu %1 gehört.</translation>
    </message>
    <message>
        <location filename="../../core/store/Withdrawal.cpp"/>
        <source>Something you did later builds on this change. Take that back first, newest first.</source>
        <translation>Etwas, das Sie später getan haben, baut auf dieser Änderung auf. Nehmen Sie das zuerst zurück, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>Stopped. Nothing of this download was applied.</source>
        <translation type="vanished">Angehalten. Von diesem Abruf wurde nichts übernommen.</translation>
    </message>
    <message>
        <location filename="../../core/store/SegmentLoader.cpp"/>
        <source>Stopped. What was fetched is kept for the next time.</source>
        <translation>Angehalten. Was schon geholt ist, bleibt für das nächste Mal.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Engine.cpp"/>
        <location filename="../../sync/client/FirstSync.cpp"/>
        <source>Stopped. What was fetched is kept, and the next sync goes on from there.</source>
        <translation>Angehalten. Was geholt ist, bleibt, und der nächste Abgleich macht dort weiter.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Engine.cpp"/>
        <source>Stopped. What was not sent yet will be sent next time.</source>
        <translation>Angehalten. Was noch nicht gesendet ist, geht beim nächsten Mal.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>Stopped; nothing was taken from the file.</source>
        <translation>Angehalten; aus der Datei wurde nichts übernommen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <source>Territories lie below this one; move or retire them first.</source>
        <translation>Unter diesem liegen Gebiete; verschieben oder lösen Sie sie zuerst auf.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>The %1 belongs to another quote.</source>
        <translation>%1 gehört zu einem anderen Angebot.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardValues.cpp"/>
        <source>The %1 is at least 0 and at most 1,000,000,000.</source>
        <translation>%1 ist mindestens 0 und höchstens 1.000.000.000.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardValues.cpp"/>
        <source>The %1 is in %2, but %3 is in %4.</source>
        <translation>%1 ist in %2, aber %3 ist in %4.</translation>
    </message>
    <message>
        <location filename="../../core/schema/ValueJson.cpp"/>
        <source>The %1 must be %2.</source>
        <translation>%1 muss so sein: %2.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardValues.cpp"/>
        <source>The %1 must be more than 0.</source>
        <translation>%1 muss größer als 0 sein.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 %3 have at most %4 characters; this has %5.</source>
        <translation>%1 (%2) %3 höchstens %4 Zeichen haben; hier sind es %5.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 has the members %3; %4 is none of these.</source>
        <translation>%1 (%2) hat diese Teile: %3; %4 gehört nicht dazu.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 may have at most %3 elements; this has %4.</source>
        <translation>%1 (%2) darf höchstens %3 Einträge haben; hier sind es %4.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 may have at most %3 entries; this has %4.</source>
        <translation>%1 (%2) darf höchstens %3 Einträge haben; hier sind es %4.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 may not have an empty entry.</source>
        <translation>%1 (%2) darf keinen leeren Eintrag haben.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must be %3; %4 is none of these.</source>
        <translation>%1 (%2) muss eines davon sein: %3; %4 gehört nicht dazu.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must be a code of three capital letters such as EUR; %3 is not.</source>
        <translation>%1 (%2) besteht aus drei Großbuchstaben wie EUR; bei %3 ist das nicht so.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must be a date such as 2026-11-22; %3 is none.</source>
        <translation>%1 (%2) muss ein Datum sein, etwa 22.11.2026; %3 ist keines.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must be a list of different texts such as ["a","b"].</source>
        <translation>%1 (%2) muss eine Liste verschiedener Texte sein.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must be a list of entries with id, at, by and text in the order of their times.</source>
        <translation>%1 (%2) muss eine Liste von Einträgen in der Reihenfolge ihrer Zeiten sein.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must be a list of ids; %3 is none.</source>
        <translation>%1 (%2) muss eine Liste von Einträgen sein; %3 ist keiner.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must be a single line.</source>
        <translation>%1 (%2) muss in eine Zeile passen.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must be an amount with its currency such as 12.30 EUR; %3 is not.</source>
        <translation>%1 (%2) muss ein Betrag mit Währung sein, etwa 12,30 EUR; %3 ist keiner.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must be an object with the members %3.</source>
        <translation>%1 (%2) muss aus diesen Teilen bestehen: %3.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must be left out when it is empty.</source>
        <translation>%1 (%2) muss wegbleiben, wenn es leer ist.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must be stored as %3.</source>
        <translation>%1 (%2) hat die falsche Form (%3).</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must be text in UTF-8 without the null character.</source>
        <translation>%1 (%2) muss lesbarer Text sein.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must be true or false.</source>
        <translation>%1 (%2) muss ja oder nein sein.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must be written without white space and without empty or repeated members.</source>
        <translation>%1 (%2) darf keine leeren oder doppelten Teile haben.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must contain a digit; %3 has none.</source>
        <translation>%1 (%2) braucht mindestens eine Ziffer; in %3 ist keine.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must have its members in the order %3.</source>
        <translation>%1 (%2) muss seine Teile in dieser Reihenfolge haben: %3.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must lie between the years 1 and 9999.</source>
        <translation>%1 (%2) muss zwischen den Jahren 1 und 9999 liegen.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must look like name@example.com; %3 does not.</source>
        <translation>%1 (%2) muss aussehen wie name@example.com; bei %3 ist das nicht so.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must name %3 by its id.</source>
        <translation>%1 (%2) muss auf einen Eintrag verweisen: %3.</translation>
    </message>
    <message>
        <location filename="../../core/schema/Validation.cpp"/>
        <source>The %1 of %2 must name the id and the author of each entry.</source>
        <translation>%1 (%2) muss zu jedem Eintrag sagen, von wem er ist.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>The %1 of a quote does not change; make a copy of it for another one.</source>
        <translation>%1 ändert sich bei einem Angebot nicht; machen Sie dafür eine Kopie.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>The %1 of an order is not changed by hand.</source>
        <translation>%1 wird bei einem Auftrag nicht von Hand geändert.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Choice.cpp"/>
        <source>The alternative takes the place of a line with parts or free goods of its own, which would still be ordered; make the next revision with the choice made in it.</source>
        <translation>Die Alternative ersetzt eine Position mit eigenen Teilen oder Gratisware, die trotzdem bestellt würden; machen Sie eine neue Fassung, in der die Wahl schon getroffen ist.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>The amounts of an order are those of the quote that was accepted.</source>
        <translation>Die Beträge eines Auftrags sind die des angenommenen Angebots.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Repair.cpp"/>
        <source>The checksums disagreed with the server's and the rows that differ could not be found; all rows were fetched anew.</source>
        <translation>Die Prüfsummen stimmten nicht mit denen des Servers überein, und was abweicht, war nicht zu finden; alles wurde neu geholt.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Repair.cpp"/>
        <source>The checksums kept on this laptop were wrong; every row was counted anew and none differed from the server's.</source>
        <translation>Die Prüfsummen auf diesem Laptop waren falsch; alles wurde neu gezählt, und nichts wich vom Server ab.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The currency %1 is none: a currency is three capital letters, such as EUR.</source>
        <translation>Die Währung %1 ist keine: Eine Währung sind drei große Buchstaben wie EUR.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Pricing.cpp"/>
        <location filename="../../core/rules/pricing/Totals.cpp"/>
        <source>The currency must be three capital letters such as EUR.</source>
        <translation>Die Währung muss aus drei großen Buchstaben bestehen wie EUR.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>The currency of a list with prices does not change.</source>
        <translation>Die Währung einer Liste mit Preisen ändert sich nicht.</translation>
    </message>
    <message>
        <location filename="../../core/store/QueryRunner.cpp"/>
        <source>The cursor to go on from is not one that a list has given.</source>
        <translation>An dieser Stelle der Liste geht es nicht weiter; öffnen Sie die Liste neu.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>The customer has %1 as it is, so its %2 cannot be changed any more; make the next revision of it instead.</source>
        <translation>Der Kunde hat %1, so wie es ist; %2 lässt sich deshalb nicht mehr ändern. Machen Sie stattdessen die nächste Fassung.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>The customer has %1 as it is, so no %2 can be added to it; make the next revision of it instead.</source>
        <translation>Der Kunde hat %1, so wie es ist; deshalb kann nichts (%2) mehr dazukommen. Machen Sie stattdessen die nächste Fassung.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>The customer has %1 as it is, so no %2 of it can go; make the next revision of it instead.</source>
        <translation>Der Kunde hat %1, so wie es ist; deshalb kann nichts (%2) mehr wegfallen. Machen Sie stattdessen die nächste Fassung.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>The customer has %1; it cannot be deleted.</source>
        <translation>Der Kunde hat %1; es kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>The customer's word is written down once, when he accepts the quote.</source>
        <translation>Die Zusage des Kunden wird einmal festgehalten, wenn er das Angebot annimmt.</translation>
    </message>
    <message>
        <location filename="../../core/store/Rescue.cpp"/>
        <source>The damaged file is kept as %1.</source>
        <translation>Die beschädigte Datei ist aufgehoben als %1.</translation>
    </message>
    <message>
        <location filename="../../core/store/Replica.cpp"/>
        <source>The database file is damaged where it says what its tables are.</source>
        <translation>Die Datei mit Ihren Daten ist in ihrem Aufbau beschädigt.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Pricing.cpp"/>
        <source>The date must be a date such as 2026-11-22.</source>
        <translation>Das Datum muss ein Datum sein wie 2026-11-22.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PricePublishing.cpp"/>
        <source>The day %1 is none; write it as 2026-11-22.</source>
        <translation>Der Tag %1 ist keiner; schreiben Sie ihn wie 2026-11-22.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Identities.cpp"/>
        <source>The device needs a name of at most 120 characters.</source>
        <translation>Das Gerät braucht einen Namen von höchstens 120 Zeichen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Totals.cpp"/>
        <source>The discount of the document is more than its sum.</source>
        <translation>Der Rabatt auf das Dokument ist größer als seine Summe.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Totals.cpp"/>
        <source>The discount of the document must be 0 to 100 percent.</source>
        <translation>Der Rabatt auf das Dokument muss 0 bis 100 Prozent sein.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Totals.cpp"/>
        <source>The discount of the document must not be less than 0.</source>
        <translation>Der Rabatt auf das Dokument darf nicht kleiner als 0 sein.</translation>
    </message>
    <message>
        <location filename="../../core/store/Reserve.cpp"/>
        <source>The disk has too little room for what the server has sent (it takes %1 MB). Your own changes were sent; free some space and sync again.</source>
        <translation>Für das, was der Server schickt, ist zu wenig Platz (nötig sind %1 MB). Ihre Änderungen sind gesendet; machen Sie Platz und gleichen Sie noch einmal ab.</translation>
    </message>
    <message>
        <source>The disk is full or could not be written. Nothing was changed.</source>
        <translation type="vanished">Die Platte ist voll oder nicht beschreibbar. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Download.cpp"/>
        <location filename="../../sync/client/StagedPages.cpp"/>
        <source>The disk is full. What was fetched so far is kept; free some space and try again.</source>
        <translation>Die Platte ist voll. Was schon geholt ist, bleibt; machen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/DocumentJson.cpp"/>
        <source>The document cannot be read.</source>
        <translation>Das Dokument kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Totals.cpp"/>
        <source>The document comes to more than can be reckoned with.</source>
        <translation>Das Dokument ergibt mehr, als sich rechnen lässt.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Document.cpp"/>
        <source>The document does not have one tax for each rate of its lines.</source>
        <translation>Das Dokument hat nicht zu jedem Satz seiner Positionen eine Steuer.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/DocumentJson.cpp"/>
        <source>The document was made by a newer program.</source>
        <translation>Das Dokument stammt von einem neueren Programm.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceDraft.cpp"/>
        <source>The draft of %1 on this laptop is damaged; import the file again.</source>
        <translation>Der Entwurf von %1 auf diesem Laptop ist beschädigt; importieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Explanation.cpp"/>
        <source>The explanation of a price cannot be read.</source>
        <translation>Die Erklärung eines Preises kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Mapping.cpp"/>
        <source>The field %1 cannot be a key.</source>
        <translation>Das Feld %1 kann kein Schlüssel sein.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Mapping.cpp"/>
        <location filename="../../core/sales/PriceColumns.cpp"/>
        <source>The field %1 would get its value from two places.</source>
        <translation>Das Feld %1 bekäme seinen Wert von zwei Stellen.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/TableFile.cpp"/>
        <source>The file %1 cannot be written. Is there room on the disk, and may you write there?</source>
        <translation>Die Datei %1 kann nicht geschrieben werden. Ist Platz auf der Platte, und dürfen Sie dort schreiben?</translation>
    </message>
    <message>
        <location filename="../../core/store/UseMark.cpp"/>
        <source>The file %1 could not be locked.</source>
        <translation>Die Datei %1 konnte nicht gesperrt werden.</translation>
    </message>
    <message>
        <source>The file %1 could not be written; nothing was changed.</source>
        <translation type="vanished">Die Datei %1 konnte nicht geschrieben werden; es wurde nichts geändert.</translation>
    </message>
    <message>
        <location filename="../../core/store/Rescue.cpp"/>
        <source>The file %1 is damaged or no Satchel database, and nothing beside it tells whose records it had. It was left as it is; use another profile folder.</source>
        <translation>Die Datei %1 ist beschädigt oder keine Datei von Satchel, und nichts daneben sagt, wessen Daten es waren. Sie blieb, wie sie ist; nehmen Sie einen anderen Profilordner.</translation>
    </message>
    <message>
        <location filename="../../core/store/Rescue.cpp"/>
        <source>The file %1 is damaged, and a new one cannot be built because the folder cannot be written. Make it writable and try again.</source>
        <translation>Die Datei %1 ist beschädigt, und eine neue lässt sich nicht anlegen, weil der Ordner schreibgeschützt ist. Machen Sie ihn beschreibbar und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../core/store/IdentityFile.cpp"/>
        <source>The file %1 is damaged.</source>
        <translation>Die Datei %1 ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Table.cpp"/>
        <source>The file %1 is larger than 256 MiB; split it.</source>
        <translation>Die Datei %1 ist größer als 256 MiB; teilen Sie sie.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The file has a price of this product in %1; it cannot be taken out as well.</source>
        <translation>Die Datei hat in %1 einen Preis für diesen Artikel; er kann nicht auch noch herausgenommen werden.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Table.cpp"/>
        <source>The file has more than %1 columns.</source>
        <translation>Die Datei hat mehr als %1 Spalten.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Csv.cpp"/>
        <source>The file has more than %1 rows; split it.</source>
        <translation>Die Datei hat mehr als %1 Zeilen; teilen Sie sie.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Mapping.cpp"/>
        <location filename="../../core/sales/PriceColumns.cpp"/>
        <source>The file has no column %1; its columns are %2.</source>
        <translation>Die Datei hat keine Spalte %1; ihre Spalten sind %2.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceLists.cpp"/>
        <source>The file has no prices.</source>
        <translation>Die Datei hat keine Preise.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Import.cpp"/>
        <source>The file has this %1 in an earlier row.</source>
        <translation>Die Datei hat %1 mit diesem Wert schon in einer früheren Zeile.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Import.cpp"/>
        <source>The file has this id in an earlier row.</source>
        <translation>Die Datei hat diese Kennung schon in einer früheren Zeile.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The file has this product with the same quantity and first day in %1 already.</source>
        <translation>Die Datei hat diesen Artikel mit derselben Menge und demselben ersten Tag schon in %1.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Import.cpp"/>
        <source>The file has this record in an earlier row.</source>
        <translation>Die Datei hat diesen Datensatz schon in einer früheren Zeile.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Table.cpp"/>
        <source>The file has two columns named "%1".</source>
        <translation>Die Datei hat zwei Spalten namens „%1“.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Workbook.cpp"/>
        <source>The file is a ZIP file, but no workbook.</source>
        <translation>Die Datei ist eine ZIP-Datei, aber keine Arbeitsmappe.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Table.cpp"/>
        <source>The file is a workbook of an old format, or one with a password; save it as .xlsx without a password.</source>
        <translation>Die Datei ist eine Arbeitsmappe eines alten Formats oder eine mit Kennwort; speichern Sie sie als .xlsx ohne Kennwort.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Csv.cpp"/>
        <source>The file is empty; its first line must name the columns.</source>
        <translation>Die Datei ist leer; ihre erste Zeile muss die Spalten nennen.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Csv.cpp"/>
        <source>The file is larger than 256 MiB; split it.</source>
        <translation>Die Datei ist größer als 256 MiB; teilen Sie sie.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Package.cpp"/>
        <source>The file is not a whole workbook; it may have been cut off on its way. Get it again, or open it in a spreadsheet program and save it again.</source>
        <translation>Die Datei ist keine vollständige Arbeitsmappe; vielleicht wurde sie unterwegs abgeschnitten. Holen Sie sie neu, oder öffnen Sie sie in einer Tabellenkalkulation und speichern Sie sie neu.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The file takes this product out in %1 already.</source>
        <translation>Die Datei nimmt diesen Artikel schon in %1 heraus.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The file takes this product out in %1; it cannot have a price as well.</source>
        <translation>Die Datei nimmt diesen Artikel in %1 heraus; er kann nicht auch noch einen Preis haben.</translation>
    </message>
    <message>
        <location filename="../../core/store/Replica.cpp"/>
        <source>The file with the records is damaged where it says whose they are.</source>
        <translation>Die Datei mit den Daten ist an der Stelle beschädigt, die sagt, wessen Daten es sind.</translation>
    </message>
    <message>
        <location filename="../../core/store/Replica.cpp"/>
        <source>The file with the records is not that of %1.</source>
        <translation>Die Datei mit den Daten gehört nicht zu %1.</translation>
    </message>
    <message>
        <location filename="../../core/store/Replica.cpp"/>
        <source>The file with the records of %1 is empty.</source>
        <translation>Die Datei mit den Daten von %1 ist leer.</translation>
    </message>
    <message>
        <location filename="../../core/store/Rescue.cpp"/>
        <source>The file with the records was damaged and built anew.</source>
        <translation>Die Datei mit den Einträgen war beschädigt und wurde neu angelegt.</translation>
    </message>
    <message>
        <location filename="../../core/store/Replica.cpp"/>
        <source>The file with your records is older than what this laptop has already synced; the next sync brings it up to date.</source>
        <translation>Die Datei mit Ihren Einträgen ist älter als das, was dieser Laptop schon abgeglichen hat; der nächste Abgleich bringt sie auf den neuesten Stand.</translation>
    </message>
    <message>
        <location filename="../../core/store/Rescue.cpp"/>
        <source>The file with your records was damaged, and Satchel has built a new one beside it. The next sync fetches what is missing.</source>
        <translation>Die Datei mit Ihren Einträgen war beschädigt, und Satchel hat daneben eine neue angelegt. Der nächste Abgleich holt, was fehlt.</translation>
    </message>
    <message>
        <location filename="../../core/store/Rescue.cpp"/>
        <source>The file with your records was damaged, so Satchel has built a new one.</source>
        <translation>Die Datei mit Ihren Einträgen war beschädigt, deshalb hat Satchel eine neue angelegt.</translation>
    </message>
    <message>
        <location filename="../../core/store/Rescue.cpp"/>
        <source>The file with your records was gone, so Satchel has made a new one.</source>
        <translation>Die Datei mit Ihren Einträgen war weg, deshalb hat Satchel eine neue angelegt.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Table.cpp"/>
        <source>The first line of the file does not name its columns.</source>
        <translation>Die erste Zeile der Datei nennt die Spalten nicht.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The formula does not say which list it is a percentage of, and the list has no parent.</source>
        <translation>Die Formel sagt nicht, von welcher Liste sie ein Prozentsatz ist, und die Liste hat keine übergeordnete.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The formula has no percentage.</source>
        <translation>Die Formel hat keinen Prozentsatz.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWork.cpp"/>
        <source>The group to put it behind is no longer there.</source>
        <translation>Die Gruppe, hinter die es soll, gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../sync/client/HttpConversation.cpp"/>
        <source>The identity of the server at %1 could not be verified. Nothing was sent to it.</source>
        <translation>Ob der Server %1 der richtige ist, ließ sich nicht prüfen. Es wurde nichts an ihn gesendet.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The kind %1 is none of fixed, percent_of_list, percent_of_cost and removed.</source>
        <translation>Die Art %1 ist keine von fixed, percent_of_list, percent_of_cost und removed.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardValues.cpp"/>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The last day (%1) is before the first one (%2).</source>
        <translation>Der letzte Tag (%1) liegt vor dem ersten (%2).</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWork.cpp"/>
        <source>The line to put it behind is no longer there.</source>
        <translation>Die Position, hinter die es soll, gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>The lines of an order come with it; none is added later.</source>
        <translation>Die Positionen eines Auftrags kommen mit ihm; später kommt keine dazu.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>The lines of an order do not change.</source>
        <translation>Die Positionen eines Auftrags ändern sich nicht.</translation>
    </message>
    <message>
        <location filename="../../core/store/Outbox.cpp"/>
        <source>The list of changes to send has a gap.</source>
        <translation>In der Liste der Änderungen, die zu senden sind, fehlt etwas.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Identities.cpp"/>
        <source>The login or the password is wrong.</source>
        <translation>Der Anmeldename oder das Kennwort ist falsch.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardValues.cpp"/>
        <source>The min quantity is not negative.</source>
        <translation>Die Mindestmenge ist nicht negativ.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>The net of the order is not the sum of its lines.</source>
        <translation>Der Nettobetrag des Auftrags ist nicht die Summe seiner Positionen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardValues.cpp"/>
        <source>The number of options is not negative.</source>
        <translation>Die Zahl der Optionen ist nicht negativ.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Acceptance.cpp"/>
        <source>The order is %1.</source>
        <translation>Der Auftrag ist %1.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Passwords.cpp"/>
        <source>The password is too long.</source>
        <translation>Das Kennwort ist zu lang.</translation>
    </message>
    <message>
        <location filename="../../core/store/PricedProducts.cpp"/>
        <source>The place to go on from is not one that a list has given.</source>
        <translation>An dieser Stelle der Liste geht es nicht weiter; öffnen Sie die Liste neu.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Identities.cpp"/>
        <source>The present password is wrong.</source>
        <translation>Das jetzige Kennwort ist falsch.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The price is in %1; the list is in %2.</source>
        <translation>Der Preis ist in %1; die Liste ist in %2.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The price would be a percentage of itself: the lists refer to each other in a circle.</source>
        <translation>Der Preis wäre ein Prozentsatz von sich selbst: Die Listen verweisen im Kreis aufeinander.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>The prices cannot be worked out: %1</source>
        <translation>Die Preise können nicht berechnet werden: %1</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardEntries.cpp"/>
        <source>The prices of a revision that was published do not change; publish the next one.</source>
        <translation>Die Preise eines veröffentlichten Stands ändern sich nicht; veröffentlichen Sie den nächsten.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The product has no cost on %1 that the price could be a percentage of.</source>
        <translation>Der Artikel hat am %1 keine Kosten, von denen der Preis ein Prozentsatz sein könnte.</translation>
    </message>
    <message>
        <location filename="../../core/sales/LineMaker.cpp"/>
        <source>The product is not on this laptop.</source>
        <translation>Der Artikel ist nicht auf diesem Laptop.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The product's cost is in %1; the list is in %2.</source>
        <translation>Die Kosten des Artikels sind in %1; die Liste ist in %2.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Identities.cpp"/>
        <source>The program must say its name and version.</source>
        <translation>Das Programm muss Namen und Fassung nennen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The quantity %1 is less than 0.</source>
        <translation>Die Menge %1 ist kleiner als 0.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The quantity %1 is more than 10,000,000, the most a quantity may be.</source>
        <translation>Die Menge %1 ist mehr als 10.000.000; größer darf keine Menge sein.</translation>
    </message>
    <message>
        <location filename="../../core/sales/LineMaker.cpp"/>
        <source>The quantity %1 is more than 10,000,000.</source>
        <translation>Die Menge %1 ist größer als 10.000.000.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>The quantity must be more than 0 and at most 10,000,000.</source>
        <translation>Die Menge muss größer als 0 sein und höchstens 10.000.000.</translation>
    </message>
    <message>
        <location filename="../../core/sales/LineMaker.cpp"/>
        <source>The quantity must be more than 0.</source>
        <translation>Die Menge muss größer als 0 sein.</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>The quote %1</source>
        <translation>Das Angebot %1</translation>
    </message>
    <message>
        <location filename="../../core/sales/Acceptance.cpp"/>
        <source>The quote %1 has been accepted already.%2</source>
        <translation>Das Angebot %1 ist schon angenommen.%2</translation>
    </message>
    <message>
        <location filename="../../core/sales/HandOver.cpp"/>
        <source>The quote %1 has been handed over already; for something else make the next revision.</source>
        <translation>Das Angebot %1 ist schon beim Kunden; für etwas anderes machen Sie die nächste Fassung.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Approvals.cpp"/>
        <source>The quote %1 has been handed over; nobody needs to approve it any more.</source>
        <translation>Das Angebot %1 ist schon beim Kunden; niemand muss es noch freigeben.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Acceptance.cpp"/>
        <source>The quote %1 has not been handed over to the customer yet.</source>
        <translation>Das Angebot %1 ist noch nicht beim Kunden.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Acceptance.cpp"/>
        <source>The quote %1 is %2; for another offer make the next revision.</source>
        <translation>Status des Angebots %1: %2. Für ein anderes Angebot machen Sie die nächste Fassung.</translation>
    </message>
    <message>
        <location filename="../../sync/server/QuoteFlags.cpp"/>
        <source>The quote %1 was handed over twice; the next revision is the other time.</source>
        <translation>Das Angebot %1 wurde zweimal übergeben; das andere Mal ist die nächste Revision.</translation>
    </message>
    <message>
        <location filename="../../sync/server/QuoteFlags.cpp"/>
        <source>The quote %1 was handed over twice; this is what the customer was given the second time.</source>
        <translation>Das Angebot %1 wurde zweimal übergeben; dies hat der Kunde beim zweiten Mal bekommen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Approvals.cpp"/>
        <source>The quote already waits for the approval of %1.</source>
        <translation>Das Angebot wartet schon auf die Freigabe durch %1.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Acceptance.cpp"/>
        <source>The quote cannot be accepted at a time that is still to come.</source>
        <translation>Das Angebot kann nicht zu einer Zeit angenommen sein, die erst kommt.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>The quote gives %1 of %2 free, and promotions only %3. Reprice it to put that right.</source>
        <translation>Das Angebot gibt %1-mal %2 gratis, Aktionen nur %3-mal. Erneuern Sie die Preise, um das zu berichtigen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Approvals.cpp"/>
        <source>The quote has been changed since you were asked; reject it, so that it is submitted as it is now.</source>
        <translation>Das Angebot wurde geändert, seit Sie gefragt wurden; lehnen Sie es ab, damit es so vorgelegt wird, wie es jetzt ist.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteNumbers.cpp"/>
        <source>The quote has more than one group %1; give its number instead.</source>
        <translation>Das Angebot hat mehrere Gruppen %1; nennen Sie stattdessen ihre Nummer.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteNumbers.cpp"/>
        <source>The quote has no group %1.</source>
        <translation>Das Angebot hat keine Gruppe %1.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Acceptance.cpp"/>
        <source>The quote has no last day, so it does not expire.</source>
        <translation>Das Angebot hat keinen letzten Tag, es läuft also nicht ab.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteNumbers.cpp"/>
        <source>The quote has no line %1; quote show names them.</source>
        <translation>Das Angebot hat keine Position %1.</translation>
    </message>
    <message>
        <location filename="../../core/sales/HandOver.cpp"/>
        <source>The quote has no line that counts, so there is nothing to offer.</source>
        <translation>Das Angebot hat keine Position, die zählt; es gibt also nichts anzubieten.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>The quote has no number yet. It gets a provisional one when it is handed over; sync first for a proper one.</source>
        <translation>Das Angebot hat noch keine Nummer. Bei der Übergabe bekommt es eine vorläufige; gleichen Sie vorher ab, dann bekommt es eine richtige.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>The quote has no total: %1</source>
        <translation>Das Angebot hat keine Summe: %1</translation>
    </message>
    <message>
        <location filename="../../core/sales/Revision.cpp"/>
        <source>The quote has not been handed over yet; change it as it is.</source>
        <translation>Das Angebot ist noch nicht beim Kunden; ändern Sie es so, wie es ist.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>The quote has the prices of %1 r%2; r%3 is in force by now. Reprice it, or leave it as it was offered.</source>
        <translation>Das Angebot hat die Preise von %1 Stand %2; inzwischen gilt Stand %3. Erneuern Sie die Preise oder lassen Sie es, wie es angeboten wurde.</translation>
    </message>
    <message>
        <location filename="../../core/sales/HandOver.cpp"/>
        <source>The quote is for nobody yet; choose the account first.</source>
        <translation>Das Angebot ist noch für niemanden; wählen Sie zuerst den Kunden.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Revision.cpp"/>
        <source>The quote is in approval; withdraw it, and change it as it is.</source>
        <translation>Das Angebot ist in Freigabe; ziehen Sie es zurück, dann können Sie es ändern.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>The quote is too large to be handed over (over 900 KiB); split it.</source>
        <translation>Das Angebot ist zu groß für die Übergabe (über 900 KiB); teilen Sie es.</translation>
    </message>
    <message>
        <location filename="../../core/sales/HandOver.cpp"/>
        <source>The quote is too large to be handed over in one piece (over 900 KiB of text); split it into two.</source>
        <translation>Das Angebot ist zu groß für eine Übergabe (über 900 KiB Text); teilen Sie es in zwei.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Repricing.cpp"/>
        <source>The quote is valid until %1 only; give it a later day first.</source>
        <translation>Das Angebot gilt nur bis %1; geben Sie ihm zuerst einen späteren Tag.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Acceptance.cpp"/>
        <source>The quote is valid until %1; it can be closed after that day.</source>
        <translation>Das Angebot gilt bis %1; danach lässt es sich abschließen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/HandOver.cpp"/>
        <source>The quote needs an approval before it is handed over; submit it. %1</source>
        <translation>Das Angebot braucht vor der Übergabe eine Freigabe; legen Sie es vor. %1</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>The quote of this order is not there.</source>
        <translation>Das Angebot zu diesem Auftrag ist nicht da.</translation>
    </message>
    <message>
        <location filename="../../core/sales/HandOver.cpp"/>
        <source>The quote waits for the approval of %1. %2</source>
        <translation>Das Angebot wartet auf die Freigabe durch %1. %2</translation>
    </message>
    <message>
        <location filename="../../core/sales/HandOver.cpp"/>
        <source>The quote was changed after it was approved; submit it again. %1</source>
        <translation>Das Angebot wurde nach der Freigabe geändert; legen Sie es noch einmal vor. %1</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>The quote was valid until %1 and cannot be accepted on %2; make the next revision of it.</source>
        <translation>Das Angebot galt bis %1 und kann am %2 nicht mehr angenommen werden; machen Sie die nächste Fassung.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Acceptance.cpp"/>
        <source>The quote was valid until %1 and cannot be accepted on %2; make the next revision.</source>
        <translation>Das Angebot galt bis %1 und kann am %2 nicht mehr angenommen werden; machen Sie die nächste Fassung.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>The quote was valid until %1. Give it a later day, or reprice it for today.</source>
        <translation>Das Angebot galt bis %1. Geben Sie ihm einen späteren Tag oder erneuern Sie die Preise für heute.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteBeginnings.cpp"/>
        <source>The quote would be over before it begins: it is dated %1 and valid until %2.</source>
        <translation>Das Angebot wäre vorbei, bevor es beginnt: Es trägt das Datum %1 und gilt bis %2.</translation>
    </message>
    <message>
        <location filename="../../core/store/Inbox.cpp"/>
        <source>The record is no longer on this laptop.</source>
        <translation>Der Eintrag ist nicht mehr auf diesem Laptop.</translation>
    </message>
    <message>
        <location filename="../../core/store/Beside.cpp"/>
        <source>The records are in use; they will be put in order with the next sync.</source>
        <translation>Die Daten sind gerade in Gebrauch; beim nächsten Abgleich kommen sie in Ordnung.</translation>
    </message>
    <message>
        <location filename="../../core/store/Leaving.cpp"/>
        <source>The records could not all be taken off the disk. Delete the folder %1 by hand.</source>
        <translation>Nicht alle Daten konnten von der Platte gelöscht werden. Löschen Sie den Ordner %1 von Hand.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Engine.cpp"/>
        <source>The replica does not agree with the server. Your changes are safe on this laptop.</source>
        <translation>Die Daten hier stimmen nicht mit dem Server überein. Ihre Änderungen sind auf diesem Laptop sicher.</translation>
    </message>
    <message>
        <location filename="../../core/store/Migrations.cpp"/>
        <source>The replica file belongs to another program; it was left as it is.</source>
        <translation>Die Datei mit den Daten gehört einem anderen Programm; sie blieb, wie sie ist.</translation>
    </message>
    <message>
        <location filename="../../core/store/SearchFill.cpp"/>
        <source>The replica has no search index.</source>
        <translation>Die Suche ist auf diesem Laptop noch nicht eingerichtet.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Identities.cpp"/>
        <source>The request to sign in is incomplete.</source>
        <translation>Die Anmeldung ist unvollständig.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardEntries.cpp"/>
        <source>The revision belongs to another price list.</source>
        <translation>Der Stand gehört zu einer anderen Preisliste.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PricePublishing.cpp"/>
        <source>The revision the draft was compared with is gone; import the file again and look at what would change.</source>
        <translation>Den Stand, mit dem der Entwurf verglichen wurde, gibt es nicht mehr; importieren Sie die Datei noch einmal und sehen Sie nach, was sich ändern würde.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Import.cpp"/>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The row has %1 cells; the header has %2.</source>
        <translation>Die Zeile hat %1 Zellen; die Kopfzeile hat %2.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Import.cpp"/>
        <source>The row has no %1, by which %2 is told from others.</source>
        <translation>Der Zeile fehlt %1, woran %2 von anderen unterschieden wird.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The row has no price.</source>
        <translation>Die Zeile hat keinen Preis.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>The row names no product.</source>
        <translation>Die Zeile nennt keinen Artikel.</translation>
    </message>
    <message>
        <location filename="../../core/store/Condition.cpp"/>
        <source>The saved list is damaged. Delete it and save it anew.</source>
        <translation>Die gespeicherte Liste ist beschädigt. Löschen Sie sie und speichern Sie sie neu.</translation>
    </message>
    <message>
        <location filename="../../sync/client/HttpConversation.cpp"/>
        <source>The server at %1 sent more than Satchel accepts.</source>
        <translation>Der Server %1 hat mehr geschickt, als Satchel annimmt.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Engine.cpp"/>
        <source>The server did not take all changes. They stay on this laptop and will be sent again.</source>
        <translation>Der Server hat nicht alle Änderungen angenommen. Sie bleiben auf diesem Laptop und werden noch einmal gesendet.</translation>
    </message>
    <message>
        <location filename="../../sync/server/AdminDeeds.cpp"/>
        <source>The server does not know this user yet; sync first.</source>
        <translation>Der Server kennt diesen Kollegen noch nicht; gleichen Sie zuerst ab.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Engine.cpp"/>
        <source>The server has moved on meanwhile; sync again.</source>
        <translation>Der Server ist inzwischen weiter; gleichen Sie noch einmal ab.</translation>
    </message>
    <message>
        <location filename="../../core/store/Withdrawal.cpp"/>
        <source>The server has this change and waits for somebody's decision.</source>
        <translation>Der Server hat diese Änderung und wartet auf eine Entscheidung.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Identities.cpp"/>
        <source>The server is older than this program and does not understand it yet. The server has to be updated first.</source>
        <translation>Der Server ist älter als dieses Programm und versteht es noch nicht. Zuerst muss der Server aktualisiert werden.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Engine.cpp"/>
        <source>The server knows %1 as somebody else than this profile belongs to.</source>
        <translation>Für den Server ist %1 jemand anderes als der, dem dieses Profil gehört.</translation>
    </message>
    <message>
        <location filename="../../sync/server/AdminDeeds.cpp"/>
        <source>The server knows no such device.</source>
        <translation>Der Server kennt dieses Gerät nicht.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Download.cpp"/>
        <source>The server sent a piece of the download that is not the one asked for.</source>
        <translation>Der Server hat ein anderes Stück geschickt als das verlangte.</translation>
    </message>
    <message>
        <location filename="../../sync/client/FirstSync.cpp"/>
        <source>The server sent something else than the pieces asked for.</source>
        <translation>Der Server hat etwas anderes geschickt als das Verlangte.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Repair.cpp"/>
        <source>The server's answer to a comparison does not fit the question.</source>
        <translation>Die Antwort des Servers beim Vergleichen passt nicht zur Frage.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Engine.cpp"/>
        <location filename="../../sync/client/FirstSync.cpp"/>
        <source>The server's answer was an old one. Nothing of it was applied; try again.</source>
        <translation>Die Antwort des Servers war alt. Nichts davon wurde übernommen; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../sync/client/FirstSync.cpp"/>
        <source>The server's data changes faster than it can be fetched; it will be tried again later.</source>
        <translation>Die Daten des Servers ändern sich schneller, als sie geholt werden können; es geht später weiter.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Xlsx.cpp"/>
        <source>The sheet has cells that are not where they say; open the file in a spreadsheet program and save it again.</source>
        <translation>Das Blatt hat Zellen, die nicht dort sind, wo sie es sagen; öffnen Sie die Datei in einer Tabellenkalkulation und speichern Sie sie neu.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Xlsx.cpp"/>
        <source>The sheet has more than 1,000,000 rows or 10,000,000 cells; split it.</source>
        <translation>Das Blatt hat mehr als 1.000.000 Zeilen oder 10.000.000 Zellen; teilen Sie es.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Xlsx.cpp"/>
        <source>The sheet has more than 256 MiB of text; split it.</source>
        <translation>Das Blatt hat mehr als 256 MiB Text; teilen Sie es.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Xlsx.cpp"/>
        <source>The sheet has something in column %1 of row %2; there may be %3 columns at most.</source>
        <translation>Das Blatt hat etwas in Spalte %1 von Zeile %2; es dürfen höchstens %3 Spalten sein.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Xlsx.cpp"/>
        <source>The sheet is empty; its first row must name the columns.</source>
        <translation>Das Blatt ist leer; seine erste Zeile muss die Spalten nennen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Acceptance.cpp"/>
        <source>The signature is not a drawing that Satchel can show.</source>
        <translation>Die Unterschrift ist keine Zeichnung, die Satchel zeigen kann.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>The total of the order is not its net and its tax together.</source>
        <translation>Die Summe des Auftrags ist nicht netto und Steuer zusammen.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Package.cpp"/>
        <source>The workbook %1; split it, or save only the sheet as CSV.</source>
        <translation>Die Arbeitsmappe %1; teilen Sie sie, oder speichern Sie nur das Blatt als CSV.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Package.cpp"/>
        <source>The workbook has a part twice; open it in a spreadsheet program and save it again.</source>
        <translation>Die Arbeitsmappe hat einen Teil zweimal; öffnen Sie sie in einer Tabellenkalkulation und speichern Sie sie neu.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Workbook.cpp"/>
        <source>The workbook has a text of more than 1 MiB.</source>
        <translation>Die Arbeitsmappe hat einen Text von mehr als 1 MiB.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Workbook.cpp"/>
        <source>The workbook has more than 100,000 styles.</source>
        <translation>Die Arbeitsmappe hat mehr als 100.000 Formate.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Workbook.cpp"/>
        <source>The workbook has more than 2,000,000 texts; split it.</source>
        <translation>Die Arbeitsmappe hat mehr als 2.000.000 Texte; teilen Sie sie.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Workbook.cpp"/>
        <source>The workbook has no sheet %1; it has %2.</source>
        <translation>Die Arbeitsmappe hat kein Blatt %1; sie hat %2.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Workbook.cpp"/>
        <source>The workbook has no sheet with rows.</source>
        <translation>Die Arbeitsmappe hat kein Blatt mit Zeilen.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Package.cpp"/>
        <source>The workbook is packed in a way no spreadsheet program uses; open it in one and save it again.</source>
        <translation>Die Arbeitsmappe ist so gepackt, wie es keine Tabellenkalkulation tut; öffnen Sie sie in einer und speichern Sie sie neu.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Package.cpp"/>
        <source>The workbook is protected by a password; save it without one.</source>
        <translation>Die Arbeitsmappe ist mit einem Kennwort geschützt; speichern Sie sie ohne.</translation>
    </message>
    <message>
        <location filename="../../core/store/Renewal.cpp"/>
        <source>There are new changes; sync again.</source>
        <translation>Es gibt neue Änderungen; gleichen Sie noch einmal ab.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Pasting.cpp"/>
        <source>There are no rows to paste.</source>
        <translation>Es gibt keine Zeilen zum Einfügen.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Import.cpp"/>
        <source>There are several rows of %1 with this %2.</source>
        <translation>Es gibt mehrere Datensätze von %1 mit dem gleichen Wert in %2.</translation>
    </message>
    <message>
        <location filename="../../core/store/QueryRunner.cpp"/>
        <source>There are too many different values for headings. Choose another field, or narrow the list first.</source>
        <translation>Es gibt zu viele verschiedene Werte für Überschriften. Wählen Sie ein anderes Feld oder grenzen Sie die Liste erst ein.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardEntries.cpp"/>
        <source>There are two prices of one product from the same quantity and day on; one of them must go.</source>
        <translation>Zu einem Artikel gibt es zwei Preise ab derselben Menge und demselben Tag; einer muss weg.</translation>
    </message>
    <message>
        <source>There is a file in the place of the folder %1.</source>
        <translation type="vanished">Wo der Ordner %1 sein soll, liegt eine Datei.</translation>
    </message>
    <message>
        <location filename="../../sync/server/DirectoryRules.cpp"/>
        <source>There is already a colleague with the login "%1".</source>
        <translation>Einen Kollegen mit dem Anmeldenamen "%1" gibt es schon.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <source>There is already a colleague with the login %1.</source>
        <translation>Es gibt schon einen Kollegen mit dem Anmeldenamen %1.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <source>There is already a territory with the code %1.</source>
        <translation>Es gibt schon ein Gebiet mit dem Kürzel %1.</translation>
    </message>
    <message>
        <location filename="../../core/store/Replica.cpp"/>
        <source>There is no %1 %2 on this laptop.</source>
        <translation>Auf diesem Laptop gibt es das nicht: %1 %2.</translation>
    </message>
    <message>
        <location filename="../../core/store/Replica.cpp"/>
        <source>There is no %1 called "%2" on this laptop.</source>
        <translation>„%2“ gibt es auf diesem Laptop nicht (%1).</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Import.cpp"/>
        <source>There is no %1 with this id on this laptop.</source>
        <translation>Auf diesem Laptop gibt es %1 mit dieser Kennung nicht.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceDraft.cpp"/>
        <source>There is no draft of %1 on this laptop; import a file first.</source>
        <translation>Auf diesem Laptop gibt es keinen Entwurf von %1; importieren Sie zuerst eine Datei.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Mapping.cpp"/>
        <source>There is no field %1 in %2; its fields are %3.</source>
        <translation>Es gibt kein Feld %1 in %2; die Felder sind %3.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceColumns.cpp"/>
        <source>There is no field %1 in a price; its fields are %2.</source>
        <translation>Ein Preis hat kein Feld %1; seine Felder sind %2.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceReader.cpp"/>
        <source>There is no price list %1.</source>
        <translation>Es gibt keine Preisliste %1.</translation>
    </message>
    <message>
        <location filename="../../core/sales/ProductIndex.cpp"/>
        <source>There is no product %1.</source>
        <translation>Einen Artikel %1 gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>There is no such %1 on this laptop.</source>
        <translation>Das gibt es auf diesem Laptop nicht: %1.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PromotionCheck.cpp"/>
        <source>There is no such account on this laptop.</source>
        <translation>Diesen Kunden gibt es auf diesem Laptop nicht.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <location filename="../../core/sales/Reassignment.cpp"/>
        <source>There is no such colleague on this laptop.</source>
        <translation>Diesen Kollegen gibt es auf diesem Laptop nicht.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Identities.cpp"/>
        <source>There is no such device. See: satchel-server device list.</source>
        <translation>Dieses Gerät gibt es nicht. Siehe: satchel-server device list.</translation>
    </message>
    <message>
        <location filename="../../core/store/Inbox.cpp"/>
        <source>There is no such item in the inbox.</source>
        <translation>Das steht nicht mehr im Eingang.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Orders.cpp"/>
        <source>There is no such order on this laptop.</source>
        <translation>Diesen Auftrag gibt es auf diesem Laptop nicht.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/SnapshotReader.cpp"/>
        <source>There is no such price list here.</source>
        <translation>Diese Preisliste gibt es hier nicht.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceSheet.cpp"/>
        <source>There is no such price list on this laptop.</source>
        <translation>Diese Preisliste gibt es auf diesem Laptop nicht.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PriceExplanation.cpp"/>
        <source>There is no such product on this laptop.</source>
        <translation>Diesen Artikel gibt es auf diesem Laptop nicht.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardApprovals.cpp"/>
        <source>There is no such quote any more.</source>
        <translation>Dieses Angebot gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/QuoteReader.cpp"/>
        <source>There is no such quote here.</source>
        <translation>Dieses Angebot gibt es hier nicht.</translation>
    </message>
    <message>
        <location filename="../../core/sales/DealDesk.cpp"/>
        <source>There is no such quote on this laptop.</source>
        <translation>Dieses Angebot gibt es auf diesem Laptop nicht.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <location filename="../../core/sales/Reassignment.cpp"/>
        <source>There is no such territory on this laptop.</source>
        <translation>Dieses Gebiet gibt es auf diesem Laptop nicht.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Approvals.cpp"/>
        <source>There is nobody of this name who could approve the quote.</source>
        <translation>Unter diesem Namen gibt es niemanden, der das Angebot freigeben könnte.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Approvals.cpp"/>
        <source>There is nobody who may approve this quote. Ask your administrator.</source>
        <translation>Es gibt niemanden, der dieses Angebot freigeben darf. Fragen Sie Ihre Verwaltung.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Passwords.cpp"/>
        <source>There is not enough memory to protect a password. Try again in a moment.</source>
        <translation>Der Arbeitsspeicher reicht gerade nicht, um ein Kennwort zu schützen. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Csv.cpp"/>
        <location filename="../../core/exchange/Xml.cpp"/>
        <source>There is not enough memory to read the file.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um die Datei zu lesen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>There is nothing in this quote that counts; it cannot be handed over.</source>
        <translation>In diesem Angebot ist nichts, das zählt; es kann nicht übergeben werden.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>This %1 is no longer in the quote.</source>
        <translation>Das steht nicht mehr im Angebot: %1.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Leads.cpp"/>
        <source>This account is no longer on this laptop; choose another.</source>
        <translation>Dieser Kunde ist nicht mehr auf diesem Laptop; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <location filename="../../sync/server/AdminDeeds.cpp"/>
        <source>This alert is closed already.</source>
        <translation>Diese Meldung ist schon erledigt.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardApprovals.cpp"/>
        <source>This approval has been decided already.</source>
        <translation>Über diese Freigabe ist schon entschieden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/Authority.cpp"/>
        <source>This approval was asked of %1, and you do not stand in for them on %2.</source>
        <translation>Um diese Freigabe wurde %1 gebeten, und am %2 sind Sie nicht die Vertretung.</translation>
    </message>
    <message>
        <location filename="../../sync/server/AdminDeeds.cpp"/>
        <source>This cannot be done.</source>
        <translation>Das geht nicht.</translation>
    </message>
    <message>
        <location filename="../../core/store/Withdrawal.cpp"/>
        <source>This change has been sent already; undo it or change it again instead.</source>
        <translation>Diese Änderung ist schon gesendet; machen Sie sie rückgängig, oder ändern Sie noch einmal.</translation>
    </message>
    <message>
        <location filename="../../core/store/Withdrawal.cpp"/>
        <source>This change is a part of something larger.</source>
        <translation>Diese Änderung ist Teil von etwas Größerem.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Leads.cpp"/>
        <source>This colleague is not in the directory of this laptop.</source>
        <translation>Dieser Kollege steht nicht im Verzeichnis dieses Laptops.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Leads.cpp"/>
        <source>This contact is no longer on this laptop; choose another.</source>
        <translation>Dieser Ansprechpartner ist nicht mehr auf diesem Laptop; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Dealings.cpp"/>
        <source>This customer is no longer on this laptop, so nothing was logged.</source>
        <translation>Dieser Kunde ist nicht mehr auf diesem Laptop; nichts wurde festgehalten.</translation>
    </message>
    <message>
        <location filename="../../core/model/Administering.cpp"/>
        <source>This device was shut out by an administrator.</source>
        <translation>Dieses Gerät wurde von einem Administrator ausgesperrt.</translation>
    </message>
    <message>
        <source>This device was shut out by the administrator.</source>
        <translation type="vanished">Dieses Gerät wurde vom Administrator ausgesperrt.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>This group is no longer in the quote.</source>
        <translation>Diese Gruppe steht nicht mehr im Angebot.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Approvals.cpp"/>
        <location filename="../../core/sales/HandOver.cpp"/>
        <source>This is a template; make a quote of it first.</source>
        <translation>Das ist eine Vorlage; machen Sie zuerst ein Angebot daraus.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Revision.cpp"/>
        <source>This is a template; make a quote of it instead.</source>
        <translation>Das ist eine Vorlage; machen Sie stattdessen ein Angebot daraus.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/Authority.cpp"/>
        <source>This is more than you may give. %1</source>
        <translation>Das ist mehr, als Sie geben dürfen. %1</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>This is not a document that can be handed over: %1</source>
        <translation>Dieses Dokument kann nicht übergeben werden: %1</translation>
    </message>
    <message>
        <location filename="../../sync/server/AdminDeeds.cpp"/>
        <source>This is the device you are working on; shut it out from another one.</source>
        <translation>An diesem Gerät arbeiten Sie gerade; sperren Sie es von einem anderen aus.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Identities.cpp"/>
        <source>This is the password you were given. Choose another one.</source>
        <translation>Das ist das Kennwort, das Sie bekommen haben. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>This is too much for one action. Nothing was changed.</source>
        <translation>Das ist zu viel auf einmal. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>This is too much for one change (over 1 MiB). Nothing was changed.</source>
        <translation>Das ist zu viel für eine Änderung (über 1 MiB). Es wurde nichts geändert.</translation>
    </message>
    <message>
        <location filename="../../core/store/Inbox.cpp"/>
        <source>This item is about a whole record; there is no value to take. Dismiss it when you have read it.</source>
        <translation>Hier geht es um einen ganzen Eintrag, nicht um einen Wert. Legen Sie es weg, wenn Sie es gelesen haben.</translation>
    </message>
    <message>
        <location filename="../../core/rules/Leads.cpp"/>
        <source>This lead has been %1 already; nothing more becomes of it.</source>
        <translation>Dieser Lead ist schon %1; daraus wird nichts mehr.</translation>
    </message>
    <message>
        <location filename="../../core/sales/LeadMatches.cpp"/>
        <location filename="../../core/sales/Leads.cpp"/>
        <source>This lead is no longer on this laptop.</source>
        <translation>Dieser Lead ist nicht mehr auf diesem Laptop.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Duplicates.cpp"/>
        <location filename="../../core/sales/Quotes.cpp"/>
        <source>This line is no longer in the quote.</source>
        <translation>Diese Position steht nicht mehr im Angebot.</translation>
    </message>
    <message>
        <location filename="../../core/store/Condition.cpp"/>
        <source>This list was saved by a newer version of Satchel and asks for something this one does not know.</source>
        <translation>Diese Liste wurde mit einer neueren Version von Satchel gespeichert und fragt nach etwas, das diese nicht kennt.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Identities.cpp"/>
        <source>This password is your own already. Sign in to change it.</source>
        <translation>Dieses Kennwort ist schon Ihr eigenes. Melden Sie sich an, um es zu ändern.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Engine.cpp"/>
        <source>This profile belongs to %1 at %2, and %3 is another company's server. Use another profile.</source>
        <translation>Dieses Profil gehört %1 bei %2, und %3 ist der Server einer anderen Firma. Nehmen Sie ein anderes Profil.</translation>
    </message>
    <message>
        <location filename="../../sync/client/Engine.cpp"/>
        <source>This profile belongs to %1 at %2. Use another profile for %3.</source>
        <translation>Dieses Profil gehört %1 bei %2. Nehmen Sie für %3 ein anderes Profil.</translation>
    </message>
    <message>
        <location filename="../../core/sales/DealDesk.cpp"/>
        <location filename="../../core/store/Replica.cpp"/>
        <location filename="../../sync/client/Engine.cpp"/>
        <source>This profile has not been signed in yet.</source>
        <translation>In diesem Profil hat sich noch niemand angemeldet.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>This quote has been handed over already; make the next revision of it.</source>
        <translation>Dieses Angebot ist schon übergeben; machen Sie die nächste Fassung.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>This quote has not expired: its last day has not passed.</source>
        <translation>Dieses Angebot ist nicht abgelaufen: Sein letzter Tag ist noch nicht vorbei.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>This quote needs approval first. %1</source>
        <translation>Dieses Angebot braucht zuerst eine Freigabe. %1</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>This quote waits for approval, which has to be decided or withdrawn first.</source>
        <translation>Dieses Angebot wartet auf Freigabe; darüber muss erst entschieden oder sie muss zurückgezogen werden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>This quote waits for approval; withdraw the request before you change what is priced.</source>
        <translation>Dieses Angebot wartet auf Freigabe; ziehen Sie die Bitte zurück, bevor Sie ändern, was den Preis macht.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Merging.cpp"/>
        <source>This record is no longer on this laptop.</source>
        <translation>Dieser Eintrag ist nicht mehr auf diesem Laptop.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Identities.cpp"/>
        <source>This replica is already known as another device's. Make a new profile.</source>
        <translation>Dieses Profil ist schon als das eines anderen Geräts bekannt. Legen Sie ein neues an.</translation>
    </message>
    <message>
        <location filename="../../core/store/Migrations.cpp"/>
        <source>This replica was made by a newer version of Satchel (its version %1, this program knows %2). Install the newer version to open it.</source>
        <translation>Diese Daten stammen von einem neueren Satchel (Stand %1, dieses Programm kennt %2). Installieren Sie das neuere, um sie zu öffnen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>This revision is in use already; publish one that follows the one before.</source>
        <translation>Dieser Stand gilt schon; veröffentlichen Sie einen, der auf den vorigen folgt.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Identities.cpp"/>
        <source>This user is disabled. Ask the administrator.</source>
        <translation>Dieser Benutzer ist gesperrt. Fragen Sie den Administrator.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Passwords.cpp"/>
        <source>Too many people are signing in at once. Try again in a moment.</source>
        <translation>Zu viele Leute melden sich gleichzeitig an. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <location filename="../../core/sales/QuoteWarnings.cpp"/>
        <source>Two people changed this quote apart from each other. Look it over and mark it as looked at.</source>
        <translation>Zwei haben dieses Angebot unabhängig voneinander geändert. Sehen Sie es durch und markieren Sie es als angesehen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/HandOver.cpp"/>
        <source>Two people have changed this quote without knowing of each other. Look at it and clear the mark before you hand it over.</source>
        <translation>Zwei Leute haben dieses Angebot geändert, ohne voneinander zu wissen. Sehen Sie es durch und nehmen Sie die Markierung weg, bevor Sie es übergeben.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardQuotes.cpp"/>
        <source>What a quote is the next revision of does not change.</source>
        <translation>Wovon ein Angebot die nächste Fassung ist, ändert sich nicht.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>What becomes of an order is told by the system that delivers it.</source>
        <translation>Was aus einem Auftrag wird, sagt das System, das ihn liefert.</translation>
    </message>
    <message>
        <source>What is to be given away is not on this laptop.</source>
        <translation type="vanished">Was übergeben werden soll, ist nicht auf diesem Laptop.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Reassignment.cpp"/>
        <source>What is to change hands is not on this laptop.</source>
        <translation>Was übergeben werden soll, ist nicht auf diesem Laptop.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardOrders.cpp"/>
        <source>What was accepted is not there.</source>
        <translation>Was angenommen wurde, ist nicht da.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardApprovals.cpp"/>
        <source>What was asked stays as it was asked; withdraw it and ask again.</source>
        <translation>Was vorgelegt ist, bleibt, wie es vorgelegt wurde; ziehen Sie es zurück und legen Sie es neu vor.</translation>
    </message>
    <message>
        <location filename="../../core/store/Replica.cpp"/>
        <source>What was done last is not shown.</source>
        <translation>Was zuletzt getan wurde, ist nicht zu sehen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>What was handed over does not change and is not deleted.</source>
        <translation>Was übergeben ist, ändert sich nicht und wird nicht gelöscht.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Dealings.cpp"/>
        <source>Write what happened.</source>
        <translation>Schreiben Sie, was war.</translation>
    </message>
    <message>
        <location filename="../../sync/server/Identities.cpp"/>
        <source>You are signed out. Sign in again to sync.</source>
        <translation>Sie sind abgemeldet. Melden Sie sich wieder an, um abzugleichen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/Authority.cpp"/>
        <source>You asked for this approval yourself; somebody else must decide it.</source>
        <translation>Sie haben selbst um diese Freigabe gebeten; jemand anders muss entscheiden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardCatalogue.cpp"/>
        <source>You can name a deputy for yourself only.</source>
        <translation>Sie können nur für sich selbst eine Vertretung nennen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Approvals.cpp"/>
        <source>You cannot approve your own quote; ask somebody else.</source>
        <translation>Ihr eigenes Angebot können Sie nicht freigeben; bitten Sie jemand anderen.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <source>You cannot lock yourself out.</source>
        <translation>Sie können sich nicht selbst aussperren.</translation>
    </message>
    <message>
        <location filename="../../core/sales/Directory.cpp"/>
        <source>You cannot take the role of administrator from yourself.</source>
        <translation>Sie können sich die Rolle des Administrators nicht selbst nehmen.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Import.cpp"/>
        <source>Your role may not add %1.</source>
        <translation>Ihre Rolle darf %1 nicht anlegen.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>Your role may not add a %1.</source>
        <translation>Ihre Rolle darf das nicht anlegen: %1.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Import.cpp"/>
        <source>Your role may not change %1.</source>
        <translation>Ihre Rolle darf %1 nicht ändern.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>Your role may not change a %1.</source>
        <translation>Ihre Rolle darf das nicht ändern: %1.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>Your role may not change the %1.</source>
        <translation>Ihre Rolle darf das nicht ändern: %1.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>Your role may not delete a %1.</source>
        <translation>Ihre Rolle darf das nicht löschen: %1.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>Your role may not delete the %1 that belongs to this record.</source>
        <translation>Ihre Rolle darf nicht löschen, was zu diesem Eintrag gehört: %1.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>Your role may not merge a %1 with another.</source>
        <translation>Ihre Rolle darf das nicht zusammenführen: %1.</translation>
    </message>
    <message>
        <location filename="../../core/exchange/Import.cpp"/>
        <source>Your role may not set the %1 of %2.</source>
        <translation>Ihre Rolle darf %1 von %2 nicht setzen.</translation>
    </message>
    <message>
        <location filename="../../core/store/WritePath.cpp"/>
        <source>Your role may not set the %1.</source>
        <translation>Ihre Rolle darf das nicht angeben: %1.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/ListPrices.cpp"/>
        <source>a price on the way is less than 0 or more than 1,000,000,000.</source>
        <translation>ein Preis unterwegs ist kleiner als 0 oder größer als 1.000.000.000.</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <location filename="../../sync/server/AdminDeeds.cpp"/>
        <source>closed the alert: %1</source>
        <translation>hat den Hinweis geschlossen: %1</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>exactly %1</source>
        <translation>genau %1</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>from %1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>it cannot be read.</source>
        <translation>es kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Totals.cpp"/>
        <source>it comes to more than can be reckoned with.</source>
        <translation>sie ergibt mehr, als sich rechnen lässt.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>it does not say what the quote says.</source>
        <translation>es sagt nicht, was das Angebot sagt.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>it does not say when it was handed over.</source>
        <translation>es sagt nicht, wann es übergeben wurde.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>it is about another quote.</source>
        <translation>es gehört zu einem anderen Angebot.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>it is in another currency than its quote.</source>
        <translation>es ist in einer anderen Währung als sein Angebot.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>it is not written as Satchel writes one.</source>
        <translation>es ist nicht so geschrieben, wie Satchel es schreibt.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>its hash is that of another one.</source>
        <translation>seine Prüfsumme gehört zu einem anderen.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>its net is another than the one printed on it.</source>
        <translation>sein Nettobetrag ist ein anderer als der aufgedruckte.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>its number is another than the one printed on it.</source>
        <translation>seine Nummer ist eine andere als die aufgedruckte.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Promotions.cpp"/>
        <source>its price cannot be rounded.</source>
        <translation>der Preis kann nicht gerundet werden.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>its quote is not there.</source>
        <translation>sein Angebot ist nicht da.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>its revision is another than the one printed on it.</source>
        <translation>seine Fassung ist eine andere als die aufgedruckte.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>its sums are not those of its lines. %1</source>
        <translation>seine Summen sind nicht die seiner Positionen. %1</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>its tax is another than the one printed on it.</source>
        <translation>seine Steuer ist eine andere als die aufgedruckte.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>its total is another than the one printed on it.</source>
        <translation>seine Summe ist eine andere als die aufgedruckte.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Promotions.cpp"/>
        <source>more than 10,000,000 would come free.</source>
        <translation>mehr als 10.000.000 wären gratis.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/ListPrices.cpp"/>
        <source>more than 200 price lists build on each other.</source>
        <translation>mehr als 200 Preislisten bauen aufeinander auf.</translation>
    </message>
    <message>
        <location filename="../../core/sales/PricePublishing.cpp"/>
        <source>r%1, which would begin on %2, is overtaken by r%3 and will not count.</source>
        <translation>Stand %1, der am %2 begonnen hätte, wird von Stand %3 überholt und gilt nicht.</translation>
    </message>
    <message>
        <location filename="../../core/rules/quotes/GuardDocuments.cpp"/>
        <source>somebody else is named as who handed it over.</source>
        <translation>es nennt jemand anders, der es übergeben hat.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Totals.cpp"/>
        <source>the discount is more than the price.</source>
        <translation>der Rabatt ist größer als der Preis.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Totals.cpp"/>
        <source>the discount must be 0 to 100 percent.</source>
        <translation>der Rabatt muss 0 bis 100 Prozent sein.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Totals.cpp"/>
        <source>the discount must not be less than 0.</source>
        <translation>der Rabatt darf nicht kleiner als 0 sein.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Chain.cpp"/>
        <source>the price lists %1 refer to each other in a circle.</source>
        <translation>Die Preislisten %1 verweisen im Kreis aufeinander.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Pricing.cpp"/>
        <location filename="../../core/rules/pricing/Totals.cpp"/>
        <source>the price must be at least 0 and at most 1,000,000,000.</source>
        <translation>der Preis muss mindestens 0 und höchstens 1.000.000.000 sein.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Pricing.cpp"/>
        <source>the price of its unit is more than 1,000,000,000.</source>
        <translation>der Preis der Einheit ist mehr als 1.000.000.000.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Pricing.cpp"/>
        <source>the product has no unit "%1".</source>
        <translation>der Artikel hat keine Einheit "%1".</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Promotions.cpp"/>
        <source>the promotion %1 gives away a product that is not there.</source>
        <translation>die Aktion %1 verschenkt einen Artikel, den es nicht gibt.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Promotions.cpp"/>
        <source>the promotion %1 would give away more than 10,000,000.</source>
        <translation>die Aktion %1 würde mehr als 10.000.000 verschenken.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Pricing.cpp"/>
        <source>the quantity in the product's own unit must be at most 10,000,000.</source>
        <translation>die Menge in der Einheit des Artikels darf höchstens 10.000.000 sein.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Pricing.cpp"/>
        <location filename="../../core/rules/pricing/Totals.cpp"/>
        <source>the quantity must be more than 0 and at most 10,000,000.</source>
        <translation>die Menge muss größer als 0 und höchstens 10.000.000 sein.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Totals.cpp"/>
        <source>the tax must not be less than 0 percent.</source>
        <translation>die Steuer darf nicht kleiner als 0 Prozent sein.</translation>
    </message>
    <message>
        <location filename="../../core/rules/pricing/Pricing.cpp"/>
        <source>there is no such product.</source>
        <translation>diesen Artikel gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>coreWords</name>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>1 record</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>1 unsent change</source>
        <translation>1 nicht gesendete Änderung</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>A product that is not here</source>
        <translation>Ein Artikel, der nicht hier ist,</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>The account</source>
        <translation>Der Kunde</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>The discount</source>
        <translation>Der Rabatt</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>The first day</source>
        <translation>Der erste Tag</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>The last day</source>
        <translation>Der letzte Tag</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>The minimum price</source>
        <translation>Der Mindestpreis</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>The percentage</source>
        <translation>Der Prozentsatz</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>The percentage of the cost</source>
        <translation>Der Prozentsatz der Kosten</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>The price</source>
        <translation>Der Preis</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>The quantity</source>
        <translation>Die Menge</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>a product that is not here</source>
        <translation>einen Artikel, der nicht hier ist</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>may</source>
        <translation>darf</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>may in each element</source>
        <translation>darf in jedem Eintrag</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>may in each entry</source>
        <translation>darf in jedem Eintrag</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>may in each member</source>
        <translation>darf in jeder Zeile</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>no unsent change</source>
        <translation>keine nicht gesendete Änderung</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>somebody else</source>
        <translation>jemand anders</translation>
    </message>
    <message>
        <location filename="../../ui/language/Sentences.cpp"/>
        <source>this quote</source>
        <translation>dieses Angebot</translation>
    </message>
</context>
<context>
    <name>entitiesWords</name>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Account teams</source>
        <translation>Kundenteams</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Accounts</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Agreed prices</source>
        <translation>Vereinbarte Preise</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Colleagues</source>
        <translation>Kollegen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Companies</source>
        <translation>Eigene Firmen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Contacts</source>
        <translation>Ansprechpartner</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Customer part numbers</source>
        <translation>Artikelnummern des Kunden</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Deputies</source>
        <translation>Vertretungen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Discount authorities</source>
        <translation>Rabattbefugnisse</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Entitlements</source>
        <translation>Preisberechtigungen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Exchange rates</source>
        <translation>Wechselkurse</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Frame agreements</source>
        <translation>Rahmenverträge</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Opportunities</source>
        <translation>Verkaufschancen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Option groups</source>
        <translation>Optionsgruppen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Order lines</source>
        <translation>Auftragspositionen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Parts of bundles</source>
        <translation>Teile von Paketen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Price lists</source>
        <translation>Preislisten</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Price revisions</source>
        <translation>Preisstände</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Product costs</source>
        <translation>Einstandspreise</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Product rules</source>
        <translation>Artikelregeln</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Products</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Promotions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Quote groups</source>
        <translation>Angebotsgruppen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Quote lines</source>
        <translation>Angebotspositionen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Quotes</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Quotes as handed over</source>
        <translation>Angebote wie übergeben</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Saved lists</source>
        <translation>Gespeicherte Listen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Tax rates</source>
        <translation>Steuersätze</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Territories</source>
        <translation>Gebiete</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>To-dos</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
</context>
<context>
    <name>entityWords</name>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Account</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Account team</source>
        <translation>Kundenteam</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Agreed price</source>
        <translation>Vereinbarter Preis</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Colleague</source>
        <translation>Kollege</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Company</source>
        <translation>Eigene Firma</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Contact</source>
        <translation>Ansprechpartner</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Customer part number</source>
        <translation>Artikelnummer des Kunden</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Deputy</source>
        <translation>Vertretung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Discount authority</source>
        <translation>Rabattbefugnis</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Entitlement</source>
        <translation>Preisberechtigung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Exchange rate</source>
        <translation>Wechselkurs</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Frame agreement</source>
        <translation>Rahmenvertrag</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Opportunity</source>
        <translation>Verkaufschance</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Option group</source>
        <translation>Optionsgruppe</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Order line</source>
        <translation>Auftragsposition</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Part of a bundle</source>
        <translation>Teil eines Pakets</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Price revision</source>
        <translation>Preisstand</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Product cost</source>
        <translation>Einstandspreis</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Product rule</source>
        <translation>Artikelregel</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Promotion</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Quote</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Quote as handed over</source>
        <translation>Angebot wie übergeben</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Quote group</source>
        <translation>Angebotsgruppe</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Quote line</source>
        <translation>Angebotsposition</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Saved list</source>
        <translation>Gespeicherte Liste</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Tax rate</source>
        <translation>Steuersatz</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>To-do</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
</context>
<context>
    <name>fieldWords</name>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>About the status</source>
        <translation>Zum Status</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Accepted at</source>
        <translation>Angenommen am</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Accepted by</source>
        <translation>Angenommen von</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Account</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Accounts</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Again and again</source>
        <translation>Mehrfach</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Agreement</source>
        <translation>Rahmenvertrag</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Alternative to</source>
        <translation>Alternative zu</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Annual revenue</source>
        <translation>Jahresumsatz</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Asked</source>
        <translation>Gefragt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Asked at</source>
        <translation>Gefragt am</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Asked by</source>
        <translation>Gefragt von</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Assigned to</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Bank</source>
        <translation>Bankverbindung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Base list</source>
        <translation>Grundliste</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Birthday</source>
        <translation>Geburtstag</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Bundle</source>
        <translation>Paket</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Buy</source>
        <translation>Kaufen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Closed on</source>
        <translation>Abgeschlossen am</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Closes on</source>
        <translation>Abschluss am</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Colleague</source>
        <translation>Kollege</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Comment</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Contact</source>
        <translation>Ansprechpartner</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Cost</source>
        <translation>Einstand</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Decided at</source>
        <translation>Entschieden am</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Decided by</source>
        <translation>Entschieden von</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Delivery date</source>
        <translation>Liefertermin</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Deputy</source>
        <translation>Vertretung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Discount amount</source>
        <translation>Rabattbetrag</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Discount in percent</source>
        <translation>Rabatt in Prozent</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Done on</source>
        <translation>Erledigt am</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Employees</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Ends</source>
        <translation>Ende</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Ends in</source>
        <translation>Endet auf</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Exchange rates</source>
        <translation>Wechselkurse</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Exclusive</source>
        <translation>Nicht kombinierbar</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Families</source>
        <translation>Warengruppen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Family</source>
        <translation>Warengruppe</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Fingerprint</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Floor price</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Follows</source>
        <translation>Folgt auf</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Footer</source>
        <translation>Fußzeile</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Former revision</source>
        <translation>Vorherige Fassung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Free</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Free product</source>
        <translation>Gratisartikel</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>From currency</source>
        <translation>Von Währung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>From quantity</source>
        <translation>Ab Menge</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>From this amount on</source>
        <translation>Ab diesem Betrag</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Handed over at</source>
        <translation>Übergeben am</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Handed over by</source>
        <translation>Übergeben von</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>How the price came about</source>
        <translation>Wie der Preis zustande kam</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Industry</source>
        <translation>Branche</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Introduction</source>
        <translation>Einleitung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Is worth</source>
        <translation>Entspricht</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Job title</source>
        <translation>Position</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>List price</source>
        <translation>Listenpreis</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Login</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Minimum price</source>
        <translation>Mindestpreis</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Mobile</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>More e-mails</source>
        <translation>Weitere E-Mails</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>More phones</source>
        <translation>Weitere Telefone</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>National account</source>
        <translation>Überregionaler Kunde</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Not the same as</source>
        <translation>Nicht dasselbe wie</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Number over there</source>
        <translation>Nummer dort</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Opportunity</source>
        <translation>Verkaufschance</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Option group</source>
        <translation>Optionsgruppe</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Ordered on</source>
        <translation>Bestellt am</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Other currencies too</source>
        <translation>Auch andere Währungen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Other product</source>
        <translation>Anderer Artikel</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Owner</source>
        <translation>Betreuer</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Part number</source>
        <translation>Artikelnummer</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Part of</source>
        <translation>Teil von</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Position</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Prefers</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Price list revisions</source>
        <translation>Stände der Preislisten</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Products</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Promotion</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Published at</source>
        <translation>Veröffentlicht am</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Published by</source>
        <translation>Veröffentlicht von</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Quantity breaks</source>
        <translation>Mengenstaffel</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Quote</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Quotes are valid for (days)</source>
        <translation>Angebote gelten (Tage)</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Reference</source>
        <translation>Ihr Zeichen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Registration</source>
        <translation>Handelsregister</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Respond by</source>
        <translation>Antwort bis</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Revision</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Role in the decision</source>
        <translation>Entscheiderrolle</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Rounded to</source>
        <translation>Gerundet auf</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Salutation</source>
        <translation>Anrede</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Seal</source>
        <translation>Siegel</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Ship to</source>
        <translation>Lieferanschrift</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Starts</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Status since</source>
        <translation>Status seit</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Tags</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Tax class</source>
        <translation>Steuerklasse</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Tax inclusive</source>
        <translation>Steuer enthalten</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Tax percent</source>
        <translation>Steuersatz</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Taxation</source>
        <translation>Besteuerung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Territories</source>
        <translation>Gebiete</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>To be looked at</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>To currency</source>
        <translation>In Währung</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Total with tax</source>
        <translation>Gesamt mit Steuer</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Touches</source>
        <translation>Kontakte bisher</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>VAT number</source>
        <translation>USt-IdNr.</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>What was found</source>
        <translation>Was auffiel</translation>
    </message>
</context>
<context>
    <name>memberWords</name>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
</context>
<context>
    <name>ruleWords</name>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>An edit brought the deleted record back</source>
        <translation>Eine Änderung hat den gelöschten Eintrag zurückgeholt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Another record has this too; they may be the same</source>
        <translation>Ein anderer Eintrag hat das auch; vielleicht ist es derselbe</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Both amounts were added</source>
        <translation>Beide Mengen wurden addiert</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Both entries are kept</source>
        <translation>Beide Einträge bleiben</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Both lists were put together</source>
        <translation>Beide Listen wurden zusammengefügt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Both texts were put together</source>
        <translation>Beide Texte wurden zusammengefügt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Both wrote at the same place; both texts are kept</source>
        <translation>Beide haben an derselben Stelle geschrieben; beide Texte bleiben</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Both wrote the same</source>
        <translation>Beide haben dasselbe geschrieben</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Brought back</source>
        <translation>Zurückgeholt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Chosen in the inbox</source>
        <translation>Im Eingang gewählt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Not taken; the other value is kept</source>
        <translation>Nicht übernommen; der andere Wert gilt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Set</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Somebody has to decide</source>
        <translation>Jemand muss entscheiden</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>The higher value is kept</source>
        <translation>Der höhere Wert gilt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>The later edit is kept</source>
        <translation>Die spätere Änderung gilt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>The new owner has not taken it</source>
        <translation>Der neue Betreuer hat es nicht übernommen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>The new owner has taken it</source>
        <translation>Der neue Betreuer hat es übernommen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>The record has a new owner, who decides</source>
        <translation>Der Eintrag hat einen neuen Betreuer, der entscheidet</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>The record was deleted</source>
        <translation>Der Eintrag wurde gelöscht</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>The server decides this field</source>
        <translation>Über dieses Feld entscheidet der Server</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Two records again</source>
        <translation>Wieder zwei Einträge</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>Two records became one</source>
        <translation>Aus zwei Einträgen wurde einer</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>What the customer has is not changed any more</source>
        <translation>Was der Kunde hat, wird nicht mehr geändert</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/WordTables.h"/>
        <source>What was closed stays closed</source>
        <translation>Was abgeschlossen war, bleibt abgeschlossen</translation>
    </message>
</context>
</TS>
