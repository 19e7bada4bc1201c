<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <!-- English needs no translation but its plurals. -->
    <context>
        <name>refrain::console::Desk</name>
        <message numerus="yes">
            <source>%n change(s) were not applied</source>
            <translation>
                <numerusform>%n change was not applied</numerusform>
                <numerusform>%n changes were not applied</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) wait here, not yet in force</source>
            <translation>
                <numerusform>%n change waits here, not yet in force</numerusform>
                <numerusform>%n changes wait here, not yet in force</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TimeText</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
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
</TS>
