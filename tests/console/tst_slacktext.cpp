#include "console/table/builtinwords.h"
#include "console/table/slacktext.h"

#include <QTest>

using namespace refrain::console;

/// What people read of texts in Slack's markup.
class TestSlackText : public QObject {
    Q_OBJECT
private slots:
    void itIsReadAsPlainText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        const auto row = [](const char* name, const char* text, const char* plain) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(plain);
        };
        row("plain stays", "Lunch at 12, bring <3", "Lunch at 12, bring <3");
        row("a link with a label", "see <https://wiki.test/x|the wiki>!", "see the wiki!");
        row("a link without", "see <https://wiki.test/x>", "see https://wiki.test/x");
        row("an address to write to", "<mailto:bea@acme.test>", "bea@acme.test");
        row("a member", "ask <@U02AB3CD4>", "ask @U02AB3CD4");
        row("a member with a label", "ask <@U02AB3CD4|bea>", "ask @bea");
        row("a channel", "in <#C123|general>", "in #general");
        row("a channel without", "in <#C123>", "in #C123");
        row("everybody there", "<!here> look", "@here look");
        row("a group", "<!subteam^S123|@design>", "@design");
        row("a date", "<!date^1392734382^{date}|Feb 18>", "Feb 18");
        row("decoded once", "Q&amp;A, 1 &lt; 2, not &amp;lt;", "Q&A, 1 < 2, not &lt;");
        row("markup in a label", "<https://x.test|a &amp; b>", "a & b");
        row("an open bracket", "a <b", "a <b");
        row("empty", "", "");
    }

    void itIsReadAsPlainText()
    {
        QFETCH(QString, text);
        QTEST(plainText(text), "plain");
    }

    void mentionsGetTheNamesThatAreKnown()
    {
        const auto nameOf = [](const QString& id) {
            return id == QLatin1String("U02AB3CD4") ? QStringLiteral("Bea Bobson") : QString();
        };
        QCOMPARE(mentionsNamed(QStringLiteral("ask @U02AB3CD4, @U99 or @here"), nameOf),
                 QStringLiteral("ask @Bea Bobson, @U99 or @here"));
    }

    void aWorkspacesOwnWordsStay()
    {
        QCOMPARE(builtInWords(QStringLiteral("Because the law says so.")), QStringLiteral("Because the law says so."));
    }
};

QTEST_GUILESS_MAIN(TestSlackText)
#include "tst_slacktext.moc"
