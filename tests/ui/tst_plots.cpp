#include "ui/insights/insightplots.h"
#include "ui/insights/plotexport.h"
#include "ui/insights/plotlook.h"
#include "ui/insights/plotpicture.h"
#include "ui/insights/plotview.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

namespace {

constexpr Millis hour = 3'600'000;

Plot twoLines()
{
    Plot plot;
    plot.id = QStringLiteral("lines");
    plot.title = QStringLiteral("Opt-outs");
    plot.summary = QStringLiteral("9 in all.");
    plot.slotHeader = QStringLiteral("Day");
    plot.slotNames = {QStringLiteral("Monday"), QStringLiteral("Tuesday"), QStringLiteral("Wednesday")};
    plot.slotLabels = {QStringLiteral("Mon"), QStringLiteral("Tue"), QStringLiteral("Wed")};
    plot.tick = [](double value) { return value == qRound(value) ? QString::number(value) : QString(); };
    const auto series = [](const QString& name, int look, std::initializer_list<double> values) {
        PlotSeries made{name, look, {}};
        for (const double value : values) {
            PlotPoint point;
            if (value >= 0) {
                point.value = value;
                point.text = QString::number(value);
            }
            made.points.push_back(point);
        }
        return made;
    };
    plot.series = {series(QStringLiteral("Reminders"), 0, {1, 4, 2}),
                   series(QStringLiteral("=Surveys"), 1, {-1, 2, 0})};  // none on Monday
    return plot;
}

QByteArray written(const Plot& plot, PlotFormat format)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("plot.") + suffixOf(format));
    const Result<> done = writePlot(plot, Theme::make(Scheme::Light), format, path);
    QFile file(path);
    return done && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

console::InsightsReport twoDays()
{
    console::InsightsReport report;
    report.zone = QTimeZone("Europe/Berlin");
    report.steps = {1774738800000, 1774825200000 - hour};  // 29 March 2026, a day of 23 hours
    report.to = report.steps[1] + 24 * hour;
    return report;
}

}  // namespace

