#include "service/imports/importpart.h"

#include "service/imports/importrule.h"
#include "service/usecases/recordjson.h"
#include "store/categorystore.h"
#include "store/preferencestore.h"
#include "store/subjectstore.h"

#include <algorithm>

namespace refrain::service {
namespace {

using Item = wire::ImportItem;
using Outcome = Item::Outcome;

QByteArray wishOf(const wire::ImportRow& row)
{
    QJsonObject wish;
    for (auto field = row.fields.begin(); field != row.fields.end(); ++field) {
        if (!field->isEmpty())
            wish.insert(field.key(), *field);
    }
    return toText(wish);
}

/// What the state is called in the answer; a snooze has no state of its own.
QString stateIn(const Preference& preference, Millis now)
{
    return preference.isSnoozedAt(now) ? QStringLiteral("snoozed") : toString(preference.state);
}

}  // namespace

Result<ImportDesk::Taken> ImportPartRun::run(const std::vector<wire::ImportRow>& rows)
{
    if (Result<> done = lookAhead(rows); !done)
        return done.error();
    m_requests.reserve(rows.size());
    m_lines.reserve(rows.size());
    for (const wire::ImportRow& row : rows) {
        if (Result<> done = sort(row); !done)
            return done.error();
    }
    if (Result<> done = guard(); !done)
        return done.error();
    if (Result<> done = apply(); !done)
        return done.error();
    std::sort(m_taken.reply.items.begin(), m_taken.reply.items.end(),
              [](const Item& a, const Item& b) { return a.line < b.line; });
    if (Result<> done = noteLeft(); !done)
        return done.error();
    return std::move(m_taken);
}

Result<> ImportPartRun::lookAhead(const std::vector<wire::ImportRow>& rows)
{
    std::vector<SubjectId> names;
    names.reserve(rows.size());
    for (const wire::ImportRow& row : rows) {
        if (SubjectId name(row.fields.value(QStringLiteral("subject")).trimmed()); !name.isEmpty())
            names.push_back(std::move(name));
    }
    auto known = store::SubjectStore(m_transaction.database()).movesOf(m_transaction.workspace(), names);
    if (!known)
        return known.error();
    m_known = *std::move(known);
    return {};
}

Result<std::optional<SubjectId>> ImportPartRun::subjectOf(const SubjectId& name)
{
    if (m_known.contains(name))
        return std::optional(name);
    return subjectNamed(m_transaction.database(), m_transaction.workspace(), name.toString());
}

Result<> ImportPartRun::noteLeft()
{
    constexpr qsizetype longest = 200;
    store::ImportStore imports(m_transaction.database());
    for (const Item& item : m_taken.reply.items) {
        if (m_dryRun || (item.outcome != Outcome::Refused && item.outcome != Outcome::Broken))
            continue;
        const Result<> kept = imports.addLeft({m_transaction.workspace(), m_import.id},
                                              {item.line, toString(item.outcome), item.subject.trimmed().left(longest),
                                               item.category.left(longest), item.code, item.detail});
        if (!kept)
            return kept;
    }
    return {};
}

Result<> ImportPartRun::sort(const wire::ImportRow& row)
{
    const auto breakOff = [&](const QString& sentence) {
        ++m_taken.counts.broken;
        Item item;
        item.line = row.line;
        item.outcome = Outcome::Broken;
        item.subject = row.fields.value(QStringLiteral("subject"));
        item.detail = sentence;
        m_taken.reply.items.push_back(std::move(item));
        return Result<>();
    };
    Result<ChangeRequest> request = changeOf(row, m_transaction.now());
    if (!request)
        return request.error().is(ErrorCode::Invalid) ? breakOff(request.error().message()) : request.error();
    const Result<bool> known = isKnown(request->category);
    if (!known)
        return known.error();
    if (!*known)
        return breakOff(QStringLiteral("There is no category “%1”.").arg(request->category.toString().left(80)));
    const auto subject = subjectOf(request->subject);
    if (!subject)
        return subject.error().is(ErrorCode::Invalid) ? breakOff(subject.error().message()) : subject.error();
    if (!*subject)
        return keep(row, *request);
    request->subject = **subject;
    request->actor = m_import.actor;
    request->context = {{QStringLiteral("import"), m_import.id}, {QStringLiteral("line"), row.line}};
    m_requests.push_back(*std::move(request));
    m_lines.push_back(row.line);
    return {};
}

Result<bool> ImportPartRun::isKnown(const CategorySlug& category)
{
    if (const auto known = m_categories.constFind(category); known != m_categories.constEnd())
        return *known;
    const auto found = store::CategoryStore(m_transaction.database()).find(m_transaction.workspace(), category);
    if (!found)
        return found.error();
    m_categories.insert(category, found->has_value());
    return found->has_value();
}

Result<> ImportPartRun::keep(const wire::ImportRow& row, const ChangeRequest& request)
{
    ++m_taken.counts.waiting;
    Item item;
    item.line = row.line;
    item.outcome = Outcome::Waiting;
    item.subject = request.subject.toString();
    item.category = request.category.toString();
    m_taken.reply.items.push_back(std::move(item));
    if (m_dryRun)
        return {};
    return store::ImportStore(m_transaction.database())
        .addWaiting(m_transaction.workspace(),
                    {waitingName(request.subject.toString()), m_import.id, row.line, wishOf(row)});
}

Result<> ImportPartRun::guard()
{
    if (!m_import.checkedSeq)
        return {};
    QHash<CategorySlug, std::vector<SubjectId>> asked;
    for (const ChangeRequest& request : m_requests)
        asked[request.category].push_back(request.subject);
    QHash<QPair<SubjectId, CategorySlug>, qint64> later;
    store::PreferenceStore stored(m_transaction.database());
    for (auto category = asked.cbegin(); category != asked.cend(); ++category) {
        const Result<> done =
            stored.findAll(m_transaction.workspace(), category.key(), *category, [&](const Preference& current) {
                if (current.version > *m_import.checkedSeq)
                    later.insert({current.subject, current.category}, current.version);
            });
        if (!done)
            return done;
    }
    store::ImportStore imports(m_transaction.database());
    for (ChangeRequest& request : m_requests) {
        const auto found = later.constFind({request.subject, request.category});
        if (found == later.constEnd())
            continue;
        const auto maker = imports.ofChange(m_transaction.workspace(), *found);
        if (!maker)
            return maker.error();
        if (!*maker || (*maker)->id != m_import.id)
            request.ifMatch = *m_import.checkedSeq;
    }
    return {};
}

Result<> ImportPartRun::apply()
{
    const Result<qint64> first = m_transaction.nextSeq();
    if (!first)
        return first.error();
    const auto batch = m_preferences.applyWithin(m_transaction, m_requests, BatchMode::Each, m_dryRun, m_import.tell);
    if (!batch)
        return batch.error();
    for (std::size_t i = 0; i < batch->items.size(); ++i)
        tell(m_requests[i], m_lines[i], batch->items[i]);
    m_taken.reply.seq = batch->seq;
    if (m_dryRun || batch->seq < *first)
        return {};
    return store::ImportStore(m_transaction.database())
        .addPart({m_transaction.workspace(), m_import.id}, {*first, batch->seq});
}

void ImportPartRun::tell(const ChangeRequest& request, qint64 line, const ChangeOutcome& outcome)
{
    using Kind = ChangeOutcome::Kind;
    ImportCounts& counts = m_taken.counts;
    Item item;
    item.line = line;
    item.subject = request.subject.toString();
    item.category = request.category.toString();
    switch (outcome.kind) {
        case Kind::Changed:
            ++counts.changed;
            item.outcome = Outcome::Changed;
            item.before = stateIn(outcome.before, m_transaction.now());
            item.after = stateIn(outcome.preference, m_transaction.now());
            break;
        case Kind::Unchanged: ++counts.unchanged; return;
        case Kind::Refused:
            ++counts.refused;
            item.outcome = Outcome::Refused;
            item.code = toString(*outcome.refusal);
            item.before = stateIn(outcome.preference, m_transaction.now());
            item.detail = outcome.sentence;
            break;
        case Kind::UnknownSubject:
        case Kind::UnknownCategory:
            ++counts.broken;
            item.outcome = Outcome::Broken;
            item.detail = outcome.sentence;
            break;
    }
    if (m_dryRun || item.outcome != Outcome::Changed)
        m_taken.reply.items.push_back(std::move(item));
}

}  // namespace refrain::service
