<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Approvals</name>
    <message>
        <source>You were signed out before there was an answer.</source>
        <translation>Sie wurden abgemeldet, bevor eine Antwort da war.</translation>
    </message>
    <message>
        <source>Sent for approval. Nothing of it is in force until a second admin approves.</source>
        <translation>Zur Genehmigung geschickt. Nichts davon gilt, bis ein zweiter Admin genehmigt.</translation>
    </message>
    <message>
        <source>Needs a second admin&apos;s approval: it is sent to them, and nothing is in force before.</source>
        <translation>Braucht die Genehmigung eines zweiten Admins: Es wird ihm geschickt, und vorher gilt nichts.</translation>
    </message>
    <message>
        <source>The next part of this needs a second admin&apos;s approval and was sent to them; what was done before it is in force, and what comes after it was not sent.</source>
        <translation>Der nächste Teil davon braucht die Genehmigung eines zweiten Admins und wurde ihm geschickt; was davor getan wurde, gilt, und was danach kommt, wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>A request of yours like this one waits already. The same again is not asked twice.</source>
        <translation>Eine gleiche Anfrage von Ihnen wartet schon. Dasselbe wird nicht zweimal gefragt.</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>%1: it failed. %2</source>
        <comment>an exchange, why</comment>
        <translation>%1: fehlgeschlagen. %2</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>off by default</source>
        <translation>standardmäßig aus</translation>
    </message>
    <message>
        <source>on by default</source>
        <translation>standardmäßig an</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>not paused</source>
        <translation>nicht pausiert</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>place %1</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>created: %1</source>
        <translation>angelegt: %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>connected as %1</source>
        <translation>verbunden als %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>nicht veröffentlicht</translation>
    </message>
    <message>
        <source>as of change %1</source>
        <translation>Stand der Änderung %1</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 Änderungen</translation>
    </message>
    <message>
        <source>to %1 recipients</source>
        <translation>an %1 Empfänger</translation>
    </message>
    <message>
        <source>paused: %1 sent, %2 wait</source>
        <translation>angehalten: %1 gesendet, %2 warten</translation>
    </message>
    <message>
        <source>cancelled: %1 sent</source>
        <translation>abgebrochen: %1 gesendet</translation>
    </message>
    <message>
        <source>goes on: %1 sent, %2 wait</source>
        <translation>geht weiter: %1 gesendet, %2 warten</translation>
    </message>
    <message>
        <source>opt-out link made</source>
        <translation>Abmeldelink erstellt</translation>
    </message>
    <message>
        <source>“%1” begun</source>
        <translation>„%1“ begonnen</translation>
    </message>
    <message>
        <source>“%1”: to be undone</source>
        <translation>„%1“: wird zurückgenommen</translation>
    </message>
    <message>
        <source>“%1” undone: %2 turned back, %3 stayed</source>
        <translation>„%1“ zurückgenommen: %2 zurück, %3 blieben</translation>
    </message>
    <message>
        <source>“%1”: %2 changed, %3 wait, %4 left out</source>
        <translation>„%1“: %2 geändert, %3 warten, %4 ausgelassen</translation>
    </message>
    <message>
        <source>asked for, about %1</source>
        <translation>erbeten, betrifft %1</translation>
    </message>
    <message>
        <source>approved, as %1 asked</source>
        <translation>genehmigt, wie von %1 erbeten</translation>
    </message>
    <message>
        <source>in force, as %1 asked: %2</source>
        <translation>in Kraft, wie von %1 erbeten: %2</translation>
    </message>
    <message>
        <source>refused; %1 had asked</source>
        <translation>abgelehnt; erbeten von %1</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>expired; %1 had asked</source>
        <translation>verfallen; erbeten von %1</translation>
    </message>
    <message>
        <source>outdated; %1 had asked</source>
        <translation>überholt; erbeten von %1</translation>
    </message>
    <message>
        <source>asked for by the person</source>
        <translation>auf Wunsch der Person</translation>
    </message>
    <message>
        <source>on staff&apos;s own account</source>
        <translation>aus eigenem Antrieb des Teams</translation>
    </message>
    <message>
        <source>on a legal request</source>
        <translation>auf rechtliche Anforderung</translation>
    </message>
    <message>
        <source>“%1” waits for a second admin</source>
        <translation>„%1“ wartet auf einen zweiten Admin</translation>
    </message>
    <message>
        <source>“%1” approved, and begun</source>
        <translation>„%1“ genehmigt und begonnen</translation>
    </message>
    <message>
        <source>“%1” refused: nothing of it is in force</source>
        <translation>„%1“ abgelehnt: Nichts davon gilt</translation>
    </message>
    <message>
        <source>“%1” expired: nothing of it is in force</source>
        <translation>„%1“ abgelaufen: Nichts davon gilt</translation>
    </message>
</context>
<context>
    <name>BuiltInWords</name>
    <message>
        <source>Everything that a person can switch off, in one go.</source>
        <translation>Alles, was sich abstellen lässt, auf einmal.</translation>
    </message>
    <message>
        <source>Nudges about something that waits for an answer or is due.</source>
        <translation>Erinnerungen an etwas, das auf Antwort wartet oder fällig ist.</translation>
    </message>
    <message>
        <source>What is new in the tools and services of this workspace.</source>
        <translation>Was in den Werkzeugen und Diensten dieses Workspace neu ist.</translation>
    </message>
    <message>
        <source>Questions about how things are going, and requests for feedback.</source>
        <translation>Fragen, wie es läuft, und Bitten um Rückmeldung.</translation>
    </message>
    <message>
        <source>Sign-ins, passwords and anything that puts an account at risk.</source>
        <translation>Anmeldungen, Passwörter und alles, was ein Konto gefährdet.</translation>
    </message>
    <message>
        <source>People must learn of a risk to their account, so these always arrive.</source>
        <translation>Wer ein Konto hat, muss von Gefahren dafür erfahren; darum kommen diese immer an.</translation>
    </message>
    <message>
        <source>What a new workspace starts with.</source>
        <translation>Womit ein neuer Workspace beginnt.</translation>
    </message>
</context>
<context>
    <name>BulkWords</name>
    <message>
        <source>All optional messages</source>
        <translation>Alle optionalen Nachrichten</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 Person</numerusform>
            <numerusform>%1 Leute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 channels</source>
        <translation>
            <numerusform>%1 Channel</numerusform>
            <numerusform>%1 Channels</numerusform>
        </translation>
    </message>
    <message>
        <source>Opt out %1</source>
        <translation>%1 abmelden</translation>
    </message>
    <message>
        <source>Set %1 back to the default</source>
        <translation>%1 auf Standard zurücksetzen</translation>
    </message>
    <message>
        <source>Snooze %1</source>
        <translation>%1 stummschalten</translation>
    </message>
    <message>
        <source>Take it back for %1</source>
        <translation>Für %1 zurücknehmen</translation>
    </message>
    <message>
        <source>so already</source>
        <translation>schon so</translation>
    </message>
    <message>
        <source>left out: their own no, which only they turn back</source>
        <translation>ausgelassen: das eigene Nein, das nur sie selbst zurücknehmen</translation>
    </message>
    <message>
        <source>left out: required for everybody</source>
        <translation>ausgelassen: für alle Pflicht</translation>
    </message>
    <message>
        <source>left out: the category is archived</source>
        <translation>ausgelassen: Die Kategorie ist archiviert</translation>
    </message>
    <message>
        <source>left out: not known to the backend</source>
        <translation>ausgelassen: dem Backend nicht bekannt</translation>
    </message>
    <message>
        <source>left as it is: changed meanwhile</source>
        <translation>so gelassen: inzwischen geändert</translation>
    </message>
    <message>
        <source>left out: refused by the backend</source>
        <translation>ausgelassen: vom Backend abgelehnt</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <comment>state before, state after, how many</comment>
        <translation>%1 → %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>why nothing is done, to how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: now off for %2.</source>
        <translation>%1: jetzt aus für %2.</translation>
    </message>
    <message>
        <source>%1: back to the default for %2.</source>
        <translation>%1: wieder Standard für %2.</translation>
    </message>
    <message>
        <source>%1: snoozed for %2 until %3.</source>
        <translation>%1: stummgeschaltet für %2 bis %3.</translation>
    </message>
    <message>
        <source>%1: taken back for %2.</source>
        <translation>%1: zurückgenommen für %2.</translation>
    </message>
    <message>
        <source>Looking whom it changes.</source>
        <translation>Es wird nachgesehen, wen es ändert.</translation>
    </message>
    <message>
        <source>Looking whether it is still so.</source>
        <translation>Es wird nachgesehen, ob es noch so ist.</translation>
    </message>
    <message>
        <source>Being done.</source>
        <translation>Wird gemacht.</translation>
    </message>
    <message>
        <source>Stopping after what is on its way.</source>
        <translation>Hält an, sobald fertig ist, was unterwegs ist.</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 done, each of them whole.</source>
        <translation>Angehalten: %1 von %2 fertig, jede davon ganz.</translation>
    </message>
    <message>
        <source>%1 of %2 are done. Going on does nothing twice.</source>
        <translation>%1 von %2 sind fertig. Beim Weitermachen geschieht nichts doppelt.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>It changes nobody.</source>
        <translation>Es ändert niemanden.</translation>
    </message>
    <message>
        <source>It changes %1.</source>
        <translation>Es ändert %1.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Changed since you looked: %1. Nothing was done; look again.</source>
        <translation>Geändert, seit Sie nachgesehen haben: %1. Nichts wurde gemacht; sehen Sie noch einmal hin.</translation>
    </message>
    <message>
        <source>Sending it to a second admin.</source>
        <translation>Wird einem zweiten Admin geschickt.</translation>
    </message>
    <message>
        <source>Sent for approval: %1.</source>
        <translation>Zur Genehmigung geschickt: %1.</translation>
    </message>
    <message>
        <source>Nothing of it is in force until a second admin approves. It stands under Approvals.</source>
        <translation>Nichts davon gilt, bis ein zweiter Admin genehmigt. Es steht unter Genehmigungen.</translation>
    </message>
</context>
<context>
    <name>CategoryWords</name>
    <message numerus="yes">
        <source>%1 people and channels</source>
        <translation>
            <numerusform>%1 Person oder Channel</numerusform>
            <numerusform>%1 Leute und Channels</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 would get it against their own choice, which stays saved and counts again once it is no longer required.</source>
        <translation>%1 bekämen es gegen die eigene Entscheidung; sie bleibt gespeichert und gilt wieder, sobald es keine Pflicht mehr ist.</translation>
    </message>
    <message>
        <source>%1 would get it against their own choice.</source>
        <translation>%1 bekämen es gegen die eigene Entscheidung.</translation>
    </message>
    <message>
        <source>%1 would get it who do not get it now.</source>
        <translation>%1 bekämen es, die es jetzt nicht bekommen.</translation>
    </message>
    <message>
        <source>%1 would no longer get it.</source>
        <translation>%1 bekämen es nicht mehr.</translation>
    </message>
    <message>
        <source>Anyone who may change things could turn it back on for %1 who turned it off.</source>
        <translation>Wer ändern darf, könnte es für %1 wieder einschalten, die es ausgeschaltet haben.</translation>
    </message>
    <message>
        <source>It is off for %1. What they asked for themselves only they could turn back on.</source>
        <translation>Es ist für %1 aus. Was sie selbst verlangt haben, könnten nur sie wieder einschalten.</translation>
    </message>
    <message>
        <source>It is off for %1. What they asked for themselves nobody could turn back on.</source>
        <translation>Es ist für %1 aus. Was sie selbst verlangt haben, könnte niemand wieder einschalten.</translation>
    </message>
    <message>
        <source>While Refrain cannot be asked, senders would send it to everybody, %1 for whom it is off included.</source>
        <translation>Solange Refrain nicht gefragt werden kann, bekämen es alle, auch %1, für die es aus ist.</translation>
    </message>
    <message>
        <source>While Refrain cannot be asked, nobody would get it.</source>
        <translation>Solange Refrain nicht gefragt werden kann, bekäme es niemand.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Use of data</source>
        <translation>Datennutzung</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Only the person</source>
        <translation>Nur die Person</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Send it anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>Do not send it</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>All optional messages</source>
        <translation>Alle optionalen Nachrichten</translation>
    </message>
    <message>
        <source>It comes back as it was: choices made before it was archived count again.</source>
        <translation>Sie kommt zurück, wie sie war: Was vor dem Archivieren gewählt wurde, gilt wieder.</translation>
    </message>
    <message>
        <source>Nothing can be sent under it any more, and it leaves every list. Choices are kept; its slug is never used again.</source>
        <translation>Darunter lässt sich nichts mehr senden, und sie verschwindet aus allen Listen. Alle Entscheidungen bleiben erhalten; ihr Kürzel wird nie wieder vergeben.</translation>
    </message>
    <message>
        <source>Nobody&apos;s messages change.</source>
        <translation>Für niemanden ändern sich Nachrichten.</translation>
    </message>
    <message>
        <source>Give it a title that people understand.</source>
        <translation>Geben Sie ihr einen Titel, den alle verstehen.</translation>
    </message>
    <message>
        <source>The slug has lower-case letters, digits and inner hyphens, 64 at most.</source>
        <translation>Das Kürzel hat Kleinbuchstaben, Ziffern und innere Bindestriche, höchstens 64.</translation>
    </message>
    <message>
        <source>There is or was a category with this slug, and a slug is never used again.</source>
        <translation>Es gibt oder gab eine Kategorie mit diesem Kürzel, und ein Kürzel wird nie wieder vergeben.</translation>
    </message>
    <message>
        <source>Say why nobody can leave it: everybody reads the reason.</source>
        <translation>Sagen Sie, warum niemand sie abstellen kann: Alle lesen den Grund.</translation>
    </message>
    <message>
        <source>What is required cannot be paused.</source>
        <translation>Was Pflicht ist, lässt sich nicht pausieren.</translation>
    </message>
</context>
<context>
    <name>CellAccess</name>
    <message>
        <source>The list is in this order.</source>
        <translation>Die Liste steht in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>The list is in this order, backwards.</source>
        <translation>Die Liste steht in dieser Reihenfolge, rückwärts.</translation>
    </message>
</context>
<context>
    <name>CellWords</name>
    <message>
        <source> Being saved.</source>
        <translation> Wird gespeichert.</translation>
    </message>
    <message>
        <source> A change was refused: the details say why.</source>
        <translation> Eine Änderung wurde abgelehnt: Die Details sagen, warum.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source> Saved here, not yet in force.</source>
        <translation> Hier gespeichert, noch nicht in Kraft.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>category, state</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>entfällt</translation>
    </message>
</context>
<context>
    <name>ConnectWords</name>
    <message>
        <source>Reaching the server</source>
        <translation>Der Server wird gesucht</translation>
    </message>
    <message>
        <source>Go on in your browser</source>
        <translation>Weiter in Ihrem Browser</translation>
    </message>
    <message>
        <source>Waiting for an admin&apos;s approval</source>
        <translation>Warten auf die Zustimmung eines Admins</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>You are not signed in</source>
        <translation>Sie sind nicht angemeldet</translation>
    </message>
    <message>
        <source>Slack does not know the app by these credentials. Nothing was connected; enter them again.</source>
        <translation>Slack kennt die App unter diesen Zugangsdaten nicht. Nichts wurde verbunden; geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>Refrain&apos;s backend on this computer, or Slack, does not answer. Nothing was changed.</source>
        <translation>Das Backend von Refrain auf diesem Computer oder Slack antwortet nicht. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Open the browser again</source>
        <translation>Browser noch einmal öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Enter the credentials</source>
        <translation>Zugangsdaten eingeben</translation>
    </message>
    <message>
        <source>Install again in Slack</source>
        <translation>In Slack neu installieren</translation>
    </message>
    <message>
        <source>Slack asks for an approval</source>
        <translation>Slack verlangt eine Zustimmung</translation>
    </message>
    <message>
        <source>Refrain did not start on this computer</source>
        <translation>Refrain ist auf diesem Computer nicht gestartet</translation>
    </message>
    <message>
        <source>Making the practice workspace</source>
        <translation>Der Übungs-Workspace entsteht</translation>
    </message>
    <message>
        <source>Starting on this computer</source>
        <translation>Start auf diesem Computer</translation>
    </message>
    <message>
        <source>Connect a channel by its webhook</source>
        <translation>Einen Kanal per Webhook verbinden</translation>
    </message>
    <message>
        <source>Slack asks in the browser which channel it shall be, and gives an address for it. Refrain keeps the address sealed; senders then reach the channel as channel_&lt;name&gt;, also a private one that the app is not in. An opt-out of the channel holds for it too.</source>
        <translation>Slack fragt im Browser, welcher Kanal es sein soll, und gibt eine Adresse dafür. Refrain bewahrt sie versiegelt auf; wer sendet, erreicht den Kanal dann als channel_&lt;Name&gt;, auch einen privaten, in dem die App nicht ist. Eine Abmeldung des Kanals gilt auch dafür.</translation>
    </message>
    <message>
        <source>Choose it in Slack</source>
        <translation>In Slack wählen</translation>
    </message>
    <message>
        <source>Connecting the channel</source>
        <translation>Der Kanal wird verbunden</translation>
    </message>
    <message>
        <source>No channel was connected</source>
        <translation>Kein Kanal wurde verbunden</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
</context>
<context>
    <name>InsightPlots</name>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day&apos;s format</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Most: %1, %2.</source>
        <comment>how many, when</comment>
        <translation>Am meisten: %1, %2.</translation>
    </message>
    <message>
        <source>All optional messages</source>
        <translation>Alle optionalen Nachrichten</translation>
    </message>
    <message>
        <source>ddd, d MMM yyyy</source>
        <comment>a day&apos;s format</comment>
        <translation>ddd, d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>week from %1</source>
        <translation>Woche ab %1</translation>
    </message>
    <message>
        <source>Opt-ins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation>Abmeldungen</translation>
    </message>
    <message>
        <source>Nobody turned anything on in this time.</source>
        <translation>In dieser Zeit hat niemand etwas eingeschaltet.</translation>
    </message>
    <message>
        <source>Nobody turned anything off in this time.</source>
        <translation>In dieser Zeit hat niemand etwas ausgeschaltet.</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>%1 in all.</source>
        <comment>opt-ins</comment>
        <translation>Insgesamt %1.</translation>
    </message>
    <message>
        <source>%1 in all.</source>
        <comment>opt-outs</comment>
        <translation>Insgesamt %1.</translation>
    </message>
    <message>
        <source>Opt-outs after each broadcast</source>
        <translation>Abmeldungen nach jeder Rundnachricht</translation>
    </message>
    <message>
        <source>No message went to more than one in this time.</source>
        <translation>In dieser Zeit ging keine Nachricht an mehr als eine Person.</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>Rundnachricht</translation>
    </message>
    <message>
        <source>another way, within 7 days</source>
        <translation>anders, binnen 7 Tagen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>category, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>a date&apos;s and a time&apos;s format</comment>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <comment>share, opt-outs, messages</comment>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>Most after %1: %2 of %3.</source>
        <translation>Am meisten nach %1: %2 von %3.</translation>
    </message>
    <message>
        <source>Nobody left after one of them.</source>
        <translation>Nach keiner davon hat sich jemand abgemeldet.</translation>
    </message>
    <message>
        <source>How people opted out</source>
        <translation>Wie Menschen sich abgemeldet haben</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>how many, share</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 in all, most of them %2.</source>
        <comment>opt-outs</comment>
        <translation>Insgesamt %1, die meisten %2.</translation>
    </message>
    <message>
        <source>From the click to in force</source>
        <translation>Vom Klick bis es gilt</translation>
    </message>
    <message>
        <source>Nobody clicked for anything in this time.</source>
        <translation>In dieser Zeit hat niemand auf etwas geklickt.</translation>
    </message>
    <message>
        <source>95 of 100 within %1, half within %2</source>
        <translation>95 von 100 binnen %1, die Hälfte binnen %2</translation>
    </message>
    <message>
        <source>95 of 100 choices were in force within the time shown; never later than %1.</source>
        <translation>95 von 100 Entscheidungen galten binnen der gezeigten Zeit; nie später als nach %1.</translation>
    </message>
    <message>
        <source>Exchanges with Slack</source>
        <translation>Austausch mit Slack</translation>
    </message>
    <message>
        <source>Nothing was exchanged in this time.</source>
        <translation>In dieser Zeit wurde nichts ausgetauscht.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>%1 in all, %2 failed; the longest took %3.</source>
        <translation>Insgesamt %1, davon %2 gescheitert; am längsten dauerte es %3.</translation>
    </message>
    <message>
        <source>%1 in all, none failed; the longest took %2.</source>
        <translation>Insgesamt %1, keiner gescheitert; am längsten dauerte es %2.</translation>
    </message>
    <message>
        <source>What waits now</source>
        <translation>Was jetzt wartet</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>%1 · oldest %2</source>
        <comment>how many, duration</comment>
        <translation>%1 · ältester %2</translation>
    </message>
    <message>
        <source>Changes in this console</source>
        <translation>Änderungen in dieser Konsole</translation>
    </message>
    <message>
        <source>Changes that %1 has to confirm</source>
        <translation>Änderungen, die %1 bestätigen muss</translation>
    </message>
    <message>
        <source>Recipients of a message</source>
        <translation>Empfänger einer Nachricht</translation>
    </message>
    <message>
        <source>Acknowledgements in Slack</source>
        <translation>Bestätigungen in Slack</translation>
    </message>
    <message>
        <source>Saved, and not yet confirmed by whoever has to follow.</source>
        <translation>Gespeichert und noch nicht bestätigt von dem, der folgen muss.</translation>
    </message>
    <message>
        <source>Import rows for people not here yet</source>
        <translation>Importzeilen für Leute, die noch nicht hier sind</translation>
    </message>
    <message>
        <source>Requests for approval</source>
        <translation>Bitten um Genehmigung</translation>
    </message>
    <message>
        <source>with its own button or link</source>
        <translation>mit dem eigenen Knopf oder Link</translation>
    </message>
    <message>
        <source>Acts that a second admin has to approve</source>
        <translation>Vorgänge, die ein zweiter Admin freigeben muss</translation>
    </message>
    <message numerus="yes">
        <source>%1 more were taken back at once and do not count.</source>
        <translation>
            <numerusform>%1 weitere wurde gleich zurückgenommen und zählt nicht.</numerusform>
            <numerusform>%1 weitere wurden gleich zurückgenommen und zählen nicht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message>
        <source>The backend&apos;s figures cannot be read. It may be of another version than this console.</source>
        <translation>Die Zahlen des Backends sind nicht lesbar. Vielleicht ist es von einer anderen Version als diese Konsole.</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>Checking the log: %1 of %2 entries.</source>
        <translation>Das Protokoll wird geprüft: %1 von %2 Einträgen.</translation>
    </message>
    <message>
        <source>The log has not been checked yet.</source>
        <translation>Das Protokoll wurde noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Entries up to %1 were recomputed here and equal the signed root, checked %2.</source>
        <translation>Die Einträge bis %1 wurden hier nachgerechnet und ergeben die signierte Wurzel, geprüft %2.</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>Das Protokoll ist leer.</translation>
    </message>
    <message numerus="yes">
        <source>%1 newer entries shown here are not checked yet.</source>
        <translation>
            <numerusform>%1 neuerer Eintrag, der hier steht, ist noch nicht geprüft.</numerusform>
            <numerusform>%1 neuere Einträge, die hier stehen, sind noch nicht geprüft.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>--backend: &quot;%1&quot; is no address; write it like https://refrain.example.com</source>
        <translation>--backend: „%1“ ist keine Adresse; schreiben Sie sie wie https://refrain.example.com</translation>
    </message>
    <message>
        <source>--backend: the address must begin with https:// unless it is on this computer</source>
        <translation>--backend: Die Adresse muss mit https:// beginnen, wenn sie nicht auf diesem Computer liegt</translation>
    </message>
    <message>
        <source>The opt-out desk for Slack workspaces.</source>
        <translation>Die Abmeldestelle für Slack-Workspaces.</translation>
    </message>
    <message>
        <source>Keep settings and sign-ins under NAME.</source>
        <translation>Einstellungen und Anmeldungen unter NAME führen.</translation>
    </message>
    <message>
        <source>Use the Refrain server at URL.</source>
        <translation>Den Refrain-Server unter URL benutzen.</translation>
    </message>
    <message>
        <source>Open the practice workspace; nothing leaves this computer.</source>
        <translation>Den Übungs-Workspace öffnen; nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Save a picture of every screen in DIR, then end.</source>
        <translation>Ein Bild jeder Ansicht in DIR speichern, dann enden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an option</source>
        <translation>„%1“ ist keine Option</translation>
    </message>
    <message>
        <source>--profile: a name has 1 to 32 letters, digits, &quot;-&quot; and &quot;_&quot;</source>
        <translation>--profile: Ein Name hat 1 bis 32 Buchstaben, Ziffern, „-“ und „_“</translation>
    </message>
    <message>
        <source>--backend: practice mode brings its own server; leave one of the two out</source>
        <translation>--backend: Der Übungsmodus bringt seinen eigenen Server mit; lassen Sie eines von beiden weg</translation>
    </message>
    <message>
        <source>--screenshot-dir: a folder is missing</source>
        <translation>--screenshot-dir: Ein Ordner fehlt</translation>
    </message>
    <message>
        <source>--theme: it is light, dark, high-contrast or high-contrast-dark</source>
        <translation>--theme: es ist light, dark, high-contrast oder high-contrast-dark</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no link that Refrain opens; one looks like refrain://workspace/T0123/subject/U0123</source>
        <translation>„%1“ ist kein Link, den Refrain öffnet; so sieht einer aus: refrain://workspace/T0123/subject/U0123</translation>
    </message>
    <message>
        <source>Open a refrain:// link, in the console that runs.</source>
        <translation>Öffnet einen refrain://-Link, in der Konsole, die schon läuft.</translation>
    </message>
    <message>
        <source>--screenshot-size: write it like 1920x1080</source>
        <translation>--screenshot-size: Schreiben Sie es wie 1920x1080</translation>
    </message>
</context>
<context>
    <name>PersonCalls</name>
    <message>
        <source>The backend gave no address to open.</source>
        <translation>Das Backend hat keine Adresse zum Öffnen genannt.</translation>
    </message>
</context>
<context>
    <name>PlaybookWords</name>
    <message>
        <source>Announce a new category</source>
        <translation>Neue Kategorie ankündigen</translation>
    </message>
    <message>
        <source>Tells people about a new kind of messages and how to leave it. Publishing sends the announcement once, through the same decisions as every message; unpublishing stops what has not gone out yet.</source>
        <translation>Stellt eine neue Art von Nachrichten vor und sagt, wie man sie abbestellt. Veröffentlichen schickt die Ankündigung einmal, durch dieselben Entscheidungen wie jede Nachricht; Zurückziehen hält an, was noch nicht draußen ist.</translation>
    </message>
    <message>
        <source>The announcement</source>
        <translation>Die Ankündigung</translation>
    </message>
    <message>
        <source>Opt out, confirmed and for good</source>
        <translation>Abbestellen, bestätigt und endgültig</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>Die Frage</translation>
    </message>
    <message>
        <source>Below the question</source>
        <translation>Unter der Frage</translation>
    </message>
    <message>
        <source>The button that confirms</source>
        <translation>Die Schaltfläche, die bestätigt</translation>
    </message>
    <message>
        <source>The button that does not</source>
        <translation>Die Schaltfläche, die es nicht tut</translation>
    </message>
    <message>
        <source>After it was confirmed</source>
        <translation>Nach der Bestätigung</translation>
    </message>
    <message>
        <source>That it is final</source>
        <translation>Dass es endgültig ist</translation>
    </message>
    <message>
        <source>Opt out</source>
        <translation>Abbestellen</translation>
    </message>
    <message>
        <source>What somebody reads right after turning a kind of messages off, in the words of your company. It holds from the moment they ask, whatever the text says.</source>
        <translation>Was jemand liest, gleich nachdem eine Art von Nachrichten abbestellt wurde, in den Worten Ihres Unternehmens. Es gilt vom Augenblick des Wunsches an, was auch immer der Text sagt.</translation>
    </message>
    <message>
        <source>After one kind of messages was turned off</source>
        <translation>Nachdem eine Art von Nachrichten abbestellt wurde</translation>
    </message>
    <message>
        <source>After all optional messages were turned off</source>
        <translation>Nachdem alle optionalen Nachrichten abbestellt wurden</translation>
    </message>
    <message>
        <source>How to come back</source>
        <translation>Wie man zurückkommt</translation>
    </message>
    <message>
        <source>Re-subscribe</source>
        <translation>Wieder bestellen</translation>
    </message>
    <message>
        <source>What somebody reads who comes back, and the buttons that lead there. Who opted out is never asked to return.</source>
        <translation>Was jemand liest, der zurückkommt, und die Schaltflächen, die dahin führen. Wer abbestellt hat, wird nie gebeten zurückzukommen.</translation>
    </message>
    <message>
        <source>After one kind of messages was turned on</source>
        <translation>Nachdem eine Art von Nachrichten wieder bestellt wurde</translation>
    </message>
    <message>
        <source>After optional messages were turned on</source>
        <translation>Nachdem optionale Nachrichten wieder bestellt wurden</translation>
    </message>
    <message>
        <source>The button for one kind of messages</source>
        <translation>Die Schaltfläche für eine Art von Nachrichten</translation>
    </message>
    <message>
        <source>The button for all optional messages</source>
        <translation>Die Schaltfläche für alle optionalen Nachrichten</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Which pauses are offered behind “Snooze”, and what is said about them. The saved choice comes back by itself.</source>
        <translation>Welche Pausen hinter „Pause“ angeboten werden und was dazu gesagt wird. Die gespeicherte Wahl kommt von selbst wieder.</translation>
    </message>
    <message>
        <source>After one kind of messages was paused</source>
        <translation>Nachdem eine Art von Nachrichten pausiert wurde</translation>
    </message>
    <message>
        <source>After all optional messages were paused</source>
        <translation>Nachdem alle optionalen Nachrichten pausiert wurden</translation>
    </message>
    <message>
        <source>opt out</source>
        <translation>abbestellen</translation>
    </message>
    <message>
        <source>acknowledgement</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>confirmation</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>permanent</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>opt in</source>
        <translation>bestellen</translation>
    </message>
    <message>
        <source>come back</source>
        <translation>zurückkommen</translation>
    </message>
    <message>
        <source>snooze</source>
        <translation>pausieren</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>announcement</source>
        <translation>Ankündigung</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Published</source>
        <comment>a playbook</comment>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Draft</source>
        <comment>a playbook</comment>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>by %1, %2</source>
        <comment>who, when</comment>
        <translation>von %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n Woche</numerusform>
            <numerusform>%n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>All optional messages end after a confirmation, or at once where somebody writes “stop” or another word that the law knows. For 15 minutes that can be taken back; then nobody does, neither the person nor staff. While this is published, the choice for all optional messages has the policy “never”; unpublishing brings the policy of before back, and with it everybody&apos;s way to return.</source>
        <translation>Alle optionalen Nachrichten enden nach einer Bestätigung, oder sofort, wenn jemand „stop“ oder ein anderes Wort schreibt, das das Gesetz kennt. 15 Minuten lang lässt sich das zurücknehmen, danach nicht mehr: weder von der Person noch vom Team. Solange dies veröffentlicht ist, gilt für alle optionalen Nachrichten die Regel „niemals“; Zurückziehen bringt die vorige Regel wieder, und damit für alle den Weg zurück.</translation>
    </message>
