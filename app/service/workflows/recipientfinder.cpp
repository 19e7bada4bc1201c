#include "service/workflows/recipientfinder.h"

#include "slack/failure.h"
#include "slack/methods/conversationsmembers.h"
#include "store/subjectstore.h"

#include <algorithm>

namespace refrain::service {
namespace {

constexpr int pageSize = 1'000;

/// Subjects of a workspace, page by page; of one kind where that is asked.
Result<std::vector<Subject>> everybody(store::Database& database, const WorkspaceId& workspace,
                                       std::optional<SubjectKind> kind)
{
    std::vector<Subject> all;
    store::SubjectQuery query;
    query.kind = kind;
    query.limit = pageSize;
    for (;;) {
        Result<std::vector<Subject>> page = store::SubjectStore(database).page(workspace, query);
        if (!page)
            return page.error();
        const bool isLast = page->size() < size_t(pageSize);
        if (!page->empty())
            query.after = page->back().id;
        std::move(page->begin(), page->end(), std::back_inserter(all));
        if (isLast)
            return all;
    }
}

Result<std::vector<Subject>> named(store::Database& database, const WorkspaceId& workspace,
                                   const RecipientSelector& selector)
{
    std::vector<Subject> all;
    for (const SubjectId& id : selector.subjects) {
        const auto known = store::SubjectStore(database).find(workspace, id);
        if (!known)
            return known.error();
        Subject unknown;
        unknown.id = id;
        if (*known || selector.isList())  // a mere name stays: the journal says that nobody is there
            all.push_back(known->value_or(unknown));
    }
    return all;
}

}  // namespace

Result<std::vector<SubjectId>> RecipientFinder::find(const WorkspaceId& workspace, const RecipientQuery& query)
{
    Members members;
    for (const auto* selectors : {&query.include, &query.exclude}) {
        if (Result<> read = readMembers(workspace, *selectors, members); !read)
            return read.error();
    }
    const auto fits = [&members](const RecipientSelector& selector, const Subject& subject) {
        return selector.fits(subject, members[selector.membersOf]);
    };
    std::vector<SubjectId> found;
    QSet<QString> seen;
    for (const RecipientSelector& selector : query.include) {
        const Result<std::vector<Subject>> some = candidates(workspace, selector, members);
        if (!some)
            return some.error();
        for (const Subject& subject : *some) {
            const bool isExcluded = std::any_of(query.exclude.begin(), query.exclude.end(),
                                                [&](const RecipientSelector& out) { return fits(out, subject); });
            if (isExcluded || !fits(selector, subject) || seen.contains(subject.id.toString()))
                continue;
            seen.insert(subject.id.toString());
            found.push_back(subject.id);
        }
    }
    return found;
}

Result<std::vector<Subject>> RecipientFinder::candidates(const WorkspaceId& workspace,
                                                         const RecipientSelector& selector, const Members& members)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    if (!selector.subjects.empty())
        return named(**database, workspace, selector);
    if (selector.membersOf.isEmpty())
        return everybody(**database, workspace, selector.roles.isEmpty() ? selector.kind : SubjectKind::User);
    const QSet<QString>& ids = members.at(selector.membersOf);
    QStringList sorted(ids.begin(), ids.end());
    sorted.sort();
    // Who is in the channel and not in the directory yet is not known to be a person.
    Result<std::vector<Subject>> known = store::SubjectStore(**database).findAll(workspace, sorted);
    if (known)
        std::sort(known->begin(), known->end(), [](const Subject& a, const Subject& b) { return a.id < b.id; });
    return known;
}

Result<> RecipientFinder::readMembers(const WorkspaceId& workspace, const std::vector<RecipientSelector>& selectors,
                                      Members& members)
{
    for (const RecipientSelector& selector : selectors) {
        if (selector.membersOf.isEmpty() || members.contains(selector.membersOf))
            continue;
        const Result<store::Database*> database = m_pool.connection();
        if (!database)
            return database.error();
        const Result<SubjectId> channel = store::SubjectStore(**database).current(workspace, selector.membersOf);
        if (!channel)
            return channel.error();
        QSet<QString>& found = members[selector.membersOf];
        QString cursor;
        do {
            const auto page = m_slack.run(workspace, slack::ConversationsMembers(*channel, cursor));
            if (!page) {
                const bool isUnknown = slack::errorWord(page.error()) == QLatin1String("channel_not_found");
                return isUnknown ? Error::invalid(QStringLiteral("Slack shows Refrain no channel %1, so nobody can be "
                                                                 "found in it. Invite Refrain to it, or correct it.")
                                                      .arg(selector.membersOf.toString()),
                                                  QStringLiteral("/recipients"))
                                 : page.error();
            }
            for (const QString& id : page->members)
                found.insert(id);
            cursor = page->nextCursor;
        } while (!cursor.isEmpty());
    }
    return {};
}

}  // namespace refrain::service