/// Plots as such: what they show, in which form, and how they are asked.
class PlotsTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyLookIsSeenInBothThemes()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Theme theme = Theme::make(scheme);
            for (int look = restLook; look < plotLooks; ++look)
                QVERIFY2(contrast(plotColour(look, theme), theme.surface) >= 3.0,
                         qPrintable(QStringLiteral("%1 on %2").arg(look).arg(theme.surface.name())));
        }
    }

    void everyLookHasAFormOfItsOwn()
    {
        // In grey: what is left for whoever sees no colour.
        const Theme theme = Theme::make(Scheme::Light);
        const auto inGrey = [&theme](const auto& paint) {
            QImage image(40, 40, QImage::Format_RGB32);
            image.fill(theme.surface);
            QPainter painter(&image);
            paint(painter);
            painter.end();
            QByteArray dark;
            for (int y = 0; y < 40; ++y) {
                for (int x = 0; x < 40; ++x)
                    dark += qGray(image.pixel(x, y)) < 200 ? '#' : ' ';
            }
            return dark;
        };
        QSet<QByteArray> marks;
        QSet<QByteArray> areas;
        for (int look = restLook; look < plotLooks; ++look) {
            marks.insert(inGrey([&](QPainter& p) { drawPlotMark(p, look, {20, 20}, 20, theme); }));
            areas.insert(inGrey([&](QPainter& p) { drawPlotArea(p, look, {4, 4, 30, 30}, theme); }));
        }
        QCOMPARE(marks.size(), plotLooks + 1);
        QCOMPARE(areas.size(), plotLooks + 1);
    }

    void scalesHaveRoundSteps_data()
    {
        QTest::addColumn<double>("highest");
        QTest::addColumn<QList<double>>("ticks");
        QTest::addRow("nothing") << 0.0 << QList<double>{0, 1};
        QTest::addRow("one") << 1.0 << QList<double>{0, 0.5, 1};
        QTest::addRow("some") << 7.0 << QList<double>{0, 2, 4, 6, 8};
        QTest::addRow("on a step") << 20.0 << QList<double>{0, 5, 10, 15, 20};
        QTest::addRow("many") << 1234.0 << QList<double>{0, 500, 1000, 1500};
    }

    void scalesHaveRoundSteps()
    {
        QFETCH(double, highest);
        QFETCH(QList<double>, ticks);
        const std::vector<double> found = evenTicks(highest);
        QCOMPARE(QList<double>(found.begin(), found.end()), ticks);
    }

    void aPointIsFoundWhereItIsDrawn()
    {
        Plot plot = twoLines();
        const Theme theme = Theme::make(Scheme::Light);
        for (const auto shape : {Plot::Shape::Lines, Plot::Shape::Columns}) {
            plot.shape = shape;
            const PlotPicture picture(plot, theme, {0, 0, 600, 240});
            const PlotPlace place{0, 1};
            QCOMPARE(picture.placeAt(picture.positionOf(place) + QPointF(0, 1)), std::optional(place));
            QVERIFY(!picture.placeAt({5, 5}));
        }
    }

    void theArrowsGoFromPointToPoint()
    {
        const Theme theme = Theme::make(Scheme::Light);
        PlotView view(theme, QStringLiteral("plot"), nullptr);
        view.setPlot(twoLines());
        view.resize(600, 240);
        view.show();
        view.activateWindow();
        view.setFocus();
        QTRY_VERIFY(view.hasFocus());
        QTRY_COMPARE(view.sentence(), QStringLiteral("Reminders, Monday: 1"));
        QTest::keyClick(&view, Qt::Key_Down);  // nothing is there on Monday
        QCOMPARE(view.sentence(), QStringLiteral("Reminders, Monday: 1"));
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.sentence(), QStringLiteral("=Surveys, Tuesday: 2"));
        QCOMPARE(view.accessibleName(), QStringLiteral("Opt-outs. =Surveys, Tuesday: 2"));
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.sentence(), QStringLiteral("=Surveys, Tuesday: 2"));
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.sentence(), QStringLiteral("=Surveys, Wednesday: 0"));
        const QSignalSpy opened(&view, &PlotView::opened);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().value<PlotPlace>(), (PlotPlace{1, 2}));
    }

    void theMouseMarksAndOpens()
    {
        const Theme theme = Theme::make(Scheme::Light);
        PlotView view(theme, QStringLiteral("plot"), nullptr);
        view.setPlot(twoLines());
        view.resize(600, 240);
        view.show();
        const QSignalSpy opened(&view, &PlotView::opened);
        const QPoint at = view.positionOf({0, 2}).toPoint();
        QTest::mouseMove(&view, at);
        QTRY_COMPARE(view.sentence(), QStringLiteral("Reminders, Wednesday: 2"));
        QTest::mouseClick(&view, Qt::LeftButton, {}, at);
        QCOMPARE(opened.count(), 1);
    }

    void pictureAndFiguresAreSaved()
    {
        const QByteArray svg = written(twoLines(), PlotFormat::Svg);
        for (const char* text : {"<svg", "Opt-outs", "9 in all.", "Reminders", "Mon", "Wed"})
            QVERIFY2(svg.contains(text), text);
        const QImage png = QImage::fromData(written(twoLines(), PlotFormat::Png));
        QCOMPARE(png.size(), QSize(1920, 960));
        QCOMPARE(written(twoLines(), PlotFormat::Csv),
                 QByteArray("\xEF\xBB\xBF"
                            "Day,Reminders,'=Surveys\r\nMonday,1,\r\nTuesday,4,2\r\nWednesday,2,0\r\n"));
        const Result<> failed =
            writePlot(twoLines(), Theme::make(Scheme::Dark), PlotFormat::Svg, QStringLiteral("/nowhere/at/all.svg"));
        QVERIFY(!failed && failed.error().message().contains(QStringLiteral("Nothing was exported")));
    }

    void manyCategoriesAreSummedUp()
    {
        console::InsightsReport report = twoDays();
        for (int i = 0; i < 9; ++i)
            report.choices.push_back(
                {report.steps[1], CategorySlug(QStringLiteral("c%1").arg(i)), {}, 10 - i, 0, 0, 0, i == 0 ? 3 : 0});
        const Plot plot = choicesPlot(report, {}, false);
        QCOMPARE(plot.series.size(), size_t(6));
        QCOMPARE(plot.series.front().name, QStringLiteral("c0"));
        QCOMPARE(plot.series.back().name, QStringLiteral("Others"));
        QCOMPARE(plot.series.back().points[1].value, 5.0 + 4 + 3 + 2);
        QCOMPARE(plot.series.front().points[0].value, 0.0);
        QCOMPARE(plot.sentence(0, 1), QStringLiteral("c0, Mon, 30 Mar 2026: 10"));
        QCOMPARE(
            plot.summary,
            QStringLiteral("54 in all. Most: 54, Mon, 30 Mar 2026. 3 more were taken back at once and do not count."));
        // A point asks for its own day, however long that is.
        const console::AuditFilter filter = plot.series.front().points[0].target.filter;
        QCOMPARE(*filter.to - *filter.from, 23 * hour);
        QCOMPARE(filter.category, CategorySlug(QStringLiteral("c0")));
        // And for what it counts alone, whatever else happened then.
        QCOMPARE(filter.became, std::optional(PreferenceState::OptedOut));
        QCOMPARE(plot.series.back().points[1].target.filter.categories.join(u' '), QStringLiteral("c5 c6 c7 c8"));
        InsightFacts facts;
        facts.chosen = {CategorySlug(QStringLiteral("c3"))};
        QCOMPARE(choicesPlot(report, facts, false).series.size(), size_t(1));
        QVERIFY(choicesPlot(report, facts, true).isEmpty());
    }

    void aCategoryLooksTheSameInEveryPlot()
    {
        console::InsightsReport report = twoDays();
        InsightFacts facts;
        for (int i = 0; i < 9; ++i) {
            Category category;
            category.slug = CategorySlug(QStringLiteral("c%1").arg(i));
            category.title = category.slug.toString();
            facts.categories.push_back(category);
        }
        const auto point = [&](int number, int out, int in) {
            report.choices.push_back({report.steps[0], facts.categories[size_t(number)].slug, {}, out, in, 0, 0});
        };
        point(2, 9, 1);
        point(4, 1, 9);
        const Plot outs = choicesPlot(report, facts, false);
        const Plot ins = choicesPlot(report, facts, true);
        QCOMPARE(outs.series[0].name, ins.series[1].name);
        QCOMPARE(outs.series[0].look, ins.series[1].look);
        QCOMPARE(outs.series[1].look, ins.series[0].look);
        // Where there are more categories than looks, two in one plot still differ.
        point(1, 20, 0);
        point(8, 10, 0);
        QSet<int> looks;
        for (const PlotSeries& series : choicesPlot(report, facts, false).series)
            looks.insert(series.look);
        QCOMPARE(looks.size(), 4);
    }

    void aBroadcastTellsItsShare()
    {
        console::InsightsReport report = twoDays();
        report.broadcasts = {
            {QStringLiteral("n1"), report.steps[0] + hour, CategorySlug(QStringLiteral("news")), 200, 5, 3},
            {QStringLiteral("n2"), report.steps[1], CategorySlug(QStringLiteral("news")), 0, 0, 0}};
        const Plot plot = broadcastsPlot(report, {});
        QCOMPARE(plot.slotNames.size(), 1);  // one that reached nobody has no share
        QCOMPARE(plot.sentence(0, 0),
                 QStringLiteral("with its own button or link, news, 29 Mar 2026, 01:00: 1.5 % (3 of 200)"));
        QCOMPARE(plot.series[1].points[0].value, 1.0);
        QCOMPARE(plot.series[0].points[0].target.id, QStringLiteral("n1"));
    }

    void whatWaitsHereIsToldBesideTheBackends()
    {
        console::InsightsReport report = twoDays();
        report.waiting = {{QStringLiteral("outbox"), QStringLiteral("acknowledgement"), 3, 0, report.to - hour}};
        InsightFacts facts;
        facts.now = report.to;
        facts.waitingHere = 2;
        facts.waitingSince = report.to - 5000;
        const Plot plot = waitingPlot(report, facts);
        QCOMPARE(plot.sentence(0, 0), QStringLiteral("Changes in this console: 2 · oldest 5.0 s"));
        QCOMPARE(plot.sentence(0, 1), QStringLiteral("Acknowledgements in Slack: 3 · oldest 1 h 0 min"));
        QVERIFY(waitingPlot(twoDays(), {}).isEmpty());
    }
};

QTEST_MAIN(PlotsTest)
#include "tst_plots.moc"
