#pragma once

#include "domain/preference.h"

#include <QByteArray>

#include <array>

namespace refrain {

/// Digest of a set of stored preferences, for `GET /digest`: console and backend compute it each for
/// itself and compare. It changes by one preference in O(1) and does not depend on order.
///
/// Definition. A preference is stored once its version is above 0; others count as nothing. Its element
/// is SHA-256 of the UTF-8 bytes
///
///     subject 00 category 00 state 00 snoozedUntil 00 version
///
/// where `00` is a zero byte, state is the wire's word, snoozedUntil milliseconds since 1970 in decimal
/// or empty, version decimal. The digest is the sum of all elements as big-endian integers modulo 2^256,
/// written as 64 lower-case hexadecimal digits; the empty set gives 64 zeros. A range holds the subjects
/// with from <= id < to, compared as UTF-8 bytes; an empty bound is none.
///
/// Why a sum: unlike XOR it notices an element that is there twice, and unlike a hash over a sorted list
/// it follows a change without reading the rest. It finds disagreement between honest machines; proof
/// against a dishonest one is the audit log's business.
class PreferenceDigest {
public:
    void add(const Preference& preference);
    void remove(const Preference& preference);
    /// `before` absent or never stored: only adds.
    void replace(const Preference& before, const Preference& after);
    /// The digest of both sets together.
    void merge(const PreferenceDigest& other);

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] QString hex() const;

    /// Reads what hex() wrote; nullopt for anything else. `count` as count() said.
    [[nodiscard]] static std::optional<PreferenceDigest> fromHex(const QString& hex, qint64 count);

    friend bool operator==(const PreferenceDigest&, const PreferenceDigest&) = default;

private:
    using Words = std::array<quint64, 4>;  // least significant first
    static Words element(const Preference& preference);

    Words m_sum{};
    qint64 m_count = 0;
};

/// Whether the subject lies in [from, to) as `GET /digest` means it; empty bounds are none.
[[nodiscard]] bool isInDigestRange(const SubjectId& subject, const QString& from, const QString& to);

}  // namespace refrain
