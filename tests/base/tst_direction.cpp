#include "base/direction.h"

#include <QTest>

using namespace refrain;

class TestDirection : public QObject {
    Q_OBJECT

private slots:
    void nothingTurnsWhatStandsAround_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char* name, const char* text, const char* kept) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(kept);
        };
        row("plain words", "asked by phone", "asked by phone");
        row("an override", "invoice\u202Egnp.exe", "invoicegnp.exe");
        row("every embedding and override", "\u202A\u202B\u202C\u202D\u202Ex", "x");
        row("every isolate", "\u2066\u2067\u2068\u2069x", "x");
        row("what runs from right to left", "שלום \u200Fabc\u200E \u061Cتذكير", "שלום \u200Fabc\u200E \u061Cتذكير");
        row("an emoji of several", "👩\u200D💻", "👩\u200D💻");
        row("nothing", "", "");
    }

    void nothingTurnsWhatStandsAround()
    {
        QFETCH(QString, text);
        QTEST(withoutTurns(text), "kept");
    }
};

QTEST_GUILESS_MAIN(TestDirection)
#include "tst_direction.moc"