</context>
<context>
    <name>PlotExport</name>
    <message>
        <source>The file cannot be written. Nothing was exported; choose another place.</source>
        <translation>Die Datei lässt sich nicht schreiben. Nichts wurde exportiert; wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>ProgressWords</name>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>First sync stopped: %1</source>
        <translation>Erster Abgleich angehalten: %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>First sync: %1</source>
        <translation>Erster Abgleich: %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>ReceiptPaper</name>
    <message>
        <source>Refrain · Receipt</source>
        <translation>Refrain · Beleg</translation>
    </message>
    <message>
        <source>This receipt does not prove what it says. %1</source>
        <translation>Dieser Beleg beweist nicht, was er sagt. %1</translation>
    </message>
    <message>
        <source>In the audit log</source>
        <translation>Im Protokoll</translation>
    </message>
    <message>
        <source>How to verify it</source>
        <translation>So lässt es sich prüfen</translation>
    </message>
    <message>
        <source>The receipt cannot be written there. Choose another place.</source>
        <translation>Der Beleg lässt sich dort nicht speichern. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Beleg %1</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>It is about another entry than its ID names.</source>
        <translation>Er betrifft einen anderen Eintrag als den, den seine Nummer nennt.</translation>
    </message>
    <message>
        <source>The entry does not lie in the log that was signed.</source>
        <translation>Der Eintrag liegt nicht in dem Protokoll, das unterschrieben wurde.</translation>
    </message>
    <message>
        <source>It shows other values than the log&apos;s entry commits to.</source>
        <translation>Er zeigt andere Werte, als der Eintrag des Protokolls festlegt.</translation>
    </message>
    <message>
        <source>The backend answered with something that is no receipt.</source>
        <translation>Das Backend hat mit etwas geantwortet, das kein Beleg ist.</translation>
    </message>
    <message>
        <source>The log&apos;s signature does not fit its key.</source>
        <translation>Die Unterschrift des Protokolls passt nicht zu seinem Schlüssel.</translation>
    </message>
    <message>
        <source>The evidence cannot be written there. Choose another place.</source>
        <translation>Der Nachweis lässt sich dort nicht speichern. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>RoleWords</name>
    <message>
        <source>Viewer</source>
        <translation>Einsicht</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Betreuung</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Sees people, their choices and the log. Changes nothing.</source>
        <translation>Sieht Leute, ihre Wahl und die Aktivität. Ändert nichts.</translation>
    </message>
    <message>
        <source>Also changes what one person or channel gets, always with a reason, and makes opt-out links.</source>
        <translation>Ändert auch, was eine Person oder ein Channel bekommt, immer mit Grund, und erstellt Abmeldelinks.</translation>
    </message>
    <message>
        <source>Also sends notifications.</source>
        <translation>Versendet auch Benachrichtigungen.</translation>
    </message>
    <message>
        <source>Everything: categories, roles, API keys, and private channels by name.</source>
        <translation>Alles: Kategorien, Rollen, API-Schlüssel, und private Channels mit Namen.</translation>
    </message>
    <message>
        <source>For another program: asks whether it may send, sends, and makes opt-out links. It sees no list of people.</source>
        <translation>Für ein anderes Programm: fragt, ob es senden darf, sendet und erstellt Abmeldelinks. Es sieht keine Liste der Leute.</translation>
    </message>
</context>
<context>
    <name>ScopeWords</name>
    <message>
        <source>People switch messages off and on with /optout, /optin and /optstatus.</source>
        <translation>Leute schalten Nachrichten mit /optout, /optin und /optstatus aus und an.</translation>
    </message>
    <message>
        <source>The list of people: names, roles, who left.</source>
        <translation>Die Liste der Leute: Namen, Rollen, wer gegangen ist.</translation>
    </message>
    <message>
        <source>The workspace&apos;s name.</source>
        <translation>Der Name des Workspace.</translation>
    </message>
    <message>
        <source>The list of public channels.</source>
        <translation>Die Liste der öffentlichen Channels.</translation>
    </message>
    <message>
        <source>Answers people, and sends the messages that they still want.</source>
        <translation>Antwortet den Leuten und sendet die Nachrichten, die sie noch wollen.</translation>
    </message>
    <message>
        <source>Opens the conversation in which it answers one person.</source>
        <translation>Öffnet die Unterhaltung, in der es einer Person antwortet.</translation>
    </message>
    <message>
        <source>E-mail addresses, to find people by them and to tell two of a name apart.</source>
        <translation>E-Mail-Adressen, um Leute danach zu finden und zwei gleichen Namens zu unterscheiden.</translation>
    </message>
    <message>
        <source>The names of private channels that Refrain was invited to.</source>
        <translation>Die Namen privater Channels, in die Refrain eingeladen wurde.</translation>
    </message>
    <message>
        <source>Reads what somebody writes to Refrain itself, to answer it.</source>
        <translation>Liest, was jemand an Refrain selbst schreibt, um darauf zu antworten.</translation>
    </message>
    <message>
        <source>Sends into public channels that it has not joined.</source>
        <translation>Sendet in öffentliche Channels, in denen es nicht ist.</translation>
    </message>
    <message>
        <source>Joins public channels that it is to send into.</source>
        <translation>Tritt öffentlichen Channels bei, in die es senden soll.</translation>
    </message>
</context>
<context>
    <name>SyncCards</name>
    <message numerus="yes">
        <source>They last agreed at %1, on %2 own choices.</source>
        <translation>
            <numerusform>Zuletzt waren sie um %1 gleich, bei %2 eigenen Entscheidung.</numerusform>
            <numerusform>Zuletzt waren sie um %1 gleich, bei %2 eigenen Entscheidungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>They were never compared yet.</source>
        <translation>Sie wurden noch nie verglichen.</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>wird verbunden</translation>
    </message>
    <message>
        <source>No contact since %1.</source>
        <translation>Kein Kontakt seit %1.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>agree</source>
        <translation>gleich</translation>
    </message>
    <message numerus="yes">
        <source>%1 own choices compared, checked %2</source>
        <translation>
            <numerusform>%1 eigene Entscheidung verglichen, geprüft %2</numerusform>
            <numerusform>%1 eigene Entscheidungen verglichen, geprüft %2</numerusform>
        </translation>
    </message>
    <message>
        <source>differ</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>oldest: %1</source>
        <translation>die älteste: %1</translation>
    </message>
    <message>
        <source>saved here, not yet in force</source>
        <translation>hier gespeichert, noch nicht in Kraft</translation>
    </message>
    <message numerus="yes">
        <source>%1 were not applied</source>
        <translation>
            <numerusform>%1 wurde nicht angewandt</numerusform>
            <numerusform>%1 wurden nicht angewandt</numerusform>
        </translation>
    </message>
    <message>
        <source>every change made here is in force</source>
        <translation>jede Änderung von hier ist in Kraft</translation>
    </message>
    <message>
        <source>nothing waits here; what others change is not known without contact</source>
        <translation>hier wartet nichts; was andere ändern, ist ohne Kontakt nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 Person</numerusform>
            <numerusform>%1 Leute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 channels</source>
        <translation>
            <numerusform>%1 Channel</numerusform>
            <numerusform>%1 Channels</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>coming in</source>
        <translation>kommt herein</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>%1, as of the last contact</source>
        <translation>%1, Stand des letzten Kontakts</translation>
    </message>
    <message>
        <source>They last agreed at %1: nobody had chosen anything.</source>
        <translation>Zuletzt waren sie um %1 gleich: Niemand hatte etwas entschieden.</translation>
    </message>
    <message>
        <source>nobody had chosen anything, here or there; checked %1</source>
        <translation>hier wie dort hatte niemand etwas entschieden; geprüft %1</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n h</numerusform>
            <numerusform>vor %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message numerus="yes">
        <source>%n ms</source>
        <translation>
            <numerusform>%n ms</numerusform>
            <numerusform>%n ms</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date&apos;s format</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date&apos;s format, without the year</comment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>by %1 %2</source>
        <comment>person, way</comment>
        <translation>von %1 %2</translation>
    </message>
    <message>
        <source>Refrain</source>
        <translation>Refrain</translation>
    </message>
    <message>
        <source>Message of “%1” sent</source>
        <translation>Nachricht von „%1“ gesendet</translation>
    </message>
    <message>
        <source>Message of “%1” kept back</source>
        <translation>Nachricht von „%1“ zurückgehalten</translation>
    </message>
    <message>
        <source>Nothing could be sent there.</source>
        <translation>Dorthin konnte nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Message of “%1” could not be sent</source>
        <translation>Nachricht von „%1“ konnte nicht gesendet werden</translation>
    </message>
    <message>
        <source>Message of “%1”: it may have arrived or not</source>
        <translation>Nachricht von „%1“: angekommen oder nicht, das ist offen</translation>
    </message>
    <message>
        <source>It reached the same address through %1.</source>
        <translation>Sie hat dieselbe Adresse über %1 erreicht.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Role in Slack</source>
        <translation>Rolle in Slack</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Left the workspace</source>
        <translation>Hat den Workspace verlassen</translation>
    </message>
    <message>
        <source>Came back to the workspace</source>
        <translation>Ist in den Workspace zurückgekehrt</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>No longer archived</source>
        <translation>Nicht mehr archiviert</translation>
    </message>
    <message>
        <source>No longer linked with another account</source>
        <translation>Nicht mehr mit einem anderen Konto verknüpft</translation>
    </message>
    <message>
        <source>Linked with another account</source>
        <translation>Mit einem anderen Konto verknüpft</translation>
    </message>
    <message>
        <source>%1: %2, was %3</source>
        <comment>field, now, before</comment>
        <translation>%1: %2, vorher %3</translation>
    </message>
    <message>
        <source>from Slack&apos;s directory</source>
        <translation>aus Slacks Verzeichnis</translation>
    </message>
    <message>
        <source>Came into the directory</source>
        <translation>Kam ins Verzeichnis</translation>
    </message>
    <message>
        <source>Details changed</source>
        <translation>Angaben geändert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>category, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>ticket %1</source>
        <translation>Ticket %1</translation>
    </message>
    <message numerus="yes">
        <source>Told in Slack of %n change(s)</source>
        <translation>
            <numerusform>In Slack über %n Änderung informiert</numerusform>
            <numerusform>In Slack über %n Änderungen informiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not told in Slack yet of %n change(s)</source>
        <translation>
            <numerusform>In Slack noch nicht über %n Änderung informiert</numerusform>
            <numerusform>In Slack noch nicht über %n Änderungen informiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Could not be told in Slack of %n change(s)</source>
        <translation>
            <numerusform>Konnte in Slack nicht über %n Änderung informiert werden</numerusform>
            <numerusform>Konnte in Slack nicht über %n Änderungen informiert werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>May have been told in Slack of %n change(s), or not</source>
        <translation>
            <numerusform>In Slack vielleicht über %n Änderung informiert, vielleicht nicht</numerusform>
            <numerusform>In Slack vielleicht über %n Änderungen informiert, vielleicht nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>by Refrain, in a direct message</source>
        <translation>von Refrain, als Direktnachricht</translation>
    </message>
    <message>
        <source>Last compared with Slack&apos;s directory</source>
        <translation>Zuletzt mit dem Verzeichnis von Slack verglichen</translation>
    </message>
    <message>
        <source>The reading is not over yet.</source>
        <translation>Es wird noch gelesen.</translation>
    </message>
    <message>
        <source>What differed stands here as well.</source>
        <translation>Was abwich, steht auch hier.</translation>
    </message>
    <message>
        <source>%1: not the same in %2</source>
        <comment>category, system</comment>
        <translation>%1: weicht in %2 ab</translation>
    </message>
    <message>
        <source>It has been repaired.</source>
        <translation>Das ist behoben.</translation>
    </message>
    <message>
        <source>It may still send. Sync shows what is done about it.</source>
        <translation>Dort wird vielleicht noch gesendet. Was dagegen geschieht, steht unter Abgleich.</translation>
    </message>
    <message>
        <source>It is left as it is.</source>
        <translation>Das bleibt so.</translation>
    </message>
</context>
<context>
    <name>WorkflowWords</name>
    <message>
        <source>every day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>Mon–Fri</source>
        <translation>Mo–Fr</translation>
    </message>
    <message>
        <source>when triggered</source>
        <translation>auf Auslösung</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>days, time of day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>nobody fits whom it is for</source>
        <translation>niemand passt, für den er ist</translation>
    </message>
    <message>
        <source>missed: Refrain was not running</source>
        <translation>verpasst: Refrain lief nicht</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 recipient(s)</source>
        <translation>
            <numerusform>%1 Empfänger</numerusform>
            <numerusform>%1 Empfänger</numerusform>
        </translation>
    </message>
    <message>
        <source>sending, %1 wait</source>
        <translation>wird gesendet, %1 warten</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <comment>how many</comment>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <comment>how many</comment>
        <translation>%1 übersprungen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <comment>how many</comment>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 not known</source>
        <comment>how many</comment>
        <translation>%1 ungewiss</translation>
    </message>
</context>
<context>
    <name>refrain::console::Accounts</name>
    <message>
        <source>The list of workspaces cannot be read. It was set aside as accounts.json.broken; sign in again. Changes that wait to be sent were kept.</source>
        <translation>Die Liste der Workspaces ist nicht lesbar. Sie wurde als accounts.json.broken beiseitegelegt; melden Sie sich neu an. Wartende Änderungen sind erhalten.</translation>
    </message>
</context>
<context>
    <name>refrain::console::AgreementCheck</name>
    <message>
        <source>The backend could not be asked.</source>
        <translation>Das Backend konnte nicht gefragt werden.</translation>
    </message>
    <message>
        <source>The backend could not compare: %1</source>
        <translation>Das Backend konnte nicht vergleichen: %1</translation>
    </message>
    <message>
        <source>Changes come in too fast to compare just now.</source>
        <translation>Gerade kommen Änderungen zu schnell, um zu vergleichen.</translation>
    </message>
    <message>
        <source>Waiting until the changes that come in are here too.</source>
        <translation>Warten, bis die neuen Änderungen auch hier sind.</translation>
    </message>
    <message>
        <source>The digests could not be read.</source>
        <translation>Die Prüfsummen waren nicht lesbar.</translation>
    </message>
    <message numerus="yes">
        <source>%1 own choices compared, digests equal; those of %n differed and were fetched again.</source>
        <translation>
            <numerusform>%1 eigene Entscheidungen verglichen, Prüfsummen gleich; die von %n Person waren anders und wurden neu abgerufen.</numerusform>
            <numerusform>%1 eigene Entscheidungen verglichen, Prüfsummen gleich; die von %n Leuten waren anders und wurden neu abgerufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 own choices compared, digests equal.</source>
        <translation>%1 eigene Entscheidungen verglichen, Prüfsummen gleich.</translation>
    </message>
    <message>
        <source>Console and backend hold different choices, also after fetching again.</source>
        <translation>Konsole und Backend haben verschiedene Entscheidungen, auch nach neuem Abruf.</translation>
    </message>
    <message>
        <source>The cache cannot be read.</source>
        <translation>Der Zwischenspeicher ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Console and backend differ, and the backend could not be asked where.</source>
        <translation>Konsole und Backend sind verschieden, und das Backend konnte nicht gefragt werden, wo.</translation>
    </message>
    <message>
        <source>Console and backend differ, and the backend went away meanwhile.</source>
        <translation>Konsole und Backend sind verschieden, und das Backend war dann nicht mehr erreichbar.</translation>
    </message>
    <message>
        <source>Agreement check</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Nobody had chosen anything, here or there; digests equal.</source>
        <translation>Hier wie dort hatte niemand etwas entschieden; Prüfsummen gleich.</translation>
    </message>
</context>
<context>
    <name>refrain::console::Api</name>
    <message>
        <source>The backend answered with status %1.</source>
        <translation>Das Backend antwortete mit Status %1.</translation>
    </message>
    <message>
        <source>You are signed out. Sign in again to see and do more.</source>
        <translation>Sie sind abgemeldet. Melden Sie sich neu an, um mehr zu sehen und zu tun.</translation>
    </message>
</context>
<context>
    <name>refrain::console::AuditPages</name>
    <message>
        <source>The file cannot be written. Nothing was exported; choose another place.</source>
        <translation>Die Datei lässt sich nicht schreiben. Nichts wurde exportiert; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The disk could not take the whole export, so no file was left.</source>
        <translation>Der Datenträger fasst den Export nicht, darum blieb keine Datei.</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was left.</source>
        <translation>Der Export wurde abgebrochen. Keine Datei blieb zurück.</translation>
    </message>
    <message>
        <source>The file could not be finished, so none was left.</source>
        <translation>Die Datei wurde nicht fertig, darum blieb keine.</translation>
    </message>
</context>
<context>
    <name>refrain::console::AuditReader</name>
    <message>
        <source>The audit log can be read again once you are signed in.</source>
        <translation>Das Protokoll ist wieder lesbar, sobald Sie angemeldet sind.</translation>
    </message>
    <message>
        <source>The evidence cannot be written there. Choose another place.</source>
        <translation>Die Belege lassen sich dort nicht schreiben. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>refrain::console::BulkRun</name>
    <message>
        <source>The backend&apos;s answer does not fit the question.</source>
        <translation>Die Antwort des Backends passt nicht zur Frage.</translation>
    </message>
    <message>
        <source>You were signed out before there was an answer.</source>
        <translation>Sie wurden abgemeldet, bevor eine Antwort da war.</translation>
    </message>
</context>
<context>
    <name>refrain::console::CategorySender</name>
    <message>
        <source>The backend cannot be reached, so nothing was changed. Try again when it is back. %1</source>
        <translation>Das Backend ist nicht erreichbar, daher wurde nichts geändert. Versuchen Sie es wieder, wenn es zurück ist. %1</translation>
    </message>
    <message>
        <source>%1 created</source>
        <translation>%1 angelegt</translation>
    </message>
    <message>
        <source>All optional messages</source>
        <translation>Alle optionalen Nachrichten</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>category, what went wrong</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>refrain::console::ChildProgram</name>
    <message>
        <source>%1 could not be started.</source>
        <translation>%1 ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>%1 ended by itself.</source>
        <translation>%1 hat von selbst geendet.</translation>
    </message>
    <message>
        <source>%1 ended by itself. Its last words: %2</source>
        <translation>%1 hat von selbst geendet. Seine letzten Worte: %2</translation>
    </message>
</context>
<context>
    <name>refrain::console::Desk</name>
    <message>
        <source>No sign-in is stored for this workspace, or the keyring is locked. Sign in again, or unlock it and start Refrain anew.</source>
        <translation>Für diesen Workspace ist keine Anmeldung gespeichert, oder der Schlüsselbund ist gesperrt. Melden Sie sich neu an, oder entsperren Sie ihn und starten Sie Refrain neu.</translation>
    </message>
    <message>
        <source>Your role here lets you look, not change. Ask an admin of this workspace&apos;s Refrain.</source>
        <translation>Ihre Rolle erlaubt hier das Ansehen, nicht das Ändern. Fragen Sie einen Admin dieses Refrain.</translation>
    </message>
    <message>
        <source>Give a reason first: your role needs one with every change.</source>
        <translation>Nennen Sie erst einen Grund: Ihre Rolle braucht ihn bei jeder Änderung.</translation>
    </message>
    <message>
        <source>That is so already; nothing was changed.</source>
        <translation>Das ist schon so; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>All optional messages can be off or follow each category, not on as a whole.</source>
        <translation>Alle optionalen Nachrichten können aus sein oder jeder Kategorie folgen, aber nicht als Ganzes an sein.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Sign in again to see more.</source>
        <translation>Melden Sie sich neu an, um mehr zu sehen.</translation>
    </message>
    <message>
        <source>Sign in again to read the directory.</source>
        <translation>Melden Sie sich neu an, um das Verzeichnis zu lesen.</translation>
    </message>
    <message>
        <source>There was no contact with the backend for 7 days, so people are no longer kept here. Sign in again; changes that wait are kept.</source>
        <translation>Seit 7 Tagen gab es keinen Kontakt mit dem Backend, darum sind hier keine Leute mehr gespeichert. Melden Sie sich neu an; wartende Änderungen sind erhalten.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Sie sind abgemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 change(s) were not applied</source>
        <translation>
            <numerusform>%1 Änderung wurde nicht angewandt</numerusform>
            <numerusform>%1 Änderungen wurden nicht angewandt</numerusform>
        </translation>
    </message>
    <message>
        <source>Console and backend disagree</source>
        <translation>Konsole und Backend sind verschieden</translation>
    </message>
    <message>
        <source>No contact with the backend since %1</source>
        <translation>Kein Kontakt mit dem Backend seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 change(s) wait here, not yet in force</source>
        <translation>
            <numerusform>%1 Änderung wartet hier, noch nicht in Kraft</numerusform>
            <numerusform>%1 Änderungen warten hier, noch nicht in Kraft</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Wird verbunden</translation>
    </message>
    <message>
        <source>The directory is not complete: fetching stopped</source>
        <translation>Das Verzeichnis ist nicht vollständig: Der Abruf ist angehalten</translation>
    </message>
    <message>
        <source>The directory is being fetched</source>
        <translation>Das Verzeichnis wird abgerufen</translation>
    </message>
    <message>
        <source>Signed in until you quit</source>
        <translation>Angemeldet bis zum Beenden</translation>
    </message>
    <message>
        <source>Console and backend last agreed at %1</source>
        <translation>Konsole und Backend waren zuletzt um %1 gleich</translation>
    </message>
    <message>
        <source>Not compared with the backend yet</source>
        <translation>Noch nicht mit dem Backend verglichen</translation>
    </message>
    <message>
        <source>Comparing with the backend</source>
        <translation>Wird mit dem Backend verglichen</translation>
    </message>
    <message>
        <source>Console and backend agree, checked %1</source>
        <translation>Konsole und Backend sind gleich, geprüft %1</translation>
    </message>
    <message>
        <source>Console and backend agree otherwise, checked %1</source>
        <translation>Konsole und Backend sind sonst gleich, geprüft %1</translation>
    </message>
    <message>
        <source>Only admins of this workspace&apos;s Refrain may change its categories.</source>
        <translation>Nur Admins dieses Refrain dürfen seine Kategorien ändern.</translation>
    </message>
    <message>
        <source>Sign in again to change categories.</source>
        <translation>Melden Sie sich neu an, um Kategorien zu ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) wait for your approval</source>
        <translation>
            <numerusform>%1 Bitte wartet auf Ihre Genehmigung</numerusform>
            <numerusform>%1 Bitten warten auf Ihre Genehmigung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::console::DirectorySync</name>
    <message>
        <source>Directory and choices</source>
        <translation>Verzeichnis und Entscheidungen</translation>
    </message>
    <message>
        <source>%1 people and channels that the backend had by then, in %2 pages</source>
        <translation>%1 Leute und Channels, die das Backend bis dahin hatte, in %2 Seiten</translation>
    </message>
</context>
<context>
    <name>refrain::console::Engine</name>
    <message>
        <source>The backend cannot be reached. You can go on: changes are saved here and go out by themselves. %1</source>
        <translation>Das Backend ist nicht erreichbar. Sie können weiterarbeiten: Änderungen werden hier gespeichert und gehen von selbst hinaus. %1</translation>
    </message>
    <message>
        <source>This change could not be saved, so nothing was changed. %1</source>
        <translation>Diese Änderung ließ sich nicht speichern, darum wurde nichts geändert. %1</translation>
    </message>
    <message>
        <source>Waiting for the backend.</source>
        <translation>Wartet auf das Backend.</translation>
    </message>
    <message>
        <source>Saved here, not yet in force.</source>
        <translation>Hier gespeichert, noch nicht in Kraft.</translation>
    </message>
    <message>
        <source>The change before it was discarded, so this one was not sent.</source>
        <translation>Die Änderung davor wurde verworfen, darum wurde diese nicht gesendet.</translation>
    </message>
    <message>
        <source>Discarded. It may have reached the backend before; what is in force there counts.</source>
        <translation>Verworfen. Sie kann das Backend vorher erreicht haben; es gilt, was dort in Kraft ist.</translation>
    </message>
    <message>
        <source>Discarded. Nothing was changed.</source>
        <translation>Verworfen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Undone before it was sent.</source>
        <translation>Zurückgenommen, bevor sie gesendet wurde.</translation>
    </message>
    <message>
        <source>You signed out.</source>
        <translation>Sie haben sich abgemeldet.</translation>
    </message>
    <message>
        <source>You signed out here. The backend could not be told, so that it knows this sign-in until it expires.</source>
        <translation>Sie sind hier abgemeldet. Das Backend war nicht erreichbar und kennt diese Anmeldung, bis sie abläuft.</translation>
    </message>
    <message numerus="yes">
        <source>%1 change(s) wait here and go out when you sign in again.</source>
        <translation>
            <numerusform>%1 Änderung wartet hier und geht hinaus, wenn Sie sich wieder anmelden.</numerusform>
            <numerusform>%1 Änderungen warten hier und gehen hinaus, wenn Sie sich wieder anmelden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::console::FeedJournal</name>
    <message numerus="yes">
        <source>%1 people and channels</source>
        <translation>
            <numerusform>%1 Person oder Channel</numerusform>
            <numerusform>%1 Leute und Channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 choices</source>
        <translation>
            <numerusform>%1 Entscheidung</numerusform>
            <numerusform>%1 Entscheidungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 categories</source>
        <translation>
            <numerusform>%1 Kategorie</numerusform>
            <numerusform>%1 Kategorien</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes by others</source>
        <translation>Änderungen anderer</translation>
    </message>
</context>
<context>
    <name>refrain::console::FilterWords</name>
    <message>
        <source>guests</source>
        <translation>Gäste</translation>
    </message>
    <message>
        <source>full members</source>
        <translation>Vollmitglieder</translation>
    </message>
    <message>
        <source>admins and owners</source>
        <translation>Admins und Eigentümer</translation>
    </message>
    <message>
        <source>owners</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>people of other workspaces</source>
        <translation>Personen anderer Workspaces</translation>
    </message>
    <message>
        <source>neither left nor archived, and no app</source>
        <translation>weder ausgeschieden noch archiviert und keine App</translation>
    </message>
    <message>
        <source>left the workspace</source>
        <translation>hat den Workspace verlassen</translation>
    </message>
    <message>
        <source>apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>archived channels</source>
        <translation>archivierte Channels</translation>
    </message>
    <message>
        <source>private channels</source>
        <translation>private Channels</translation>
    </message>
    <message>
        <source>with a linked account</source>
        <translation>mit verknüpftem Konto</translation>
    </message>
    <message>
        <source>chosen by themselves</source>
        <translation>selbst gewählt</translation>
    </message>
    <message>
        <source>chosen by staff</source>
        <translation>vom Support gewählt</translation>
    </message>
    <message>
        <source>chosen through an API key</source>
        <translation>über einen API-Schlüssel gewählt</translation>
    </message>
    <message>
        <source>chosen by Refrain itself</source>
        <translation>von Refrain selbst gewählt</translation>
    </message>
    <message>
        <source>chosen in the console</source>
        <translation>in der Konsole gewählt</translation>
    </message>
    <message>
        <source>chosen with a slash command</source>
        <translation>mit einem Slash-Befehl gewählt</translation>
    </message>
    <message>
        <source>chosen on the App Home</source>
        <translation>im App-Home gewählt</translation>
    </message>
    <message>
        <source>chosen with a message&apos;s button</source>
        <translation>mit der Schaltfläche einer Nachricht gewählt</translation>
    </message>
    <message>
        <source>chosen on an opt-out page</source>
        <translation>auf einer Abmeldeseite gewählt</translation>
    </message>
    <message>
        <source>chosen by one-click unsubscribe</source>
        <translation>per Ein-Klick-Abmeldung gewählt</translation>
    </message>
    <message>
        <source>chosen through the API</source>
        <translation>über die API gewählt</translation>
    </message>
    <message>
        <source>taken over by an import</source>
        <translation>durch einen Import übernommen</translation>
    </message>
    <message>
        <source>taken over from another system</source>
        <translation>aus einem anderen System übernommen</translation>
    </message>
    <message>
        <source>set by a policy</source>
        <translation>durch eine Richtlinie gesetzt</translation>
    </message>
    <message>
        <source>who or what somebody is</source>
        <translation>wer oder was jemand ist</translation>
    </message>
    <message>
        <source>opted out of a category</source>
        <translation>von einer Kategorie abgemeldet</translation>
    </message>
    <message>
        <source>opted in to a category</source>
        <translation>für eine Kategorie angemeldet</translation>
    </message>
    <message>
        <source>a category is snoozed now</source>
        <translation>eine Kategorie ist gerade stummgeschaltet</translation>
    </message>
    <message>
        <source>a change is saved here, not yet in force</source>
        <translation>eine Änderung ist hier gespeichert, noch nicht in Kraft</translation>
    </message>
    <message>
        <source>when a choice last changed: &lt;7d, &gt;30d</source>
        <translation>wann sich eine Wahl zuletzt änderte: &lt;7d, &gt;30d</translation>
    </message>
    <message>
        <source>who made the choice</source>
        <translation>wer die Wahl getroffen hat</translation>
    </message>
    <message>
        <source>where the choice was made</source>
        <translation>wo die Wahl getroffen wurde</translation>
    </message>
    <message>
        <source>who is in a channel (not known here)</source>
        <translation>wer in einem Channel ist (hier nicht bekannt)</translation>
    </message>
    <message>
        <source>in the last 24 hours</source>
        <translation>in den letzten 24 Stunden</translation>
    </message>
    <message>
        <source>in the last 7 days</source>
        <translation>in den letzten 7 Tagen</translation>
    </message>
    <message>
        <source>in the last 30 days</source>
        <translation>in den letzten 30 Tagen</translation>
    </message>
    <message>
        <source>more than 30 days ago</source>
        <translation>vor mehr als 30 Tagen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>All optional messages</source>
        <translation>Alle optionalen Nachrichten</translation>
    </message>
    <message>
        <source>There is no category named “%1”.</source>
        <translation>Es gibt keine Kategorie namens „%1“.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>“%1” says nothing after “%2:”.</source>
        <translation>„%1“ sagt nach „%2:“ nichts.</translation>
    </message>
    <message>
        <source>What can stand there: %1.</source>
        <translation>Dort kann stehen: %1.</translation>
    </message>
    <message>
        <source>“%1” is no length of time. Write changed:&lt;7d for the last 7 days or changed:&gt;30d for longer ago, with h, d or w for hours, days or weeks.</source>
        <translation>„%1“ ist keine Zeitspanne. Schreiben Sie changed:&lt;7d für die letzten 7 Tage oder changed:&gt;30d für länger her, mit h, d oder w für Stunden, Tage oder Wochen.</translation>
    </message>
    <message>
        <source>Who is in which channel is not known here: Slack is asked only when something is sent to a channel&apos;s members, and no list of them is kept.</source>
        <translation>Wer in welchem Channel ist, ist hier nicht bekannt: Slack wird nur gefragt, wenn etwas an die Mitglieder eines Channels geht, und es wird keine Liste von ihnen aufbewahrt.</translation>
    </message>
    <message>
        <source>chosen with a message to the app</source>
        <translation>mit einer Nachricht an die App gewählt</translation>
    </message>
    <message>
        <source>“or” stands between two filters: write the second one behind it, or take it away. To look for the word itself, put it in quotes.</source>
        <translation>„or“ steht zwischen zwei Filtern: Schreiben Sie den zweiten dahinter, oder nehmen Sie es weg. Um nach dem Wort selbst zu suchen, setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The quote is not closed. Write a second &quot; where the exact text ends.</source>
        <translation>Das Anführungszeichen ist nicht geschlossen. Schreiben Sie ein zweites &quot; dahin, wo der genaue Text endet.</translation>
    </message>
