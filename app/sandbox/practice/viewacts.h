#pragma once

#include "sandbox/practice/acts.h"

#include <map>

namespace refrain::sandbox {

/// What a member does in the app's views, and what comes of it: opening the App Home, using its
/// elements, submitting and closing a modal. Locks as Acts.
class ViewActs {
public:
    /// As Acts.
    explicit ViewActs(const Acts::Surroundings& around) : m_around(around) {}

    void openHome(const Person& member);

    /// False where the member sees no such view or it has no such element.
    [[nodiscard]] bool press(const Person& member, const QString& viewId, const Press& press,
                             const QJsonObject& entered);
    /// False where it is not the member's topmost modal.
    [[nodiscard]] bool submit(const Person& member, const QString& viewId, const QJsonObject& entered);
    /// The same; `all` takes what lies below it as well.
    [[nodiscard]] bool close(const Person& member, const QString& viewId, bool all);

    /// What the member sees: `home` and `modal` (null where there is none), `errors` by block id, `problem`
    /// in a sentence, `waiting` while the app has not answered.
    [[nodiscard]] QJsonObject shown(const Person& member) const;

private:
    /// How the member's last submission fares.
    struct Submission {
        QString view;
        bool waiting = false;
        QJsonObject errors;
        QString problem;
    };

    [[nodiscard]] bool isTopmost(const Person& member, const QString& viewId) const;
    [[nodiscard]] Occasion occasion(const Person& member) const;
    void settle(quint64 person, const QString& viewId, const DeliveryOutcome& outcome);
    /// What is wrong with the app's answer, or nothing.
    [[nodiscard]] QString apply(quint64 person, const QString& viewId, const QJsonObject& answer);

    const Acts::Surroundings m_around;
    std::map<quint64, Submission> m_submissions;
};

}  // namespace refrain::sandbox
