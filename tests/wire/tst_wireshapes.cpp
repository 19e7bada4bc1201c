#include "wire/auditentry.h"
#include "wire/batch.h"
#include "wire/category.h"
#include "wire/change.h"
#include "wire/decisions.h"
#include "wire/digest.h"
#include "wire/page.h"
#include "wire/preference.h"
#include "wire/proof.h"
#include "wire/subject.h"
#include "wire/syncrun.h"
#include "wire/token.h"
#include "wire/workspace.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace refrain;
using namespace refrain::wire;

namespace {

QJsonObject parsed(const QByteArray& json)
{
    QJsonParseError fault;
    const QJsonObject object = QJsonDocument::fromJson(json, &fault).object();
    if (fault.error != QJsonParseError::NoError)
        qFatal("the test's own JSON is broken: %s", qPrintable(fault.errorString()));
    return object;
}

/// Reads a literal and writes it again; empty where it could not be read.
using Mirror = std::function<QJsonObject(const QJsonObject&)>;

template <class T>
Mirror mirror(Result<T> (*fromJson)(const QJsonObject&))
{
    return [fromJson](const QJsonObject& object) {
        const Result<T> value = fromJson(object);
        if (!value)
            qWarning("%s", qPrintable(value.error().toString()));
        return value ? toJson(*value) : QJsonObject();
    };
}

struct Shape {
    const char* name;
    Mirror through;
    const char* json;
};

const std::vector<Shape>& shapes()
{
    static const std::vector<Shape> all{
        {"subject", mirror(subjectFromJson),
         R"({"id": "U0001", "kind": "user", "name": "Bea Ünal", "displayName": "bea",
            "email": "bea@example.org", "title": "Nurse", "tz": "Europe/Berlin", "locale": "de-DE", "topic": "",
            "role": "single_channel_guest", "deleted": false, "bot": true, "archived": false, "private": true,
            "addressDead": true, "person": "p1", "formerNames": ["Bea Alt"], "updatedAt": "2026-05-03T08:12:00.123Z"})"},
        {"channel without person", mirror(subjectFromJson), R"({"id": "C0001", "kind": "channel", "name": "general",
            "displayName": "", "email": "", "title": "", "tz": "", "locale": "", "topic": "All", "role": "member",
            "deleted": false, "bot": false, "archived": true, "private": false, "addressDead": false, "person": null,
            "formerNames": [], "updatedAt": "1970-01-01T00:00:00.000Z"})"},
        {"channel that Slack gave a new id", mirror(subjectFromJson), R"({"id": "C0001", "kind": "channel",
            "name": "general", "displayName": "", "email": "", "title": "", "tz": "", "locale": "", "topic": "",
            "role": "member", "deleted": true, "bot": false, "archived": false, "private": false, "addressDead": false,
            "person": null, "movedTo": "C0002", "formerNames": [], "updatedAt": "1970-01-01T00:00:00.000Z"})"},
        {"category", mirror(categoryFromJson), R"({"slug": "reminders", "title": "Reminders", "description": "Nudges",
            "kind": "data_use", "parent": "updates", "defaultState": "opted_out", "required": true,
            "requiredReason": "By law", "paused": false, "resubscribe": "never", "onFailure": "deliver", "position": 3,
            "archived": true, "version": 12})"},
        {"category without parent", mirror(categoryFromJson), R"({"slug": "*", "title": "", "description": "",
            "kind": "message", "parent": null, "defaultState": "opted_in", "required": false, "requiredReason": "",
            "paused": true, "resubscribe": "user_only", "onFailure": "skip", "position": 0, "archived": false,
            "version": 0})"},
        {"preference", mirror(preferenceFromJson),
         R"({"subject": "U0001", "category": "reminders", "state": "opted_out",
            "effective": "skip", "rule": "opted_out", "version": 17, "source": "slash_command",
            "actor": {"kind": "slack_user", "id": "U0001", "name": "Bea"}, "requestedBy": "legal", "reason": "Asked",
            "ticket": "HELP-7", "at": "2026-05-03T08:12:00.000Z", "snoozedUntil": "2026-06-01T00:00:00.000Z", "seq": 17,
            "stateIsOwnWord": true, "snoozeIsOwnWord": false, "correctableUntil": "2026-05-03T08:27:00.000Z"})"},
        {"preference never set", mirror(preferenceFromJson),
         R"({"subject": "U0001", "category": "*", "state": "default",
            "effective": "deliver", "rule": "default_in", "version": 0, "source": null, "actor": null,
            "requestedBy": null, "reason": null, "ticket": null, "at": null, "snoozedUntil": null, "seq": 0,
            "stateIsOwnWord": false, "snoozeIsOwnWord": false, "correctableUntil": null})"},
        {"change", mirror(changeFromJson), R"({"seq": 17, "type": "preference", "subject": "U0001",
            "category": "reminders", "at": "2026-05-03T08:12:00.000Z", "source": "app_home",
            "actor": {"kind": "slack_user", "id": "U0001", "name": null}, "reason": null,
            "before": {"state": "default"}, "after": {"state": "opted_out"}})"},
        {"change of the directory", mirror(changeFromJson), R"({"seq": 18, "type": "subject", "subject": "U0001",
            "at": "2026-05-03T08:12:00.000Z", "source": null, "actor": {"kind": "system", "id": null, "name": null},
            "reason": null, "before": null, "after": {"id": "U0001"}})"},
        {"inclusion proof", mirror(inclusionProofFromJson),
         R"({"index": 3, "size": 8, "leafHash": "AAEC", "hashes": ["AAEC", "/+8="]})"},
        {"consistency proof", mirror(consistencyProofFromJson), R"({"from": 3, "to": 8, "hashes": []})"},
        {"sync run", mirror(syncRunFromJson),
         R"({"id": "s1", "kind": "directory", "startedAt": "2026-05-03T08:12:00.000Z",
            "finishedAt": "2026-05-03T08:13:00.000Z", "outcome": "partial", "error": "Slack hung up.",
            "counts": {"read": 1, "added": 2, "changed": 3, "removed": 4, "sent": 5, "failed": 6}})"},
        {"sync run under way", mirror(syncRunFromJson), R"({"id": "s2", "kind": "console", "outcome": "running",
            "startedAt": "2026-05-03T08:12:00.000Z", "finishedAt": null,
            "counts": {"read": 0, "added": 0, "changed": 0, "removed": 0, "sent": 0, "failed": 0}})"},
        {"page", mirror(pageFromJson), R"({"items": [{"id": 1}, {"id": 2}], "next": "abc", "seq": 9})"},
        {"last page", mirror(pageFromJson), R"({"items": [], "next": null, "seq": 9})"},
        {"token", mirror(tokenReplyFromJson), R"({"access_token": "a", "token_type": "Bearer", "expires_in": 900,
            "refresh_token": "r", "workspace": "T0001", "user": "U0001", "name": "Bea", "role": "admin"})"},
        {"token error", mirror(tokenErrorFromJson),
         R"({"error": "invalid_grant", "error_description": "The code was used."})"},
        {"digest", mirror(digestReplyFromJson), R"({"from": null, "to": "U5", "count": 3, "seq": 9,
            "digest": "00000000000000000000000000000000000000000000000000000000000000ff"})"},
        {"workspace", mirror(workspaceFromJson), R"({"id": "T0001", "name": "Acme", "domain": "acme",
            "counts": {"people": 10, "channels": 2, "profiles": 1}, "scopes": ["users:read"], "missingScopes": ["chat:write"],
            "lastSync": null, "auditKey": "refrain/T0001+00+AA", "settings": {"x": 1},
            "session": {"user": "U0001", "name": "Bea", "role": "support"}})"},
    };
    return all;
}

