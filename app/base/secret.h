#pragma once

#include <QByteArray>

namespace refrain {

/// Bytes that must never reach a log, a window or an error text: tokens, passwords, keys.
///
/// There is no operator<< and no conversion; reveal() is the one way to the bytes and easy to grep.
/// The bytes are overwritten when the last copy goes. Any thread, as QByteArray.
class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArray bytes);
    Secret(const Secret&) = default;
    Secret(Secret&&) noexcept = default;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] const QByteArray& reveal() const { return m_bytes; }

    /// Compares in time that depends on the lengths alone.
    [[nodiscard]] bool equals(const QByteArray& other) const;

private:
    void wipe();
    QByteArray m_bytes;
};

/// Compares in time that depends on the lengths alone; for signatures, states and token hashes.
[[nodiscard]] bool equalInConstantTime(const QByteArray& a, const QByteArray& b);

}  // namespace refrain
