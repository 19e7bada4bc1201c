#include "service/usecases/linkdesk.h"

#include "service/usecases/linkminter.h"
#include "store/auditstore.h"
#include "tests/service/record.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Record;
using Kind = ChangeOutcome::Kind;

class TestLinkDesk : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_record = std::make_unique<Record>(6);
        m_minter = std::make_unique<LinkMinter>(m_record->writer, m_record->random);
        m_desk = std::make_unique<LinkDesk>(m_record->pool, m_record->vault, m_record->decider, m_record->preferences,
                                            m_record->clock);
    }
    void cleanup()
    {
        m_desk.reset();
        m_minter.reset();
        m_record.reset();
    }

    void onlyTheHashOfATokenIsStored()
    {
        const QByteArray token = mint("U1", "reminders");
        QCOMPARE(QByteArray::fromBase64(token, QByteArray::Base64UrlEncoding).size(), 32);
        const Result<qint64> plain = m_record->db().number("SELECT count(*) FROM links WHERE hash = ?", {token});
        QCOMPARE(*plain, 0);
        QVERIFY(m_desk->open(token));
        QVERIFY(m_desk->open("nothing").error().is(ErrorCode::NotFound));
    }

    void aLinkEndsWhenItsTimeIsOver()
    {
        store::Link wish = wishFor("U1", "reminders");
        wish.expiresAt = m_record->clock.now() + LinkMinter::shortestLife - 1;
        QCOMPARE(m_minter->mint(wish, {}).error().context(), QStringLiteral("/expiresAt"));
        wish.expiresAt = m_record->clock.now() + LinkMinter::shortestLife;
        const QByteArray token = m_minter->mint(wish, {})->reveal();
        QVERIFY(m_desk->open(token));
        m_record->clock.advance(std::chrono::milliseconds(LinkMinter::shortestLife));
        QCOMPARE(m_desk->open(token).error().context(), QStringLiteral("gone"));
    }

    void aLinkRemembersTheMessageThatItCameWith()
    {
        store::Link wish = wishFor("U1", "reminders");
        wish.notification = QStringLiteral("nowhere");
        QCOMPARE(m_minter->mint(wish, {}).error().context(), QStringLiteral("/notification"));
        QVERIFY(
            m_record->db().run("INSERT INTO notifications (workspace, id, category, text, state, error, source,"
                               " actor_kind, actor_id, actor_name, recipients, created_at) VALUES ('T1', 'n1',"
                               " 'reminders', 'x', 'done', '', 'api', 'api_key', 'k', 'k', 1, 1)"));
        wish.notification = QStringLiteral("n1");
        const Secret token = *m_minter->mint(wish, {});
        QCOMPARE(m_desk->open(token.reveal())->link.notification, QStringLiteral("n1"));
        (void)turnOff(token.reveal(), Source::Link);
        QCOMPARE(*m_record->db().number("SELECT count(*) FROM changes WHERE reason LIKE '%, notification n1'"), 1);
    }

    void aWayBackUndoesOnlyItsOwnPostForFifteenMinutes_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<Millis>("later");
        QTest::addColumn<bool>("works");
        QTest::newRow("at once, back to the default") << QString() << Millis(0) << true;
        QTest::newRow("at once, back to an own yes") << QStringLiteral("opted_in") << Millis(0) << true;
        QTest::newRow("in the fifteenth minute") << QString() << correctionTime << true;
        QTest::newRow("after it") << QString() << correctionTime + 1 << false;
    }

    void aWayBackUndoesOnlyItsOwnPostForFifteenMinutes()
    {
        QFETCH(QString, before);
        QFETCH(Millis, later);
        QFETCH(bool, works);
        if (!before.isEmpty())
            QVERIFY(m_record->preferences.apply(m_record->workspace,
                                                Record::wish("U1", "reminders", before.toLatin1().constData())));
        const QByteArray token = mint("U1", "reminders");
        const qint64 number = turnOff(token, Source::OneClick).items.front().preference.version;
        m_record->clock.advance(std::chrono::milliseconds(later));
        const Result<LinkView> view = m_desk->open(token);
        const Result<BatchOutcome> back = m_desk->takeBack(*view, {number});
        QCOMPARE(back && back->items.front().kind == Kind::Changed, works);
        const PreferenceState now = m_desk->open(token)->find(m_reminders)->preference.state;
        const QString expected = !works             ? QStringLiteral("opted_out")
                                 : before.isEmpty() ? QStringLiteral("default")
                                                    : before;
        QCOMPARE(toString(now), expected);
    }

    void aWayBackPressedTwiceIsNoErrorAndChangesNothing()
    {
        const QByteArray token = mint("U1", "reminders");
        const qint64 number = turnOff(token, Source::Link).items.front().preference.version;
        QVERIFY(m_desk->takeBack(*m_desk->open(token), {number})->items.front().kind == Kind::Changed);
        const Result<BatchOutcome> again = m_desk->takeBack(*m_desk->open(token), {number});
        QVERIFY(again && again->items.front().kind == Kind::Unchanged);
        // What was turned off anew since is another choice.
        const qint64 later = turnOff(token, Source::Link).items.front().preference.version;
        QVERIFY(later > number);
        const Result<BatchOutcome> stale = m_desk->takeBack(*m_desk->open(token), {number});
        QVERIFY(stale && stale->items.front().refusal == Refusal::PreconditionFailed);
    }

    void aLaterWordIsNeverUndone()
    {
        const QByteArray token = mint("U1", "reminders");
        const qint64 number = turnOff(token, Source::Link).items.front().preference.version;
        QVERIFY(m_record->preferences.apply(m_record->workspace,
                                            Record::wish("U1", "reminders", "default", Source::SlashCommand)));
        QVERIFY(m_record->preferences.apply(m_record->workspace,
                                            Record::wish("U1", "reminders", "opted_out", Source::SlashCommand)));
        const Result<BatchOutcome> back = m_desk->takeBack(*m_desk->open(token), {number});
        QVERIFY(back && back->items.front().refusal == Refusal::PreconditionFailed);
    }

    void aLinkReachesNobodyAndNothingElse()
    {
        const QByteArray mine = mint("U1", "reminders");
        const QByteArray other = mint("U2", "reminders");
        const QByteArray otherKind = mint("U1", "*");
        const qint64 number = turnOff(other, Source::Link).items.front().preference.version;
        QVERIFY(!m_desk->takeBack(*m_desk->open(mine), {number}));
        const qint64 every = turnOff(otherKind, Source::Link).items.front().preference.version;
        QVERIFY(!m_desk->takeBack(*m_desk->open(mine), {every}));
        const Result<LinkView> view = m_desk->open(mine);
        QVERIFY(view->covers(m_reminders));
        QVERIFY(!view->covers(everyCategory()));
        QVERIFY(m_desk->open(mint("U1", nullptr))->covers(everyCategory()));
    }

    void burstsSoonAfterTheMintingAreMarkedAndHonoured()
    {
        for (int i = 1; i <= 3; ++i) {
            const QByteArray token = mint(QByteArray("U" + QByteArray::number(i)).constData(), "reminders");
            m_record->clock.advance(std::chrono::seconds(1));
            QCOMPARE(turnOff(token, Source::OneClick).items.front().kind, Kind::Changed);
            const QJsonObject context = lastContext();
            QCOMPARE(context.value(QLatin1String("earlyPosts")).toInt(), i);
            QCOMPARE(context.value(QLatin1String("maybeScanner")).toBool(), i >= 3);
        }
        const QByteArray calm = mint("U4", "reminders");
        m_record->clock.advance(std::chrono::milliseconds(LinkDesk::scannerTime + 1));
        turnOff(calm, Source::Link);
        QVERIFY(lastContext().isEmpty());
    }

