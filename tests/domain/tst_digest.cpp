#include "domain/digest.h"

#include <QCryptographicHash>
#include <QTest>

using namespace refrain;

namespace {

Preference stored(const char* subject, qint64 version, PreferenceState state = PreferenceState::OptedOut)
{
    Preference preference;
    preference.subject = SubjectId(QLatin1String(subject));
    preference.category = CategorySlug(QStringLiteral("reminders"));
    preference.state = state;
    preference.version = version;
    return preference;
}

PreferenceDigest digestOf(const QList<Preference>& preferences)
{
    PreferenceDigest digest;
    for (const Preference& preference : preferences)
        digest.add(preference);
    return digest;
}

}  // namespace

class TestDigest : public QObject {
    Q_OBJECT

private slots:
    void ofNothingIsZero() { QCOMPARE(PreferenceDigest().hex(), QString(64, QLatin1Char('0'))); }

    void ofOneIsItsHash()
    {
        Preference preference = stored("U0001", 17);
        const QByteArray head = QByteArray("U0001") + '\0' + "reminders" + '\0' + "opted_out" + '\0';
        const auto sha256 = [](const QByteArray& record) {
            return QString::fromLatin1(QCryptographicHash::hash(record, QCryptographicHash::Sha256).toHex());
        };
        QCOMPARE(digestOf({preference}).hex(), sha256(head + '\0' + "17"));
        preference.snoozedUntil = 1'770'000'000'000;
        QCOMPARE(digestOf({preference}).hex(), sha256(head + "1770000000000" + '\0' + "17"));
    }

    void orderDoesNotMatterAndRemovingUndoesAdding()
    {
        const Preference a = stored("U0001", 1);
        const Preference b = stored("U0002", 2);
        const Preference c = stored("U0003", 3);
        QCOMPARE(digestOf({a, b, c}), digestOf({c, a, b}));
        PreferenceDigest digest = digestOf({a, b, c});
        digest.remove(b);
        QCOMPARE(digest, digestOf({a, c}));
        digest.remove(a);
        digest.remove(c);
        QCOMPARE(digest, PreferenceDigest());
    }

    void carriesOverAllWords()
    {
        // 1,000 random elements overflow every word many times; undone in another order nothing is left.
        PreferenceDigest digest;
        for (int i = 1; i <= 1000; ++i)
            digest.add(stored(qPrintable(QString::number(i)), i));
        for (int i = 1000; i >= 1; --i)
            digest.remove(stored(qPrintable(QString::number(i)), i));
        QCOMPARE(digest, PreferenceDigest());
    }

    void addsAsNumbersModulo256Bits()
    {
        auto digest = PreferenceDigest::fromHex(QString(64, QLatin1Char('f')), 1);
        const auto two = PreferenceDigest::fromHex(QString(63, QLatin1Char('0')) + QLatin1Char('2'), 1);
        digest->merge(*two);
        QCOMPARE(digest->hex(), QString(63, QLatin1Char('0')) + QLatin1Char('1'));
        QCOMPARE(digest->count(), 2);
    }

    void everyFieldCounts()
    {
        const Preference base = stored("U0001", 17);
        Preference other = base;
        const auto differs = [&base](const Preference& preference) {
            return digestOf({base}).hex() != digestOf({preference}).hex();
        };
        other.version = 18;
        QVERIFY(differs(other));
        other = base;
        other.state = PreferenceState::Default;
        QVERIFY(differs(other));
        other = base;
        other.snoozedUntil = 1;
        QVERIFY(differs(other));
        other = base;
        other.category = everyCategory();
        QVERIFY(differs(other));
        other = base;
        other.reason = QStringLiteral("whatever");
        QVERIFY(!differs(other));
    }

    void theNeverSetCountsAsNothingButTwiceIsNotOnce()
    {
        QCOMPARE(digestOf({stored("U0001", 0)}), PreferenceDigest());
        PreferenceDigest digest;
        digest.replace(stored("U0001", 0), stored("U0001", 5));
        QCOMPARE(digest, digestOf({stored("U0001", 5)}));
        QVERIFY(digestOf({stored("U0001", 5), stored("U0001", 5)}).hex() != PreferenceDigest().hex());
    }

    void readsItsOwnHexOnly()
    {
        const PreferenceDigest digest = digestOf({stored("U0001", 5)});
        QCOMPARE(PreferenceDigest::fromHex(digest.hex(), 1), std::optional(digest));
        QVERIFY(!PreferenceDigest::fromHex(digest.hex().chopped(1), 1));
        QVERIFY(!PreferenceDigest::fromHex(digest.hex().toUpper(), 1));
        QVERIFY(!PreferenceDigest::fromHex({}, 0));
    }

    void rangesAreHalfOpenAndComparedAsBytes()
    {
        const SubjectId id(QStringLiteral("U0002"));
        QVERIFY(isInDigestRange(id, {}, {}));
        QVERIFY(isInDigestRange(id, QStringLiteral("U0002"), {}));
        QVERIFY(!isInDigestRange(id, {}, QStringLiteral("U0002")));
        QVERIFY(isInDigestRange(id, QStringLiteral("U0001"), QStringLiteral("U0003")));
        QVERIFY(isInDigestRange(SubjectId(QStringLiteral("ä")), QStringLiteral("z"), {}));
    }
};

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
