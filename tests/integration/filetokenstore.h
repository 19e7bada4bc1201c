#pragma once

#include "console/signin/tokenstore.h"

namespace refrain::test {

/// A keyring made of files in a folder, so that a console that was killed finds its session again.
class FileTokenStore final : public console::TokenStore {
public:
    explicit FileTokenStore(QString folder);
    void read(const QString& account, QObject* context, Read answer) override;
    void write(const QString& account, const Secret& token, QObject* context, Done answer) override;
    void remove(const QString& account, QObject* context, Done answer) override;
    [[nodiscard]] bool isLasting() const override { return true; }
    [[nodiscard]] QString notice() const override { return {}; }

private:
    QString m_folder;
};

}  // namespace refrain::test
