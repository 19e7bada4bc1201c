#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "sandbox/state/ledger.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace refrain::sandbox {

class World;

/// Every view that is shown: one App Home for each person, kept across restarts, and the stack of
/// modals that a person has open, kept in memory. A view is held as Slack returns it: with id, hash,
/// ids of its blocks and who made it. Call with the sandbox's lock held.
class ViewBook {
public:
    static constexpr size_t deepest = 3;

    /// What a change came to: the view as it stands now, or Slack's word for why it was refused.
    struct Outcome {
        QJsonObject view;
        QString problem;
    };

    /// All outlive this.
    ViewBook(const World& world, Ledger& ledger, const Clock& clock, Random& random);

    /// A `hash` that is not empty has to be the one of the view that stands there now.
    [[nodiscard]] Outcome publish(quint64 person, const QJsonObject& view, const QString& hash);
    /// Closes what the person had open.
    [[nodiscard]] Outcome open(quint64 person, const QJsonObject& view);
    [[nodiscard]] Outcome push(quint64 person, const QJsonObject& view);
    /// By view_id, home or modal.
    [[nodiscard]] Outcome update(const QString& id, const QJsonObject& view, const QString& hash);

    /// Empty where there is none.
    [[nodiscard]] QJsonObject home(quint64 person) const;
    /// The one on top; empty where no modal is open.
    [[nodiscard]] QJsonObject modal(quint64 person) const;
    [[nodiscard]] QJsonObject find(const QString& id) const;
    [[nodiscard]] QString idOf(const QString& externalId) const;

    /// Takes the topmost modal away, or all of them; returns what went, topmost first.
    std::vector<QJsonObject> close(quint64 person, bool all);

private:
    [[nodiscard]] QJsonObject complete(const QJsonObject& given, const QString& id) const;
    [[nodiscard]] bool isTaken(const QString& externalId, const QString& exceptId) const;
    [[nodiscard]] QString newId() const;
    void each(const std::function<void(const QJsonObject&)>& visit) const;

    const World& m_world;
    Ledger& m_ledger;
    const Clock& m_clock;
    Random& m_random;
    std::map<quint64, std::vector<QJsonObject>> m_modals;  ///< By person, the topmost last.
};

}  // namespace refrain::sandbox
