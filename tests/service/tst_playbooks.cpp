#include "service/pages/words.h"
#include "store/categorystore.h"
#include "tests/service/playbookshop.h"

#include <QRegularExpression>
#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::fromJson;
using test::PlaybookShop;
using test::SlackDesk;

namespace {

QStringList offered(const QJsonObject& message)
{
    return test::labels(message.value(QLatin1String("blocks")).toArray());
}

}  // namespace

class TestPlaybooks : public QObject {
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<PlaybookShop>(); }
    void cleanup() { m_shop.reset(); }

    void everyPlaybookIsWhole()
    {
        QCOMPARE(m_shop->library.all().size(), size_t(5));
        static const QRegularExpression mark(QStringLiteral("%(\\d)"));
        for (const Playbook& playbook : m_shop->library.all()) {
            QVERIFY(!playbook.title.isEmpty() && !playbook.description.isEmpty() && !playbook.tags.isEmpty());
            QVERIFY(!playbook.texts.empty());
            for (const PlaybookText& text : playbook.texts) {
                for (const QString& language : languages()) {
                    const QString written = text.defaults.value(language);
                    QVERIFY2(!written.isEmpty() && written != text.key, qPrintable(playbook.slug + text.key));
                    int highest = 0;
                    for (auto it = mark.globalMatch(written); it.hasNext();)
                        highest = std::max(highest, it.next().captured(1).toInt());
                    QCOMPARE(highest, int(text.samples.size()));
                    QVERIFY(written.size() <= text.longest);
                }
            }
        }
    }

    void theLibraryIsSearched_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << QString() << 5;
        QTest::newRow("a tag, in any case") << QStringLiteral("opt_out") << 1;
        QTest::newRow("two words") << QStringLiteral("snooze pause") << 1;
        QTest::newRow("nothing") << QStringLiteral("fax") << 0;
    }

    void theLibraryIsSearched()
    {
        QFETCH(QString, words);
        QFETCH(int, count);
        QCOMPARE(int(m_shop->library.search(words).size()), count);
    }

    void whatIsPublishedIsWhatPeopleRead()
    {
        const QString before =
            m_shop->say(QStringLiteral("U1"), QStringLiteral("/optout"), QStringLiteral("reminders"));
        QVERIFY(m_shop->use("bye", R"({"playbook": "opt-out", "texts": {"stopsMessages": {"en": "Bye bye, %1!"}}})"));
        QVERIFY(m_shop->say(QStringLiteral("U2"), QStringLiteral("/optout"), QStringLiteral("reminders"))
                    .startsWith(before.section(QLatin1Char('\n'), 0, 0)));
        QVERIFY(m_shop->publish("bye"));
        const QString own = m_shop->say(QStringLiteral("U3"), QStringLiteral("/optout"), QStringLiteral("reminders"));
        QVERIFY2(own.startsWith(QStringLiteral("Bye bye, *Reminders*!")), qPrintable(own));
        QVERIFY(m_shop->copies.edit(m_shop->id, QStringLiteral("bye"),
                                    fromJson(R"({"texts": {"stopsMessages": {"en": "So long, %1!"}}})"), {}));
        QVERIFY(m_shop->say(QStringLiteral("U4"), QStringLiteral("/optout"), QStringLiteral("reminders"))
                    .startsWith(QStringLiteral("So long, *Reminders*!")));
        QVERIFY(m_shop->unpublish("bye"));
        QVERIFY(m_shop->say(QStringLiteral("U5"), QStringLiteral("/optout"), QStringLiteral("reminders"))
                    .startsWith(before.section(QLatin1Char('\n'), 0, 0)));
    }

    void whoReadsAnotherLanguageReadsRefrainsOwn()
    {
        Subject german = SlackDesk::person(1);
        german.locale = QStringLiteral("de-DE");
        DirectoryWriter::Page page;
        page.subjects = {german};
        QVERIFY(m_shop->directory.put(m_shop->id, page));
        QVERIFY(m_shop->use("bye", R"({"playbook": "opt-out", "texts": {"stopsMessages": {"en": "Bye bye, %1!"}}})"));
        QVERIFY(m_shop->publish("bye"));
        QVERIFY(!m_shop->say(QStringLiteral("U1"), QStringLiteral("/optout"), QStringLiteral("reminders"))
                     .contains(QStringLiteral("Bye")));
        QVERIFY(m_shop->say(QStringLiteral("U2"), QStringLiteral("/optout"), QStringLiteral("reminders"))
                    .contains(QStringLiteral("Bye")));
    }

    void aSnoozeOffersWhatIsPublished()
    {
        QVERIFY(m_shop->use("short", R"({"playbook": "snooze", "durations": ["4h", "1d"],
            "texts": {"howLong": {"en": "How long without %1?"}}})"));
        const QJsonObject card =
            m_shop->type(QStringLiteral("U1"), QStringLiteral("/optstatus"), QStringLiteral("reminders"));
        QCOMPARE(offered(m_shop->press(QStringLiteral("U1"), card, QStringLiteral("Snooze"))).first(),
                 QStringLiteral("1 day"));
        QVERIFY(m_shop->publish("short"));
        const QJsonObject question = m_shop->press(QStringLiteral("U1"), card, QStringLiteral("Snooze"));
        QCOMPARE(question.value(QLatin1String("text")).toString(), QStringLiteral("How long without *Reminders*?"));
        const QStringList labels = offered(question);
        QCOMPARE(labels.mid(0, 2).join(QLatin1Char(' ')), QStringLiteral("4 hours 1 day"));
        m_shop->press(QStringLiteral("U1"), question, QStringLiteral("4 hours"));
        const auto until = m_shop->choice(QStringLiteral("U1"), QStringLiteral("reminders")).snoozedUntil;
        QCOMPARE(*until, m_shop->clock.now() + 4LL * 60 * 60 * 1000);
    }

    void whatIsForGoodIsConfirmedAndStays()
    {
        const QString before = m_shop->policy();
        QVERIFY(m_shop->use("final", R"({"playbook": "opt-out-for-good",
            "texts": {"askStopAll": {"en": "Really all of it, for ever?"}}})"));
        const auto published = m_shop->publish("final");
        QVERIFY2(published, published ? "" : qPrintable(published.error().toString()));
        QCOMPARE(m_shop->policy(), QStringLiteral("never"));
        const QJsonObject question =
            m_shop->type(QStringLiteral("U1"), QStringLiteral("/optout"), QStringLiteral("all"));
        QVERIFY(
            question.value(QLatin1String("text")).toString().startsWith(QStringLiteral("Really all of it, for ever?")));
        QCOMPARE(m_shop->state(QStringLiteral("U1"), QStringLiteral("*")), QStringLiteral("default"));
        m_shop->press(QStringLiteral("U1"), question, QStringLiteral("Yes, stop them"));
        QCOMPARE(m_shop->state(QStringLiteral("U1"), QStringLiteral("*")), QStringLiteral("opted_out"));
        m_shop->clock.advance(std::chrono::minutes(16));  // until then it may have been a slip
        m_shop->say(QStringLiteral("U1"), QStringLiteral("/optin"), QStringLiteral("all"));
        QCOMPARE(m_shop->state(QStringLiteral("U1"), QStringLiteral("*")), QStringLiteral("opted_out"));
        QVERIFY(m_shop->unpublish("final"));
        QCOMPARE(m_shop->policy(), before);
        m_shop->say(QStringLiteral("U1"), QStringLiteral("/optin"), QStringLiteral("all"));
        QCOMPARE(m_shop->state(QStringLiteral("U1"), QStringLiteral("*")), QStringLiteral("default"));
    }

    void aPolicyThatSomebodyChangedMeanwhileStays()
    {
        QVERIFY(m_shop->use("final", R"({"playbook": "opt-out-for-good"})"));
        QVERIFY(m_shop->publish("final"));
        QVERIFY(m_shop->categories.edit(m_shop->id, everyCategory(),
                                        [](Category& every) { every.resubscribe = Resubscribe::Anyone; }, {}));
        QVERIFY(m_shop->unpublish("final"));
        QCOMPARE(m_shop->policy(), QStringLiteral("anyone"));
    }

    void anAnnouncementIsSentOnceAndStopped()
    {
        QVERIFY(m_shop->use("news", R"({"playbook": "announce-category", "about": "surveys",
            "recipients": {"include": [{"subjects": ["U1", "U2"]}]}})"));
        const auto published = m_shop->publish("news");
        QVERIFY2(published, published ? "" : qPrintable(published.error().toString()));
        QVERIFY(m_shop->publish("news"));
        QCOMPARE(m_shop->begun.size(), size_t(1));
        const auto view = m_shop->notifications.find(m_shop->begun.front());
        QVERIFY(view->notification.text.startsWith(QStringLiteral("*New: Surveys*\n")));
        QCOMPARE(view->notification.category, CategorySlug(QStringLiteral("surveys")));
        QCOMPARE(view->summary.queued, 2);
        QVERIFY(m_shop->unpublish("news"));
        QCOMPARE(toString(m_shop->notifications.find(m_shop->begun.front())->notification.state),
                 QStringLiteral("cancelled"));
    }

    void twoThatSayTheSameAreNotPublishedTogether()
    {
        QVERIFY(m_shop->use("one", R"({"playbook": "snooze"})"));
        QVERIFY(m_shop->use("two", R"({"playbook": "snooze", "durations": ["1h"]})"));
        QVERIFY(m_shop->publish("one"));
        const auto second = m_shop->publish("two");
        QVERIFY(!second);
        QVERIFY(second.error().is(ErrorCode::Conflict));
        QVERIFY(m_shop->unpublish("one"));
        QVERIFY(m_shop->publish("two"));
    }

    void nobodyButPublishingWritesThatItIsPublished()
    {
        QVERIFY(m_shop->use("one", R"({"playbook": "snooze", "published": true, "restores": "anyone"})"));
        const auto stored = m_shop->copies.find(m_shop->id, QStringLiteral("one"));
        QCOMPARE(stored->body.value(QLatin1String("published")).toBool(true), false);
        QVERIFY(stored->body.value(QLatin1String("restores")).isNull());
    }

    void whatIsNoCopyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char* name, const char* body, const char* pointer) {
            QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(pointer);
        };
        row("no playbook", "{}", "/playbook");
        row("an unknown one", R"({"playbook": "fax"})", "/playbook");
        row("an unknown text", R"({"playbook": "opt-out", "texts": {"help": {"en": "x"}}})", "/texts/help");
        row("a bare text", R"({"playbook": "opt-out", "texts": {"stopsAll": "x"}})", "/texts/stopsAll");
        row("an unknown language", R"({"playbook": "opt-out", "texts": {"stopsAll": {"tlh": "x"}}})",
            "/texts/stopsAll/tlh");
        row("an empty text", R"({"playbook": "opt-out", "texts": {"stopsAll": {"en": " "}}})", "/texts/stopsAll/en");
        row("a number", R"({"playbook": "opt-out", "texts": {"stopsAll": {"en": 1}}})", "/texts/stopsAll/en");
        row("without what stops", R"({"playbook": "opt-out", "texts": {"stopsMessages": {"en": "Done."}}})",
            "/texts/stopsMessages/en");
        row("a mark for nothing", R"({"playbook": "opt-out", "texts": {"stopsAll": {"en": "Done, %1."}}})",
            "/texts/stopsAll/en");
        row("no pause", R"({"playbook": "snooze", "durations": ["soon"]})", "/durations");
        row("no pauses", R"({"playbook": "snooze", "durations": []})", "/durations");
        row("too many", R"({"playbook": "snooze", "durations": ["1h", "2h", "3h", "4h", "5h", "6h"]})", "/durations");
        row("pauses where there are none", R"({"playbook": "opt-out", "durations": ["1h"]})", "/durations");
        row("nothing to announce",
            R"({"playbook": "announce-category", "recipients": {"include": [{"kind": "user"}]}})", "/about");
        row("an unknown category",
            R"({"playbook": "announce-category", "about": "x", "recipients": {"include": [{"kind": "user"}]}})",
            "/about");
        row("for nobody", R"({"playbook": "announce-category", "about": "surveys"})", "/recipients/include");
    }

    void whatIsNoCopyIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, pointer);
        const auto made = m_shop->use("bad", body.constData());
        QVERIFY(!made);
        QVERIFY(made.error().is(ErrorCode::Invalid));
        QCOMPARE(made.error().context(), pointer);
    }

private:
    std::unique_ptr<PlaybookShop> m_shop;
};

QTEST_GUILESS_MAIN(TestPlaybooks)
#include "tst_playbooks.moc"
