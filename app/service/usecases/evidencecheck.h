#pragma once

#include "domain/signednote.h"
#include "wire/evidence.h"

#include <QStringList>

namespace refrain::service {

/// What an evidence bundle proves, by itself alone.
struct EvidenceReport {
    Checkpoint checkpoint;  ///< What the key signed; size 0 where it did not.
    QStringList faults;     ///< Sentences; none: everything fits.
    int openings = 0;       ///< Opened values that fit their leaves.
    int erased = 0;         ///< Values whose openings are no longer there.

    [[nodiscard]] bool isSound() const { return faults.isEmpty(); }
};

/// Checks offline that the checkpoint is signed by the bundle's key, that every leaf lies in the log it states, and
/// that every value shown is the one its leaf commits to. Pure; any thread.
[[nodiscard]] EvidenceReport checkEvidence(const wire::Evidence& evidence);

}  // namespace refrain::service
