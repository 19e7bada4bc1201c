#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace refrain {

/// The names that an enum's values bear on the wire and in the store, in one table per enum:
///
///     constexpr EnumNames<Source, 2> names{{{{Source::Console, "console"}, {Source::Link, "link"}}}};
template <class E, std::size_t N>
struct EnumNames {
    std::array<std::pair<E, const char*>, N> rows;

    /// REQUIRES: the value has a row.
    [[nodiscard]] QString name(E value) const
    {
        for (const auto& [candidate, text] : rows) {
            if (candidate == value)
                return QString::fromLatin1(text);
        }
        return {};
    }

    [[nodiscard]] std::optional<E> value(const QString& name) const
    {
        for (const auto& [candidate, text] : rows) {
            if (name == QLatin1String(text))
                return candidate;
        }
        return std::nullopt;
    }
};

}  // namespace refrain