const Shape& shape(const QString& name)
{
    return *std::find_if(shapes().begin(), shapes().end(),
                         [&](const Shape& candidate) { return name == QLatin1String(candidate.name); });
}

}  // namespace

class TestShapes : public QObject {
    Q_OBJECT

private slots:
    void aLiteralReadAndWrittenIsTheSame_data()
    {
        QTest::addColumn<QString>("name");
        for (const Shape& shape : shapes())
            QTest::newRow(shape.name) << QString::fromLatin1(shape.name);
    }

    void aLiteralReadAndWrittenIsTheSame()
    {
        QFETCH(QString, name);
        const QJsonObject literal = parsed(shape(name).json);
        QCOMPARE(shape(name).through(literal), literal);
    }

    void fieldsNobodyKnowsArePassedOver_data() { aLiteralReadAndWrittenIsTheSame_data(); }

    void fieldsNobodyKnowsArePassedOver()
    {
        QFETCH(QString, name);
        const QJsonObject literal = parsed(shape(name).json);
        QJsonObject more = literal;
        more.insert(QStringLiteral("fromTheFuture"), QJsonArray{1, 2});
        QCOMPARE(shape(name).through(more), literal);
    }

    void wrongTypesAreRefusedByField_data() { aLiteralReadAndWrittenIsTheSame_data(); }