private:
    store::Link wishFor(const char* subject, const char* category) const
    {
        store::Link wish;
        wish.workspace = m_record->workspace;
        wish.subject = SubjectId(QString::fromLatin1(subject));
        wish.category = CategorySlug(QString::fromLatin1(category));
        return wish;
    }

    QByteArray mint(const char* subject, const char* category)
    {
        const Result<Secret> token = m_minter->mint(wishFor(subject, category), {});
        if (!token)
            qFatal("%s", qPrintable(token.error().toString()));
        return token->reveal();
    }

    BatchOutcome turnOff(const QByteArray& token, Source source)
    {
        const Result<LinkView> view = m_desk->open(token);
        const Result<BatchOutcome> outcome =
            m_desk->turnOff(*view, {view->isForAll() ? everyCategory() : view->link.category}, source);
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().toString()));
        return *outcome;
    }

    QJsonObject lastContext()
    {
        const auto size = m_record->db().number("SELECT audit_size FROM workspaces");
        const auto entry = store::AuditStore(m_record->db()).entry(m_record->workspace, *size - 1);
        if (!entry || !*entry)
            qFatal("no entry");
        return openLeaf((*entry)->leaf, (*entry)->openings)->entry.context;
    }

    const CategorySlug m_reminders{QStringLiteral("reminders")};
    std::unique_ptr<Record> m_record;
    std::unique_ptr<LinkMinter> m_minter;
    std::unique_ptr<LinkDesk> m_desk;
};

QTEST_GUILESS_MAIN(TestLinkDesk)
#include "tst_linkdesk.moc"
