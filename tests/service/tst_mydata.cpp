#include "service/slackside/datapieces.h"
#include "slack/payloads/installation.h"
#include "tests/service/surfaces.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Surfaces;

/// "My data": what reaches the person can be read by a program as well.
class TestMyData : public QObject {
    Q_OBJECT

private slots:
    void eachMessageIsWholeAndTogetherTheyAreAll()
    {
        Surfaces shop;
        const QString u1 = QStringLiteral("U1");
        for (int i = 0; i < 60; ++i)
            (void)shop.say(u1, i % 2 == 0 ? QStringLiteral("/optout") : QStringLiteral("/optin"),
                           QStringLiteral("reminders"));
        const QString seen = shop.useHome(QStringLiteral("home.data:download"), QStringLiteral("download"));
        QVERIFY2(seen.contains(QStringLiteral("Your data was sent to you")), qPrintable(seen));
        QVERIFY(shop.posted.size() > 1);
        qsizetype changes = 0;
        bool hasSubject = false;
        for (qsizetype i = 0; i < shop.posted.size(); ++i) {
            const QString text = test::textOf(shop.posted[i]);
            QVERIFY2(text.contains(QStringLiteral("(%1 of %2)").arg(i + 1).arg(shop.posted.size())), qPrintable(text));
            const QString json = text.section(QStringLiteral("```"), 1, 1);
            const QJsonObject piece = QJsonDocument::fromJson(slack::unescaped(json).toUtf8()).object();
            QVERIFY2(!piece.isEmpty(), qPrintable(text));
            changes += piece.value(QLatin1String("changes")).toArray().size();
            hasSubject = hasSubject || piece.contains(QLatin1String("subject"));
        }
        QCOMPARE(changes, *shop.database().number("SELECT count(*) FROM changes WHERE subject = 'U1'"));
        QVERIFY(hasSubject);
    }

    void whatFitsIsOnePiece()
    {
        const QJsonObject file = test::fromJson(R"({"a": 1, "b": [1, 2, 3], "c": [], "d": {"e": null}})");
        const auto pieces = piecesOf(file, 10'000);
        QCOMPARE(pieces.size(), size_t(1));
        QCOMPARE(QJsonDocument::fromJson(pieces.front()).object(), file);
    }

    void anItemThatIsTooLongStandsAlone()
    {
        const QJsonObject file{{QStringLiteral("a"), QJsonArray{QString(500, QLatin1Char('x')), QStringLiteral("y")}}};
        const auto pieces = piecesOf(file, 100);
        QCOMPARE(pieces.size(), size_t(2));
        QCOMPARE(QJsonDocument::fromJson(pieces.back()).object(), test::fromJson(R"({"a": ["y"]})"));
    }
};

QTEST_GUILESS_MAIN(TestMyData)
#include "tst_mydata.moc"
