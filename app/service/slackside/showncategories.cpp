#include "service/slackside/showncategories.h"

#include "service/slackside/undoanswers.h"
#include "store/categorystore.h"
#include "store/changestore.h"

#include <algorithm>

namespace refrain::service {

Result<Shown> showCategories(store::Database& database, const Decider& decider, const Visitor& visitor,
                             const Speech& speech)
{
    store::CategoryStore categories(database);
    const auto every = categories.find(visitor.workspace, everyCategory());
    auto all = categories.all(visitor.workspace);
    if (!every || !all)
        return !every ? every.error() : all.error();
    if (!*every)
        return Error::notFound(QStringLiteral("This workspace has no categories yet, so there is nothing to choose."));
    all->insert(all->begin(), **every);
    const auto views = decider.views(database, visitor.workspace, visitor.subject.id, *all);
    if (!views)
        return views.error();
    Shown shown{{}, {}, {}, {}, speech, visitor.subject.role == SubjectRole::External};
    shown.every = **every;
    shown.everything = views->front();
    // The views follow the categories' order, without archived ones.
    auto view = views->begin() + 1;
    for (auto category = all->begin() + 1; category != all->end(); ++category) {
        if (category->archived)
            shown.archived.push_back(*category);
        else if (view != views->end())
            shown.categories.push_back({*category, *view++});
    }
    return shown;
}

Result<std::vector<ChangedChoice>> changedChoices(store::Database& database, const WorkspaceId& workspace,
                                                  const std::vector<store::OutboxItem>& items, const Shown& shown)
{
    std::vector<ChangedChoice> choices;
    for (const store::OutboxItem& item : items) {
        const auto found = store::ChangeStore(database).after(workspace, item.seq - 1, 1);
        if (!found)
            return found.error();
        if (found->empty() || found->front().seq != item.seq)
            continue;
        const store::ChangeRecord& change = found->front();
        const bool known = std::any_of(choices.begin(), choices.end(), [&change](const ChangedChoice& choice) {
            return choice.category.slug == change.category;
        });
        const ShownCategory* living = shown.find(change.category);
        const bool isEvery = change.category == everyCategory();
        if (known || (!living && !isEvery))
            continue;
        choices.push_back({isEvery ? shown.every : living->category, preferenceOf(change, change.before),
                           isEvery ? shown.everything : living->view});
    }
    return choices;
}

}  // namespace refrain::service
