#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace refrain::console {

/// Where refresh tokens live between runs, by account id. UI thread; answers come later, on the UI thread, and never
/// after `context` is gone.
class TokenStore : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    using Read = std::function<void(Result<std::optional<Secret>>)>;
    using Done = std::function<void(Result<>)>;

    /// nullopt: there is none, or the keyring is locked: say "sign in again or unlock", and delete nothing.
    virtual void read(const QString& account, QObject* context, Read answer) = 0;
    virtual void write(const QString& account, const Secret& token, QObject* context, Done answer) = 0;
    virtual void remove(const QString& account, QObject* context, Done answer) = 0;
    /// False: what is written lasts until the program ends, and notice() says so.
    [[nodiscard]] virtual bool isLasting() const = 0;
    /// A sentence to show while !isLasting(); else empty.
    [[nodiscard]] virtual QString notice() const = 0;

signals:
    /// isLasting() and notice() may have changed: the keyring turned out to be unavailable, or came back.
    void lastingChanged();
};

/// In memory alone: until exit, and it says so.
class MemoryTokenStore final : public TokenStore {
    Q_OBJECT
public:
    using TokenStore::TokenStore;
    void read(const QString& account, QObject* context, Read answer) override;
    void write(const QString& account, const Secret& token, QObject* context, Done answer) override;
    void remove(const QString& account, QObject* context, Done answer) override;
    [[nodiscard]] bool isLasting() const override { return false; }
    [[nodiscard]] QString notice() const override;

private:
    QHash<QString, Secret> m_tokens;
};

}  // namespace refrain::console
