#include "slack/idtoken.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>
#include <QJsonObject>

/// Token and keys, cut at the first empty line: nothing that was not signed may be believed.
void refrain::fuzz::tryInput(const QByteArray& input)
{
    const qsizetype cut = input.indexOf("\n\n");
    const QByteArray token = input.left(cut);
    const QJsonObject keys = cut < 0 ? QJsonObject() : QJsonDocument::fromJson(input.mid(cut)).object();
    const slack::IdTokenExpectation expected{QStringLiteral("https://slack.com"), QStringLiteral("1.1"),
                                             QStringLiteral("nonce"), 1'700'000'000'000};
    (void)slack::verifyIdToken(token, keys, expected);
    require(!slack::verifyIdToken(token, QJsonObject(), expected));
}
