#include "service/access/permission.h"

#include <QTest>

using namespace refrain;
using service::Permission;

class TestPermission : public QObject {
    Q_OBJECT

private slots:
    void rolesMayWhatTheContractSays_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("allowed");
        // Read, change One, Send, see Notifications, Decide, mint Links, Administer
        QTest::newRow("a viewer reads") << QStringLiteral("viewer") << QStringLiteral("RND");
        QTest::newRow("support also changes one subject at a time")
            << QStringLiteral("support") << QStringLiteral("RONDL");
        QTest::newRow("a sender also sends") << QStringLiteral("sender") << QStringLiteral("ROSNDL");
        QTest::newRow("an admin may everything") << QStringLiteral("admin") << QStringLiteral("ROSNDLA");
        QTest::newRow("a service decides, notifies and mints links")
            << QStringLiteral("service") << QStringLiteral("SNDL");
    }

    void rolesMayWhatTheContractSays()
    {
        QFETCH(QString, role);
        QFETCH(QString, allowed);
        const Role who = *roleFromString(role);
        const std::pair<Permission, QChar> all[] = {{Permission::Read, u'R'},      {Permission::ChangeOne, u'O'},
                                                    {Permission::Send, u'S'},      {Permission::Decide, u'D'},
                                                    {Permission::MintLinks, u'L'}, {Permission::SeeSent, u'N'},
                                                    {Permission::Administer, u'A'}};
        for (const auto& [permission, letter] : all)
            QVERIFY2(service::may(who, permission) == allowed.contains(letter), qPrintable(QString(letter)));
    }

    void privateNamesAndReasons()
    {
        QVERIFY(service::seesPrivateChannels(Role::Admin));
        QVERIFY(!service::seesPrivateChannels(Role::Support));
        QVERIFY(service::needsReason(Role::Support));
        QVERIFY(service::needsReason(Role::Sender));
        QVERIFY(!service::needsReason(Role::Admin));
    }
};

QTEST_GUILESS_MAIN(TestPermission)
#include "tst_permission.moc"
