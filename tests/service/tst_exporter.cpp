#include "service/cli/exporter.h"
#include "service/usecases/preferencewriter.h"
#include "tests/service/workshop.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QTest>

using namespace refrain;

class TestExporter : public QObject {
    Q_OBJECT

private slots:
    void quotesAsRfc4180AndDefusesFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("plain") << QStringLiteral("asked") << QByteArray("asked");
        QTest::newRow("a comma") << QStringLiteral("a, b") << QByteArray("\"a, b\"");
        QTest::newRow("a quote") << QStringLiteral("the \"weekly\"") << QByteArray("\"the \"\"weekly\"\"\"");
        QTest::newRow("a line break") << QStringLiteral("a\nb") << QByteArray("\"a\nb\"");
        QTest::newRow("a formula") << QStringLiteral("=1+1") << QByteArray("'=1+1");
        QTest::newRow("an at sign") << QStringLiteral("@sum") << QByteArray("'@sum");
    }

    void quotesAsRfc4180AndDefusesFormulas()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, cell);
        QCOMPARE(service::csvLine({text, QStringLiteral("x")}), cell + ",x");
    }

    void writesEveryChoiceOnce()
    {
        test::Workshop shop;
        shop.connectWorkspace();
        test::Workshop::require(service::CategoryWriter(shop.writer).seed(shop.id));
        Subject person;
        person.id = SubjectId(QStringLiteral("U1"));
        QVERIFY(service::DirectoryWriter(shop.writer).put(shop.id, {{person}, {}, {}}));
        ChangeRequest wish;
        wish.subject = person.id;
        wish.category = CategorySlug(QStringLiteral("reminders"));
        wish.state = PreferenceState::OptedOut;
        QVERIFY(service::PreferenceWriter(shop.writer).apply(shop.id, wish));

        QBuffer csv;
        csv.open(QIODevice::WriteOnly);
        QCOMPARE(*service::exportPreferences(shop.pool, shop.id, service::ExportFormat::Csv, csv), qint64(1));
        QVERIFY(csv.data().startsWith("subject,category,state,"));
        QVERIFY(csv.data().contains("\r\nU1,reminders,opted_out,"));
        QBuffer lines;
        lines.open(QIODevice::WriteOnly);
        QCOMPARE(*service::exportPreferences(shop.pool, shop.id, service::ExportFormat::JsonLines, lines), qint64(1));
        QVERIFY(QJsonDocument::fromJson(lines.data()).object().contains(QLatin1String("state")));
    }
};

QTEST_GUILESS_MAIN(TestExporter)
#include "tst_exporter.moc"
