#include "wire/digest.h"

#include "wire/fieldreader.h"

namespace refrain::wire {

QJsonObject toJson(const DigestReply& reply)
{
    return {{QStringLiteral("from"), orNull(reply.from)},
            {QStringLiteral("to"), orNull(reply.to)},
            {QStringLiteral("count"), reply.digest.count()},
            {QStringLiteral("digest"), reply.digest.hex()},
            {QStringLiteral("seq"), reply.seq}};
}

Result<DigestReply> digestReplyFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    const auto digest = PreferenceDigest::fromHex(in.text("digest"), in.number("count", 0));
    if (!digest)
        in.fail("digest", QStringLiteral("This must be 64 lower-case hexadecimal digits."));
    DigestReply reply{in.text("from"), in.text("to"), digest.value_or(PreferenceDigest()), in.number("seq", 0)};
    if (const Result<> done = in.done(); !done)
        return done.error();
    return reply;
}

}  // namespace refrain::wire
