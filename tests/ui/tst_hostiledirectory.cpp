#include "console/table/subjecttable.h"
#include "tests/ui/testwindow.h"
#include "ui/people/subjectmodel.h"
#include "ui/people/subjecttableview.h"

#include <QAbstractItemModelTester>
#include <QCollator>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolTip>

using namespace refrain;
using namespace refrain::ui;

namespace {

constexpr int ofOneName = 50'000;

struct Oddity {
    const char* id;
    QString name;
    QString email = {};
    QString title = {};
};

/// What a directory may hold that nobody meant well with, or never thought of.
QList<Oddity> oddities()
{
    const QString longName = QStringLiteral("Long") + QString(10'000, u'x');
    return {{"U0LONG01", longName, longName + QStringLiteral("@acme.test"), longName},
            {"U0WIDE01", QString(5'000, QChar(0xFDFD))},  // The widest letter there is.
            {"U0BIDI01", QStringLiteral("Eve \u202Etxt.exe\u202C Smith"), QStringLiteral("\u202Emoc.live@nimda")},
            {"U0BIDI02", QStringLiteral("\u2067\u2067\u2067\u2067Mallory")},
            {"U0HTML01", QStringLiteral("<b>Bold</b><img src=x onerror=alert(1)>"),
             QStringLiteral("<a href='https://evil.test'>me</a>"), QStringLiteral("<h1>Boss</h1>")},
            {"U0HTML02", QStringLiteral("&lt;Ampersand&gt; &amp; Sons &"), {}, QStringLiteral("<table><tr><td>x")},
            {"U0EMOJ01", QStringLiteral("👩‍👩‍👧‍👦🏳️‍🌈🤦🏽‍♀️ Family")},
            {"U0ZALG01", QStringLiteral("Z") + QString(400, QChar(0x0336)) + QStringLiteral("algo")},
            {"U0NULL01", QStringLiteral("null"), QStringLiteral("undefined"), QStringLiteral("NaN")},
            {"U0VOID01", QString()},
            {"U0VOID02", QStringLiteral("   \t\n  ")},
            {"U0VOID03", QStringLiteral("\u200B\u200B\u2060")},
            {"U0LINE01", QStringLiteral("First\nSecond\r\nThird\tTab\x01\x1F")},
            {"U0HALF01", QString(QChar(0xD83D)) + QStringLiteral(" half a pair")},
            {"U0LAST01", QStringLiteral("Zyta Zet")}};
}

Subject subjectOf(const Oddity& odd)
{
    Subject made;
    made.id = SubjectId(QLatin1String(odd.id));
    made.name = odd.name;
    made.email = odd.email;
    made.title = odd.title;
    return made;
}

}  // namespace

/// A hostile directory in the real window: shown plainly, sorted by locale, nothing taken for markup, and nothing in
/// the layout moved by it.
class HostileDirectoryTest final : public QObject {
    Q_OBJECT

    using Window = refrain::test::TestWindow;

    std::unique_ptr<Window> m_window;

    [[nodiscard]] SubjectTableView& table() const { return *m_window->find<SubjectTableView>("peopleTable"); }
    [[nodiscard]] SubjectModel& model() const { return *static_cast<SubjectModel*>(table().model()); }
    [[nodiscard]] console::SubjectTable& people() const { return m_window->workspace->desk().people(); }
    void filter(const QString& text) const { m_window->find<QLineEdit>("peopleFilter")->setText(text); }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        m_window = std::make_unique<Window>();
        QTRY_VERIFY(m_window->isLoaded());
        std::vector<console::PackedSubject> packed;
        for (const Oddity& odd : oddities())
            packed.push_back(console::PackedSubject::of(subjectOf(odd)));
        for (int number = 0; number < ofOneName; ++number) {
            Subject same;
            same.id = SubjectId(QStringLiteral("U1SAME%1").arg(number, 5, 10, QLatin1Char('0')));
            same.name = QStringLiteral("Änne Müller");
            packed.push_back(console::PackedSubject::of(same));
        }
        people().apply(packed);
        QTRY_COMPARE(model().rowCount(), 30 + int(oddities().size()) + ofOneName);
        QTRY_VERIFY(!model().isBusy());
    }
    void cleanupTestCase() { m_window.reset(); }

    void everyRowIsOnePlainLine()
    {
        QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const Oddity& odd : oddities()) {
            const int row = model().rowOf(SubjectId(QLatin1String(odd.id)));
            QVERIFY2(row >= 0, odd.id);
            const QString shown = model().displayName(row);
            QVERIFY2(!shown.isEmpty(), odd.id);
            QVERIFY2(!shown.contains(u'\n') && !shown.contains(u'\t'), odd.id);
            QVERIFY2(shown.size() <= 300, odd.id);
            for (const QChar c : shown)
                QVERIFY2(c.category() != QChar::Other_Control && (c < u'\u202A' || c > u'\u202E'), odd.id);
            QCOMPARE(table().rowHeight(row), metric::rowHeight);
        }
        QCOMPARE(model().displayName(model().rowOf(SubjectId(QStringLiteral("U0VOID01")))), QStringLiteral("U0VOID01"));
        QCOMPARE(model().displayName(model().rowOf(SubjectId(QStringLiteral("U0VOID02")))), QStringLiteral("U0VOID02"));
        QCOMPARE(model().displayName(model().rowOf(SubjectId(QStringLiteral("U0VOID03")))), QStringLiteral("U0VOID03"));
        const int turned = model().rowOf(SubjectId(QStringLiteral("U0BIDI01")));
        QCOMPARE(model().index(turned, SubjectModel::Email).data().toString(), QStringLiteral("moc.live@nimda"));
        QCOMPARE(model().displayName(model().rowOf(SubjectId(QStringLiteral("U0HTML01")))),
                 QStringLiteral("<b>Bold</b><img src=x onerror=alert(1)>"));
    }

    void isSortedAsTheLanguageSorts()
    {
        QCollator collator;
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        const auto name = [this](int row) { return people().name(model().tableRow(row)); };
        for (int row = 1; row < model().rowCount(); row += row < 300 || row > ofOneName ? 1 : 501) {
            if (name(row).isEmpty())
                break;
            QVERIFY2(collator.compare(name(row - 1), name(row)) <= 0, qPrintable(name(row).left(40)));
        }
        // Ä stands beside A in German, far before Z.
        QVERIFY(model().rowOf(SubjectId(QStringLiteral("U1SAME00000"))) <
                model().rowOf(SubjectId(QStringLiteral("U0LAST01"))));
        QVERIFY(name(model().rowCount() - 1).isEmpty());
    }

    void nothingInTheLayoutMoves()
    {
        const QSize window = m_window->main.size();
        const QSize viewport = table().viewport()->size();
        QList<int> widths;
        for (int column = 0; column < model().columnCount(); ++column)
            widths << table().columnWidth(column);
        for (const Oddity& odd : oddities()) {
            QVERIFY(table().select(SubjectId(QLatin1String(odd.id))));
            QTRY_VERIFY(table().currentSubject() == SubjectId(QLatin1String(odd.id)));
            QElapsedTimer timer;
            timer.start();
            const QPixmap picture = m_window->main.grab();
            QVERIFY2(timer.elapsed() < 2'000, odd.id);
            if (const QString folder = qEnvironmentVariable("REFRAIN_PICTURES"); !folder.isEmpty())
                QVERIFY(picture.save(folder + u'/' + QLatin1String(odd.id) + QStringLiteral(".png")));
            QCOMPARE(m_window->main.size(), window);
            QCOMPARE(table().viewport()->size(), viewport);
        }
        for (int column = 0; column < model().columnCount(); ++column)
            QCOMPARE(table().columnWidth(column), widths.at(column));
    }

    void nothingIsTakenForMarkup()
    {
        QVERIFY(table().select(SubjectId(QStringLiteral("U0HTML01"))));
        const auto* inspector = m_window->find<QWidget>("peopleInspector");
        const auto says = [inspector](const QString& text) {
            for (const QLabel* label : inspector->findChildren<QLabel*>()) {
                if (label->text().contains(text) && label->textFormat() == Qt::RichText)
                    return false;
                if (label->text().contains(text) && label->textFormat() == Qt::AutoText &&
                    Qt::mightBeRichText(label->text()))
                    return false;
            }
            return true;
        };
        QTRY_VERIFY(inspector->isVisible());
        QVERIFY(says(QStringLiteral("<b>Bold</b>")));
        QVERIFY(says(QStringLiteral("<h1>Boss</h1>")));
        const QModelIndex cell = model().index(model().rowOf(SubjectId(QStringLiteral("U0HTML01"))), 0);
        QVERIFY(cell.data(Qt::ToolTipRole).isNull());  // The view shows its own, escaped.
        QVERIFY(cell.data(Qt::DisplayRole).toString().startsWith(QLatin1String("<b>Bold</b>")));
    }

    void allOfThemAreFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("id");
        QTest::newRow("markup as it is written") << QStringLiteral("\"<b>bold\"") << QStringLiteral("U0HTML01");
        QTest::newRow("around what turns directions") << QStringLiteral("eve smith") << QStringLiteral("U0BIDI01");
        QTest::newRow("an emoji") << QStringLiteral("family") << QStringLiteral("U0EMOJ01");
        QTest::newRow("under a heap of accents") << QStringLiteral("zalgo") << QStringLiteral("U0ZALG01");
        QTest::newRow("the beginning of a long name") << QStringLiteral("longxxxx") << QStringLiteral("U0LONG01");
        QTest::newRow("by id where there is no name") << QStringLiteral("u0void03") << QStringLiteral("U0VOID03");
        QTest::newRow("over a line's end") << QStringLiteral("second third") << QStringLiteral("U0LINE01");
    }
    void allOfThemAreFound()
    {
        QFETCH(QString, typed);
        QFETCH(QString, id);
        filter(typed);
        QTRY_COMPARE(model().rowCount(), 1);
        QCOMPARE(model().subjectAt(0), SubjectId(id));
        filter({});
        QTRY_VERIFY(model().rowCount() > ofOneName);
    }

    void fiftyThousandOfOneNameAreToldApart()
    {
        filter(QStringLiteral("\"anne muller\""));
        QTRY_COMPARE(model().rowCount(), ofOneName);
        QCOMPARE(people().namesakes(model().tableRow(0)), ofOneName);
        QCOMPARE(model().distinction(0), QStringLiteral("U1SAME00000"));
        QCOMPARE(model().distinction(ofOneName - 1), QStringLiteral("U1SAME%1").arg(ofOneName - 1));
        filter({});
        QTRY_VERIFY(model().rowCount() > ofOneName);
    }
};

QTEST_MAIN(HostileDirectoryTest)
#include "tst_hostiledirectory.moc"
