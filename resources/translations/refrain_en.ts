<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BulkWords</name>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 person</numerusform>
            <numerusform>%1 people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 channels</source>
        <translation>
            <numerusform>%1 channel</numerusform>
            <numerusform>%1 channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CategoryWords</name>
    <message numerus="yes">
        <source>%1 people and channels</source>
        <translation>
            <numerusform>%1 person or channel</numerusform>
            <numerusform>%1 people and channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InsightPlots</name>
    <message numerus="yes">
        <source>%1 more were taken back at once and do not count.</source>
        <translation>
            <numerusform>%1 more was taken back at once and does not count.</numerusform>
            <numerusform>%1 more were taken back at once and do not count.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message numerus="yes">
        <source>%1 newer entries shown here are not checked yet.</source>
        <translation>
            <numerusform>%1 newer entry shown here is not checked yet.</numerusform>
            <numerusform>%1 newer entries shown here are not checked yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaybookWords</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncCards</name>
    <message numerus="yes">
        <source>They last agreed at %1, on %2 own choices.</source>
        <translation>
            <numerusform>They last agreed at %1, on %2 own choice.</numerusform>
            <numerusform>They last agreed at %1, on %2 own choices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 own choices compared, checked %2</source>
        <translation>
            <numerusform>%1 own choice compared, checked %2</numerusform>
            <numerusform>%1 own choices compared, checked %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 were not applied</source>
        <translation>
            <numerusform>%1 was not applied</numerusform>
            <numerusform>%1 were not applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 person</numerusform>
            <numerusform>%1 people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 channels</source>
        <translation>
            <numerusform>%1 channel</numerusform>
            <numerusform>%1 channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ms</source>
        <translation>
            <numerusform>%n ms</numerusform>
            <numerusform>%n ms</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message numerus="yes">
        <source>Told in Slack of %n change(s)</source>
        <translation>
            <numerusform>Told in Slack of %n change</numerusform>
            <numerusform>Told in Slack of %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not told in Slack yet of %n change(s)</source>
        <translation>
            <numerusform>Not told in Slack yet of %n change</numerusform>
            <numerusform>Not told in Slack yet of %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Could not be told in Slack of %n change(s)</source>
        <translation>
            <numerusform>Could not be told in Slack of %n change</numerusform>
            <numerusform>Could not be told in Slack of %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>May have been told in Slack of %n change(s), or not</source>
        <translation>
            <numerusform>May have been told in Slack of %n change, or not</numerusform>
            <numerusform>May have been told in Slack of %n changes, or not</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkflowWords</name>
    <message numerus="yes">
        <source>%1 recipient(s)</source>
        <translation>
            <numerusform>%1 recipient</numerusform>
            <numerusform>%1 recipients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::console::AgreementCheck</name>
    <message numerus="yes">
        <source>%1 own choices compared, digests equal; those of %n differed and were fetched again.</source>
        <translation>
            <numerusform>%1 own choices compared, digests equal; those of %n person differed and were fetched again.</numerusform>
            <numerusform>%1 own choices compared, digests equal; those of %n people differed and were fetched again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::console::Desk</name>
    <message numerus="yes">
        <source>%1 change(s) were not applied</source>
        <translation>
            <numerusform>%1 change was not applied</numerusform>
            <numerusform>%1 changes were not applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 change(s) wait here, not yet in force</source>
        <translation>
            <numerusform>%1 change waits here, not yet in force</numerusform>
            <numerusform>%1 changes wait here, not yet in force</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) wait for your approval</source>
        <translation>
            <numerusform>%1 request waits for your approval</numerusform>
            <numerusform>%1 requests wait for your approval</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::console::Engine</name>
    <message numerus="yes">
        <source>%1 change(s) wait here and go out when you sign in again.</source>
        <translation>
            <numerusform>%1 change waits here and goes out when you sign in again.</numerusform>
            <numerusform>%1 changes wait here and go out when you sign in again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::console::FeedJournal</name>
    <message numerus="yes">
        <source>%1 people and channels</source>
        <translation>
            <numerusform>%1 person or channel</numerusform>
            <numerusform>%1 people and channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 choices</source>
        <translation>
            <numerusform>%1 choice</numerusform>
            <numerusform>%1 choices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 categories</source>
        <translation>
            <numerusform>%1 category</numerusform>
            <numerusform>%1 categories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::console::LogVerifier</name>
    <message numerus="yes">
        <source>%1 entries recomputed here, equal to the signed root.</source>
        <translation>
            <numerusform>%1 entry recomputed here, equal to the signed root.</numerusform>
            <numerusform>%1 entries recomputed here, equal to the signed root.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::ui::ActivityFilters</name>
    <message numerus="yes">
        <source>%n categories</source>
        <translation>
            <numerusform>%n category</numerusform>
            <numerusform>%n categories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::ui::ActivityModel</name>
    <message numerus="yes">
        <source>%1 people and channels</source>
        <translation>
            <numerusform>%1 person or channel</numerusform>
            <numerusform>%1 people and channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 person</numerusform>
            <numerusform>%1 people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::ui::ActivityScreen</name>
    <message numerus="yes">
        <source>%1 entries were saved in %2.</source>
        <translation>
            <numerusform>%1 entry was saved in %2.</numerusform>
            <numerusform>%1 entries were saved in %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::ui::ApprovalWords</name>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 person</numerusform>
            <numerusform>%1 people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 recipients</source>
        <translation>
            <numerusform>%1 recipient</numerusform>
            <numerusform>%1 recipients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::ui::Composer</name>
    <message numerus="yes">
        <source>%1 recipient(s)</source>
        <translation>
            <numerusform>%1 recipient</numerusform>
            <numerusform>%1 recipients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 recipient(s) are skipped, as it stands now.</source>
        <translation>
            <numerusform>%1 recipient is skipped, as it stands now.</numerusform>
            <numerusform>%1 recipients are skipped, as it stands now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send this to %1 recipient(s)?</source>
        <translation>
            <numerusform>Send this to %1 recipient?</numerusform>
            <numerusform>Send this to %1 recipients?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::ui::ImportWords</name>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 choices</source>
        <translation>
            <numerusform>%1 choice</numerusform>
            <numerusform>%1 choices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::ui::InsightsScreen</name>
    <message numerus="yes">
        <source>%n categories</source>
        <translation>
            <numerusform>%n category</numerusform>
            <numerusform>%n categories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::ui::NotificationsScreen</name>
    <message numerus="yes">
        <source>Cancel this for %1 recipient(s) who wait?</source>
        <translation>
            <numerusform>Cancel this for %1 recipient who waits?</numerusform>
            <numerusform>Cancel this for %1 recipients who wait?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::ui::PreviewPane</name>
    <message numerus="yes">
        <source>%1 get it, nobody is skipped.</source>
        <translation>
            <numerusform>%1 gets it, nobody is skipped.</numerusform>
            <numerusform>%1 get it, nobody is skipped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::ui::QuickFind</name>
    <message numerus="yes">
        <source>%n more people match “%1”…</source>
        <translation>
            <numerusform>%n more person matches “%1”…</numerusform>
            <numerusform>%n more people match “%1”…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::ui::RecipientField</name>
    <message numerus="yes">
        <source>%1 named one(s)</source>
        <translation>
            <numerusform>%1 who is named</numerusform>
            <numerusform>%1 who are named</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::ui::SubjectInspector</name>
    <message numerus="yes">
        <source>%n channels have this name</source>
        <translation>
            <numerusform>%n channel has this name</numerusform>
            <numerusform>%n channels have this name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people have this name</source>
        <translation>
            <numerusform>%n person has this name</numerusform>
            <numerusform>%n people have this name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refrain::ui::Workspace</name>
    <message numerus="yes">
        <source>Directory: %1 people</source>
        <translation>
            <numerusform>Directory: %1 person</numerusform>
            <numerusform>Directory: %1 people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign out while %1 change(s) wait?</source>
        <translation>
            <numerusform>Sign out while %1 change waits?</numerusform>
            <numerusform>Sign out while %1 changes wait?</numerusform>
        </translation>
    </message>
</context>
</TS>
