#include "wire/import.h"

#include "wire/actor.h"
#include "wire/fieldreader.h"

namespace refrain::wire {

namespace {

constexpr qsizetype longestName = 255;

QJsonValue numberOrNull(std::optional<qint64> number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

}  // namespace

QJsonObject toJson(const ImportCounts& counts)
{
    return {{QStringLiteral("changed"), counts.changed},
            {QStringLiteral("unchanged"), counts.unchanged},
            {QStringLiteral("refused"), counts.refused},
            {QStringLiteral("waiting"), counts.waiting},
            {QStringLiteral("broken"), counts.broken}};
}

QJsonObject toJson(const Import& import)
{
    return {{QStringLiteral("id"), import.id},
            {QStringLiteral("name"), import.name},
            {QStringLiteral("state"), toString(import.state)},
            {QStringLiteral("source"), toString(import.source)},
            {QStringLiteral("actor"), toJson(import.actor)},
            {QStringLiteral("startedAt"), toRfc3339(import.startedAt)},
            {QStringLiteral("finishedAt"), orNull(import.finishedAt)},
            {QStringLiteral("total"), numberOrNull(import.total)},
            {QStringLiteral("checkedSeq"), numberOrNull(import.checkedSeq)},
            {QStringLiteral("tell"), import.tell},
            {QStringLiteral("received"), import.received},
            {QStringLiteral("summary"), toJson(import.counts)},
            {QStringLiteral("arrived"), import.arrived},
            {QStringLiteral("undone"), import.undone},
            {QStringLiteral("kept"), import.kept}};
}

Result<Import> importFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    Import import;
    import.id = in.requiredText("id");
    import.name = in.text("name");
    import.state = in.word("state", importStateFromString, ImportState::Running);
    import.source = in.word("source", sourceFromString, Source::Console);
    import.actor = readActor(in, "actor").value_or(Actor());
    import.startedAt = in.requiredTime("startedAt");
    import.finishedAt = in.time("finishedAt");
    import.total = in.maybeNumber("total");
    import.checkedSeq = in.maybeNumber("checkedSeq");
    import.tell = in.flag("tell", false);
    import.received = in.number("received", 0);
    FieldReader counts = in.child("summary");
    import.counts = {counts.number("changed", 0), counts.number("unchanged", 0), counts.number("refused", 0),
                     counts.number("waiting", 0), counts.number("broken", 0)};
    import.arrived = in.number("arrived", 0);
    import.undone = in.number("undone", 0);
    import.kept = in.number("kept", 0);
    if (const Result<> done = in.done(); !done)
        return done.error();
    return import;
}

QJsonObject importWishToJson(const Import& wish)
{
    return {{QStringLiteral("name"), wish.name},
            {QStringLiteral("total"), numberOrNull(wish.total)},
            {QStringLiteral("checkedSeq"), numberOrNull(wish.checkedSeq)},
            {QStringLiteral("tell"), wish.tell}};
}

Result<Import> importWishFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    Import wish;
    if (!in.has("name"))
        in.fail("name", QStringLiteral("This is missing: what people shall find the import by, such as the file's "
                                       "name."));
    wish.name = in.sentence("name", longestName);
    wish.total = in.maybeNumber("total");
    if (wish.total.value_or(0) < 0)
        in.fail("total", QStringLiteral("This is how many rows there are, or left out."));
    wish.checkedSeq = in.maybeNumber("checkedSeq");
    wish.tell = in.flag("tell", false);
    if (const Result<> done = in.done(); !done)
        return done.error();
    return wish;
}

}  // namespace refrain::wire
