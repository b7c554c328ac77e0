<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl">
<context>
    <name>AdmitDialog</name>
    <message>
        <source>At the door · %1</source>
        <translation>Voor de deur · %1</translation>
    </message>
    <message>
        <source>At the door</source>
        <translation>Voor de deur</translation>
    </message>
    <message>
        <source>%1 strangers by the open link</source>
        <translation>%1 vreemden via de open link</translation>
    </message>
    <message>
        <source>Guests with a warning are admitted one at a time.</source>
        <translation>Gasten met een waarschuwing laat je één voor één toe.</translation>
    </message>
    <message>
        <source>Admit %1</source>
        <translation>%1 toelaten</translation>
    </message>
    <message>
        <source>Admit all %1</source>
        <translation>Alle %1 toelaten</translation>
    </message>
    <message>
        <source>%1 wants to come in</source>
        <translation>%1 wil naar binnen</translation>
    </message>
    <message>
        <source>Waiting %1, since %2</source>
        <translation>Wacht %1, sinds %2</translation>
    </message>
    <message>
        <source>Previous guest</source>
        <translation>Vorige gast</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>Next guest</source>
        <translation>Volgende gast</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Gedempt</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 waarschuwing</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 waarschuwingen</translation>
    </message>
    <message>
        <source>Message to %1</source>
        <translation>Bericht aan %1</translation>
    </message>
    <message>
        <source>Last words to %1</source>
        <translation>Laatste woorden aan %1</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Versturen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Weigeren</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>Meer over %1</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>Toelaten</translation>
    </message>
</context>
<context>
    <name>AfterSuspendPanel</name>
    <message>
        <source>%1 is suspended</source>
        <translation>%1 is geschorst</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Verwijderen…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Stopped, on everyone’s computer</source>
        <translation>Gestopt, op ieders computer</translation>
    </message>
    <message>
        <source>Hidden too: the messages of the last 10 minutes.</source>
        <translation>Ook verborgen: de berichten van de laatste 10 minuten.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Waarom?</translation>
    </message>
    <message>
        <source>%1 reads this. You may leave it empty.</source>
        <translation>%1 leest dit. Je mag het leeg laten.</translation>
    </message>
    <message>
        <source>Hide the name too</source>
        <translation>Verberg ook de naam</translation>
    </message>
    <message>
        <source>And what %1 receives</source>
        <translation>En wat %1 ontvangt</translation>
    </message>
    <message>
        <source>Note a report</source>
        <translation>Melding noteren</translation>
    </message>
    <message>
        <source>In the record of orders, on your computer. Nothing is sent elsewhere.</source>
        <translation>In het logboek op jouw computer. Er gaat niets naar elders.</translation>
    </message>
</context>
<context>
    <name>AppealBox</name>
    <message>
        <source>Your appeal is with the host.</source>
        <translation>Je bezwaar is bij de host.</translation>
    </message>
    <message>
        <source>Write to the host. Your appeal goes into the log, and cannot be refused.</source>
        <translation>Schrijf de host. Je bezwaar komt in het logboek en kan niet geweigerd worden.</translation>
    </message>
    <message>
        <source>You have appealed this order already.</source>
        <translation>Je hebt hier al bezwaar tegen gemaakt.</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>Bezwaar</translation>
    </message>
    <message>
        <source>What should the host know?</source>
        <translation>Wat moet de host weten?</translation>
    </message>
    <message>
        <source>Send appeal</source>
        <translation>Bezwaar versturen</translation>
    </message>
</context>
<context>
    <name>BarButton</name>
    <message>
        <source>%1, %2 new</source>
        <translation>%1, %2 nieuw</translation>
    </message>
</context>
<context>
    <name>CallPanel</name>
    <message>
        <source>A member calls you</source>
        <translation>Een lid roept je</translation>
    </message>
    <message>
        <source>Stop everything</source>
        <translation>Alles stilzetten</translation>
    </message>
    <message>
        <source>Appeal of %1, %2</source>
        <translation>Bezwaar van %1, %2</translation>
    </message>
    <message>
        <source>%1 calls you, %2</source>
        <translation>%1 roept je, %2</translation>
    </message>
    <message>
        <source>Appeals, %1</source>
        <translation>Maakt bezwaar, %1</translation>
    </message>
    <message>
        <source>Calls you, %1 · silent</source>
        <translation>Roept je, %1 · zonder geluid</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Inklappen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>Write back</source>
        <translation>Terugschrijven</translation>
    </message>
    <message>
        <source>I see it</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>Only host and co-hosts see this. No sound is played.</source>
        <translation>Alleen host en medehosts zien dit. Er klinkt geen geluid.</translation>
    </message>
    <message>
        <source>Nobody calls you now.</source>
        <translation>Niemand roept je nu.</translation>
    </message>
    <message>
        <source>Sent something in the last minute</source>
        <translation>Stuurde iets in de laatste minuut</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Geschorst</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Schorsen</translation>
    </message>
    <message>
        <source>A call proves nothing. Suspending is undone in a click.</source>
        <translation>Een oproep bewijst niets. Schorsen maak je met één klik ongedaan.</translation>
    </message>
</context>
<context>
    <name>ChatLine</name>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Weer tonen</translation>
    </message>
    <message>
        <source>Delete this message for everyone</source>
        <translation>Dit bericht voor iedereen wissen</translation>
    </message>
    <message>
        <source>Hidden with the suspension</source>
        <translation>Verborgen door de schorsing</translation>
    </message>
    <message>
        <source>Hidden by you</source>
        <translation>Door jou verborgen</translation>
    </message>
    <message>
        <source>Deleted by the host</source>
        <translation>Gewist door de host</translation>
    </message>
    <message>
        <source>Deleted by its author</source>
        <translation>Gewist door de schrijver</translation>
    </message>
</context>
<context>
    <name>ChatModel</name>
    <message>
        <source>to the host</source>
        <translation>aan de host</translation>
    </message>
    <message>
        <source>to you only</source>
        <translation>alleen aan jou</translation>
    </message>
    <message>
        <source>to %1 only</source>
        <translation>alleen aan %1</translation>
    </message>
</context>
<context>
    <name>ChatPanel</name>
    <message>
        <source>Everyone</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>Host and co-hosts</source>
        <translation>Host en medehosts</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Everyone may chat</source>
        <translation>Iedereen mag chatten</translation>
    </message>
    <message>
        <source>Members write to the host only</source>
        <translation>Leden schrijven alleen aan de host</translation>
    </message>
    <message>
        <source>Members may not chat</source>
        <translation>Leden mogen niet chatten</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Change who may chat</source>
        <translation>Wijzig wie mag chatten</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Berichten</translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation>Nog geen berichten.</translation>
    </message>
    <message>
        <source>What you write is gone when the meeting ends.</source>
        <translation>Wat je schrijft verdwijnt na de vergadering.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Aan</translation>
    </message>
    <message>
        <source>You are suspended.</source>
        <translation>Je bent geschorst.</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Schrijf een bericht</translation>
    </message>
    <message>
        <source>You may not write now.</source>
        <translation>Je mag nu niet schrijven.</translation>
    </message>
</context>
<context>
    <name>CoHosts</name>
    <message>
        <source>Co-hosts</source>
        <translation>Medehosts</translation>
    </message>
    <message>
        <source>They act through your computer. Nobody can suspend, remove, mute or demote you.</source>
        <translation>Ze werken via jouw computer. Niemand kan jou schorsen, verwijderen, dempen of afzetten.</translation>
    </message>
    <message>
        <source>They act through the host’s computer. Nobody can suspend, remove, mute or demote the host.</source>
        <translation>Ze werken via de computer van de host. Niemand kan de host schorsen, verwijderen, dempen of afzetten.</translation>
    </message>
    <message>
        <source>There is no co-host yet. A meeting of strangers is easier with two.</source>
        <translation>Er is nog geen medehost. Een vergadering met vreemden gaat met z’n tweeën makkelijker.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Add a co-host…</source>
        <translation>Medehost toevoegen…</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Deelnemers</translation>
    </message>
    <message>
        <source>What %1 did</source>
        <translation>Wat %1 deed</translation>
    </message>
    <message>
        <source>%1 · undone</source>
        <translation>%1 · ongedaan gemaakt</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Ongedaan maken: %1</translation>
    </message>
    <message>
        <source>%1 may</source>
        <translation>%1 mag</translation>
    </message>
    <message>
        <source>counts at once</source>
        <translation>geldt meteen</translation>
    </message>
    <message>
        <source>Only if you give it</source>
        <translation>Alleen als jij het geeft</translation>
    </message>
    <message>
        <source>Has the chair: decides as you do, and cannot act on you. Your computer stays the door.</source>
        <translation>Zit voor: beslist zoals jij, maar niet over jou. Jouw computer blijft de deur.</translation>
    </message>
    <message>
        <source>Has the chair, and decides as the host does.</source>
        <translation>Zit voor, en beslist zoals de host.</translation>
    </message>
    <message>
        <source>No longer co-host</source>
        <translation>Niet langer medehost</translation>
    </message>
    <message>
        <source>Take the chair back</source>
        <translation>Voorzitten terugnemen</translation>
    </message>
    <message>
        <source>Hand over the chair…</source>
        <translation>Voorzitten overdragen…</translation>
    </message>
    <message>
        <source>Hand the chair to %1?</source>
        <translation>%1 laten voorzitten?</translation>
    </message>
    <message>
        <source>They decide as you do, and cannot act on you. Your computer stays the door: the meeting ends with it. You take the chair back when you like.</source>
        <translation>Die beslist dan zoals jij, maar niet over jou. Jouw computer blijft de deur: zonder die computer eindigt de vergadering. Je neemt het voorzitten terug wanneer je wilt.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Overdragen</translation>
    </message>
</context>
<context>
    <name>CoHostsModel</name>
    <message>
        <source>Has the chair</source>
        <translation>Zit voor</translation>
    </message>
    <message>
        <source>Co-host</source>
        <translation>Medehost</translation>
    </message>
    <message>
        <source>1 right more</source>
        <translation>1 recht meer</translation>
    </message>
    <message>
        <source>%1 rights more</source>
        <translation>%1 rechten meer</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Deelnemer</translation>
    </message>
    <message>
        <source>Admit and decline guests</source>
        <translation>Gasten toelaten en weigeren</translation>
    </message>
    <message>
        <source>Mute, suspend, and give rights back</source>
        <translation>Dempen, schorsen en rechten teruggeven</translation>
    </message>
    <message>
        <source>Remove, at most 3 people a minute</source>
        <translation>Verwijderen, hooguit 3 mensen per minuut</translation>
    </message>
    <message>
        <source>Change what members may do</source>
        <translation>Wijzigen wat deelnemers mogen</translation>
    </message>
    <message>
        <source>Remove as many as needed</source>
        <translation>Verwijderen zoveel als nodig is</translation>
    </message>
    <message>
        <source>Lift a ban</source>
        <translation>Een verbod opheffen</translation>
    </message>
    <message>
        <source>See and make personal invites</source>
        <translation>Persoonlijke uitnodigingen zien en maken</translation>
    </message>
    <message>
        <source>Change the geofence</source>
        <translation>De geofence wijzigen</translation>
    </message>
    <message>
        <source>Export the record of orders</source>
        <translation>Het verslag van opdrachten exporteren</translation>
    </message>
    <message>
        <source>Act on another co-host</source>
        <translation>Ingrijpen bij een andere medehost</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Versturen</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Admitted %1</source>
        <translation>%1 toegelaten</translation>
    </message>
    <message>
        <source>Declined %1</source>
        <translation>%1 geweigerd</translation>
    </message>
    <message>
        <source>Changed whether %1 may write</source>
        <translation>Gewijzigd of %1 mag schrijven</translation>
    </message>
    <message>
        <source>Changed who waits: %1</source>
        <translation>Gewijzigd wie wacht: %1</translation>
    </message>
    <message>
        <source>Put %1 back in the waiting room</source>
        <translation>%1 teruggezet in de wachtkamer</translation>
    </message>
    <message>
        <source>Muted %1</source>
        <translation>%1 gedempt</translation>
    </message>
    <message>
        <source>Muted everyone</source>
        <translation>Iedereen gedempt</translation>
    </message>
    <message>
        <source>Asked %1 to unmute</source>
        <translation>%1 gevraagd de microfoon aan te zetten</translation>
    </message>
    <message>
        <source>Asked %1 for their camera</source>
        <translation>%1 om de camera gevraagd</translation>
    </message>
    <message>
        <source>Stopped the camera of %1</source>
        <translation>Camera van %1 gestopt</translation>
    </message>
    <message>
        <source>Lowered the hand of %1</source>
        <translation>Hand van %1 omlaag gedaan</translation>
    </message>
    <message>
        <source>Changed who is shown large: %1</source>
        <translation>Gewijzigd wie groot in beeld is: %1</translation>
    </message>
    <message>
        <source>Renamed %1</source>
        <translation>%1 hernoemd</translation>
    </message>
    <message>
        <source>Changed a right of %1</source>
        <translation>Een recht van %1 gewijzigd</translation>
    </message>
    <message>
        <source>Changed the rules</source>
        <translation>De regels gewijzigd</translation>
    </message>
    <message>
        <source>Suspended %1</source>
        <translation>%1 geschorst</translation>
    </message>
    <message>
        <source>Said why %1 is suspended</source>
        <translation>Gezegd waarom %1 geschorst is</translation>
    </message>
    <message>
        <source>Showed messages of %1 again</source>
        <translation>Berichten van %1 weer getoond</translation>
    </message>
    <message>
        <source>Gave rights back to %1</source>
        <translation>Rechten teruggegeven aan %1</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>%1 verwijderd</translation>
    </message>
    <message>
        <source>Lifted the ban of %1</source>
        <translation>Verbod van %1 opgeheven</translation>
    </message>
    <message>
        <source>Refused the lost computer of %1</source>
        <translation>De kwijtgeraakte computer van %1 geweigerd</translation>
    </message>
    <message>
        <source>Changed whether %1 is co-host</source>
        <translation>Gewijzigd of %1 medehost is</translation>
    </message>
    <message>
        <source>Handed the chair to %1</source>
        <translation>%1 laten voorzitten</translation>
    </message>
    <message>
        <source>Undid an order</source>
        <translation>Een opdracht ongedaan gemaakt</translation>
    </message>
    <message>
        <source>Made a new open link</source>
        <translation>Een nieuwe open link gemaakt</translation>
    </message>
    <message>
        <source>Made a personal invite</source>
        <translation>Een persoonlijke uitnodiging gemaakt</translation>
    </message>
    <message>
        <source>Revoked a personal invite</source>
        <translation>Een persoonlijke uitnodiging ingetrokken</translation>
    </message>
    <message>
        <source>Deleted a message</source>
        <translation>Een bericht verwijderd</translation>
    </message>
    <message>
        <source>Called the host</source>
        <translation>De host geroepen</translation>
    </message>
    <message>
        <source>Appealed</source>
        <translation>Bezwaar gemaakt</translation>
    </message>
    <message>
        <source>Reported %1</source>
        <translation>%1 gemeld</translation>
    </message>
    <message>
        <source>Ended the meeting</source>
        <translation>De vergadering beëindigd</translation>
    </message>
    <message>
        <source>Gave another order</source>
        <translation>Een andere opdracht gegeven</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>iedereen</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 mensen</translation>
    </message>
