#include "domain/auditentry.h"
#include "domain/canonicaljson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <sodium.h>
#include <algorithm>
#include <array>
#include <functional>

namespace refrain {

namespace {

const QString commitmentKey = QStringLiteral("hmac");
constexpr qsizetype saltSize = 32;

const unsigned char* bytesOf(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

QByteArray commitment(const QByteArray& salt, const QString& value)
{
    const QByteArray text = value.toUtf8();
    QByteArray hash(crypto_auth_hmacsha256_BYTES, Qt::Uninitialized);
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytesOf(salt), size_t(salt.size()));
    crypto_auth_hmacsha256_update(&state, bytesOf(text), size_t(text.size()));
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char*>(hash.data()));
    return hash.toBase64();
}

bool isCommitmentTo(const QJsonValue& committed, const Opening& opening)
{
    return committed.toObject().value(commitmentKey).toString().toLatin1() == commitment(opening.salt, opening.value);
}

/// Words of ours, never texts about a person; every other text of before and after is committed to.
bool isClear(QStringView pointer)
{
    static constexpr std::array top{
        "/workspace", "/at",         "/type",       "/outcome",     "/source",         "/category",
        "/v",         "/actor/kind", "/receivedAt", "/requestedBy", "/context/import",
    };
    static constexpr std::array inner{
        "state",    "effective",        "rule",         "source",      "requestedBy", "kind",   "at",   "snoozedUntil",
        "slug",     "correctableUntil", "defaultState", "resubscribe", "onFailure",   "parent", "role", "type",
        "category",
    };
    if (pointer.startsWith(QLatin1String("/before/")) || pointer.startsWith(QLatin1String("/after/"))) {
        const QStringView key = pointer.mid(pointer.lastIndexOf(QLatin1Char('/')) + 1);
        return std::any_of(inner.begin(), inner.end(), [&](const char* word) { return key == QLatin1String(word); });
    }
    return std::any_of(top.begin(), top.end(), [&](const char* word) { return pointer == QLatin1String(word); });
}

using Visit = std::function<QJsonValue(const QString& pointer, const QJsonValue& value)>;

bool isCommitment(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    return object.size() == 1 && object.value(commitmentKey).isString();
}

/// A copy of a sealed leaf in which `visit` replaced whatever is no array and no object. A commitment is visited whole:
/// no plain text is left there that could look like one.
QJsonValue rewritten(const QString& pointer, const QJsonValue& value, const Visit& visit)
{
    if (value.isArray()) {
        QJsonArray out;
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            out.append(rewritten(pointer + jsonPointerStep(QString::number(i)), array.at(i), visit));
        return out;
    }
    if (!value.isObject() || isCommitment(value))
        return visit(pointer, value);
    const QJsonObject object = value.toObject();
    QJsonObject out;
    for (auto field = object.begin(); field != object.end(); ++field)
        out.insert(field.key(), rewritten(pointer + jsonPointerStep(field.key()), field.value(), visit));
    return out;
}

Error badLeaf(const QString& context)
{
    return Error::corrupt(QStringLiteral("An entry of the audit log does not fit its own record. Nothing was changed; "
                                         "do not rely on this entry."),
                          context);
}

}  // namespace

SealedEntry seal(const AuditEntry& entry, Random& random)
{
    SealedEntry sealed;
    const ReplaceText commit = [&](const QString& pointer, const QString& text) -> std::optional<QByteArray> {
        if (isClear(pointer))
            return std::nullopt;
        sealed.openings.push_back({pointer, text, random.bytes(saltSize)});
        return "{\"hmac\":\"" + commitment(sealed.openings.back().salt, text) + "\"}";
    };
    QJsonObject leaf = toJson(entry);
    leaf.insert(QStringLiteral("v"), 1);
    sealed.leaf = canonicalJson(leaf, commit);
    return sealed;
}

bool verifyOpening(const QByteArray& leaf, const Opening& opening)
{
    bool fits = false;
    const Visit look = [&](const QString& pointer, const QJsonValue& value) {
        if (pointer == opening.pointer && value.isObject() && opening.salt.size() == saltSize)
            fits = isCommitmentTo(value, opening);
        return value;
    };
    rewritten({}, QJsonDocument::fromJson(leaf).object(), look);
    return fits;
}

Result<OpenedEntry> openLeaf(const QByteArray& leaf, const std::vector<Opening>& openings)
{
    const QJsonObject sealed = QJsonDocument::fromJson(leaf).object();
    if (sealed.isEmpty() || canonicalJson(sealed) != leaf)
        return badLeaf(QStringLiteral("not canonical JSON"));
    OpenedEntry opened;
    QString misfit;
    size_t used = 0;
    const Visit open = [&](const QString& pointer, const QJsonValue& value) -> QJsonValue {
        if (!value.isObject())
            return value;
        const auto opening = std::find_if(openings.begin(), openings.end(),
                                          [&](const Opening& candidate) { return candidate.pointer == pointer; });
        if (opening == openings.end()) {
            opened.erased.append(pointer);
            return {};
        }
        ++used;
        if (!isCommitmentTo(value, *opening))
            misfit = pointer;
        return opening->value;
    };
    const QJsonObject plain = rewritten({}, sealed, open).toObject();
    if (!misfit.isEmpty() || used != openings.size())
        return badLeaf(misfit.isEmpty() ? QStringLiteral("an opening without a field") : misfit);
    Result<AuditEntry> entry = auditEntryFromJson(plain);
    if (!entry)
        return entry.error();
    opened.entry = *std::move(entry);
    return opened;
}

}  // namespace refrain
