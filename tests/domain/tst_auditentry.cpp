#include "domain/auditentry.h"
#include "domain/canonicaljson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTest>

#include <set>

using namespace refrain;

namespace {

AuditEntry entry()
{
    AuditEntry entry;
    entry.workspace = WorkspaceId(QStringLiteral("T0001"));
    entry.index = 41;
    entry.seq = 17;
    entry.at = 1'770'000'000'123;
    entry.type = QStringLiteral("preference");
    entry.outcome = QStringLiteral("accepted");
    entry.actor = {ActorKind::ConsoleUser, QStringLiteral("U0STAFF"), QStringLiteral("Dana Ünal")};
    entry.subject = SubjectId(QStringLiteral("U0001"));
    entry.category = CategorySlug(QStringLiteral("reminders"));
    entry.requestedBy = RequestedBy::Person;
    entry.reason = QStringLiteral("Asked on the phone");
    entry.ticket = QStringLiteral("HELP-7");
    entry.before = {{QStringLiteral("state"), QStringLiteral("default")}, {QStringLiteral("version"), 0}};
    entry.after = {{QStringLiteral("state"), QStringLiteral("opted_out")},
                   {QStringLiteral("version"), 17},
                   {QStringLiteral("reason"), QStringLiteral("Asked on the phone")},
                   {QStringLiteral("actor"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("console_user")},
                                                         {QStringLiteral("name"), QStringLiteral("Dana Ünal")}}}};
    return entry;
}

SystemRandom salts;

}  // namespace

class TestAuditEntry : public QObject {
    Q_OBJECT

private slots:
    void theLeafIsCanonicalAndHidesPersonalTexts()
    {
        const SealedEntry sealed = seal(entry(), salts);
        const QJsonObject leaf = QJsonDocument::fromJson(sealed.leaf).object();
        QCOMPARE(canonicalJson(leaf), sealed.leaf);
        for (const char* text : {"U0001", "U0STAFF", "Dana", "phone", "HELP-7"})
            QVERIFY2(!sealed.leaf.contains(text), text);
        for (const char* text : {"\"opted_out\"", "\"reminders\"", "\"console_user\"", "\"person\"", "\"index\":41"})
            QVERIFY2(sealed.leaf.contains(text), text);
    }

    void eachFieldHasASaltOfItsOwn()
    {
        const SealedEntry once = seal(entry(), salts);
        const SealedEntry twice = seal(entry(), salts);
        std::set<QByteArray> seen;
        QStringList pointers;
        for (const SealedEntry* sealed : {&once, &twice})
            for (const Opening& opening : sealed->openings) {
                QCOMPARE(opening.salt.size(), 32);
                seen.insert(opening.salt);
            }
        for (const Opening& opening : once.openings)
            pointers << opening.pointer;
        pointers.sort();
        QCOMPARE(pointers, QStringLiteral("/actor/id /actor/name /after/actor/name /after/reason /reason /subject "
                                          "/ticket")
                               .split(QLatin1Char(' ')));
        QCOMPARE(seen.size(), size_t(2 * pointers.size()));
        QVERIFY(once.leaf != twice.leaf);
    }

    void theCommitmentIsAnHmacThatAnybodyCanRecompute()
    {
        const SealedEntry sealed = seal(entry(), salts);
        const auto subject = std::find_if(sealed.openings.begin(), sealed.openings.end(), [](const Opening& opening) {
            return opening.pointer == QLatin1String("/subject");
        });
        const QJsonObject leaf = QJsonDocument::fromJson(sealed.leaf).object();
        QCOMPARE(leaf[QLatin1String("subject")][QLatin1String("hmac")].toString().toLatin1(),
                 QMessageAuthenticationCode::hash("U0001", subject->salt, QCryptographicHash::Sha256).toBase64());
    }

    void opensToWhatWasSealed()
    {
        const SealedEntry sealed = seal(entry(), salts);
        const auto opened = openLeaf(sealed.leaf, sealed.openings);
        QVERIFY(opened);
        QCOMPARE(opened->entry, entry());
        QVERIFY(opened->erased.isEmpty());
    }

    void anErasedFieldReadsAsAbsentAndTheLeafStays()
    {
        SealedEntry sealed = seal(entry(), salts);
        std::erase_if(sealed.openings, [](const Opening& opening) {
            return opening.pointer == QLatin1String("/subject") || opening.pointer == QLatin1String("/after/reason");
        });
        const auto opened = openLeaf(sealed.leaf, sealed.openings);
        QVERIFY(opened);
        QVERIFY(opened->entry.subject.isEmpty());
        QCOMPARE(opened->entry.reason, entry().reason);
        QCOMPARE(opened->erased, QStringList({QStringLiteral("/after/reason"), QStringLiteral("/subject")}));
    }

    void noOtherOpeningFits_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("sameSalt");
        QTest::addColumn<bool>("fits");
        QTest::newRow("the right one") << QStringLiteral("/subject") << QStringLiteral("U0001") << true << true;
        QTest::newRow("another value") << QStringLiteral("/subject") << QStringLiteral("U0002") << true << false;
        QTest::newRow("another salt") << QStringLiteral("/subject") << QStringLiteral("U0001") << false << false;
        QTest::newRow("another field") << QStringLiteral("/ticket") << QStringLiteral("U0001") << true << false;
        QTest::newRow("a field that is open")
            << QStringLiteral("/category") << QStringLiteral("reminders") << true << false;
        QTest::newRow("no such field") << QStringLiteral("/nowhere") << QStringLiteral("U0001") << true << false;
    }

    void noOtherOpeningFits()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(bool, sameSalt);
        QFETCH(bool, fits);
        SealedEntry sealed = seal(entry(), salts);
        auto subject = std::find_if(sealed.openings.begin(), sealed.openings.end(), [](const Opening& opening) {
            return opening.pointer == QLatin1String("/subject");
        });
        subject->pointer = pointer;
        subject->value = value;
        if (!sameSalt)
            subject->salt = salts.bytes(32);
        QCOMPARE(verifyOpening(sealed.leaf, *subject), fits);
        QCOMPARE(openLeaf(sealed.leaf, sealed.openings).ok(), fits);
    }

    void textsThatLookLikeCommitmentsAreCommittedToAsWell()
    {
        AuditEntry tricky = entry();
        tricky.after = {{QStringLiteral("title"), QJsonObject{{QStringLiteral("hmac"), QStringLiteral("mine")}}},
                        {QStringLiteral("a/b~c"), QJsonArray{QStringLiteral("x"), 1, true}}};
        const SealedEntry sealed = seal(tricky, salts);
        QVERIFY(!sealed.leaf.contains("mine"));
        QCOMPARE(openLeaf(sealed.leaf, sealed.openings)->entry, tricky);
    }

    void aSparseEntrySurvives()
    {
        AuditEntry sparse;
        sparse.type = QStringLiteral("workspace");
        sparse.outcome = QStringLiteral("accepted");
        sparse.source = Source::Policy;
        const SealedEntry sealed = seal(sparse, salts);
        QVERIFY(sealed.openings.empty());
        QCOMPARE(openLeaf(sealed.leaf, {})->entry, sparse);
    }

    void refusesLeavesThatAreNotCanonical()
    {
        QVERIFY(!openLeaf("", {}));
        QVERIFY(!openLeaf("{}", {}));
        QVERIFY(!openLeaf(seal(entry(), salts).leaf + ' ', {}));
        QVERIFY(!openLeaf("{\"index\":1}", {}));
    }
};

QTEST_GUILESS_MAIN(TestAuditEntry)
#include "tst_auditentry.moc"
