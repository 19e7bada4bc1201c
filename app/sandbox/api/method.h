#pragma once

#include "sandbox/api/answer.h"
#include "sandbox/api/arguments.h"
#include "sandbox/state/grants.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <utility>

namespace refrain::sandbox {

/// Slack's rate tiers: calls a minute for each method and workspace
/// (docs.slack.dev/apis/web-api/rate-limits).
enum class Tier { One, Two, Three, Four, Special, Posting };

/// One call as a method sees it.
struct Call {
    const Arguments& arguments;
    const Grant& grant;       ///< Of the token; a default one where the method needs no token.
    const QByteArray& token;  ///< As it came.
    const web::Request& request;
};

/// One Web API method: what it asks of the token, and what it does.
struct Method {
    enum class Needs { Nothing, Token, AnyToken, AppToken, SignInToken };

    QString name;
    Tier tier = Tier::Three;
    Needs needs = Needs::Token;
    QStringList scopes;  ///< Any one of them is enough; none are needed where empty.
    std::function<Answer(const Call&)> run;
};

/// Every method by name: the one table that the dispatcher reads.
class MethodTable {
public:
    void add(Method method) { m_methods.insert(method.name, std::move(method)); }
    [[nodiscard]] const Method* find(const QString& name) const
    {
        const auto found = m_methods.constFind(name);
        return found == m_methods.cend() ? nullptr : &*found;
    }
    [[nodiscard]] QStringList names() const { return m_methods.keys(); }

private:
    QHash<QString, Method> m_methods;
};

/// `missing_scope` as Slack words it.
[[nodiscard]] Answer missingScope(const QStringList& needed, const QStringList& provided);

}  // namespace refrain::sandbox
