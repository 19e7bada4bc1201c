#include "service/templates/templates.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace refrain;
using namespace refrain::service;

class TestTemplateProgram : public QObject {
    Q_OBJECT

    static TemplateProgram program() { return TemplateProgram(QStringLiteral(REFRAIN_BIN_DIR "/refrain-template")); }

private slots:
    void yieldsWhatTheDataMakesOfIt()
    {
        const Result<Message> message =
            render(program(), QStringLiteral(R"(
            local d = std.extVar("data");
            {
              text: "Hello %(name)s, %(count)d things" % d,
              blocks: [{type: "section", text: {type: "mrkdwn", text: "*%s*" % item}} for item in d.items],
            })"),
                   {{QStringLiteral("name"), QStringLiteral("Zoë 😀 \"quoted\"\n")},
                    {QStringLiteral("count"), 3},
                    {QStringLiteral("items"), QJsonArray{QStringLiteral("a"), QStringLiteral("b")}}});
        QVERIFY2(message, message ? "" : qPrintable(message.error().toString()));
        QCOMPARE(message->text, QStringLiteral("Hello Zoë 😀 \"quoted\"\n, 3 things"));
        QCOMPARE(message->blocks.size(), 2);
    }

    void whatIsWrongIsSaidByLineInPlainWords_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const char* source, const char* sentence) {
            QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(sentence);
        };
        row("a comma is missing", "{\n text: 'a'\n blocks: []}",
            "Line 3, column 2 of the template: a comma is missing before this field, or a brace at the end of the one "
            "before.");
        row("an unknown name", "{text: foo}", "Line 1, column 8 of the template: nothing here is called “foo”.");
        row("data that is not there", "local d = std.extVar('data');\n\n{text: d.nam}",
            "Line 3, column 8 of the template: there is no field “nam”.");
        row("another external variable", "{text: std.extVar('secret')}",
            "Line 1, column 8 of the template: the only external variable is std.extVar(\"data\").");
        row("endless recursion", "local f(x) = f(x + 1) + 1; {text: f(1)}",
            "Line 1, column 14 of the template: it calls itself without end, or too deeply.");
        row("endless recursion in constant space", "local f(x) = f(x + 1) tailstrict; f(1)",
            "The template computes for more than 2 seconds.");
        row("a text of 1 GB", "{text: std.repeat('x', 1000000000)}", "The template needs more than 256 MB of memory.");
        row("a text that doubles", "local f(s, n) = if n == 0 then s else f(s + s, n - 1); {text: f('x', 40)}",
            "The template needs more than 256 MB of memory.");
        row("a long list", "std.foldl(function(a, b) a + b, std.range(1, 100000000), 0)",
            "The template needs more than 256 MB of memory.");
        row("an import", "import '/etc/passwd'", "Line 1, column 1 of the template: a template cannot import files.");
        row("an import as text", "{text: importstr '/etc/hostname'}",
            "Line 1, column 8 of the template: a template cannot import files.");
        row("a native function", "{text: std.native('system')('id')}",
            "Line 1, column 8 of the template: only functions can be called, got null.");
        row("a failure of its own", "{text: error 'Say who'}", "Line 1, column 8 of the template: Say who.");
        row("a failure inside the library", "\n{text: std.parseInt('x')}",
            "Line 2, column 8 of the template: x is not a base 10 integer.");
        row("a text that does not end", "{text: 'abc}",
            "Line 1, column 8 of the template: the quotation mark that ends this text is missing.");
        row("no colon", "{text 'a'}",
            "Line 1, column 7 of the template: a sign such as a colon is missing before \"a\".");
        row("another sign than a colon", "{text = 1}",
            "Line 1, column 2 of the template: after a field's name comes a colon, not “=”.");
        row("a local without its end", "local x = 1 {text: x}",
            "Line 1, column 22 of the template: a local ends with a semicolon; here comes end of file.");
        row("a brace too many", "{text: 'a'}}",
            "Line 1, column 12 of the template: the message ended already; “}” is too much.");
        row("a value is missing", "{text: 'a', blocks: [ }",
            "Line 1, column 23 of the template: something is missing before “}”.");
        row("a field twice", "{text: 'a', text: 'b'}",
            "Line 1, column 13 of the template: the field “text” is there twice.");
        row("what is neither true nor false", "{text: if 1 then 'a'}",
            "Line 1, column 8 of the template: what stands after “if” must be true or false, and is a number.");
        row("two kinds that do not add up", "{text: 1 + {}}",
            "Line 1, column 8 of the template: “+” does not go between a number and a object.");
        row("nothing", "",
            "Line 1, column 1 of the template: it ends too early: something opened before is not closed, or nothing is "
            "there.");
        row("a bare text", "'hello'", "A template yields an object: {text: …}, with blocks where it has them.");
        row("a list", "[]", "A template yields an object: {text: …}, with blocks where it has them.");
        row("a function", "function(x) x", "The template: the function is called without its “x”.");
        row("no text", "{blocks: []}",
            "The message has no text. With blocks too it needs one: notifications and screen readers show it.");
        row("a field misspelt", "{text: 'a', block: []}", "A message has text and blocks; “block” is neither.");
        row("too long a text", "{text: std.repeat('x', 3001)}",
            "The message's text has 3001 characters; at most 3000 are allowed.");
        row("too many blocks", "{text: 'a', blocks: [{type: 'divider'} for i in std.range(1, 50)]}",
            "The message has 50 blocks. Slack takes 50, and one of them holds the buttons to opt out: 49 are left.");
        row("blocks that are none", "{text: 'a', blocks: 'b'}", "The message's blocks must be a list.");
        row("far too long a value", "{text: 'a', blocks: [std.repeat('x', 300000)]}",
            "The template: the message is longer than 256 KiB.");
    }

    void whatIsWrongIsSaidByLineInPlainWords()
    {
        QFETCH(QString, source);
        QFETCH(QString, sentence);
        QElapsedTimer timer;
        timer.start();
        const Result<Message> message = render(program(), source, {});
        QVERIFY(!message);
        QVERIFY(message.error().is(ErrorCode::Invalid));
        QCOMPARE(message.error().message(), sentence);
        QVERIFY(timer.elapsed() < 6'000);
    }

    void nestingWithoutEndBreaksNothing()
    {
        const Result<QJsonObject> value = program().evaluate(QString(100'000, QLatin1Char('[')), {});
        QVERIFY(!value);
        QVERIFY(value.error().is(ErrorCode::Invalid));
    }

    void aProgramThatIsNotThereIsNobodysFault()
    {
        const auto value = TemplateProgram(QStringLiteral("/nowhere/refrain-template")).evaluate(QString(), {});
        QVERIFY(!value);
        QVERIFY(value.error().is(ErrorCode::Unavailable));
    }
};

QTEST_GUILESS_MAIN(TestTemplateProgram)
#include "tst_templateprogram.moc"
