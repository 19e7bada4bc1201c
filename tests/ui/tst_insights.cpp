#include "tests/ui/testwindow.h"
#include "ui/activity/activitymodel.h"
#include "ui/insights/plotcard.h"
#include "ui/people/subjecttableview.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// The Insights screen in the whole window: what it asks, shows and opens.
class InsightsTest final : public QObject {
    Q_OBJECT

    using Window = refrain::test::TestWindow;
    static constexpr Millis day = 24LL * 3600 * 1000;

    static QString idOf(int number) { return QStringLiteral("U%1").arg(number, 7, 10, QLatin1Char('0')); }

    static QJsonObject point(Millis at, const char* category, int out, int in)
    {
        return {{QStringLiteral("at"), toRfc3339(at)}, {QStringLiteral("category"), QString::fromLatin1(category)},
                {QStringLiteral("optedOut"), out},     {QStringLiteral("optedIn"), in},
                {QStringLiteral("backToDefault"), 0},  {QStringLiteral("snoozed"), 0},
                {QStringLiteral("sent"), 0},           {QStringLiteral("skipped"), 0}};
    }

    /// Three days until today; reminders were turned off by three today and by one the day before.
    static QJsonObject stats(Millis now)
    {
        const Millis today = now / day * day;
        QJsonObject source = point(today, "reminders", 3, 0);
        source.insert(QStringLiteral("source"), QStringLiteral("slash_command"));
        QJsonArray steps;
        for (int back = 2; back >= 0; --back)
            steps.append(toRfc3339(today - back * day));
        const QJsonObject sync{{QStringLiteral("at"), toRfc3339(today)},
                               {QStringLiteral("kind"), QStringLiteral("directory")},
                               {QStringLiteral("ok"), 3},
                               {QStringLiteral("partial"), 0},
                               {QStringLiteral("failed"), 1},
                               {QStringLiteral("run"), QStringLiteral("r1")}};
        return {{QStringLiteral("items"),
                 QJsonArray{point(today - day, "reminders", 1, 0), point(today, "reminders", 3, 1)}},
                {QStringLiteral("seq"), 4},
                {QStringLiteral("counted"), 4},
                {QStringLiteral("to"), toRfc3339(today + day)},
                {QStringLiteral("timeZone"), QStringLiteral("UTC")},
                {QStringLiteral("steps"), steps},
                {QStringLiteral("sources"), QJsonArray{source}},
                {QStringLiteral("syncs"), QJsonArray{sync}}};
    }

    /// Persons 2 to 4 turned their reminders off.
    static void prepare(test::FakeBackend& backend)
    {
        for (int i = 2; i <= 4; ++i)
            backend.changeAs({ActorKind::SlackUser, idOf(i), QStringLiteral("Person %1").arg(i)}, Source::SlashCommand,
                             idOf(i), QStringLiteral("reminders"), PreferenceState::OptedOut);
    }

    static bool open(Window& w)
    {
        w.world.backend.setStats(stats(w.world.clock.now()));
        w.showScreen("insights");
        return QTest::qWaitFor([&] { return w.find<PlotView>("optoutsPlot")->isVisible(); });
    }

