#include "service/slackside/homewatch.h"

#include "tests/service/record.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using namespace std::chrono_literals;
using test::Record;

/// Which open Homes are published anew, and when.
class TestHomeWatch : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_record = std::make_unique<Record>();
        m_watch = std::make_unique<HomeWatch>(m_record->feed, m_record->clock,
                                              [this](const WorkspaceId&, const SubjectId& person) {
                                                  const std::lock_guard lock(m_mutex);
                                                  m_published << person.toString();
                                              });
        open("U1");
    }
    void cleanup()
    {
        m_watch.reset();
        m_record.reset();
        m_published.clear();
    }

    void showsWhatWasDoneElsewhereToThatPersonAlone()
    {
        open("U2");
        choose("U1", "opted_out", Source::SlashCommand);
        QTRY_COMPARE(published(), QStringList{QStringLiteral("U1")});
        choose("U2", "opted_out", Source::Console);
        QTRY_COMPARE(published(), (QStringList{QStringLiteral("U1"), QStringLiteral("U2")}));
    }

    void doesNotRepeatWhatTheHomeShowsAlready()
    {
        choose("U1", "opted_out", Source::AppHome);
        choose("U3", "opted_out", Source::Link);
        choose("U1", "default", Source::SlashCommand);
        QTRY_COMPARE(published(), QStringList{QStringLiteral("U1")});
    }

    void forgetsAHomeAfterAQuarterOfAnHour()
    {
        m_record->clock.advance(16min);
        open("U2");
        choose("U1", "opted_out", Source::Link);
        choose("U2", "opted_out", Source::Link);
        QTRY_COMPARE(published(), QStringList{QStringLiteral("U2")});
    }

    void aChangedCategoryShowsInAllOfThem()
    {
        open("U2");
        const auto rename = [](Category& category) { category.title = QStringLiteral("Nudges"); };
        QVERIFY(m_record->categories.edit(m_record->workspace, CategorySlug(QStringLiteral("reminders")), rename, {}));
        QTRY_COMPARE(published().size(), 2);
    }

private:
    void open(const char* person)
    {
        m_watch->opened(m_record->workspace, SubjectId(QLatin1String(person)),
                        *m_record->reader.seq(m_record->workspace));
    }
    void choose(const char* person, const char* state, Source source)
    {
        QVERIFY(m_record->preferences.apply(m_record->workspace, Record::wish(person, "reminders", state, source)));
    }
    QStringList published()
    {
        const std::lock_guard lock(m_mutex);
        return m_published;
    }

    std::unique_ptr<Record> m_record;
    std::unique_ptr<HomeWatch> m_watch;
    std::mutex m_mutex;
    QStringList m_published;
};

QTEST_GUILESS_MAIN(TestHomeWatch)
#include "tst_homewatch.moc"
