#include "console/signin/keychaintokenstore.h"

#include "base/log.h"

#include <qt6keychain/keychain.h>

#include <QPointer>

#include <utility>

namespace refrain::console {

KeychainTokenStore::KeychainTokenStore(QString service, QObject* parent)
    : TokenStore(parent), m_service(std::move(service))
{
}

void KeychainTokenStore::setLasting(bool lasting)
{
    if (m_lasting == lasting)
        return;
    m_lasting = lasting;
    emit lastingChanged();
}

// No job is a child of the store: the keyring answers it even after the store is gone, and it deletes itself then.

void KeychainTokenStore::read(const QString& account, QObject* context, Read answer)
{
    auto* job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(account);
    connect(job, &QKeychain::Job::finished, this,
            [this, job, account, context = QPointer<QObject>(context), answer = std::move(answer)] {
                if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound) {
                    std::optional<Secret> token;
                    if (job->error() == QKeychain::NoError)
                        token = Secret(job->binaryData());
                    if (context)
                        answer(token);
                    return;
                }
                qCInfo(log::console) << "the keyring cannot be used:" << job->errorString();
                setLasting(false);
                if (context)
                    m_memory.read(account, context, answer);
            });
    job->start();
}

void KeychainTokenStore::write(const QString& account, const Secret& token, QObject* context, Done answer)
{
    auto* job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(account);
    job->setBinaryData(token.reveal());
    connect(job, &QKeychain::Job::finished, this,
            [this, job, account, token, context = QPointer<QObject>(context), answer = std::move(answer)] {
                setLasting(job->error() == QKeychain::NoError);
                if (job->error() != QKeychain::NoError) {
                    qCInfo(log::console) << "the keyring cannot be used:" << job->errorString();
                    m_memory.write(account, token, this, [](const Result<>&) {});
                }
                // In memory it is good until exit: that is no failure, and notice() says so.
                if (context)
                    answer({});
            });
    job->start();
}

void KeychainTokenStore::remove(const QString& account, QObject* context, Done answer)
{
    m_memory.remove(account, this, [](const Result<>&) {});
    auto* job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(account);
    connect(job, &QKeychain::Job::finished, this,
            [job, context = QPointer<QObject>(context), answer = std::move(answer)] {
                if (!context)
                    return;
                if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
                    answer({});
                else
                    answer(Error::unavailable(tr("The keyring could not be asked to forget this sign-in."),
                                              job->errorString()));
            });
    job->start();
}

QString KeychainTokenStore::notice() const
{
    return m_lasting ? QString() : m_memory.notice();
}

}  // namespace refrain::console
