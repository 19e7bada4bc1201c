#include "console/sending/recipientlist.h"
#include "console/table/subjecttable.h"

#include <QTest>

using namespace refrain;
using namespace refrain::console;

namespace {

class FixedClock final : public Clock {
public:
    Millis now() const override { return 1'000'000; }
};

PackedSubject subject(const char* id, const QString& name, const char* email, SubjectKind kind = SubjectKind::User)
{
    Subject made;
    made.id = SubjectId(QString::fromLatin1(id));
    made.name = name;
    made.email = QString::fromLatin1(email);
    made.kind = kind;
    return PackedSubject::of(made);
}

PackedSubject gone(const char* id, const QString& name, bool Subject::*how, SubjectKind kind = SubjectKind::User)
{
    Subject made;
    made.id = SubjectId(QString::fromLatin1(id));
    made.name = name;
    made.*how = true;
    made.kind = kind;
    return PackedSubject::of(made);
}

/// Each entry that is left out, and why.
QString leftOutOf(const RecipientList& list)
{
    const QHash<RecipientList::Why, QString> words{{RecipientList::Why::Nobody, QStringLiteral("nobody")},
                                                   {RecipientList::Why::Shared, QStringLiteral("shared by %1")},
                                                   {RecipientList::Why::Archived, QStringLiteral("archived")},
                                                   {RecipientList::Why::Program, QStringLiteral("a program")},
                                                   {RecipientList::Why::Left, QStringLiteral("left")}};
    QStringList each;
    for (const RecipientList::LeftOut& out : list.leftOut) {
        const QString why = words.value(out.why);
        each << out.entry + QStringLiteral(": ") + (out.why == RecipientList::Why::Shared ? why.arg(out.bearers) : why);
    }
    return each.join(u'|');
}

QStringList idsOf(const RecipientList& list)
{
    QStringList ids;
    for (const SubjectId& id : list.ids)
        ids << id.toString();
    return ids;
}

}  // namespace

/// Who is meant by a filter or by a list that somebody pasted.
class RecipientListTest final : public QObject {
    Q_OBJECT

    FixedClock m_clock;
    SubjectTable m_people{m_clock};
    SubjectTable m_channels{m_clock};
    CancelFlag m_running = std::make_shared<std::atomic_bool>(false);

    [[nodiscard]] RecipientList listed(const QString& text)
    {
        return recipientsListed(text, {m_people.snapshot(), m_channels.snapshot()}, m_running).result();
    }

private slots:
    void initTestCase()
    {
        m_people.apply(
            std::vector<PackedSubject>{subject("U0000001", QStringLiteral("Bea Bobson"), "bea@acme.test"),
                                       subject("U0000002", QStringLiteral("Jana Nováková"), "jana@acme.test"),
                                       subject("U0000003", QStringLiteral("Chen Wei"), "wei@acme.test"),
                                       subject("U0000004", QStringLiteral("Chen Wei"), "chen@acme.test"),
                                       gone("U0000005", QStringLiteral("Old Hand"), &Subject::deleted),
                                       gone("U0000006", QStringLiteral("Build Bot"), &Subject::bot),
                                       gone("U0000007", QStringLiteral("Bea Bobson"), &Subject::deleted)});
        m_channels.apply(std::vector<PackedSubject>{
            subject("C0000001", QStringLiteral("general"), "", SubjectKind::Channel),
            gone("C0000002", QStringLiteral("attic"), &Subject::archived, SubjectKind::Channel)});
    }

    void aPastedListIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ids");
        QTest::addColumn<QString>("leftOut");
        const auto row = [](const char* name, const QString& text, const char* ids, const char* leftOut) {
            QTest::newRow(name) << text << QString::fromLatin1(ids) << QString::fromLatin1(leftOut);
        };
        row("ids, whatever their case", QStringLiteral("U0000001\nu0000002"), "U0000001 U0000002", "");
        row("addresses, parted by commas", QStringLiteral("bea@acme.test, JANA@acme.test"), "U0000001 U0000002", "");
        row("names without their accents", QStringLiteral("jana novakova"), "U0000002", "");
        row("a channel", QStringLiteral("#general"), "C0000001", "");
        row("each once", QStringLiteral("U0000001\nbea@acme.test\nBea Bobson"), "U0000001", "");
        row("a name that two bear", QStringLiteral("Chen Wei"), "", "Chen Wei: shared by 2");
        row("an address of nobody", QStringLiteral("x@acme.test"), "", "x@acme.test: nobody");
        row("a channel that is none", QStringLiteral("#nowhere"), "", "#nowhere: nobody");
        row("an archived channel", QStringLiteral("#attic"), "", "#attic: archived");
        row("a program", QStringLiteral("Build Bot"), "", "Build Bot: a program");
        row("who left does not keep the name from who is there", QStringLiteral("Bea Bobson"), "U0000001", "");
        row("an id of the outside world is the backend's to know", QStringLiteral("customer-42"), "customer-42", "");
        row("who left is meant by id alone", QStringLiteral("U0000005\nOld Hand"), "U0000005", "Old Hand: left");
        row("empty lines and blanks", QStringLiteral("\n ,, \t\r\n"), "", "");
        row("a column of a spreadsheet", QStringLiteral("bea@acme.test\tBea Bobson\r\n"), "U0000001", "");
    }

    void aPastedListIsRead()
    {
        QFETCH(QString, text);
        const RecipientList list = listed(text);
        QTEST(idsOf(list).join(u' '), "ids");
        QTEST(leftOutOf(list), "leftOut");
        QCOMPARE(list.leftOutCount, qint64(list.leftOut.size()));
    }

    void whatIsBeyondTheLimitIsCounted()
    {
        QString text;
        for (int i = 0; i < RecipientList::most + 3; ++i)
            text += QStringLiteral("customer-%1\n").arg(i);
        const RecipientList list = listed(text);
        QCOMPARE(int(list.ids.size()), RecipientList::most);
        QCOMPARE(list.beyond, 3);
    }

    void aFilterMeansWhoIsThere()
    {
        const auto matching = [this](const char* filter) {
            return recipientsMatching(QLatin1String(filter), m_people.snapshot(), m_running).result();
        };
        QCOMPARE(idsOf(matching("")).size(), 4);
        QCOMPARE(idsOf(matching("chen")).size(), 2);
        QCOMPARE(idsOf(matching("is:deleted")), QStringList({QStringLiteral("U0000005"), QStringLiteral("U0000007")}));
        QCOMPARE(idsOf(matching("nobody")).size(), 0);
    }

    void whatIsNoLongerWantedEndsEarly()
    {
        const auto cancelled = std::make_shared<std::atomic_bool>(true);
        QVERIFY(recipientsMatching({}, m_people.snapshot(), cancelled).result().ids.empty());
    }
};

QTEST_GUILESS_MAIN(RecipientListTest)
#include "tst_recipientlist.moc"
