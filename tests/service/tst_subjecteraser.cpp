#include "service/usecases/subjecteraser.h"

#include "service/usecases/evidencecheck.h"
#include "service/usecases/subjectfile.h"
#include "store/definitionstore.h"
#include "store/notificationstore.h"
#include "tests/service/consistency.h"
#include "tests/service/record.h"

#include <QJsonArray>
#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Record;

class TestSubjectEraser : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_record = std::make_unique<Record>(3);
        Subject person = Record::person(1);
        person.name = QStringLiteral("Telltale Name");
        person.email = QStringLiteral("telltale@example.org");
        person.deleted = true;
        person.updatedAt = 2;
        QVERIFY(m_record->directory.put(m_record->workspace, {{person}, {}, {}}));
        for (const char* subject : {"U1", "U2"}) {
            for (const char* state : {"opted_out", "default", "opted_out"}) {
                ChangeRequest wish = Record::wish(subject, "reminders", state);
                wish.reason = QStringLiteral("telltale reason of %1").arg(QLatin1String(subject));
                wish.ticket = QStringLiteral("telltale-7-%1").arg(QLatin1String(subject));
                QVERIFY(m_record->preferences.apply(m_record->workspace, wish));
            }
        }
    }
    void cleanup() { m_record.reset(); }

    void nothingTelltaleIsLeftOfThePerson()
    {
        store::Definition edited;
        edited.slug = QStringLiteral("daily");
        edited.updatedBy = {ActorKind::ConsoleUser, id.toString(), QStringLiteral("Telltale Name")};
        QVERIFY(store::DefinitionStore(m_record->db(), QStringLiteral("template")).put(m_record->workspace, edited));
        Notification sent;
        sent.id = QStringLiteral("n1");
        sent.actor = edited.updatedBy;
        QVERIFY(store::NotificationStore(m_record->db()).add(m_record->workspace, sent, {}));
        QVERIFY(traces() > 2);
        const Result<Erasure> erasure = erase();
        QVERIFY2(erasure, qPrintable(erasure ? QString() : erasure.error().toString()));
        QCOMPARE(erasure->auditEntries, 3);
        QCOMPARE(erasure->preferences, 1);
        QVERIFY(erasure->changes >= 4);
        QVERIFY(erasure->directory);
        QVERIFY(!erasure->kept.empty());
        QCOMPARE(traces(), 0);
        const auto subject = store::SubjectStore(m_record->db()).find(m_record->workspace, id);
        QVERIFY((*subject)->name.isEmpty() && (*subject)->email.isEmpty());
    }

    void theOptOutIsStillHonoured()
    {
        const Millis before = m_record->clock.now();
        m_record->clock.advance(std::chrono::seconds(1));
        QVERIFY(erase());
        const auto stored = store::PreferenceStore(m_record->db())
                                .find(m_record->workspace, id, CategorySlug(QStringLiteral("reminders")));
        QVERIFY(stored->state == PreferenceState::OptedOut);
        QVERIFY(stored->reason.isEmpty());
        QVERIFY(stored->at && *stored->at <= before);
        const auto past = m_record->decider.decide(m_record->workspace, stored->category, {id}, before);
        QVERIFY2(past, qPrintable(past ? QString() : past.error().toString()));
        QVERIFY(!past->items.front().deliver);
        ChangeRequest back = Record::wish("U1", "reminders", "opted_in", Source::Import);
        QCOMPARE(m_record->preferences.apply(m_record->workspace, back)->kind, ChangeOutcome::Kind::Refused);
    }

    void feedAndTreeStillAgreeAndOthersAreUntouched()
    {
        const wire::Evidence before = *m_record->audit.evidence(m_record->workspace, other);
        QVERIFY(erase());
        QCOMPARE(test::inconsistency(m_record->db(), m_record->workspace), QString());
        const wire::Evidence after = *m_record->audit.evidence(m_record->workspace, other);
        QVERIFY(checkEvidence(after).isSound());
        QCOMPARE(after.items.size(), before.items.size());
        QCOMPARE(after.items.front().item, before.items.front().item);
        const wire::Evidence mine = *m_record->audit.evidence(m_record->workspace, id);
        QCOMPARE(mine.items.size(), 1U);
        QCOMPARE(mine.items.front().item.entry.type, QString(store::erasureEntry));
        QCOMPARE(mine.items.front().item.entry.reason, QStringLiteral("they asked"));
        QVERIFY(checkEvidence(mine).isSound());
    }

    void erasingTwiceWritesNothing()
    {
        QVERIFY(erase());
        const qint64 size = *store::AuditStore(m_record->db()).size(m_record->workspace);
        const Result<Erasure> again = erase();
        QVERIFY(again->isEmpty());
        QCOMPARE(*store::AuditStore(m_record->db()).size(m_record->workspace), size);
    }

    void aLeaverStaysErasedAndWhoComesBackIsKnownAgain()
    {
        QVERIFY(erase());
        Subject news = Record::person(1);
        news.deleted = true;
        news.updatedAt = 3;
        QVERIFY(m_record->directory.put(m_record->workspace, {{news}, {}, {}}));
        QVERIFY((*store::SubjectStore(m_record->db()).find(m_record->workspace, id))->name.isEmpty());
        news.deleted = false;
        QVERIFY(m_record->directory.put(m_record->workspace, {{news}, {}, {}}));
        QCOMPARE((*store::SubjectStore(m_record->db()).find(m_record->workspace, id))->name, news.name);
    }

    void nobodyIsNotFound()
    {
        const auto done =
            SubjectEraser(m_record->writer).erase(m_record->workspace, SubjectId(QStringLiteral("U9")), {});
        QVERIFY(done.error().is(ErrorCode::NotFound));
        QVERIFY(subjectFile(m_record->db(), m_record->workspace, SubjectId(QStringLiteral("U9")))
                    .error()
                    .is(ErrorCode::NotFound));
    }

    void theFileHoldsEverything()
    {
        const Result<QJsonObject> file = subjectFile(m_record->db(), m_record->workspace, id);
        QVERIFY(file);
        const auto count = [&](const char* part) { return file->value(QLatin1String(part)).toArray().size(); };
        QCOMPARE(file->value(QLatin1String("subject")).toObject().value(QLatin1String("email")).toString(),
                 QStringLiteral("telltale@example.org"));
        QCOMPARE(count("preferences"), 1);
        QVERIFY(count("changes") >= 5);
        QCOMPARE(count("audit"), 3);
        QCOMPARE(count("acts"), 0);
        QCOMPARE(count("messages"), 0);
        QVERIFY(file->value(QLatin1String("member")).isNull());
    }