</context>
<context>
    <name>refrain::console::ImportRun</name>
    <message>
        <source>You were signed out before there was an answer.</source>
        <translation>Sie wurden abgemeldet, bevor es eine Antwort gab.</translation>
    </message>
    <message>
        <source>The file was changed since it was checked. Nothing was taken over; check it again.</source>
        <translation>Die Datei wurde seit der Prüfung geändert. Nichts wurde übernommen; prüfen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The file was changed since. What was imported so far is in force. End it here, and import the file again: what is in force already is passed over.</source>
        <translation>Die Datei wurde seither geändert. Was bisher importiert wurde, gilt. Beenden Sie den Import hier und importieren Sie die Datei noch einmal: Was schon gilt, wird übergangen.</translation>
    </message>
</context>
<context>
    <name>refrain::console::KeychainTokenStore</name>
    <message>
        <source>The keyring could not be asked to forget this sign-in.</source>
        <translation>Der Schlüsselbund konnte nicht gebeten werden, diese Anmeldung zu vergessen.</translation>
    </message>
</context>
<context>
    <name>refrain::console::LocalBackend</name>
    <message>
        <source>Refrain&apos;s backend runs on this computer.</source>
        <translation>Das Backend von Refrain läuft auf diesem Computer.</translation>
    </message>
    <message>
        <source>The program refrain-sandbox was not found. Install Refrain again, whole.</source>
        <translation>Das Programm refrain-sandbox wurde nicht gefunden. Installieren Sie Refrain neu und ganz.</translation>
    </message>
    <message>
        <source>The practice Slack is starting.</source>
        <translation>Das Übungs-Slack startet.</translation>
    </message>
    <message>
        <source>The program refraind was not found. Install Refrain again, whole.</source>
        <translation>Das Programm refraind wurde nicht gefunden. Installieren Sie Refrain neu und ganz.</translation>
    </message>
    <message>
        <source>Refrain&apos;s backend is starting.</source>
        <translation>Das Backend von Refrain startet.</translation>
    </message>
    <message>
        <source>%1 It was started again several times in vain. What waits here is kept.</source>
        <translation>%1 Mehrere neue Starts waren vergeblich. Was hier wartet, ist erhalten.</translation>
    </message>
    <message>
        <source>%1 It is being started again; nothing is lost.</source>
        <translation>%1 Es wird neu gestartet; nichts ist verloren.</translation>
    </message>
    <message>
        <source>A credential holds a line break. Paste each one alone.</source>
        <translation>In einem der Werte steht ein Zeilenumbruch. Fügen Sie jeden einzeln ein.</translation>
    </message>
    <message>
        <source>The backend&apos;s configuration could not be written. Nothing was changed.</source>
        <translation>Die Konfiguration des Backends ließ sich nicht schreiben. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The ports 8470 to 8473 are all taken on this computer. Close one of the programs that use them, then try again.</source>
        <translation>Die Ports 8470 bis 8473 sind auf diesem Computer alle belegt. Schließen Sie eines der Programme, die sie benutzen, und versuchen Sie es dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>refrain::console::LocalChanges</name>
    <message>
        <source>This is no longer known here, so nothing was changed.</source>
        <translation>Das ist hier nicht mehr bekannt, darum wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Only changes made since Refrain was started can be undone here.</source>
        <translation>Rückgängig geht hier nur, was seit dem Start von Refrain geändert wurde.</translation>
    </message>
    <message>
        <source>This change did not come into force, so there is nothing to undo.</source>
        <translation>Diese Änderung kam nicht in Kraft, es gibt also nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>This was changed again since, so it is not undone.</source>
        <translation>Das wurde seither wieder geändert, darum wird es nicht zurückgenommen.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <comment>the reason of the change undone</comment>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>category, person</comment>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>refrain::console::LogVerifier</name>
    <message>
        <source>The backend signs its audit log with another key than the one this console knows.</source>
        <translation>Das Backend signiert sein Protokoll mit einem anderen Schlüssel als dem, den diese Konsole kennt.</translation>
    </message>
    <message>
        <source>Audit log&apos;s key</source>
        <translation>Schlüssel des Protokolls</translation>
    </message>
    <message>
        <source>The log with the key %1 is trusted from now on; before it was %2.</source>
        <translation>Dem Protokoll mit dem Schlüssel %1 wird von jetzt an vertraut; vorher war es %2.</translation>
    </message>
    <message>
        <source>The audit log&apos;s checkpoint is not signed by its key. Do not rely on its history until this is explained.</source>
        <translation>Der Prüfpunkt des Protokolls ist nicht mit seinem Schlüssel signiert. Verlassen Sie sich nicht auf den Verlauf, bis das geklärt ist.</translation>
    </message>
    <message>
        <source>The audit log lost entries: it had %1 and now has %2. Do not rely on its history until this is explained.</source>
        <translation>Dem Protokoll fehlen Einträge: Es hatte %1 und hat jetzt %2. Verlassen Sie sich nicht auf den Verlauf, bis das geklärt ist.</translation>
    </message>
    <message>
        <source>The audit log was rewritten: the same number of entries now has another root.</source>
        <translation>Das Protokoll wurde umgeschrieben: Dieselbe Zahl von Einträgen hat jetzt eine andere Wurzel.</translation>
    </message>
    <message>
        <source>The audit log was rewritten: what this console saw of it before is no longer its beginning. Do not rely on its history until this is explained.</source>
        <translation>Das Protokoll wurde umgeschrieben: Was diese Konsole davon gesehen hat, ist nicht mehr sein Anfang. Verlassen Sie sich nicht auf den Verlauf, bis das geklärt ist.</translation>
    </message>
    <message>
        <source>The audit log withholds entries: its checkpoint counts %1, and only %2 can be had.</source>
        <translation>Das Protokoll hält Einträge zurück: Sein Prüfpunkt zählt %1, und nur %2 sind zu haben.</translation>
    </message>
    <message>
        <source>The audit log&apos;s entries do not add up to its signed root. Do not rely on its history until this is explained.</source>
        <translation>Die Einträge des Protokolls ergeben nicht seine signierte Wurzel. Verlassen Sie sich nicht auf den Verlauf, bis das geklärt ist.</translation>
    </message>
    <message numerus="yes">
        <source>%1 entries recomputed here, equal to the signed root.</source>
        <translation>
            <numerusform>%1 Eintrag hier nachgerechnet, gleich der signierten Wurzel.</numerusform>
            <numerusform>%1 Einträge hier nachgerechnet, gleich der signierten Wurzel.</numerusform>
        </translation>
    </message>
    <message>
        <source>The audit log could not be checked just now. %1</source>
        <translation>Das Protokoll ließ sich gerade nicht prüfen. %1</translation>
    </message>
</context>
<context>
    <name>refrain::console::LoopbackListener</name>
    <message>
        <source>No port of this computer could be opened for the browser&apos;s answer.</source>
        <translation>Auf diesem Computer ließ sich kein Port für die Antwort des Browsers öffnen.</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>Zu viel</translation>
    </message>
    <message>
        <source>This request is too long.</source>
        <translation>Diese Anfrage ist zu lang.</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Nicht verstanden</translation>
    </message>
    <message>
        <source>This is not what Refrain waits for.</source>
        <translation>Das ist nicht, worauf Refrain wartet.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation>Unter dieser Adresse ist nichts.</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Not from your sign-in</source>
        <translation>Nicht von Ihrer Anmeldung</translation>
    </message>
    <message>
        <source>This answer does not belong to the sign-in that Refrain began, and was ignored.</source>
        <translation>Diese Antwort gehört nicht zu der Anmeldung, die Refrain begonnen hat, und wurde nicht beachtet.</translation>
    </message>
</context>
<context>
    <name>refrain::console::MemoryTokenStore</name>
    <message>
        <source>This computer has no keyring that Refrain can use, so you stay signed in only until you quit.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, den Refrain benutzen kann, darum bleiben Sie nur bis zum Beenden angemeldet.</translation>
    </message>
</context>
<context>
    <name>refrain::console::OutboxSender</name>
    <message>
        <source>In force.</source>
        <translation>In Kraft.</translation>
    </message>
    <message>
        <source>This was changed meanwhile, so your change was not applied.</source>
        <translation>Das wurde inzwischen geändert, darum wurde Ihre Änderung nicht angewandt.</translation>
    </message>
    <message>
        <source>The backend refused this change.</source>
        <translation>Das Backend hat diese Änderung abgelehnt.</translation>
    </message>
    <message>
        <source>The change before it was refused, so this one was not sent.</source>
        <translation>Die Änderung davor wurde abgelehnt, darum wurde diese nicht gesendet.</translation>
    </message>
    <message>
        <source>%1 It is kept here, not in force: try again or discard it.</source>
        <translation>%1 Sie ist hier aufbewahrt, nicht in Kraft: Versuchen Sie es noch einmal oder verwerfen Sie sie.</translation>
    </message>
    <message>
        <source>Saved here, not yet in force. %1</source>
        <translation>Hier gespeichert, noch nicht in Kraft. %1</translation>
    </message>
    <message>
        <source>Saved here, not yet in force. It goes out by itself when the backend can be reached.</source>
        <translation>Hier gespeichert, noch nicht in Kraft. Sie geht von selbst hinaus, wenn das Backend erreichbar ist.</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 Änderung</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
</context>
<context>
    <name>refrain::console::Profile</name>
    <message>
        <source>The folder %1 cannot be made or written to. Nothing was changed; check who owns it.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen oder beschreiben. Nichts wurde geändert; prüfen Sie, wem er gehört.</translation>
    </message>
    <message>
        <source>A profile&apos;s name is 1 to 32 letters, digits, hyphens or underscores; “%1” is none.</source>
        <translation>Der Name eines Profils hat 1 bis 32 Buchstaben, Ziffern, Binde- oder Unterstriche; „%1“ ist keiner.</translation>
    </message>
</context>
<context>
    <name>refrain::console::ReceiptWords</name>
    <message>
        <source>What stood here was erased</source>
        <translation>Was hier stand, wurde gelöscht</translation>
    </message>
    <message>
        <source>Entry %1 of the log</source>
        <translation>Eintrag %1 des Protokolls</translation>
    </message>
    <message>
        <source>All optional messages</source>
        <translation>Alle optionalen Nachrichten</translation>
    </message>
    <message>
        <source>%1: %2 for %3</source>
        <comment>category, state, person</comment>
        <translation>%1: %2 für %3</translation>
    </message>
    <message>
        <source>Refused: %1: %2 for %3</source>
        <comment>category, state, person</comment>
        <translation>Abgelehnt: %1: %2 für %3</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, ID</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>time here, time in UTC</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Refrain</source>
        <translation>Refrain</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>person, way</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>%1 of the audit log, change %2</source>
        <translation>%1 des Protokolls, Änderung %2</translation>
    </message>
    <message>
        <source>%1 of the audit log</source>
        <translation>%1 des Protokolls</translation>
    </message>
    <message>
        <source>Leaf hash</source>
        <translation>Blatt-Hash</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>Root hash</source>
        <translation>Wurzel-Hash</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Whoever works at this desk types the receipt&apos;s ID into the box at the top of Refrain (Ctrl+K): it shows the entry, and whether the log still holds it.</source>
        <translation>Wer mit Refrain arbeitet, gibt die Nummer des Belegs in das Feld oben im Fenster ein (Strg+K): Es zeigt den Eintrag und ob das Protokoll ihn noch enthält.</translation>
    </message>
    <message>
        <source>Whoever does not want to trust this desk asks for the evidence file of this receipt and runs “refraind audit verify FILE” on it, on any computer and without network. It checks the signature and that the entry lies in the log; the hashes must be those that stand here.</source>
        <translation>Wer sich darauf nicht verlassen will, verlangt die Nachweisdatei zu diesem Beleg und prüft sie mit „refraind audit verify DATEI“, auf einem beliebigen Rechner und ohne Netz. Geprüft wird die Unterschrift und dass der Eintrag im Protokoll liegt; die Hashes müssen die sein, die hier stehen.</translation>
    </message>
    <message>
        <source>Refrain: receipt %1</source>
        <translation>Refrain: Beleg %1</translation>
    </message>
    <message>
        <source>NOT PROVEN: %1</source>
        <translation>NICHT BEWIESEN: %1</translation>
    </message>
    <message>
        <source>How to verify it:</source>
        <translation>So lässt es sich prüfen:</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Wahl</translation>
    </message>
</context>
<context>
    <name>refrain::console::RowExport</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>All optional messages</source>
        <translation>Alle optionalen Nachrichten</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>The file could not be written to its end, so there is none. Choose another place.</source>
        <translation>Die Datei ließ sich nicht zu Ende schreiben, darum gibt es keine. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>refrain::console::SavedViews</name>
    <message>
        <source>The saved views cannot be read. Their file was set aside, and the list is empty.</source>
        <translation>Die gespeicherten Ansichten lassen sich nicht lesen. Ihre Datei wurde beiseitegelegt, und die Liste ist leer.</translation>
    </message>
    <message>
        <source>Give the view a name first.</source>
        <translation>Geben Sie der Ansicht zuerst einen Namen.</translation>
    </message>
    <message>
        <source>A view&apos;s name has at most %1 characters.</source>
        <translation>Der Name einer Ansicht hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Another view is called “%1”.</source>
        <translation>Eine andere Ansicht heißt bereits „%1“.</translation>
    </message>
    <message>
        <source>The saved views cannot be written, and are as they were: %1</source>
        <translation>Die gespeicherten Ansichten lassen sich nicht schreiben und sind, wie sie waren: %1</translation>
    </message>
</context>
<context>
    <name>refrain::console::Session</name>
    <message>
        <source>Nobody is signed in. Sign in again; what waits here is kept.</source>
        <translation>Niemand ist angemeldet. Melden Sie sich neu an; was hier wartet, ist erhalten.</translation>
    </message>
    <message>
        <source>Your session has ended, so you are signed out here. Sign in again; changes that wait are kept and go out then.</source>
        <translation>Ihre Sitzung ist zu Ende, darum sind Sie hier abgemeldet. Melden Sie sich neu an; wartende Änderungen sind erhalten und gehen dann hinaus.</translation>
    </message>
    <message>
        <source>The backend could not renew the session just now. It will be tried again.</source>
        <translation>Das Backend konnte die Sitzung gerade nicht erneuern. Es wird noch einmal versucht.</translation>
    </message>
    <message>
        <source>Refrain&apos;s backend on this computer is not running just now. What you change is kept, and goes out as soon as it runs again.</source>
        <translation>Das Backend von Refrain auf diesem Rechner läuft gerade nicht. Was Sie ändern, bleibt gespeichert und geht hinaus, sobald es wieder läuft.</translation>
    </message>
</context>
<context>
    <name>refrain::console::SignIn</name>
    <message>
        <source>Asking the backend how to sign in.</source>
        <translation>Das Backend wird gefragt, wie man sich anmeldet.</translation>
    </message>
    <message>
        <source>Choose the workspace there and allow Refrain. This window goes on by itself.</source>
        <translation>Wählen Sie dort den Workspace und erlauben Sie Refrain. Dieses Fenster geht von selbst weiter.</translation>
    </message>
    <message>
        <source>The browser could not be opened. Copy the link and open it yourself.</source>
        <translation>Der Browser ließ sich nicht öffnen. Kopieren Sie den Link und öffnen Sie ihn selbst.</translation>
    </message>
    <message>
        <source>Waiting for a Slack admin&apos;s approval. Ask an owner or admin of the workspace to approve Refrain under “Manage apps”; then open the link again, and Refrain goes on by itself.</source>
        <translation>Warten auf die Zustimmung eines Slack-Admins. Bitten Sie einen Owner oder Admin des Workspace, Refrain unter „Manage apps“ zu genehmigen; öffnen Sie dann den Link noch einmal, und Refrain geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Your browser came back. Finishing the sign-in.</source>
        <translation>Ihr Browser ist zurück. Die Anmeldung wird abgeschlossen.</translation>
    </message>
    <message>
        <source>You are signed in.</source>
        <translation>Sie sind angemeldet.</translation>
    </message>
    <message>
        <source>Signing in was cancelled. Nothing was changed.</source>
        <translation>Die Anmeldung wurde abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Access was denied in the browser, so nothing was connected. Try again if that was a slip.</source>
        <translation>Der Zugriff wurde im Browser verweigert, darum wurde nichts verbunden. Versuchen Sie es noch einmal, wenn das ein Versehen war.</translation>
    </message>
    <message>
        <source>You have no role in this workspace&apos;s Refrain yet. Ask one of its admins to give you one.</source>
        <translation>Sie haben in diesem Refrain noch keine Rolle. Bitten Sie einen seiner Admins um eine.</translation>
    </message>
    <message>
        <source>Answers came that do not belong to this sign-in, and none was believed. Start again.</source>
        <translation>Es kamen Antworten, die nicht zu dieser Anmeldung gehören; keiner wurde geglaubt. Beginnen Sie neu.</translation>
    </message>
    <message>
        <source>The answer came from another server than the one asked, and was not believed. Check the backend&apos;s address.</source>
        <translation>Die Antwort kam von einem anderen Server als dem gefragten und wurde nicht geglaubt. Prüfen Sie die Adresse des Backends.</translation>
    </message>
    <message>
        <source>You signed in to another workspace than the one asked for. Nothing was changed; start again and choose the right one.</source>
        <translation>Sie haben sich bei einem anderen Workspace angemeldet als verlangt. Nichts wurde geändert; beginnen Sie neu und wählen Sie den richtigen.</translation>
    </message>
    <message>
        <source>The browser did not come back in time. Nothing was changed; start again when you are ready.</source>
        <translation>Der Browser kam nicht rechtzeitig zurück. Nichts wurde geändert; beginnen Sie neu, wenn Sie so weit sind.</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not Refrain. Whoever runs Refrain at your company can tell you the right one.</source>
        <translation>Unter dieser Adresse antwortet etwas, aber es ist nicht Refrain. Wer Refrain in Ihrer Firma betreibt, kann Ihnen die richtige nennen.</translation>
    </message>
    <message>
        <source>The backend cannot be reached just now. Nothing was changed; check its address and try again.</source>
        <translation>Das Backend ist gerade nicht erreichbar. Nichts wurde geändert; prüfen Sie seine Adresse und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No port of this computer could be opened for the browser&apos;s answer. Close other programs or ask whoever looks after this computer.</source>
        <translation>Auf diesem Computer ließ sich kein Port für die Antwort des Browsers öffnen. Schließen Sie andere Programme oder fragen Sie, wer diesen Computer betreut.</translation>
    </message>
    <message>
        <source>This backend has no Slack app configured yet. Whoever runs it must set the app&apos;s credentials first.</source>
        <translation>In diesem Backend ist noch keine Slack-App eingerichtet. Wer es betreibt, muss erst die Zugangsdaten der App eintragen.</translation>
    </message>
    <message>
        <source>Slack granted fewer permissions than Refrain needs; the details name what would not work. Install it again and allow all of them.</source>
        <translation>Slack gab weniger Rechte, als Refrain braucht; die Details nennen, was nicht ginge. Installieren Sie es neu und erlauben Sie alle.</translation>
    </message>
    <message>
        <source>This address is neither https nor on this computer. Refrain sends nothing over it.</source>
        <translation>Diese Adresse ist weder https noch auf diesem Computer. Refrain sendet nichts dorthin.</translation>
    </message>
    <message>
        <source>The backend refused the sign-in. The details say why.</source>
        <translation>Das Backend hat die Anmeldung abgelehnt. Die Details sagen, warum.</translation>
    </message>
    <message>
        <source>You are not signed in</source>
        <translation>Sie sind nicht angemeldet</translation>
    </message>
    <message>
        <source>A Slack admin must approve Refrain first</source>
        <translation>Ein Slack-Admin muss Refrain erst genehmigen</translation>
    </message>
    <message>
        <source>Ask one. Refrain keeps waiting: once it is approved, open the link again.</source>
        <translation>Bitten Sie einen darum. Refrain wartet: Öffnen Sie den Link noch einmal, sobald es genehmigt ist.</translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation>Sie sind angemeldet</translation>
    </message>
    <message>
        <source>You can close this tab and go back to Refrain.</source>
        <translation>Sie können diesen Tab schließen und zu Refrain zurückgehen.</translation>
    </message>
    <message>
        <source>Choose the channel there and allow Refrain. This window goes on by itself.</source>
        <translation>Wählen Sie dort den Kanal und erlauben Sie Refrain den Zugriff. Dieses Fenster macht von selbst weiter.</translation>
    </message>
    <message>
        <source>Your browser came back. Storing the address.</source>
        <translation>Ihr Browser ist zurück. Die Adresse wird gespeichert.</translation>
    </message>
    <message>
        <source>Connecting a channel was cancelled. Nothing was changed.</source>
        <translation>Das Verbinden eines Kanals wurde abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Only an admin of this workspace&apos;s Refrain can connect a channel, and Slack says that you are somebody else there. Nothing was changed.</source>
        <translation>Nur ein Admin von Refrain in diesem Workspace kann einen Kanal verbinden, und für Slack sind Sie dort jemand anderes. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Another workspace was chosen in Slack than this one. Nothing was changed; start again and choose the right one.</source>
        <translation>In Slack wurde ein anderer Workspace gewählt als dieser. Nichts wurde geändert; beginnen Sie neu und wählen Sie den richtigen.</translation>
    </message>
    <message>
        <source>Slack gave no address of a channel. Start again and choose one on Slack&apos;s page.</source>
        <translation>Slack hat keine Adresse eines Kanals gegeben. Beginnen Sie neu und wählen Sie einen auf der Seite von Slack.</translation>
    </message>
    <message>
        <source>The backend refused it. The details say why.</source>
        <translation>Das Backend hat es abgelehnt. Die Einzelheiten sagen, warum.</translation>
    </message>
    <message>
        <source>No channel was connected</source>
        <translation>Kein Kanal wurde verbunden</translation>
    </message>
    <message>
        <source>The channel is connected</source>
        <translation>Der Kanal ist verbunden</translation>
    </message>
</context>
<context>
    <name>refrain::console::StateWords</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on (workspace default)</source>
        <translation>an (Vorgabe des Workspace)</translation>
    </message>
    <message>
        <source>off (workspace default)</source>
        <translation>aus (Vorgabe des Workspace)</translation>
    </message>
    <message>
        <source>workspace default</source>
        <translation>Vorgabe des Workspace</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>stumm bis %1</translation>
    </message>
    <message>
        <source>on (required)</source>
        <translation>an (Pflicht)</translation>
    </message>
    <message>
        <source>off (paused for the whole workspace)</source>
        <translation>aus (für den ganzen Workspace pausiert)</translation>
    </message>
    <message>
        <source>off: all optional messages are off</source>
        <translation>aus: alle optionalen Nachrichten sind aus</translation>
    </message>
    <message>
        <source>off, with the group that it belongs to</source>
        <translation>aus, zusammen mit der eigenen Gruppe</translation>
    </message>
    <message>
        <source>%1, through a linked account</source>
        <translation>%1, über ein verknüpftes Konto</translation>
    </message>
    <message>
        <source>nothing is sent here</source>
        <translation>hierher wird nichts gesendet</translation>
    </message>
    <message>
        <source>nothing is sent here; kept: %1</source>
        <translation>hierher wird nichts gesendet; bleibt gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>refrain::console::SubjectReader</name>
    <message>
        <source>This person or channel is not known here.</source>
        <translation>Diese Person oder dieser Channel ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>That is another account of this person: %1.</source>
        <translation>Das ist ein anderes Konto dieser Person: %1.</translation>
    </message>
    <message>
        <source>The past is known to the backend alone, which is away just now.</source>
        <translation>Die Vergangenheit kennt nur das Backend, und das ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>The time line cannot be shown while the backend is away.</source>
        <translation>Der Verlauf lässt sich nicht zeigen, solange das Backend nicht erreichbar ist.</translation>
    </message>
    <message>
        <source>The time line could not be had just now.</source>
        <translation>Der Verlauf war gerade nicht zu bekommen.</translation>
    </message>
</context>
<context>
    <name>refrain::console::Toggle</name>
    <message>
        <source>Nobody can leave %1: it is required.</source>
        <translation>Niemand kann %1 abbestellen: Es ist Pflicht.</translation>
    </message>
    <message>
        <source>Nobody can leave %1. %2</source>
        <translation>Niemand kann %1 abbestellen. %2</translation>
    </message>
    <message>
        <source>%1 is paused for the whole workspace: nobody gets it until an admin lets it go on.</source>
        <translation>%1 ist für den ganzen Workspace pausiert: Niemand bekommt es, bis ein Admin es weiterlaufen lässt.</translation>
    </message>
    <message>
        <source>The snooze lies on the group that %1 belongs to. End it there.</source>
        <translation>Stummgeschaltet ist die Gruppe, zu der %1 gehört. Beenden Sie es dort.</translation>
    </message>
    <message>
        <source>All optional messages are off here. Turn those back on first.</source>
        <translation>Alle optionalen Nachrichten sind hier aus. Schalten Sie erst diese wieder ein.</translation>
    </message>
    <message>
        <source>All optional messages are off through another account of this person. Turn them on again there: the details lead to it.</source>
        <translation>Alle optionalen Nachrichten sind über ein anderes Konto dieser Person aus. Schalten Sie sie dort wieder ein: Die Details führen hin.</translation>
    </message>
    <message>
        <source>%1 is off through another account of this person. Turn it on again there: the details lead to it.</source>
        <translation>%1 ist über ein anderes Konto dieser Person aus. Schalten Sie es dort wieder ein: Die Details führen hin.</translation>
    </message>
    <message>
        <source>Nothing is sent here, so there is nothing to switch. What was chosen before is kept.</source>
        <translation>Hierher wird nichts gesendet, also gibt es nichts umzuschalten. Was vorher gewählt wurde, bleibt gespeichert.</translation>
    </message>