</context>
<context>
    <name>DeviceChoice</name>
    <message>
        <source>The system’s choice</source>
        <translation>De keuze van het systeem</translation>
    </message>
</context>
<context>
    <name>DoorFlood</name>
    <message>
        <source>At the door · %1</source>
        <translation>Voor de deur · %1</translation>
    </message>
    <message>
        <source>%1 strangers knocked within a minute. The chime is quiet now.</source>
        <translation>%1 vreemden klopten binnen een minuut aan. De bel is nu stil.</translation>
    </message>
    <message>
        <source>Known, or with a personal invite</source>
        <translation>Bekend, of met een persoonlijke uitnodiging</translation>
    </message>
    <message>
        <source>always first</source>
        <translation>altijd eerst</translation>
    </message>
    <message>
        <source>Nobody you know waits. Half the places are kept for them.</source>
        <translation>Er wacht niemand die je kent. De helft van de plaatsen is voor hen.</translation>
    </message>
    <message>
        <source>Admit %1</source>
        <translation>%1 toelaten</translation>
    </message>
    <message>
        <source>Admit all %1</source>
        <translation>Alle %1 toelaten</translation>
    </message>
    <message>
        <source>By the open link</source>
        <translation>Via de open link</translation>
    </message>
    <message>
        <source>%1 strangers by the open link</source>
        <translation>%1 vreemden via de open link</translation>
    </message>
    <message>
        <source>None met before · %1 wait</source>
        <translation>Nooit eerder ontmoet · er wachten er %1</translation>
    </message>
    <message>
        <source>What closing it does</source>
        <translation>Wat sluiten doet</translation>
    </message>
    <message>
        <source>All of them are sent away. Personal invites go on working, and nobody inside notices.</source>
        <translation>Ze worden allemaal weggestuurd. Persoonlijke uitnodigingen blijven werken, en binnen merkt niemand het.</translation>
    </message>
    <message>
        <source>Close the open link</source>
        <translation>De open link sluiten</translation>
    </message>
    <message>
        <source>The open link is closed</source>
        <translation>De open link is dicht</translation>
    </message>
    <message>
        <source>Lock the meeting</source>
        <translation>De vergadering vergrendelen</translation>
    </message>
    <message>
        <source>Then nobody new comes in, by any invite.</source>
        <translation>Dan komt er niemand meer bij, met geen enkele uitnodiging.</translation>
    </message>
    <message>
        <source>Strangers are never part of “Admit all” while there are more than 20 a minute.</source>
        <translation>Bij meer dan 20 per minuut horen vreemden nooit bij ‘Alle toelaten’.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>DoorModel</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>%1, %3 and %2</source>
        <translation>%1, %3 en %2</translation>
    </message>
    <message>
        <source>That you report %1 is in the record of orders.</source>
        <translation>Dat je %1 meldt, staat in het verslag van opdrachten.</translation>
    </message>
    <message>
        <source>%1 is at the door</source>
        <translation>%1 staat voor de deur</translation>
    </message>
    <message>
        <source>%1 and %2 more are at the door</source>
        <translation>%1 en nog %2 staan voor de deur</translation>
    </message>
    <message>
        <source>%1 was left at the door.</source>
        <translation>%1 bleef voor de deur.</translation>
    </message>
    <message>
        <source>%1 and %2 more were left at the door.</source>
        <translation>%1 en nog %2 bleven voor de deur.</translation>
    </message>
    <message>
        <source>%1 strangers by the open link</source>
        <translation>%1 vreemden via de open link</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Personal invite for “%1”</source>
        <translation>Persoonlijke uitnodiging voor “%1”</translation>
    </message>
    <message>
        <source>Whoever holds this link can use it.</source>
        <translation>Wie deze link heeft, kan hem gebruiken.</translation>
    </message>
    <message>
        <source>The host’s own invite</source>
        <translation>De eigen uitnodiging van de host</translation>
    </message>
    <message>
        <source>Earlier removals</source>
        <translation>Eerder verwijderd</translation>
    </message>
    <message>
        <source>From meetings of yours. The key is the same.</source>
        <translation>Uit vergaderingen van jou. De sleutel is dezelfde.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Can be taken for %1, who is in the meeting</source>
        <translation>Lijkt op %1, die in de vergadering is</translation>
    </message>
    <message>
        <source>Ask something that only they know.</source>
        <translation>Vraag iets wat alleen diegene weet.</translation>
    </message>
    <message>
        <source>Already inside</source>
        <translation>Al binnen</translation>
    </message>
    <message>
        <source>Someone with the same key is in the meeting</source>
        <translation>Iemand met dezelfde sleutel is in de vergadering</translation>
    </message>
    <message>
        <source>A second computer of theirs, or someone who copied the first.</source>
        <translation>Een tweede computer, of iemand die de eerste heeft gekopieerd.</translation>
    </message>
    <message>
        <source>Whose invite</source>
        <translation>Wiens uitnodiging</translation>
    </message>
    <message>
        <source>Somebody else came in by this personal invite first</source>
        <translation>Met deze persoonlijke uitnodiging kwam eerst iemand anders binnen</translation>
    </message>
    <message>
        <source>It was passed on, or taken.</source>
        <translation>Ze is doorgegeven, of afgepakt.</translation>
    </message>
    <message>
        <source>After a removal</source>
        <translation>Na een verwijdering</translation>
    </message>
    <message>
        <source>New, after a removal</source>
        <translation>Nieuw, na een verwijdering</translation>
    </message>
    <message>
        <source>It may be the person who was removed, with a fresh key.</source>
        <translation>Het kan de verwijderde persoon zijn, met een nieuwe sleutel.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netwerk</translation>
    </message>
    <message>
        <source>Same network as a person who was removed</source>
        <translation>Zelfde netwerk als iemand die verwijderd is</translation>
    </message>
    <message>
        <source>A home, a school or a company shares one: it proves nothing.</source>
        <translation>Een huis, school of bedrijf deelt er één: het bewijst niets.</translation>
    </message>
    <message>
        <source>Geofence</source>
        <translation>Geofence</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Uitnodiging</translation>
    </message>
    <message>
        <source>Known before</source>
        <translation>Eerder bekend</translation>
    </message>
    <message>
        <source>Met in an earlier meeting of yours</source>
        <translation>Ontmoet in een eerdere vergadering van jou</translation>
    </message>
    <message>
        <source>The same key. A name can be chosen anew each time.</source>
        <translation>Dezelfde sleutel. Een naam kies je elke keer opnieuw.</translation>
    </message>
    <message>
        <source>The name is what they typed.</source>
        <translation>De naam is wat diegene typte.</translation>
    </message>
    <message>
        <source>Earlier in this meeting</source>
        <translation>Eerder in deze vergadering</translation>
    </message>
    <message>
        <source>Was inside, and was put back</source>
        <translation>Was binnen, en is teruggezet</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>‘%1’</translation>
    </message>
    <message>
        <source>Wrote to you</source>
        <translation>Schreef je</translation>
    </message>
    <message>
        <source>Removed once</source>
        <translation>Eén keer verwijderd</translation>
    </message>
    <message>
        <source>Removed %1 times</source>
        <translation>%1 keer verwijderd</translation>
    </message>
    <message>
        <source>The open invite</source>
        <translation>De open uitnodiging</translation>
    </message>
    <message>
        <source>It names nobody.</source>
        <translation>Er staat geen naam in.</translation>
    </message>
    <message>
        <source>Not used yet.</source>
        <translation>Nog niet gebruikt.</translation>
    </message>
    <message>
        <source>Used by 1 person.</source>
        <translation>Gebruikt door 1 persoon.</translation>
    </message>
    <message>
        <source>Used by %1 people.</source>
        <translation>Gebruikt door %1 mensen.</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 waarschuwingen</translation>
    </message>
    <message>
        <source>Removed before</source>
        <translation>Eerder verwijderd</translation>
    </message>
    <message>
        <source>Looks like %1</source>
        <translation>Lijkt op %1</translation>
    </message>
    <message>
        <source>Another’s invite</source>
        <translation>Uitnodiging van een ander</translation>
    </message>
    <message>
        <source>Network of a removed person</source>
        <translation>Netwerk van een verwijderde</translation>
    </message>
    <message>
        <source>Held by the geofence</source>
        <translation>Vastgehouden door de geofence</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Teruggezet</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekend</translation>
    </message>
    <message>
        <source>Personal invite</source>
        <translation>Persoonlijke uitnodiging</translation>
    </message>
    <message>
        <source>Never met before</source>
        <translation>Nooit eerder ontmoet</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>%1 people react</source>
        <translation>%1 mensen reageren</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige pagina</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Volgende pagina</translation>
    </message>
</context>
<context>
    <name>Goodbye</name>
    <message>
        <source>The reason given</source>
        <translation>De gegeven reden</translation>
    </message>
    <message>
        <source>Message of the host</source>
        <translation>Bericht van de host</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>door %1</translation>
    </message>
    <message>
        <source>No reason was given.</source>
        <translation>Er is geen reden gegeven.</translation>
    </message>
    <message>
        <source>To Home</source>
        <translation>Naar Start</translation>
    </message>
    <message>
        <source>Paste another invite</source>
        <translation>Andere uitnodiging plakken</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw</translation>
    </message>
</context>
<context>
    <name>GuestActs</name>
    <message>
        <source>What to do about %1</source>
        <translation>Wat je met %1 doet</translation>
    </message>
    <message>
        <source>Decline with a message…</source>
        <translation>Weigeren met een bericht…</translation>
    </message>
    <message>
        <source>Take their messages again</source>
        <translation>Weer berichten aannemen</translation>
    </message>
    <message>
        <source>Take no more messages</source>
        <translation>Geen berichten meer aannemen</translation>
    </message>
    <message>
        <source>Wait again from now on</source>
        <translation>Voortaan weer wachten</translation>
    </message>
    <message>
        <source>No wait from now on</source>
        <translation>Voortaan niet wachten</translation>
    </message>
    <message>
        <source>Who comes by this personal invite first</source>
        <translation>Wie het eerst met deze persoonlijke uitnodiging komt</translation>
    </message>
    <message>
        <source>This person, by their key</source>
        <translation>Deze persoon, aan de sleutel herkend</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>Noted in the record of orders</source>
        <translation>Komt in het verslag van opdrachten</translation>
    </message>
</context>
<context>
    <name>GuestRow</name>
    <message>
        <source>Decline %1</source>
        <translation>%1 weigeren</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Bekijken</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>Toelaten</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>%1 bekijken</translation>
    </message>
    <message>
        <source>Admit %1</source>
        <translation>%1 toelaten</translation>
    </message>
</context>
<context>
    <name>HeldPersonRow</name>
    <message>
        <source>Suspended</source>
        <translation>Geschorst</translation>
    </message>
    <message>
        <source>Nothing is back yet</source>
        <translation>Nog niets is terug</translation>
    </message>
    <message>
        <source>%1 of %2 are back</source>
        <translation>%1 van %2 zijn terug</translation>
    </message>
    <message>
        <source>Fold %1</source>
        <translation>%1 inklappen</translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation>%1 uitklappen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Give %1 everything back</source>
        <translation>Geef %1 alles terug</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Verwijderen…</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Meeting of %1</source>
        <translation>Vergadering van %1</translation>
    </message>
    <message>
        <source>Welcome, %1</source>
        <translation>Welkom, %1</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Welkom</translation>
    </message>
    <message>
        <source>No account, no company server: a meeting runs on the computer of whoever starts it.</source>
        <translation>Geen account, geen bedrijfsserver: een vergadering draait op de computer van wie haar start.</translation>
    </message>
    <message>
        <source>Start a meeting</source>
        <translation>Vergadering starten</translation>
    </message>
    <message>
        <source>You are the host, and this computer is the door until you end it.</source>
        <translation>Jij bent de host; deze computer is de deur tot je afsluit.</translation>
    </message>
    <message>
        <source>Title of the meeting</source>
        <translation>Titel van de vergadering</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Je naam</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <translation>Wachtkamer</translation>
    </message>
    <message>
        <source>Everyone waits at the door until you admit them.</source>
        <translation>Iedereen wacht voor de deur tot je toelaat.</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Nu starten</translation>
    </message>
    <message>
        <source>Say your name first; the others see it.</source>
        <translation>Zeg eerst hoe je heet; de anderen zien het.</translation>
    </message>
    <message>
        <source>Join with an invite</source>
        <translation>Deelnemen met een uitnodiging</translation>
    </message>
    <message>
        <source>Paste the link that you were given. No account is needed, ever.</source>
        <translation>Plak de link die je kreeg. Een account is nooit nodig.</translation>
    </message>
    <message>
        <source>Invite link</source>
        <translation>Uitnodigingslink</translation>
    </message>
    <message>
        <source>Opening it sends nothing yet.</source>
        <translation>Openen verstuurt nog niets.</translation>
    </message>
    <message>
        <source>Keep for later</source>
        <translation>Bewaren voor later</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Deelnemen</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>Binnenkort</translation>
    </message>
    <message>
        <source>Kept on this computer only</source>
        <translation>Staat alleen op deze computer</translation>
    </message>
    <message>
        <source>Invite without a label</source>
        <translation>Uitnodiging zonder naam</translation>
    </message>
    <message>
        <source>Open invite · host’s key %1</source>
        <translation>Open uitnodiging · sleutel van de host %1</translation>
    </message>
    <message>
        <source>Host’s key %1</source>
        <translation>Sleutel van de host %1</translation>
    </message>
    <message>
        <source>No invites are kept</source>
        <translation>Er zijn geen uitnodigingen bewaard</translation>
    </message>
    <message>
        <source>Paste one above and keep it, then it waits here for its day.</source>
        <translation>Plak er hierboven een en bewaar hem, dan wacht hij hier op zijn dag.</translation>
    </message>
    <message>
        <source>This computer as the door</source>
        <translation>Deze computer als deur</translation>
    </message>
    <message>
        <source>Keep this invite</source>
        <translation>Deze uitnodiging bewaren</translation>
    </message>
    <message>
        <source>On this computer only. Give it a name by which you will know it.</source>
        <translation>Alleen op deze computer. Geef hem een naam waaraan je hem herkent.</translation>
    </message>
    <message>
        <source>Name of the invite</source>
        <translation>Naam van de uitnodiging</translation>
    </message>
    <message>
        <source>Chess club, Saturday</source>
        <translation>Schaakclub, zaterdag</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
