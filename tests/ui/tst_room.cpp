#include "tests/ui/testwindow.h"
#include "ui/common/fairwidths.h"
#include "ui/common/listbody.h"
#include "ui/common/statepanel.h"
#include "ui/common/tabular.h"
#include "ui/common/timetext.h"
#include "ui/common/windowplace.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/sidebar.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTimeZone>
#include <QtMath>

using namespace refrain;
using namespace refrain::ui;

/// What holds where there is little room: on a small screen, at twice the size, beside the details.
class RoomTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aWindowLiesOnTheScreen_data()
    {
        QTest::addColumn<QSize>("wished");
        QTest::addColumn<QRect>("over");
        QTest::addColumn<QRect>("place");
        QTest::newRow("over the middle") << QSize(400, 300) << QRect(100, 100, 600, 500) << QRect(200, 200, 400, 300);
        QTest::newRow("no larger than the screen") << QSize(860, 640) << QRect(0, 0, 640, 400) << QRect(0, 0, 800, 600);
        QTest::newRow("its window hangs over the edge")
            << QSize(400, 300) << QRect(-300, -200, 400, 300) << QRect(0, 0, 400, 300);
        QTest::newRow("at the other edge") << QSize(400, 300) << QRect(700, 500, 400, 300) << QRect(400, 300, 400, 300);
    }
    void aWindowLiesOnTheScreen()
    {
        QFETCH(QSize, wished);
        QFETCH(QRect, over);
        QTEST(placed(wished, over, QRect(0, 0, 800, 600)), "place");
    }

    void columnsShareTheRoom_data()
    {
        using Widths = std::vector<int>;
        QTest::addColumn<Widths>("wanted");
        QTest::addColumn<int>("room");
        QTest::addColumn<Widths>("given");
        QTest::newRow("there is enough") << Widths{50, 100} << 200 << Widths{75, 125};
        QTest::newRow("whoever wants little keeps it") << Widths{40, 200, 200} << 240 << Widths{40, 100, 100};
        QTest::newRow("all want more than there is") << Widths{200, 300} << 100 << Widths{50, 50};
        QTest::newRow("what is hidden gets nothing") << Widths{0, 60} << 100 << Widths{0, 100};
        QTest::newRow("no room at all") << Widths{10, 20} << -5 << Widths{0, 0};
    }
    void columnsShareTheRoom()
    {
        QFETCH(std::vector<int>, wanted);
        QFETCH(int, room);
        QTEST(fairWidths(wanted, room), "given");
    }

    void aNarrowListKeepsTheNameReadable()
    {
        const Theme theme = Theme::make(Scheme::Light);
        ListBody list(theme, QStringLiteral("some"),
                      {{QStringLiteral("Name")}, {QStringLiteral("By")}, {QStringLiteral("When")}}, {160, 200, 180}, 0,
                      nullptr);
        list.setRows({{QStringLiteral("a"), {{QStringLiteral("Nightly job")}, {QStringLiteral("Bea")}, {}}}});
        list.resize(440, 200);
        list.show();
        QTRY_VERIFY(list.table().columnWidth(0) >= 130);
        QVERIFY(!list.table().isColumnHidden(2));
        // What would tell nothing any more goes; the details have it.
        list.resize(390, 200);
        QTRY_VERIFY(list.table().isColumnHidden(2));
        QVERIFY(list.table().columnWidth(1) >= 85);
        list.resize(900, 200);
        QTRY_COMPARE(list.table().columnWidth(1), 200);
    }

    void whyThereIsNothingFitsNarrowDetails()
    {
        const Theme theme = Theme::make(Scheme::Light);
        StatePanel panel(theme);
        panel.show(QStringLiteral("people"), QStringLiteral("It has not run yet, and nobody has triggered it so far."),
                   QStringLiteral("Try again"));
        QVERIFY(panel.minimumSizeHint().width() <= 220);
        for (const int width : {230, 800}) {
            panel.resize(width, 300);
            const auto* sentence = panel.findChild<QLabel*>(QStringLiteral("stateSentence"));
            QTRY_VERIFY(panel.rect().contains(sentence->geometry()));
            QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
        }
    }

    void aHeaderIsNeverCut()
    {
        const Theme theme = Theme::make(Scheme::Light);
        const QString longName = QStringLiteral("Zuletzt benutzt von einem Programm");
        ListBody list(theme, QStringLiteral("some"), {{QStringLiteral("Name")}, {longName}}, {160, 40}, 0, nullptr);
        list.resize(900, 200);
        list.show();
        QTRY_VERIFY(list.table().columnWidth(1) >
                    QFontMetrics(fontFor(TextRole::Secondary)).horizontalAdvance(longName));
    }

    void besideTheDetailsTheMarksAreSeen()
    {
        test::TestWindow w;
        QTRY_VERIFY(w.isLoaded());
        w.main.resize(960, 500);
        auto* table = w.find<QTableView>("peopleTable");
        QTRY_VERIFY(w.find<QWidget>("sidebar")->width() > 100);
        table->setCurrentIndex(table->model()->index(1, 0));
        w.main.openInspector();
        QTRY_VERIFY(w.find<QWidget>("sidebar")->width() < 100);
        QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
        for (const char* name : {"peopleColumns", "peopleFilter"}) {
            const auto* part = w.find<QWidget>(name);
            QVERIFY2(part && part->width() >= part->minimumSizeHint().width(), name);
        }
        w.main.closeInspector();
        QTRY_VERIFY(w.find<QWidget>("sidebar")->width() > 100);
    }

    void whenItChangedIsReadWhole()
    {
        test::TestWindow w;
        QTRY_VERIFY(w.isLoaded());
        auto* table = w.find<QTableView>("peopleTable");
        const int last = table->model()->columnCount() - 1;
        const QString longest = relativeTime(0, 59 * 60'000, QTimeZone::utc());
        QVERIFY(table->columnWidth(last) - 24 >= qCeil(tabularWidth(QFontMetricsF(fontFor(TextRole::Body)), longest)));
    }

    void theCardsOfSyncStayReadable()
    {
        test::TestWindow w;
        QTRY_VERIFY(w.isLoaded());
        w.main.resize(700, 500);
        w.showScreen("sync");
        w.main.openInspector();
        for (const char* name : {"agreementCard", "outboxCard", "directoryCard"}) {
            const auto* card = w.find<QWidget>(name);
            QTRY_VERIFY2(card->height() < 140, name);
            QVERIFY2(!card->toolTip().isEmpty(), name);
        }
    }

    void theWindowFitsASmallScreenAtTwiceTheSize()
    {
        test::TestWindow w;
        QTRY_VERIFY(w.isLoaded());
        w.main.resize(600, 345);
        QCOMPARE(w.main.size(), QSize(600, 345));
        const auto* bar = w.find<Sidebar>("sidebar");
        QTRY_VERIFY(bar->verticalScrollBar()->maximum() > 0);
        // The last screen is reached all the same, and the entry is seen.
        w.showScreen("keys");
        const auto* last = w.find<QWidget>("sidebarkeys");
        QTRY_VERIFY(bar->viewport()->rect().contains(QRect(last->mapTo(bar->viewport(), QPoint(0, 0)), last->size())));
        w.main.showKeys();
        const auto* sheet = w.find<ShortcutSheet>("shortcutSheet");
        QTRY_VERIFY(sheet && sheet->isVisible());
        QVERIFY(sheet->screen()->availableGeometry().contains(sheet->geometry()));
    }

    void theKeysAreReadWithoutMovingSideways()
    {
        const Theme theme = Theme::make(Scheme::Light);
        ShortcutSheet sheet(theme, {{QStringLiteral("Ctrl+1"), QStringLiteral("People")}}, nullptr);
        sheet.setAttribute(Qt::WA_DeleteOnClose, false);
        sheet.resize(600, 320);
        sheet.show();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        auto* scroll = sheet.findChild<QScrollArea*>();
        QTRY_VERIFY(scroll->widget()->width() <= scroll->viewport()->width());
        QVERIFY(scroll->verticalScrollBar()->maximum() > 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
        QVERIFY(scroll->verticalScrollBar()->value() > 0);
    }
};

QTEST_MAIN(RoomTest)
#include "tst_room.moc"
