#include "service/slackside/homefacts.h"

#include "service/slackside/homehistory.h"
#include "store/categorystore.h"
#include "store/changestore.h"
#include "store/subjectstore.h"

namespace refrain::service {
namespace {

constexpr int readHistory = 40;

}  // namespace

Result<HomeFacts> homeFacts(store::Database& database, const Decider& decider, const Voice& voice, const Clock& clock,
                            const WorkspaceId& workspace, const SubjectId& person)
{
    const auto subject = store::SubjectStore(database).find(workspace, person);
    if (!subject)
        return subject.error();
    if (!*subject)
        return Error::notFound(QStringLiteral("The directory does not know this person yet."));
    auto categories = store::CategoryStore(database).all(workspace);
    if (!categories)
        return categories.error();
    auto views = decider.views(database, workspace, person);
    if (!views)
        return views.error();
    const auto changes = store::ChangeStore(database).ofSubject(workspace, person, 0, readHistory);
    if (!changes)
        return changes.error();
    const Result<qint64> seq = store::ChangeStore(database).lastSeq(workspace);
    if (!seq)
        return seq.error();
    HomeFacts facts(voice.speechFor(workspace, **subject));
    facts.seq = *seq;
    facts.history = homeHistory(*changes, person, *categories, facts.speech);
    const auto every = store::CategoryStore(database).find(workspace, everyCategory());
    if (!every)
        return every.error();
    facts.every = every->value_or(Category());
    std::erase_if(*categories, [](const Category& category) { return category.archived; });
    facts.categories = *std::move(categories);
    facts.views = *std::move(views);
    facts.now = clock.now();
    return facts;
}

}  // namespace refrain::service