</context>
<context>
    <name>HomeModel</name>
    <message>
        <source>It has an address on the internet</source>
        <translation>Hij heeft een adres op het internet</translation>
    </message>
    <message>
        <source>Its addresses are those of a local network</source>
        <translation>Zijn adressen zijn van een lokaal netwerk</translation>
    </message>
    <message>
        <source>It is on no network</source>
        <translation>Hij zit op geen enkel netwerk</translation>
    </message>
    <message>
        <source>Whether a router or firewall lets people in was not tried.</source>
        <translation>Of een router of firewall mensen doorlaat, is niet geprobeerd.</translation>
    </message>
    <message>
        <source>People elsewhere come in only if the router passes the port on.</source>
        <translation>Mensen elders komen er alleen in als de router de poort doorgeeft.</translation>
    </message>
    <message>
        <source>Nobody can reach it now. Connect it, then start.</source>
        <translation>Niemand kan hem nu bereiken. Verbind hem en begin dan.</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>Invitation to “%1”</source>
        <translation>Uitnodiging voor ‘%1’</translation>
    </message>
    <message>
        <source>Hello %1,</source>
        <translation>Hallo %1,</translation>
    </message>
    <message>
        <source>This invite is yours alone; do not pass it on.</source>
        <translation>Deze uitnodiging is alleen voor jou; geef haar niet door.</translation>
    </message>
    <message>
        <source>you are invited to “%1”. Open this link with Vestibule:</source>
        <translation>je bent uitgenodigd voor ‘%1’. Open deze link met Vestibule:</translation>
    </message>
    <message>
        <source>Open this link with Vestibule: %1</source>
        <translation>Open deze link met Vestibule: %1</translation>
    </message>
</context>
<context>
    <name>InviteRow</name>
    <message>
        <source>%1 comes in without waiting; let them wait</source>
        <translation>%1 komt binnen zonder wachten; laat wachten</translation>
    </message>
    <message>
        <source>Let %1 in without waiting</source>
        <translation>%1 binnenlaten zonder wachten</translation>
    </message>
    <message>
        <source>Copy the invite of %1</source>
        <translation>De uitnodiging van %1 kopiëren</translation>
    </message>
    <message>
        <source>Write an e-mail with the invite of %1</source>
        <translation>Een e-mail schrijven met de uitnodiging van %1</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>Revoke the invite of %1</source>
        <translation>De uitnodiging van %1 intrekken</translation>
    </message>
    <message>
        <source>New invite</source>
        <translation>Nieuwe uitnodiging</translation>
    </message>
    <message>
        <source>Make a new invite for %1</source>
        <translation>Een nieuwe uitnodiging maken voor %1</translation>
    </message>
</context>
<context>
    <name>InviteSheet</name>
    <message>
        <source>Invite people</source>
        <translation>Mensen uitnodigen</translation>
    </message>
    <message>
        <source>Everyone waits at the door until you admit them.</source>
        <translation>Iedereen wacht voor de deur tot je toelaat.</translation>
    </message>
    <message>
        <source>The waiting room is off: whoever has a link comes straight in.</source>
        <translation>De wachtkamer staat uit: wie een link heeft, komt meteen binnen.</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Open link</translation>
    </message>
    <message>
        <source>Whoever has it can knock. It names nobody.</source>
        <translation>Wie hem heeft, kan aankloppen. Hij noemt niemand.</translation>
    </message>
    <message>
        <source>Closed, after a removal: people never met before are refused.</source>
        <translation>Dicht, na een verwijdering: wie je nooit ontmoette, wordt geweigerd.</translation>
    </message>
    <message>
        <source>Closed: people never met before are refused.</source>
        <translation>Dicht: wie je nooit ontmoette, wordt geweigerd.</translation>
    </message>
    <message>
        <source>The open link as a QR code</source>
        <translation>De open link als QR-code</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Write an e-mail with the open link</source>
        <translation>Een e-mail schrijven met de open link</translation>
    </message>
    <message>
        <source>Save a calendar file with the open link</source>
        <translation>Een agendabestand opslaan met de open link</translation>
    </message>
    <message>
        <source>Close the open link</source>
        <translation>De open link sluiten</translation>
    </message>
    <message>
        <source>Open the link again</source>
        <translation>De link weer openen</translation>
    </message>
    <message>
        <source>New one</source>
        <translation>Nieuwe</translation>
    </message>
    <message>
        <source>Comes in without waiting, the first identity only</source>
        <translation>Komt binnen zonder wachten, alleen de eerste identiteit</translation>
    </message>
    <message>
        <source>This is the letter</source>
        <translation>Dit is de brief</translation>
    </message>
    <message>
        <source>Your own mail program opens it; you choose to whom it goes.</source>
        <translation>Je eigen mailprogramma opent hem; jij kiest naar wie hij gaat.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>De tekst kopiëren</translation>
    </message>
    <message>
        <source>Open in the mail program</source>
        <translation>Openen in het mailprogramma</translation>
    </message>
    <message>
        <source>Save a calendar file</source>
        <translation>Een agendabestand opslaan</translation>
    </message>
    <message>
        <source>The link works while this meeting is open. The file has it, and the time.</source>
        <translation>De link werkt zolang deze vergadering open is. Hij staat in het bestand, met de tijd.</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Begint om</translation>
    </message>
    <message>
        <source>The next time that the clock shows this.</source>
        <translation>De eerstvolgende keer dat de klok dit aanwijst.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Opslaan…</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Agendabestanden (*.ics)</translation>
    </message>
    <message>
        <source>Those inside stay. The old link is refused at once.</source>
        <translation>Wie binnen is, blijft. De oude link wordt meteen geweigerd.</translation>
    </message>
    <message>
        <source>Personal invites</source>
        <translation>Persoonlijke uitnodigingen</translation>
    </message>
    <message>
        <source>one can be revoked without the others</source>
        <translation>je trekt er één in zonder de andere</translation>
    </message>
    <message>
        <source>No personal invites yet</source>
        <translation>Nog geen persoonlijke uitnodigingen</translation>
    </message>
    <message>
        <source>One for each person: you see who comes by it, and can take it back alone.</source>
        <translation>Eén per persoon: je ziet wie ermee komt en kunt hem apart intrekken.</translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>Voeg er een toe</translation>
    </message>
    <message>
        <source>Name of the invitee</source>
        <translation>Naam van de genodigde</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>How many people may come by it</source>
        <translation>Hoeveel mensen ermee mogen komen</translation>
    </message>
    <message>
        <source>How long it may be used</source>
        <translation>Hoe lang ze te gebruiken is</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
</context>
<context>
    <name>InviteSheetModel</name>
    <message>
        <source>%1 people</source>
        <translation>%1 mensen</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 persoon</translation>
    </message>
    <message>
        <source>Until the end</source>
        <translation>Tot het einde</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 uur lang</translation>
    </message>
    <message>
        <source>For 4 hours</source>
        <translation>4 uur lang</translation>
    </message>
    <message>
        <source>For a day</source>
        <translation>Een dag lang</translation>
    </message>
    <message>
        <source>No mail program answered. Copy the link and send it your own way.</source>
        <translation>Geen mailprogramma reageerde. Kopieer de link en stuur hem op je eigen manier.</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 kon niet worden opgeslagen: %2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Opgeslagen als %1</translation>
    </message>
    <message>
        <source>Revoked.</source>
        <translation>Ingetrokken.</translation>
    </message>
    <message>
        <source>%1’s invite has been used by %2 people</source>
        <translation>De uitnodiging van %1 is door %2 mensen gebruikt</translation>
    </message>
    <message>
        <source>for %1 people</source>
        <translation>voor %1 mensen</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>tot %1</translation>
    </message>
</context>
<context>
    <name>KeptFacts</name>
    <message>
        <source>The host</source>
        <translation>De host</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Sleutel %1</translation>
    </message>
    <message>
        <source>From the invite, and proved by their computer.</source>
        <translation>Uit de uitnodiging, en door hun computer bewezen.</translation>
    </message>
    <message>
        <source>Kept on the host’s computer</source>
        <translation>Bewaard op de computer van de host</translation>
    </message>
    <message>
        <source>That you came, and orders about you, for 12 months</source>
        <translation>Dat je kwam, en opdrachten over jou, 12 maanden</translation>
    </message>
    <message>
        <source>No sound, pictures or chat.</source>
        <translation>Geen geluid, beeld of chat.</translation>
    </message>
    <message>
        <source>The host sees of you</source>
        <translation>De host ziet van jou</translation>
    </message>
    <message>
        <source>Name, invite, and whether your key came before</source>
        <translation>Naam, uitnodiging, en of je sleutel eerder kwam</translation>
    </message>
    <message>
        <source>The key is for this host alone: others do not know you by it.</source>
        <translation>De sleutel is alleen voor deze host: anderen kennen je er niet aan.</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>End or leave?</source>
        <translation>Beëindigen of verlaten?</translation>
    </message>
    <message>
        <source>Leave the meeting?</source>
        <translation>De vergadering verlaten?</translation>
    </message>
    <message>
        <source>When you leave, the others stay together and nobody can come in. Without a host the meeting ends by itself after 15 minutes.</source>
        <translation>Als je weggaat, blijven de anderen bij elkaar en kan er niemand bij. Zonder host eindigt de vergadering vanzelf na 15 minuten.</translation>
    </message>
    <message>
        <source>Your way back in ends too: you would knock again.</source>
        <translation>Je weg terug vervalt ook: je moet dan weer aankloppen.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Blijven</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlaten</translation>
    </message>
    <message>
        <source>End for all</source>
        <translation>Voor iedereen beëindigen</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open this address?</source>
        <translation>Dit adres openen?</translation>
    </message>
    <message>
        <source>It opens in your browser, outside the meeting. Whoever runs it sees your network address.</source>
        <translation>Het opent in je browser, buiten de vergadering. Wie erachter zit, ziet je netwerkadres.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>%1 calls you</source>
        <translation>%1 roept je</translation>
    </message>
    <message>
        <source>%1 appeals</source>
        <translation>%1 maakt bezwaar</translation>
    </message>
    <message>
        <source>Host and co-hosts were called. Nobody else knows.</source>
        <translation>Host en medehosts zijn geroepen. Verder weet niemand het.</translation>
    </message>
    <message>
        <source>Everything is hidden and silenced, for you only.</source>
        <translation>Alles is verborgen en stil, alleen voor jou.</translation>
    </message>
    <message>
        <source>Everything is shown and heard again.</source>
        <translation>Alles is weer te zien en te horen.</translation>
    </message>
    <message>
        <source>%1 wrote</source>
        <translation>%1 schreef</translation>
    </message>
    <message>
        <source>%1 is at the door</source>
        <translation>%1 staat voor de deur</translation>
    </message>
    <message>
        <source>%1 asks for your camera.</source>
        <translation>%1 vraagt om je camera.</translation>
    </message>
    <message>
        <source>%1 asks you to unmute.</source>
        <translation>%1 vraagt je om je microfoon aan te zetten.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Reageren</translation>
    </message>
    <message>
        <source>Lower hand</source>
        <translation>Hand laten zakken</translation>
    </message>
    <message>
        <source>Raise hand</source>
        <translation>Hand opsteken</translation>
    </message>
    <message>
        <source>Invite people</source>
        <translation>Mensen uitnodigen</translation>
    </message>
    <message>
        <source>Co-hosts…</source>
        <translation>Medehosts…</translation>
    </message>
    <message>
        <source>Record of orders</source>
        <translation>Verslag van opdrachten</translation>
    </message>
    <message>
        <source>And who was removed</source>
        <translation>En wie verwijderd is</translation>
    </message>
    <message>
        <source>Change your name…</source>
        <translation>Je naam wijzigen…</translation>
    </message>
    <message>
        <source>Call the host</source>
        <translation>De host roepen</translation>
    </message>
    <message>
        <source>Without a sound; nobody else knows</source>
        <translation>Zonder geluid; verder weet niemand het</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Melden…</translation>
    </message>
    <message>
        <source>Refuse private chat</source>
        <translation>Privéchat weigeren</translation>
    </message>
    <message>
        <source>From all but host and co-hosts</source>
        <translation>Van iedereen behalve host en medehosts</translation>
    </message>
    <message>
        <source>Show and hear again</source>
        <translation>Weer zien en horen</translation>
    </message>
    <message>
        <source>Hide and silence everything</source>
        <translation>Alles verbergen en stil</translation>
    </message>
    <message>
        <source>For you only, until you press it again</source>
        <translation>Alleen voor jou, tot je het weer indrukt</translation>
    </message>
    <message>
        <source>Calls and appeals</source>
        <translation>Oproepen en bezwaren</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Volledig scherm verlaten</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Volledig scherm</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
</context>
<context>
    <name>MeetingHeader</name>
    <message>
        <source>You have been here for %1</source>
        <translation>Je bent hier nu %1</translation>
    </message>
    <message>
        <source>Encrypted to the host’s computer</source>
        <translation>Versleuteld tot de computer van de host</translation>
    </message>
    <message>
        <source>Encrypted to the host’s computer, which can see and hear this meeting.</source>
        <translation>Versleuteld tot de computer van de host, die deze vergadering kan zien en horen.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Vergrendeld</translation>
    </message>
    <message>
        <source>The meeting is locked. Nobody new can come in.</source>
        <translation>De vergadering is vergrendeld. Er kan niemand meer bij.</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Volledig scherm verlaten</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Volledig scherm</translation>
    </message>
</context>
<context>
    <name>MeetingModel</name>
    <message>
        <source>Everyone has their rights back. Nothing was opened.</source>
        <translation>Iedereen heeft zijn rechten terug. Er is niets geopend.</translation>
    </message>
    <message>
        <source>The host paused the meeting for everyone. Nobody is accused.</source>
        <translation>De host heeft de vergadering voor iedereen stilgezet. Niemand wordt beschuldigd.</translation>
    </message>
    <message>
        <source>You have your rights back. Nothing was opened.</source>
        <translation>Je hebt je rechten terug. Er is niets geopend.</translation>
    </message>
    <message>
        <source>You are suspended. You see and hear the meeting.</source>
        <translation>Je bent geschorst. Je ziet en hoort de vergadering.</translation>
    </message>
    <message>
        <source>The host</source>
        <translation>De host</translation>
    </message>
    <message>
        <source>%1 muted you.</source>
        <translation>%1 heeft je gedempt.</translation>
    </message>
    <message>
        <source>%1 turned your camera off.</source>
        <translation>%1 heeft je camera uitgezet.</translation>
    </message>
