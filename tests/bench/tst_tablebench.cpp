#include "console/table/subjecttable.h"
#include "console/table/tableview.h"
#include "store/database.h"
#include "tests/bench/benchconsole.h"
#include "tests/bench/benchtable.h"
#include "ui/shell/findlist.h"
#include "ui/shell/headerbar.h"

#include <QApplication>
#include <QCollator>
#include <QFile>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <malloc.h>
#include <cstring>

using namespace refrain;
using namespace refrain::bench;

namespace {

double residentBytes()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096;
}

}  // namespace

/// Tells when something moved in the window, and whether the table has been painted since it was given other rows.
class PaintWatch final : public QObject {
    Q_OBJECT
public:
    explicit PaintWatch(BenchConsole& console) : PaintWatch(console, console.table()) {}
    PaintWatch(BenchConsole& console, const QAbstractItemView& view)
    {
        view.viewport()->installEventFilter(this);
        connect(view.model(), &QAbstractItemModel::modelReset, this, [this] { m_isReset = true; });
        connect(&console.screen(), &ui::Screen::countChanged, this, &PaintWatch::turned);
        connect(&console.desk(), &console::Desk::progressChanged, this, &PaintWatch::turned);
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &PaintWatch::turned);
    }
    void arm() { m_isReset = isPainted = false; }
    bool isPainted = false;

    /// Turns the event loop until `done`, which is looked at whenever something moved.
    template <class Done>
    void until(Done done)
    {
        QSignalSpy spy(this, &PaintWatch::turned);
        while (!done() && spy.wait(60'000)) {
        }
    }
    /// Turns the event loop for so long.
    void turn(qint64 milliseconds)
    {
        QSignalSpy spy(&m_timer, &QTimer::timeout);
        m_timer.start(int(std::max<qint64>(0, milliseconds)));
        spy.wait();
    }

signals:
    void turned();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Paint || !m_isReset || isPainted)
            return false;
        isPainted = true;
        watched->event(event);
        emit turned();
        return true;
    }

private:
    bool m_isReset = false;
    QTimer m_timer;
};

/// The console's table at three sizes, over a cache file and without any network. Nothing is asserted about time.
class TestTableBench : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        printHeading();
    }

    void grows_data()
    {
        QTest::addColumn<int>("people");
        for (const int people : {10'000, 100'000, 1'000'000})
            QTest::addRow("%d people", people) << people;
    }
    void grows()
    {
        QFETCH(int, people);
        m_people = people;
        m_size = QLocale(QLocale::English).toString(people);
        BenchConsole console;
        m_console = &console;
        QVERIFY(console.prepare(people));
        // For another tool to show the same people: tests/bench/sqlitebrowser-times.
        if (const QString copy = qEnvironmentVariable("REFRAIN_BENCH_CACHE"); !copy.isEmpty() && people == 1'000'000) {
            QFile::remove(copy);
            QVERIFY(QFile::copy(console.cacheFile(), copy));
        }
        coldStart();
        keystrokes();
        finding();
        sorting();
        scrolling();
        manyChanges();
        counting();
    }

