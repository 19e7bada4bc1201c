#pragma once

#include "domain/merkletree.h"

#include <QString>

#include <optional>

namespace refrain {

/// Names one entry of a workspace's audit log so that it can be read out on the phone: where it lies, and how the hash
/// of its leaf begins. A slip of the tongue names nothing, and no log that was rewritten has an entry of that name.
///
///     R-1043-9F3A2B77C1
class ReceiptId {
public:
    [[nodiscard]] static ReceiptId of(qint64 index, const TreeHash& leafHash);
    /// None for anything that is no such name; case and blanks around it do not matter.
    [[nodiscard]] static std::optional<ReceiptId> fromString(const QString& text);

    [[nodiscard]] QString toString() const;
    [[nodiscard]] qint64 index() const { return m_index; }
    [[nodiscard]] bool names(qint64 index, const TreeHash& leafHash) const { return of(index, leafHash) == *this; }

    friend bool operator==(const ReceiptId&, const ReceiptId&) = default;

private:
    ReceiptId(qint64 index, QString digits) : m_index(index), m_digits(std::move(digits)) {}

    qint64 m_index;
    QString m_digits;
};

}  // namespace refrain