</context>
<context>
    <name>NameMemberDialog</name>
    <message>
        <source>Rename %1</source>
        <translation>%1 hernoemen</translation>
    </message>
    <message>
        <source>Everyone sees that the host gave this name. They cannot change it.</source>
        <translation>Iedereen ziet dat de host deze naam gaf. De ander kan hem niet wijzigen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Their own choice again</source>
        <translation>Weer eigen keuze</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Hernoemen</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Record of orders</source>
        <translation>Opdrachten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina’s</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The line to the host’s computer broke.</source>
        <translation>De verbinding met de computer van de host is verbroken.</translation>
    </message>
    <message>
        <source>It is not sure that the others see and hear you.</source>
        <translation>Het is niet zeker dat de anderen je zien en horen.</translation>
    </message>
    <message>
        <source>Everything is hidden and silenced, for you only.</source>
        <translation>Alles is verborgen en stil, alleen voor jou.</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Weer tonen</translation>
    </message>
    <message>
        <source>A member calls you, or appeals.</source>
        <translation>Een lid roept je of maakt bezwaar.</translation>
    </message>
    <message>
        <source>You are suspended. You see and hear the meeting.</source>
        <translation>Je bent geschorst. Je ziet en hoort de vergadering.</translation>
    </message>
    <message>
        <source>The host paused the meeting for everyone. Nobody is accused.</source>
        <translation>De host heeft de vergadering voor iedereen stilgezet. Niemand wordt beschuldigd.</translation>
    </message>
    <message>
        <source>The host is away. You stay together; nobody can come in.</source>
        <translation>De host is even weg. Jullie blijven bij elkaar; er kan niemand bij.</translation>
    </message>
    <message>
        <source>Your line is weak. Turn your camera off to keep the sound.</source>
        <translation>Je verbinding is zwak. Zet je camera uit om het geluid te houden.</translation>
    </message>
    <message>
        <source>%1 asks you to unmute.</source>
        <translation>%1 vraagt je om je microfoon aan te zetten.</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Microfoon aan</translation>
    </message>
    <message>
        <source>Someone is at the door</source>
        <translation>Er staat iemand voor de deur</translation>
    </message>
    <message>
        <source>%1 people are at the door</source>
        <translation>Er staan %1 mensen voor de deur</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Bekijken</translation>
    </message>
    <message>
        <source>You are suspended. You do not see and hear the meeting.</source>
        <translation>Je bent geschorst. Je ziet en hoort de vergadering niet.</translation>
    </message>
    <message>
        <source>Why, appeal</source>
        <translation>Waarom, bezwaar</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Activity is suspended for %1 members</source>
        <translation>Voor %1 leden staat alles stil</translation>
    </message>
    <message>
        <source>The meeting is locked.</source>
        <translation>De vergadering is vergrendeld.</translation>
    </message>
    <message>
        <source>Give rights back…</source>
        <translation>Rechten teruggeven…</translation>
    </message>
    <message>
        <source>%1 asks for your camera.</source>
        <translation>%1 vraagt om je camera.</translation>
    </message>
    <message>
        <source>Start video</source>
        <translation>Video starten</translation>
    </message>
    <message>
        <source>Somebody was removed: people never met before wait, with a warning.</source>
        <translation>Er is iemand verwijderd: wie nooit eerder kwam wacht, met een waarschuwing.</translation>
    </message>
    <message>
        <source>Open the link again</source>
        <translation>Link weer openen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Minder</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>en nog %1</translation>
    </message>
</context>
<context>
    <name>OrderLog</name>
    <message>
        <source>Record of orders</source>
        <translation>Verslag van opdrachten</translation>
    </message>
    <message>
        <source>Every order in meetings that you hosted on this computer; no media, no chat.</source>
        <translation>Elke opdracht in vergaderingen die je op deze computer leidde; geen media, geen chat.</translation>
    </message>
    <message>
        <source>Back to the meeting</source>
        <translation>Terug naar de vergadering</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Wat je bekijkt</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Opdrachten</translation>
    </message>
    <message>
        <source>Removed · %1</source>
        <translation>Verwijderd · %1</translation>
    </message>
    <message>
        <source>Which orders</source>
        <translation>Welke opdrachten</translation>
    </message>
    <message>
        <source>All · %1</source>
        <translation>Alle · %1</translation>
    </message>
    <message>
        <source>Orders · %1</source>
        <translation>Gedaan · %1</translation>
    </message>
    <message>
        <source>Refused · %1</source>
        <translation>Geweigerd · %1</translation>
    </message>
    <message>
        <source>Which meeting</source>
        <translation>Welke vergadering</translation>
    </message>
    <message>
        <source>Search a name or a reason</source>
        <translation>Zoek een naam of een reden</translation>
    </message>
    <message>
        <source>No order fits</source>
        <translation>Geen opdracht past</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Nog geen opdrachten</translation>
    </message>
    <message>
        <source>Search for something else, or show all.</source>
        <translation>Zoek iets anders, of toon alles.</translation>
    </message>
    <message>
        <source>What host and co-hosts order in a meeting of yours is written here, signed.</source>
        <translation>Wat host en medehosts in een vergadering van jou opdragen, komt hier, ondertekend.</translation>
    </message>
    <message>
        <source>Certified by the host’s own key</source>
        <translation>Gewaarmerkt met de eigen sleutel van de host</translation>
    </message>
    <message>
        <source>Not certified by the host yet</source>
        <translation>Nog niet door de host gewaarmerkt</translation>
    </message>
    <message>
        <source>Members are told its newest line as it grows. A record written anew would not fit what they hold.</source>
        <translation>Deelnemers krijgen steeds de nieuwste regel te horen. Een herschreven verslag past niet bij wat zij hebben.</translation>
    </message>
    <message>
        <source>Names and reasons are sealed</source>
        <translation>Namen en redenen zijn verzegeld</translation>
    </message>
    <message>
        <source>Their key is not in this computer’s keyring.</source>
        <translation>De sleutel ervan zit niet in de sleutelbos van deze computer.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>A page to read</source>
        <translation>Een pagina om te lezen</translation>
    </message>
    <message>
        <source>JSON Lines, with names</source>
        <translation>JSON Lines, met namen</translation>
    </message>
    <message>
        <source>The signed record, to verify</source>
        <translation>Het ondertekende verslag, om te controleren</translation>
    </message>
    <message>
        <source>Without names: it holds sealed words only.</source>
        <translation>Zonder namen: het bevat alleen verzegelde woorden.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Kept until %1</source>
        <translation>Bewaard tot %1</translation>
    </message>
    <message>
        <source>Longer while a case holds it. Names and reasons can be erased; the chain stays whole.</source>
        <translation>Langer zolang een zaak het vasthoudt. Namen en redenen zijn te wissen; de keten blijft heel.</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Pagina’s (*.html)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Records (*.log)</source>
        <translation>Verslagen (*.log)</translation>
    </message>
</context>
<context>
    <name>OrderLogModel</name>
    <message>
        <source>Checked: nothing changed</source>
        <translation>Gecontroleerd: niets gewijzigd</translation>
    </message>
    <message>
        <source>Changed or damaged from line %1 on</source>
        <translation>Gewijzigd of beschadigd vanaf regel %1</translation>
    </message>
    <message>
        <source>%1 lines in one chain, each signed. Checked at %2.</source>
        <translation>%1 regels in één keten, elk ondertekend. Gecontroleerd om %2.</translation>
    </message>
    <message>
        <source>This record cannot be read: it is damaged, or no record at all.</source>
        <translation>Dit verslag is niet te lezen: het is beschadigd, of het is geen verslag.</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 kon niet worden opgeslagen: %2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Opgeslagen als %1</translation>
    </message>
    <message>
        <source>%1 · meeting %2</source>
        <translation>%1 · vergadering %2</translation>
    </message>
    <message>
        <source>%1 more refused orders within a minute</source>
        <translation>Nog %1 geweigerde opdrachten binnen een minuut</translation>
    </message>
    <message>
        <source>Several people</source>
        <translation>Meerdere mensen</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>‘%1’</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Geweigerd: %1</translation>
    </message>
</context>
<context>
    <name>OrderRow</name>
    <message>
        <source>%1, %2: %3. %4</source>
        <translation>%1, %2: %3. %4</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Geweigerd</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Ondertekend</translation>
    </message>
</context>
<context>
    <name>OwnSuspensionPanel</name>
    <message>
        <source>Your suspension</source>
        <translation>Je schorsing</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Melden…</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlaten</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>The reason given</source>
        <translation>De gegeven reden</translation>
    </message>
    <message>
        <source>No reason was given.</source>
        <translation>Er is geen reden gegeven.</translation>
    </message>
    <message>
        <source>Stopped until given back</source>
        <translation>Gestopt tot het teruggegeven is</translation>
    </message>
    <message>
        <source>You do not see and hear the meeting either.</source>
        <translation>Je ziet en hoort de vergadering ook niet.</translation>
    </message>
    <message>
        <source>You do not agree?</source>
        <translation>Ben je het er niet mee eens?</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Back to Home</source>
        <translation>Terug naar Start</translation>
    </message>
</context>
<context>
    <name>ParticipantsPanel</name>
    <message>
        <source>Participants</source>
        <translation>Deelnemers</translation>
    </message>
    <message>
        <source>Invite people</source>
        <translation>Mensen uitnodigen</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Zoek iemand</translation>
    </message>
    <message>
        <source>Waiting room · %1</source>
        <translation>Wachtkamer · %1</translation>
    </message>
    <message>
        <source>Admit %1</source>
        <translation>%1 toelaten</translation>
    </message>
    <message>
        <source>Guests with a warning are admitted one at a time.</source>
        <translation>Gasten met een waarschuwing laat je één voor één toe.</translation>
    </message>
    <message>
        <source>In this meeting · %1</source>
        <translation>In deze vergadering · %1</translation>
    </message>
    <message>
        <source>Nobody here has that name.</source>
        <translation>Niemand hier heet zo.</translation>
    </message>
</context>
<context>
    <name>PausedPanel</name>
    <message>
        <source>The meeting is paused</source>
        <translation>De vergadering staat stil</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlaten</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>Everyone, co-hosts too</source>
        <translation>Iedereen, ook medehosts</translation>
    </message>
    <message>
        <source>Everyone but host and co-hosts</source>
        <translation>Iedereen behalve host en medehosts</translation>
    </message>
    <message>
        <source>Nobody is accused.</source>
        <translation>Niemand wordt beschuldigd.</translation>
    </message>
    <message>
        <source>Stopped too</source>
        <translation>Ook gestopt</translation>
    </message>
    <message>
        <source>You still</source>
        <translation>Je kunt nog</translation>
    </message>
    <message>
        <source>What you see and hear</source>
        <translation>Wat je ziet en hoort</translation>
    </message>
    <message>
        <source>See and hear the meeting</source>
        <translation>De vergadering zien en horen</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Wat nu komt</translation>
    </message>
    <message>
        <source>The host gives rights back, one at a time</source>
        <translation>De host geeft rechten terug, één voor één</translation>
    </message>
    <message>
        <source>Your microphone and camera stay off until you turn them on.</source>
        <translation>Je microfoon en camera blijven uit tot jij ze aanzet.</translation>
    </message>
    <message>
        <source>Always yours</source>
        <translation>Altijd van jou</translation>
    </message>
    <message>
        <source>Call the host</source>
        <translation>De host roepen</translation>
    </message>
    <message>
        <source>Only host and co-hosts see it</source>
        <translation>Alleen host en medehosts zien het</translation>
    </message>
    <message>
        <source>They were called. Once a minute is enough.</source>
        <translation>Ze zijn geroepen. Eens per minuut is genoeg.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Roepen</translation>
    </message>
    <message>
        <source>Report somebody</source>
        <translation>Iemand melden</translation>
    </message>
    <message>
        <source>The host’s record notes it</source>
        <translation>Het logboek van de host noteert het</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Melden…</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>Bezwaar</translation>
    </message>
    <message>
        <source>Once, 1,000 characters</source>
        <translation>Eén keer, 1.000 tekens</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Schrijven…</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>%1 left</source>
        <translation>%1 is weg</translation>
    </message>
    <message>
        <source>%1 joined</source>
        <translation>%1 is erbij</translation>
    </message>
    <message>
        <source>%1 raised a hand</source>
        <translation>%1 stak een hand op</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Geschorst</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Stilgezet</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Verbinding herstellen</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Co-host, holds the chair</source>
        <translation>Medehost, zit voor</translation>
    </message>
    <message>
        <source>Co-host</source>
        <translation>Medehost</translation>
    </message>
    <message>
        <source>Named by the host</source>
        <translation>Naam gegeven door de host</translation>
    </message>
    <message>
        <source>%1 (name hidden)</source>
        <translation>%1 (naam verborgen)</translation>
    </message>
</context>
<context>
    <name>PersonMenu</name>
    <message>
        <source>What to do about %1</source>
        <translation>Wat te doen met %1</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Schorsen</translation>
    </message>
    <message>
        <source>Sound, video, chat stop at once</source>
        <translation>Geluid, beeld en chat stoppen meteen</translation>
    </message>
    <message>
        <source>Give rights back</source>
        <translation>Rechten teruggeven</translation>
    </message>
    <message>
        <source>Opens nothing by itself</source>
        <translation>Opent vanzelf niets</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Dempen</translation>
    </message>
    <message>
        <source>Ask to unmute</source>
        <translation>Vragen de microfoon aan te zetten</translation>
    </message>
    <message>
        <source>Stop camera</source>
        <translation>Camera uitzetten</translation>
    </message>
    <message>
        <source>Ask for their camera</source>
        <translation>Om de camera vragen</translation>
    </message>
    <message>
        <source>End spotlight</source>
        <translation>Uitlichten stoppen</translation>
    </message>
    <message>
        <source>Spotlight for everyone</source>
        <translation>Voor iedereen uitlichten</translation>
    </message>
    <message>
        <source>Show hidden messages again</source>
        <translation>Verborgen berichten weer tonen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Hernoemen…</translation>
    </message>
    <message>
        <source>What they may do…</source>
        <translation>Wat deze persoon mag…</translation>
    </message>
    <message>
        <source>Lower hand</source>
        <translation>Hand laten zakken</translation>
    </message>
    <message>
        <source>Write privately</source>
        <translation>Privé schrijven</translation>
    </message>
    <message>
        <source>Hear again</source>
        <translation>Weer horen</translation>
    </message>
    <message>
        <source>Silence for me</source>
        <translation>Stil voor mij</translation>
    </message>
    <message>
        <source>For you only. Nobody is told.</source>
        <translation>Alleen voor jou. Niemand hoort het.</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Weer tonen</translation>
    </message>
    <message>
        <source>Hide for me</source>
        <translation>Verbergen voor mij</translation>
    </message>
    <message>
        <source>No picture and no messages; nobody is told</source>
        <translation>Geen beeld en geen berichten; niemand hoort het</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Melden…</translation>
    </message>
    <message>
        <source>End being co-host</source>
        <translation>Niet langer medehost</translation>
    </message>
    <message>
        <source>Make co-host</source>
        <translation>Medehost maken</translation>
    </message>
    <message>
        <source>Put back in the waiting room</source>
        <translation>Terug naar de wachtkamer</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Verwijderen…</translation>
    </message>
