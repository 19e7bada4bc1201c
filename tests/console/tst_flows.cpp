#include "console/sending/playbooks.h"
#include "console/sending/recipientwish.h"
#include "console/sending/templates.h"

#include <QTest>

using namespace refrain;
using namespace refrain::console;
using To = RecipientWish::To;

Q_DECLARE_METATYPE(refrain::console::RecipientWish)

/// The console's own halves of playbooks and workflows, without a backend.
class FlowsTest final : public QObject {
    Q_OBJECT

private slots:
    void aWishComesBackFromItsQuery_data()
    {
        QTest::addColumn<RecipientWish>("wish");
        const auto row = [](const char* name, To to) {
            RecipientWish wish;
            wish.to = to;
            QTest::newRow(name) << wish;
        };
        row("everybody", To::Everybody);
        row("no guests", To::Staff);
        row("admins", To::Admins);
        row("guests", To::Guests);
        row("all channels", To::Channels);
        row("nobody is named", To::Asked);
        RecipientWish members;
        members.to = To::ChannelMembers;
        members.channel = SubjectId(QStringLiteral("C0123456"));
        QTest::newRow("who is in a channel") << members;
        members.withoutGuests = true;
        QTest::newRow("who is in a channel and no guest") << members;
        RecipientWish list;
        list.to = To::Listed;
        list.listed = {SubjectId(QStringLiteral("U1")), SubjectId(QStringLiteral("U2"))};
        QTest::newRow("a list") << list;
    }

    void aWishComesBackFromItsQuery()
    {
        QFETCH(RecipientWish, wish);
        const RecipientWish back = RecipientWish::of(wish.query());
        QCOMPARE(back.to, wish.to);
        QVERIFY(isSame(back.query(), wish.query()));
        QVERIFY(back.isComplete());
    }

    void aQueryThatCannotBeChosenStays()
    {
        RecipientQuery query;
        for (const char* id : {"C1", "C2"}) {
            RecipientSelector members;
            members.membersOf = SubjectId(QLatin1String(id));
            query.include.push_back(members);
        }
        const RecipientWish wish = RecipientWish::of(query);
        QCOMPARE(wish.to, To::Other);
        QVERIFY(isSame(wish.query(), query));
    }

    void nobodyIsNotComplete()
    {
        RecipientWish wish;
        wish.to = To::ChannelMembers;
        QVERIFY(!wish.isComplete());
        wish.to = To::Listed;
        QVERIFY(!wish.isComplete());
    }

    void samplesStandForMarks()
    {
        QCOMPARE(withSamples(QStringLiteral("%1 until %2, 100%"), {QStringLiteral("News %2"), QStringLiteral("noon")}),
                 QStringLiteral("News %2 until noon, 100%"));
        QCOMPARE(withSamples(QStringLiteral("%3|%0"), {QStringLiteral("a")}), QStringLiteral("|%0"));
    }

    void theLineAtFaultIsRead()
    {
        QCOMPARE(faultyLine(QStringLiteral("Line 12 of the template: nothing here is called “x”.")), 12);
        QCOMPARE(faultyLine(QStringLiteral("Line 12, column 7 of the template: there is no field “x”.")), 12);
        QCOMPARE(faultyLine(QStringLiteral("The template: Line 3 of the template")), 0);
        QVERIFY(objectFrom(QStringLiteral("{\"a\": 1}")));
        QCOMPARE(objectFrom(QStringLiteral("{\n\"a\": 1,\n\n x}")).error().context(), QStringLiteral("4"));
        QVERIFY(!objectFrom(QStringLiteral("[1]")));
        QVERIFY(!objectFrom(QString()));
    }

    void ownWordsAreKeptOnlyWhereTheyDiffer()
    {
        PlaybookText text;
        text.key = QStringLiteral("wayBack");
        text.defaults = {{QStringLiteral("en"), QStringLiteral("Come back")},
                         {QStringLiteral("de"), QStringLiteral("Zurück")}};
        PlaybookCopy copy;
        copy.setText(text, QStringLiteral("en"), QStringLiteral("Come back"));
        QVERIFY(copy.texts.isEmpty());
        copy.setText(text, QStringLiteral("en"), QStringLiteral("Return"));
        QCOMPARE(copy.textOf(text, QStringLiteral("en")), QStringLiteral("Return"));
        QCOMPARE(copy.textOf(text, QStringLiteral("de")), QStringLiteral("Zurück"));
        copy.setText(text, QStringLiteral("en"), QStringLiteral("  "));
        QVERIFY(copy.texts.isEmpty());
        QCOMPARE(copy.textOf(text, QStringLiteral("en")), QStringLiteral("Come back"));
    }
};

QTEST_APPLESS_MAIN(FlowsTest)
#include "tst_flows.moc"
