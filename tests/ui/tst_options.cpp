#include "ui/options.h"

#include <QTest>

using namespace refrain::ui;

class OptionsTest final : public QObject {
    Q_OBJECT

    static QStringList line(const QString& arguments)
    {
        return QStringList{QStringLiteral("refrain")} + arguments.split(u' ', Qt::SkipEmptyParts);
    }

private slots:
    void aBadLineNamesTheOptionAtFault_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const char* arguments, const char* named) {
            QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(named);
        };
        row("an unknown option", "--colour red", "colour");
        row("a value that is missing", "--backend", "backend");
        row("a backend without https", "--backend http://refrain.example.com", "--backend");
        row("a backend that is no address", "--backend ://", "--backend");
        row("a backend beside practice", "--practice --backend https://refrain.example.com", "--backend");
        row("a profile that leaves its folder", "--profile ../x", "--profile");
        row("an empty profile", "--profile=", "--profile");
        row("a word that belongs to nothing", "hello", "hello");
        row("a link that is none", "refrain://workspace/T1/subject/../x", "refrain://workspace/T0123/subject/U0123");
        row("two links", "refrain://workspace/T1A/subject/U1A refrain://workspace/T1A/subject/U1B", "U1B");
        row("a theme of another colour", "--theme pink", "--theme");
        row("a size of pictures that is none", "--screenshot-dir x --screenshot-size big", "--screenshot-size");
        row("an empty folder of pictures", "--screenshot-dir=", "--screenshot-dir");
    }

    void aBadLineNamesTheOptionAtFault()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, named);
        const auto options = parseOptions(line(arguments), {});
        QVERIFY(!options);
        QVERIFY2(options.error().message().contains(named), qPrintable(options.error().message()));
    }

    void practiceHasAProfileOfItsOwn()
    {
        QCOMPARE(parseOptions(line(QStringLiteral("--practice")), {})->profile, QStringLiteral("practice"));
        QCOMPARE(parseOptions(line({}), {})->profile, QStringLiteral("default"));
        QCOMPARE(parseOptions(line(QStringLiteral("--practice --profile mine")), {})->profile, QStringLiteral("mine"));
    }

    void picturesHaveASize()
    {
        QCOMPARE(parseOptions(line(QStringLiteral("--screenshot-dir x")), {})->screenshotSize, QSize(1280, 800));
        QCOMPARE(
            parseOptions(line(QStringLiteral("--screenshot-dir x --screenshot-size 1920x1080")), {})->screenshotSize,
            QSize(1920, 1080));
    }

    void loopbackNeedsNoHttps()
    {
        const auto options = parseOptions(line(QStringLiteral("--backend http://localhost:8470")), {});
        QVERIFY(options);
        QCOMPARE(options->backend, QUrl(QStringLiteral("http://localhost:8470")));
    }

    void helpAndVersionAreAnswers()
    {
        const auto help = parseOptions(line(QStringLiteral("--help")), {});
        QVERIFY(help && help->isAnswer && help->answer.contains(QLatin1String("--practice")));
        const auto version = parseOptions(line(QStringLiteral("--version")), {});
        QVERIFY(version && version->isAnswer && version->answer.startsWith(QLatin1String("refrain ")));
    }

    void aLinkIsToBeOpened()
    {
        const auto options = parseOptions(
            {QStringLiteral("refrain"), QStringLiteral("refrain://workspace/T0123/subject/U0123")}, QString());
        QVERIFY(options && options->link);
        QCOMPARE(options->linkText(), QStringLiteral("refrain://workspace/T0123/subject/U0123"));
        QCOMPARE(options->profile, QStringLiteral("default"));
    }
};

QTEST_GUILESS_MAIN(OptionsTest)
#include "tst_options.moc"