</context>
<context>
    <name>PersonRightsDialog</name>
    <message>
        <source>Speak</source>
        <translation>Spreken</translation>
    </message>
    <message>
        <source>Unmute themselves</source>
        <translation>Zelf de microfoon aanzetten</translation>
    </message>
    <message>
        <source>Start video</source>
        <translation>Video starten</translation>
    </message>
    <message>
        <source>Share their screen</source>
        <translation>Scherm delen</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chatten</translation>
    </message>
    <message>
        <source>Chat privately</source>
        <translation>Privé chatten</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Reageren</translation>
    </message>
    <message>
        <source>Raise a hand</source>
        <translation>Hand opsteken</translation>
    </message>
    <message>
        <source>Annotate a share</source>
        <translation>Tekenen op een gedeeld scherm</translation>
    </message>
    <message>
        <source>Draw on the whiteboard</source>
        <translation>Tekenen op het whiteboard</translation>
    </message>
    <message>
        <source>Rename themselves</source>
        <translation>Eigen naam wijzigen</translation>
    </message>
    <message>
        <source>Show a picture</source>
        <translation>Een foto tonen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Opnemen</translation>
    </message>
    <message>
        <source>Invite people</source>
        <translation>Mensen uitnodigen</translation>
    </message>
    <message>
        <source>What %1 may do</source>
        <translation>Wat %1 mag</translation>
    </message>
    <message>
        <source>Every change counts at once. It opens nothing.</source>
        <translation>Elke wijziging geldt meteen. Er gaat niets open.</translation>
    </message>
    <message>
        <source>As all others</source>
        <translation>Als alle anderen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>Microphone off</source>
        <translation>Microfoon uit</translation>
    </message>
    <message>
        <source>Microphone on</source>
        <translation>Microfoon aan</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>Camera uit</translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation>Camera aan</translation>
    </message>
    <message>
        <source>Hand raised, number %1</source>
        <translation>Hand op, nummer %1</translation>
    </message>
    <message>
        <source>Hidden by you</source>
        <translation>Door jou verborgen</translation>
    </message>
    <message>
        <source>Silenced by you</source>
        <translation>Door jou stilgezet</translation>
    </message>
</context>
<context>
    <name>PictureChoice</name>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Kiezen: %1</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>Weghalen: %1</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.gif)</source>
        <translation>Plaatjes (*.png *.jpg *.jpeg *.gif)</translation>
    </message>
</context>
<context>
    <name>PreJoin</name>
    <message>
        <source>Before you knock</source>
        <translation>Voordat je aanklopt</translation>
    </message>
    <message>
        <source>Only you see this</source>
        <translation>Alleen jij ziet dit</translation>
    </message>
    <message>
        <source>Come in muted</source>
        <translation>Gedempt binnenkomen</translation>
    </message>
    <message>
        <source>Come in with the microphone on</source>
        <translation>Binnenkomen met de microfoon aan</translation>
    </message>
    <message>
        <source>Come in with the camera off</source>
        <translation>Binnenkomen met de camera uit</translation>
    </message>
    <message>
        <source>Come in with the camera on</source>
        <translation>Binnenkomen met de camera aan</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>The one given at start</source>
        <translation>Die bij het starten is opgegeven</translation>
    </message>
    <message>
        <source>Others see your initials. Plug one in at any time.</source>
        <translation>Anderen zien je initialen. Je kunt er altijd een aansluiten.</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microfoon</translation>
    </message>
    <message>
        <source>Level of your microphone</source>
        <translation>Niveau van je microfoon</translation>
    </message>
    <message>
        <source>You hear others and can write. Plug one in at any time.</source>
        <translation>Je hoort anderen en kunt schrijven. Je kunt er altijd een aansluiten.</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Luidspreker</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Geen camera</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Geen microfoon</translation>
    </message>
    <message>
        <source>No speaker</source>
        <translation>Geen luidspreker</translation>
    </message>
    <message>
        <source>Play a test sound</source>
        <translation>Testgeluid afspelen</translation>
    </message>
    <message>
        <source>You see others and can read. Plug one in at any time.</source>
        <translation>Je ziet anderen en kunt lezen. Je kunt er altijd een aansluiten.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet</source>
        <translation>Er is nog niets verstuurd</translation>
    </message>
    <message>
        <source>This is all that the link itself says.</source>
        <translation>Dit is alles wat de link zelf zegt.</translation>
    </message>
    <message>
        <source>The host’s key</source>
        <translation>De sleutel van de host</translation>
    </message>
    <message>
        <source>Compare it with the host. The link cannot pretend this.</source>
        <translation>Vergelijk hem met de host. De link kan dit niet veinzen.</translation>
    </message>
    <message>
        <source>Kind of invite</source>
        <translation>Soort uitnodiging</translation>
    </message>
    <message>
        <source>Where it leads</source>
        <translation>Waarheen ze leidt</translation>
    </message>
    <message>
        <source>Straight to the host’s computer; no service in between.</source>
        <translation>Rechtstreeks naar de computer van de host; geen dienst ertussen.</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Vergadering</translation>
    </message>
    <message>
        <source>Its title is not in the link: the host’s computer tells it after the knock.</source>
        <translation>De titel staat niet in de link: de computer van de host zegt hem na het kloppen.</translation>
    </message>
    <message>
        <source>Connecting shows your network address to the host.</source>
        <translation>Door verbinding te maken ziet de host je netwerkadres.</translation>
    </message>
    <message>
        <source>Their computer does not show it to anyone and does not write it down.</source>
        <translation>Die computer laat het aan niemand zien en schrijft het niet op.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Je naam</translation>
    </message>
    <message>
        <source>Say your name first; the host and the others see it.</source>
        <translation>Zeg eerst hoe je heet; de host en de anderen zien het.</translation>
    </message>
    <message>
        <source>Knock</source>
        <translation>Aankloppen</translation>
    </message>
    <message>
        <source>Nobody sees or hears you before you are let in.</source>
        <translation>Niemand ziet of hoort je voordat je wordt toegelaten.</translation>
    </message>
</context>
<context>
    <name>PreJoinModel</name>
    <message>
        <source>Open: whoever has the link can knock</source>
        <translation>Open: wie de link heeft, kan aankloppen</translation>
    </message>
    <message>
        <source>Number %1: the host’s computer knows whom it is for</source>
        <translation>Nummer %1: de computer van de host weet voor wie</translation>
    </message>
    <message>
        <source>This computer, port %1</source>
        <translation>Deze computer, poort %1</translation>
    </message>
    <message>
        <source>1 address on the internet, port %1</source>
        <translation>1 adres op het internet, poort %1</translation>
    </message>
    <message>
        <source>%2 addresses on the internet, port %1</source>
        <translation>%2 adressen op het internet, poort %1</translation>
    </message>
    <message>
        <source>1 address of a local network, port %1</source>
        <translation>1 adres van een lokaal netwerk, poort %1</translation>
    </message>
    <message>
        <source>%2 addresses of a local network, port %1</source>
        <translation>%2 adressen van een lokaal netwerk, poort %1</translation>
    </message>
</context>
<context>
    <name>PreviewPicture</name>
    <message>
        <source>Your camera; only you see this</source>
        <translation>Je camera; alleen jij ziet dit</translation>
    </message>
    <message>
        <source>Your camera is off</source>
        <translation>Je camera staat uit</translation>
    </message>
</context>
<context>
    <name>ReactMenu</name>
    <message>
        <source>React</source>
        <translation>Reageren</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>Hart</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>Lach</translation>
    </message>
    <message>
        <source>Celebrate</source>
        <translation>Vieren</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Eens</translation>
    </message>
</context>
<context>
    <name>RemovalsModel</name>
    <message>
        <source>from all your meetings</source>
        <translation>uit al je vergaderingen</translation>
    </message>
    <message>
        <source>from this meeting</source>
        <translation>uit deze vergadering</translation>
    </message>
    <message>
        <source>computer lost</source>
        <translation>computer kwijt</translation>
    </message>
    <message>
        <source>Refused once since, as “%2”</source>
        <translation>Sindsdien één keer geweigerd, als ‘%2’</translation>
    </message>
    <message>
        <source>Refused %1 times since, last as “%2”</source>
        <translation>Sindsdien %1 keer geweigerd, het laatst als ‘%2’</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove %1?</source>
        <translation>%1 verwijderen?</translation>
    </message>
    <message>
        <source>They cannot come back to this meeting. The invite that they used is refused from now on.</source>
        <translation>Die persoon kan niet terug in deze vergadering. De gebruikte uitnodiging wordt vanaf nu geweigerd.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Waarom?</translation>
    </message>
    <message>
        <source>Why? They read this. You may leave it empty.</source>
        <translation>Waarom? De ander leest dit. Je mag het leeg laten.</translation>
    </message>
    <message>
        <source>From all of my meetings</source>
        <translation>Uit al mijn vergaderingen</translation>
    </message>
    <message>
        <source>Until you take it back, in the list of removed people.</source>
        <translation>Tot je het terugneemt, in de lijst van verwijderde mensen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
</context>
<context>
    <name>Removed</name>
    <message>
        <source>To Home</source>
        <translation>Naar Start</translation>
    </message>
    <message>
        <source>You were removed from this meeting</source>
        <translation>Je bent uit deze vergadering verwijderd</translation>
    </message>
    <message>
        <source>By a co-host. You cannot come back to it, by any invite.</source>
        <translation>Door een medehost. Je kunt niet terugkomen, met geen enkele uitnodiging.</translation>
    </message>
    <message>
        <source>By the host. You cannot come back to it, by any invite.</source>
        <translation>Door de host. Je kunt niet terugkomen, met geen enkele uitnodiging.</translation>
    </message>
    <message>
        <source>The reason given</source>
        <translation>De gegeven reden</translation>
    </message>
    <message>
        <source>No reason was given.</source>
        <translation>Er is geen reden gegeven.</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>Wat dit betekent</translation>
    </message>
    <message>
        <source>For this host only</source>
        <translation>Alleen bij deze host</translation>
    </message>
    <message>
        <source>No other host is told. Elsewhere you are not known by this.</source>
        <translation>Geen andere host hoort het. Elders kent men je hier niet door.</translation>
    </message>
    <message>
        <source>Kept on the host’s computer</source>
        <translation>Bewaard op de computer van de host</translation>
    </message>
    <message>
        <source>The order and its reason, for 12 months. Ask the host to see or erase them.</source>
        <translation>De maatregel en de reden, 12 maanden. Vraag de host om inzage of wissen.</translation>
    </message>
    <message>
        <source>You do not agree?</source>
        <translation>Ben je het er niet mee eens?</translation>
    </message>
    <message>
        <source>one appeal</source>
        <translation>één bezwaar</translation>
    </message>
    <message>
        <source>Something was done to you?</source>
        <translation>Is je iets aangedaan?</translation>
    </message>
    <message>
        <source>The host’s record notes that you report something.</source>
        <translation>Het logboek van de host noteert dat je iets meldt.</translation>
    </message>
    <message>
        <source>Say so now: the host’s record of orders notes it, once. It names nobody, and nothing else is sent.</source>
        <translation>Zeg het nu: het logboek van de host noteert het, één keer. Het noemt niemand, en verder gaat er niets weg.</translation>
    </message>
    <message>
        <source>You have said so already.</source>
        <translation>Dat heb je al gezegd.</translation>
    </message>
    <message>
        <source>Note that I report</source>
        <translation>Noteer dat ik iets meld</translation>
    </message>
</context>
<context>
    <name>RemovedList</name>
    <message>
        <source>Removed</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>their key is refused, never an address</source>
        <translation>hun sleutel wordt geweigerd, nooit een adres</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>‘%1’</translation>
    </message>
    <message>
        <source>This device is lost</source>
        <translation>Deze computer is kwijt</translation>
    </message>
    <message>
        <source>Refuses its key, tickets and invites in all your meetings.</source>
        <translation>Weigert de sleutel, toegangsbewijzen en uitnodigingen ervan in al je vergaderingen.</translation>
    </message>
    <message>
        <source>Unban</source>
        <translation>Verbod opheffen</translation>
    </message>
    <message>
        <source>Unban %1</source>
        <translation>Verbod van %1 opheffen</translation>
    </message>
    <message>
        <source>Nobody was removed from this meeting.</source>
        <translation>Uit deze vergadering is niemand verwijderd.</translation>
    </message>
    <message>
        <source>Come in without waiting</source>
        <translation>Komen binnen zonder wachten</translation>
    </message>
    <message>
        <source>Let them wait</source>
        <translation>Laten wachten</translation>
    </message>
    <message>
        <source>Let %1 wait</source>
        <translation>%1 laten wachten</translation>
    </message>
    <message>
        <source>By their key. After a removal, people never met before wait all the same.</source>
        <translation>Aan hun sleutel herkend. Na een verwijdering wacht wie je nooit ontmoette toch.</translation>
    </message>
    <message>
        <source>Nobody. Choose it on a guest’s card, or for a personal invite.</source>
        <translation>Niemand. Kies het op de kaart van een gast, of bij een persoonlijke uitnodiging.</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Change your name</source>
        <translation>Je naam wijzigen</translation>
    </message>
    <message>
        <source>Everyone sees the new name.</source>
        <translation>Iedereen ziet de nieuwe naam.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Je naam</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report somebody</source>
        <translation>Iemand melden</translation>
    </message>
    <message>
        <source>Report %1</source>
        <translation>%1 melden</translation>
    </message>
    <message>
        <source>The host’s record of orders notes who reports whom, and host and co-hosts can read it. Nothing else is sent.</source>
        <translation>Het logboek van de host noteert wie wie meldt; host en medehosts kunnen het lezen. Verder gaat er niets weg.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Note the report</source>
        <translation>Melding noteren</translation>
    </message>
</context>
<context>
    <name>ResumePanel</name>
    <message>
        <source>Give rights back</source>
        <translation>Rechten teruggeven</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Volgende: %1</translation>
    </message>
    <message>
        <source>Give everything back to everyone?</source>
        <translation>Iedereen alles teruggeven?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Give all back</source>
        <translation>Alles teruggeven</translation>
    </message>
    <message>
        <source>Everything, to everyone…</source>
        <translation>Alles, aan iedereen…</translation>
    </message>
    <message>
        <source>How to give back</source>
        <translation>Hoe teruggeven</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Eén voor één</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>Per persoon</translation>
    </message>
    <message>
        <source>%1 of %2 are back, for %3 people</source>
        <translation>%1 van %2 zijn terug, voor %3 mensen</translation>
    </message>
    <message>
        <source>Nobody is paused.</source>
        <translation>Niemand staat stil.</translation>
    </message>
    <message>
        <source>Everyone has their rights.</source>
        <translation>Iedereen heeft alle rechten.</translation>
    </message>
    <message>
        <source>Who is suspended alone is under By person.</source>
        <translation>Wie alleen geschorst is, staat onder Per persoon.</translation>
    </message>
    <message>
        <source>Suspended alone, and left out: %1</source>
        <translation>Alleen geschorst, en overgeslagen: %1</translation>
    </message>
    <message>
        <source>A right that is back opens nothing: each turns on their own microphone and camera.</source>
        <translation>Een recht dat terug is, opent niets: ieder zet zelf microfoon en camera aan.</translation>
    </message>
</context>
<context>
    <name>Resuming</name>
    <message>
        <source>Speak</source>
        <translation>Spreken</translation>
    </message>
    <message>
        <source>Start video</source>
        <translation>Video starten</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Raise a hand</source>
        <translation>Hand opsteken</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>Unmute themselves</source>
        <translation>Zelf microfoon aan</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Microfoon aan</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chatten</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Reageren</translation>
    </message>
    <message>
        <source>Share and record</source>
        <translation>Delen en opnemen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Delen</translation>
    </message>
    <message>
        <source>Annotate and draw</source>
        <translation>Tekenen</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Tekenen</translation>
    </message>
    <message>
        <source>Chat privately, invite</source>
        <translation>Privé chatten, uitnodigen</translation>
    </message>
    <message>
        <source>Private chat</source>
        <translation>Privéchat</translation>
    </message>
    <message>
        <source>Rename themselves</source>
        <translation>Eigen naam wijzigen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Hernoemen</translation>
    </message>
