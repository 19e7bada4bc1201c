#include "wire/approval.h"

#include "wire/actor.h"
#include "wire/preferencechange.h"

namespace refrain::wire {

namespace {

constexpr qsizetype longestReason = 500;
constexpr qsizetype longestTicket = 200;

QJsonObject toJson(const ApprovalGround& ground)
{
    return {{QStringLiteral("digest"), ground.digest},
            {QStringLiteral("moved"), ground.moved},
            {QStringLiteral("isGone"), ground.isGone},
            {QStringLiteral("sentence"), orNull(ground.sentence)}};
}

QJsonObject toJson(const ApprovalSubject& subject)
{
    QJsonObject object{{QStringLiteral("subject"), subject.subject.toString()},
                       {QStringLiteral("category"), subject.category.toString()},
                       {QStringLiteral("moved"), subject.moved}};
    if (subject.state)
        object.insert(QStringLiteral("state"), toString(*subject.state));
    if (subject.snoozedUntil)
        object.insert(QStringLiteral("snoozedUntil"), orNull(*subject.snoozedUntil));
    return object;
}

ApprovalSubject readSubject(FieldReader in)
{
    ApprovalSubject subject;
    subject.subject = SubjectId(in.requiredText("subject"));
    subject.category = CategorySlug(in.requiredText("category"));
    subject.moved = in.flag("moved", false);
    subject.state = in.word("state", preferenceStateFromString);
    if (in.has("snoozedUntil"))
        subject.snoozedUntil.emplace(in.time("snoozedUntil"));
    return subject;
}

std::optional<bool> decisionFromString(const QString& word)
{
    if (word == QLatin1String("approved"))
        return true;
    if (word == QLatin1String("refused"))
        return false;
    return std::nullopt;
}

}  // namespace

QJsonObject toJson(const Approval& approval)
{
    return {{QStringLiteral("id"), approval.id},
            {QStringLiteral("kind"), toString(approval.kind)},
            {QStringLiteral("state"), toString(approval.state)},
            {QStringLiteral("source"), toString(approval.source)},
            {QStringLiteral("requestedBy"), toJson(approval.requester)},
            {QStringLiteral("reason"), orNull(approval.reason)},
            {QStringLiteral("requestedAt"), toRfc3339(approval.requestedAt)},
            {QStringLiteral("expiresAt"), toRfc3339(approval.expiresAt)},
            {QStringLiteral("decidedBy"), approval.decider ? QJsonValue(toJson(*approval.decider)) : QJsonValue()},
            {QStringLiteral("decidedAt"), orNull(approval.decidedAt)},
            {QStringLiteral("decision"), orNull(approval.decision)},
            {QStringLiteral("category"), orNull(approval.category.toString())},
            {QStringLiteral("size"), approval.size},
            {QStringLiteral("overridden"), approval.overridden},
            {QStringLiteral("digest"), approval.digest},
            {QStringLiteral("act"), approval.act},
            {QStringLiteral("notification"), orNull(approval.notification)},
            {QStringLiteral("done"), approval.done},
            {QStringLiteral("changed"), approval.changed}};
}

Result<Approval> approvalFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    Approval approval;
    approval.id = in.requiredText("id");
    approval.kind = in.word("kind", approvalKindFromString, ApprovalKind::ManyChanges);
    approval.state = in.word("state", approvalStateFromString, ApprovalState::Waiting);
    approval.source = in.word("source", sourceFromString, Source::Api);
    approval.requester = readActor(in, "requestedBy").value_or(Actor());
    approval.reason = in.text("reason");
    approval.requestedAt = in.requiredTime("requestedAt");
    approval.expiresAt = in.requiredTime("expiresAt");
    approval.decider = readActor(in, "decidedBy");
    approval.decidedAt = in.time("decidedAt");
    approval.decision = in.text("decision");
    approval.category = CategorySlug(in.text("category"));
    approval.size = in.number("size", 0);
    approval.overridden = in.number("overridden", 0);
    approval.digest = in.text("digest");
    approval.act = in.object("act");
    approval.notification = in.text("notification");
    approval.done = in.number("done", 0);
    approval.changed = in.number("changed", 0);
    if (const Result<> done = in.done(); !done)
        return done.error();
    return approval;
}

QJsonObject toJson(const ApprovalPolicy& policy)
{
    return {{QStringLiteral("on"), policy.on},
            {QStringLiteral("above"), policy.above},
            {QStringLiteral("expiresAfterHours"), policy.expiresAfterHours}};
}

Result<ApprovalPolicy> approvalPolicyFromJson(const QJsonObject& object, const ApprovalPolicy& current,
                                              const QString& pointer)
{
    FieldReader in(object, pointer);
    ApprovalPolicy policy;
    policy.on = in.flag("on", current.on);
    policy.above = in.number("above", current.above);
    policy.expiresAfterHours = in.number("expiresAfterHours", current.expiresAfterHours);
    if (policy.above < ApprovalPolicy::smallestAbove || policy.above > ApprovalPolicy::largestAbove)
        in.fail("above", QStringLiteral("This must lie between %1 and %2.")
                             .arg(ApprovalPolicy::smallestAbove)
                             .arg(ApprovalPolicy::largestAbove));
    if (policy.expiresAfterHours < 1 || policy.expiresAfterHours > ApprovalPolicy::longestWait)
        in.fail("expiresAfterHours",
                QStringLiteral("This must lie between 1 and %1.").arg(ApprovalPolicy::longestWait));
    in.allowOnly({QStringLiteral("on"), QStringLiteral("above"), QStringLiteral("expiresAfterHours")});
    if (const Result<> done = in.done(); !done)
        return done.error();
    return policy;
}

