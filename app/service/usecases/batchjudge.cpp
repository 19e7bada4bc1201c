#include "service/usecases/batchjudge.h"

#include "store/categorystore.h"
#include "store/preferencestore.h"
#include "store/subjectstore.h"

namespace refrain::service {

Result<> BatchJudge::lookAhead(const std::vector<ChangeRequest>& requests)
{
    std::vector<SubjectId> subjects;
    subjects.reserve(requests.size());
    QHash<CategorySlug, std::vector<SubjectId>> ofCategory;
    for (const ChangeRequest& request : requests) {
        subjects.push_back(request.subject);
        ofCategory[request.category].push_back(request.subject);
    }
    auto moves = store::SubjectStore(m_database).movesOf(m_workspace, subjects);
    if (!moves)
        return moves.error();
    m_moves = *std::move(moves);
    m_known.reserve(qsizetype(requests.size()));
    store::PreferenceStore stored(m_database);
    for (auto asked = ofCategory.cbegin(); asked != ofCategory.cend(); ++asked) {
        const Result<> done = stored.findAll(m_workspace, asked.key(), *asked, [this](Preference preference) {
            const QPair key(preference.subject, preference.category);
            m_known.insert(key, std::move(preference));
        });
        if (!done)
            return done;
    }
    return {};
}

Result<bool> BatchJudge::findCurrent(SubjectId& subject)
{
    if (m_moves) {
        const auto known = m_moves->constFind(subject);
        if (known != m_moves->constEnd() && known->isEmpty())
            return true;
    }
    const auto moved =
        m_database.first("SELECT moved_to FROM subjects WHERE workspace = ? AND id = ?", {m_workspace, subject},
                         [](const store::Row& row) { return row.id<SubjectId>(0); });
    if (!moved)
        return moved.error();
    if (!*moved || (*moved)->isEmpty())
        return moved->has_value();
    subject = **moved;
    return findCurrent(subject);
}

Result<std::optional<Category>> BatchJudge::category(const CategorySlug& slug)
{
    if (const auto known = m_categories.constFind(slug); known != m_categories.constEnd())
        return *known;
    const auto found = store::CategoryStore(m_database).find(m_workspace, slug);
    if (found)
        m_categories.insert(slug, *found);
    return found;
}

Result<Preference> BatchJudge::current(const SubjectId& subject, const CategorySlug& category, bool isLookedUp)
{
    if (const auto known = m_known.constFind({subject, category}); known != m_known.constEnd())
        return *known;
    if (isLookedUp) {
        Preference never;
        never.subject = subject;
        never.category = category;
        return never;
    }
    return store::PreferenceStore(m_database).find(m_workspace, subject, category);
}

Result<BatchJudge::Judged> BatchJudge::judge(ChangeRequest& request)
{
    Judged judged;
    ChangeOutcome& outcome = judged.outcome;
    const SubjectId asked = request.subject;
    const Result<bool> known = findCurrent(request.subject);
    if (!known)
        return known.error();
    const auto found = category(request.category);
    if (!found)
        return found.error();
    if (!*known || !*found) {
        outcome.kind = *known ? ChangeOutcome::Kind::UnknownCategory : ChangeOutcome::Kind::UnknownSubject;
        outcome.sentence =
            *known
                ? QStringLiteral("There is no category “%1”, so nothing was changed.").arg(request.category.toString())
                : QStringLiteral("Nobody here has the id “%1”, so nothing was changed.")
                      .arg(request.subject.toString());
        return judged;
    }
    Result<Preference> before = current(request.subject, request.category, m_moves && request.subject == asked);
    if (!before)
        return before.error();
    judged.before = *std::move(before);

    Judgement judgement = refrain::judge(**found, judged.before, request, m_now);
    outcome.preference = judged.before;
    switch (judgement.outcome) {
        case Judgement::Outcome::Unchanged: outcome.kind = ChangeOutcome::Kind::Unchanged; break;
        case Judgement::Outcome::Refused:
            outcome.kind = ChangeOutcome::Kind::Refused;
            outcome.refusal = judgement.refusal;
            outcome.sentence = judgement.sentence;
            outcome.pointer = judgement.pointer;
            break;
        case Judgement::Outcome::Changed:
            outcome.kind = ChangeOutcome::Kind::Changed;
            outcome.preference = std::move(judgement.after);
            outcome.preference.version = m_nextSeq++;
            outcome.overridesOwnWord = judgement.overridesOwnWord;
            m_known.insert({request.subject, request.category}, outcome.preference);
            break;
    }
    return judged;
}

}  // namespace refrain::service
