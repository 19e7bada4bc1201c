#include "tests/rules/layers.h"
#include "tests/rules/samples.h"

#include <QTest>

using namespace refrain::rules;

class TestLayers : public QObject {
    Q_OBJECT

private slots:
    void theTreeIncludesOnlyDownwards()
    {
        const QStringList findings = forbiddenIncludes(ownTree());
        QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
    }

    void theTreeLinksWhatItMayInclude()
    {
        const QStringList findings = forbiddenLinks(ownTree());
        QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
    }

    void seesForbiddenIncludes_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("red");
        QTest::newRow("domain may include base") << "app/domain/x.cpp"
                                                 << "#include \"base/a.h\"" << false;
        QTest::newRow("base may not include domain") << "app/base/x.cpp"
                                                     << "#include \"domain/a.h\"" << true;
        QTest::newRow("angles change nothing") << "app/base/x.cpp"
                                               << "#include <domain/a.h>" << true;
        QTest::newRow("nor do spaces") << "app/base/x.cpp"
                                       << "  #  include   \"domain/a.h\"" << true;
        QTest::newRow("nor does the long way") << "app/base/x.cpp"
                                               << "#include \"app/domain/a.h\"" << true;
        QTest::newRow("nor do dots") << "app/base/x.cpp"
                                     << "#include \"../domain/a.h\"" << true;
        QTest::newRow("wire and net are strangers") << "app/wire/x.cpp"
                                                    << "#include \"net/a.h\"" << true;
        QTest::newRow("the practice Slack shares no code with the client") << "app/sandbox/x.h"
                                                                           << "#include \"slack/a.h\"" << true;
        QTest::newRow("the console never talks to Slack") << "app/console/deep/x.h"
                                                          << "#include \"slack/a.h\"" << true;
        QTest::newRow("a window sees the console") << "ui/people/x.cpp"
                                                   << "#include \"console/a.h\"" << false;
        QTest::newRow("a window sees no wire") << "ui/people/x.cpp"
                                               << "#include \"wire/a.h\"" << true;
        QTest::newRow("nobody includes tests") << "app/net/x.cpp"
                                               << "#include \"tests/support/a.h\"" << true;
        QTest::newRow("a test sees its layer") << "tests/wire/tst_x.cpp"
                                               << "#include \"wire/a.h\"" << false;
        QTest::newRow("a test sees what lies below") << "tests/ui/tst_x.cpp"
                                                     << "#include \"wire/a.h\"" << false;
        QTest::newRow("a test sees nothing beside") << "tests/wire/tst_x.cpp"
                                                    << "#include \"net/a.h\"" << true;
        QTest::newRow("a test sees support") << "tests/wire/tst_x.cpp"
                                             << "#include \"tests/support/a.h\"" << false;
        QTest::newRow("support stays low") << "tests/support/x.h"
                                           << "#include \"net/a.h\"" << true;
        QTest::newRow("a test uses the fixtures of a layer below") << "tests/ui/tst_x.cpp"
                                                                   << "#include \"tests/console/a.h\"" << false;
        QTest::newRow("a test uses no fixtures of a layer above") << "tests/console/tst_x.cpp"
                                                                  << "#include \"tests/ui/a.h\"" << true;
        QTest::newRow("whole programs' tests use any fixtures") << "tests/bench/tst_x.cpp"
                                                                << "#include \"tests/console/a.h\"" << false;
        QTest::newRow("integration sees all") << "tests/integration/tst_x.cpp"
                                              << "#include \"service/a.h\"" << false;
        QTest::newRow("a file that is not there") << "app/net/x.cpp"
                                                  << "#include \"net/none.h\"" << true;
        QTest::newRow("what moc writes") << "tests/net/tst_x.cpp"
                                         << "#include \"tst_x.moc\"" << false;
        QTest::newRow("the system's headers") << "app/net/x.cpp"
                                              << "#include <QString>" << false;
        QTest::newRow("a comment includes nothing") << "app/base/x.cpp"
                                                    << "// it would\n/*\n#include \"net/a.h\"\n*/" << false;
        QTest::newRow("nor does a string") << "app/base/x.cpp"
                                           << "auto s = R\"(\n#include \"net/a.h\"\n)\";" << false;
    }

    void seesForbiddenIncludes()
    {
        QFETCH(QString, from);
        QFETCH(QString, line);
        QFETCH(bool, red);
        Samples files{{from, line + u'\n'},
                      {QStringLiteral("tests/support/a.h"), {}},
                      {QStringLiteral("tests/console/a.h"), {}},
                      {QStringLiteral("tests/ui/a.h"), {}}};
        for (const Layer& layer : layerTable())
            files.append({(layer.name == QLatin1String("ui") ? QString() : QStringLiteral("app/")) + layer.name +
                              QStringLiteral("/a.h"),
                          {}});
        QCOMPARE(forbiddenIncludes(treeOf(files)).size(), red ? 1 : 0);
    }

    void seesForbiddenLinks_data()
    {
        QTest::addColumn<QString>("depends");
        QTest::addColumn<bool>("red");
        QTest::newRow("as the table says") << "refrain_web OpenSSL::Crypto" << false;
        QTest::newRow("on several lines") << "refrain_web\n  OpenSSL::Crypto" << false;
        QTest::newRow("a layer too many") << "refrain_web refrain_slack" << true;
        QTest::newRow("a layer too few") << "OpenSSL::Crypto" << true;
        QTest::newRow("a library too many") << "refrain_web Qt6::Widgets" << true;
        QTest::newRow("nothing at all") << "" << true;
    }

    void seesForbiddenLinks()
    {
        QFETCH(QString, depends);
        QFETCH(bool, red);
        const QString path = QStringLiteral("app/sandbox/CMakeLists.txt");
        const SourceTree tree = treeOf({{path, QStringLiteral("refrain_library(sandbox DEPENDS %1)\n").arg(depends)}});
        const QStringList findings = forbiddenLinks(tree).filter(path);
        QCOMPARE(!findings.isEmpty(), red);
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
