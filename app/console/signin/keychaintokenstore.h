#pragma once

#include "console/signin/tokenstore.h"

namespace refrain::console {

/// In the system's keyring (libsecret, KWallet, ...) through QtKeychain, never in a file of its own. Where the keyring
/// answers with anything but "there is none", it counts as unavailable and memory takes over until exit, with a notice.
class KeychainTokenStore final : public TokenStore {
    Q_OBJECT
public:
    /// `service` is the name under which the keyring shows the entries.
    explicit KeychainTokenStore(QString service, QObject* parent = nullptr);

    void read(const QString& account, QObject* context, Read answer) override;
    void write(const QString& account, const Secret& token, QObject* context, Done answer) override;
    void remove(const QString& account, QObject* context, Done answer) override;
    [[nodiscard]] bool isLasting() const override { return m_lasting; }
    [[nodiscard]] QString notice() const override;

private:
    QString m_service;
    MemoryTokenStore m_memory;
    bool m_lasting = true;

    void setLasting(bool lasting);
};

}  // namespace refrain::console
