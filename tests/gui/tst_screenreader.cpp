#include "tests/gui/screenreader.h"
#include "tests/support/chromium.h"

#include <QProcess>
#include <QTest>

using namespace refrain;
using test::ScreenReader;
using test::Spoken;

/// The console as somebody meets it who cannot see it: another program, which knows of it what AT-SPI tells and
/// nothing else, finds a person, hears what is in force for them, opts them out and hears that confirmed. Runs in
/// packaging/desktop-session alone.
class ScreenReaderTest final : public QObject {
    Q_OBJECT

    static constexpr int patience = 60'000;

    ScreenReader m_reader;
    QProcess m_console;
    int m_reminders = -1;

    [[nodiscard]] static Spoken people()
    {
        return ScreenReader::program(QStringLiteral("refrain")).find(QStringLiteral("table"), QStringLiteral("People"));
    }
    /// The first row from `start` on whose reminders stand at the default.
    [[nodiscard]] int untouched(const Spoken& table, int start) const
    {
        for (int row = start; row < table.rowCount(); ++row) {
            if (table.cell(row, m_reminders).name().endsWith(QLatin1String(": on (workspace default).")))
                return row;
        }
        return -1;
    }
    [[nodiscard]] bool hasHeard(const QString& part) const { return !m_reader.heard().filter(part).isEmpty(); }

private slots:
    void initTestCase()
    {
        QVERIFY2(test::Chromium::isInstalled(), "Chromium is not installed; ./dev test installs it");
        QVERIFY2(qEnvironmentVariableIsSet("BROWSER_PROFILE"), "this test runs inside packaging/desktop-session alone");
        const QString why = m_reader.begin();
        QVERIFY2(why.isEmpty(), qPrintable(why));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("REFRAIN_SANDBOX_ARGS"),
                           QStringLiteral("--auto-approve --rate-limits off --users 400 --channels 12"));
        environment.insert(QStringLiteral("REFRAIN_LANGUAGE"), QStringLiteral("en"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        m_console.setProcessEnvironment(environment);
        m_console.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_console.start(QStringLiteral(REFRAIN_BIN_DIR "/refrain"), {QStringLiteral("--practice")});
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += m_console.readAllStandardOutput()).contains("console ready"), patience);
    }

    void cleanupTestCase()
    {
        m_console.terminate();
        if (!m_console.waitForFinished(15'000))
            m_console.kill();
    }

    void init() { QCOMPARE(m_console.state(), QProcess::Running); }

    void cleanup()
    {
        if (QTest::currentTestFailed())
            qInfo("heard:\n%s", qPrintable(m_reader.heard().join(u'\n')));
    }

    void theTableOfPeopleIsFoundWithItsRowsAndColumns()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!people().isNull(), patience);
        const Spoken table = people();
        QTRY_VERIFY_WITH_TIMEOUT(table.rowCount() >= 350, patience);
        for (int column = 0; column < table.columnCount(); ++column) {
            if (table.columnTitle(column) == QLatin1String("Reminders"))
                m_reminders = column;
        }
        QVERIFY(m_reminders > 0);
        QCOMPARE(table.columnTitle(0), QStringLiteral("Name"));
        QCOMPARE(table.cell(0, m_reminders).role(), QStringLiteral("table cell"));
        // Whoever walks over all children meets the first rows, not a hundred thousand cells.
        QVERIFY(table.childCount() < 120 * (table.columnCount() + 1));
    }

    void aMarkIsSwitchedByItsActionAndTheConfirmationIsHeard()
    {
        const Spoken table = people();
        const int row = untouched(table, 5);
        QVERIFY(row >= 0);
        const Spoken mark = table.cell(row, m_reminders);
        QCOMPARE(mark.rowTitle(), table.cell(row, 0).name());
        QVERIFY(mark.is("checked"));
        QVERIFY(mark.actions().contains(QStringLiteral("Toggle")));
        m_reader.forget();
        QVERIFY(mark.act(QStringLiteral("Toggle")));
        QTRY_COMPARE_WITH_TIMEOUT(mark.name(), QStringLiteral("Reminders: off."), patience);
        QVERIFY(!mark.is("checked"));
        QTRY_VERIFY_WITH_TIMEOUT(hasHeard(QStringLiteral("changed: Reminders: off. [table cell]")), patience);
        QTRY_VERIFY2_WITH_TIMEOUT(hasHeard(QStringLiteral("[alert]")), qPrintable(m_reader.heard().join(u'\n')),
                                  patience);
    }

    void theKeyboardLeadsThereAndWhatItStandsOnIsHeard()
    {
        const Spoken table = people();
        QVERIFY(table.cell(untouched(table, 0), 0).act(QStringLiteral("SetFocus")));
        QTRY_VERIFY_WITH_TIMEOUT(m_reader.focus().role() == QLatin1String("table cell"), patience);
        const int row = m_reader.focus().row();
        for (int i = 0; i < 16 && !m_reader.focus().name().startsWith(QLatin1String("Reminders:")); ++i) {
            const QString before = m_reader.focus().name();
            ScreenReader::press("Right");
            QTRY_VERIFY_WITH_TIMEOUT(m_reader.focus().name() != before, 5000);
        }
        QCOMPARE(m_reader.focus().row(), row);
        QCOMPARE(m_reader.focus().name(), QStringLiteral("Reminders: on (workspace default)."));
        m_reader.forget();
        ScreenReader::press("space");
        QTRY_COMPARE_WITH_TIMEOUT(table.cell(row, m_reminders).name(), QStringLiteral("Reminders: off."), patience);
        QTRY_VERIFY_WITH_TIMEOUT(hasHeard(QStringLiteral("changed: Reminders: off. [table cell]")), patience);
    }
};

QTEST_GUILESS_MAIN(ScreenReaderTest)
#include "tst_screenreader.moc"
