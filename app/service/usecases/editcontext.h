#pragma once

#include "domain/actor.h"

#include <QJsonObject>

#include <optional>

namespace refrain::service {

/// Who edits, from where, and against which version.
struct EditContext {
    Source source = Source::Console;
    Actor actor;
    QString reason;
    std::optional<qint64> ifMatch;  ///< The version the editor saw; absent: whatever stands there.
    QJsonObject approval = {};      ///< For the audit log: which request it was, and who approved it; empty: none.
};

}  // namespace refrain::service
