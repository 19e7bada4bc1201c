#include "service/slackside/speech.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace refrain;
using namespace refrain::service;

namespace {

QJsonObject sentencesOf(const QString& language)
{
    QFile file(QStringLiteral(":/slack/words.%1.json").arg(language));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QStringList marksOf(const QString& sentence)
{
    static const QRegularExpression mark(QStringLiteral("%[0-9]"));
    QStringList marks;
    for (auto found = mark.globalMatch(sentence); found.hasNext();)
        marks << found.next().captured();
    marks.removeDuplicates();
    marks.sort();
    return marks;
}

/// All that stands in Slack's side's source.
QString source()
{
    QString text;
    const QDir folder(QStringLiteral(REFRAIN_SOURCE_DIR "/app/service/slackside"));
    for (const QString& name : folder.entryList({QStringLiteral("*.cpp"), QStringLiteral("*.h")})) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            text += QString::fromUtf8(file.readAll());
    }
    return text;
}

}  // namespace

/// What people are told in Slack, in every language.
class TestSpeech : public QObject {
    Q_OBJECT

private slots:
    void nothingIsMissing_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString& language : languages())
            QTest::newRow(qPrintable(language)) << language;
    }

    void nothingIsMissing()
    {
        QFETCH(QString, language);
        const QJsonObject english = sentencesOf(QStringLiteral("en"));
        const QJsonObject sentences = sentencesOf(language);
        QVERIFY(!english.isEmpty());
        QCOMPARE(sentences.keys(), english.keys());
        for (const QString& key : english.keys()) {
            const QString sentence = sentences.value(key).toString();
            QVERIFY2(!sentence.trimmed().isEmpty(), qPrintable(key));
            QVERIFY2(marksOf(sentence) == marksOf(english.value(key).toString()), qPrintable(key));
        }
    }

    void everySentenceThatIsAskedForIsThereAndNoOther()
    {
        const QString all = source();
        const QJsonObject english = sentencesOf(QStringLiteral("en"));
        static const QRegularExpression asked(QStringLiteral("speech\\((?:[^()\"]*\\? )?\"(\\w+)\"(?: : \"(\\w+)\")?"));
        int found = 0;
        for (auto match = asked.globalMatch(all); match.hasNext(); ++found) {
            const QRegularExpressionMatch one = match.next();
            for (const QString& key : {one.captured(1), one.captured(2)})
                QVERIFY2(key.isEmpty() || english.contains(key), qPrintable(key));
        }
        QVERIFY(found > 100);
        for (const QString& key : english.keys())
            QVERIFY2(all.contains(QLatin1Char('"') + key + QLatin1Char('"')), qPrintable(key));
    }

    void theLanguageIsThePersonsOwn_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("language");
        QTest::newRow("American") << QStringLiteral("en-US") << QStringLiteral("en");
        QTest::newRow("German") << QStringLiteral("de-DE") << QStringLiteral("de");
        QTest::newRow("Austrian") << QStringLiteral("de-AT") << QStringLiteral("de");
        QTest::newRow("one without a translation") << QStringLiteral("ja-JP") << QStringLiteral("en");
        QTest::newRow("none") << QString() << QStringLiteral("en");
    }

    void theLanguageIsThePersonsOwn()
    {
        QFETCH(QString, locale);
        const Phrasebook phrasebook;
        Subject person;
        person.locale = locale;
        person.tz = QStringLiteral("Europe/Berlin");
        const Speech speech = phrasebook.speechFor(person);
        QTEST(speech.language(), "language");
        QCOMPARE(speech.day(1'777'795'920'000), speech.language() == QLatin1String("de")
                                                    ? QStringLiteral("3. Mai 2026")
                                                    : QStringLiteral("3 May 2026"));
        QCOMPARE(speech.zone(), QTimeZone("Europe/Berlin"));
    }

    void longListsSayHowManyMore()
    {
        const Phrasebook phrasebook;
        const Speech speech = phrasebook.speechFor({});
        const QStringList names{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")};
        QCOMPARE(speech.list(names, 3), QStringLiteral("A, B, C"));
        QCOMPARE(speech.list(names, 2), QStringLiteral("A, B and 1 more"));
        QVERIFY(speech.zone() == QTimeZone::utc());
    }
};

QTEST_GUILESS_MAIN(TestSpeech)
#include "tst_speech.moc"