    void wrongTypesAreRefusedByField()
    {
        QFETCH(QString, name);
        const QJsonObject literal = parsed(shape(name).json);
        for (const QString& key : literal.keys()) {
            if (key == QLatin1String("seq") && literal.contains(QStringLiteral("state")))
                continue;  // a preference's seq is written, never read: it equals its version
            QJsonObject broken = literal;
            broken.insert(key, literal.value(key).isArray() ? QJsonValue(7) : QJsonValue(QJsonArray{QJsonArray{1}}));
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral(".*\\(/%1.*\\)").arg(key)));
            QVERIFY2(shape(name).through(broken).isEmpty(), qPrintable(key));
        }
    }

    void aSubjectAsTextIsTheSame()
    {
        Subject subject;
        subject.id = SubjectId(QStringLiteral("ann@shop"));
        subject.kind = SubjectKind::Profile;
        subject.name = QStringLiteral("Bea \u00dcnal, \"B\"\n\t\x01\\");
        subject.formerNames = {QStringLiteral("a"), QStringLiteral("\u00c4")};
        for (const char* person : {"", "p1"}) {
            subject.person = PersonId(QString::fromLatin1(person));
            subject.bot = !subject.bot;
            QCOMPARE(parsed(toJsonText(subject)), toJson(subject));
        }
    }

    void aPreferenceAndItsChangeAsTextAreTheSame()
    {
        PreferenceView view;
        view.preference.subject = SubjectId(QStringLiteral("U1"));
        view.preference.category = everyCategory();
        QCOMPARE(parsed(toJsonText(view)), toJson(view));
        view.preference.version = 7;
        view.preference.at = 1;
        view.preference.actor = Actor{ActorKind::ApiKey, QStringLiteral("k"), QStringLiteral("\"key\"")};
        QCOMPARE(parsed(toJsonText(view)), toJson(view));
        QCOMPARE(parsed(toJsonText(view.preference)), toJson(view.preference));

        Change change;
        change.seq = 7;
        change.subject = view.preference.subject;
        change.actor = *view.preference.actor;
        change.after = toJson(view.preference);
        QCOMPARE(parsed(toJsonText(change, "null", toJsonText(view.preference))), toJson(change));
    }

    void decisionsAreWrittenAsTheContractHasThem()
    {
        DecisionsReply reply;
        reply.category = CategorySlug(QStringLiteral("reminders"));
        reply.onFailure = OnFailure::Deliver;
        reply.seq = 9;
        Decision out;
        out.rule = Rule::OptedOut;
        out.since = 1'777'795'920'000;
        out.version = 17;
        reply.items = {{SubjectId(QStringLiteral("U0001")), out}, {SubjectId(QStringLiteral("U0002")), Decision()}};
        const QJsonObject literal = parsed(R"({"category": "reminders", "onFailure": "deliver", "seq": 9, "items": [
            {"subject": "U0001", "decision": "skip", "rule": "opted_out", "since": "2026-05-03T08:12:00.000Z", "version": 17},
            {"subject": "U0002", "decision": "skip", "rule": "unreachable", "since": null, "version": 0}]})");
        QCOMPARE(parsed(toBody(reply)), literal);
        QCOMPARE(*decisionsReplyFromJson(literal), reply);
        reply.items.front().subject = SubjectId(QStringLiteral("a\"b\\ü"));
        QCOMPARE(*decisionsReplyFromJson(parsed(toBody(reply))), reply);
    }

    void decisionsWriteTimesAsEverythingElseDoes()
    {
        DecisionsReply reply;
        reply.items.resize(1);
        for (const Millis time : {Millis(0), Millis(-1), Millis(951'782'400'001), Millis(1'777'795'920'999),
                                  Millis(4'102'444'799'999), Millis(253'402'300'799'999)}) {
            reply.items.front().decision.since = time;
            const QJsonObject item = parsed(toBody(reply)).value(QLatin1String("items")).toArray().at(0).toObject();
            QCOMPARE(item.value(QLatin1String("since")).toString(), toRfc3339(time));
        }
    }

    void batchRepliesCountThemselves()
    {
        using Outcome = Judgement::Outcome;
        PreferenceView view;
        view.preference.subject = SubjectId(QStringLiteral("U1"));
        view.preference.category = CategorySlug(QStringLiteral("a"));
        const std::vector<BatchItem> items{
            {SubjectId(QStringLiteral("U1")), CategorySlug(QStringLiteral("a")), Outcome::Changed, {}, view},
            {SubjectId(QStringLiteral("U2")), CategorySlug(QStringLiteral("a")), Outcome::Refused,
             QStringLiteral("conflict"), std::nullopt},
        };
        const QJsonObject object = parsed(batchReplyToBody(items));
        QCOMPARE(object.value(QLatin1String("summary")).toObject(),
                 parsed(R"({"changed": 1, "unchanged": 0, "refused": 1})"));
        QCOMPARE(object.value(QLatin1String("items")).toArray().at(1).toObject(),
                 parsed(R"({"subject": "U2", "category": "a", "outcome": "refused", "code": "conflict"})"));
        QCOMPARE(*batchReplyFromJson(object), items);
    }

    void aBriefBatchReplySaysWhatWasFound()
    {
        BatchItem item{
            SubjectId(QStringLiteral("U1")), CategorySlug(QStringLiteral("a")), Judgement::Outcome::Changed, {}, {}};
        item.version = 18;
        item.before.emplace();
        item.before->subject = item.subject;
        item.before->category = item.category;
        item.before->state = PreferenceState::OptedOut;
        item.before->version = 17;
        item.before->snoozedUntil = 1'700'000'000'000;
        item.before->stateIsOwnWord = true;
        const QJsonObject object = parsed(batchReplyToBody({item}));
        QVERIFY(!object.value(QLatin1String("items")).toArray().at(0).toObject().contains(QLatin1String("preference")));
        QCOMPARE(*batchReplyFromJson(object), std::vector<BatchItem>{item});
    }

    void anAuditEntryCarriesItsLeafAndItsOpenings()
    {
        SystemRandom random;
        AuditEntry entry;
        entry.index = 4;
        entry.type = QStringLiteral("preference");
        entry.outcome = QStringLiteral("accepted");
        entry.subject = SubjectId(QStringLiteral("U0001"));
        const SealedEntry sealed = seal(entry, random);
        AuditItem item{4, sealed.leaf, entry, {QStringLiteral("/reason")}, sealed.openings};
        const QJsonObject object = toJson(item);
        QCOMPARE(QByteArray::fromBase64(object.value(QLatin1String("leaf")).toString().toLatin1()), sealed.leaf);
        QVERIFY(object.value(QLatin1String("entry")).toObject().value(QLatin1String("seq")).isNull());
        QCOMPARE(*auditItemFromJson(object), item);
        item.openings.clear();
        QVERIFY(!toJson(item).contains(QLatin1String("openings")));
    }

    void theLogSaysOfAPreferenceWhatTheWireDoes_data()
    {
        QTest::addColumn<Preference>("preference");
        Preference preference;
        preference.subject = SubjectId(QStringLiteral("U0001"));
        preference.category = CategorySlug(QStringLiteral("reminders"));
        QTest::addRow("nobody chose") << preference;
        preference.state = PreferenceState::OptedOut;
        preference.version = 9'007'199'254'740'991;
        preference.source = Source::Import;
        preference.actor = Actor{ActorKind::System, {}, {}};
        preference.at = 1'700'000'000'000;
        QTest::addRow("nobody in particular chose") << preference;
        preference.actor = Actor{ActorKind::ConsoleUser, QStringLiteral("A1"), QStringLiteral("Ünal \"/~\n\u2028")};
        preference.requestedBy = RequestedBy::Person;
        preference.reason = QStringLiteral("on the phone");
        preference.ticket = QStringLiteral("HELP-7");
        preference.snoozedUntil = 1'700'000'000'001;
        preference.stateIsOwnWord = preference.snoozeIsOwnWord = true;
        preference.correctableUntil = 1'700'000'000'002;
        QTest::addRow("all is said") << preference;
    }

    void theLogSaysOfAPreferenceWhatTheWireDoes()
    {
        struct SameSalts : Random {
            QByteArray bytes(qsizetype count) override { return QByteArray(count, 's'); }
        } salts;
        QFETCH(Preference, preference);
        AuditEntry entry;
        entry.subject = preference.subject;
        AuditEntry whole = entry;
        whole.before = whole.after = toJson(preference);
        const SealedEntry expected = seal(whole, salts);
        const SealedEntry sealed = seal(AuditDraft{entry, &preference, &preference}, salts);
        QCOMPARE(sealed.leaf, expected.leaf);
        QCOMPARE(sealed.openings, expected.openings);
        QVERIFY(openLeaf(sealed.leaf, sealed.openings));
    }

    void itemsOfAPageAreReadOneByOne()
    {
        Page page;
        for (const char* id : {"U1", "U2"})
            page.items.append(QJsonObject{{QStringLiteral("id"), QLatin1String(id)}});
        const auto subjects = itemsOf(page, subjectFromJson);
        QCOMPARE(subjects->size(), size_t(2));
        QCOMPARE(subjects->at(1).id.toString(), QStringLiteral("U2"));
        QVERIFY(!itemsOf(Page{{QJsonObject()}, {}, 3}, subjectFromJson));
    }
};

QTEST_GUILESS_MAIN(TestShapes)
#include "tst_wireshapes.moc"
