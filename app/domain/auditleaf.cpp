#include "domain/auditentry.h"
#include "domain/canonicaljson.h"
#include "domain/sha256.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace refrain {

namespace {

const QString commitmentKey = QStringLiteral("hmac");
constexpr qsizetype saltSize = 32;

/// Of what most entries commit to, with a little over.
constexpr qsizetype saltsAtOnce = 8;

QByteArray commitment(const QByteArray& salt, const QString& value)
{
    return hmacSha256(salt, value.toUtf8()).toBase64();
}

bool isCommitmentTo(const QJsonValue& committed, const Opening& opening)
{
    return committed.toObject().value(commitmentKey).toString().toLatin1() == commitment(opening.salt, opening.value);
}

/// Words of ours, never texts about a person; every other text of before, after and context is committed to.
bool isClear(const QString& pointer)
{
    static constexpr std::array words{
        QLatin1String("state"),     QLatin1String("effective"),    QLatin1String("rule"),
        QLatin1String("source"),    QLatin1String("requestedBy"),  QLatin1String("kind"),
        QLatin1String("at"),        QLatin1String("snoozedUntil"), QLatin1String("slug"),
        QLatin1String("type"),      QLatin1String("defaultState"), QLatin1String("correctableUntil"),
        QLatin1String("onFailure"), QLatin1String("resubscribe"),  QLatin1String("parent"),
        QLatin1String("role"),      QLatin1String("category"),
    };
    if (pointer.startsWith(QLatin1String("/context/")))
        return pointer == QLatin1String("/context/import") || pointer == QLatin1String("/context/approval");
    const QStringView key = QStringView(pointer).mid(pointer.lastIndexOf(QLatin1Char('/')) + 1);
    return std::any_of(words.begin(), words.end(), [&](QLatin1String word) { return key == word; });
}

/// Where the texts about a person stand in what is said of a preference.
struct PreferencePointers {
    const char* actorId;
    const char* actorName;
    const char* reason;
    const char* subject;
    const char* ticket;
};
constexpr PreferencePointers beforePointers{"/before/actor/id", "/before/actor/name", "/before/reason",
                                            "/before/subject", "/before/ticket"};
constexpr PreferencePointers afterPointers{"/after/actor/id", "/after/actor/name", "/after/reason", "/after/subject",
                                           "/after/ticket"};

/// Writes a leaf field by field, in canonical order, and keeps what stands behind its commitments.
class LeafWriter {
public:
    explicit LeafWriter(Random& random) : m_random(random)
    {
        m_sealed.leaf.reserve(1'500);
        m_sealed.openings.reserve(saltsAtOnce);
    }

    /// A word of ours.
    void word(const char* key, const QString& text)
    {
        begin(key);
        appendCanonical(m_sealed.leaf, text);
    }
    void wordOrNull(const char* key, const QString& text)
    {
        if (!text.isEmpty())
            return word(key, text);
        begin(key);
        m_sealed.leaf += "null";
    }
    /// A text about a person; null where there is none.
    void personal(const char* key, const char* pointer, const QString& text)
    {
        begin(key);
        if (text.isEmpty())
            m_sealed.leaf += "null";
        else
            m_sealed.leaf += committed(QString::fromLatin1(pointer), text);
    }
    void number(const char* key, std::optional<qint64> number)
    {
        begin(key);
        if (number)
            m_sealed.leaf += QByteArray::number(*number);
        else
            m_sealed.leaf += "null";
    }
    void flag(const char* key, bool flag)
    {
        begin(key);
        m_sealed.leaf += flag ? "true" : "false";
    }
    void object(const char* key, const QJsonObject& object)
    {
        begin(key);
        const ReplaceText commit = [this](const QString& pointer, const QString& text) {
            return isClear(pointer) ? std::nullopt : std::optional(committed(pointer, text));
        };
        m_sealed.leaf += object.isEmpty() ? QByteArrayLiteral("null")
                                          : canonicalJson(object, commit, QLatin1Char('/') + QLatin1String(key));
    }
    void open(const char* key)
    {
        begin(key);
        m_isBegun = false;
    }
    void close()
    {
        m_isBegun = true;
        m_sealed.leaf += '}';
    }
    void actor(const char* idPointer, const char* namePointer, const Actor& actor)
    {
        open("actor");
        personal("id", idPointer, actor.id);
        word("kind", toString(actor.kind));
        personal("name", namePointer, actor.name);
        close();
    }
    void preference(const char* key, const PreferencePointers& pointers, const Preference& preference);
    [[nodiscard]] SealedEntry sealed() { return std::move(m_sealed); }

private:
    void begin(const char* key)
    {
        const char before = m_isBegun ? ',' : '{';
        m_isBegun = true;
        appendKey(m_sealed.leaf, before, key);
    }
    [[nodiscard]] QByteArray committed(const QString& pointer, const QString& text)
    {
        m_sealed.openings.push_back({pointer, text, salt()});
        return "{\"hmac\":\"" + commitment(m_sealed.openings.back().salt, text) + "\"}";
    }
    /// The system is asked for several at once: to ask takes longer than all else about a salt.
    [[nodiscard]] QByteArray salt()
    {
        if (m_salts.isEmpty())
            m_salts = m_random.bytes(saltSize * saltsAtOnce);
        const QByteArray salt = m_salts.last(saltSize);
        m_salts.chop(saltSize);
        return salt;
    }

    Random& m_random;
    SealedEntry m_sealed;
    QByteArray m_salts;
    bool m_isBegun = false;  // the innermost object
};

void LeafWriter::preference(const char* key, const PreferencePointers& pointers, const Preference& preference)
{
    open(key);
    if (preference.actor)
        actor(pointers.actorId, pointers.actorName, *preference.actor);
    else
        wordOrNull("actor", {});
    wordOrNull("at", toRfc3339(preference.at));
    word("category", preference.category.toString());
    wordOrNull("correctableUntil", toRfc3339(preference.correctableUntil));
    personal("reason", pointers.reason, preference.reason);
    wordOrNull("requestedBy", preference.requestedBy ? toString(*preference.requestedBy) : QString());
    number("seq", preference.version);
    flag("snoozeIsOwnWord", preference.snoozeIsOwnWord);
    wordOrNull("snoozedUntil", toRfc3339(preference.snoozedUntil));
    wordOrNull("source", preference.source ? toString(*preference.source) : QString());
    word("state", toString(preference.state));
    flag("stateIsOwnWord", preference.stateIsOwnWord);
    personal("subject", pointers.subject, preference.subject.toString());
    personal("ticket", pointers.ticket, preference.ticket);
    number("version", preference.version);
    close();
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

// What toJson() says, written at once: many entries are sealed inside one transaction.
SealedEntry seal(const AuditDraft& draft, Random& random)
{
    const AuditEntry& entry = draft.entry;
    LeafWriter leaf(random);
    leaf.actor("/actor/id", "/actor/name", entry.actor);
    if (draft.after)
        leaf.preference("after", afterPointers, *draft.after);
    else
        leaf.object("after", entry.after);
    leaf.word("at", toRfc3339(entry.at));
    if (draft.before)
        leaf.preference("before", beforePointers, *draft.before);
    else
        leaf.object("before", entry.before);
    leaf.wordOrNull("category", entry.category.toString());
    if (!entry.context.isEmpty())
        leaf.object("context", entry.context);
    leaf.number("index", entry.index);
    leaf.word("outcome", entry.outcome);
    leaf.personal("reason", "/reason", entry.reason);
    leaf.wordOrNull("receivedAt", toRfc3339(entry.receivedAt));
    leaf.wordOrNull("requestedBy", entry.requestedBy ? toString(*entry.requestedBy) : QString());
    leaf.number("seq", entry.seq);
    leaf.word("source", toString(entry.source));
    leaf.personal("subject", "/subject", entry.subject.toString());
    leaf.personal("ticket", "/ticket", entry.ticket);
    leaf.word("type", entry.type);
    leaf.number("v", 1);
    leaf.word("workspace", entry.workspace.toString());
    leaf.close();
    return leaf.sealed();
}

SealedEntry seal(const AuditEntry& entry, Random& random)
{
    return seal(AuditDraft{entry, nullptr, nullptr}, random);
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