private:
    BenchConsole* m_console = nullptr;
    int m_people = 0;
    QString m_size;

    [[nodiscard]] QString named(const char* what) const { return QLatin1String(what).arg(m_size); }
    [[nodiscard]] bool isSettled() const
    {
        return m_console->model().rowCount() == m_people && !m_console->model().isBusy() &&
               m_console->desk().progress().stage == console::LoadProgress::Stage::Done;
    }

    void coldStart()
    {
        const double before = residentBytes();
        QElapsedTimer timer;
        timer.start();
        m_console->start();
        const double made = double(timer.nsecsElapsed()) / 1e6;
        Heartbeat heart;
        PaintWatch watch(*m_console);
        watch.until([&] { return watch.isPainted && m_console->model().rowCount() > 0; });
        const double first = double(timer.nsecsElapsed()) / 1e6;
        watch.until([this] { return isSettled(); });
        const double all = double(timer.nsecsElapsed()) / 1e6;
        const std::vector<double> gaps = heart.take();
        const double bytes = (residentBytes() - before) / m_people;
        const double floor = millisecondsOf([this] { readCache(); });
        const QString floorIs = QStringLiteral("read the same rows with SQLite");
        printRow(named("%1 people: to make the window, before it shows"), made, QStringLiteral("one frame"), 16);
        printRow(named("%1 people: start to first rows on screen"), first, floorIs, floor);
        printRow(named("%1 people: start to everything usable, sorted"), all, floorIs, floor);
        printRow(named("%1 people: longest wait of the window while it fills"), percentile(gaps, 1),
                 QStringLiteral("one frame"), 16);
        std::printf("| %s people: memory, each with 12 categories | %.0f bytes | texts alone: %.0f bytes | %.1f |\n",
                    qPrintable(m_size), bytes, textBytes(), bytes / textBytes());
        std::fflush(stdout);
    }

    void keystrokes()
    {
        std::vector<double> painted;
        std::vector<double> whole;
        std::vector<double> floors;
        PaintWatch watch(*m_console);
        Heartbeat heart;
        for (const char* typed : {"maria ba", "out:reminders", "gareth@", "elodie mul", "zz top", "smith"}) {
            const QString text = QString::fromUtf8(typed);
            for (qsizetype length = 1; length <= text.size(); ++length) {
                watch.arm();
                QElapsedTimer timer;
                timer.start();
                m_console->filter().setText(text.left(length));
                if (!m_console->model().isBusy())
                    continue;  // A mark half typed leaves the list as it is.
                watch.until([&] { return watch.isPainted || isEmptyAnswer(text.left(length)); });
                painted.push_back(double(timer.nsecsElapsed()) / 1e6);
                watch.until([&] { return !m_console->model().isBusy(); });
                whole.push_back(double(timer.nsecsElapsed()) / 1e6);
                heart.without([&] { floors.push_back(millisecondsOf([&] { scan(text.left(length).toUtf8()); })); });
            }
        }
        m_console->filter().clear();
        watch.until([this] { return isSettled(); });
        const QString floorIs = QStringLiteral("one pass of memmem over the same bytes");
        for (const double share : {0.5, 0.95}) {
            const QString which = QStringLiteral(", p%1").arg(share * 100);
            printRow(named("%1 people: key to the new rows on screen") + which, percentile(painted, share), floorIs,
                     percentile(floors, share));
            printRow(named("%1 people: key to all rows counted") + which, percentile(whole, share), floorIs,
                     percentile(floors, share));
        }
        printRow(named("%1 people: longest wait of the window while typing"), percentile(heart.take(), 1),
                 QStringLiteral("one frame"), 16);
    }

    /// Letter by letter into the Ctrl+K box, with a change asked for, and a slip that is looked for again.
    void finding()
    {
        std::vector<double> took;
        std::vector<double> floors;
        QLineEdit& box = *m_console->main->header().findBox();
        PaintWatch watch(*m_console, *m_console->main->findChild<ui::FindList*>());
        box.setFocus();
        Heartbeat heart;
        for (const char* typed : {"maria ba", "gareth@", "elmu", "zz top", "smiht", "e smi", "priya rem"}) {
            const QString text = QString::fromUtf8(typed);
            for (qsizetype length = 1; length <= text.size(); ++length) {
                watch.arm();
                took.push_back(millisecondsOf([&] {
                    QTest::keyClicks(&box, text.mid(length - 1, 1));
                    watch.until([&] { return watch.isPainted; });
                }));
                heart.without([&] { floors.push_back(millisecondsOf([&] { scan(text.left(length).toUtf8()); })); });
            }
            box.selectAll();
        }
        box.clear();
        m_console->table().setFocus();
        for (const double share : {0.5, 0.95})
            printRow(named("%1 people: Ctrl+K: key to the answers, p%2").arg(share * 100), percentile(took, share),
                     QStringLiteral("one pass of memmem over the same bytes"), percentile(floors, share));
        printRow(named("%1 people: Ctrl+K: longest wait of the window while typing"), percentile(heart.take(), 1),
                 QStringLiteral("one frame"), 16);
    }

    void sorting()
    {
        const double floor = sortFloor();
        const int changed = m_console->model().changedColumn();
        for (const auto& [column, title] :
             {std::pair(int(ui::SubjectModel::Email), "email"), std::pair(changed, "last change"),
              std::pair(int(ui::SubjectModel::Name), "name")}) {
            PaintWatch watch(*m_console);
            const double took = millisecondsOf([&] {
                m_console->table().horizontalHeader()->setSortIndicator(column, Qt::AscendingOrder);
                watch.until([&] { return watch.isPainted && isSettled(); });
            });
            printRow(QStringLiteral("%1 people: sort by %2").arg(m_size, QLatin1String(title)), took,
                     QStringLiteral("std::sort of the names' keys"), floor);
        }
    }

    void scrolling()
    {
        std::vector<double> frames;
        QScrollBar& bar = *m_console->table().verticalScrollBar();
        for (int i = 0; i < 300; ++i) {
            frames.push_back(millisecondsOf([&] {
                bar.setValue(i % 2 == 0 ? i * 17 : bar.maximum() / 300 * i);
                m_console->table().viewport()->repaint();
            }));
        }
        bar.setValue(0);
        printFrames("%1 people: a frame while scrolling", frames);
    }

    /// Twenty a frame and fifty frames a second, anywhere in the table, while the list is scrolled.
    void manyChanges()
    {
        std::vector<double> frames;
        QScrollBar& bar = *m_console->table().verticalScrollBar();
        console::SubjectTable& table = m_console->desk().people();
        const std::vector<Category> categories = bench::categories();
        PaintWatch watch(*m_console);
        Heartbeat heart;
        qint64 version = 1'000'000'000;
        for (int frame = 0; frame < 150; ++frame) {
            std::vector<console::PackedChoice> choices;
            for (int i = 0; i < 20; ++i) {
                ++version;
                const int number = int(version * 7919 % m_people);
                choices.push_back({subject(number).id, categories[size_t(version % 4)].slug, {}, populationNow});
                choices.back().choice = {
                    version % 2 ? PreferenceState::OptedOut : PreferenceState::OptedIn, {}, version};
            }
            QElapsedTimer timer;
            timer.start();
            table.apply(choices);
            bar.setValue(frame * 21);
            m_console->table().viewport()->repaint();
            frames.push_back(double(timer.nsecsElapsed()) / 1e6);
            watch.turn(20 - timer.elapsed());
        }
        bar.setValue(0);
        printFrames("%1 people: a frame while 1,000 changes a second arrive", frames);
        printRow(named("%1 people: longest wait of the window meanwhile"), percentile(heart.take(), 1),
                 QStringLiteral("one frame"), 16);
    }

    void counting()
    {
        console::SubjectTable& table = m_console->desk().people();
        int out = 0;
        const double count = millisecondsOf([&] { out = table.countOptedOut(0); });
        QVERIFY(out > 0);
        printRow(named("%1 people: count who is out of one category"), count, QStringLiteral("one frame"), 16);
    }

    void printFrames(const char* what, const std::vector<double>& frames)
    {
        for (const double share : {0.5, 0.99, 1.0})
            printRow(named(what) + QStringLiteral(", p%1").arg(share * 100), percentile(frames, share),
                     QStringLiteral("60 frames a second"), 16);
    }

    [[nodiscard]] bool isEmptyAnswer(const QString& filter) const
    {
        return m_console->model().rowCount() == 0 && !m_console->model().isBusy() && !filter.isEmpty();
    }

    // Floors

    void readCache()
    {
        auto database = store::Database::open({m_console->cacheFile()});
        QVERIFY(database.ok());
        qsizetype bytes = 0;
        const auto take = [&](const store::Row& row) {
            for (int column = 0; column < 6; ++column)
                bytes += row.text(column).size();
        };
        QVERIFY((*database)->each("SELECT id, name, display_name, email, title, tz FROM subjects", {}, take).ok());
        QVERIFY((*database)
                    ->each("SELECT subject, category, state, version, snoozed_until, at FROM preferences", {}, take)
                    .ok());
        QVERIFY(bytes > m_people);
    }

    [[nodiscard]] double textBytes() const
    {
        double bytes = 0;
        for (const auto& block : m_console->desk().people().snapshot().blocks)
            bytes += double(block->text.size() + block->folded.size());
        return bytes / m_people;
    }

    void scan(const QByteArray& word)
    {
        size_t hits = 0;
        for (const auto& block : m_console->desk().people().snapshot().blocks) {
            const char* at = block->folded.constData();
            const char* const end = at + block->folded.size();
            while (const void* hit = memmem(at, size_t(end - at), word.constData(), size_t(word.size()))) {
                ++hits;
                at = static_cast<const char*>(hit) + word.size();
            }
        }
        m_hits += hits;
    }
    size_t m_hits = 0;

    [[nodiscard]] double sortFloor() const
    {
        QCollator collator;
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        std::vector<QCollatorSortKey> keys;
        keys.reserve(size_t(m_people));
        for (int row = 0; row < m_people; ++row)
            keys.push_back(collator.sortKey(m_console->desk().people().name(row)));
        std::vector<quint32> rows(static_cast<size_t>(m_people));
        for (quint32 row = 0; row < quint32(m_people); ++row)
            rows[row] = row;
        return millisecondsOf([&] {
            std::sort(rows.begin(), rows.end(), [&](quint32 a, quint32 b) { return keys[a].compare(keys[b]) < 0; });
        });
    }
};

int main(int argc, char* argv[])
{
    QApplication app(argc, argv);
    TestTableBench bench;
    return QTest::qExec(&bench, argc, argv);
}

#include "tst_tablebench.moc"