</context>
<context>
    <name>RightBackRow</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Teruggeven</translation>
    </message>
</context>
<context>
    <name>SavedRow</name>
    <message>
        <source>Remove %1 from the list</source>
        <translation>%1 van de lijst halen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Van de lijst halen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 openen</translation>
    </message>
</context>
<context>
    <name>SecurityMenu</name>
    <message>
        <source>Security</source>
        <translation>Beveiliging</translation>
    </message>
    <message>
        <source>Every change counts at once, for everyone.</source>
        <translation>Elke wijziging geldt meteen, voor iedereen.</translation>
    </message>
    <message>
        <source>Close menu</source>
        <translation>Menu sluiten</translation>
    </message>
    <message>
        <source>The meeting</source>
        <translation>De vergadering</translation>
    </message>
    <message>
        <source>Lock meeting</source>
        <translation>Vergadering vergrendelen</translation>
    </message>
    <message>
        <source>Nobody new can come in</source>
        <translation>Niemand kan er nog bij</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <translation>Wachtkamer</translation>
    </message>
    <message>
        <source>You admit each guest</source>
        <translation>Je laat elke gast zelf toe</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Open link</translation>
    </message>
    <message>
        <source>After a removal, new people wait</source>
        <translation>Na een verwijdering wachten nieuwe mensen</translation>
    </message>
    <message>
        <source>Whoever has it may knock</source>
        <translation>Wie hem heeft mag aankloppen</translation>
    </message>
    <message>
        <source>Closed to people never met before</source>
        <translation>Dicht voor wie nooit eerder kwam</translation>
    </message>
    <message>
        <source>Hide profile pictures</source>
        <translation>Profielfoto’s verbergen</translation>
    </message>
    <message>
        <source>Everyone sees initials</source>
        <translation>Iedereen ziet initialen</translation>
    </message>
    <message>
        <source>Hide those of new people</source>
        <translation>Alleen die van nieuwe mensen</translation>
    </message>
    <message>
        <source>Of people never met before</source>
        <translation>Van wie nooit eerder kwam</translation>
    </message>
    <message>
        <source>Who may chat</source>
        <translation>Wie mag chatten</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>Host only</source>
        <translation>Alleen host</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Muted, they may unmute themselves</source>
        <translation>Gedempt mogen ze zelf weer aan</translation>
    </message>
    <message>
        <source>Mute all</source>
        <translation>Allen dempen</translation>
    </message>
    <message>
        <source>Lower hands</source>
        <translation>Handen neer</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Melden…</translation>
    </message>
    <message>
        <source>Let members</source>
        <translation>Leden mogen</translation>
    </message>
    <message>
        <source>Unmute themselves</source>
        <translation>Zelf de microfoon aanzetten</translation>
    </message>
    <message>
        <source>Start video</source>
        <translation>Video aanzetten</translation>
    </message>
    <message>
        <source>Share their screen</source>
        <translation>Scherm delen</translation>
    </message>
    <message>
        <source>Chat privately</source>
        <translation>Onderling chatten</translation>
    </message>
    <message>
        <source>Annotate a share</source>
        <translation>Tekenen op een gedeeld scherm</translation>
    </message>
    <message>
        <source>Draw on the whiteboard</source>
        <translation>Tekenen op het whiteboard</translation>
    </message>
    <message>
        <source>Rename themselves</source>
        <translation>Hun naam wijzigen</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Reageren</translation>
    </message>
    <message>
        <source>Raise a hand</source>
        <translation>Hand opsteken</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Opnemen</translation>
    </message>
    <message>
        <source>Invite people</source>
        <translation>Mensen uitnodigen</translation>
    </message>
    <message>
        <source>All at once, for</source>
        <translation>In één keer, voor</translation>
    </message>
    <message>
        <source>Open talk</source>
        <translation>Open gesprek</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Les</translation>
    </message>
    <message>
        <source>Support group</source>
        <translation>Steungroep</translation>
    </message>
    <message>
        <source>Everything is stopped.</source>
        <translation>Alles staat stil.</translation>
    </message>
    <message>
        <source>Something wrong? Stop everything first.</source>
        <translation>Gaat er iets mis? Zet eerst alles stil.</translation>
    </message>
    <message>
        <source>Giving rights back opens nothing: each turns on their own microphone and camera.</source>
        <translation>Rechten teruggeven opent niets: ieder zet zelf microfoon en camera aan.</translation>
    </message>
    <message>
        <source>Sound, video and chat stop for all but host and co-hosts.</source>
        <translation>Geluid, beeld en chat stoppen voor iedereen behalve host en medehosts.</translation>
    </message>
    <message>
        <source>Give rights back…</source>
        <translation>Rechten teruggeven…</translation>
    </message>
    <message>
        <source>Suspend all activity</source>
        <translation>Alle activiteit schorsen</translation>
    </message>
</context>
<context>
    <name>SendersModel</name>
    <message>
        <source>Speaks now</source>
        <translation>Spreekt nu</translation>
    </message>
    <message>
        <source>Spoke</source>
        <translation>Sprak</translation>
    </message>
</context>
<context>
    <name>SentModel</name>
    <message>
        <source>Messages: %1</source>
        <translation>Berichten: %1</translation>
    </message>
    <message>
        <source>Microphone on for %1 s</source>
        <translation>Microfoon %1 s aan</translation>
    </message>
    <message>
        <source>Camera on for %1 s</source>
        <translation>Camera %1 s aan</translation>
    </message>
    <message>
        <source>Shared for %1 s</source>
        <translation>%1 s gedeeld</translation>
    </message>
    <message>
        <source>Private messages: %1</source>
        <translation>Privéberichten: %1</translation>
    </message>
    <message>
        <source>Reactions: %1</source>
        <translation>Reacties: %1</translation>
    </message>
    <message>
        <source>Changes of name: %1</source>
        <translation>Naam gewijzigd: %1</translation>
    </message>
    <message>
        <source>Changes of picture: %1</source>
        <translation>Foto gewijzigd: %1</translation>
    </message>
