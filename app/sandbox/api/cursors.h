#pragma once

#include "base/clock.h"
#include "sandbox/api/arguments.h"

#include <QString>

#include <optional>

namespace refrain::sandbox {

/// Opaque places in a list. They end in `=`, as Slack's do, so that a client which does not encode
/// them is caught, and they expire after half an hour. Nothing is stored.
class Cursors {
public:
    static constexpr Millis lifetime = 1'800'000;

    Cursors(quint64 seed, const Clock& clock) : m_seed(seed), m_clock(clock) {}

    /// `list` names what is being listed, so that a cursor of one list is no good for another.
    [[nodiscard]] QString make(const QString& list, quint64 position) const;
    /// nullopt for what was never made here, is for another list, or has expired.
    [[nodiscard]] std::optional<quint64> read(const QString& list, const QString& cursor) const;

private:
    [[nodiscard]] QString check(const QString& text) const;

    quint64 m_seed;
    const Clock& m_clock;
};

/// Where a page begins and how much it may hold.
struct PageRequest {
    quint64 from = 0;
    quint64 limit = 0;  ///< 0 where none was given.
    QString problem;    ///< `invalid_cursor` or `invalid_limit`.
};

[[nodiscard]] PageRequest pageRequest(const Arguments& arguments, const Cursors& cursors, const QString& list,
                                      quint64 maximum);

}  // namespace refrain::sandbox
