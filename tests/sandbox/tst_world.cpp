#include "sandbox/world/world.h"

#include <QSet>
#include <QTest>

#include <bitset>
#include <memory>

using namespace refrain;
using namespace refrain::sandbox;

namespace {

class FixedClock final : public Clock {
public:
    [[nodiscard]] Millis now() const override { return time; }
    Millis time = 1'800'000'000'000;
};

QByteArray describe(const Person& p)
{
    return QStringList{p.id, p.realName, p.displayName, p.email, p.title, p.timeZone, QString::number(p.updated)}
        .join(u'|')
        .toUtf8();
}

}  // namespace

class TestWorld : public QObject {
    Q_OBJECT

private:
    FixedClock m_clock;

private slots:
    void aShuffleRunsBothWays_data()
    {
        QTest::addColumn<quint64>("size");
        for (const quint64 size : {1, 2, 3, 4, 5, 16, 17, 1000, 4097})
            QTest::addRow("of %d", int(size)) << size;
    }

    void aShuffleRunsBothWays()
    {
        QFETCH(quint64, size);
        const Permutation shuffle(42, size);
        std::bitset<5000> seen;
        for (quint64 i = 0; i < size; ++i) {
            const quint64 value = shuffle.forward(i);
            QVERIFY(value < size);
            QVERIFY(!seen.test(value));
            seen.set(value);
            QCOMPARE(shuffle.inverse(value), i);
        }
    }

    void theSameSeedMakesTheSamePeople()
    {
        const People one(7), two(7), other(8);
        for (quint64 i = 0; i < 500; ++i) {
            QCOMPARE(describe(one.at(i)), describe(two.at(i)));
            if (i != People::slackbot) {
                QVERIFY(one.idAt(i) != other.idAt(i));
            }
        }
    }

    void idsLookLikeSlacksAndNameTheirIndex()
    {
        const People people(1);
        const QRegularExpression shape(QStringLiteral("^[UW]0[0-9A-Z]{9}$"));
        for (quint64 i = 0; i < 3000; ++i) {
            const QString id = people.idAt(i);
            QVERIFY2(i == People::slackbot || shape.match(id).hasMatch(), qPrintable(id));
            QCOMPARE(people.indexOf(id), std::optional(i));
        }
        QVERIFY(!people.indexOf(u"U0"));
        QVERIFY(!people.indexOf(u"U0ZZZZZZZZZ"));
        QVERIFY(!people.indexOf(u"u0abcdefghi"));
    }

    void aMillionPeopleHaveAMillionIdsAndCostNothing()
    {
        const People people(3);
        const IdScheme ids(3, IdFamily::User);
        std::vector<bool> seen(1'000'000);
        for (quint64 i = 0; i < 1'000'000; ++i) {
            const std::optional<quint64> index = ids.decode(ids.encode(i));
            QVERIFY(index && *index < seen.size() && !seen[*index]);
            seen[*index] = true;
        }
    }

    void everyKindIsInATinyWorkspace()
    {
        const People people(1);
        QSet<int> kinds;
        bool deleted = false;
        for (quint64 i = 0; i < 15; ++i) {
            kinds.insert(int(people.kindAt(i)));
            deleted = deleted || people.deletedAt(i);
        }
        QCOMPARE(kinds.size(), 13);
        QVERIFY(deleted);
    }