</context>
<context>
    <name>SentRow</name>
    <message>
        <source>Sent nothing</source>
        <translation>Stuurde niets</translation>
    </message>
    <message>
        <source>Left meanwhile</source>
        <translation>Intussen weg</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>This invite is not one of this meeting.</source>
        <translation>Deze uitnodiging is niet van deze vergadering.</translation>
    </message>
    <message>
        <source>Copy the whole link again, or ask the host for a new one.</source>
        <translation>Kopieer de hele link opnieuw, of vraag de host om een nieuwe.</translation>
    </message>
    <message>
        <source>This invite was taken back.</source>
        <translation>Deze uitnodiging is ingetrokken.</translation>
    </message>
    <message>
        <source>Ask the host for a new one.</source>
        <translation>Vraag de host om een nieuwe.</translation>
    </message>
    <message>
        <source>The host’s computer could not verify your key.</source>
        <translation>De computer van de host kon je sleutel niet controleren.</translation>
    </message>
    <message>
        <source>Try again. If it happens twice, ask the host for a new invite.</source>
        <translation>Probeer het opnieuw. Gaat het weer mis, vraag de host dan om een nieuwe uitnodiging.</translation>
    </message>
    <message>
        <source>This Vestibule is too old for this meeting.</source>
        <translation>Deze Vestibule is te oud voor deze vergadering.</translation>
    </message>
    <message>
        <source>Update Vestibule on this computer, then open the invite again.</source>
        <translation>Werk Vestibule op deze computer bij en open de uitnodiging opnieuw.</translation>
    </message>
    <message>
        <source>The host’s Vestibule is too old for yours.</source>
        <translation>De Vestibule van de host is te oud voor die van jou.</translation>
    </message>
    <message>
        <source>Ask the host to update Vestibule, then open the invite again.</source>
        <translation>Vraag de host om Vestibule bij te werken en open de uitnodiging opnieuw.</translation>
    </message>
    <message>
        <source>You were away too long to come straight back in.</source>
        <translation>Je was te lang weg om meteen terug binnen te komen.</translation>
    </message>
    <message>
        <source>Open the invite again and knock.</source>
        <translation>Open de uitnodiging opnieuw en klop aan.</translation>
    </message>
    <message>
        <source>The meeting is locked. Nobody new can come in.</source>
        <translation>De vergadering is vergrendeld. Er kan niemand meer bij.</translation>
    </message>
    <message>
        <source>Ask the host to unlock it, then try again.</source>
        <translation>Vraag de host haar te ontgrendelen en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The meeting is full.</source>
        <translation>De vergadering is vol.</translation>
    </message>
    <message>
        <source>Try again when someone has left.</source>
        <translation>Probeer het opnieuw als er iemand weg is.</translation>
    </message>
    <message>
        <source>The waiting room is full.</source>
        <translation>De wachtkamer is vol.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>Probeer het over een paar minuten opnieuw.</translation>
    </message>
    <message>
        <source>The host did not let you in.</source>
        <translation>De host heeft je niet toegelaten.</translation>
    </message>
    <message>
        <source>If you think it is a mistake, ask the host another way.</source>
        <translation>Denk je dat het een vergissing is, vraag het de host dan op een andere manier.</translation>
    </message>
    <message>
        <source>You were removed from this meeting.</source>
        <translation>Je bent uit deze vergadering verwijderd.</translation>
    </message>
    <message>
        <source>You cannot come back to it, by any invite.</source>
        <translation>Je kunt er met geen enkele uitnodiging terugkomen.</translation>
    </message>
    <message>
        <source>This meeting does not take people on your network.</source>
        <translation>Deze vergadering laat mensen op jouw netwerk niet toe.</translation>
    </message>
    <message>
        <source>Try another network, or ask the host for an exception.</source>
        <translation>Probeer een ander netwerk, of vraag de host om een uitzondering.</translation>
    </message>
    <message>
        <source>You are in this meeting already, in another window.</source>
        <translation>Je bent al in deze vergadering, in een ander venster.</translation>
    </message>
    <message>
        <source>Go on in that window, or leave there first.</source>
        <translation>Ga verder in dat venster, of verlaat haar daar eerst.</translation>
    </message>
    <message>
        <source>Too many people knock at once.</source>
        <translation>Er kloppen te veel mensen tegelijk aan.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Probeer het over een minuut opnieuw.</translation>
    </message>
    <message>
        <source>This meeting does not let you do that.</source>
        <translation>In deze vergadering mag je dat niet.</translation>
    </message>
    <message>
        <source>Ask the host for it.</source>
        <translation>Vraag het de host.</translation>
    </message>
    <message>
        <source>You are suspended and cannot do that now.</source>
        <translation>Je bent geschorst en kunt dat nu niet.</translation>
    </message>
    <message>
        <source>The host can give it back.</source>
        <translation>De host kan het teruggeven.</translation>
    </message>
    <message>
        <source>This person is not here any more.</source>
        <translation>Deze persoon is er niet meer.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Guests with a warning were left out.</source>
        <translation>Gasten met een waarschuwing zijn overgeslagen.</translation>
    </message>
    <message>
        <source>Admit them one at a time.</source>
        <translation>Laat ze één voor één toe.</translation>
    </message>
    <message>
        <source>This person does not wait any more.</source>
        <translation>Deze persoon wacht niet meer.</translation>
    </message>
    <message>
        <source>This person is not in the meeting.</source>
        <translation>Deze persoon is niet in de vergadering.</translation>
    </message>
    <message>
        <source>Nobody can suspend, remove, mute or demote the host.</source>
        <translation>Niemand kan de host schorsen, verwijderen, dempen of afzetten.</translation>
    </message>
    <message>
        <source>The host is away. Nobody can come in.</source>
        <translation>De host is even weg. Er kan niemand bij.</translation>
    </message>
    <message>
        <source>It works again when the host is back.</source>
        <translation>Het werkt weer als de host terug is.</translation>
    </message>
    <message>
        <source>You did that a moment ago.</source>
        <translation>Dat deed je een ogenblik geleden al.</translation>
    </message>
    <message>
        <source>Wait a little, then try again.</source>
        <translation>Wacht even en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The meeting has ended.</source>
        <translation>De vergadering is afgelopen.</translation>
    </message>
    <message>
        <source>Nothing of it is kept on this computer.</source>
        <translation>Er blijft niets van op deze computer.</translation>
    </message>
    <message>
        <source>This invite was used by somebody else.</source>
        <translation>Deze uitnodiging is door iemand anders gebruikt.</translation>
    </message>
    <message>
        <source>Ask the host for one of your own.</source>
        <translation>Vraag de host om een eigen uitnodiging.</translation>
    </message>
    <message>
        <source>The open link takes nobody who was never here before.</source>
        <translation>De open link laat niemand toe die hier nooit eerder was.</translation>
    </message>
    <message>
        <source>Ask the host for a personal invite.</source>
        <translation>Vraag de host om een persoonlijke uitnodiging.</translation>
    </message>
    <message>
        <source>That is so already.</source>
        <translation>Dat is al zo.</translation>
    </message>
    <message>
        <source>It is too late to undo that.</source>
        <translation>Het is te laat om dat ongedaan te maken.</translation>
    </message>
    <message>
        <source>Give things back one by one.</source>
        <translation>Geef alles één voor één terug.</translation>
    </message>
    <message>
        <source>This person takes no private messages.</source>
        <translation>Deze persoon neemt geen privéberichten aan.</translation>
    </message>
    <message>
        <source>Write to everyone, or to the host.</source>
        <translation>Schrijf aan iedereen, of aan de host.</translation>
    </message>
    <message>
        <source>The two computers did not understand each other.</source>
        <translation>De twee computers begrepen elkaar niet.</translation>
    </message>
    <message>
        <source>Update Vestibule on both, then open the invite again.</source>
        <translation>Werk Vestibule op beide bij en open de uitnodiging opnieuw.</translation>
    </message>
    <message>
        <source>The host’s Vestibule does not know what yours asked.</source>
        <translation>De Vestibule van de host kent niet wat die van jou vroeg.</translation>
    </message>
    <message>
        <source>That was too much for one message.</source>
        <translation>Dat was te veel voor één bericht.</translation>
    </message>
    <message>
        <source>Make it shorter, then send it again.</source>
        <translation>Maak het korter en stuur het opnieuw.</translation>
    </message>
    <message>
        <source>The two computers lost step with each other.</source>
        <translation>De twee computers liepen niet meer gelijk.</translation>
    </message>
    <message>
        <source>Open the invite again.</source>
        <translation>Open de uitnodiging opnieuw.</translation>
    </message>
    <message>
        <source>Too much was sent in a short time.</source>
        <translation>Er is te veel in korte tijd verstuurd.</translation>
    </message>
    <message>
        <source>What you sent did not carry your signature.</source>
        <translation>Wat je stuurde droeg je handtekening niet.</translation>
    </message>
    <message>
        <source>It was not passed on. Open the invite again.</source>
        <translation>Het is niet doorgegeven. Open de uitnodiging opnieuw.</translation>
    </message>
    <message>
        <source>You came in again from another window or computer.</source>
        <translation>Je bent opnieuw binnengekomen vanuit een ander venster of een andere computer.</translation>
    </message>
    <message>
        <source>Go on there; this one is out.</source>
        <translation>Ga daar verder; deze is eruit.</translation>
    </message>
    <message>
        <source>You left the meeting.</source>
        <translation>Je hebt de vergadering verlaten.</translation>
    </message>
    <message>
        <source>With the same invite you can knock again.</source>
        <translation>Met dezelfde uitnodiging kun je weer aankloppen.</translation>
    </message>
    <message>
        <source>The host’s computer does not answer.</source>
        <translation>De computer van de host antwoordt niet.</translation>
    </message>
    <message>
        <source>Check your network and try again, or ask the host if it has begun.</source>
        <translation>Controleer je netwerk en probeer het opnieuw, of vraag de host of het al begonnen is.</translation>
    </message>
    <message>
        <source>The computer that answered is not the one in the invite.</source>
        <translation>De computer die antwoordde is niet die van de uitnodiging.</translation>
    </message>
    <message>
        <source>Nothing of yours was sent. Ask the host for a new invite, on a network you trust.</source>
        <translation>Er is niets van jou verstuurd. Vraag de host om een nieuwe uitnodiging, op een netwerk dat je vertrouwt.</translation>
    </message>
    <message>
        <source>The host’s computer is gone, and the meeting with it.</source>
        <translation>De computer van de host is weg, en de vergadering ook.</translation>
    </message>
    <message>
        <source>Ask the host; with the same invite you can try again.</source>
        <translation>Vraag het de host; met dezelfde uitnodiging kun je het opnieuw proberen.</translation>
    </message>
    <message>
        <source>The line to the host’s computer broke and did not come back.</source>
        <translation>De verbinding met de computer van de host is verbroken en kwam niet terug.</translation>
    </message>
    <message>
        <source>Check your network, then open the invite again.</source>
        <translation>Controleer je netwerk en open de uitnodiging opnieuw.</translation>
    </message>
    <message>
        <source>This is not a complete invite.</source>
        <translation>Dit is geen volledige uitnodiging.</translation>
    </message>
    <message>
        <source>Paste the whole line that starts with vestibule:// again.</source>
        <translation>Plak de hele regel die met vestibule:// begint opnieuw.</translation>
    </message>
    <message>
        <source>Vestibule itself failed, and left the meeting.</source>
        <translation>Vestibule zelf ging stuk en heeft de vergadering verlaten.</translation>
    </message>
    <message>
        <source>Open the invite again. The log says what went wrong.</source>
        <translation>Open de uitnodiging opnieuw. In het logboek staat wat er misging.</translation>
    </message>
    <message>
        <source>The door of your meeting could not be opened.</source>
        <translation>De deur van je vergadering kon niet open.</translation>
    </message>
    <message>
        <source>Try again. The log says what went wrong.</source>
        <translation>Probeer het opnieuw. In het logboek staat wat er misging.</translation>
    </message>
    <message>
        <source>The port of the door is in use by another program.</source>
        <translation>De poort van de deur wordt door een ander programma gebruikt.</translation>
    </message>
    <message>
        <source>Close that program, or choose another port in the settings.</source>
        <translation>Sluit dat programma, of kies een andere poort in de instellingen.</translation>
    </message>
    <message>
        <source>Vestibule may not write in its own folder.</source>
        <translation>Vestibule mag niet in zijn eigen map schrijven.</translation>
    </message>
    <message>
        <source>Allow yourself to write there, then try again.</source>
        <translation>Geef jezelf toestemming om daar te schrijven en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>De schijf is vol.</translation>
    </message>
    <message>
        <source>Make room, then try again.</source>
        <translation>Maak ruimte en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>This computer has no keyring to keep your key in.</source>
        <translation>Deze computer heeft geen sleutelbos om je sleutel te bewaren.</translation>
    </message>
    <message>
        <source>Turn a keyring on, or start Vestibule with a passphrase.</source>
        <translation>Zet een sleutelbos aan, of start Vestibule met een wachtwoordzin.</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked.</source>
        <translation>De sleutelbos van deze computer zit op slot.</translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <translation>Ontgrendel hem en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>This passphrase does not open your key.</source>
        <translation>Deze wachtwoordzin opent je sleutel niet.</translation>
    </message>
    <message>
        <source>Check it, then start Vestibule again.</source>
        <translation>Controleer hem en start Vestibule opnieuw.</translation>
    </message>
    <message>
        <source>The file with your sealed key is damaged.</source>
        <translation>Het bestand met je verzegelde sleutel is beschadigd.</translation>
    </message>
    <message>
        <source>Put back a copy of it, or remove it to begin with a new key.</source>
        <translation>Zet een kopie terug, of verwijder het om met een nieuwe sleutel te beginnen.</translation>
    </message>
    <message>
        <source>There is no meeting to go on with.</source>
        <translation>Er is geen vergadering om mee door te gaan.</translation>
    </message>
    <message>
        <source>Start a new one.</source>
        <translation>Begin een nieuwe.</translation>
    </message>
    <message>
        <source>The meeting is over for this computer.</source>
        <translation>De vergadering is voor deze computer voorbij.</translation>
    </message>
    <message>
        <source>With the same invite you can try again.</source>
        <translation>Met dezelfde uitnodiging kun je het opnieuw proberen.</translation>
    </message>
    <message>
        <source>There is no camera.</source>
        <translation>Er is geen camera.</translation>
    </message>
    <message>
        <source>Others see your initials. Plug one in at any time.</source>
        <translation>Anderen zien je initialen. Je kunt er altijd een aansluiten.</translation>
    </message>
    <message>
        <source>There is no microphone.</source>
        <translation>Er is geen microfoon.</translation>
    </message>
    <message>
        <source>You hear others and can write. Plug one in at any time.</source>
        <translation>Je hoort anderen en kunt schrijven. Je kunt er altijd een aansluiten.</translation>
    </message>
    <message>
        <source>There is no speaker.</source>
        <translation>Er is geen luidspreker.</translation>
    </message>
    <message>
        <source>You see others and can read. Plug one in at any time.</source>
        <translation>Je ziet anderen en kunt lezen. Je kunt er altijd een aansluiten.</translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <translation>Dit bestand is te groot.</translation>
    </message>
    <message>
        <source>A logo takes 1 MB at most, a picture of you 16 MB.</source>
        <translation>Een logo is hooguit 1 MB, een foto van jou 16 MB.</translation>
    </message>
    <message>
        <source>This is no picture that can be read.</source>
        <translation>Dit is geen plaatje dat te lezen is.</translation>
    </message>
    <message>
        <source>Choose a JPEG, PNG or GIF.</source>
        <translation>Kies een JPEG, PNG of GIF.</translation>
    </message>
    <message>
        <source>This picture has the wrong size.</source>
        <translation>Dit plaatje heeft de verkeerde afmetingen.</translation>
    </message>
    <message>
        <source>A logo has 60 to 400 pixels on each side, a picture of you 60 to 5,000.</source>
        <translation>Een logo is 60 tot 400 pixels hoog en breed, een foto van jou 60 tot 5.000.</translation>
    </message>
    <message>
        <source>The host’s record of orders was rewritten.</source>
        <translation>Het verslag van opdrachten van de host is herschreven.</translation>
    </message>
    <message>
        <source>Keep what you were told of it: save the receipt.</source>
        <translation>Bewaar wat jou ervan verteld is: sla het bewijs op.</translation>
    </message>
    <message>
        <source>The host’s computer gave a receipt that does not hold.</source>
        <translation>De computer van de host gaf een ontvangstbewijs dat niet klopt.</translation>
    </message>
    <message>
        <source>Do not rely on what was written here.</source>
        <translation>Vertrouw niet op wat hier geschreven is.</translation>
    </message>
    <message>
        <source>A message arrived that its author did not sign.</source>
        <translation>Er kwam een bericht binnen dat de schrijver niet heeft ondertekend.</translation>
    </message>
    <message>
        <source>It is not shown.</source>
        <translation>Het wordt niet getoond.</translation>
    </message>
    <message>
        <source>Messages of someone are missing or out of order.</source>
        <translation>Er ontbreken berichten van iemand, of ze staan verkeerd.</translation>
    </message>
    <message>
        <source>Do not rely on the chat being complete.</source>
        <translation>Vertrouw er niet op dat de chat volledig is.</translation>
    </message>
    <message>
        <source>The host’s computer sent something that does not hold.</source>
        <translation>De computer van de host stuurde iets wat niet klopt.</translation>
    </message>
    <message>
        <source>It was dropped.</source>
        <translation>Het is weggegooid.</translation>
    </message>
    <message>
        <source>This is not an invite.</source>
        <translation>Dit is geen uitnodiging.</translation>
    </message>
    <message>
        <source>Paste the whole line that starts with vestibule://join/.</source>
        <translation>Plak de hele regel die met vestibule://join/ begint.</translation>
    </message>
    <message>
        <source>A part of this invite is missing or mistyped.</source>
        <translation>Van deze uitnodiging ontbreekt een stuk of er zit een tikfout in.</translation>
    </message>
    <message>
        <source>Copy the whole link and paste it again.</source>
        <translation>Kopieer de hele link en plak hem opnieuw.</translation>
    </message>
    <message>
        <source>This invite was made by a newer Vestibule.</source>
        <translation>Deze uitnodiging is door een nieuwere Vestibule gemaakt.</translation>
    </message>
    <message>
        <source>Update Vestibule on this computer, then paste it again.</source>
        <translation>Werk Vestibule op deze computer bij en plak hem opnieuw.</translation>
    </message>
    <message>
        <source>This invite leads nowhere.</source>
        <translation>Deze uitnodiging leidt nergens heen.</translation>
    </message>
    <message>
        <source>Settings cannot be saved: the folder may not be written.</source>
        <translation>Instellingen kunnen niet bewaard worden: in de map mag niet geschreven worden.</translation>
    </message>
    <message>
        <source>They hold until you close the window. Allow yourself to write there.</source>
        <translation>Ze gelden tot je het venster sluit. Geef jezelf toestemming om daar te schrijven.</translation>
    </message>
    <message>
        <source>Settings cannot be saved: the disk is full.</source>
        <translation>Instellingen kunnen niet bewaard worden: de schijf is vol.</translation>
    </message>
    <message>
        <source>They hold until you close the window. Make room, then try again.</source>
        <translation>Ze gelden tot je het venster sluit. Maak ruimte en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Settings cannot be saved: the disk refuses.</source>
        <translation>Instellingen kunnen niet bewaard worden: de schijf weigert.</translation>
    </message>
    <message>
        <source>They hold until you close the window. Check the disk, and try again.</source>
        <translation>Ze gelden tot je het venster sluit. Controleer de schijf en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The saved settings cannot be read.</source>
        <translation>De bewaarde instellingen kunnen niet gelezen worden.</translation>
    </message>
    <message>
        <source>Fresh ones are in use. Allow yourself to read the folder.</source>
        <translation>Er zijn verse in gebruik. Geef jezelf toestemming om de map te lezen.</translation>
    </message>
    <message>
        <source>The saved settings were damaged.</source>
        <translation>De bewaarde instellingen waren beschadigd.</translation>
    </message>
    <message>
        <source>They were put aside beside the new file, and fresh ones are in use.</source>
        <translation>Ze zijn naast het nieuwe bestand gelegd, en er zijn verse in gebruik.</translation>
    </message>
    <message>
        <source>comes through a VPN</source>
        <translation>komt via een VPN</translation>
    </message>
    <message>
        <source>comes through Tor</source>
        <translation>komt via Tor</translation>
    </message>
    <message>
        <source>comes from a data centre</source>
        <translation>komt uit een datacentrum</translation>
    </message>
    <message>
        <source>comes through a relay</source>
        <translation>komt via een tussenstation</translation>
    </message>
    <message>
        <source>comes from a home network</source>
        <translation>komt van een thuisnetwerk</translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation>Probeer het over %1 s opnieuw.</translation>
    </message>
    <message>
        <source>The geofence is off.</source>
        <translation>De geofence staat uit.</translation>
    </message>
    <message>
        <source>Allowed by the geofence.</source>
        <translation>Toegelaten door de geofence.</translation>
    </message>
    <message>
        <source>Held by the geofence: you decide.</source>
        <translation>Vastgehouden door de geofence: jij beslist.</translation>
    </message>
    <message>
        <source>Blocked by the geofence.</source>
        <translation>Tegengehouden door de geofence.</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>comes from %1</source>
        <translation>komt uit %1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netwerk</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Beveiliging</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>The level moves when you speak. Nothing of this check leaves the computer.</source>
        <translation>Het niveau beweegt als je spreekt. Niets van deze controle verlaat de computer.</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microfoon</translation>
    </message>
    <message>
        <source>The one given at start</source>
        <translation>Die bij het starten is opgegeven</translation>
    </message>
    <message>
        <source>Level of your microphone</source>
        <translation>Niveau van je microfoon</translation>
    </message>
    <message>
        <source>You hear others and can write. Plug one in at any time.</source>
        <translation>Je hoort anderen en kunt schrijven. Je kunt er altijd een aansluiten.</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Luidspreker</translation>
    </message>
    <message>
        <source>Play a test sound</source>
        <translation>Testgeluid afspelen</translation>
    </message>
    <message>
        <source>You see others and can read. Plug one in at any time.</source>
        <translation>Je ziet anderen en kunt lezen. Je kunt er altijd een aansluiten.</translation>
    </message>
    <message>
        <source>Come in muted</source>
        <translation>Gedempt binnenkomen</translation>
    </message>
    <message>
        <source>Before each knock you can choose otherwise.</source>
        <translation>Voor elke keer kloppen kun je anders kiezen.</translation>
    </message>
    <message>
        <source>Only you see this picture.</source>
        <translation>Alleen jij ziet dit beeld.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Geen microfoon</translation>
    </message>
    <message>
        <source>No speaker</source>
        <translation>Geen luidspreker</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Geen camera</translation>
    </message>
    <message>
        <source>Others see your initials. Plug one in at any time.</source>
        <translation>Anderen zien je initialen. Je kunt er altijd een aansluiten.</translation>
    </message>
    <message>
        <source>Come in with the camera off</source>
        <translation>Binnenkomen met de camera uit</translation>
    </message>
    <message>
        <source>For meetings that you start on this computer.</source>
        <translation>Voor vergaderingen die je op deze computer start.</translation>
    </message>
    <message>
        <source>Port of the door</source>
        <translation>Poort van de deur</translation>
    </message>
    <message>
        <source>Empty: a free one each time. Name one where a router passes it on.</source>
        <translation>Leeg: elke keer een vrije. Noem er een als een router hem doorgeeft.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>vrij</translation>
    </message>
    <message>
        <source>A port is a number from 1024 to 65535. The last good one stays.</source>
        <translation>Een poort is een getal van 1024 tot 65535. De laatste goede blijft.</translation>
    </message>
    <message>
        <source>For every meeting that you start. The shield in a meeting changes them for that one only.</source>
        <translation>Voor elke vergadering die je start. Het schild in een vergadering wijzigt alleen die ene.</translation>
    </message>
    <message>
        <source>The meeting</source>
        <translation>De vergadering</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <translation>Wachtkamer</translation>
    </message>
    <message>
        <source>You admit each guest</source>
        <translation>Je laat elke gast zelf toe</translation>
    </message>
    <message>
        <source>Who may chat</source>
        <translation>Wie mag chatten</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>Host only</source>
        <translation>Alleen host</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>What guests see while they wait</source>
        <translation>Wat gasten zien terwijl ze wachten</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>GIF, JPEG or PNG of 60 to 400 pixels, 1 MB at most.</source>
        <translation>GIF, JPEG of PNG van 60 tot 400 pixels, hooguit 1 MB.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Omschrijving</translation>
    </message>
    <message>
        <source>A few words on the meeting</source>
        <translation>Een paar woorden over de vergadering</translation>
    </message>
    <message>
        <source>Let members</source>
        <translation>Leden mogen</translation>
    </message>
    <message>
        <source>Unmute themselves</source>
        <translation>Zelf de microfoon aanzetten</translation>
    </message>
    <message>
        <source>Start video</source>
        <translation>Video aanzetten</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Reageren</translation>
    </message>
    <message>
        <source>Rename themselves</source>
        <translation>Hun naam wijzigen</translation>
    </message>
    <message>
        <source>What Vestibule keeps of you on this computer.</source>
        <translation>Wat Vestibule op deze computer van je bewaart.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Je naam</translation>
    </message>
    <message>
        <source>The one to start with; each meeting can have another.</source>
        <translation>De naam om mee te beginnen; elke vergadering kan een andere hebben.</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>Je foto</translation>
    </message>
    <message>
        <source>Shown when your camera is off, where the host allows it. Never before you are let in.</source>
        <translation>Te zien als je camera uit is, waar de host het toestaat. Nooit voordat je binnen bent.</translation>
    </message>
    <message>
        <source>Keep my name</source>
        <translation>Mijn naam bewaren</translation>
    </message>
    <message>
        <source>Off: it is forgotten when the window closes.</source>
        <translation>Uit: hij is vergeten als het venster sluit.</translation>
    </message>
    <message>
        <source>Kept invites</source>
        <translation>Bewaarde uitnodigingen</translation>
    </message>
    <message>
        <source>%1 on this computer</source>
        <translation>%1 op deze computer</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Erase all</source>
        <translation>Alles wissen</translation>
    </message>
    <message>
        <source>All of it lies in one file</source>
        <translation>Alles ligt in één bestand</translation>
    </message>
    <message>
        <source>The system’s language</source>
        <translation>De taal van het systeem</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Systeem</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>Size of text, in %</source>
        <translation>Grootte van tekst, in %</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Minder beweging</translation>
    </message>
    <message>
        <source>Panels and dialogs appear at once.</source>
        <translation>Panelen en vensters verschijnen meteen.</translation>
    </message>
    <message>
        <source>In a meeting. On a Mac, Command stands for Ctrl.</source>
        <translation>In een vergadering. Op een Mac staat Command voor Ctrl.</translation>
    </message>
    <message>
        <source>Mute, unmute</source>
        <translation>Dempen, microfoon aan</translation>
    </message>
    <message>
        <source>Hold to speak</source>
        <translation>Ingedrukt houden om te spreken</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spatie</translation>
    </message>
    <message>
        <source>Camera on, off</source>
        <translation>Camera aan, uit</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Deelnemers</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Raise hand</source>
        <translation>Hand opsteken</translation>
    </message>
    <message>
        <source>Lock meeting</source>
        <translation>Vergadering vergrendelen</translation>
    </message>
    <message>
        <source>Look at the door</source>
        <translation>Naar de deur kijken</translation>
    </message>
    <message>
        <source>Suspend the person with the ring</source>
        <translation>De persoon met de ring schorsen</translation>
    </message>
    <message>
        <source>Stop everything</source>
        <translation>Alles stilzetten</translation>
    </message>
    <message>
        <source>Undo the last order</source>
        <translation>Laatste opdracht ongedaan maken</translation>
    </message>
    <message>
        <source>Invite people</source>
        <translation>Mensen uitnodigen</translation>
    </message>
    <message>
        <source>Header, stage, panel, toolbar in turn</source>
        <translation>Kop, podium, paneel, werkbalk om de beurt</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Volledig scherm</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlaten</translation>
    </message>
    <message>
        <source>Erase all kept invites?</source>
        <translation>Alle bewaarde uitnodigingen wissen?</translation>
    </message>
    <message>
        <source>You cannot get them back. The meetings themselves are not changed.</source>
        <translation>Je krijgt ze niet terug. De vergaderingen zelf veranderen niet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>SheetHead</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close panel</source>
        <translation>Paneel sluiten</translation>
    </message>