</context>
<context>
    <name>refrain::console::Wording</name>
    <message>
        <source>%1, %2 %3</source>
        <comment>date, time, city</comment>
        <translation>%1, %2 %3</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date&apos;s format</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>in the console</source>
        <translation>in der Konsole</translation>
    </message>
    <message>
        <source>with /optout</source>
        <translation>mit /optout</translation>
    </message>
    <message>
        <source>in Slack&apos;s App Home</source>
        <translation>im App-Home von Slack</translation>
    </message>
    <message>
        <source>with a message&apos;s button</source>
        <translation>mit dem Knopf einer Nachricht</translation>
    </message>
    <message>
        <source>through an opt-out link</source>
        <translation>über einen Abmeldelink</translation>
    </message>
    <message>
        <source>with one-click unsubscribe</source>
        <translation>mit der Ein-Klick-Abmeldung</translation>
    </message>
    <message>
        <source>through the API</source>
        <translation>über die API</translation>
    </message>
    <message>
        <source>by an import</source>
        <translation>durch eine Import</translation>
    </message>
    <message>
        <source>through a connected system</source>
        <translation>über ein verbundenes System</translation>
    </message>
    <message>
        <source>Refrain</source>
        <translation>Refrain</translation>
    </message>
    <message>
        <source>%1 snoozed them %2 on %3.</source>
        <translation>%1 hat sie am %3 %2 stummgeschaltet.</translation>
    </message>
    <message>
        <source>%1 turned them off %2 on %3.</source>
        <translation>%1 hat sie am %3 %2 ausgeschaltet.</translation>
    </message>
    <message>
        <source>%1 turned them on %2 on %3.</source>
        <translation>%1 hat sie am %3 %2 eingeschaltet.</translation>
    </message>
    <message>
        <source>by %1 %2, %3</source>
        <comment>person, way, date</comment>
        <translation>von %1 %2, %3</translation>
    </message>
    <message>
        <source>Only %1 can turn it back on.</source>
        <translation>Nur %1 kann es wieder einschalten.</translation>
    </message>
    <message>
        <source>Nobody can turn it back on.</source>
        <translation>Niemand kann es wieder einschalten.</translation>
    </message>
    <message>
        <source>%1 set them back to the workspace default %2 on %3.</source>
        <translation>%1 hat sie am %3 %2 auf die Vorgabe des Workspace zurückgesetzt.</translation>
    </message>
    <message>
        <source>%1, then on again</source>
        <translation>%1, danach wieder an</translation>
    </message>
    <message>
        <source>%1, off after that too</source>
        <translation>%1, auch danach aus</translation>
    </message>
    <message>
        <source>Only those who manage %1 can turn it back on, in Slack.</source>
        <translation>Nur wer %1 verwaltet, kann es in Slack wieder einschalten.</translation>
    </message>
    <message>
        <source>It is required. %1</source>
        <translation>Es ist Pflicht. %1</translation>
    </message>
    <message>
        <source>It is paused for the whole workspace.</source>
        <translation>Es ist für den ganzen Workspace pausiert.</translation>
    </message>
    <message>
        <source>All optional messages are off for %1.</source>
        <translation>Alle optionalen Nachrichten sind für %1 aus.</translation>
    </message>
    <message>
        <source>It is snoozed for %1.</source>
        <translation>Es ist für %1 stummgeschaltet.</translation>
    </message>
    <message>
        <source>It is off for %1.</source>
        <translation>Es ist für %1 aus.</translation>
    </message>
    <message>
        <source>It is on for %1.</source>
        <translation>Es ist für %1 an.</translation>
    </message>
    <message>
        <source>The group that it belongs to is off for %1.</source>
        <translation>Die Gruppe, zu der es gehört, ist für %1 aus.</translation>
    </message>
    <message>
        <source>It is off by default in this workspace.</source>
        <translation>Es ist in diesem Workspace standardmäßig aus.</translation>
    </message>
    <message>
        <source>It is on by default in this workspace.</source>
        <translation>Es ist in diesem Workspace standardmäßig an.</translation>
    </message>
    <message>
        <source>%1 is archived. Choices are kept and count again if it comes back.</source>
        <translation>%1 ist archiviert. Was gewählt wurde, bleibt gespeichert und gilt wieder, falls der Channel zurückkommt.</translation>
    </message>
    <message>
        <source>%1 is an app: it is sent nothing.</source>
        <translation>%1 ist eine App: Ihr wird nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 has left this workspace. Choices are kept and count again if the account comes back.</source>
        <translation>%1 hat diesen Workspace verlassen. Was gewählt wurde, bleibt gespeichert und gilt wieder, falls das Konto zurückkommt.</translation>
    </message>
    <message>
        <source>The address of %1 no longer takes messages. Choices are kept.</source>
        <translation>Die Adresse von %1 nimmt keine Nachrichten mehr an. Was gewählt wurde, bleibt gespeichert.</translation>
    </message>
    <message>
        <source>automatically</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>with a message to the app</source>
        <translation>mit einer Nachricht an die App</translation>
    </message>
    <message>
        <source>%1 can correct it until %2.</source>
        <translation>%1 kann es bis %2 berichtigen.</translation>
    </message>
    <message>
        <source>After that nobody can turn it back on.</source>
        <translation>Danach kann es niemand wieder einschalten.</translation>
    </message>
    <message>
        <source>After that only those who manage %1 can turn it back on, in Slack.</source>
        <translation>Danach kann es nur wieder einschalten, wer %1 in Slack verwaltet.</translation>
    </message>
    <message>
        <source>After that only %1 can turn it back on.</source>
        <translation>Danach kann nur %1 es wieder einschalten.</translation>
    </message>
    <message>
        <source>Nothing could be sent to %1 then.</source>
        <translation>An %1 konnte damals nichts gesendet werden.</translation>
    </message>
    <message>
        <source>It was required.</source>
        <translation>Es war Pflicht.</translation>
    </message>
    <message>
        <source>It was paused for the whole workspace.</source>
        <translation>Es war für den ganzen Workspace pausiert.</translation>
    </message>
    <message>
        <source>All optional messages were off for %1.</source>
        <translation>Alle optionalen Nachrichten waren für %1 aus.</translation>
    </message>
    <message>
        <source>It was snoozed for %1.</source>
        <translation>Es war für %1 stummgeschaltet.</translation>
    </message>
    <message>
        <source>It was off for %1.</source>
        <translation>Es war für %1 aus.</translation>
    </message>
    <message>
        <source>It was on for %1.</source>
        <translation>Es war für %1 an.</translation>
    </message>
    <message>
        <source>The group that it belonged to was off for %1.</source>
        <translation>Die Gruppe, zu der es gehörte, war für %1 aus.</translation>
    </message>
    <message>
        <source>It was off by default in this workspace.</source>
        <translation>Es war in diesem Workspace standardmäßig aus.</translation>
    </message>
    <message>
        <source>It was on by default in this workspace.</source>
        <translation>Es war in diesem Workspace standardmäßig an.</translation>
    </message>
</context>
<context>
    <name>refrain::console::WorkspaceReader</name>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Weitergabe</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1 gelesen</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>%1 entfallen</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>nichts geändert</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ActivityFilters</name>
    <message>
        <source>For whom</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>Von wem</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>How it was done</source>
        <translation>Auf welchem Weg</translation>
    </message>
    <message>
        <source>Every way</source>
        <translation>Jeder Weg</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Jede Zeit</translation>
    </message>
    <message>
        <source>In the last day</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Save what is filtered as CSV</source>
        <translation>Das Gefilterte als CSV speichern</translation>
    </message>
    <message>
        <source>All optional messages</source>
        <translation>Alle optionalen Nachrichten</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two times</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n categories</source>
        <translation>
            <numerusform>%n Kategorie</numerusform>
            <numerusform>%n Kategorien</numerusform>
        </translation>
    </message>
    <message>
        <source>all categories</source>
        <translation>alle Kategorien</translation>
    </message>
    <message>
        <source>Opt-outs: %1</source>
        <comment>of a category</comment>
        <translation>Abmeldungen: %1</translation>
    </message>
    <message>
        <source>Opt-ins: %1</source>
        <comment>of a category</comment>
        <translation>Anmeldungen: %1</translation>
    </message>
    <message>
        <source>Back to default: %1</source>
        <comment>of a category</comment>
        <translation>Zurück auf Standard: %1</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ActivityModel</name>
    <message>
        <source>Choice</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Directory sync</source>
        <translation>Verzeichnisabgleich</translation>
    </message>
    <message>
        <source>Opt-out link</source>
        <translation>Abmeldelink</translation>
    </message>
    <message>
        <source>Linked accounts</source>
        <translation>Verknüpfte Konten</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm:ss</source>
        <comment>a date&apos;s and a time&apos;s format</comment>
        <translation>d. MMM yyyy, HH:mm:ss</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Benachrichtigung</translation>
    </message>
    <message>
        <source>Wish for erasure</source>
        <translation>Löschwunsch</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>Löschung</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Playbook</source>
        <translation>Playbook</translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>Sicherung eingespielt</translation>
    </message>
    <message>
        <source>%1, open</source>
        <translation>%1, geöffnet</translation>
    </message>
    <message>
        <source>%1, closed; Enter opens it</source>
        <translation>%1, geschlossen; Enter öffnet</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message numerus="yes">
        <source>%1 people and channels</source>
        <translation>
            <numerusform>%1 Person oder Channel</numerusform>
            <numerusform>%1 Personen und Channels</numerusform>
        </translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Time in %1</source>
        <comment>a city</comment>
        <translation>Zeit in %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 Person</numerusform>
            <numerusform>%1 Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Genehmigung</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ActivityScreen</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Cancel, %1 saved</source>
        <translation>Abbrechen, %1 gespeichert</translation>
    </message>
    <message>
        <source>Nothing has been changed in this workspace yet.</source>
        <translation>In diesem Workspace wurde noch nichts geändert.</translation>
    </message>
    <message>
        <source>No entry matches these filters.</source>
        <translation>Kein Eintrag passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was left.</source>
        <translation>Der Export wurde abgebrochen. Keine Datei blieb zurück.</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%1 entries were saved in %2.</source>
        <translation>
            <numerusform>%1 Eintrag wurde in %2 gespeichert.</numerusform>
            <numerusform>%1 Einträge wurden in %2 gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>What came since could not be had: %1</source>
        <translation>Neueres ließ sich nicht abrufen: %1</translation>
    </message>
    <message>
        <source>what it does by itself</source>
        <translation>was es von selbst tut</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>All that was done then is being gathered.</source>
        <translation>Alles, was damals getan wurde, wird zusammengetragen.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ApprovalPane</name>
    <message>
        <source>Choose a request to see exactly what it would change, and to decide about it.</source>
        <translation>Wählen Sie eine Bitte aus, um genau zu sehen, was sie ändern würde, und darüber zu entscheiden.</translation>
    </message>
    <message>
        <source>Why (needed to refuse)</source>
        <translation>Warum (zum Ablehnen nötig)</translation>
    </message>
    <message>
        <source>Why you approve or refuse it</source>
        <translation>Warum Sie genehmigen oder ablehnen</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Genehmigen …</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>%1 asked for it on %2</source>
        <comment>somebody, when</comment>
        <translation>Erbeten von %1 am %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Verfällt</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden von</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Say why first: whoever asked for it reads this.</source>
        <translation>Sagen Sie zuerst, warum: Wer darum bat, liest es.</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Leute</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ApprovalWords</name>
    <message>
        <source>snoozed</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>workspace default</source>
        <translation>Vorgabe des Workspace</translation>
    </message>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 Person</numerusform>
            <numerusform>%1 Leute</numerusform>
        </translation>
    </message>
    <message>
        <source>several categories</source>
        <translation>mehrere Kategorien</translation>
    </message>
    <message>
        <source>Turn %1 back on for %2</source>
        <translation>%1 wieder einschalten für %2</translation>
    </message>
    <message>
        <source>Turn %1 off for %2</source>
        <translation>%1 abschalten für %2</translation>
    </message>
    <message>
        <source>Set %1 back to the default for %2</source>
        <translation>%1 auf die Vorgabe zurücksetzen für %2</translation>
    </message>
    <message>
        <source>Snooze %1 for %2</source>
        <translation>%1 pausieren für %2</translation>
    </message>
    <message>
        <source>Change %1 for %2</source>
        <translation>%1 ändern für %2</translation>
    </message>
    <message>
        <source>Make %1 required</source>
        <translation>%1 zur Pflicht machen</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Send a message of %1 to %2</source>
        <translation>Eine Nachricht von %1 an %2 senden</translation>
    </message>
    <message numerus="yes">
        <source>%1 recipients</source>
        <translation>
            <numerusform>%1 Empfänger</numerusform>
            <numerusform>%1 Empfänger</numerusform>
        </translation>
    </message>
    <message>
        <source>Change what needs approval</source>
        <translation>Ändern, was Genehmigung braucht</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>wartet auf Sie</translation>
    </message>
    <message>
        <source>waits for another admin</source>
        <translation>wartet auf einen anderen Admin</translation>
    </message>
    <message>
        <source>waits for an admin</source>
        <translation>wartet auf einen Admin</translation>
    </message>
    <message>
        <source>approved, %1 of it done</source>
        <translation>genehmigt, %1 davon getan</translation>
    </message>
    <message>
        <source>approved, in force</source>
        <translation>genehmigt, in Kraft</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>verfallen</translation>
    </message>
    <message>
        <source>outdated</source>
        <translation>überholt</translation>
    </message>
    <message>
        <source>It overrides a choice of their own for %1.</source>
        <translation>Die eigene Wahl wird übergangen bei: %1.</translation>
    </message>
    <message>
        <source>Now %1: %2</source>
        <comment>a state, how many</comment>
        <translation>Jetzt %1: %2</translation>
    </message>
    <message>
        <source>So already: %1</source>
        <translation>Schon so: %1</translation>
    </message>
    <message>
        <source>Left out by a choice or a rule: %1</source>
        <translation>Ausgenommen durch eine Wahl oder Regel: %1</translation>
    </message>
    <message>
        <source>They are told in Slack.</source>
        <translation>Sie erfahren es in Slack.</translation>
    </message>
    <message>
        <source>The reason that people read: %1</source>
        <translation>Der Grund, den die Leute lesen: %1</translation>
    </message>
    <message>
        <source>Approval would be needed above %1.</source>
        <translation>Genehmigung wäre nötig bei mehr als %1.</translation>
    </message>
    <message>
        <source>Nothing would need approval any more.</source>
        <translation>Nichts bräuchte mehr Genehmigung.</translation>
    </message>
    <message>
        <source>%1 approved it; it is being done.</source>
        <translation>%1 hat es genehmigt; es wird gerade getan.</translation>
    </message>
    <message>
        <source>%1 approved it, and it is in force.</source>
        <translation>%1 hat es genehmigt, und es gilt.</translation>
    </message>
    <message>
        <source>%1 had changed meanwhile and were left as they are.</source>
        <translation>%1 hatten sich inzwischen geändert und blieben, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 refused it. Nothing of it was done.</source>
        <translation>%1 hat es abgelehnt. Nichts davon wurde getan.</translation>
    </message>
    <message>
        <source>It was withdrawn. Nothing of it was done.</source>
        <translation>Es wurde zurückgezogen. Nichts davon wurde getan.</translation>
    </message>
    <message>
        <source>Nobody decided in time. Nothing of it was done.</source>
        <translation>Niemand hat rechtzeitig entschieden. Nichts davon wurde getan.</translation>
    </message>
    <message>
        <source>It can be asked for again.</source>
        <translation>Es kann erneut erbeten werden.</translation>
    </message>
    <message>
        <source>What it was about had changed. Nothing of it was done.</source>
        <translation>Worum es ging, hatte sich geändert. Nichts davon wurde getan.</translation>
    </message>
    <message>
        <source>What it is about has changed since, so it can no longer be done.</source>
        <translation>Worum es geht, hat sich seitdem geändert; es kann nicht mehr getan werden.</translation>
    </message>
    <message>
        <source>Changed since it was asked for: %1.</source>
        <translation>Geändert, seit darum gebeten wurde: %1.</translation>
    </message>
    <message>
        <source>Theirs is left as it is. Approving does the rest.</source>
        <translation>Ihre Wahl bleibt, wie sie ist. Die Genehmigung tut den Rest.</translation>
    </message>
    <message>
        <source>Nothing of it is in force yet.</source>
        <translation>Noch gilt nichts davon.</translation>
    </message>
    <message>
        <source>You asked for this, so another admin decides.</source>
        <translation>Sie haben darum gebeten, also entscheidet ein anderer Admin.</translation>
    </message>
    <message>
        <source>You cannot decide this: another admin has to.</source>
        <translation>Sie können das nicht entscheiden: Das muss ein anderer Admin.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Nothing needs a second admin&apos;s approval here.</source>
        <translation>Nichts braucht hier die Genehmigung eines zweiten Admins.</translation>
    </message>
    <message>
        <source>As long as there is only one admin, nothing waits.</source>
        <translation>Solange es nur einen Admin gibt, wartet nichts.</translation>
    </message>
    <message>
        <source>It would override other people&apos;s choices than when it was asked for. Approving approves what stands now.</source>
        <translation>Es würde die Wahl anderer Leute übergehen als zu der Zeit, als darum gebeten wurde. Genehmigt wird, was jetzt gilt.</translation>
    </message>
    <message>
        <source>Undo the import of “%1” for %2</source>
        <translation>Import von „%1“ für %2 rückgängig machen</translation>
    </message>
    <message>
        <source>Import “%1” for %2</source>
        <translation>„%1“ importieren, für %2</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>genehmigt</translation>
    </message>
    <message>
        <source>Then %1: %2</source>
        <comment>a state, how many</comment>
        <translation>Dann %1: %2</translation>
    </message>
    <message>
        <source>Would wait for people who are not here yet: %1</source>
        <translation>Würden auf Leute warten, die noch nicht hier sind: %1</translation>
    </message>
    <message>
        <source>Rows that cannot be read: %1</source>
        <translation>Nicht lesbare Zeilen: %1</translation>
    </message>
    <message>
        <source>%1 approved it.</source>
        <translation>%1 hat es genehmigt.</translation>
    </message>
    <message>
        <source>Imports tells how far it is.</source>
        <translation>Wie weit er ist, steht unter „Importe“.</translation>
    </message>
    <message>
        <source>A second admin approves acts and imports that change more than %1, messages to as many, and whatever overrides a person&apos;s own no.</source>
        <translation>Ein zweiter Admin genehmigt Änderungen und Importe, die mehr als %1 betreffen, Nachrichten an ebenso viele und alles, was das eigene Nein einer Person übergeht.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ApprovalsScreen</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Erbeten von</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Verfällt</translation>
    </message>
    <message>
        <source>Approvals
What is large, or overrides what people chose themselves, waits here for a second admin. Nothing of it is in force before, and the activity log names both.</source>
        <translation>Genehmigungen
Was groß ist oder übergeht, was Leute selbst gewählt haben, wartet hier auf einen zweiten Admin. Vorher gilt nichts davon, und das Protokoll nennt beide.</translation>
    </message>
    <message>
        <source>Requests for approval</source>
        <translation>Bitten um Genehmigung</translation>
    </message>
    <message>
        <source>Nothing waits for approval, and nothing ever did.</source>
        <translation>Nichts wartet auf Genehmigung, und nichts hat je gewartet.</translation>
    </message>
    <message>
        <source>Change the rule…</source>
        <translation>Regel ändern …</translation>
    </message>
    <message>
        <source>Withdrawn. Nothing of it was done.</source>
        <translation>Zurückgezogen. Nichts davon wurde getan.</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a duration</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>It is done as %1, and the activity log names you both.</source>
        <translation>Es geschieht im Namen von %1, und das Protokoll nennt Sie beide.</translation>
    </message>
    <message>
        <source>Approve: %1?</source>
        <translation>Genehmigen: %1?</translation>
    </message>
    <message>
        <source>Approve it</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Approved: %1.</source>
        <translation>Genehmigt: %1.</translation>
    </message>
    <message>
        <source>Refused. Nothing of it was done.</source>
        <translation>Abgelehnt. Nichts davon wurde getan.</translation>
    </message>
    <message>
        <source>The rule is in force.</source>
        <translation>Die Regel gilt.</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Genehmigungen</translation>
    </message>
    <message>
        <source>Asked on %1</source>
        <translation>Erbeten am %1</translation>
    </message>
</context>
<context>
    <name>refrain::ui::AsOfBar</name>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>As it was then</source>
        <translation>So war es damals</translation>
    </message>
    <message>
        <source>The moment to look at</source>
        <translation>Der Zeitpunkt, der angesehen wird</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>a date&apos;s and a time&apos;s format</comment>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>As it was then
Shows what was in force at that moment, by the choices and rules that held then. Nothing can be changed in the past.</source>
        <translation>So war es damals
Zeigt, was in diesem Augenblick galt, nach den Entscheidungen und Regeln von damals. An der Vergangenheit lässt sich nichts ändern.</translation>
    </message>
    <message>
        <source>Jump to</source>
        <translation>Springen zu</translation>
    </message>
    <message>
        <source>Jump to a moment</source>
        <translation>Zu einem Zeitpunkt springen</translation>
    </message>
    <message>
        <source>Yesterday at this time</source>
        <translation>Gestern um diese Zeit</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>Vor einer Woche</translation>
    </message>
    <message>
        <source>A month ago</source>
        <translation>Vor einem Monat</translation>
    </message>
    <message>
        <source>Right before</source>
        <translation>Unmittelbar davor</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what changed, when</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>refrain::ui::AskDialog</name>
    <message>
        <source>Which channel</source>
        <translation>Welcher Channel</translation>
    </message>
    <message>
        <source>At another time:</source>
        <translation>Zu anderer Zeit:</translation>
    </message>
    <message>
        <source>What would happen? – Refrain</source>
        <translation>Was würde geschehen? – Refrain</translation>
    </message>
    <message>
        <source>into this channel</source>
        <translation>in diesen Channel</translation>
    </message>
    <message>
        <source>to this person directly</source>
        <translation>direkt an diese Person</translation>
    </message>
    <message>
        <source>into a channel</source>
        <translation>in einen Channel</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>turned off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>turned on</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>never chosen</source>
        <translation>nie entschieden</translation>
    </message>
    <message>
        <source>snoozed for a day</source>
        <translation>einen Tag stummgeschaltet</translation>
    </message>
    <message>
        <source>all optional messages off</source>
        <translation>alle optionalen Nachrichten aus</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>off by default</source>
        <translation>standardmäßig aus</translation>
    </message>
    <message>
        <source>on by default</source>
        <translation>standardmäßig an</translation>
    </message>
    <message>
        <source>What would happen?</source>
        <translation>Was würde geschehen?</translation>
    </message>
    <message>
        <source>Answered by the very rule that decides for senders. Nothing is sent and nothing changed.</source>
        <translation>Beantwortet nach genau der Regel, die für Absender entscheidet. Nichts wird gesendet und nichts geändert.</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>a date&apos;s and a time&apos;s format</comment>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>A message of</source>
        <translation>Eine Nachricht von</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>with the choice</source>
        <translation>mit der Entscheidung</translation>
    </message>
    <message>
        <source>and the category</source>
        <translation>und der Kategorie</translation>
    </message>
    <message>
        <source>At which time</source>
        <translation>Zu welcher Zeit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Choose a channel.</source>
        <translation>Wählen Sie einen Channel.</translation>
    </message>
    <message>
        <source>with the choice “%1”</source>
        <translation>mit der Entscheidung „%1“</translation>
    </message>
    <message>
        <source>with the category “%1”</source>
        <translation>mit der Kategorie „%1“</translation>
    </message>
    <message>
        <source>Supposed: %1.</source>
        <translation>Angenommen: %1.</translation>
    </message>
    <message>
        <source>That could not be answered.</source>
        <translation>Das ließ sich nicht beantworten.</translation>
    </message>
    <message>
        <source>At %1.</source>
        <translation>Am %1.</translation>
    </message>
    <message>
        <source>Nothing could be sent there.</source>
        <translation>Dorthin konnte nichts gesendet werden.</translation>
    </message>
    <message>
        <source>It would be delivered.</source>
        <translation>Sie würde zugestellt.</translation>
    </message>
    <message>
        <source>It would not be delivered.</source>
        <translation>Sie würde nicht zugestellt.</translation>
    </message>
    <message>
        <source>It has been so since %1.</source>
        <translation>So ist es seit %1.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::BulkDesk</name>
    <message>
        <source>%1 selected</source>
        <comment>how many people</comment>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>%1 of them hidden by the filter</source>
        <translation>%1 davon blendet der Filter aus</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Another act is under way. Wait until it is done, or stop it.</source>
        <translation>Etwas anderes läuft noch. Warten Sie, bis es fertig ist, oder halten Sie es an.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <comment>a reason</comment>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Copied: %1.</source>
        <translation>Kopiert: %1.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht mehr gemacht</translation>
    </message>
    <message>
        <source>The result is on the clipboard.</source>
        <translation>Das Ergebnis ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Ergebnis speichern</translation>
    </message>
    <message>
        <source>The result is saved.</source>
        <translation>Das Ergebnis ist gespeichert.</translation>
    </message>
    <message>
        <source>The file cannot be written, so there is none. Choose another place.</source>
        <translation>Die Datei lässt sich nicht schreiben, darum gibt es keine. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Selected: %1. What the filter hides is counted, too.</source>
        <translation>Ausgewählt: %1. Was der Filter ausblendet, zählt mit.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::BulkDialog</name>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit es ist</translation>
    </message>
    <message>
        <source>Whom to show</source>
        <translation>Wen zeigen</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Those who change</source>
        <translation>Wer sich ändert</translation>
    </message>
    <message>
        <source>Those who do not</source>
        <translation>Wer sich nicht ändert</translation>
    </message>
    <message>
        <source>Whom it changes</source>
        <translation>Wen es ändert</translation>
    </message>
    <message>
        <source>Take it back…</source>
        <translation>Zurücknehmen …</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Tell these %1 in Slack</source>
        <translation>Diesen das in Slack sagen: %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>Die ersten %1 von %2</translation>
    </message>
    <message>
        <source>Send for approval</source>
        <translation>Zur Genehmigung schicken</translation>
    </message>
    <message>
        <source>Show the request</source>
        <translation>Anfrage zeigen</translation>
    </message>
</context>
<context>
    <name>refrain::ui::BulkForm</name>
    <message>
        <source>Each gets one message from the app, some 15 seconds after the change. Without this nobody is told.</source>
        <translation>Jeder bekommt eine Nachricht der App, etwa 15 Sekunden nach der Änderung. Ohne das erfährt es niemand.</translation>
    </message>
    <message>
        <source>Tomorrow, 9:00</source>
        <translation>Morgen, 9:00</translation>
    </message>
    <message>
        <source>Monday, 9:00</source>
        <translation>Montag, 9:00</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>In 30 Tagen</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Eine andere Zeit</translation>
    </message>
    <message>
        <source>Until when exactly</source>
        <translation>Bis wann genau</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Reason, for the activity log</source>
        <translation>Grund, fürs Protokoll</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
</context>
<context>
    <name>refrain::ui::CategoriesModel</name>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Turned back by</source>
        <translation>Wieder an durch</translation>
    </message>
    <message>
        <source>Turned off by</source>
        <translation>Aus bei</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>refrain::ui::CategoriesScreen</name>
    <message>
        <source>Categories
What people can switch off, in the order in which they see it. Admins change it; before anything is saved it is said whose messages that changes. Alt+↑ and Alt+↓ move a category.</source>
        <translation>Kategorien
Was sich abstellen lässt, in der Reihenfolge, in der alle es sehen. Admins ändern es; vor dem Speichern wird gesagt, wessen Nachrichten das ändert. Alt+↑ und Alt+↓ verschieben eine Kategorie.</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Neue Kategorie</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Show archived</source>
        <translation>Archivierte zeigen</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Who turned it off</source>
        <translation>Wer sie ausgeschaltet hat</translation>
    </message>
    <message>
        <source>Show the people who turned the chosen category off</source>
        <translation>Die Menschen zeigen, die die gewählte Kategorie ausgeschaltet haben</translation>
    </message>
    <message>
        <source>Move up (Alt+↑)</source>
        <translation>Nach oben (Alt+↑)</translation>
    </message>
    <message>
        <source>Move down (Alt+↓)</source>
        <translation>Nach unten (Alt+↓)</translation>
    </message>
</context>
<context>
    <name>refrain::ui::CategoryChanges</name>
    <message>
        <source>“%1” is saved.</source>
        <translation>„%1“ ist gespeichert.</translation>
    </message>
    <message>
        <source>Archive “%1”?</source>
        <translation>„%1“ archivieren?</translation>
    </message>
    <message>
        <source>Save “%1”?</source>
        <translation>„%1“ speichern?</translation>
    </message>
    <message>
        <source>Archive it</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>“%1” is archived.</source>
        <translation>„%1“ ist archiviert.</translation>
    </message>
    <message>
        <source>“%1” is created.</source>
        <translation>„%1“ ist angelegt.</translation>
    </message>
    <message>
        <source>“%1” has another place.</source>
        <translation>„%1“ hat einen anderen Platz.</translation>
    </message>
    <message>
        <source>“%1” is as it was before.</source>
        <translation>„%1“ ist wieder wie vorher.</translation>
    </message>
    <message>
        <source>Where people turned it off themselves, it needs a second admin&apos;s approval: it is sent to them, and nothing is in force before.</source>
        <translation>Wo Leute es selbst abgeschaltet haben, braucht es die Genehmigung eines zweiten Admins: Es wird ihm geschickt, und vorher gilt nichts.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::CategoryEditor</name>
    <message>
        <source>Choose a category to see what it is, and to change it.</source>
        <translation>Wählen Sie eine Kategorie, um zu sehen, was sie ist, und um sie zu ändern.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Neue Kategorie</translation>
    </message>
    <message>
        <source>Only admins of this workspace&apos;s Refrain can change categories.</source>
        <translation>Nur Admins dieses Refrain können Kategorien ändern.</translation>
    </message>
    <message>
        <source>The switch for everything that is optional.</source>
        <translation>Der Schalter für alles, was optional ist.</translation>
    </message>
    <message>
        <source>Archived: nothing is sent under it.</source>
        <translation>Archiviert: Darunter wird nichts gesendet.</translation>
    </message>
    <message>
        <source>If you save this</source>
        <translation>Wenn Sie das speichern</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>Archivieren …</translation>
    </message>
