#include "domain/signednote.h"

#include <QCryptographicHash>

#include <sodium.h>

#include <algorithm>
#include <optional>

namespace refrain {

namespace {

constexpr char ed25519 = 0x01;                     // signature type of signed notes
const QByteArray signatureMark = "\xe2\x80\x94 ";  // em dash, space
constexpr qsizetype keyIdSize = 4;

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

bool isKeyName(const QString& name)
{
    if (name.isEmpty() || name.contains(QLatin1Char('+')))
        return false;
    return std::none_of(name.begin(), name.end(), [](QChar c) { return c.isSpace(); });
}

QByteArray keyIdOf(const QString& name, const QByteArray& typedKey)
{
    return QCryptographicHash::hash(name.toUtf8() + '\n' + typedKey, QCryptographicHash::Sha256).left(keyIdSize);
}

Error badNote(const char* why)
{
    return Error::corrupt(QStringLiteral("The signed note of the audit log cannot be trusted. Nothing was changed; ask "
                                         "whoever runs the server before relying on the log."),
                          QLatin1String(why));
}

std::optional<QByteArray> fromBase64(const QByteArray& text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    return decoded.decoded;
}

}  // namespace

Result<NoteSigner> NoteSigner::fromSeed(const QString& name, const Secret& seed)
{
    if (sodium_init() < 0)
        return Error::internal(QStringLiteral("The signing library could not be started."));
    if (!isKeyName(name) || seed.reveal().size() != seedSize)
        return Error::invalid(QStringLiteral("The audit log's signing key cannot be used."), name);
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, '\0');
    QByteArray secretKey(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_seed_keypair(raw(publicKey), raw(secretKey), raw(seed.reveal()));
    const QByteArray typedKey = ed25519 + publicKey;

    NoteSigner signer;
    signer.m_name = name;
    signer.m_keyId = keyIdOf(name, typedKey);
    signer.m_secretKey = Secret(std::move(secretKey));
    signer.m_vkey =
        QStringLiteral("%1+%2+%3")
            .arg(name, QString::fromLatin1(signer.m_keyId.toHex()), QString::fromLatin1(typedKey.toBase64()));
    return signer;
}

QByteArray NoteSigner::sign(const QByteArray& text) const
{
    Q_ASSERT(text.endsWith('\n'));
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(raw(signature), nullptr, raw(text), static_cast<unsigned long long>(text.size()),
                         raw(m_secretKey.reveal()));
    return text + '\n' + signatureMark + m_name.toUtf8() + ' ' + (m_keyId + signature).toBase64() + '\n';
}

Result<NoteVerifier> NoteVerifier::fromVkey(const QString& vkey)
{
    if (sodium_init() < 0)
        return Error::internal(QStringLiteral("The signing library could not be started."));
    const Error unusable =
        Error::invalid(QStringLiteral("This is not a verifier key of an audit log. Copy it once more, whole."), vkey);
    const qsizetype first = vkey.indexOf(QLatin1Char('+'));
    const qsizetype second = vkey.indexOf(QLatin1Char('+'), first + 1);
    if (first < 0 || second < 0)
        return unusable;
    const QString name = vkey.left(first);
    const QByteArray keyId = QByteArray::fromHex(vkey.mid(first + 1, second - first - 1).toLatin1());
    const std::optional<QByteArray> typedKey = fromBase64(vkey.mid(second + 1).toLatin1());
    if (!isKeyName(name) || !typedKey || typedKey->size() != 1 + qsizetype(crypto_sign_PUBLICKEYBYTES) ||
        typedKey->front() != ed25519 || keyIdOf(name, *typedKey) != keyId)
        return unusable;
    NoteVerifier verifier;
    verifier.m_name = name;
    verifier.m_keyId = keyId;
    verifier.m_publicKey = typedKey->mid(1);
    return verifier;
}

Result<QByteArray> NoteVerifier::open(const QByteArray& note) const
{
    const qsizetype blank = note.lastIndexOf("\n\n");
    if (blank < 0 || blank + 2 == note.size() || !note.endsWith('\n') || QString::fromUtf8(note).toUtf8() != note)
        return badNote("not a note");
    const QByteArray text = note.left(blank + 1);
    const QByteArray prefix = signatureMark + m_name.toUtf8() + ' ';
    const QByteArrayList lines = note.mid(blank + 2).chopped(1).split('\n');
    if (!std::all_of(lines.begin(), lines.end(), [](const QByteArray& l) { return l.startsWith(signatureMark); }))
        return badNote("malformed signature line");
    for (const QByteArray& line : lines) {
        if (!line.startsWith(prefix))
            continue;
        const std::optional<QByteArray> stamp = fromBase64(line.mid(prefix.size()));
        if (!stamp || stamp->size() <= keyIdSize)
            return badNote("malformed signature");
        if (stamp->left(keyIdSize) != m_keyId)
            continue;
        const QByteArray signature = stamp->mid(keyIdSize);
        if (signature.size() != qsizetype(crypto_sign_BYTES) ||
            crypto_sign_verify_detached(raw(signature), raw(text), static_cast<unsigned long long>(text.size()),
                                        raw(m_publicKey)) != 0)
            return badNote("wrong signature");
        return text;
    }
    return badNote("not signed by this key");
}

QString checkpointOrigin(const WorkspaceId& workspace)
{
    return QStringLiteral("refrain/") + workspace.toString();
}

QByteArray checkpointText(const Checkpoint& checkpoint)
{
    return checkpoint.origin.toUtf8() + '\n' + QByteArray::number(checkpoint.size) + '\n' + checkpoint.root.toBase64() +
           '\n';
}

Result<Checkpoint> checkpointFromText(const QByteArray& text)
{
    const QList<QByteArray> lines = text.split('\n');
    if (lines.size() < 4 || !lines.back().isEmpty() || lines[0].isEmpty())
        return badNote("not a checkpoint");
    bool isNumber = false;
    const qint64 size = lines[1].toLongLong(&isNumber);
    const std::optional<QByteArray> root = fromBase64(lines[2]);
    if (!isNumber || size < 0 || QByteArray::number(size) != lines[1] || !root ||
        root->size() != qsizetype(crypto_hash_sha256_BYTES))
        return badNote("not a checkpoint");
    return Checkpoint{QString::fromUtf8(lines[0]), size, *root};
}

Result<Checkpoint> openCheckpoint(const NoteVerifier& verifier, const QByteArray& note)
{
    const Result<QByteArray> text = verifier.open(note);
    if (!text)
        return text.error();
    Result<Checkpoint> checkpoint = checkpointFromText(*text);
    if (checkpoint && checkpoint->origin != verifier.name())
        return badNote("another log's checkpoint");
    return checkpoint;
}

}  // namespace refrain
