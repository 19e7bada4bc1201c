#include "slack/blocks/messagecheck.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace refrain;
using namespace refrain::slack;

class TestMessageCheck : public QObject {
    Q_OBJECT

private slots:
    void takesWhatSlackTakesAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("blocks");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char* name, const QByteArray& blocks, const char* fault = "") {
            QTest::newRow(name) << '[' + blocks + ']' << QString::fromUtf8(fault);
        };
        const QByteArray text = R"({"type":"mrkdwn","text":"a"})";
        const QByteArray plain = R"({"type":"plain_text","text":"a"})";
        const QByteArray image = R"({"type":"image","image_url":"https://a.example/b.png","alt_text":"a"})";
        const QByteArray button = R"({"type":"button","url":"https://a.example","text":)" + plain + "}";
        row("a divider", R"({"type":"divider"})");
        row("a header", R"({"type":"header","text":)" + plain + "}");
        row("a section", R"({"type":"section","text":)" + text + "}");
        row("a section of fields", R"({"type":"section","fields":[)" + text + "," + plain + "]}");
        row("a section with an image", R"({"type":"section","text":)" + text + R"(,"accessory":)" + image + "}");
        row("an image", image);
        row("a context", R"({"type":"context","elements":[)" + text + "," + image + "]}");
        row("buttons that lead somewhere", R"({"type":"actions","elements":[)" + button + "]}");

        row("no object", "1", "Block 1 is no object with a type.");
        row("an unknown type", R"({"type":"divider"},{"type":"poem"})",
            "Block 2 (poem): a message has blocks of type header, section, divider, image, context and actions.");
        row("an input", R"({"type":"input"})",
            "Block 1 (input): a message has blocks of type header, section, divider, image, context and actions.");
        row("a header in mrkdwn", R"({"type":"header","text":)" + text + "}",
            "Block 1 (header): text must be plain_text.");
        row("a header without text", R"({"type":"header"})",
            "Block 1 (header): text must be an object with type plain_text and text.");
        row("a section without text", R"({"type":"section"})",
            "Block 1 (section): text must be an object with type mrkdwn or plain_text and text.");
        row("a bare text", R"({"type":"section","text":"a"})",
            "Block 1 (section): text must be an object with type mrkdwn or plain_text and text.");
        row("an empty text", R"({"type":"section","text":{"type":"mrkdwn","text":""}})",
            "Block 1 (section): text is empty.");
        row("too long a text",
            R"({"type":"section","text":{"type":"mrkdwn","text":")" + QByteArray(3001, 'x') + R"("}})",
            "Block 1 (section): text has 3001 characters, and Slack takes 3000.");
        row("too long a header",
            R"({"type":"header","text":{"type":"plain_text","text":")" + QByteArray(151, 'x') + R"("}})",
            "Block 1 (header): text has 151 characters, and Slack takes 150.");
        row("no fields", R"({"type":"section","fields":[]})",
            "Block 1 (section): fields must be a list of 1 to 10 texts.");
        row("an image without words", R"({"type":"image","image_url":"https://a.example/b.png"})",
            "Block 1 (image): an image needs an alt_text, for those who cannot see it.");
        row("an image from nowhere", R"({"type":"image","image_url":"ftp://a.example/b.png","alt_text":"a"})",
            "Block 1 (image): image_url must be an address that begins with https:// or http://.");
        row("an empty context", R"({"type":"context","elements":[]})",
            "Block 1 (context): elements must be a list of 1 to 10 texts and images.");
        row("a button that nobody would answer",
            R"({"type":"actions","elements":[{"type":"button","action_id":"a","text":)" + plain + "}]}",
            "Block 1 (actions): only buttons with a url may stand here; nobody would answer anything else.");
        row("a button that plays Refrain's",
            R"({"type":"actions","elements":[{"type":"button","action_id":"optout.start","url":"https://a.example","text":)" +
                plain + "}]}",
            "Block 1 (actions): an action_id that begins with “optout.” is Refrain's own.");
        row("a name twice", R"({"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"})",
            "Two blocks have the block_id “a”.");
    }

    void takesWhatSlackTakesAndNothingElse()
    {
        QFETCH(QByteArray, blocks);
        QFETCH(QString, fault);
        const QJsonDocument document = QJsonDocument::fromJson(blocks);
        QVERIFY(document.isArray());
        const Result<> checked = checkMessageBlocks(document.array(), 49);
        QCOMPARE(checked ? QString() : checked.error().message(), fault);
    }
};

QTEST_GUILESS_MAIN(TestMessageCheck)
#include "tst_messagecheck.moc"
