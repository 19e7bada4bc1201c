#include "service/playbooks/publishedwords.h"

#include "base/log.h"
#include "service/playbooks/playbookcopy.h"
#include "store/definitionstore.h"

#include <algorithm>

namespace refrain::service {
namespace {

constexpr int mostCopies = 1'000;

}  // namespace

std::shared_ptr<const OwnWords> publishedWords(store::DatabasePool& pool, const WorkspaceId& workspace,
                                               const QString& language)
{
    const Result<store::Database*> database = pool.connection();
    const auto stored = database ? store::DefinitionStore(**database, playbookKind()).page(workspace, {}, mostCopies)
                                 : Result<std::vector<store::Definition>>(database.error());
    if (!stored) {
        qCWarning(log::slack) << stored.error().toString();
        return nullptr;
    }
    std::vector<PlaybookCopy> copies;
    for (const store::Definition& definition : *stored) {
        PlaybookCopy copy = copyFromJson(definition.body);
        if (copy.published && copy.about.isEmpty())
            copies.push_back(std::move(copy));
    }
    if (copies.empty())
        return nullptr;
    std::sort(copies.begin(), copies.end(),
              [](const PlaybookCopy& a, const PlaybookCopy& b) { return a.publishedAt < b.publishedAt; });
    auto own = std::make_shared<OwnWords>();
    for (const PlaybookCopy& copy : copies) {
        for (auto text = copy.texts.begin(); text != copy.texts.end(); ++text) {
            const QString sentence = text.value().toObject().value(language).toString();
            if (!sentence.isEmpty())
                own->sentences.insert(text.key(), sentence);
        }
        if (!copy.durations.isEmpty())
            own->durations = copy.durations;
    }
    return own;
}

}  // namespace refrain::service
