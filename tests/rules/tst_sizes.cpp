#include "tests/rules/habits.h"
#include "tests/rules/samples.h"

#include <QTest>

using namespace refrain::rules;

class TestSizes : public QObject {
    Q_OBJECT

private slots:
    void theTreeFitsAReadersHead()
    {
        const SourceTree tree = ownTree();
        QVERIFY(tree.files().size() > 40);
        const QStringList findings = oversizedFiles(tree, SizeLimits());
        QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
    }

    void seesLongFiles_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("lines");
        QTest::addColumn<bool>("red");
        QTest::newRow("a source of 400 lines fits") << "app/base/a.cpp" << 400 << false;
        QTest::newRow("a source of 401 lines is too long") << "app/base/a.cpp" << 401 << true;
        QTest::newRow("a header of 150 lines fits") << "ui/common/a.h" << 150 << false;
        QTest::newRow("a header of 151 lines is too long") << "ui/common/a.h" << 151 << true;
        QTest::newRow("a main of 60 lines fits") << "app/service/main.cpp" << 60 << false;
        QTest::newRow("a main of 61 lines is too long") << "app/service/main.cpp" << 61 << true;
        QTest::newRow("tests count too") << "tests/base/tst_a.cpp" << 401 << true;
        QTest::newRow("other texts may be long") << "resources/a.sql" << 1000 << false;
    }

    void seesLongFiles()
    {
        QFETCH(QString, path);
        QFETCH(int, lines);
        QFETCH(bool, red);
        const SourceTree tree = treeOf({{path, QStringLiteral("int x;\n").repeated(lines)}});
        QCOMPARE(oversizedFiles(tree, SizeLimits()).size(), red ? 1 : 0);
        SizeLimits exempt;
        exempt.allowed << path;
        QCOMPARE(oversizedFiles(tree, exempt), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSizes)
#include "tst_sizes.moc"
