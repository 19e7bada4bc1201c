#include "service/usecases/linkdesk.h"

#include "domain/undo.h"
#include "service/access/bearertokens.h"
#include "service/usecases/recordjson.h"
#include "store/categorystore.h"
#include "store/changestore.h"
#include "store/subjectstore.h"
#include "store/workspacestore.h"
#include "wire/preference.h"
#include "wire/problem.h"

#include <algorithm>

namespace refrain::service {
namespace {

/// So many people do not press a link within two minutes of its making; programs do.
constexpr qsizetype scannerCount = 3;

Error unknownLink()
{
    return Error::notFound(QStringLiteral("There is no such link."));
}

Error tooLate()
{
    return Error::conflict(QStringLiteral("This cannot be taken back here any more. Nothing was changed."));
}

/// Whoever holds the link acts for the subject.
Actor actorOf(const Subject& subject)
{
    const ActorKind kind = subject.kind == SubjectKind::User ? ActorKind::SlackUser : ActorKind::System;
    return {kind, subject.id.toString(), subject.displayName.isEmpty() ? subject.name : subject.displayName};
}

Result<Preference> preferenceBefore(const store::ChangeRecord& record)
{
    const QJsonObject json = fromText(record.before);
    if (json.isEmpty()) {
        Preference never;
        never.subject = record.subject;
        never.category = record.category;
        return never;
    }
    const Result<wire::PreferenceView> view = wire::preferenceFromJson(json);
    return view ? view->preference : Result<Preference>(view.error());
}

}  // namespace

bool LinkView::covers(const CategorySlug& category) const
{
    return isForAll() ? find(category) != nullptr : category == link.category;
}

const LinkSwitch* LinkView::find(const CategorySlug& category) const
{
    const auto found = std::find_if(switches.begin(), switches.end(),
                                    [&](const LinkSwitch& one) { return one.category.slug == category; });
    return found == switches.end() ? nullptr : &*found;
}

Result<LinkView> LinkDesk::open(const QByteArray& token)
{
    return m_pool.read<LinkView>([&](store::Database& database) -> Result<LinkView> {
        const auto link = store::LinkStore(database).find(tokenHash(token));
        if (!link)
            return link.error();
        if (!*link)
            return unknownLink();
        if ((*link)->expiresAt && *(*link)->expiresAt <= m_clock.now())
            return wire::problemError(wire::ProblemCode::Gone, QStringLiteral("This link has ended."));
        return look(database, **link);
    });
}

Result<LinkView> LinkDesk::preview(const WorkspaceId& workspace, const SubjectId& subject)
{
    return m_pool.read<LinkView>([&](store::Database& database) {
        store::Link link;
        link.workspace = workspace;
        link.subject = subject;
        return look(database, link);
    });
}

Result<LinkView> LinkDesk::look(store::Database& database, const store::Link& link) const
{
    LinkView view;
    view.link = link;
    view.now = m_clock.now();
    const auto workspace = store::WorkspaceStore(database, m_vault).find(link.workspace);
    const auto subject = store::SubjectStore(database).find(link.workspace, link.subject);
    if (!workspace || !subject)
        return !workspace ? workspace.error() : subject.error();
    if (!*workspace || !*subject)
        return unknownLink();
    view.workspaceName = (*workspace)->name.isEmpty() ? link.workspace.toString() : (*workspace)->name;
    view.subject = **subject;
    store::CategoryStore categories(database);
    const auto every = categories.find(link.workspace, everyCategory());
    auto all = categories.all(link.workspace);
    if (!every || !all)
        return !every ? every.error() : all.error();
    if (*every)
        all->insert(all->begin(), **every);
    for (const Category& category : *all) {
        if (category.archived && category.slug != link.category)
            continue;
        Result<PreferenceView> now = m_decider.view(database, link.workspace, link.subject, category.slug);
        if (!now)
            return now.error();
        view.switches.push_back({category, std::move(now->preference), now->decision});
    }
    return view;
}

QJsonObject LinkDesk::contextOf(const store::Link& link, Millis now)
{
    if (now - link.createdAt > scannerTime)
        return {};
    const std::lock_guard lock(m_mutex);
    std::deque<Millis>& early = m_early[link.workspace];
    while (!early.empty() && early.front() < now - scannerTime)
        early.pop_front();
    early.push_back(now);
    return {{QStringLiteral("secondsAfterMinting"), (now - link.createdAt) / 1000},
            {QStringLiteral("earlyPosts"), qint64(early.size())},
            {QStringLiteral("maybeScanner"), qsizetype(early.size()) >= scannerCount}};
}

Result<BatchOutcome> LinkDesk::turnOff(const LinkView& view, const std::vector<CategorySlug>& categories, Source source)
{
    std::vector<ChangeRequest> requests;
    const QJsonObject context = contextOf(view.link, m_clock.now());
    for (const CategorySlug& category : categories) {
        ChangeRequest request;
        request.subject = view.link.subject;
        request.category = category;
        request.state = PreferenceState::OptedOut;
        request.snoozedUntil = std::optional<Millis>();  // stopped for good takes the place of a pause
        request.source = source;
        request.actor = actorOf(view.subject);
        request.context = context;
        // In the words of a message's own button, so that both count after the same message.
        if (!view.link.notification.isEmpty())
            request.reason = QStringLiteral("Link in a message, notification %1").arg(view.link.notification);
        request.clickedAt = view.now;
        requests.push_back(std::move(request));
    }
    return m_preferences.applyAll(view.link.workspace, requests, BatchMode::Each, false, {}, true);
}

Result<ChangeRequest> LinkDesk::undoOf(store::Database& database, const LinkView& view, qint64 number) const
{
    const auto records = store::ChangeStore(database).after(view.link.workspace, number - 1, 1);
    if (!records)
        return records.error();
    if (number < 1 || records->empty() || records->front().seq != number)
        return tooLate();
    const store::ChangeRecord& record = records->front();
    const bool byLink = record.source == Source::Link || record.source == Source::OneClick;
    if (record.type != QLatin1String("preference") || record.subject != view.link.subject || !byLink ||
        !view.covers(record.category) || view.now > record.at + correctionTime)
        return tooLate();
    const Result<Preference> before = preferenceBefore(record);
    const auto after = wire::preferenceFromJson(fromText(record.after));
    if (!before || !after)
        return !before ? before.error() : after.error();
    // A way back never opens a second one: only what turned off is taken back.
    if (after->preference.state != PreferenceState::OptedOut)
        return tooLate();
    auto request = refrain::undoOf(*before, after->preference, Source::Link, actorOf(view.subject), view.now);
    if (!request)
        return tooLate();
    const Result<bool> taken = wasTakenBack(database, view, record);
    if (!taken)
        return taken.error();
    if (*taken)  // pressed twice: there is nothing left to do, and nobody else's word in the way
        request->ifMatch = view.find(record.category)->preference.version;
    return *request;
}

/// Whether the choice stands as a way back left it that followed directly upon `record`.
Result<bool> LinkDesk::wasTakenBack(store::Database& database, const LinkView& view,
                                    const store::ChangeRecord& record) const
{
    const LinkSwitch* now = view.find(record.category);
    const auto last = store::ChangeStore(database).after(view.link.workspace, now ? now->preference.version - 1 : 0, 1);
    if (!last)
        return last.error();
    if (!now || last->empty() || last->front().source != Source::Link)
        return false;
    const Result<Preference> before = preferenceBefore(last->front());
    return before ? Result<bool>(before->version == record.seq) : before.error();
}

Result<BatchOutcome> LinkDesk::takeBack(const LinkView& view, const std::vector<qint64>& numbers)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    std::vector<ChangeRequest> requests;
    for (const qint64 number : numbers) {
        Result<ChangeRequest> request = undoOf(**database, view, number);
        if (!request)
            return request.error();
        requests.push_back(*std::move(request));
    }
    return m_preferences.applyAll(view.link.workspace, requests, BatchMode::All, false, {}, true);
}

}  // namespace refrain::service
