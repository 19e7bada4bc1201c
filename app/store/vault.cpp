#include "store/vault.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <sodium.h>

namespace refrain::store {

namespace {

constexpr auto NonceBytes = qsizetype(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
constexpr auto TagBytes = qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(Vault::KeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char* data(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* data(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

// A NUL cannot occur in a name, so no two places read alike.
QByteArray associated(const Vault::Place& place)
{
    return place.table.toUtf8() + '\0' + place.workspace.toUtf8() + '\0' + place.column.toUtf8();
}

Result<Secret> createKey(const QString& path, Random& random)
{
    const Secret key(random.bytes(Vault::KeyBytes));
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(key.reveal().toHex() + '\n') > 0 && file.commit();
    if (!written)
        return Error::unavailable(
            QStringLiteral("The master key cannot be written to %1 (REFRAIN_KEY_FILE), so nothing "
                           "was started. Its folder must be there and writable.")
                .arg(path),
            file.errorString());
    return key;
}

}  // namespace

Result<Secret> Vault::masterKey(const QString& path, Random& random, bool mayCreate)
{
    QFile file(path);
    if (!file.exists()) {
        if (mayCreate)
            return createKey(path, random);
        return Error::notFound(
            QStringLiteral("The master key %1 is missing, and what the database holds cannot be read "
                           "without it. Put the file back from your backup.")
                .arg(path));
    }
    if (QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther))
        return Error::invalid(QStringLiteral("The master key %1 may be read or written by others. Make it its owner's "
                                             "alone (chmod 600) and start again.")
                                  .arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error::unavailable(QStringLiteral("The master key %1 cannot be read.").arg(path), file.errorString());
    Secret key(QByteArray::fromHex(file.readAll().trimmed()));
    if (key.reveal().size() != KeyBytes)
        return Error::invalid(
            QStringLiteral("The file %1 holds no master key. Put the right file back from your backup.").arg(path));
    return key;
}

QByteArray Vault::seal(const Secret& plain, const Place& place) const
{
    if (plain.isEmpty())
        return {};
    const QByteArray nonce = m_random.bytes(NonceBytes);
    const QByteArray context = associated(place);
    QByteArray cipher(plain.reveal().size() + TagBytes, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(data(cipher), nullptr, data(plain.reveal()),
                                               quint64(plain.reveal().size()), data(context), quint64(context.size()),
                                               nullptr, data(nonce), data(m_key.reveal()));
    return nonce + cipher;
}

Result<Secret> Vault::open(const QByteArray& sealed, const Place& place) const
{
    if (sealed.isEmpty())
        return Secret();
    const QByteArray context = associated(place);
    const QByteArray cipher = sealed.mid(NonceBytes);
    QByteArray plain(qMax(cipher.size() - TagBytes, qsizetype(0)), Qt::Uninitialized);
    const bool genuine = cipher.size() > TagBytes &&
                         crypto_aead_xchacha20poly1305_ietf_decrypt(
                             data(plain), nullptr, nullptr, data(cipher), quint64(cipher.size()), data(context),
                             quint64(context.size()), data(sealed), data(m_key.reveal())) == 0;
    if (!genuine)
        return Error::corrupt(
            QStringLiteral("A stored secret does not open with this master key. Put back the key file "
                           "that belongs to this database."),
            QStringLiteral("%1.%2 of %3").arg(place.table, place.column, place.workspace));
    return Secret(std::move(plain));
}

}  // namespace refrain::store
