#pragma once

#include <QString>

#include <vector>

namespace refrain::ui {

/// One permission that the manifest asks for, and what Refrain does with it.
struct ScopeReason {
    QString scope;
    QString why;
    bool optional = false;  ///< May be declined when installing: only what `why` says goes without.
};

/// All bot scopes of the manifests, needed ones first; a test holds them equal to the manifest.
[[nodiscard]] std::vector<ScopeReason> scopeReasons();

}  // namespace refrain::ui
