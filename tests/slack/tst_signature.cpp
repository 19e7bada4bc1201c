#include "slack/signature.h"

#include <QTest>

using namespace refrain;

namespace {
const Secret secret(QByteArray("8f742231b10e8888abcd99yyyzzz85a5"));
}

class TestSignature : public QObject {
    Q_OBJECT

private slots:
    void agreesWithPublishedSignatures_data()
    {
        QTest::addColumn<QByteArray>("timestamp");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("signature");
        QTest::newRow("Slack's own slash command")
            << QByteArray("1531420618")
            << QByteArray(
                   "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                   "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                   "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F"
                   "96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121."
                   "803a0bc887a14d10d2c447fce8b6703c")
            << QByteArray("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
        QTest::newRow("an /optout command")
            << QByteArray("1700000000")
            << QByteArray(
                   "token=tok&team_id=T0001&team_domain=example&channel_id=C0001&channel_name=general"
                   "&user_id=U0001&user_name=steve&command=%2Foptout&text=marketing&api_app_id=A0001"
                   "&is_enterprise_install=false&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F1234%2F"
                   "5678&trigger_id=1.2.abc")
            << QByteArray("v0=7e124ef77aff8d4922e726c95dd03b8c0e51c85f23a5fd9ed13af932f7e4406e");
        QTest::newRow("the events handshake")
            << QByteArray("1700000000")
            << QByteArray(
                   "{\"token\":\"tok\",\"challenge\":\"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P\","
                   "\"type\":\"url_verification\"}")
            << QByteArray("v0=1c109466fbb661a58c42c088a43db1700eb04a0a473a81162b9cabb18b4c3c42");
        QTest::newRow("an empty body") << QByteArray("1700000000") << QByteArray()
                                       << QByteArray(
                                              "v0=e32114b39f9a22e4b8d8778478b39e6ed0677e5562e5474c3104b4074f1917e2");
    }

    void agreesWithPublishedSignatures()
    {
        QFETCH(QByteArray, timestamp);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, signature);
        QCOMPARE(slack::requestSignature(secret, timestamp, body), signature);
        QVERIFY(slack::isSignedBySlack(secret, timestamp, signature, body, timestamp.toLongLong() * 1000));
    }

    void refusesWhatSlackDidNotSign_data()
    {
        QTest::addColumn<QByteArray>("timestamp");
        QTest::addColumn<qint64>("laterSeconds");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("accepted");
        const QByteArray time("1700000000");
        QTest::newRow("as sent") << time << qint64(0) << QByteArray("a=1") << true;
        QTest::newRow("five minutes old") << time << qint64(300) << QByteArray("a=1") << true;
        QTest::newRow("a second older than that") << time << qint64(301) << QByteArray("a=1") << false;
        QTest::newRow("five minutes ahead") << time << qint64(-300) << QByteArray("a=1") << true;
        QTest::newRow("a second further ahead") << time << qint64(-301) << QByteArray("a=1") << false;
        QTest::newRow("another body") << time << qint64(0) << QByteArray("a=2") << false;
        QTest::newRow("another time") << QByteArray("1700000001") << qint64(0) << QByteArray("a=1") << false;
        QTest::newRow("no time") << QByteArray() << qint64(0) << QByteArray("a=1") << false;
        QTest::newRow("words for a time") << QByteArray("now") << qint64(0) << QByteArray("a=1") << false;
    }

    void refusesWhatSlackDidNotSign()
    {
        QFETCH(QByteArray, timestamp);
        QFETCH(qint64, laterSeconds);
        QFETCH(QByteArray, body);
        QFETCH(bool, accepted);
        const QByteArray signature = slack::requestSignature(secret, "1700000000", "a=1");
        const Millis now = (1700000000 + laterSeconds) * 1000;
        QCOMPARE(slack::isSignedBySlack(secret, timestamp, signature, body, now), accepted);
    }

    void anEmptySecretAcceptsNothing()
    {
        const QByteArray signature = slack::requestSignature(Secret(), "1700000000", "a=1");
        QVERIFY(!slack::isSignedBySlack(Secret(), "1700000000", signature, "a=1", 1700000000000));
    }
};

QTEST_GUILESS_MAIN(TestSignature)
#include "tst_signature.moc"
