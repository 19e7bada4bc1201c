#pragma once

#include "console/desk/subjectdetail.h"
#include "console/engine/api.h"
#include "console/engine/cachestore.h"

#include <QObject>

#include <functional>

class QJsonArray;

namespace refrain::console {

/// Gathers what the inspector shows of one subject: choices and history from the backend, and where that is away the
/// choices from the cache. Engine thread.
class SubjectReader : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(const Result<SubjectDetail>&)>;
    SubjectReader(Api& api, CacheStore& cache, const Clock& clock, Wording wording, QObject* parent = nullptr);

    /// NotFound where the cache does not know the subject. Without `contact` the backend is not asked: what is known
    /// here is answered at once, and of the past nothing is.
    void read(const SubjectId& subject, const DetailAsk& ask, bool contact, const Answer& answer);

signals:
    /// Fresher than the cache had it; already written there.
    void learned(const refrain::Preference& preference);

private:
    /// What another account of the same person chose, as the cache has it.
    struct LinkedChoices {
        const Subject* subject = nullptr;
        std::vector<Preference> choices;
        [[nodiscard]] const Preference* find(const CategorySlug& category) const;
    };

    Api& m_api;
    CacheStore& m_cache;
    const Clock& m_clock;
    Wording m_wording;

    void fillFromCache(SubjectDetail detail, const Answer& answer);
    void fillFromBackend(SubjectDetail detail, const QJsonObject& preferences, const Answer& answer);
    void readPast(SubjectDetail detail, Millis asOf, const Answer& answer);
    void fillPast(SubjectDetail& detail, const QJsonArray& preferences);
    void fillHistory(SubjectDetail detail, const QString& after, const Answer& answer);
    void fillFromLog(SubjectDetail detail, const Answer& answer);
    void fillCategories(SubjectDetail& detail, const std::vector<Preference>& preferences);
    [[nodiscard]] std::vector<LinkedChoices> choicesOf(const std::vector<Subject>& linked);
    void explain(CategoryDetail& line, const Decision& decision, const std::vector<DecisionFacts>& facts);
};

}  // namespace refrain::console
