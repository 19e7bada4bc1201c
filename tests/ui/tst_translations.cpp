#include "ui/common/translations.h"

#include <QCoreApplication>
#include <QTest>

using namespace refrain::ui;

/// What is counted is said in whole words: never "1 change(s)".
class TranslationsTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installTranslations(*QCoreApplication::instance()); }

    void aNumberHasItsWord_data()
    {
        QTest::addColumn<QByteArray>("context");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("n");
        QTest::addColumn<QString>("said");
        const QByteArray desk("refrain::console::Desk");
        QTest::newRow("one change waits") << desk << QByteArray("%n change(s) wait here, not yet in force") << 1
                                          << QStringLiteral("1 change waits here, not yet in force");
        QTest::newRow("two changes wait") << desk << QByteArray("%n change(s) wait here, not yet in force") << 2
                                          << QStringLiteral("2 changes wait here, not yet in force");
        QTest::newRow("one was not applied")
            << desk << QByteArray("%n change(s) were not applied") << 1 << QStringLiteral("1 change was not applied");
        QTest::newRow("one day") << QByteArray("TimeText") << QByteArray("%n days") << 1 << QStringLiteral("1 day");
    }

    void aNumberHasItsWord()
    {
        QFETCH(QByteArray, context);
        QFETCH(QByteArray, source);
        QFETCH(int, n);
        QTEST(QCoreApplication::translate(context.constData(), source.constData(), nullptr, n), "said");
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
