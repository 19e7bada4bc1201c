#pragma once

#include "sandbox/world/permutation.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace refrain::sandbox {

/// Which numbering an id belongs to. `U` and `W` share one, as do `C` and `G`.
enum class IdFamily : char {
    User = 'U',
    Channel = 'C',
    DirectMessage = 'D',
    Team = 'T',
    Enterprise = 'E',
    App = 'A',
    Bot = 'B',
};

/// Ids as Slack writes them (a letter, `0`, nine characters of base 36) for one numbering of one
/// seed. The index can be read back, so nothing has to be stored.
class IdScheme {
public:
    IdScheme(quint64 seed, IdFamily family);

    /// `prefix` is the letter to show, `U` or `W` for instance. REQUIRES: index < 2^46.
    [[nodiscard]] QString encode(quint64 index, char prefix) const;
    [[nodiscard]] QString encode(quint64 index) const { return encode(index, char(m_family)); }
    /// The index behind an id of this family, whatever its letter; nullopt for what cannot be one.
    [[nodiscard]] std::optional<quint64> decode(QStringView id) const;

private:
    IdFamily m_family;
    Permutation m_shuffle;
};

}  // namespace refrain::sandbox
