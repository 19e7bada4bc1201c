#include "console/sending/messagelook.h"

#include <QJsonDocument>
#include <QTest>

using namespace refrain::console;

/// What a preview makes of Slack's markup and of Block Kit.
class MessageLookTest final : public QObject {
    Q_OBJECT

private slots:
    void markup_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("html");
        const auto row = [](const char* name, const char* text, const char* html) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(html);
        };
        row("plain text stays", "Hello", "Hello");
        row("bold, italic and struck", "*a* _b_ ~c~", "<b>a</b> <i>b</i> <s>c</s>");
        row("a star in a sum is no mark", "2*3*4", "2*3*4");
        row("a star before a blank is no mark", "* one *", "* one *");
        row("an underline within a word is no mark", "snake_case_name", "snake_case_name");
        row("marks in each other", "*a _b_ c*", "<b>a <i>b</i> c</b>");
        row("HTML is text", "<script>alert(1)</script> & <b>",
            "<span style=\"color:L\">script</span>alert(1)<span style=\"color:L\">/script</span> &amp; "
            "<span style=\"color:L\">b</span>");
        row("Slack's own escapes are decoded once", "a &lt;b&gt; &amp;lt;", "a &lt;b&gt; &amp;lt;");
        row("a link shows its label", "<https://a.test/x_y_z|the *page*>", "<span style=\"color:L\">the *page*</span>");
        row("a member has a name where it is known", "<@U1234567>", "<span style=\"color:L\">@Bea</span>");
        row("a member without one has the id", "<@U7654321>", "<span style=\"color:L\">@U7654321</span>");
        row("everybody is called", "<!channel>", "<span style=\"color:L\">@channel</span>");
        row("code is not read", "`*a* <b>`", "<code style=\"background-color:C\">*a* &lt;b&gt;</code>");
        row("a block of code keeps its lines", "```a\nb```", "<code style=\"background-color:C\">a<br/>b</code>");
        row("a quotation has a bar", "&gt; said\nnot", "<span style=\"color:Q\">▎</span> said<br/>not");
        row("characters of the private area cannot forge a piece", "\xEE\x80\x80 `x`",
            "\xEF\xBF\xBD <code style=\"background-color:C\">x</code>");
    }

    void markup()
    {
        QFETCH(QString, text);
        const auto nameOf = [](const QString& id) {
            return id == QLatin1String("U1234567") ? QStringLiteral("Bea") : QString();
        };
        const MarkupColours colours{QStringLiteral("L"), QStringLiteral("Q"), QStringLiteral("C")};
        QTEST(markupToHtml(text, colours, nameOf), "html");
    }

    void partsOfBlocks()
    {
        using Sort = MessagePart::Sort;
        const QJsonArray blocks = QJsonDocument::fromJson(R"([
            {"type": "header", "text": {"type": "plain_text", "text": "News"}},
            {"type": "section", "text": {"type": "mrkdwn", "text": "*Hi*"},
             "accessory": {"type": "button", "text": {"type": "plain_text", "text": "Go"}}},
            {"type": "section", "fields": [{"type": "mrkdwn", "text": "a"}, {"type": "mrkdwn", "text": "b"}]},
            {"type": "divider"},
            {"type": "context", "elements": [{"type": "mrkdwn", "text": "small"}]},
            {"type": "actions", "elements": [{"type": "button", "text": {"type": "plain_text", "text": "Stop"}}]},
            {"type": "video"}])")
                                      .array();
        const std::vector<MessagePart> parts = messageParts(QStringLiteral("unused"), blocks);
        const std::vector<MessagePart> expected{{Sort::Heading, QStringLiteral("News"), {}, true},
                                                {Sort::Text, QStringLiteral("*Hi*"), {}, false},
                                                {Sort::Buttons, {}, {QStringLiteral("Go")}, true},
                                                {Sort::Fields, {}, {QStringLiteral("a"), QStringLiteral("b")}, false},
                                                {Sort::Divider, {}, {}, false},
                                                {Sort::Quiet, QStringLiteral("small"), {}, false},
                                                {Sort::Buttons, {}, {QStringLiteral("Stop")}, true},
                                                {Sort::Unknown, QStringLiteral("video"), {}, true}};
        QCOMPARE(parts.size(), expected.size());
        for (size_t i = 0; i < parts.size(); ++i)
            QVERIFY2(parts[i] == expected[i], qPrintable(QString::number(i)));
        QCOMPARE(messageParts(QStringLiteral("alone"), {}).front().text, QStringLiteral("alone"));
    }

    void whoIsCalledTogether_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("called");
        QTest::newRow("nobody") << QStringLiteral("@channel, !here") << QStringList();
        QTest::newRow("a channel") << QStringLiteral("Hi <!channel>!") << QStringList{QStringLiteral("@channel")};
        QTest::newRow("with a label") << QStringLiteral("<!here|here>") << QStringList{QStringLiteral("@here")};
        QTest::newRow("all, each once") << QStringLiteral("<!everyone> <!here> <!here> <!channel>")
                                        << QStringList{QStringLiteral("@channel"), QStringLiteral("@here"),
                                                       QStringLiteral("@everyone")};
    }

    void whoIsCalledTogether()
    {
        QFETCH(QString, text);
        QTEST(calledTogether(text), "called");
    }
};

QTEST_APPLESS_MAIN(MessageLookTest)
#include "tst_messagelook.moc"