</context>
<context>
    <name>refrain::ui::CategoryForm</name>
    <message>
        <source>Required: nobody can turn it off</source>
        <translation>Pflicht: niemand kann es abstellen</translation>
    </message>
    <message>
        <source>Paused: nobody gets it for now</source>
        <translation>Pausiert: vorerst bekommt es niemand</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Slug, for senders</source>
        <translation>Kürzel, für Absender</translation>
    </message>
    <message>
        <source>What it is, in plain words</source>
        <translation>Was es ist, in einfachen Worten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Group: turning that off turns this off too</source>
        <translation>Gruppe: Ist sie aus, ist auch diese aus</translation>
    </message>
    <message>
        <source>For those who never chose</source>
        <translation>Für alle, die nie gewählt haben</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Who may turn somebody&apos;s opt-out back</source>
        <translation>Wer eine Abmeldung zurücknehmen darf</translation>
    </message>
    <message>
        <source>While Refrain cannot be asked, senders</source>
        <translation>Solange Refrain nicht gefragt werden kann, sollen Absender</translation>
    </message>
    <message>
        <source>Why nobody can leave it: a legal or safety ground, which everybody reads</source>
        <translation>Warum niemand sie abstellen kann: ein Rechts- oder Sicherheitsgrund, den alle lesen</translation>
    </message>
    <message>
        <source>Nothing changes before you save, and what it would change is said above.</source>
        <translation>Vor dem Speichern ändert sich nichts, und was sich ändern würde, steht oben.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>refrain::ui::CategoryRow</name>
    <message>
        <source>Required: %1</source>
        <translation>Pflicht: %1</translation>
    </message>
    <message>
        <source>All optional messages</source>
        <translation>Alle optionalen Nachrichten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, who and when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Being saved.</source>
        <translation>Wird gespeichert.</translation>
    </message>
    <message>
        <source>Saved here, not yet in force.</source>
        <translation>Hier gespeichert, noch nicht in Kraft.</translation>
    </message>
    <message>
        <source>Space or a click switches it.</source>
        <translation>Leertaste oder Klick schaltet um.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ChangeController</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Turn “%1” back on for %2?</source>
        <translation>„%1“ für %2 wieder einschalten?</translation>
    </message>
    <message>
        <source>It was turned off %1. Do this only if %2 asked for it.</source>
        <translation>Es wurde %1 ausgeschaltet. Tun Sie das nur, wenn %2 darum gebeten hat.</translation>
    </message>
    <message>
        <source>Turn it back on</source>
        <translation>Wieder einschalten</translation>
    </message>
    <message>
        <source>Stop all optional messages to %1?</source>
        <translation>Alle optionalen Nachrichten an %1 abstellen?</translation>
    </message>
    <message>
        <source>Nothing that is optional is sent to %1 any more.</source>
        <translation>Nichts Optionales wird mehr an %1 gesendet.</translation>
    </message>
    <message>
        <source>Nothing that is optional is sent to %1 any more. What is required still comes: %2.</source>
        <translation>Nichts Optionales wird mehr an %1 gesendet. Was Pflicht ist, kommt weiter: %2.</translation>
    </message>
    <message>
        <source>Stop them</source>
        <translation>Abstellen</translation>
    </message>
    <message>
        <source>It was turned off %1. Do this only if those who manage the channel asked for it.</source>
        <translation>Es wurde %1 ausgeschaltet. Tun Sie das nur, wenn die Verwalter des Channels darum gebeten haben.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, address</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>All optional messages</source>
        <translation>Alle optionalen Nachrichten</translation>
    </message>
    <message>
        <source>%1 for %2: snoozed again.</source>
        <translation>%1 für %2: wieder stumm.</translation>
    </message>
    <message>
        <source>The snooze of %1 for %2 has ended.</source>
        <translation>%1 für %2: nicht mehr stumm.</translation>
    </message>
    <message>
        <source>The snooze of %1 for %2 ends.</source>
        <translation>%1 für %2: die Stummschaltung endet.</translation>
    </message>
    <message>
        <source>%1 for %2: %3.</source>
        <comment>category, person, state</comment>
        <translation>%1 für %2: %3.</translation>
    </message>
    <message>
        <source>%1 are now %3 for %2.</source>
        <comment>several</comment>
        <translation>%1 sind jetzt %3 für %2.</translation>
    </message>
    <message>
        <source>%1 is now %3 for %2.</source>
        <comment>category, person, state</comment>
        <translation>%1 ist jetzt %3 für %2.</translation>
    </message>
    <message>
        <source>A reason is missing. Nothing is changed until there is one.</source>
        <translation>Es fehlt ein Grund. Solange keiner da ist, wird nichts geändert.</translation>
    </message>
    <message>
        <source>Send for approval</source>
        <translation>Zur Genehmigung schicken</translation>
    </message>
    <message>
        <source>Noted: its managers asked.</source>
        <translation>Vermerkt: Die Verwalter haben darum gebeten.</translation>
    </message>
    <message>
        <source>Noted: the person asked.</source>
        <translation>Vermerkt: Die Person hat darum gebeten.</translation>
    </message>
    <message>
        <source>Noted: we did it ourselves.</source>
        <translation>Vermerkt: von uns aus.</translation>
    </message>
    <message>
        <source>Noted: a legal request.</source>
        <translation>Vermerkt: eine rechtliche Anforderung.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ChangeNotices</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Being saved.</source>
        <translation>Wird gespeichert.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ChannelDialog</name>
    <message>
        <source>Connect a channel – Refrain</source>
        <translation>Kanal verbinden – Refrain</translation>
    </message>
    <message>
        <source>The channel is connected</source>
        <translation>Der Kanal ist verbunden</translation>
    </message>
    <message>
        <source>Senders reach it as channel_&lt;name&gt;, with the name that it has in Slack.</source>
        <translation>Wer sendet, erreicht ihn als channel_&lt;Name&gt;, mit dem Namen, den er in Slack hat.</translation>
    </message>
    <message>
        <source>Senders reach it as %1. That you connected it stands in Activity.</source>
        <translation>Wer sendet, erreicht ihn als %1. Dass Sie ihn verbunden haben, steht unter Aktivität.</translation>
    </message>
    <message>
        <source>Copy this name</source>
        <translation>Diesen Namen kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ComposePage</name>
    <message>
        <source>New message</source>
        <translation>Neue Nachricht</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Senden …</translation>
    </message>
    <message>
        <source>Category: who turned it off does not get this</source>
        <translation>Kategorie: Wer sie abgeschaltet hat, bekommt das nicht</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>An wen</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>Eine Liste</translation>
    </message>
    <message>
        <source>People, by filter</source>
        <translation>Leute, nach Filter</translation>
    </message>
    <message>
        <source>Channels, by filter</source>
        <translation>Channels, nach Filter</translation>
    </message>
    <message>
        <source>One in each line, or parted by commas: e-mail address, ID, full name, #channel</source>
        <translation>Je Zeile eins, oder durch Kommas getrennt: E-Mail-Adresse, ID, voller Name, #channel</translation>
    </message>
    <message>
        <source>Send it to me</source>
        <translation>An mich senden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>%1 (paused)</source>
        <translation>%1 (pausiert)</translation>
    </message>
    <message>
        <source>All active people; or name, e-mail, is:guest, out:reminders, changed:7d</source>
        <translation>Alle aktiven Leute; oder Name, E-Mail, is:guest, out:reminders, changed:7d</translation>
    </message>
    <message>
        <source>All channels that are in use; or name, topic, is:private</source>
        <translation>Alle Channels in Gebrauch; oder Name, Thema, is:private</translation>
    </message>
    <message>
        <source>Before you send it you see who would get it and who would not. Each is asked about again when the turn comes: who opts out meanwhile does not get it.</source>
        <translation>Bevor Sie senden, sehen Sie, wer sie bekäme und wer nicht. Bei jedem Empfänger wird noch einmal nachgesehen, wenn er an der Reihe ist: Wer sich inzwischen abmeldet, bekommt sie nicht.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show them
Who would get it and who would not, each with the reason.</source>
        <translation>Zeigen
Wer sie bekäme und wer nicht, jeweils mit dem Grund.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::Composer</name>
    <message>
        <source>The message was thrown away. Ctrl+Z brings it back.</source>
        <translation>Die Nachricht wurde verworfen. Strg+Z holt sie zurück.</translation>
    </message>
    <message>
        <source>One message goes to 100,000 at most: %1 more are left out.</source>
        <translation>Eine Nachricht geht an höchstens 100.000: %1 weitere bleiben außen vor.</translation>
    </message>
    <message numerus="yes">
        <source>%1 recipient(s)</source>
        <translation>
            <numerusform>%1 Empfänger</numerusform>
            <numerusform>%1 Empfänger</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is named yet.</source>
        <translation>Noch ist niemand genannt.</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>Noch niemand.</translation>
    </message>
    <message>
        <source>Say to whom it goes, and you see here who gets it.</source>
        <translation>Sagen Sie, an wen sie geht, und Sie sehen hier, wer sie bekommt.</translation>
    </message>
    <message>
        <source>It is not known who would get it.</source>
        <translation>Es ist nicht bekannt, wer sie bekäme.</translation>
    </message>
    <message>
        <source>Send to %1…</source>
        <translation>An %1 senden …</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Senden …</translation>
    </message>
    <message>
        <source>Look at it first.</source>
        <translation>Sehen Sie sie zuerst an.</translation>
    </message>
    <message>
        <source>It goes to more than %1, so it has to go to you alone once: the same text, the same category. Then it can be sent to all.</source>
        <translation>Sie geht an mehr als %1, darum muss sie einmal nur an Sie gehen: derselbe Text, dieselbe Kategorie. Dann kann sie an alle gesendet werden.</translation>
    </message>
    <message>
        <source>It is on its way to you.</source>
        <translation>Sie ist unterwegs zu Ihnen.</translation>
    </message>
    <message>
        <source>If it looks right, send it to all.</source>
        <translation>Wenn sie richtig aussieht, senden Sie sie an alle.</translation>
    </message>
    <message>
        <source>You have it in Slack.</source>
        <translation>Sie haben sie in Slack.</translation>
    </message>
    <message>
        <source>You do not get these yourself.</source>
        <translation>Sie selbst bekommen diese nicht.</translation>
    </message>
    <message>
        <source>The test message did not arrive: %1</source>
        <translation>Die Probenachricht kam nicht an: %1</translation>
    </message>
    <message>
        <source>It goes out as “%1”. Each is asked about once more when the turn comes.</source>
        <translation>Sie geht als „%1“ hinaus. Bei jedem Empfänger wird noch einmal nachgesehen, wenn er an der Reihe ist.</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Senden</translation>
    </message>
    <message numerus="yes">
        <source>%1 recipient(s) are skipped, as it stands now.</source>
        <translation>
            <numerusform>%1 Empfänger wird nach jetzigem Stand übergangen.</numerusform>
            <numerusform>%1 Empfänger werden nach jetzigem Stand übergangen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send this to %1 recipient(s)?</source>
        <translation>
            <numerusform>Das an %1 Empfänger senden?</numerusform>
            <numerusform>Das an %1 Empfänger senden?</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 skipped</source>
        <translation>, %1 übergangen</translation>
    </message>
    <message>
        <source>The message was accepted. The list shows how far it is.</source>
        <translation>Die Nachricht wurde angenommen. Die Liste zeigt, wie weit sie ist.</translation>
    </message>
    <message>
        <source>Needs a second admin&apos;s approval.</source>
        <translation>Braucht die Genehmigung eines zweiten Admins.</translation>
    </message>
    <message>
        <source>Send for approval</source>
        <translation>Zur Genehmigung schicken</translation>
    </message>
    <message>
        <source>Sent for approval. Nothing goes out until a second admin approves.</source>
        <translation>Zur Genehmigung geschickt. Nichts geht hinaus, bis ein zweiter Admin genehmigt.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ContextHelp</name>
    <message>
        <source>Refrain
Tab and F6 lead on, ? lists the keys. F1 explains what has the focus.</source>
        <translation>Refrain
Tab und F6 führen weiter, ? zeigt die Tasten. F1 erklärt, was den Fokus hat.</translation>
    </message>
    <message>
        <source>F1 again: the manual</source>
        <translation>Noch einmal F1: das Handbuch</translation>
    </message>
</context>
<context>
    <name>refrain::ui::CredentialsForm</name>
    <message>
        <source>Basic Information, App-Level Tokens. It begins with xapp-.</source>
        <translation>Basic Information, App-Level Tokens. Es beginnt mit xapp-.</translation>
    </message>
    <message>
        <source>Basic Information, App Credentials. Two numbers with a dot between.</source>
        <translation>Basic Information, App Credentials. Zwei Zahlen mit einem Punkt dazwischen.</translation>
    </message>
    <message>
        <source>Basic Information, App Credentials, behind “Show”.</source>
        <translation>Basic Information, App Credentials, hinter „Show“.</translation>
    </message>
    <message>
        <source>This looks like the Client ID.</source>
        <translation>Das sieht aus wie die Client ID.</translation>
    </message>
    <message>
        <source>This looks like one of the two secrets.</source>
        <translation>Das sieht aus wie eines der beiden Secrets.</translation>
    </message>
    <message>
        <source>This looks like the App-Level Token.</source>
        <translation>Das sieht aus wie das App-Level Token.</translation>
    </message>
    <message>
        <source>This looks like a bot&apos;s or a person&apos;s token. Refrain gets those by itself.</source>
        <translation>Das sieht aus wie das Token eines Bots oder einer Person. Die holt sich Refrain selbst.</translation>
    </message>
    <message>
        <source>This looks like an address.</source>
        <translation>Das sieht aus wie eine Adresse.</translation>
    </message>
    <message>
        <source>This looks like the Verification Token, which is not used any more.</source>
        <translation>Das sieht aus wie das Verification Token, das nicht mehr gebraucht wird.</translation>
    </message>
    <message>
        <source>The Client ID is two numbers with a dot between. Copy it once more.</source>
        <translation>Die Client ID besteht aus zwei Zahlen mit einem Punkt dazwischen. Kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The App-Level Token begins with xapp-. Copy it once more.</source>
        <translation>Das App-Level Token beginnt mit xapp-. Kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is missing. All four are needed: without them nothing of Slack&apos;s reaches this computer.</source>
        <translation>%1 fehlt. Alle vier werden gebraucht: Ohne sie erreicht nichts von Slack diesen Computer.</translation>
    </message>
    <message>
        <source>This is the Client Secret once more. The Signing Secret is another one, below it on Slack&apos;s page.</source>
        <translation>Das ist noch einmal das Client Secret. Das Signing Secret ist ein anderes, auf der Seite von Slack darunter.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::CredentialsPage</name>
    <message>
        <source>Run Refrain on this computer</source>
        <translation>Refrain auf diesem Computer betreiben</translation>
    </message>
    <message>
        <source>While this computer is off, nobody can opt out, and senders get no answer. A company runs Refrain on a server. Once, Slack needs to know this app:</source>
        <translation>Solange dieser Computer aus ist, kann sich niemand abmelden, und Absender bekommen keine Antwort. Eine Firma betreibt Refrain auf einem Server. Einmal muss Slack diese App kennenlernen:</translation>
    </message>
    <message>
        <source>Open Slack&apos;s page</source>
        <translation>Die Seite von Slack öffnen</translation>
    </message>
    <message>
        <source>Open Slack&apos;s page of apps, choose “Create New App”, then “From a manifest”, and pick the workspace.</source>
        <translation>Öffnen Sie die App-Seite von Slack, wählen Sie „Create New App“, dann „From a manifest“, und den Workspace.</translation>
    </message>
    <message>
        <source>Copy this manifest and paste it there as YAML.</source>
        <translation>Kopieren Sie dieses Manifest und fügen Sie es dort als YAML ein.</translation>
    </message>
    <message>
        <source>Under “Basic Information”, “App-Level Tokens”, choose “Generate Token and Scopes” and add the scope connections:write. Through it Slack reaches this computer without a public address.</source>
        <translation>Wählen Sie unter „Basic Information“, „App-Level Tokens“ den Knopf „Generate Token and Scopes“ und fügen Sie den Scope connections:write hinzu. Darüber erreicht Slack diesen Computer ohne öffentliche Adresse.</translation>
    </message>
    <message>
        <source>Copy these four values from Slack&apos;s page. All are needed; they go into a file of the backend that only you may read, and nowhere else.</source>
        <translation>Kopieren Sie diese vier Werte von der Seite von Slack. Alle werden gebraucht; sie kommen in eine Datei des Backends, die nur Sie lesen dürfen, und sonst nirgendwohin.</translation>
    </message>
    <message>
        <source>The app&apos;s manifest</source>
        <translation>Das Manifest der App</translation>
    </message>
    <message>
        <source>Copy the manifest</source>
        <translation>Manifest kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>What it asks for, and why</source>
        <translation>Was es verlangt, und warum</translation>
    </message>
    <message>
        <source>%1 May be declined.</source>
        <translation>%1 Darf abgelehnt werden.</translation>
    </message>
    <message>
        <source>Start and sign in</source>
        <translation>Starten und anmelden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>refrain::ui::EntryInspector</name>
    <message>
        <source>Choose an entry to see who did what, when and why.</source>
        <translation>Wählen Sie einen Eintrag, um zu sehen, wer was wann und warum tat.</translation>
    </message>
    <message>
        <source>This was refused.</source>
        <translation>Das wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing was changed; the attempt is kept here.</source>
        <translation>Nichts wurde geändert; der Versuch ist hier festgehalten.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Leaf hash</source>
        <translation>Blatt-Hash</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, ID</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Genehmigt von</translation>
    </message>
    <message>
        <source>Whose wish</source>
        <translation>Wessen Wunsch</translation>
    </message>
    <message>
        <source>Undo this
Gives back what stood before, with an entry of its own. What somebody chose since stays.</source>
        <translation>Zurücknehmen
Gibt zurück, was davor galt, mit einem eigenen Eintrag. Was jemand seither gewählt hat, bleibt.</translation>
    </message>
    <message>
        <source>Undo all %1…</source>
        <translation>Alle %1 zurücknehmen …</translation>
    </message>
    <message>
        <source>Undo this…</source>
        <translation>Zurücknehmen …</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>Zuerst</translation>
    </message>
</context>
<context>
    <name>refrain::ui::Exporter</name>
    <message>
        <source>Another export is under way. Wait until it is done, or stop it.</source>
        <translation>Ein anderer Export läuft noch. Warten Sie, bis er fertig ist, oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Exporting: %1</source>
        <comment>how far</comment>
        <translation>Export: %1</translation>
    </message>
    <message>
        <source>The export was stopped. There is no file.</source>
        <translation>Der Export wurde angehalten. Es gibt keine Datei.</translation>
    </message>
    <message>
        <source>Exported %1 to %2.</source>
        <translation>%1 nach %2 exportiert.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::FileMenu</name>
    <message>
        <source>Import and export</source>
        <translation>Import und Export</translation>
    </message>
    <message>
        <source>Import and export
What is shown as a file, for a sheet or another program; and choices from a file, such as the list of who left in another tool.</source>
        <translation>Import und Export
Was zu sehen ist als Datei, für eine Tabelle oder ein anderes Programm; und Entscheidungen aus einer Datei, etwa der Liste aller, die sich in einem anderen Werkzeug abgemeldet haben.</translation>
    </message>
    <message>
        <source>Import choices from a file…</source>
        <translation>Entscheidungen aus einer Datei importieren …</translation>
    </message>
    <message>
        <source>Export all that are shown…</source>
        <translation>Alle, die zu sehen sind, exportieren …</translation>
    </message>
    <message>
        <source>Files</source>
        <comment>a menu of import and export</comment>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>refrain::ui::FilterCompleter</name>
    <message>
        <source>What can stand in the filter</source>
        <translation>Was im Filter stehen kann</translation>
    </message>
</context>
<context>
    <name>refrain::ui::FilterField</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>refrain::ui::FindList</name>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Leute</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Receipts and links</source>
        <translation>Belege und Links</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Several match: choose whom with ↓</source>
        <translation>Mehrere passen: mit ↓ wählen, wer gemeint ist</translation>
    </message>
</context>
<context>
    <name>refrain::ui::FormPage</name>
    <message>
        <source>Somebody saved it meanwhile.</source>
        <translation>Jemand hat es inzwischen gespeichert.</translation>
    </message>
    <message>
        <source>What you wrote is still here, and not saved. Take theirs and write on from it, or save yours in its place.</source>
        <translation>Was Sie geschrieben haben, steht noch da und ist nicht gespeichert. Übernehmen Sie das andere und schreiben Sie daran weiter, oder speichern Sie Ihres an seine Stelle.</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Das andere übernehmen</translation>
    </message>
    <message>
        <source>Save mine in its place</source>
        <translation>Meines an seine Stelle speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>refrain::ui::HeaderBar</name>
    <message>
        <source>Ctrl K</source>
        <translation>Strg K</translation>
    </message>
    <message>
        <source>Switch workspace</source>
        <translation>Workspace wechseln</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Ihr Konto</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Details zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Workspaces</translation>
    </message>
    <message>
        <source>Find people, channels, actions</source>
        <translation>Leute, Channels, Aktionen finden</translation>
    </message>
    <message>
        <source>Find people, channels, categories, actions and settings</source>
        <translation>Leute, Channels, Kategorien, Aktionen und Einstellungen finden</translation>
    </message>
</context>
<context>
    <name>refrain::ui::HelpWindow</name>
    <message>
        <source>Manual – Refrain</source>
        <translation>Handbuch – Refrain</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Pages of the manual</source>
        <translation>Seiten des Handbuchs</translation>
    </message>
    <message>
        <source>No page of the manual has all of these words.</source>
        <translation>Keine Seite des Handbuchs hat alle diese Wörter.</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>Die Seite</translation>
    </message>
</context>
<context>
    <name>refrain::ui::HistoryList</name>
    <message>
        <source>Nothing was ever changed.</source>
        <translation>Es wurde noch nie etwas geändert.</translation>
    </message>
    <message>
        <source>Show earlier</source>
        <translation>Früheres zeigen</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What of the time line is shown</source>
        <translation>Was vom Verlauf gezeigt wird</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Nothing of this kind among what is shown.</source>
        <translation>Nichts dieser Art unter dem Gezeigten.</translation>
    </message>
    <message>
        <source>More about: %1</source>
        <translation>Mehr zu: %1</translation>
    </message>
    <message>
        <source>Receipt…</source>
        <translation>Beleg …</translation>
    </message>
    <message>
        <source>Show the notification</source>
        <translation>Benachrichtigung zeigen</translation>
    </message>
    <message>
        <source>As it was right before</source>
        <translation>So war es unmittelbar davor</translation>
    </message>
    <message>
        <source>Show the exchange</source>
        <translation>Den Abgleich zeigen</translation>
    </message>
