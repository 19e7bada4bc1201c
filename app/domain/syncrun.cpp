#include "domain/syncrun.h"

#include "base/enumnames.h"

namespace refrain {

namespace {

constexpr EnumNames<SyncKind, 4> syncKindNames{{{
    {SyncKind::Directory, "directory"},
    {SyncKind::Connector, "connector"},
    {SyncKind::Events, "events"},
    {SyncKind::Console, "console"},
}}};

constexpr EnumNames<SyncOutcome, 4> syncOutcomeNames{{{
    {SyncOutcome::Ok, "ok"},
    {SyncOutcome::Partial, "partial"},
    {SyncOutcome::Failed, "failed"},
    {SyncOutcome::Running, "running"},
}}};

}  // namespace

QString toString(SyncKind value)
{
    return syncKindNames.name(value);
}

std::optional<SyncKind> syncKindFromString(const QString& name)
{
    return syncKindNames.value(name);
}

QString toString(SyncOutcome value)
{
    return syncOutcomeNames.name(value);
}

std::optional<SyncOutcome> syncOutcomeFromString(const QString& name)
{
    return syncOutcomeNames.value(name);
}

SyncCounts& SyncCounts::operator+=(const SyncCounts& more)
{
    read += more.read;
    added += more.added;
    changed += more.changed;
    removed += more.removed;
    sent += more.sent;
    failed += more.failed;
    return *this;
}

}  // namespace refrain
