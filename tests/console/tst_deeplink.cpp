#include "console/links/deeplink.h"

#include <QTest>

using namespace refrain;
using console::DeepLink;

class DeepLinkTest final : public QObject {
    Q_OBJECT

private slots:
    void whatAWorkspaceAndAnIdIs()
    {
        const auto link = DeepLink::fromString(QStringLiteral("refrain://workspace/T0123/subject/U02AB3CD4"));
        QVERIFY(link);
        QCOMPARE(link->workspace.toString(), QStringLiteral("T0123"));
        QCOMPARE(link->subject.toString(), QStringLiteral("U02AB3CD4"));
        QCOMPARE(DeepLink::fromString(link->toString()), link);
    }

    void anythingElseIsNone_data()
    {
        QTest::addColumn<QString>("text");
        const char* texts[] = {"",
                               "refrain://workspace/T0123",
                               "refrain://workspace/T0123/subject/",
                               "refrain://workspace/T0123/subject/U1/..",
                               "refrain://workspace/T0123/subject/U12?act=off",
                               "refrain://workspace/T0123/subject/U12#x",
                               "refrain://workspace:80/T0123/subject/U12",
                               "refrain://user@workspace/T0123/subject/U12",
                               "refrain://elsewhere/T0123/subject/U12",
                               "refrain://workspace/t0123/subject/U12",
                               "refrain://workspace/T0123/subject/u12",
                               "refrain://workspace/T0123/subject/U12\n",
                               "refrain://workspace/T0123/subject/U%31",
                               " refrain://workspace/T0123/subject/U12",
                               "https://workspace/T0123/subject/U12",
                               "refrain://workspace/T0123/subject/--practice",
                               "refrain://workspace/X0123/subject/U12"};
        for (const char* text : texts)
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("a very long one") << QStringLiteral("refrain://workspace/T0123/subject/U") + QString(1000, u'A');
    }

    void anythingElseIsNone()
    {
        QFETCH(QString, text);
        QVERIFY(!DeepLink::fromString(text));
    }
};

QTEST_GUILESS_MAIN(DeepLinkTest)
#include "tst_deeplink.moc"