    void thereIsOnePrimaryOwnerAndShareOfTheRest()
    {
        const People people(1);
        QHash<PersonKind, int> count;
        int deleted = 0;
        for (quint64 i = 0; i < 20'000; ++i) {
            ++count[people.kindAt(i)];
            deleted += people.deletedAt(i);
        }
        QCOMPARE(count[PersonKind::PrimaryOwner], 1);
        QCOMPARE(count[PersonKind::Slackbot], 1);
        QCOMPARE(count[PersonKind::AppBot], 1);
        QVERIFY(count[PersonKind::Member] > 17'000);
        for (const PersonKind kind : {PersonKind::Admin, PersonKind::Owner, PersonKind::Guest, PersonKind::Stranger,
                                      PersonKind::SingleChannelGuest, PersonKind::Bot, PersonKind::Invited})
            QVERIFY(count[kind] > 10);
        QVERIFY(deleted > 1000 && deleted < 1500);
    }

    void namesComeInManyScriptsAndSomeTwice()
    {
        const People people(1);
        QSet<int> scripts;
        QSet<QString> names;
        int twice = 0, hostile = 0, longest = 0;
        for (quint64 i = 0; i < 10'000; ++i) {
            const Person person = people.at(i);
            QVERIFY(!person.realName.isEmpty());
            QVERIFY(!person.handle.isEmpty());
            QVERIFY2(person.email.isEmpty() || person.email.toLatin1() == person.email.toUtf8(),
                     qPrintable(person.email));
            scripts.insert(person.realName[0].script());
            twice += names.contains(person.realName);
            names.insert(person.realName);
            hostile += person.realName.contains(u'<');
            longest = std::max(longest, int(person.realName.size()));
        }
        QVERIFY(scripts.size() >= 9);
        QVERIFY(twice > 100);
        QVERIFY(hostile > 2);
        QVERIFY(longest >= 80);
    }

    void everyTimeZoneIsKnown()
    {
        const Names names;
        for (const Culture& culture : names.cultures()) {
            QVERIFY(!culture.given.empty() && !culture.family.empty());
            for (const QString& zone : culture.zones)
                QCOMPARE(names.timeZone(zone).name, zone);
            for (const Name& name : culture.given)
                QVERIFY2(!name.ascii.isEmpty(), qPrintable(name.native));
            for (const Name& name : culture.family)
                QVERIFY2(!name.ascii.isEmpty(), qPrintable(name.native));
        }
    }

    void peopleAreFoundByTheirAddress()
    {
        Ledger ledger;
        World world({500, 20, 1}, ledger, m_clock);
        for (quint64 i = 0; i < 500; ++i) {
            const Person person = world.person(i);
            if (person.email.isEmpty())
                continue;
            QCOMPARE(world.findByEmail(person.email.toUpper())->id, person.id);
        }
        QVERIFY(!world.findByEmail(QStringLiteral("nobody@acme.test")));
        QVERIFY(!world.findByEmail(QStringLiteral("nobody3@acme.test")));
        QVERIFY(!world.findByEmail({}));
        world.changePerson(4, {{QStringLiteral("email"), QStringLiteral("new@acme.test")}});
        QCOMPARE(world.findByEmail(QStringLiteral("NEW@acme.test"))->index, 4ULL);
    }

    void membersListedAndMembersAskedAboutAgree()
    {
        Ledger ledger;
        World world({400, 40, 5}, ledger, m_clock);
        world.addPerson({});
        world.setMember(world.channel(3), world.person(400), true);
        for (quint64 c = 0; c < 40; ++c) {
            const Channel channel = world.channel(c);
            QSet<QString> listed;
            std::optional<quint64> place = 0;
            while (place) {
                const QStringList page = world.members(channel, *place, 7, place);
                for (const QString& id : page) {
                    QVERIFY(!listed.contains(id));
                    listed.insert(id);
                }
            }
            QCOMPARE(quint64(listed.size()), world.memberCount(channel));
            for (quint64 p = 0; p < world.peopleCount(); ++p) {
                const Person person = world.person(p);
                QCOMPARE(world.isMember(channel, person), listed.contains(person.id));
            }
        }
    }

    void channelsHaveOneGeneralUniqueNamesAndEveryFlag()
    {
        Ledger ledger;
        const World world({1000, 400, 1}, ledger, m_clock);
        QSet<QString> names;
        int general = 0, hidden = 0, archived = 0, shared = 0, pending = 0, renamed = 0;
        for (quint64 i = 0; i < 400; ++i) {
            const Channel channel = world.channel(i);
            QVERIFY(!names.contains(channel.name));
            names.insert(channel.name);
            QCOMPARE(world.findChannel(channel.id)->index, i);
            general += channel.general;
            hidden += channel.isPrivate;
            archived += channel.archived;
            shared += channel.extShared;
            pending += channel.pendingExtShared;
            renamed += !channel.previousNames.isEmpty();
        }
        QCOMPARE(general, 1);
        QVERIFY(hidden > 60 && archived > 20 && shared > 5 && pending > 0 && renamed > 5);
    }

    void changesOutliveARestart()
    {
        Ledger ledger;
        {
            World world({100, 10, 1}, ledger, m_clock);
            world.changePerson(4, {{QStringLiteral("deleted"), true}});
            QCOMPARE(world.person(4).updated, m_clock.time / 1000);
            QCOMPARE(world.addPerson({{QStringLiteral("realName"), QStringLiteral("New Here")}}).index, 100ULL);
            world.changeChannel(3, {{QStringLiteral("name"), QStringLiteral("news")}});
            world.setMember(world.channel(5), world.person(2), true);
        }
        const World again({100, 10, 1}, ledger, m_clock);
        QVERIFY(again.person(4).deleted);
        QCOMPARE(again.peopleCount(), 101ULL);
        QCOMPARE(again.person(100).realName, QStringLiteral("New Here"));
        QCOMPARE(again.findPerson(again.person(100).id)->index, 100ULL);
        QCOMPARE(again.channel(3).name, QStringLiteral("news"));
        QCOMPARE(again.channel(3).previousNames, QStringList{QStringLiteral("announcements")});
        QVERIFY(again.isMember(again.channel(5), again.person(2)));
    }
};

QTEST_GUILESS_MAIN(TestWorld)
#include "tst_world.moc"