private:
    Result<Erasure> erase()
    {
        return SubjectEraser(m_record->writer)
            .erase(m_record->workspace, id,
                   {Source::Console,
                    {ActorKind::ConsoleUser, QStringLiteral("A1"), QStringLiteral("Ann")},
                    QStringLiteral("they asked"),
                    {}});
    }

    /// Rows that still tell something of U1.
    int traces()
    {
        return int(*m_record->db().number(
            "SELECT (SELECT count(*) FROM changes WHERE subject = 'U1' AND (instr(lower(reason || before_json ||"
            " after_json), 'telltale') > 0)) + (SELECT count(*) FROM audit_openings WHERE instr(lower(openings),"
            " 'telltale reason of u1') > 0) + (SELECT count(*) FROM preferences WHERE subject = 'U1' AND"
            " instr(reason || ticket, 'telltale') > 0) + (SELECT count(*) FROM subjects WHERE id = 'U1' AND"
            " instr(lower(name || email || folded || former_names), 'telltale') > 0) + (SELECT count(*) FROM "
            "definitions"
            " WHERE actor_name <> '') + (SELECT count(*) FROM notifications WHERE actor_name <> '')"));
    }

    const SubjectId id{QStringLiteral("U1")};
    const SubjectId other{QStringLiteral("U2")};
    std::unique_ptr<Record> m_record;
};

QTEST_GUILESS_MAIN(TestSubjectEraser)
#include "tst_subjecteraser.moc"