</context>
<context>
    <name>refrain::ui::HomeDialog</name>
    <message>
        <source>App Home of %1 – Refrain</source>
        <translation>App-Startseite von %1 – Refrain</translation>
    </message>
    <message>
        <source>What %1 sees in Slack</source>
        <translation>Was %1 in Slack sieht</translation>
    </message>
    <message>
        <source>Being fetched.</source>
        <translation>Wird abgerufen.</translation>
    </message>
    <message>
        <source>The App Home</source>
        <translation>Die App-Startseite</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Their App Home as it is now, in their language. To look at only: nothing here can be pressed.</source>
        <translation>Die App-Startseite, wie sie jetzt ist, in der Sprache der Person. Nur zum Ansehen: Nichts hier lässt sich drücken.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ImportForm</name>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>The first line names the columns</source>
        <translation>Die erste Zeile nennt die Spalten</translation>
    </message>
    <message>
        <source>They asked for it themselves: only they turn it back</source>
        <translation>Sie haben selbst darum gebeten: nur sie nehmen es zurück</translation>
    </message>
    <message>
        <source>Import choices</source>
        <translation>Entscheidungen importieren</translation>
    </message>
    <message>
        <source>From CSV or JSON Lines, such as the list of who left in another tool. Every row is checked before anything is changed, nobody is opted in against a no, and the whole import can be undone.</source>
        <translation>Aus CSV oder JSON Lines, etwa die Liste der Abmeldungen aus einem anderen Programm. Jede Zeile wird geprüft, bevor sich etwas ändert, niemand wird gegen ein Nein angemeldet, und der ganze Import lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>Die ersten Zeilen der Datei</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Columns parted by</source>
        <translation>Spalten getrennt durch</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt *.jsonl *.ndjson *.json)</source>
        <translation>Listen (*.csv *.tsv *.txt *.jsonl *.ndjson *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>All optional messages</source>
        <translation>Alle optionalen Nachrichten</translation>
    </message>
    <message>
        <source>All of them opt out</source>
        <translation>Alle melden sich ab</translation>
    </message>
    <message>
        <source>Choose the column</source>
        <translation>Spalte wählen</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>Nicht in der Datei</translation>
    </message>
    <message>
        <source>Or drop it here.</source>
        <translation>Oder hier ablegen.</translation>
    </message>
    <message>
        <source>Check every row</source>
        <translation>Jede Zeile prüfen</translation>
    </message>
    <message>
        <source>Choose the messages</source>
        <translation>Nachrichten wählen</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ImportPane</name>
    <message>
        <source>Choose an import to see how it went.</source>
        <translation>Wählen Sie einen Import, um zu sehen, wie er lief.</translation>
    </message>
    <message>
        <source>Undo it…</source>
        <translation>Zurücknehmen …</translation>
    </message>
    <message>
        <source>End it here</source>
        <translation>Hier beenden</translation>
    </message>
    <message>
        <source>%1, took %2</source>
        <translation>%1, dauerte %2</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>So already</source>
        <translation>Schon so</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Applied when they came</source>
        <translation>Angewandt, als sie kamen</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Turned back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Stayed</source>
        <translation>Geblieben</translation>
    </message>
    <message>
        <source>Told in Slack</source>
        <translation>In Slack gesagt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Show what was not taken over…</source>
        <translation>Nicht Übernommenes zeigen …</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Would change</source>
        <translation>Würde sich ändern</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ImportPast</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Being fetched.</source>
        <translation>Wird abgerufen.</translation>
    </message>
    <message>
        <source>Save what was not taken over…</source>
        <translation>Nicht Übernommenes speichern …</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ImportResult</name>
    <message>
        <source>How far it is</source>
        <translation>Wie weit es ist</translation>
    </message>
    <message>
        <source>Undo it…</source>
        <translation>Zurücknehmen …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Tell these people in Slack: %1</source>
        <comment>how many changes</comment>
        <translation>Diesen Leuten in Slack Bescheid geben: %1</translation>
    </message>
    <message>
        <source>Save what is not taken over…</source>
        <translation>Nicht Übernommenes speichern …</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Show the request</source>
        <translation>Anfrage zeigen</translation>
    </message>
    <message>
        <source>Send for approval</source>
        <translation>Zur Genehmigung schicken</translation>
    </message>
    <message>
        <source>Import it</source>
        <translation>Importieren</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ImportRows</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>Which rows to show</source>
        <translation>Welche Zeilen zu sehen sind</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Would wait</source>
        <translation>Würde warten</translation>
    </message>
    <message>
        <source>So already</source>
        <translation>Schon so</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>which rows, how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>They are not listed one by one.</source>
        <translation>Sie sind nicht einzeln aufgeführt.</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>Die ersten %1 von %2</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>The file cannot be written, so there is none. Choose another place.</source>
        <translation>Die Datei lässt sich nicht schreiben, also gibt es keine. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Save what is not taken over</source>
        <translation>Nicht Übernommenes speichern</translation>
    </message>
    <message>
        <source>What is not taken over is saved.</source>
        <translation>Was nicht übernommen wird, ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ImportWords</name>
    <message>
        <source>It changes nothing.</source>
        <translation>Es ändert nichts.</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Noch ist nichts geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 choices</source>
        <translation>
            <numerusform>%1 Entscheidung</numerusform>
            <numerusform>%1 Entscheidungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what becomes of rows, how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>So already</source>
        <translation>Schon so</translation>
    </message>
    <message>
        <source>Left out, because of a choice or a rule here</source>
        <translation>Ausgelassen, wegen einer Entscheidung oder Regel hier</translation>
    </message>
    <message>
        <source>Waiting for people who are not here yet</source>
        <translation>Wartet auf Leute, die noch nicht hier sind</translation>
    </message>
    <message>
        <source>Would wait for people who are not here yet</source>
        <translation>Würde auf Leute warten, die noch nicht hier sind</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Die Prüfung wurde angehalten.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Checking every row: %1 %</source>
        <translation>Jede Zeile wird geprüft: %1 %</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>Bisher %1</translation>
    </message>
    <message>
        <source>Importing: %1</source>
        <translation>Wird importiert: %1</translation>
    </message>
    <message>
        <source>Stopping after the rows that are on their way.</source>
        <translation>Hält an, sobald die Zeilen fertig sind, die unterwegs sind.</translation>
    </message>
    <message>
        <source>Stopped after %1.</source>
        <translation>Angehalten nach %1.</translation>
    </message>
    <message>
        <source>What was imported so far is in force.</source>
        <translation>Was bisher importiert wurde, ist in Kraft.</translation>
    </message>
    <message>
        <source>It stopped after %1.</source>
        <translation>Es blieb nach %1 stehen.</translation>
    </message>
    <message>
        <source>%1 of %2 rows so far</source>
        <translation>bisher %1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>ended early</source>
        <translation>vorzeitig beendet</translation>
    </message>
    <message>
        <source>being undone</source>
        <translation>wird zurückgenommen</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>Not all rows are in.</source>
        <translation>Es sind nicht alle Zeilen übernommen.</translation>
    </message>
    <message>
        <source>%1. Where nobody is importing any more, end it here and import the same file again: what is in force already is passed over.</source>
        <translation>%1. Importiert niemand mehr, beenden Sie ihn hier und importieren Sie dieselbe Datei noch einmal: Was schon in Kraft ist, wird übergangen.</translation>
    </message>
    <message>
        <source>It was ended after %1.</source>
        <translation>Er wurde nach %1 beendet.</translation>
    </message>
    <message>
        <source>It is being undone.</source>
        <translation>Er wird zurückgenommen.</translation>
    </message>
    <message>
        <source>%1 turned back so far.</source>
        <translation>Bisher %1 zurückgenommen.</translation>
    </message>
    <message>
        <source>It was undone: %1 turned back.</source>
        <translation>Er wurde zurückgenommen: %1.</translation>
    </message>
    <message>
        <source>%1 stayed: somebody chose anew since, or it was so before.</source>
        <translation>%1 blieben: Seither wurde neu entschieden, oder es war schon vorher so.</translation>
    </message>
    <message>
        <source>Nobody had chosen anew since.</source>
        <translation>Seither hatte niemand neu entschieden.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>so already</source>
        <translation>schon so</translation>
    </message>
    <message>
        <source>waits: nobody here is called so yet</source>
        <translation>wartet: hier heißt noch niemand so</translation>
    </message>
    <message>
        <source>left out: what was chosen here stands</source>
        <translation>ausgelassen: was hier gewählt wurde, gilt</translation>
    </message>
    <message>
        <source>left out: required for everybody</source>
        <translation>ausgelassen: für alle Pflicht</translation>
    </message>
    <message>
        <source>left out: the category is archived</source>
        <translation>ausgelassen: die Kategorie ist archiviert</translation>
    </message>
    <message>
        <source>left as it is: changed since the check</source>
        <translation>so gelassen: seit der Prüfung geändert</translation>
    </message>
    <message>
        <source>UTF-16, big-endian</source>
        <translation>UTF-16, Big-Endian</translation>
    </message>
    <message>
        <source>Western European (Windows-1252, Latin-1)</source>
        <translation>Westeuropäisch (Windows-1252, Latin-1)</translation>
    </message>
    <message>
        <source>Who: Slack ID, e-mail address or your own ID</source>
        <translation>Wer: Slack-ID, E-Mail-Adresse oder eigene ID</translation>
    </message>
    <message>
        <source>Which messages</source>
        <translation>Welche Nachrichten</translation>
    </message>
    <message>
        <source>What they want</source>
        <translation>Was sie möchten</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>When they asked</source>
        <translation>Wann sie darum baten</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>%1 wait for people who are not here yet.</source>
        <translation>%1 warten auf Leute, die noch nicht hier sind.</translation>
    </message>
    <message>
        <source>Together: %1</source>
        <translation>Zusammen: %1</translation>
    </message>
    <message>
        <source>%1 of %2 change something.</source>
        <comment>how many, of how many rows</comment>
        <translation>%1 von %2 ändern etwas.</translation>
    </message>
    <message>
        <source>Changed something</source>
        <translation>Haben etwas geändert</translation>
    </message>
    <message>
        <source>Would change something</source>
        <translation>Würden etwas ändern</translation>
    </message>
    <message>
        <source>Sending the rows: %1</source>
        <translation>Die Zeilen werden gesendet: %1</translation>
    </message>
    <message>
        <source>Nothing of it is in force yet.</source>
        <translation>Noch gilt nichts davon.</translation>
    </message>
    <message>
        <source>%1 sent, none imported yet</source>
        <translation>%1 gesendet, noch keine importiert</translation>
    </message>
    <message>
        <source>waits for a second admin</source>
        <translation>wartet auf einen zweiten Admin</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>verfallen</translation>
    </message>
    <message>
        <source>%1. Where nobody is importing any more, end it here and import the same file again.</source>
        <translation>%1. Wenn niemand mehr importiert, beenden Sie ihn hier und importieren Sie dieselbe Datei noch einmal.</translation>
    </message>
    <message>
        <source>It waits for a second admin.</source>
        <translation>Er wartet auf einen zweiten Admin.</translation>
    </message>
    <message>
        <source>Nothing of it is in force before. It stands under Approvals.</source>
        <translation>Vorher gilt nichts davon. Er steht unter „Genehmigungen“.</translation>
    </message>
    <message>
        <source>It is being imported: %1.</source>
        <translation>Er wird importiert: %1.</translation>
    </message>
    <message>
        <source>A second admin refused it.</source>
        <translation>Ein zweiter Admin hat ihn abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing of it is in force. Why stands under Approvals.</source>
        <translation>Nichts davon gilt. Der Grund steht unter „Genehmigungen“.</translation>
    </message>
    <message>
        <source>No second admin decided in time.</source>
        <translation>Kein zweiter Admin hat rechtzeitig entschieden.</translation>
    </message>
    <message>
        <source>Nothing of it is in force. Import the file again to ask again.</source>
        <translation>Nichts davon gilt. Importieren Sie die Datei noch einmal, um erneut zu fragen.</translation>
    </message>
    <message>
        <source>%1 of %2 changed something.</source>
        <comment>how many, of how many rows</comment>
        <translation>%1 von %2 haben etwas geändert.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ImportsScreen</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Imports
Choices from a file, such as the list of who left in another tool. Whoever is not here yet is remembered, and each import can be undone as one.</source>
        <translation>Importe
Entscheidungen aus einer Datei, etwa die Liste der Abmeldungen aus einem anderen Programm. Wer noch nicht hier ist, wird vorgemerkt, und jeder Import lässt sich als Ganzes zurücknehmen.</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>Es wurde noch nichts importiert.</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren …</translation>
    </message>
    <message>
        <source>All optional messages</source>
        <translation>Alle optionalen Nachrichten</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>Importiert: %1</translation>
    </message>
    <message>
        <source>Those whom it changes are told in Slack, and that cannot be taken back.</source>
        <translation>Wen es betrifft, erfährt es in Slack, und das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Nobody is told. It can be undone as one.</source>
        <translation>Niemand erfährt davon. Es lässt sich als Ganzes zurücknehmen.</translation>
    </message>
    <message>
        <source>What changed since could not be had: %1</source>
        <translation>Was sich seither änderte, war nicht zu bekommen: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Undo the import of “%1”?</source>
        <translation>Import von „%1“ zurücknehmen?</translation>
    </message>
    <message>
        <source>%1 turned back to what was before. What somebody chose since stays, and rows that wait for people who are not here yet are forgotten.</source>
        <translation>%1 auf den Stand von vorher zurückgenommen. Was jemand seither entschieden hat, bleibt, und Zeilen, die auf Leute warten, die noch nicht hier sind, werden vergessen.</translation>
    </message>
    <message>
        <source>Undo it</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Import it</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>The import of “%1” was interrupted after %2. Imports lets it go on from there.</source>
        <translation>Der Import von „%1“ wurde nach %2 unterbrochen. Unter Importe lässt er sich von dort fortsetzen.</translation>
    </message>
    <message>
        <source>An import needs you: %1</source>
        <translation>Ein Import braucht Sie: %1</translation>
    </message>
    <message>
        <source>Import “%1”?</source>
        <translation>„%1“ importieren?</translation>
    </message>
</context>
<context>
    <name>refrain::ui::InsightsScreen</name>
    <message>
        <source>Insights
What people chose, after which messages, how, and whether it reached everybody who has to follow. Each point opens the list behind it; every plot is there as a table too, and can be exported.</source>
        <translation>Einblicke
Was Menschen gewählt haben, nach welchen Nachrichten, auf welchem Weg, und ob es alle erreicht hat, die folgen müssen. Jeder Punkt öffnet die Liste dahinter; jedes Diagramm gibt es auch als Tabelle, und es lässt sich exportieren.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day&apos;s format</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message numerus="yes">
        <source>%n categories</source>
        <translation>
            <numerusform>%n Kategorie</numerusform>
            <numerusform>%n Kategorien</numerusform>
        </translation>
    </message>
    <message>
        <source>Categories: %1</source>
        <translation>Kategorien: %1</translation>
    </message>
    <message>
        <source>Still being counted</source>
        <translation>Wird noch gezählt</translation>
    </message>
    <message>
        <source>Much has been changed at once. The newest changes come in by themselves.</source>
        <translation>Vieles wurde auf einmal geändert. Die neuesten Änderungen kommen von selbst dazu.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>These are the figures of %1</source>
        <translation>Das sind die Zahlen von %1</translation>
    </message>
    <message>
        <source>The period that you chose could not be had: %1</source>
        <translation>Der gewählte Zeitraum war nicht zu bekommen: %1</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Einblicke</translation>
    </message>
    <message>
        <source>Days and times as in %1 · as of %2</source>
        <comment>city, time</comment>
        <translation>Tage und Zeiten wie in %1 · Stand %2</translation>
    </message>
</context>
<context>
    <name>refrain::ui::InspectorPane</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>refrain::ui::KeyPane</name>
    <message>
        <source>Choose a key to see what it is for, and to end it.</source>
        <translation>Wählen Sie einen Schlüssel, um zu sehen, wofür er ist, und um ihn zu sperren.</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Sperren …</translation>
    </message>
    <message>
        <source>Name: which program it is for</source>
        <translation>Name: für welches Programm er ist</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>Was er erlaubt</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>Der neue Schlüssel</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>I have put it away</source>
        <translation>Er ist verwahrt</translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation>Er wurde gesperrt.</translation>
    </message>
    <message>
        <source>Whoever uses it is refused. It cannot be brought back.</source>
        <translation>Wer ihn benutzt, wird abgewiesen. Er lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>It was never used.</source>
        <translation>Er wurde nie benutzt.</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>New API key</source>
        <translation>Neuer API-Schlüssel</translation>
    </message>
    <message>
        <source>With it another program asks Refrain who wants what, without anybody signing in.</source>
        <translation>Damit fragt ein anderes Programm Refrain, wer was möchte, ohne dass sich jemand anmeldet.</translation>
    </message>
    <message>
        <source>Copy the key now: it is shown this once.</source>
        <translation>Kopieren Sie den Schlüssel jetzt: Er wird nur dieses eine Mal gezeigt.</translation>
    </message>
    <message>
        <source>Refrain keeps only what is needed to recognise it. Put it where the program keeps its secrets; whoever has it may do what it allows.</source>
        <translation>Refrain behält nur, woran es ihn erkennt. Legen Sie ihn dorthin, wo das Programm seine Geheimnisse verwahrt; wer ihn hat, darf, was er erlaubt.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::KeysScreen</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>API keys
With a key another program asks Refrain before it sends, or sends through it. A key is shown once, when it is made. Making and revoking one is in the activity log.</source>
        <translation>API-Schlüssel
Mit einem Schlüssel fragt ein anderes Programm Refrain, bevor es sendet, oder sendet durch Refrain. Ein Schlüssel wird einmal gezeigt, wenn er erstellt wird. Erstellen und Sperren stehen unter Aktivität.</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Put the key away first: it is shown this once.</source>
        <translation>Verwahren Sie erst den Schlüssel: Er wird nur dieses eine Mal gezeigt.</translation>
    </message>
    <message>
        <source>New API key</source>
        <translation>Neuer API-Schlüssel</translation>
    </message>
    <message>
        <source>Show revoked</source>
        <translation>Gesperrte zeigen</translation>
    </message>
    <message>
        <source>The key is on the clipboard.</source>
        <translation>Der Schlüssel ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>No program has a key. With one, other programs ask Refrain before they send.</source>
        <translation>Kein Programm hat einen Schlüssel. Mit einem fragen andere Programme Refrain, bevor sie senden.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Revoke the key “%1”?</source>
        <translation>Den Schlüssel „%1“ sperren?</translation>
    </message>
    <message>
        <source>Programs that use it are refused from then on; it was last used %1. It cannot be brought back.</source>
        <translation>Programme, die ihn benutzen, werden ab dann abgewiesen; zuletzt benutzt: %1. Er lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>It was never used. It cannot be brought back.</source>
        <translation>Er wurde nie benutzt. Er lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Revoke it</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>The key “%1” is revoked.</source>
        <translation>Der Schlüssel „%1“ ist gesperrt.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::LinkDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The page with all switches</source>
        <translation>Die Seite mit allen Schaltern</translation>
    </message>
    <message>
        <source>All optional messages off</source>
        <translation>Alle optionalen Nachrichten aus</translation>
    </message>
    <message>
        <source>“%1” off</source>
        <translation>„%1“ aus</translation>
    </message>
    <message>
        <source>What the link opens</source>
        <translation>Was der Link öffnet</translation>
    </message>
    <message>
        <source>Opt-out link for %1</source>
        <translation>Abmeldelink für %1</translation>
    </message>
    <message>
        <source>Whoever opens it can turn messages off for %1, for nobody else, without signing in. It asks before it does so, and works for as long as the message that bears it is read.

That you made it is written into the activity log.</source>
        <translation>Wer ihn öffnet, kann Nachrichten für %1 abschalten, für niemanden sonst, ohne Anmeldung. Er fragt vorher nach und gilt, solange die Nachricht gelesen wird, in der er steht.

Dass Sie ihn erstellt haben, steht unter Aktivität.</translation>
    </message>
    <message>
        <source>The link</source>
        <translation>Der Link</translation>
    </message>
    <message>
        <source>Make and copy it</source>
        <translation>Erstellen und kopieren</translation>
    </message>
    <message>
        <source>Copy it again</source>
        <translation>Noch einmal kopieren</translation>
    </message>
    <message>
        <source>The link is on the clipboard.</source>
        <translation>Der Link ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Opt-out link – Refrain</source>
        <translation>Abmeldelink – Refrain</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ListScreen</name>
    <message>
        <source>What changed since could not be had: %1</source>
        <translation>Was sich seither änderte, war nicht zu bekommen: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>refrain::ui::LogPanel</name>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Trust the new log from now on…</source>
        <translation>Dem neuen Protokoll von jetzt an vertrauen …</translation>
    </message>
    <message>
        <source>Save the evidence…</source>
        <translation>Belege speichern …</translation>
    </message>
    <message>
        <source>Root %1</source>
        <translation>Wurzel %1</translation>
    </message>
    <message>
        <source>The log is signed by the key that this console knows, so this is no new installation. Nothing here can make it good: save the evidence and give it to whoever is responsible for the backend.</source>
        <translation>Das Protokoll ist mit dem Schlüssel signiert, den diese Konsole kennt; es ist also keine neue Installation. Von hier aus lässt es sich nicht gutmachen: Speichern Sie die Belege und geben Sie sie an die Verantwortlichen für das Backend.</translation>
    </message>
    <message>
        <source>Either the backend was installed anew, or somebody replaced its history. Ask whoever runs it which, and compare the fingerprints. Until then do not rely on the history.
Known here: %1
The backend&apos;s now: %2</source>
        <translation>Entweder wurde das Backend neu installiert, oder jemand hat seinen Verlauf ausgetauscht. Fragen Sie, wer es betreibt, und vergleichen Sie die Fingerabdrücke. Verlassen Sie sich bis dahin nicht auf den Verlauf.
Hier bekannt: %1
Jetzt beim Backend: %2</translation>
    </message>
    <message>
        <source>Trust the new log from now on?</source>
        <translation>Dem neuen Protokoll von jetzt an vertrauen?</translation>
    </message>
    <message>
        <source>Do this only if you know that the backend was installed anew, and its own log shows the key
%1
What this console saw under the old key stays on record on this computer, and can be saved as evidence.</source>
        <translation>Tun Sie das nur, wenn Sie wissen, dass das Backend neu installiert wurde und sein Protokoll diesen Schlüssel hat:
%1
Was diese Konsole unter dem alten Schlüssel gesehen hat, bleibt auf diesem Computer festgehalten und lässt sich als Beleg speichern.</translation>
    </message>
    <message>
        <source>Ask an admin of this workspace first: they see the same fingerprints.</source>
        <translation>Fragen Sie erst einen Admin dieses Workspace: Dort stehen dieselben Fingerabdrücke.</translation>
    </message>
    <message>
        <source>Trust the new log</source>
        <translation>Dem neuen Protokoll vertrauen</translation>
    </message>
    <message>
        <source>Save the evidence</source>
        <translation>Belege speichern</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>The evidence was saved in %1.</source>
        <translation>Die Belege sind in %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ManyMenu</name>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Select
Many at once: all that the filter shows, or those of a list; Ctrl+click and Shift+click add single ones. What can be done with them then stands below the table.</source>
        <translation>Auswählen
Viele auf einmal: alle, die der Filter zeigt, oder die einer Liste; Strg+Klick und Umschalt+Klick nehmen einzelne dazu. Was mit ihnen getan werden kann, steht dann unter der Tabelle.</translation>
    </message>
    <message>
        <source>All that are shown	Ctrl+A</source>
        <translation>Alle, die zu sehen sind	Strg+A</translation>
    </message>
    <message>
        <source>From a list…</source>
        <translation>Aus einer Liste …</translation>
    </message>
</context>
<context>
    <name>refrain::ui::MarkLegend</name>
    <message>
        <source>On: the workspace&apos;s default</source>
        <translation>An: Vorgabe des Workspace</translation>
    </message>
    <message>
        <source>Off: the workspace&apos;s default, or nothing is sent here</source>
        <translation>Aus: Vorgabe des Workspace, oder hierher wird nichts gesendet</translation>
    </message>
    <message>
        <source>Off: somebody chose so</source>
        <translation>Aus: so entschieden</translation>
    </message>
    <message>
        <source>On: somebody chose so</source>
        <translation>An: so entschieden</translation>
    </message>
    <message>
        <source>Snoozed until a time</source>
        <translation>Stumm bis zu einem Zeitpunkt</translation>
    </message>
    <message>
        <source>Required: nobody can turn it off</source>
        <translation>Pflicht: niemand kann es abstellen</translation>
    </message>
    <message>
        <source>Off: all optional messages are off</source>
        <translation>Aus: alle optionalen Nachrichten sind aus</translation>
    </message>
    <message>
        <source>Saved here, not yet in force</source>
        <translation>Hier gespeichert, noch nicht in Kraft</translation>
    </message>
    <message>
        <source>A change was refused: the details say why</source>
        <translation>Eine Änderung wurde abgelehnt: Die Details sagen, warum</translation>
    </message>
</context>
<context>
    <name>refrain::ui::MemberPane</name>
    <message>
        <source>Choose somebody to see what they may do here, and to change it.</source>
        <translation>Wählen Sie jemanden, um zu sehen, was hier erlaubt ist, und um das zu ändern.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Take the role away</source>
        <translation>Rolle entziehen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
    <message>
        <source>This is the only admin.</source>
        <translation>Das ist der einzige Admin.</translation>
    </message>
    <message>
        <source>Somebody must be able to give roles, so this one stays. Make somebody else admin first.</source>
        <translation>Jemand muss Rollen geben können, darum bleibt diese. Machen Sie erst jemand anderen zum Admin.</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Gegeben von</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Give somebody a role</source>
        <translation>Jemandem eine Rolle geben</translation>
    </message>
    <message>
        <source>They sign in with Slack, in their own console.</source>
        <translation>Angemeldet wird mit Slack, in der eigenen Konsole.</translation>
    </message>
    <message>
        <source>Give the role</source>
        <translation>Rolle geben</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>Rolle ändern</translation>
    </message>
</context>
<context>
    <name>refrain::ui::MembersScreen</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Gegeben von</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Members
Who may use this console, and what each may do. Who opts in or out in Slack needs no role. Every change here is in the activity log.</source>
        <translation>Mitglieder
Wer diese Konsole benutzen darf, und was jeder darf. Wer sich in Slack ab- oder anmeldet, braucht keine Rolle. Jede Änderung hier steht unter Aktivität.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Nobody has a role yet.</source>
        <translation>Noch hat niemand eine Rolle.</translation>
    </message>
    <message>
        <source>Give somebody a role</source>
        <translation>Jemandem eine Rolle geben</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
    <message>
        <source>%1 is %2 now.</source>
        <translation>%1 ist jetzt %2.</translation>
    </message>
    <message>
        <source>Give up being admin?</source>
        <translation>Die Rolle als Admin aufgeben?</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>%1 may no longer use Refrain.</source>
        <translation>%1 darf Refrain nicht mehr benutzen.</translation>
    </message>
    <message>
        <source>Take your own role away?</source>
        <translation>Sich selbst die Rolle entziehen?</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>You cannot take that back yourself: another admin would have to.</source>
        <translation>Das können Sie nicht selbst zurücknehmen: Das müsste ein anderer Admin tun.</translation>
    </message>
    <message>
        <source>%1 Ctrl+Z takes it back.</source>
        <translation>%1 Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>%1: as it was before.</source>
        <translation>%1: wie zuvor.</translation>
    </message>
    <message>
        <source>first connection</source>
        <translation>erstes Verbinden</translation>
    </message>
</context>
<context>
    <name>refrain::ui::MessageField</name>
    <message>
        <source>Own text or template</source>
        <translation>Eigener Text oder Vorlage</translation>
    </message>
    <message>
        <source>A text of your own</source>
        <translation>Ein eigener Text</translation>
    </message>
    <message>
        <source>Template: %1</source>
        <translation>Vorlage: %1</translation>
    </message>
    <message>
        <source>It would read</source>
        <translation>Zu lesen wäre</translation>
    </message>
    <message>
        <source>That yields no message.</source>
        <translation>Das ergibt keine Nachricht.</translation>
    </message>
    <message>
        <source>That is no JSON object.</source>
        <translation>Das ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>As in {&quot;name&quot;: &quot;value&quot;}.</source>
        <translation>Wie in {&quot;name&quot;: &quot;Wert&quot;}.</translation>
    </message>
    <message>
        <source>Text, in Slack&apos;s way: *bold*, _italic_, &lt;https://…|a link&gt;</source>
        <translation>Text, nach Art von Slack: *fett*, _kursiv_, &lt;https://…|ein Link&gt;</translation>
    </message>
    <message>
        <source>What the template is filled in with, as JSON</source>
        <translation>Womit die Vorlage ausgefüllt wird, als JSON</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 von %2 Zeichen</translation>
    </message>
    <message>
        <source>It calls %1.</source>
        <translation>Sie ruft %1.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::NotificationPane</name>
    <message>
        <source>Choose a notification to see who got it, who did not, and why.</source>
        <translation>Wählen Sie eine Benachrichtigung, um zu sehen, wer sie bekam, wer nicht, und warum.</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel the rest…</source>
        <translation>Rest abbrechen …</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Nobody gets it until somebody lets it go on.</source>
        <translation>Niemand bekommt sie, bis jemand sie fortsetzt.</translation>
    </message>
    <message>
        <source>Of some it is not known whether they got it; Refrain does not send to them twice.</source>
        <translation>Von manchen ist nicht bekannt, ob sie ankam; Refrain sendet ihnen nicht zweimal.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::NotificationWords</name>
    <message>
        <source>the account was deactivated</source>
        <translation>das Konto wurde deaktiviert</translation>
    </message>
    <message>
        <source>Slack knows nobody there any more</source>
        <translation>Slack kennt dort niemanden mehr</translation>
    </message>
    <message>
        <source>Slack knows no such channel</source>
        <translation>Slack kennt keinen solchen Channel</translation>
    </message>
    <message>
        <source>Refrain is not in the channel; invite it there</source>
        <translation>Refrain ist nicht im Channel; laden Sie es dorthin ein</translation>
    </message>
    <message>
        <source>it is a program</source>
        <translation>es ist ein Programm</translation>
    </message>
    <message>
        <source>the channel is archived</source>
        <translation>der Channel ist archiviert</translation>
    </message>
    <message>
        <source>the webhook was removed</source>
        <translation>der Webhook wurde entfernt</translation>
    </message>
    <message>
        <source>an admin of the workspace does not allow posting there</source>
        <translation>ein Admin des Workspace erlaubt dort keine Nachrichten</translation>
    </message>
    <message>
        <source>the message is too long for Slack</source>
        <translation>die Nachricht ist zu lang für Slack</translation>
    </message>
    <message>
        <source>Slack took no more messages for now</source>
        <translation>Slack nahm vorerst keine Nachrichten mehr an</translation>
    </message>
    <message>
        <source>Slack could not be reached</source>
        <translation>Slack war nicht zu erreichen</translation>
    </message>
    <message>
        <source>Slack did not answer in time</source>
        <translation>Slack hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>Slack&apos;s answer was lost</source>
        <translation>die Antwort von Slack ging verloren</translation>
    </message>
    <message>
        <source>Refrain was stopped in between</source>
        <translation>Refrain wurde dazwischen angehalten</translation>
    </message>
    <message>
        <source>the category was archived meanwhile</source>
        <translation>die Kategorie wurde inzwischen archiviert</translation>
    </message>
    <message>
        <source>cancelled before its turn</source>
        <translation>abgebrochen, bevor es an der Reihe war</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>ohne Angabe von Gründen</translation>
    </message>
    <message>
        <source>Slack said “%1”</source>
        <translation>Slack sagte „%1“</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>wartet auf den Versand</translation>
    </message>
    <message>
        <source>sending, %1</source>
        <translation>wird gesendet, %1</translation>
    </message>
    <message>
        <source>paused at %1</source>
        <translation>pausiert bei %1</translation>
    </message>
    <message>
        <source>sent, %1 failed</source>
        <translation>gesendet, %1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>sent, %1 not known</source>
        <translation>gesendet, %1 unbekannt</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>nobody got it</source>
        <translation>niemand bekam sie</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>nicht zu erreichen</translation>
    </message>
    <message>
        <source>the category is paused</source>
        <translation>die Kategorie ist pausiert</translation>
    </message>
    <message>
        <source>all optional messages are off</source>
        <translation>alle optionalen Nachrichten sind aus</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>turned off</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>its group is turned off</source>
        <translation>ihre Gruppe ist abgeschaltet</translation>
    </message>
    <message>
        <source>off by default</source>
        <translation>standardmäßig aus</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>sent, as the same address as %1</source>
        <translation>gesendet, an dieselbe Adresse wie %1</translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation>übergangen: %1</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>not known: %1</source>
        <translation>unbekannt: %1</translation>
    </message>
    <message>
        <source>cancelled, %1 had been sent</source>
        <translation>abgebrochen, %1 waren gesendet</translation>
    </message>
    <message>
        <source>%1 channels have this name: use the ID</source>
        <translation>%1 Kanäle heißen so: Nehmen Sie die ID</translation>
    </message>
    <message>
        <source>%1 people have this e-mail address: use the ID</source>
        <translation>%1 Personen haben diese E-Mail-Adresse: Nehmen Sie die ID</translation>
    </message>
    <message>
        <source>%1 people have this name: use the e-mail address or the ID</source>
        <translation>%1 Personen heißen so: Nehmen Sie die E-Mail-Adresse oder die ID</translation>
    </message>
    <message>
        <source>nothing is sent to an archived channel</source>
        <translation>an einen archivierten Kanal wird nichts gesendet</translation>
    </message>
    <message>
        <source>nothing is sent to a program</source>
        <translation>an ein Programm wird nichts gesendet</translation>
    </message>
    <message>
        <source>nothing is sent to somebody who has left</source>
        <translation>an Ausgeschiedene wird nichts gesendet</translation>
    </message>
    <message>
        <source>no channel has this name</source>
        <translation>kein Kanal heißt so</translation>
    </message>
    <message>
        <source>nobody has this name, e-mail address or ID</source>
        <translation>niemand hat diesen Namen, diese E-Mail-Adresse oder diese ID</translation>
    </message>
    <message>
        <source>Entries that are left out: %1</source>
        <translation>Einträge, die außen vor bleiben: %1</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>an entry of a list, and why it is left out</comment>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>%1 in a channel makes Slack notify everybody there, also those who turned this category off.</source>
        <translation>%1 in einem Channel lässt Slack alle dort benachrichtigen, auch die, die diese Kategorie abbestellt haben.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::NotificationsScreen</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Notifications
Messages that went out through Refrain: who got each, who did not, and why. Senders and admins write new ones; who opted out is skipped by itself.</source>
        <translation>Benachrichtigungen
Nachrichten, die über Refrain hinausgingen: wer jede bekam, wer nicht, und warum. Versand und Admins schreiben neue; wer sich abgemeldet hat, wird von selbst übergangen.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Nothing was sent through Refrain yet.</source>
        <translation>Über Refrain wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing was sent through Refrain yet. Senders and admins can.</source>
        <translation>Über Refrain wurde noch nichts gesendet. Versand und Admins können es.</translation>
    </message>
    <message>
        <source>by %1, %2</source>
        <translation>von %1, %2</translation>
    </message>
    <message>
        <source>Who got it keeps it. It cannot be gone on with; it would have to be sent anew.</source>
        <translation>Wer sie bekam, behält sie. Fortsetzen lässt sich das nicht; sie müsste neu gesendet werden.</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Cancel this for %1 recipient(s) who wait?</source>
        <translation>
            <numerusform>Für %1 wartenden Empfänger abbrechen?</numerusform>
            <numerusform>Für %1 wartende Empfänger abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Why did I get this?</source>
        <translation>Warum habe ich das bekommen?</translation>
    </message>
</context>
<context>
    <name>refrain::ui::OriginFinder</name>
    <message>
        <source>It is required: nobody can turn it off.</source>
        <translation>Sie ist Pflicht: Niemand kann sie abschalten.</translation>
    </message>
    <message>
        <source>It had been turned on there.</source>
        <translation>Sie war dort eingeschaltet worden.</translation>
    </message>
    <message>
        <source>It is on for whoever did not turn it off, and it had not been turned off there.</source>
        <translation>Sie ist an für alle, die sie nicht abgeschaltet haben, und dort war sie nicht abgeschaltet.</translation>
    </message>
    <message>
        <source>%1 sent it to %2 on %3, as “%4”.</source>
        <translation>%1 hat sie an %2 gesendet, am %3, als „%4“.</translation>
    </message>
    <message>
        <source>Refrain sent this.</source>
        <translation>Das hat Refrain gesendet.</translation>
    </message>
    <message>
        <source>Refrain&apos;s answers to commands and its confirmations are not looked through here.</source>
        <translation>Antworten von Refrain auf Befehle und seine Bestätigungen werden hier nicht durchsucht.</translation>
    </message>
    <message>
        <source>Refrain has no record of sending this.</source>
        <translation>Refrain hat nicht verzeichnet, das gesendet zu haben.</translation>
    </message>
    <message>
        <source>From the link alone it is not known to whom it went. Name the person or channel and the time to see whether another program asked before.</source>
        <translation>Aus dem Link allein geht nicht hervor, an wen es ging. Nennen Sie Person oder Channel und die Zeit, um zu sehen, ob ein anderes Programm vorher gefragt hat.</translation>
    </message>
    <message>
        <source>Refrain neither sent this nor was asked.</source>
        <translation>Refrain hat das weder gesendet noch wurde es gefragt.</translation>
    </message>
    <message>
        <source>No program asked about %1 in the quarter of an hour before.</source>
        <translation>In der Viertelstunde davor hat kein Programm nach %1 gefragt.</translation>
    </message>
    <message>
        <source>%1 asked at %2 about “%3”</source>
        <comment>program, time, category</comment>
        <translation>%1 fragte am %2 nach „%3“</translation>
    </message>
    <message>
        <source>%1 and was told that it may be sent.</source>
        <translation>%1 und erfuhr, dass gesendet werden darf.</translation>
    </message>
    <message>
        <source>%1 and was told to skip %2: %3.</source>
        <translation>%1 und erfuhr, dass %2 zu übergehen ist: %3.</translation>
    </message>
    <message>
        <source>Refrain did not send this, but was asked.</source>
        <translation>Refrain hat das nicht gesendet, wurde aber gefragt.</translation>
    </message>
    <message>
        <source>It could not be looked up.</source>
        <translation>Es konnte nicht nachgesehen werden.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::PasteDialog</name>
    <message>
        <source>Copy these</source>
        <translation>Diese kopieren</translation>
    </message>
    <message>
        <source>Select from a list</source>
        <translation>Aus einer Liste auswählen</translation>
    </message>
    <message>
        <source>IDs or e-mail addresses, one in each line or parted by commas. Nothing is changed by it.</source>
        <translation>IDs oder E-Mail-Adressen, je eine in einer Zeile oder durch Kommas getrennt. Geändert wird dadurch nichts.</translation>
    </message>
    <message>
        <source>IDs or e-mail addresses</source>
        <translation>IDs oder E-Mail-Adressen</translation>
    </message>
    <message>
        <source>What matches nobody</source>
        <translation>Was auf niemanden passt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 found, of %2 given.</source>
        <translation>%1 gefunden, von %2 angegebenen.</translation>
    </message>
    <message>
        <source>These match nobody: %1</source>
        <translation>Auf niemanden passen: %1</translation>
    </message>
    <message>
        <source>Select %1</source>
        <translation>%1 auswählen</translation>
    </message>
</context>
<context>
    <name>refrain::ui::PersonField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>refrain::ui::PersonMenu</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>See their own page</source>
        <translation>Die eigene Seite ansehen</translation>
    </message>
    <message>
        <source>What would happen…</source>
        <translation>Was würde geschehen …</translation>
    </message>
    <message>
        <source>As it was then…</source>
        <translation>So war es damals …</translation>
    </message>
    <message>
        <source>Receipt of the latest choice…</source>
        <translation>Beleg der letzten Entscheidung …</translation>
    </message>
    <message>
        <source>Copy a link to these details</source>
        <translation>Link zu diesen Details kopieren</translation>
    </message>
    <message>
        <source>More
The person&apos;s own page and App Home as they see them, what would happen to a message, how it was at another time, a receipt of the latest choice, and a link to these details.</source>
        <translation>Mehr
Die eigene Seite und die App-Startseite, wie die Person sie sieht, was mit einer Nachricht geschähe, wie es zu einer anderen Zeit war, einen Beleg der letzten Entscheidung und ein Link zu diesen Einzelheiten.</translation>
    </message>
    <message>
        <source>See their App Home in Slack…</source>
        <translation>Die App-Startseite in Slack ansehen …</translation>
    </message>
</context>
<context>
    <name>refrain::ui::PersonPicker</name>
    <message>
        <source>Name, e-mail address or ID</source>
        <translation>Name, E-Mail-Adresse oder ID</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Gefundene Leute</translation>
    </message>
    <message>
        <source>Nobody here by that name.</source>
        <translation>Niemand hier mit diesem Namen.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::PlaybookEditor</name>
    <message>
        <source>Name, for you and your colleagues</source>
        <translation>Name, für Sie und Ihr Team</translation>
    </message>
    <message>
        <source>The category that is announced</source>
        <translation>Die Kategorie, die angekündigt wird</translation>
    </message>
    <message>
        <source>To whom; who turned it off does not get it</source>
        <translation>An wen; wer sie abbestellt hat, bekommt nichts</translation>
    </message>
    <message>
        <source>Pauses that are offered, 1 to 5: 4h, 1d, 2w, 1mo</source>
        <translation>Pausen, die angeboten werden, 1 bis 5: 4h, 1d, 2w, 1mo</translation>
    </message>
    <message>
        <source>Language of the texts below</source>
        <translation>Sprache der Texte darunter</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>„%1“ verwenden</translation>
    </message>
    <message>
        <source>Customise “%1”</source>
        <translation>„%1“ anpassen</translation>
    </message>
    <message>
        <source>It is published: people read what you save from then on.</source>
        <translation>Es ist veröffentlicht: Was Sie speichern, wird von da an gelesen.</translation>
    </message>
    <message>
        <source>You save a draft. Nothing changes for anybody before it is published.</source>
        <translation>Sie speichern einen Entwurf. Vor dem Veröffentlichen ändert sich für niemanden etwas.</translation>
    </message>
    <message>
        <source>In which language it is sent</source>
        <translation>In welcher Sprache sie hinausgeht</translation>
    </message>
    <message>
        <source>Language of the texts below; people read their own</source>
        <translation>Sprache der Texte darunter; jede Person liest ihre eigene</translation>
    </message>
    <message>
        <source>the category&apos;s title</source>
        <translation>den Titel der Kategorie</translation>
    </message>
    <message>
        <source>its description</source>
        <translation>ihre Beschreibung</translation>
    </message>
    <message>
        <source>%1 stands for %2</source>
        <comment>a mark, a sample</comment>
        <translation>%1 steht für %2</translation>
    </message>
    <message>
        <source>At most %1 characters. Empty: Refrain&apos;s own words.</source>
        <translation>Höchstens %1 Zeichen. Leer: Refrains eigene Worte.</translation>
    </message>
    <message>
        <source>Save as a draft</source>
        <translation>Als Entwurf speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>refrain::ui::PlaybookPane</name>
    <message>
        <source>Choose a playbook to see what it does and what people read.</source>
        <translation>Wählen Sie ein Playbook, um zu sehen, was es tut und was gelesen wird.</translation>
    </message>
    <message>
        <source>What people see in Slack</source>
        <translation>So sieht es in Slack aus</translation>
    </message>
    <message>
        <source>Language of the preview</source>
        <translation>Sprache der Vorschau</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Veröffentlichen …</translation>
    </message>
    <message>
        <source>Customise</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Unpublish…</source>
        <translation>Zurückziehen …</translation>
    </message>
    <message>
        <source>Send it to me</source>
        <translation>An mich senden</translation>
    </message>
    <message>
        <source>Who got it</source>
        <translation>Wer sie bekam</translation>
    </message>
    <message>
        <source>Playbook: %1</source>
        <translation>Playbook: %1</translation>
    </message>
    <message>
        <source>The announcement was sent.</source>
        <translation>Die Ankündigung wurde gesendet.</translation>
    </message>
    <message>
        <source>People read these words since then.</source>
        <translation>Seitdem werden diese Worte gelesen.</translation>
    </message>
    <message>
        <source>Nothing changes for anybody before it is published.</source>
        <translation>Vor dem Veröffentlichen ändert sich für niemanden etwas.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::PlaybooksScreen</name>
    <message>
        <source>“%1” is as it was before.</source>
        <translation>„%1“ ist wieder wie vorher.</translation>
    </message>
    <message>
        <source>“%1” is a draft now. Publish it when it is right.</source>
        <translation>„%1“ ist jetzt ein Entwurf. Veröffentlichen Sie ihn, wenn er stimmt.</translation>
    </message>
    <message>
        <source>“%1” is saved. Ctrl+Z takes it back.</source>
        <translation>„%1“ ist gespeichert. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>“%1” is a draft again.</source>
        <translation>„%1“ ist wieder ein Entwurf.</translation>
    </message>
    <message>
        <source>The announcement was accepted; it goes out now.</source>
        <translation>Die Ankündigung wurde angenommen; sie geht jetzt hinaus.</translation>
    </message>
    <message>
        <source>“%1” is published. Ctrl+Z takes it back.</source>
        <translation>„%1“ ist veröffentlicht. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Send the announcement?</source>
        <translation>Die Ankündigung senden?</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Publish “%1”?</source>
        <translation>„%1“ veröffentlichen?</translation>
    </message>
    <message>
        <source>From then on everybody in the workspace reads these words. It can be unpublished.</source>
        <translation>Von da an lesen alle im Workspace diese Worte. Es lässt sich zurückziehen.</translation>
    </message>
    <message>
        <source>Publish it</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>What has not gone out yet is not sent. Who got it keeps it.</source>
        <translation>Was noch nicht draußen ist, wird nicht gesendet. Wer sie hat, behält sie.</translation>
    </message>
    <message>
        <source>Refrain&apos;s own words come back, and with the policy of before everybody&apos;s way to return.</source>
        <translation>Refrains eigene Worte kommen wieder, und mit der vorigen Regel für alle der Weg zurück.</translation>
    </message>
    <message>
        <source>Refrain&apos;s own words come back. The draft stays.</source>
        <translation>Refrains eigene Worte kommen wieder. Der Entwurf bleibt.</translation>
    </message>
    <message>
        <source>Unpublish “%1”?</source>
        <translation>„%1“ zurückziehen?</translation>
    </message>
    <message>
        <source>Unpublish it</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>“%1” is published again.</source>
        <translation>„%1“ ist wieder veröffentlicht.</translation>
    </message>
    <message>
        <source>It is on its way to you. If it looks right in Slack, publish it.</source>
        <translation>Sie ist unterwegs zu Ihnen. Wenn sie in Slack richtig aussieht, veröffentlichen Sie sie.</translation>
    </message>
    <message>
        <source>Search playbooks</source>
        <translation>Playbooks suchen</translation>
    </message>
    <message>
        <source>Playbooks
Ready flows for opting out, coming back and announcing. Take one, put its texts in your own words, see how they look in Slack, and publish it. Unpublishing brings Refrain&apos;s own words back.</source>
        <translation>Playbooks
Fertige Abläufe zum Abbestellen, Zurückkommen und Ankündigen. Nehmen Sie eines, fassen Sie seine Texte in eigene Worte, sehen Sie, wie sie in Slack aussehen, und veröffentlichen Sie es. Zurückziehen bringt Refrains eigene Worte wieder.</translation>
    </message>
    <message>
        <source>Playbooks</source>
        <translation>Playbooks</translation>
    </message>
    <message>
        <source>These are theirs. Ctrl+Z brings yours back.</source>
        <translation>Das ist das andere. Strg+Z bringt Ihres wieder.</translation>
    </message>
    <message>
        <source>What you wrote was thrown away. Ctrl+Z brings it back.</source>
        <translation>Was Sie geschrieben haben, wurde verworfen. Strg+Z bringt es wieder.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>In this workspace</source>
        <translation>In diesem Workspace</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>No playbook has all of these words.</source>
        <translation>Kein Playbook enthält alle diese Wörter.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Tells about</source>
        <translation>Handelt von</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>An wen</translation>
    </message>
    <message>
        <source>Who may</source>
        <translation>Wer darf</translation>
    </message>
    <message>
        <source>Admins of this workspace&apos;s Refrain use and publish playbooks.</source>
        <translation>Admins von Refrain in diesem Workspace verwenden und veröffentlichen Playbooks.</translation>
    </message>
    <message>
        <source>It goes to: %1.</source>
        <translation>Sie geht an: %1.</translation>
    </message>
    <message>
        <source>Get it, as it stands now: %1. Nobody is skipped.</source>
        <translation>Nach jetzigem Stand bekommen sie: %1. Niemand wird übersprungen.</translation>
    </message>
    <message>
        <source>Get it, as it stands now: %1. Skipped: %2, who turned “%3” off or cannot be reached.</source>
        <translation>Nach jetzigem Stand bekommen sie: %1. Übersprungen: %2, die „%3“ abbestellt haben oder nicht erreichbar sind.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::PlotCard</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Picture for print and web (SVG)…</source>
        <translation>Bild für Druck und Web (SVG) …</translation>
    </message>
    <message>
        <source>Picture for messages (PNG)…</source>
        <translation>Bild für Nachrichten (PNG) …</translation>
    </message>
    <message>
        <source>Figures (CSV)…</source>
        <translation>Zahlen (CSV) …</translation>
    </message>
    <message>
        <source>%1 as a table</source>
        <translation>%1 als Tabelle</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Saved in %1.</source>
        <translation>Gespeichert in %1.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::PlotView</name>
    <message>
        <source>Arrows go from point to point, Enter opens the list behind it.</source>
        <translation>Pfeile führen von Punkt zu Punkt, Enter öffnet die Liste dahinter.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::PreviewPane</name>
    <message>
        <source>Who would get it now</source>
        <translation>Wer sie jetzt bekäme</translation>
    </message>
    <message>
        <source>Whom to show</source>
        <translation>Wen zeigen</translation>
    </message>
    <message>
        <source>All recipients</source>
        <translation>Alle Empfänger</translation>
    </message>
    <message>
        <source>Those who are skipped</source>
        <translation>Wer übergangen wird</translation>
    </message>
    <message>
        <source>Those who get it</source>
        <translation>Wer sie bekommt</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message numerus="yes">
        <source>%1 get it, nobody is skipped.</source>
        <translation>
            <numerusform>%1 bekommt sie, niemand wird übergangen.</numerusform>
            <numerusform>%1 bekommen sie, niemand wird übergangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Get it: %1. Skipped: %2.</source>
        <translation>Bekommen sie: %1. Übergangen: %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>why a message is not sent, to how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>gets it</source>
        <translation>bekommt sie</translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation>übergangen: %1</translation>
    </message>
</context>
<context>
    <name>refrain::ui::Program</name>
    <message>
        <source>Connect another workspace…</source>
        <translation>Weiteren Workspace verbinden …</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>The link leads to a workspace that is not connected here: %1. Connect it first.</source>
        <translation>Der Link führt in einen Workspace, der hier nicht verbunden ist: %1. Verbinden Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>Manual	Shift+F1</source>
        <translation>Handbuch	Umschalt+F1</translation>
    </message>
    <message>
        <source>Keys	?</source>
        <translation>Tasten	?</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ProgressPage</name>
    <message>
        <source>Address for the browser</source>
        <translation>Adresse für den Browser</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>refrain::ui::QuickFilters</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show
The filters that are asked for most. Each stands in the filter as a mark, which can be mixed with words and other marks.</source>
        <translation>Anzeigen
Die häufigsten Filter. Jeder steht als Zeichen im Filter und lässt sich mit Wörtern und anderen Zeichen mischen.</translation>
    </message>
    <message>
        <source>All optional messages off</source>
        <translation>Alle optionalen Nachrichten aus</translation>
    </message>
    <message>
        <source>Opted out of</source>
        <translation>Abgemeldet von</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Saved here, not yet in force</source>
        <translation>Hier gespeichert, noch nicht in Kraft</translation>
    </message>
    <message>
        <source>Changed in the last 7 days</source>
        <translation>In den letzten 7 Tagen geändert</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Gäste</translation>
    </message>
    <message>
        <source>With a linked account</source>
        <translation>Mit verknüpftem Konto</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Ehemalig</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Save this filter as a view…</source>
        <translation>Diesen Filter als Ansicht speichern …</translation>
    </message>
    <message>
        <source>Save this filter as a view</source>
        <translation>Diesen Filter als Ansicht speichern</translation>
    </message>
</context>
<context>
    <name>refrain::ui::QuickFind</name>
    <message>
        <source>Nobody and nothing by that name.</source>
        <translation>Niemand und nichts mit diesem Namen.</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>ausgeschieden</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>app</source>
        <translation>App</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>all</source>
        <comment>all optional messages, as typed</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>everything</source>
        <comment>as typed</comment>
        <translation>alles</translation>
    </message>
    <message>
        <source>Many more people match “%1”…</source>
        <translation>Viele weitere passen zu „%1“ …</translation>
    </message>
    <message numerus="yes">
        <source>%n more people match “%1”…</source>
        <translation>
            <numerusform>%n weitere Person passt zu „%1“ …</numerusform>
            <numerusform>%n weitere Personen passen zu „%1“ …</numerusform>
        </translation>
    </message>
    <message>
        <source>show them all</source>
        <translation>alle zeigen</translation>
    </message>
    <message>
        <source>%1: “%2” is required</source>
        <comment>person, category</comment>
        <translation>%1: „%2“ ist verpflichtend</translation>
    </message>
    <message>
        <source>%1: all optional messages are off already</source>
        <comment>person</comment>
        <translation>%1: Alle optionalen Nachrichten sind schon aus</translation>
    </message>
    <message>
        <source>%1: “%2” is off already</source>
        <comment>person, category</comment>
        <translation>%1: „%2“ ist schon aus</translation>
    </message>
    <message>
        <source>%1: stop all optional messages…</source>
        <comment>person</comment>
        <translation>%1: Alle optionalen Nachrichten abstellen …</translation>
    </message>
    <message>
        <source>%1: turn “%2” off</source>
        <comment>person, category</comment>
        <translation>%1: „%2“ abstellen</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ReasonForm</name>
    <message>
        <source>Who asked?</source>
        <translation>Wer hat darum gebeten?</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>Die Person</translation>
    </message>
    <message>
        <source>Us</source>
        <translation>Wir selbst</translation>
    </message>
    <message>
        <source>A legal request</source>
        <translation>Rechtsanfrage</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Reason (needed)</source>
        <translation>Grund (nötig)</translation>
    </message>
    <message>
        <source>Who asked?
Goes along with every change and into the audit log. What the person or the law asked for binds: who turned it off is asked before it is turned back. What you do on your own account you may take back yourself.</source>
        <translation>Wer hat darum gebeten?
Geht mit jeder Änderung mit und ins Protokoll. Was die Person oder das Recht verlangt, bindet: Vor dem Zurücknehmen wird gefragt. Was Sie von sich aus tun, dürfen Sie selbst zurücknehmen.</translation>
    </message>
    <message>
        <source>Its managers</source>
        <translation>Die Verwalter</translation>
    </message>
    <message>
        <source>Say in a few words why, then press Enter: your role needs a reason with every change.</source>
        <translation>Sagen Sie in wenigen Worten, warum, und drücken Sie die Eingabetaste: Ihre Rolle braucht zu jeder Änderung einen Grund.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ReceiptDialog</name>
    <message>
        <source>Copy for a ticket</source>
        <translation>Für ein Ticket kopieren</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Save the evidence…</source>
        <translation>Nachweis speichern …</translation>
    </message>
    <message>
        <source>Show the person</source>
        <translation>Person zeigen</translation>
    </message>
    <message>
        <source>Receipt %1 – Refrain</source>
        <translation>Beleg %1 – Refrain</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Beleg %1</translation>
    </message>
    <message>
        <source>Being fetched and checked.</source>
        <translation>Wird geholt und geprüft.</translation>
    </message>
    <message>
        <source>The receipt</source>
        <translation>Der Beleg</translation>
    </message>
    <message>
        <source>Save the evidence
What proves the receipt, in one file. “refraind audit verify FILE” checks it on any computer, without network.</source>
        <translation>Nachweis speichern
Was den Beleg beweist, in einer Datei. „refraind audit verify DATEI“ prüft sie auf jedem Rechner, ohne Netz.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The receipt is on the clipboard.</source>
        <translation>Der Beleg liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Beleg speichern</translation>
    </message>
    <message>
        <source>Save the evidence</source>
        <translation>Nachweis speichern</translation>
    </message>
    <message>
        <source>Checked here: the signed log of %1 entries holds it unchanged.</source>
        <translation>Hier geprüft: Das unterschriebene Protokoll mit %1 Einträgen enthält ihn unverändert.</translation>
    </message>
    <message>
        <source>It does not prove what it says. %1</source>
        <translation>Er beweist nicht, was er sagt. %1</translation>
    </message>
    <message>
        <source>All optional messages</source>
        <translation>Alle optionalen Nachrichten</translation>
    </message>
    <message>
        <source>Refrain receipt %1</source>
        <comment>a file&apos;s name</comment>
        <translation>Refrain-Beleg %1</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::RecipientField</name>
    <message>
        <source>Name of a channel</source>
        <translation>Name eines Channels</translation>
    </message>
    <message>
        <source>Without guests</source>
        <translation>Ohne Gäste</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>An wen</translation>
    </message>
    <message>
        <source>All active people</source>
        <translation>Alle aktiven Personen</translation>
    </message>
    <message>
        <source>Members, admins and owners: no guests</source>
        <translation>Mitglieder, Admins und Inhaber: keine Gäste</translation>
    </message>
    <message>
        <source>Admins and owners</source>
        <translation>Admins und Inhaber</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Gäste</translation>
    </message>
    <message>
        <source>Whoever is in a channel at that moment</source>
        <translation>Wer in dem Augenblick in einem Channel ist</translation>
    </message>
    <message>
        <source>All channels that are in use</source>
        <translation>Alle Channels, die in Gebrauch sind</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>Eine Liste</translation>
    </message>
    <message>
        <source>Whom the program names that triggers it</source>
        <translation>Wen das Programm nennt, das ihn auslöst</translation>
    </message>
    <message>
        <source>One in each line, or parted by commas: e-mail address, ID, full name, #channel</source>
        <translation>Je Zeile eins, oder durch Kommas getrennt: E-Mail-Adresse, ID, voller Name, #channel</translation>
    </message>
    <message>
        <source>As a program set it</source>
        <translation>Wie ein Programm es festgelegt hat</translation>
    </message>
    <message>
        <source>“%1” is left out: nobody, or more than one, is called that.</source>
        <translation>„%1“ bleibt außen vor: So heißt niemand, oder mehr als eine Person.</translation>
    </message>
    <message>
        <source>A list has %1 entries at most; the rest is left out. Take a channel instead.</source>
        <translation>Eine Liste hat höchstens %1 Einträge; der Rest bleibt außen vor. Nehmen Sie stattdessen einen Channel.</translation>
    </message>
    <message>
        <source>Whoever is in %1</source>
        <translation>Wer in %1 ist</translation>
    </message>
    <message>
        <source>%1, without guests</source>
        <translation>%1, ohne Gäste</translation>
    </message>
    <message numerus="yes">
        <source>%1 named one(s)</source>
        <translation>
            <numerusform>%1 Genannte</numerusform>
            <numerusform>%1 Genannte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::ui::RecipientRows</name>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
</context>
<context>
    <name>refrain::ui::RuleDialog</name>
    <message>
        <source>A second admin has to approve</source>
        <translation>Ein zweiter Admin muss genehmigen</translation>
    </message>
    <message>
        <source>What needs approval</source>
        <translation>Was Genehmigung braucht</translation>
    </message>
    <message>
        <source>Acts and messages for more people than</source>
        <translation>Änderungen und Nachrichten für mehr Leute als</translation>
    </message>
    <message>
        <source>Hours that a request waits</source>
        <translation>Stunden, die eine Bitte wartet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A weaker rule needs a second admin&apos;s approval itself: until then the present one holds.</source>
        <translation>Eine schwächere Regel braucht selbst die Genehmigung eines zweiten Admins: Bis dahin gilt die jetzige.</translation>
    </message>
    <message>
        <source>Whatever overrides a person&apos;s own no needs approval whatever its size. It all holds as soon as there are two admins.</source>
        <translation>Was das eigene Nein einer Person übergeht, braucht Genehmigung, gleich wie groß es ist. All das gilt, sobald es zwei Admins gibt.</translation>
    </message>
    <message>
        <source>Send for approval</source>
        <translation>Zur Genehmigung schicken</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>refrain::ui::RunDialog</name>
    <message>
        <source>Run “%1” now?</source>
        <translation>„%1“ jetzt laufen lassen?</translation>
    </message>
    <message>
        <source>Each is asked about once more when the turn comes.</source>
        <translation>Jeder wird noch einmal geprüft, wenn er an der Reihe ist.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Send it to me</source>
        <translation>An mich senden</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Laufen lassen</translation>
    </message>
    <message>
        <source>They are being asked about.</source>
        <translation>Sie werden gerade geprüft.</translation>
    </message>
    <message>
        <source>It is not known who would get it.</source>
        <translation>Wer sie bekäme, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nobody fits whom it is for.</source>
        <translation>Niemand passt, für den er ist.</translation>
    </message>
    <message>
        <source>It would run and send nothing.</source>
        <translation>Er liefe und sendete nichts.</translation>
    </message>
    <message>
        <source>Of %1 these are the first %2; in all %3 get it, %4 are skipped.</source>
        <translation>Von %1 sind das die ersten %2; insgesamt bekommen sie %3, %4 werden übersprungen.</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>An %1 senden</translation>
    </message>
    <message>
        <source>Look at it first.</source>
        <translation>Sehen Sie sie sich zuerst an.</translation>
    </message>
    <message>
        <source>It goes to more than %1, so it has to go to you alone once.</source>
        <translation>Sie geht an mehr als %1, muss also einmal an Sie allein gehen.</translation>
    </message>
    <message>
        <source>It is on its way to you.</source>
        <translation>Sie ist unterwegs zu Ihnen.</translation>
    </message>
    <message>
        <source>If it looks right in Slack, send it to all.</source>
        <translation>Wenn sie in Slack richtig aussieht, senden Sie sie an alle.</translation>
    </message>
    <message>
        <source>It calls %1.</source>
        <translation>Sie ruft %1.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::RunInspector</name>
    <message>
        <source>Choose an exchange or a waiting change to see how it went.</source>
        <translation>Wählen Sie einen Austausch oder eine wartende Änderung, um zu sehen, wie es ging.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>%1, took %2</source>
        <translation>%1, dauerte %2</translation>
    </message>
    <message>
        <source>This did not go through.</source>
        <translation>Das ging nicht durch.</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Zwischen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Entfallen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>erfasst %1</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
</context>
<context>
    <name>refrain::ui::SavedViewList</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Saved views
Filters that were given a name, each with how many it has now. “Show” beside the filter keeps the one that is typed. F2 renames, Delete takes one away, Alt+↑ and Alt+↓ order them.</source>
        <translation>Gespeicherte Ansichten
Filter, die einen Namen bekommen haben, jeder mit der Zahl derer, die er jetzt trifft. „Zeigen“ neben dem Filter speichert den, der dort steht. F2 benennt um, Entf löscht, Alt+↑ und Alt+↓ ordnen.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>The view “%1” is deleted. Its filter was: %2</source>
        <translation>Die Ansicht „%1“ ist gelöscht. Ihr Filter war: %2</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ScheduleForm</name>
    <message>
        <source>Runs by itself</source>
        <translation>Läuft von selbst</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>by the workspace&apos;s clocks</source>
        <translation>nach den Uhren des Workspace</translation>
    </message>
    <message>
        <source>by the clocks of %1</source>
        <translation>nach den Uhren von %1</translation>
    </message>
</context>
<context>
    <name>refrain::ui::Screen</name>
    <message>
        <source>What you were writing here is back.</source>
        <translation>Was Sie hier geschrieben haben, ist wieder da.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::SelectionBar</name>
    <message>
        <source>What is selected</source>
        <translation>Was ausgewählt ist</translation>
    </message>
    <message>
        <source>Opt out…</source>
        <translation>Abmelden …</translation>
    </message>
    <message>
        <source>Back to default…</source>
        <translation>Auf Standard …</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Stummschalten …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select nobody (Esc)</source>
        <translation>Niemanden auswählen (Esc)</translation>
    </message>
    <message>
        <source>Select nobody</source>
        <translation>Niemanden auswählen</translation>
    </message>
    <message>
        <source>Many at once
What is selected stays selected under another filter or order; Esc lets go of it. Before anything is changed you see whom it changes, from what to what, and who is left out.</source>
        <translation>Viele auf einmal
Was ausgewählt ist, bleibt es auch unter einem anderen Filter oder einer anderen Ordnung; Esc lässt es los. Bevor etwas geändert wird, sehen Sie, wen es ändert, von was zu was, und wer ausgelassen wird.</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit es ist</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Liste filtern</translation>
    </message>
    <message>
        <source>Find a person or channel</source>
        <translation>Person oder Channel finden</translation>
    </message>
    <message>
        <source>↑ ↓ ← →</source>
        <translation>↑ ↓ ← →</translation>
    </message>
    <message>
        <source>Move in the table</source>
        <translation>In der Tabelle bewegen</translation>
    </message>
    <message>
        <source>Switch the category under the cursor</source>
        <translation>Die Kategorie umschalten, auf der Sie stehen</translation>
    </message>
    <message>
        <source>Go to the details of the row</source>
        <translation>Zu den Details der Zeile</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Clear the filter, then back to the table</source>
        <translation>Den Filter leeren, dann zurück zur Tabelle</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Next button or field</source>
        <translation>Nächster Knopf, nächstes Feld</translation>
    </message>
    <message>
        <source>Save a form</source>
        <translation>Ein Formular speichern</translation>
    </message>
    <message>
        <source>What has the focus, explained; again: the manual</source>
        <translation>Was den Fokus hat, erklärt; noch einmal: das Handbuch</translation>
    </message>
    <message>
        <source>The manual</source>
        <translation>Das Handbuch</translation>
    </message>
    <message>
        <source>In a list</source>
        <translation>In einer Liste</translation>
    </message>
    <message>
        <source>In the filter: all its marks</source>
        <translation>Im Filter: alle seine Marken</translation>
    </message>
    <message>
        <source>Select all that are shown</source>
        <translation>Alle gezeigten auswählen</translation>
    </message>
    <message>
        <source>Shift+↑ Shift+↓</source>
        <translation>Umschalt+↑ Umschalt+↓</translation>
    </message>
    <message>
        <source>Select from here to there</source>
        <translation>Von hier bis dort auswählen</translation>
    </message>
    <message>
        <source>Select the row, or not</source>
        <translation>Die Zeile auswählen oder nicht</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>Die Auswahl kopieren</translation>
    </message>
    <message>
        <source>Alt+↑ Alt+↓</source>
        <translation>Alt+↑ Alt+↓</translation>
    </message>
    <message>
        <source>Order categories and saved views</source>
        <translation>Kategorien und gespeicherte Ansichten ordnen</translation>
    </message>
    <message>
        <source>Rename a saved view</source>
        <translation>Gespeicherte Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Delete a saved view</source>
        <translation>Gespeicherte Ansicht löschen</translation>
    </message>
    <message>
        <source>Next screen</source>
        <translation>Nächste Ansicht</translation>
    </message>
    <message>
        <source>Screen before</source>
        <translation>Vorige Ansicht</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>refrain::ui::Sidebar</name>
    <message>
        <source>Screens</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>refrain::ui::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>refrain::ui::SlackMessage</name>
    <message>
        <source>[%1: Slack shows it]</source>
        <comment>a part of a message, by Slack&apos;s name</comment>
        <translation>[%1: Slack zeigt es]</translation>
    </message>
    <message>
        <source>App</source>
        <comment>as Slack marks a program&apos;s messages</comment>
        <translation>App</translation>
    </message>
</context>
<context>
    <name>refrain::ui::StatePanel</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>refrain::ui::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>refrain::ui::SubjectFilter</name>
    <message>
        <source>Filter
%1, or any mixture of their parts; quotes keep words together. Marks narrow it down: is:guest, is:admin, is:deleted, out:reminders, in:, snoozed:, pending:, out:* for all optional messages, changed:&lt;7d, by:staff, source:slash. A minus turns a word or a mark round, and “or” stands between two filters of which one is enough. Ctrl+Space shows all marks. ↓ or Enter leads into the list, Esc clears.</source>
        <translation>Filter
%1, auch Teile davon in beliebiger Mischung; Anführungszeichen halten Wörter zusammen. Marken grenzen ein: is:guest, is:admin, is:deleted, out:reminders, in:, snoozed:, pending:, out:* für alle optionalen Nachrichten, changed:&lt;7d, by:staff, source:slash. Ein Minus kehrt ein Wort oder eine Marke um, und „or“ steht zwischen zwei Filtern, von denen einer genügt. Strg+Leertaste zeigt alle Marken. ↓ oder Eingabe führt in die Liste, Esc leert.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
</context>
<context>
    <name>refrain::ui::SubjectInspector</name>
    <message>
        <source>Choose a row to see what is sent there, what is not, and why.</source>
        <translation>Wählen Sie eine Zeile, um zu sehen, was dorthin gesendet wird, was nicht, und warum.</translation>
    </message>
    <message>
        <source>Stop all optional…</source>
        <translation>Alles Optionale abstellen …</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n channels have this name</source>
        <translation>
            <numerusform>%n Channel hat diesen Namen</numerusform>
            <numerusform>%n Channels haben diesen Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people have this name</source>
        <translation>
            <numerusform>%n Person hat diesen Namen</numerusform>
            <numerusform>%n Leute haben diesen Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>The details could not be fetched.</source>
        <translation>Die Details ließen sich nicht abrufen.</translation>
    </message>
    <message>
        <source>Optional messages are delivered.</source>
        <translation>Optionale Nachrichten werden zugestellt.</translation>
    </message>
    <message>
        <source>All optional messages are off.</source>
        <translation>Alle optionalen Nachrichten sind aus.</translation>
    </message>
    <message>
        <source>A message of “%1” now would be delivered.</source>
        <translation>Eine Nachricht von „%1“ würde jetzt zugestellt.</translation>
    </message>
    <message>
        <source>A message of “%1” now would not be delivered.</source>
        <translation>Eine Nachricht von „%1“ würde jetzt nicht zugestellt.</translation>
    </message>
    <message>
        <source>Also this person</source>
        <translation>Auch diese Person</translation>
    </message>
    <message>
        <source>%1, %2 there</source>
        <translation>%1, dort %2</translation>
    </message>
    <message>
        <source>Stop all optional messages
Turns everything off that can be turned off, after asking. What is required still comes; the question names it.</source>
        <translation>Alle optionalen Nachrichten abstellen
Schaltet nach einer Frage alles aus, was sich ausschalten lässt. Was Pflicht ist, kommt weiter; die Frage nennt es.</translation>
    </message>
    <message>
        <source>Copy ID
Puts the Slack ID on the clipboard, for a ticket or a search.</source>
        <translation>ID kopieren
Legt die Slack-ID in die Zwischenablage, für ein Ticket oder eine Suche.</translation>
    </message>
    <message>
        <source>Undo
Takes back your latest change to this row. Ctrl+Z takes back your latest change to anybody.</source>
        <translation>Rückgängig
Nimmt Ihre letzte Änderung an dieser Zeile zurück. Strg+Z nimmt Ihre letzte Änderung überhaupt zurück.</translation>
    </message>
    <message>
        <source>Being fetched.</source>
        <translation>Wird abgerufen.</translation>
    </message>
    <message>
        <source>Nothing is sent to %1.</source>
        <translation>An %1 wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Last known: optional messages are delivered.</source>
        <translation>Letzter Stand: Optionale Nachrichten werden zugestellt.</translation>
    </message>
    <message>
        <source>Last known: all optional messages are off.</source>
        <translation>Letzter Stand: Alle optionalen Nachrichten sind aus.</translation>
    </message>
    <message>
        <source>Last known: a message of “%1” would be delivered.</source>
        <translation>Letzter Stand: Eine Nachricht von „%1“ würde zugestellt.</translation>
    </message>
    <message>
        <source>Last known: a message of “%1” would not be delivered.</source>
        <translation>Letzter Stand: Eine Nachricht von „%1“ würde nicht zugestellt.</translation>
    </message>
    <message>
        <source>There was no contact with the backend yet.</source>
        <translation>Es gab noch keinen Kontakt mit dem Backend.</translation>
    </message>
    <message>
        <source>No contact with the backend since %1.</source>
        <translation>Kein Kontakt mit dem Backend seit %1.</translation>
    </message>
    <message>
        <source>Opt-out link…</source>
        <translation>Abmeldelink …</translation>
    </message>
    <message>
        <source>Opt-out link
Makes a link through which messages can be turned off here without signing in, and puts it on the clipboard.</source>
        <translation>Abmeldelink
Erstellt einen Link, über den sich hier Nachrichten ohne Anmeldung abschalten lassen, und legt ihn in die Zwischenablage.</translation>
    </message>
    <message>
        <source>The backend has not answered yet; this is what was known here.</source>
        <translation>Das Backend hat noch nicht geantwortet; das war hier bekannt.</translation>
    </message>
    <message>
        <source>Nothing is known of %1.</source>
        <translation>Vom %1 ist nichts bekannt.</translation>
    </message>
    <message>
        <source>What Refrain remembers of this workspace begins later.</source>
        <translation>Was Refrain von diesem Workspace weiß, beginnt später.</translation>
    </message>
    <message>
        <source>At %1.</source>
        <translation>Am %1.</translation>
    </message>
    <message>
        <source>Optional messages were delivered.</source>
        <translation>Optionale Nachrichten wurden zugestellt.</translation>
    </message>
    <message>
        <source>All optional messages were off.</source>
        <translation>Alle optionalen Nachrichten waren aus.</translation>
    </message>
    <message>
        <source>A message of “%1” would have been delivered.</source>
        <translation>Eine Nachricht von „%1“ wäre zugestellt worden.</translation>
    </message>
    <message>
        <source>A message of “%1” would not have been delivered.</source>
        <translation>Eine Nachricht von „%1“ wäre nicht zugestellt worden.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::SubjectModel</name>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Ehemalig</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>External</source>
        <translation>Extern</translation>
    </message>
    <message>
        <source>%1
%2. ← and → lead to the categories, Enter to the details.</source>
        <translation>%1
%2. ← und → führen zu den Kategorien, die Eingabetaste zu den Details.</translation>
    </message>
    <message>
        <source>Space or a click on the mark switches it; Enter shows who may turn it back.</source>
        <translation>Leertaste oder Klick auf das Zeichen schaltet um; die Eingabetaste zeigt, wer es zurücknehmen darf.</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
</context>
<context>
    <name>refrain::ui::SubjectScreen</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Leute</translation>
    </message>
    <message>
        <source>Filter by name, email, title or ID</source>
        <translation>Nach Name, E-Mail, Titel oder ID filtern</translation>
    </message>
    <message>
        <source>Nobody matches this filter.</source>
        <translation>Niemand passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>There are no people here yet. They come with the first sync of the directory.</source>
        <translation>Hier sind noch keine Leute. Sie kommen mit dem ersten Abgleich des Verzeichnisses.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>Filter by name, topic or ID</source>
        <translation>Nach Name, Thema oder ID filtern</translation>
    </message>
    <message>
        <source>No channel matches this filter.</source>
        <translation>Kein Channel passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>There are no channels here yet. They come with the first sync of the directory.</source>
        <translation>Hier sind noch keine Channels. Sie kommen mit dem ersten Abgleich des Verzeichnisses.</translation>
    </message>
    <message>
        <source>Columns
Which columns stand in the table, and how high its rows are. Widths are remembered as you drag them.</source>
        <translation>Spalten
Welche Spalten in der Tabelle stehen und wie hoch ihre Zeilen sind. Breiten werden gemerkt, wie Sie sie ziehen.</translation>
    </message>
    <message>
        <source>People
Everybody who can be notified, one mark for each category: a dot is the workspace&apos;s default, ✕ is off, ✓ is on, a moon is snoozed, a lock is required.</source>
        <translation>Leute
Alle, die benachrichtigt werden können, mit einem Zeichen je Kategorie: ein Punkt ist die Vorgabe des Workspace, ✕ ist aus, ✓ ist an, ein Mond ist stumm, ein Schloss ist Pflicht.</translation>
    </message>
    <message>
        <source>Channels
The channels that can be posted to, one mark for each category, as for people. An opt-out here is the channel&apos;s: it changes nothing for its members.</source>
        <translation>Channels
Die Channels, in die gesendet werden kann, mit einem Zeichen je Kategorie, wie bei Leuten. Eine Abmeldung gilt hier dem Channel: Für seine Mitglieder ändert sie nichts.</translation>
    </message>
    <message>
        <source>What the marks mean</source>
        <translation>Was die Zeichen bedeuten</translation>
    </message>
    <message>
        <source>The link to these details is on the clipboard. It opens them in Refrain, for whoever may.</source>
        <translation>Der Link zu diesen Details liegt in der Zwischenablage. Er öffnet sie in Refrain, für alle, die das dürfen.</translation>
    </message>
    <message>
        <source>The page is open in the browser, to look at only; nothing on it can be pressed.</source>
        <translation>Die Seite ist im Browser geöffnet, nur zum Ansehen; nichts darauf lässt sich drücken.</translation>
    </message>
    <message>
        <source>No browser could be opened. The page&apos;s address is on the clipboard, good for ten minutes.</source>
        <translation>Es ließ sich kein Browser öffnen. Die Adresse der Seite liegt in der Zwischenablage und gilt zehn Minuten.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::SubjectTableView</name>
    <message>
        <source>Compact rows</source>
        <translation>Enge Zeilen</translation>
    </message>
</context>
<context>
    <name>refrain::ui::SyncModel</name>
    <message>
        <source>Console ↔ backend</source>
        <translation>Konsole ↔ Backend</translation>
    </message>
    <message>
        <source>Backend ← Slack</source>
        <translation>Backend ← Slack</translation>
    </message>
    <message>
        <source>Backend → connector</source>
        <translation>Backend → Anschluss</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ erledigt</translation>
    </message>
    <message>
        <source>◐ partly</source>
        <translation>◐ teilweise</translation>
    </message>
    <message>
        <source>! failed</source>
        <translation>! fehlgeschlagen</translation>
    </message>
    <message>
        <source>○ running</source>
        <translation>○ läuft</translation>
    </message>
    <message>
        <source>○ waiting</source>
        <translation>○ wartet</translation>
    </message>
    <message>
        <source>! refused</source>
        <translation>! abgelehnt</translation>
    </message>
    <message>
        <source>Console → backend</source>
        <translation>Konsole → Backend</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 Änderung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Zwischen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>d MMM, HH:mm</source>
        <comment>a date&apos;s and a time&apos;s format</comment>
        <translation>d. MMM, HH:mm</translation>
    </message>
</context>
<context>
    <name>refrain::ui::SyncScreen</name>
    <message>
        <source>Console and backend</source>
        <translation>Konsole und Backend</translation>
    </message>
    <message>
        <source>Waiting in the outbox</source>
        <translation>Wartet im Postausgang</translation>
    </message>
    <message>
        <source>Directory from Slack</source>
        <translation>Verzeichnis von Slack</translation>
    </message>
    <message>
        <source>Filter by system, kind, outcome, person</source>
        <translation>Nach System, Art, Status, Person filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Sync directory</source>
        <translation>Verzeichnis abgleichen</translation>
    </message>
    <message>
        <source>Read people and channels from Slack anew</source>
        <translation>Leute und Channels neu von Slack lesen</translation>
    </message>
    <message>
        <source>No exchange matches this filter.</source>
        <translation>Kein Austausch passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>No exchange has taken place yet.</source>
        <translation>Es gab noch keinen Austausch.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>The directory is being read from Slack.</source>
        <translation>Das Verzeichnis wird von Slack gelesen.</translation>
    </message>
    <message>
        <source>The directory was not read: %1 What was known stays.</source>
        <translation>Das Verzeichnis wurde nicht gelesen: %1 Was bekannt war, bleibt.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Show the comparisons</source>
        <translation>Die Vergleiche zeigen</translation>
    </message>
    <message>
        <source>Show what waits</source>
        <translation>Zeigen, was wartet</translation>
    </message>
    <message>
        <source>Show the people</source>
        <translation>Die Menschen zeigen</translation>
    </message>
    <message>
        <source>That run is older than what is listed here.</source>
        <translation>Dieser Lauf ist älter als das, was hier steht.</translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>Hier wartet nichts.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::TemplateEditor</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Slug, for programs</source>
        <translation>Slug, für Programme</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür sie ist</translation>
    </message>
    <message>
        <source>The message, in Jsonnet: an object with a text, and with Slack&apos;s blocks where it has them</source>
        <translation>Die Nachricht, in Jsonnet: ein Objekt mit einem Text, und mit Slacks Blöcken, wo es welche gibt</translation>
    </message>
    <message>
        <source>Data for the preview, as JSON; the message finds it as std.extVar(&quot;data&quot;)</source>
        <translation>Daten für die Vorschau, als JSON; die Nachricht findet sie unter std.extVar(&quot;data&quot;)</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>A message with gaps that a sender or a workflow fills in. The preview beside it is what the data below would yield.</source>
        <translation>Eine Nachricht mit Lücken, die beim Senden oder von einem Workflow gefüllt werden. Die Vorschau daneben zeigt, was die Daten darunter ergäben.</translation>
    </message>
    <message>
        <source>That is no JSON object, from line %1 on. One reads {&quot;name&quot;: &quot;value&quot;}.</source>
        <translation>Ab Zeile %1 ist das kein JSON-Objekt. Eines sieht so aus: {&quot;name&quot;: &quot;Wert&quot;}.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>refrain::ui::TemplatePane</name>
    <message>
        <source>Choose a template to see what it yields.</source>
        <translation>Wählen Sie eine Vorlage, um zu sehen, was sie ergibt.</translation>
    </message>
    <message>
        <source>As a message of</source>
        <translation>Als Nachricht von</translation>
    </message>
    <message>
        <source>How it looks in Slack</source>
        <translation>So sieht sie in Slack aus</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>Archived: no message is made of it.</source>
        <translation>Archiviert: Aus ihr entsteht keine Nachricht.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>That yields no message.</source>
        <translation>Das ergibt keine Nachricht.</translation>
    </message>
    <message>
        <source>There is no preview.</source>
        <translation>Es gibt keine Vorschau.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::TemplatesScreen</name>
    <message>
        <source>These are theirs. Ctrl+Z brings yours back.</source>
        <translation>Das ist das andere. Strg+Z bringt Ihres wieder.</translation>
    </message>
    <message>
        <source>What you wrote was thrown away. Ctrl+Z brings it back.</source>
        <translation>Was Sie geschrieben haben, wurde verworfen. Strg+Z bringt es wieder.</translation>
    </message>
    <message>
        <source>Senders and admins try templates.</source>
        <translation>Vorlagen probieren Absender und Admins aus.</translation>
    </message>
    <message>
        <source>“%1” is as it was before.</source>
        <translation>„%1“ ist wieder wie vorher.</translation>
    </message>
    <message>
        <source>“%1” can be used now.</source>
        <translation>„%1“ ist jetzt zu gebrauchen.</translation>
    </message>
    <message>
        <source>“%1” is saved. Ctrl+Z takes it back.</source>
        <translation>„%1“ ist gespeichert. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>“%1” is archived. Ctrl+Z takes it back.</source>
        <translation>„%1“ ist archiviert. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>“%1” can be used again.</source>
        <translation>„%1“ ist wieder zu gebrauchen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Templates
Messages with gaps, written in Jsonnet. Senders and workflows fill the gaps with data; the preview shows what that yields, as it looks in Slack. One that does not work with its own data is not saved.</source>
        <translation>Vorlagen
Nachrichten mit Lücken, in Jsonnet geschrieben. Beim Senden und in Workflows werden die Lücken mit Daten gefüllt; die Vorschau zeigt, was das ergibt, so wie es in Slack aussieht. Eine, die mit ihren eigenen Daten nicht geht, wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>Show archived</source>
        <translation>Archivierte zeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>There is no template yet. With one, senders and workflows fill in gaps instead of writing the same anew.</source>
        <translation>Es gibt noch keine Vorlage. Mit einer füllt man Lücken, statt dasselbe neu zu schreiben.</translation>
    </message>
    <message>
        <source>There is no template yet. Admins write them.</source>
        <translation>Es gibt noch keine Vorlage. Admins schreiben sie.</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
</context>
<context>
    <name>refrain::ui::TrayNotice</name>
    <message>
        <source>Refrain, %1: %2</source>
        <comment>workspace, what needs somebody</comment>
        <translation>Refrain, %1: %2</translation>
    </message>
    <message>
        <source>%1 needs somebody</source>
        <comment>a workspace</comment>
        <translation>%1 braucht jemanden</translation>
    </message>
</context>
<context>
    <name>refrain::ui::ViewNameDialog</name>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
</context>
<context>
    <name>refrain::ui::WelcomePage</name>
    <message>
        <source>Who wants fewer messages?</source>
        <translation>Wer möchte weniger Nachrichten?</translation>
    </message>
    <message>
        <source>Refrain keeps, for everybody in a Slack workspace, what they do not want to be sent, and answers every sender that asks. Where do you want to begin?</source>
        <translation>Refrain merkt sich für alle in einem Slack-Workspace, was sie nicht gesendet bekommen möchten, und antwortet jedem Absender, der fragt. Wo möchten Sie beginnen?</translation>
    </message>
    <message>
        <source>Use your company&apos;s Refrain server</source>
        <translation>Den Refrain-Server Ihrer Firma benutzen</translation>
    </message>
    <message>
        <source>Sign in with Slack. People can opt out day and night, also while this computer is off.</source>
        <translation>Melden Sie sich mit Slack an. Leute können sich Tag und Nacht abmelden, auch wenn dieser Computer aus ist.</translation>
    </message>
    <message>
        <source>Try the practice workspace</source>
        <translation>Den Übungs-Workspace ausprobieren</translation>
    </message>
    <message>
        <source>10,000 invented people and 200 channels on this computer. No Slack account is needed, and nothing is sent to anybody.</source>
        <translation>10.000 erfundene Leute und 200 Channels auf diesem Computer. Ein Slack-Konto ist nicht nötig, und niemandem wird etwas gesendet.</translation>
    </message>
    <message>
        <source>Run it on this computer</source>
        <translation>Auf diesem Computer betreiben</translation>
    </message>
    <message>
        <source>For your own workspace without a server. While this computer is off, nobody can opt out, and senders get no answer.</source>
        <translation>Für Ihren eigenen Workspace ohne Server. Solange dieser Computer aus ist, kann sich niemand abmelden, und Absender bekommen keine Antwort.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>That is no address. Whoever runs Refrain at your company can tell you the right one.</source>
        <translation>Das ist keine Adresse. Wer Refrain in Ihrer Firma betreibt, kann Ihnen die richtige nennen.</translation>
    </message>
    <message>
        <source>The address must begin with https://, so that nobody on the way can read along.</source>
        <translation>Die Adresse muss mit https:// beginnen, damit unterwegs niemand mitliest.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::WhyDialog</name>
    <message>
        <source>Show the notification</source>
        <translation>Benachrichtigung zeigen</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>Why did I get this?</source>
        <translation>Warum habe ich das bekommen?</translation>
    </message>
    <message>
        <source>By the message&apos;s link</source>
        <translation>Am Link der Nachricht</translation>
    </message>
    <message>
        <source>By whom and when</source>
        <translation>Danach, wer und wann</translation>
    </message>
    <message>
        <source>https://….slack.com/archives/C…/p…</source>
        <translation>https://….slack.com/archives/C…/p…</translation>
    </message>
    <message>
        <source>Name, e-mail address, ID or #channel</source>
        <translation>Name, E-Mail-Adresse, ID oder #channel</translation>
    </message>
    <message>
        <source>Link of the message</source>
        <translation>Link der Nachricht</translation>
    </message>
    <message>
        <source>Who got it</source>
        <translation>Wer sie bekam</translation>
    </message>
    <message>
        <source>When it came</source>
        <translation>Wann sie kam</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>a date&apos;s and a time&apos;s format</comment>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>That is no link of a message.</source>
        <translation>Das ist kein Link einer Nachricht.</translation>
    </message>
    <message>
        <source>In Slack: point at the message, “More actions”, “Copy link”.</source>
        <translation>In Slack: auf die Nachricht zeigen, „Weitere Aktionen“, „Link kopieren“.</translation>
    </message>
    <message>
        <source>That is nobody here, or more than one.</source>
        <translation>Das ist hier niemand, oder mehr als einer.</translation>
    </message>
    <message>
        <source>Give the e-mail address or the ID; of a channel its name, as in #general.</source>
        <translation>Nennen Sie die E-Mail-Adresse oder die ID; bei einem Channel den Namen, wie in #general.</translation>
    </message>
    <message>
        <source>Why did I get this? – Refrain</source>
        <translation>Warum habe ich das bekommen? – Refrain</translation>
    </message>
</context>
<context>
    <name>refrain::ui::WorkflowEditor</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Slug, for programs that trigger it</source>
        <translation>Slug, für Programme, die ihn auslösen</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür er ist</translation>
    </message>
    <message>
        <source>Category: who turned it off does not get this</source>
        <translation>Kategorie: Wer sie abbestellt hat, bekommt dies nicht</translation>
    </message>
    <message>
        <source>What it says: a template</source>
        <translation>Was er sagt: eine Vorlage</translation>
    </message>
    <message>
        <source>What the template is filled in with, as JSON</source>
        <translation>Womit die Vorlage gefüllt wird, als JSON</translation>
    </message>
    <message>
        <source>To whom, found anew each time</source>
        <translation>An wen, jedes Mal neu ermittelt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>%1 (paused)</source>
        <translation>%1 (pausiert)</translation>
    </message>
    <message>
        <source>There is no template yet: write one first, below Templates.</source>
        <translation>Es gibt noch keine Vorlage: Schreiben Sie zuerst eine, unter Vorlagen.</translation>
    </message>
    <message>
        <source>New workflow</source>
        <translation>Neuer Workflow</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>A message that goes out again and again. Whenever it runs, each recipient is asked about anew: who opted out meanwhile does not get it.</source>
        <translation>Eine Nachricht, die immer wieder hinausgeht. Bei jedem Lauf wird jeder Empfänger neu geprüft: Wer inzwischen abbestellt hat, bekommt sie nicht.</translation>
    </message>
    <message>
        <source>That is no JSON object, from line %1 on. One reads {&quot;name&quot;: &quot;value&quot;}.</source>
        <translation>Ab Zeile %1 ist das kein JSON-Objekt. Eines sieht so aus: {&quot;name&quot;: &quot;Wert&quot;}.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>refrain::ui::WorkflowPane</name>
    <message>
        <source>Choose a workflow to see when it runs and what became of it.</source>
        <translation>Wählen Sie einen Workflow, um zu sehen, wann er läuft und was daraus wurde.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Who got it</source>
        <translation>Wer sie bekam</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Run now…</source>
        <translation>Jetzt laufen lassen …</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>What it would say</source>
        <translation>Was er sagen würde</translation>
    </message>
    <message>
        <source>Once it is saved, “Run now” shows who would get it and who would not, before anything is sent.</source>
        <translation>Nach dem Speichern zeigt „Jetzt laufen lassen“, wer sie bekäme und wer nicht, bevor etwas gesendet wird.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Archived.</source>
        <translation>Archiviert.</translation>
    </message>
    <message>
        <source>It does not run, and cannot be triggered.</source>
        <translation>Er läuft nicht und lässt sich nicht auslösen.</translation>
    </message>
    <message>
        <source>It waits to be triggered.</source>
        <translation>Er wartet darauf, ausgelöst zu werden.</translation>
    </message>
    <message>
        <source>A program with an API key does that, or somebody here.</source>
        <translation>Das tut ein Programm mit einem API-Schlüssel, oder jemand hier.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>It does not run by itself until somebody lets it go on.</source>
        <translation>Er läuft nicht von selbst, bis ihn jemand weiterlaufen lässt.</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Nächster Lauf: %1</translation>
    </message>
    <message>
        <source>By the workspace&apos;s clocks, %1.</source>
        <translation>Nach den Uhren des Workspace, %1.</translation>
    </message>
    <message>
        <source>It is not known when it runs next.</source>
        <translation>Wann er das nächste Mal läuft, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>It has not run yet.</source>
        <translation>Er ist noch nicht gelaufen.</translation>
    </message>
    <message>
        <source>That yields no message.</source>
        <translation>Das ergibt keine Nachricht.</translation>
    </message>
    <message>
        <source>There is no preview yet.</source>
        <translation>Noch gibt es keine Vorschau.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::WorkflowsScreen</name>
    <message>
        <source>These are theirs. Ctrl+Z brings yours back.</source>
        <translation>Das ist das andere. Strg+Z bringt Ihres wieder.</translation>
    </message>
    <message>
        <source>What you wrote was thrown away. Ctrl+Z brings it back.</source>
        <translation>Was Sie geschrieben haben, wurde verworfen. Strg+Z bringt es wieder.</translation>
    </message>
    <message>
        <source>The data is no JSON object.</source>
        <translation>Die Daten sind kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Choose a template.</source>
        <translation>Wählen Sie eine Vorlage.</translation>
    </message>
    <message>
        <source>“%1” is as it was before.</source>
        <translation>„%1“ ist wieder wie vorher.</translation>
    </message>
    <message>
        <source>“%1” is set up.</source>
        <translation>„%1“ ist eingerichtet.</translation>
    </message>
    <message>
        <source>“%1” is saved. Ctrl+Z takes it back.</source>
        <translation>„%1“ ist gespeichert. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>“%1” ran; nobody fits whom it is for.</source>
        <translation>„%1“ lief; niemand passt, für den er ist.</translation>
    </message>
    <message>
        <source>“%1” runs. Its runs show how far it is.</source>
        <translation>„%1“ läuft. Seine Läufe zeigen, wie weit er ist.</translation>
    </message>
    <message>
        <source>“%1” is paused. Ctrl+Z takes it back.</source>
        <translation>„%1“ ist angehalten. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>“%1” runs by itself again.</source>
        <translation>„%1“ läuft wieder von selbst.</translation>
    </message>
    <message>
        <source>“%1” is archived. Ctrl+Z takes it back.</source>
        <translation>„%1“ ist archiviert. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>“%1” can be used again.</source>
        <translation>„%1“ ist wieder zu gebrauchen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Workflows
Messages that go out again and again: at a time of day, or when a program triggers them. Whom they are for is found anew each time, and who opted out is skipped. Each run is kept with what became of it.</source>
        <translation>Workflows
Nachrichten, die immer wieder hinausgehen: zu einer Uhrzeit, oder wenn ein Programm sie auslöst. Für wen sie sind, wird jedes Mal neu ermittelt, und wer abbestellt hat, wird übersprungen. Jeder Lauf wird aufbewahrt, mit dem, was daraus wurde.</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>Workflows</translation>
    </message>
    <message>
        <source>New workflow</source>
        <translation>Neuer Workflow</translation>
    </message>
    <message>
        <source>Show archived</source>
        <translation>Archivierte zeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>There is no workflow yet. With one, a reminder goes out by itself, and never to who opted out.</source>
        <translation>Es gibt noch keinen Workflow. Mit einem geht eine Erinnerung von selbst hinaus, und nie an die, die abbestellt haben.</translation>
    </message>
    <message>
        <source>There is no workflow yet. Admins write them.</source>
        <translation>Es gibt noch keinen Workflow. Admins schreiben sie.</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>An wen</translation>
    </message>
    <message>
        <source>A workflow needs a template, and there is none.</source>
        <translation>Ein Workflow braucht eine Vorlage, und es gibt keine.</translation>
    </message>
    <message>
        <source>“%1” waits for a second admin under Approvals. Nothing was sent yet.</source>
        <translation>„%1“ wartet unter „Genehmigungen“ auf einen zweiten Admin. Noch wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>refrain::ui::Workspace</name>
    <message numerus="yes">
        <source>Directory: %1 people</source>
        <translation>
            <numerusform>Verzeichnis: %1 Person</numerusform>
            <numerusform>Verzeichnis: %1 Leute</numerusform>
        </translation>
    </message>
    <message>
        <source>, synced %1</source>
        <translation>, abgeglichen %1</translation>
    </message>
    <message numerus="yes">
        <source>Sign out while %1 change(s) wait?</source>
        <translation>
            <numerusform>Abmelden, solange %1 Änderung wartet?</numerusform>
            <numerusform>Abmelden, solange %1 Änderungen warten?</numerusform>
        </translation>
    </message>
    <message>
        <source>What waits is not in force. It is kept on this computer, and sent when %1 signs in again here.</source>
        <translation>Was wartet, ist nicht in Kraft. Es bleibt auf diesem Computer gespeichert und wird gesendet, wenn %1 sich hier wieder anmeldet.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Signing out.</source>
        <translation>Sie werden abgemeldet.</translation>
    </message>
    <message>
        <source>%1 – Refrain</source>
        <comment>workspace</comment>
        <translation>%1 – Refrain</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Connect a channel by its webhook</source>
        <translation>Einen Kanal per Webhook verbinden</translation>
    </message>
    <message>
        <source>Connect a channel
Slack asks in the browser which channel it shall be. Senders can then write to it, also where the app is not a member.</source>
        <translation>Kanal verbinden
Slack fragt im Browser, welcher Kanal es sein soll. Wer sendet, kann dann dorthin schreiben, auch wo die App kein Mitglied ist.</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <comment>a screen</comment>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Read the directory from Slack now</source>
        <translation>Verzeichnis jetzt aus Slack lesen</translation>
    </message>
    <message>
        <source>sync refresh</source>
        <comment>other words for it</comment>
        <translation>abgleichen aktualisieren synchronisieren</translation>
    </message>
    <message>
        <source>The directory is being read from Slack.</source>
        <translation>Das Verzeichnis wird aus Slack gelesen.</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <comment>a workspace</comment>
        <translation>Wechseln zu %1</translation>
    </message>
    <message>
        <source>Rows at their usual height</source>
        <translation>Zeilen in üblicher Höhe</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Enge Zeilen</translation>
    </message>
    <message>
        <source>table rows height</source>
        <translation>Tabelle Zeilen Höhe</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Beleg %1</translation>
    </message>
    <message>
        <source>look it up in the audit log</source>
        <translation>im Protokoll nachsehen</translation>
    </message>
    <message>
        <source>Open this link</source>
        <translation>Diesen Link öffnen</translation>
    </message>
    <message>
        <source>%1 is nobody in this workspace&apos;s directory.</source>
        <translation>%1 steht nicht im Verzeichnis dieses Workspace.</translation>
    </message>
    <message>
        <source>Turn notices beside the clock off</source>
        <translation>Hinweise neben der Uhr ausschalten</translation>
    </message>
    <message>
        <source>Turn notices beside the clock on</source>
        <translation>Hinweise neben der Uhr einschalten</translation>
    </message>
    <message>
        <source>tray notification</source>
        <translation>Infobereich Benachrichtigung Hinweis</translation>
    </message>
    <message>
        <source>Import choices from a file…</source>
        <translation>Entscheidungen aus einer Datei importieren …</translation>
    </message>
    <message>
        <source>csv upload list</source>
        <comment>other words for it</comment>
        <translation>CSV hochladen Liste</translation>
    </message>
</context>
</TS>