    static QString text(const Window& w, const char* name) { return w.find<QLabel>(name)->text(); }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void plotsAndTheirTablesSayTheSame()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(open(w));
        QVERIFY2(text(w, "optoutsSummary").startsWith(QStringLiteral("4 in all. Most: 3,")),
                 qPrintable(text(w, "optoutsSummary")));
        QVERIFY(w.find<QLabel>("broadcastsNone")->isVisible());
        QTest::mouseClick(w.find<QPushButton>("optoutsAsTable"), Qt::LeftButton);
        auto* table = w.find<QTableView>("optoutsTable");
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("Reminders"));
        QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("3"));  // the newest first
        QVERIFY(text(w, "insightsTime").startsWith(QStringLiteral("Days and times as in UTC")));
    }

    void aPointOpensItsList()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(open(w));
        auto* plot = w.find<PlotView>("optoutsPlot");
        plot->setFocus();
        QTRY_VERIFY(plot->marked());
        QTest::keyClick(plot, Qt::Key_End);
        QTest::keyClick(plot, Qt::Key_Return);
        QCOMPARE(w.main.currentScreen()->name(), QStringLiteral("activity"));
        QCOMPARE(w.find<QComboBox>("activityCategory")->currentText(), QStringLiteral("Opt-outs: Reminders"));
        QVERIFY2(w.find<QComboBox>("activityPeriod")->currentText().contains(QStringLiteral("00:00 to ")),
                 qPrintable(w.find<QComboBox>("activityPeriod")->currentText()));
        QTRY_COMPARE(w.find<QTableView>("activityTable")->model()->rowCount(), 3);
        // The same from the table.
        w.showScreen("insights");
        QTest::mouseClick(w.find<QPushButton>("optoutsAsTable"), Qt::LeftButton);
        auto* table = w.find<QTableView>("optoutsTable");
        table->setFocus();
        table->setCurrentIndex(table->model()->index(1, 1));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(w.main.currentScreen()->name(), QStringLiteral("activity"));
        // By the way that was used.
        w.showScreen("insights");
        auto* ways = w.find<PlotView>("sourcesPlot");
        ways->setFocus();
        QTRY_VERIFY(ways->marked());
        QTest::keyClick(ways, Qt::Key_Return);
        QCOMPARE(w.find<QComboBox>("activitySource")->currentText(), QStringLiteral("with /optout"));
        QCOMPARE(w.find<QComboBox>("activityCategory")->currentText(), QStringLiteral("Opt-outs: all categories"));
        // Sync runs.
        w.showScreen("insights");
        auto* syncs = w.find<PlotView>("syncsPlot");
        syncs->setFocus();
        QTRY_VERIFY(syncs->marked());
        QTest::keyClick(syncs, Qt::Key_Return);
        QCOMPARE(w.main.currentScreen()->name(), QStringLiteral("sync"));
        QTRY_COMPARE(w.said(), QStringLiteral("That run is older than what is listed here."));
    }

    void categoriesAreChosen()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(open(w));
        w.find<QAction>("insightsCategory_security")->toggle();
        QCOMPARE(w.find<QPushButton>("insightsCategories")->text(), QStringLiteral("Security"));
        QTRY_VERIFY(w.find<QLabel>("optoutsNone")->isVisible());
        w.find<QAction>("insightsAllCategories")->trigger();
        QTRY_VERIFY(w.find<PlotView>("optoutsPlot")->isVisible());
    }

    void anotherPeriodIsAskedFor()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(open(w));
        const auto asked = [&w] { return w.world.backend.count("GET", QStringLiteral("/stats")); };
        const int before = asked();
        auto* period = w.find<QComboBox>("insightsPeriod");
        period->setCurrentIndex(2);
        QTRY_COMPARE(asked(), before + 1);
        QVERIFY(!w.find<QDateEdit>("insightsFrom")->isVisible());
        period->setCurrentIndex(3);
        QVERIFY(w.find<QDateEdit>("insightsFrom")->isVisible());
        // An end before the beginning moves it.
        auto* from = w.find<QDateEdit>("insightsFrom");
        auto* to = w.find<QDateEdit>("insightsTo");
        to->setDate(from->date().addDays(-3));
        QCOMPARE(from->date(), to->date());
    }

    void whatCannotBeReadIsSaid()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        w.showScreen("insights");  // the backend answers nonsense
        auto* again = w.find<QWidget>("insightsScreen")->findChild<QPushButton*>(QStringLiteral("stateAction"));
        QTRY_VERIFY(again && again->isVisible());
        w.world.backend.setStats(stats(w.world.clock.now()));
        QTest::keyClick(again, Qt::Key_Space);
        QTRY_VERIFY(w.find<PlotView>("optoutsPlot")->isVisible());
    }

    void withoutContactTheLastFiguresStay()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        QVERIFY(open(w));
        w.world.backend.setOffline(true);
        w.showScreen("people");
        w.showScreen("insights");
        const auto says = [&w](const QString& words) {
            const auto labels = w.main.findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
                return label->isVisible() && label->text().startsWith(words);
            });
        };
        QTRY_VERIFY(says(QStringLiteral("These are the figures of ")));
        QVERIFY(w.find<PlotView>("optoutsPlot")->isVisible());
        w.world.backend.setOffline(false);
        w.showScreen("people");
        w.showScreen("insights");
        QTRY_VERIFY(!says(QStringLiteral("These are the figures of ")));
    }

    void everyNumberElsewhereOpensItsList()
    {
        Window w(prepare);
        QTRY_VERIFY(w.isLoaded());
        const auto shown = [&w] { return w.main.currentScreen()->name(); };
        const auto items = w.main.findChildren<QAbstractButton*>(QRegularExpression(QStringLiteral("^statusItem\\d$")));
        const auto agrees = std::find_if(items.begin(), items.end(), [](const QAbstractButton* item) {
            return item->text().contains(QLatin1String("backend"));
        });
        QVERIFY(agrees != items.end());
        QTest::mouseClick(*agrees, Qt::LeftButton);
        QCOMPARE(shown(), QStringLiteral("sync"));
        auto* directory = w.find<QAbstractButton>("statusDirectory");
        QVERIFY(directory->text().contains(QStringLiteral("30 people")));
        directory->setFocus();
        QTest::keyClick(directory, Qt::Key_Return);
        QCOMPARE(shown(), QStringLiteral("people"));
        w.showScreen("sync");
        QTest::mouseClick(w.find<QAbstractButton>("outboxCard"), Qt::LeftButton);
        QCOMPARE(w.said(), QStringLiteral("Nothing waits here."));
        QTest::mouseClick(w.find<QAbstractButton>("directoryCard"), Qt::LeftButton);
        QCOMPARE(shown(), QStringLiteral("people"));
        w.showScreen("categories");
        auto* table = w.find<QTableView>("categoriesTable");
        const auto match =
            table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("Reminders"));
        QVERIFY(!match.isEmpty());
        table->setCurrentIndex(match.first());
        QTest::mouseClick(w.find<QPushButton>("categoryOff"), Qt::LeftButton);
        QCOMPARE(shown(), QStringLiteral("people"));
        QTRY_COMPARE(w.find<QTableView>("peopleTable")->model()->rowCount(), 3);
    }

    void anActUponManyIsOneLine()
    {
        Window w([](test::FakeBackend& backend) {
            prepare(backend);
            for (int i = 10; i < 20; ++i)
                backend.changeAs({ActorKind::ConsoleUser, QStringLiteral("A1"), QStringLiteral("Ann")}, Source::Console,
                                 idOf(i), QStringLiteral("reminders"), PreferenceState::OptedOut);
        });
        QTRY_VERIFY(w.isLoaded());
        w.showScreen("activity");
        auto* table = w.find<QTableView>("activityTable");
        QTRY_COMPARE(table->model()->rowCount(), 4);
        const auto whom = [&](int row) { return table->model()->index(row, ActivityModel::Whom).data().toString(); };
        QCOMPARE(whom(0), QStringLiteral("▸ 10 people"));
        QCOMPARE(table->model()->index(0, ActivityModel::Who).data().toString(), QStringLiteral("Ann"));
        table->setCurrentIndex(table->model()->index(0, 0));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(table->model()->rowCount(), 14);
        QCOMPARE(whom(0), QStringLiteral("▾ 10 people"));
        QCOMPARE(whom(1).trimmed(), QStringLiteral("Person 19"));
        QCOMPARE(whom(11), QStringLiteral("Person 4"));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(table->model()->rowCount(), 4);
        // One by one is as many lines.
        for (int i = 21; i < 24; ++i) {
            w.world.clock.advance(std::chrono::seconds(2));
            w.world.backend.changeAs({ActorKind::ConsoleUser, QStringLiteral("A1"), QStringLiteral("Ann")},
                                     Source::Console, idOf(i), QStringLiteral("reminders"), PreferenceState::OptedOut);
        }
        w.showScreen("people");
        w.showScreen("activity");
        QTRY_COMPARE(table->model()->rowCount(), 7);
        QCOMPARE(table->model()->headerData(ActivityModel::When, Qt::Horizontal).toString(),
                 QStringLiteral("Time (UTC)"));
    }
};

QTEST_MAIN(InsightsTest)
#include "tst_insights.moc"