bool operator==(const ApprovalView& a, const ApprovalView& b)
{
    return toJson(a) == toJson(b);
}

QJsonObject toJson(const ApprovalView& view)
{
    QJsonObject object = toJson(view.approval);
    QJsonArray subjects;
    for (const ApprovalSubject& subject : view.subjects)
        subjects.append(toJson(subject));
    object.insert(QStringLiteral("now"), toJson(view.ground));
    object.insert(QStringLiteral("subjects"), subjects);
    object.insert(QStringLiteral("mayDecide"), view.mayDecide);
    object.insert(QStringLiteral("whyNot"), orNull(view.whyNot));
    object.insert(QStringLiteral("isMine"), view.isMine);
    return object;
}

Result<ApprovalView> approvalViewFromJson(const QJsonObject& object)
{
    Result<Approval> approval = approvalFromJson(object);
    if (!approval)
        return approval.error();
    FieldReader in(object);
    ApprovalView view;
    view.approval = *std::move(approval);
    FieldReader now = in.child("now");
    view.ground = {now.text("digest"), now.number("moved", 0), now.flag("isGone", false), now.text("sentence")};
    const QJsonArray subjects = in.array("subjects");
    for (qsizetype i = 0; i < subjects.size(); ++i)
        view.subjects.push_back(readSubject(in.element("subjects", i, subjects.at(i))));
    view.mayDecide = in.flag("mayDecide", false);
    view.whyNot = in.text("whyNot");
    view.isMine = in.flag("isMine", false);
    if (const Result<> done = in.done(); !done)
        return done.error();
    return view;
}

QJsonObject toJson(const ApprovalPreview& preview)
{
    return {{QStringLiteral("needed"), preview.needed}, {QStringLiteral("waiting"), orNull(preview.waiting)}};
}

QJsonObject toJson(const ApprovalStanding& standing)
{
    QJsonObject object = toJson(standing.policy);
    object.insert(QStringLiteral("active"), standing.active());
    object.insert(QStringLiteral("admins"), standing.admins);
    object.insert(QStringLiteral("recent"), standing.recent);
    object.insert(QStringLiteral("waiting"), standing.waiting);
    return object;
}

Result<ApprovalStanding> approvalStandingFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    ApprovalStanding standing;
    standing.policy = {in.flag("on", true), in.number("above", standing.policy.above),
                       in.number("expiresAfterHours", standing.policy.expiresAfterHours)};
    standing.admins = in.number("admins", 0);
    standing.recent = in.number("recent", 0);
    standing.waiting = in.number("waiting", 0);
    if (const Result<> done = in.done(); !done)
        return done.error();
    return standing;
}

QJsonObject toJson(const ApprovalDecision& decision)
{
    QJsonObject object{
        {QStringLiteral("state"), decision.approve ? QStringLiteral("approved") : QStringLiteral("refused")}};
    if (!decision.reason.isEmpty())
        object.insert(QStringLiteral("reason"), decision.reason);
    if (!decision.digest.isEmpty())
        object.insert(QStringLiteral("digest"), decision.digest);
    return object;
}

Result<ApprovalDecision> approvalDecisionFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    ApprovalDecision decision;
    const std::optional<bool> approve = in.word("state", decisionFromString);
    decision.reason = in.sentence("reason", longestReason);
    decision.digest = in.text("digest");
    if (!approve && in.done())
        in.fail("state", QStringLiteral("This is missing: “approved” or “refused”."));
    if (approve == false && decision.reason.isEmpty() && in.done())
        in.fail("reason", QStringLiteral("Say why: whoever asked for it reads this."));
    if (const Result<> done = in.done(); !done)
        return done.error();
    decision.approve = *approve;
    return decision;
}

QJsonObject toJson(const ApprovalWish& wish)
{
    QJsonObject object{{QStringLiteral("kind"), toString(ApprovalKind::ManyChanges)},
                       {QStringLiteral("tell"), wish.tell},
                       {QStringLiteral("changes"), toJson(wish.changes)}};
    if (!wish.reason.isEmpty())
        object.insert(QStringLiteral("reason"), wish.reason);
    if (!wish.ticket.isEmpty())
        object.insert(QStringLiteral("ticket"), wish.ticket);
    return object;
}

Result<ApprovalWish> approvalWishFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    ApprovalWish wish;
    if (in.word("kind", approvalKindFromString, ApprovalKind::ManyChanges) != ApprovalKind::ManyChanges)
        in.fail("kind", QStringLiteral("Only “many” is asked for here; any other act is asked for by doing it."));
    wish.reason = in.sentence("reason", longestReason);
    wish.ticket = in.words("ticket", longestTicket);
    wish.tell = in.flag("tell", false);
    const QJsonArray changes = in.array("changes");
    if (changes.isEmpty() || changes.size() > ApprovalWish::mostChanges)
        in.fail(
            "changes",
            QStringLiteral("Name 1 to %1 changes; there are %2.").arg(ApprovalWish::mostChanges).arg(changes.size()));
    wish.changes.reserve(size_t(changes.size()));
    for (qsizetype i = 0; i < changes.size() && in.done(); ++i) {
        FieldReader item = in.element("changes", i, changes.at(i));
        ChangeRequest change = readChangeRequest(item);
        change.subject = SubjectId(item.requiredText("subject"));
        change.category = CategorySlug(item.requiredText("category"));
        change.ifMatch = item.maybeNumber("ifMatch");
        wish.changes.push_back(std::move(change));
    }
    if (const Result<> done = in.done(); !done)
        return done.error();
    return wish;
}

}  // namespace refrain::wire
