#include "domain/address.h"

#include <QTest>

using namespace refrain;

class TestAddress : public QObject {
    Q_OBJECT

private slots:
    void idsOfSlacksAreNoNamesOfProfiles_data()
    {
        QTest::addColumn<bool>("looks");
        for (const char* id : {"U012345", "W0ABCDEF", "C0000001", "G1234567", "D1234567", "T1234567", "E1234567"})
            QTest::newRow(id) << true;
        for (const char* id : {"U01234", "u012345", "channel_general", "X012345", "U012345 ", "C012345-1", "42", ""})
            QTest::newRow(*id ? id : "nothing") << false;
    }

    void idsOfSlacksAreNoNamesOfProfiles()
    {
        QFETCH(bool, looks);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(looksLikeSlackId(tag == QLatin1String("nothing") ? QString() : tag), looks);
    }

    void addressesAreWrittenAsSlackDoes_data()
    {
        QTest::addColumn<AddressKind>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");  // empty: refused
        QTest::newRow("a channel in small letters") << AddressKind::ChannelId << "c0123abcd"
                                                    << "C0123ABCD";
        QTest::newRow("an old private room") << AddressKind::ChannelId << "G0123ABCD"
                                             << "G0123ABCD";
        QTest::newRow("a channel's bare name") << AddressKind::ChannelId << "general"
                                               << "";
        QTest::newRow("a channel's name") << AddressKind::ChannelId << "#general"
                                          << "";
        QTest::newRow("a member as channel") << AddressKind::ChannelId << "U0123ABCD"
                                             << "";
        QTest::newRow("a member") << AddressKind::UserId << " u0123abcd "
                                  << "U0123ABCD";
        QTest::newRow("a member of an organization") << AddressKind::UserId << "W0123ABCD"
                                                     << "W0123ABCD";
        QTest::newRow("two members") << AddressKind::UserId << "U0123ABCD,U0123ABCE"
                                     << "";
        QTest::newRow("an e-mail address in capitals") << AddressKind::Email << "Ann.Berg@Example.COM"
                                                       << "ann.berg@example.com";
        QTest::newRow("two addresses") << AddressKind::Email << "a@b.example, c@d.example"
                                       << "";
        QTest::newRow("no domain") << AddressKind::Email << "ann@"
                                   << "";
        QTest::newRow("a webhook is asked about elsewhere")
            << AddressKind::IncomingWebhook << "https://hooks.slack.com/services/x"
            << "";
    }

    void addressesAreWrittenAsSlackDoes()
    {
        QFETCH(AddressKind, kind);
        QFETCH(QString, text);
        QTEST(normalizedAddress(kind, text).value_or(QString()), "expected");
    }

    void secretsAreToldByTheirEndOnly()
    {
        QCOMPARE(maskedToken(Secret("xoxb-123456789012-abcdefghijkl")), QStringLiteral("xoxb-…ijkl"));
        QCOMPARE(maskedToken(Secret("xoxb-short")), QStringLiteral("xoxb-…"));
        const QString hook =
            masked(AddressKind::IncomingWebhook, Secret("https://hooks.slack.com/services/T1/B1/abcdefghijklmnopqrst"));
        QCOMPARE(hook, QStringLiteral("https://hooks.slack.com/services/T1/…qrst"));
        QCOMPARE(masked(AddressKind::Email, Secret("a@b.example")), QStringLiteral("a@b.example"));
    }
};

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
