#include "tests/rules/habits.h"
#include "tests/rules/samples.h"

#include <QTest>

using namespace refrain::rules;

using Rule = QStringList (*)(const SourceTree&);
Q_DECLARE_METATYPE(Rule)

class TestHabits : public QObject {
    Q_OBJECT

private slots:
    void theTreeIsClean_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::newRow("no forbidden calls") << Rule(forbiddenCalls);
        QTest::newRow("every lambda has a context") << Rule(contextlessConnects);
        QTest::newRow("one way out to the network") << Rule(strayNetworkAccess);
        QTest::newRow("nothing is left unfinished") << Rule(unfinishedWork);
    }

    void theTreeIsClean()
    {
        QFETCH(Rule, rule);
        const QStringList findings = rule(ownTree());
        QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
    }

    void seesBadSamples_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("red");
        forbiddenCallRows();
        connectRows();
        networkRows();
        unfinishedRows();
    }

    void seesBadSamples()
    {
        QFETCH(Rule, rule);
        QFETCH(QString, line);
        QFETCH(bool, red);
        const QStringList findings =
            rule(treeOf({{QStringLiteral("app/base/x.cpp"), QStringLiteral("int a;\n") + line}}));
        QCOMPARE(findings.size(), red ? 1 : 0);
        if (red)
            QVERIFY2(findings.first().startsWith(QLatin1String("app/base/x.cpp:2: ")), qPrintable(findings.first()));
    }

    void oneTransportMayHaveAHeaderAndASource()
    {
        const QString use = QStringLiteral("QNetworkAccessManager m;\n");
        Samples files{{QStringLiteral("app/net/transport.h"), use}, {QStringLiteral("app/net/transport.cpp"), use}};
        QCOMPARE(strayNetworkAccess(treeOf(files)), QStringList());
        files.append({QStringLiteral("app/net/another.cpp"), use});
        QCOMPARE(strayNetworkAccess(treeOf(files)).size(), 1);
    }

    void blanksOnlyWhatIsNotCode_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("code stays") << "a + b"
                                    << "a + b";
        QTest::newRow("a string") << "f(\"ab\")"
                                  << "f(\"  \")";
        QTest::newRow("an escaped quote") << "f(\"a\\\"b\") + c"
                                          << "f(\"    \") + c";
        QTest::newRow("a raw string with quotes") << "R\"x(a\"b)x\" + c"
                                                  << "R        \" + c";
        QTest::newRow("a quote as a character") << "c == '\"' + d"
                                                << "c == ' ' + d";
        QTest::newRow("thousands") << "1'000 + 2'000"
                                   << "1'000 + 2'000";
        QTest::newRow("lines stay") << "/* a\nb */ c"
                                    << "/   \n   / c";
    }

    void blanksOnlyWhatIsNotCode()
    {
        QFETCH(QString, text);
        QTEST(codeOnly(text), "code");
    }

private:
    static void add(const char* name, Rule rule, const QString& line, bool red)
    {
        QTest::newRow(name) << rule << line << red;
    }

    static void forbiddenCallRows()
    {
        const auto row = [](const char* name, const char* line, bool red = true) {
            add(name, forbiddenCalls, QLatin1String(line), red);
        };
        row("a singleton", "Session::instance()->save();");
        row("a singleton's declaration", "static Session& instance();");
        row("Qt's own application object", "QCoreApplication::instance()->quit();", false);
        row("a signal by its text", "connect(a, SIGNAL(done()), b, &B::go);");
        row("a slot by its text", "connect(a, &A::done, b, SLOT(go()));");
        row("a nested loop", "QEventLoop loop;");
        row("events by hand", "qApp->processEvents();");
        row("a question that blocks", "QMessageBox::question(this, title, text);");
        row("a file dialog that blocks", "QFileDialog::getSaveFileName(this);");
        row("a sorting proxy", "QSortFilterProxyModel proxy;");
        row("a wait by the clock", "QTest::qWait(50);");
        row("a sleeping thread", "std::this_thread::sleep_for(50ms);");
        row("another one", "QThread::msleep(50);");
        row("in a comment", "// not a QEventLoop", false);
        row("in a string", "tr(\"QEventLoop\");", false);
    }

    static void connectRows()
    {
        const auto row = [](const char* name, const char* line, bool red = true) {
            add(name, contextlessConnects, QLatin1String(line), red);
        };
        row("a lambda in third place", "connect(a, &A::done, [this] { go(); });");
        row("on several lines", "QObject::connect(a(1, 2), &A::done,\n        [=](int x, int y) { go(); });");
        row("a lambda with context", "connect(a, &A::done, this, [this] { go(); });", false);
        row("a slot of our own", "connect(a, &A::done, &B::go);", false);
        row("another function's name", "reconnect(a, b, [] {});", false);
    }

    static void networkRows()
    {
        add("a transport elsewhere", strayNetworkAccess, QStringLiteral("QNetworkAccessManager m;"), true);
        add("its name in a comment", strayNetworkAccess, QStringLiteral("// no QNetworkAccessManager"), false);
    }

    static void unfinishedRows()
    {
        const auto row = [](const char* name, const QString& line, bool red = true) {
            add(name, unfinishedWork, line, red);
        };
        row("work for later", QStringLiteral("// TO%1: more").arg(QStringLiteral("DO")));
        row("a known defect", QStringLiteral("// FIX%1").arg(QStringLiteral("ME")));
        row("an admission", QStringLiteral("return tr(\"Not %1\");").arg(QStringLiteral("implemented yet")));
        row("an empty shell", QStringLiteral("// a st%1 for now").arg(QStringLiteral("ub")));
        row("Qt's hint in a field", QStringLiteral("field->setPlaceholderText(hint);"), false);
        row("HTML's hint in a field", QStringLiteral("<input placehold") + QStringLiteral("er=\"Name\">"), false);
    }
};

QTEST_GUILESS_MAIN(TestHabits)
#include "tst_habits.moc"
