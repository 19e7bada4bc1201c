#include "service/usecases/idempotency.h"

#include "tests/service/record.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using Kind = Idempotency::Start::Kind;
using test::Record;

class TestIdempotency : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_record = std::make_unique<Record>(3);
        m_keys = std::make_unique<Idempotency>(m_record->pool, m_record->vault, m_record->clock);
    }
    void cleanup()
    {
        m_keys.reset();
        m_record.reset();
    }

    void aRepeatedRequestGetsItsFirstAnswer()
    {
        const QByteArray print = Idempotency::fingerprintOf("PUT", "/x", "{}", "17");
        auto start = m_keys->begin(m_scope, print);
        QCOMPARE(start->kind, Kind::Fresh);
        QCOMPARE(m_keys->begin(m_scope, print)->kind, Kind::InProgress);
        QVERIFY(write(*start->ticket, 200, false));
        start->ticket.reset();
        const auto again = m_keys->begin(m_scope, print);
        QCOMPARE(again->kind, Kind::Replay);
        QCOMPARE(again->answer->body, QByteArray("{\"done\":true}"));
        QCOMPARE(again->answer->status, 200);
        QCOMPARE(m_keys->begin(m_scope, Idempotency::fingerprintOf("PUT", "/x", "{}", "18"))->kind, Kind::Reused);
        store::IdempotencyScope other = m_scope;
        other.owner = QStringLiteral("user:U2");
        QCOMPARE(m_keys->begin(other, print)->kind, Kind::Fresh);
    }

    void aFailedWriteLeavesNoAnswer()
    {
        {
            auto start = m_keys->begin(m_scope, "print");
            QVERIFY(!write(*start->ticket, 200, true));
        }
        QCOMPARE(m_keys->begin(m_scope, "print")->kind, Kind::Fresh);
        QCOMPARE(m_keys->begin(m_scope, "print")->kind, Kind::Fresh);  // the ticket was dropped
    }

    void answersThatMayChangeAreNotKept_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("kept");
        for (const int status : {200, 201, 202, 204, 404, 409, 412, 422})
            QTest::addRow("%d is kept", status) << status << true;
        for (const int status : {302, 400, 401, 403, 405, 410, 413, 415, 429, 500, 503})
            QTest::addRow("%d is not", status) << status << false;
    }

    void answersThatMayChangeAreNotKept()
    {
        QFETCH(int, status);
        QFETCH(bool, kept);
        {
            auto start = m_keys->begin(m_scope, "print");
            QVERIFY(write(*start->ticket, status, false));
        }
        QCOMPARE(m_keys->begin(m_scope, "print")->kind, kept ? Kind::Replay : Kind::Fresh);
    }

    void fingerprintsTellRequestsApart()
    {
        const QByteArray one = Idempotency::fingerprintOf("PUT", "/x", "body", "1");
        for (const QByteArray& other : {Idempotency::fingerprintOf("POST", "/x", "body", "1"),
                                        Idempotency::fingerprintOf("PUT", "/xb", "ody", "1"),
                                        Idempotency::fingerprintOf("PUT", "/x", "1body", ""),
                                        Idempotency::fingerprintOf("PUT", "/x", "body", {})})
            QVERIFY(one != other);
        QCOMPARE(one, Idempotency::fingerprintOf("PUT", "/x", "body", "1"));
    }

private:
    bool write(const Idempotency::Ticket& ticket, int status, bool fails)
    {
        const auto keep = [&](store::Database& database, const BatchOutcome&) -> Result<> {
            Result<> kept =
                ticket.keep(database, {{}, status, {}, QStringLiteral("application/json"), "{\"done\":true}", false});
            return fails && kept ? Result<>(Error::unavailable(QStringLiteral("No."))) : kept;
        };
        return m_record->preferences.apply(m_record->workspace, Record::wish("U1", "reminders", "opted_out"), keep)
            .ok();
    }

    const store::IdempotencyScope m_scope{WorkspaceId(QStringLiteral("T1")), QStringLiteral("user:U1"),
                                          QStringLiteral("k")};
    std::unique_ptr<Record> m_record;
    std::unique_ptr<Idempotency> m_keys;
};

QTEST_GUILESS_MAIN(TestIdempotency)
#include "tst_idempotency.moc"
