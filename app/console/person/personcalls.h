#pragma once

#include "base/result.h"
#include "domain/decide.h"
#include "domain/whatif.h"

#include <QFuture>
#include <QJsonArray>
#include <QUrl>

namespace refrain::console {

class BackendCalls;

/// "May this message go there?", asked of the backend without sending anything: now or then, as it is or as if.
struct Supposition {
    SubjectId subject;  ///< A person, or the channel that is written to.
    CategorySlug category;
    std::optional<Millis> asOf;  ///< None: now.
    WhatIf whatIf;
};

/// What the backend says about one person beyond their choices. UI thread.
class PersonCalls {
public:
    /// REQUIRES: the calls outlive this.
    explicit PersonCalls(BackendCalls& calls) : m_calls(calls) {}

    /// By the very rule that decides for senders; nothing is sent and nothing journaled.
    [[nodiscard]] QFuture<Result<Decision>> decide(const Supposition& supposition);
    /// Where the person's own page can be looked at for ten minutes, and nothing pressed on it.
    [[nodiscard]] QFuture<Result<QUrl>> page(const SubjectId& subject);
    /// Their App Home as Slack shows it to them now: Block Kit.
    [[nodiscard]] QFuture<Result<QJsonArray>> home(const SubjectId& subject);

private:
    BackendCalls& m_calls;
};

}  // namespace refrain::console
