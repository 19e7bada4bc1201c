#include "wire/syncrun.h"

#include "wire/fieldreader.h"

namespace refrain::wire {

QJsonObject toJson(const SyncRun& run)
{
    const SyncCounts& counts = run.counts;
    QJsonObject object{
        {QStringLiteral("id"), run.id},
        {QStringLiteral("kind"), toString(run.kind)},
        {QStringLiteral("startedAt"), toRfc3339(run.startedAt)},
        {QStringLiteral("finishedAt"), orNull(run.finishedAt)},
        {QStringLiteral("outcome"), toString(run.outcome)},
        {QStringLiteral("counts"), QJsonObject{{QStringLiteral("read"), counts.read},
                                               {QStringLiteral("added"), counts.added},
                                               {QStringLiteral("changed"), counts.changed},
                                               {QStringLiteral("removed"), counts.removed},
                                               {QStringLiteral("sent"), counts.sent},
                                               {QStringLiteral("failed"), counts.failed}}},
    };
    if (!run.error.isEmpty())
        object.insert(QStringLiteral("error"), run.error);
    return object;
}

Result<SyncRun> syncRunFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    SyncRun run;
    run.id = in.requiredText("id");
    run.kind = in.word("kind", syncKindFromString, SyncKind::Directory);
    run.startedAt = in.requiredTime("startedAt");
    run.finishedAt = in.time("finishedAt");
    run.outcome = in.word("outcome", syncOutcomeFromString, SyncOutcome::Running);
    FieldReader counts = in.child("counts");
    run.counts = {counts.number("read", 0),    counts.number("added", 0), counts.number("changed", 0),
                  counts.number("removed", 0), counts.number("sent", 0),  counts.number("failed", 0)};
    run.error = in.text("error");
    if (const Result<> done = in.done(); !done)
        return done.error();
    return run;
}

}  // namespace refrain::wire