</context>
<context>
    <name>StageModel</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (jij)</translation>
    </message>
    <message>
        <source>Name hidden</source>
        <translation>Naam verborgen</translation>
    </message>
</context>
<context>
    <name>StopDialog</name>
    <message>
        <source>Everything has stopped</source>
        <translation>Alles staat stil</translation>
    </message>
    <message>
        <source>For %1 people. The meeting is locked.</source>
        <translation>Voor %1 mensen. De vergadering is vergrendeld.</translation>
    </message>
    <message>
        <source>What each sent in the last 60 seconds</source>
        <translation>Wat ieder stuurde in de laatste 60 seconden</translation>
    </message>
    <message>
        <source>By name; tick as many as you like</source>
        <translation>Op naam; vink aan zoveel je wilt</translation>
    </message>
    <message>
        <source>Nobody but you is here.</source>
        <translation>Er is niemand behalve jij.</translation>
    </message>
    <message>
        <source>Co-hosts too</source>
        <translation>Ook medehosts</translation>
    </message>
    <message>
        <source>Co-hosts are stopped as well.</source>
        <translation>Ook medehosts staan stil.</translation>
    </message>
    <message>
        <source>Co-hosts can still speak and act.</source>
        <translation>Medehosts kunnen nog spreken en ingrijpen.</translation>
    </message>
    <message>
        <source>Remove %1 for good? Their invites are refused from now on.</source>
        <translation>%1 voorgoed verwijderen? Hun uitnodigingen worden voortaan geweigerd.</translation>
    </message>
    <message>
        <source>The report of %1 is noted in the record of orders. Nothing was sent elsewhere.</source>
        <translation>De melding over %1 staat in het logboek. Er ging niets naar elders.</translation>
    </message>
    <message>
        <source>Give rights back…</source>
        <translation>Rechten teruggeven…</translation>
    </message>
    <message>
        <source>Nobody is ticked</source>
        <translation>Niemand is aangevinkt</translation>
    </message>
    <message>
        <source>Note a report</source>
        <translation>Melding noteren</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Verwijderen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
</context>
<context>
    <name>StopGrid</name>
    <message>
        <source>Sound</source>
        <translation>Geluid</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Delen</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chatten</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>Annotatie</translation>
    </message>
    <message>
        <source>Whiteboard</source>
        <translation>Whiteboard</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Reacties</translation>
    </message>
    <message>
        <source>Renaming</source>
        <translation>Hernoemen</translation>
    </message>
    <message>
        <source>Recording</source>
        <comment>the right</comment>
        <translation>Opnemen</translation>
    </message>
</context>
<context>
    <name>SuspensionModel</name>
    <message>
        <source>%1, host, at %2</source>
        <translation>%1, host, om %2</translation>
    </message>
    <message>
        <source>%1, co-host, at %2</source>
        <translation>%1, medehost, om %2</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1, om %2</translation>
    </message>
</context>
<context>
    <name>TalkLine</name>
    <message>
        <source>%1 at %2: %3</source>
        <translation>%1 om %2: %3</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
</context>
<context>
    <name>TextBox</name>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>The line to the host’s computer broke</source>
        <translation>De verbinding met de computer van de host is verbroken</translation>
    </message>
    <message>
        <source>You are suspended</source>
        <translation>Je bent geschorst</translation>
    </message>
    <message>
        <source>The host paused the meeting</source>
        <translation>De host heeft de vergadering stilgezet</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Vergadering</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Dempen</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Microfoon aan</translation>
    </message>
    <message>
        <source>The host lets nobody unmute themselves</source>
        <translation>De host laat niemand zelf de microfoon aanzetten</translation>
    </message>
    <message>
        <source>Stop video</source>
        <translation>Video uit</translation>
    </message>
    <message>
        <source>Start video</source>
        <translation>Video aanzetten</translation>
    </message>
    <message>
        <source>The host turned video off</source>
        <translation>De host heeft video uitgezet</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Beveiliging</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Deelnemers</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Reageren</translation>
    </message>
    <message>
        <source>The host turned reactions off</source>
        <translation>De host heeft reacties uitgezet</translation>
    </message>
    <message>
        <source>Lower hand</source>
        <translation>Hand laten zakken</translation>
    </message>
    <message>
        <source>Raise hand</source>
        <translation>Hand opsteken</translation>
    </message>
    <message>
        <source>The host turned hands off</source>
        <translation>De host heeft handen uitgezet</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beëindigen</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlaten</translation>
    </message>
</context>
<context>
    <name>TrySheet</name>
    <message>
        <source>Trying again</source>
        <translation>Nieuwe poging</translation>
    </message>
    <message>
        <source>These pictures are from %1.</source>
        <translation>Deze beelden zijn van %1.</translation>
    </message>
    <message>
        <source>You do not wait at the door again</source>
        <translation>Je wacht niet opnieuw voor de deur</translation>
    </message>
    <message>
        <source>Your ticket lets you in, unless the host removed you.</source>
        <translation>Met je kaartje kom je binnen, tenzij de host je verwijderde.</translation>
    </message>
    <message>
        <source>The host’s computer does not answer</source>
        <translation>De computer van de host antwoordt niet</translation>
    </message>
    <message>
        <source>It may be restarting; that takes up to 2 minutes.</source>
        <translation>Misschien start hij opnieuw op; dat duurt hooguit 2 minuten.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlaten</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undone. Nobody’s microphone, camera or share was opened.</source>
        <translation>Ongedaan gemaakt. Niemands microfoon, camera of scherm is geopend.</translation>
    </message>
    <message>
        <source>Everything has stopped</source>
        <translation>Alles staat stil</translation>
    </message>
    <message>
        <source>%1 is suspended</source>
        <translation>%1 is geschorst</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>VideoTile</name>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Geschorst</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Stilgezet</translation>
    </message>
    <message>
        <source>Hidden by you</source>
        <translation>Door jou verborgen</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Verbinding herstellen</translation>
    </message>
    <message>
        <source>Microphone off</source>
        <translation>Microfoon uit</translation>
    </message>
    <message>
        <source>Microphone on</source>
        <translation>Microfoon aan</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Geen beeld</translation>
    </message>
    <message>
        <source>Hand raised, number %1</source>
        <translation>Hand op, nummer %1</translation>
    </message>
    <message>
        <source>Suspend %1</source>
        <translation>%1 schorsen</translation>
    </message>
    <message>
        <source>Weak connection</source>
        <translation>Zwakke verbinding</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Meer voor %1</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Waiting room</source>
        <translation>Wachtkamer</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlaten</translation>
    </message>
    <message>
        <source>Opening the door of your meeting</source>
        <translation>De deur van je vergadering gaat open</translation>
    </message>
    <message>
        <source>Nobody sees or hears you yet.</source>
        <translation>Nog niemand ziet of hoort je.</translation>
    </message>
    <message>
        <source>Waiting %1 s</source>
        <translation>Wacht %1 s</translation>
    </message>
    <message>
        <source>Waiting %1 min %2 s</source>
        <translation>Wacht %1 min %2 s</translation>
    </message>
    <message>
        <source>You were put back in the waiting room.</source>
        <translation>Je bent teruggezet in de wachtkamer.</translation>
    </message>
    <message>
        <source>The host can let you in again.</source>
        <translation>De host kan je weer toelaten.</translation>
    </message>
    <message>
        <source>A film from the host, while you wait</source>
        <translation>Een filmpje van de host, terwijl je wacht</translation>
    </message>
    <message>
        <source>From the host, while you wait</source>
        <translation>Van de host, terwijl je wacht</translation>
    </message>
    <message>
        <source>Turn its sound off</source>
        <translation>Het geluid uitzetten</translation>
    </message>
    <message>
        <source>Turn its sound on</source>
        <translation>Het geluid aanzetten</translation>
    </message>
    <message>
        <source>The host’s logo</source>
        <translation>Het logo van de host</translation>
    </message>
    <message>
        <source>Show what the host shows</source>
        <translation>Tonen wat de host laat zien</translation>
    </message>
    <message>
        <source>Hide what the host shows</source>
        <translation>Verbergen wat de host laat zien</translation>
    </message>
    <message>
        <source>Chat with the host</source>
        <translation>Chat met de host</translation>
    </message>
    <message>
        <source>Not for the others</source>
        <translation>Niet voor de anderen</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Nog geen berichten</translation>
    </message>
    <message>
        <source>What you write here reaches host and co-hosts, and is gone when the meeting ends.</source>
        <translation>Wat je hier schrijft komt bij host en medehosts, en verdwijnt na de vergadering.</translation>
    </message>
    <message>
        <source>Write to the host</source>
        <translation>Schrijf de host</translation>
    </message>
    <message>
        <source>Send to the host</source>
        <translation>Naar de host sturen</translation>
    </message>
</context>
<context>
    <name>WaitingModel</name>
    <message>
        <source>Knocking at the host’s computer</source>
        <translation>Aankloppen bij de computer van de host</translation>
    </message>
    <message>
        <source>The host has been told</source>
        <translation>De host weet dat je er bent</translation>
    </message>
    <message>
        <source>You are held at the door</source>
        <translation>Je wordt bij de deur vastgehouden</translation>
    </message>
    <message>
        <source>The host is away</source>
        <translation>De host is even weg</translation>
    </message>
    <message>
        <source>The line to the host’s computer broke</source>
        <translation>De verbinding met de computer van de host is verbroken</translation>
    </message>
    <message>
        <source>This takes a few seconds.</source>
        <translation>Dit duurt een paar seconden.</translation>
    </message>
    <message>
        <source>The meeting’s rules hold your network. The host decides.</source>
        <translation>De regels van de vergadering houden jouw netwerk vast. De host beslist.</translation>
    </message>
    <message>
        <source>Nobody is let in until they are back.</source>
        <translation>Er komt niemand in tot de host terug is.</translation>
    </message>
    <message>
        <source>Trying again. You keep your place.</source>
        <translation>We proberen het opnieuw. Je houdt je plek.</translation>
    </message>
    <message>
        <source>You are next.</source>
        <translation>Jij bent de volgende.</translation>
    </message>
    <message>
        <source>1 person is ahead of you.</source>
        <translation>Er is 1 persoon voor je.</translation>
    </message>
    <message>
        <source>%1 people are ahead of you.</source>
        <translation>Er zijn %1 mensen voor je.</translation>
    </message>
    <message>
        <source>%1 wrote: %2</source>
        <translation>%1 schreef: %2</translation>
    </message>
</context>
</TS>
