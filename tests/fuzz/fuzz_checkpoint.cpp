#include "domain/signednote.h"
#include "tests/fuzz/fuzz.h"

namespace {

/// The key that the notes would have to be signed with; nobody has its seed at hand while fuzzing.
const refrain::NoteSigner& signer()
{
    static const refrain::NoteSigner key =
        *refrain::NoteSigner::fromSeed(QStringLiteral("refrain/T0001"), refrain::Secret(QByteArray(32, 's')));
    return key;
}

}  // namespace

void refrain::fuzz::tryInput(const QByteArray& input)
{
    static const NoteVerifier verifier = *NoteVerifier::fromVkey(signer().vkey());
    (void)NoteVerifier::fromVkey(QString::fromUtf8(input));
    (void)verifier.open(input);

    const Result<Checkpoint> read = checkpointFromText(input);
    if (!read)
        return;
    const QByteArray text = checkpointText(*read);
    const Result<Checkpoint> again = openCheckpoint(verifier, signer().sign(text));
    require(checkpointFromText(text).ok() && *checkpointFromText(text) == *read);
    require(again.ok() == (read->origin == verifier.name()));
}
