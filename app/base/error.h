#pragma once

#include <QString>

namespace refrain {

/// What kind of failure it was; callers branch on this, people read Error::message().
enum class ErrorCode {
    Invalid,       ///< The input cannot be used as it stands.
    NotFound,      ///< The thing asked for does not exist.
    Unauthorized,  ///< Nobody is signed in, or the credential is no longer good.
    Forbidden,     ///< Signed in, but not allowed to.
    Conflict,      ///< A rule or somebody's own choice forbids it.
    Precondition,  ///< It changed since the caller last looked.
    Unavailable,   ///< Network, disk or service is away; trying again may help.
    Timeout,       ///< No answer in time; what happened at the other end is not known.
    Cancelled,     ///< The caller gave up.
    Corrupt,       ///< Stored or received data breaks its own format.
    Internal,      ///< A defect of ours.
};

/// A failure as a value. Immutable, cheap to copy, usable from any thread.
///
/// message() is one sentence for a person: what happened, what was kept, what to do. It never holds
/// a secret. context() is for details that fold out and for logs: an error word, a path, an SQL state.
class [[nodiscard]] Error {
public:
    Error(ErrorCode code, QString message, QString context = {});

    [[nodiscard]] ErrorCode code() const { return m_code; }
    [[nodiscard]] const QString& message() const { return m_message; }
    [[nodiscard]] const QString& context() const { return m_context; }

    [[nodiscard]] bool is(ErrorCode code) const { return m_code == code; }
    /// True where the same call may succeed later without anybody changing anything.
    [[nodiscard]] bool isTransient() const;

    /// "message (context)" for logs.
    [[nodiscard]] QString toString() const;

    static Error invalid(QString message, QString context = {});
    static Error notFound(QString message, QString context = {});
    static Error unauthorized(QString message, QString context = {});
    static Error forbidden(QString message, QString context = {});
    static Error conflict(QString message, QString context = {});
    static Error precondition(QString message, QString context = {});
    static Error unavailable(QString message, QString context = {});
    static Error timeout(QString message, QString context = {});
    static Error cancelled(QString message, QString context = {});
    static Error corrupt(QString message, QString context = {});
    static Error internal(QString message, QString context = {});

    friend bool operator==(const Error&, const Error&) = default;

private:
    ErrorCode m_code;
    QString m_message;
    QString m_context;
};

}  // namespace refrain
