#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/secret.h"
#include "domain/merkletree.h"

#include <QByteArray>
#include <QString>

/// Signed notes (c2sp.org/signed-note) with Ed25519, and the checkpoints that they carry
/// (c2sp.org/tlog-checkpoint), so that anybody's tool can verify a workspace's audit log.
namespace refrain {

/// Signs under one key name. Copyable; any thread.
class NoteSigner {
public:
    static constexpr qsizetype seedSize = 32;

    /// `name` without spaces and plus signs; `seed` of seedSize random bytes, which is all there is to keep.
    [[nodiscard]] static Result<NoteSigner> fromSeed(const QString& name, const Secret& seed);

    /// The verifier key: `<name>+<key id>+<base64>`; public.
    [[nodiscard]] const QString& vkey() const { return m_vkey; }

    /// The text with its signature line. REQUIRES: text ends with a newline and holds no blank line at its end.
    [[nodiscard]] QByteArray sign(const QByteArray& text) const;

private:
    NoteSigner() = default;
    QString m_name;
    QString m_vkey;
    QByteArray m_keyId;
    Secret m_secretKey;
};

/// Verifies notes of one key. Copyable; any thread.
class NoteVerifier {
public:
    [[nodiscard]] static Result<NoteVerifier> fromVkey(const QString& vkey);

    [[nodiscard]] const QString& name() const { return m_name; }

    /// The note's text where this key signed it; signatures of other keys are passed over, as the
    /// format demands. Corrupt where the note is malformed, unsigned by this key or badly signed.
    [[nodiscard]] Result<QByteArray> open(const QByteArray& note) const;

private:
    NoteVerifier() = default;
    QString m_name;
    QByteArray m_keyId;
    QByteArray m_publicKey;
};

/// A statement of a log's size and root.
struct Checkpoint {
    QString origin;
    qint64 size = 0;
    TreeHash root;

    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// `refrain/<workspace>`: the origin of a workspace's log and the name of its key.
[[nodiscard]] QString checkpointOrigin(const WorkspaceId& workspace);

[[nodiscard]] QByteArray checkpointText(const Checkpoint& checkpoint);
/// Reads the text of a note that has been opened; extension lines are passed over.
[[nodiscard]] Result<Checkpoint> checkpointFromText(const QByteArray& text);

/// Opens the note and reads it; Corrupt also where its origin is not the verifier's name.
[[nodiscard]] Result<Checkpoint> openCheckpoint(const NoteVerifier& verifier, const QByteArray& note);

}  // namespace refrain
