#include "sandbox/views/viewbook.h"

#include "sandbox/views/blockrules.h"
#include "sandbox/world/world.h"

namespace refrain::sandbox {

namespace {

const QString homeTable = QStringLiteral("homes");
const QString idField = QStringLiteral("id");
const QString hashField = QStringLiteral("hash");
const QString externalField = QStringLiteral("external_id");

QString keyOf(quint64 person)
{
    return QString::number(person);
}

ViewBook::Outcome refused(const char* word)
{
    return {{}, QLatin1String(word)};
}

bool isAnother(const QString& hash, const QJsonObject& view)
{
    return !hash.isEmpty() && hash != view.value(hashField).toString();
}

}  // namespace

ViewBook::ViewBook(const World& world, Ledger& ledger, const Clock& clock, Random& random)
    : m_world(world), m_ledger(ledger), m_clock(clock), m_random(random)
{
}

ViewBook::Outcome ViewBook::publish(quint64 person, const QJsonObject& view, const QString& hash)
{
    const QJsonObject old = home(person);
    if (isAnother(hash, old))
        return refused("hash_conflict");
    const QString id = old.isEmpty() ? newId() : old.value(idField).toString();
    if (isTaken(view.value(externalField).toString(), id))
        return refused("duplicate_external_id");
    const QJsonObject made = complete(view, id);
    m_ledger.put(homeTable, keyOf(person), made);
    return {made, {}};
}

ViewBook::Outcome ViewBook::open(quint64 person, const QJsonObject& view)
{
    m_modals.erase(person);
    return push(person, view);
}

ViewBook::Outcome ViewBook::push(quint64 person, const QJsonObject& view)
{
    std::vector<QJsonObject>& stack = m_modals[person];
    if (stack.size() >= deepest)
        return refused("push_limit_reached");
    if (isTaken(view.value(externalField).toString(), {}))
        return refused("duplicate_external_id");
    QJsonObject made = complete(view, newId());
    if (!stack.empty()) {
        made.insert(QStringLiteral("root_view_id"), stack.front().value(idField));
        made.insert(QStringLiteral("previous_view_id"), stack.back().value(idField));
    }
    stack.push_back(made);
    return {made, {}};
}

ViewBook::Outcome ViewBook::update(const QString& id, const QJsonObject& view, const QString& hash)
{
    const QJsonObject old = find(id);
    if (old.isEmpty())
        return refused("not_found");
    if (isAnother(hash, old))
        return refused("hash_conflict");
    if (isTaken(view.value(externalField).toString(), id))
        return refused("duplicate_external_id");
    QJsonObject made = complete(view, id);
    for (const char* name : {"root_view_id", "previous_view_id"})
        made.insert(QLatin1String(name), old.value(QLatin1String(name)));
    const QMap<QString, QJsonObject> homes = m_ledger.all(homeTable);
    for (auto home = homes.begin(); home != homes.end(); ++home)
        if (home->value(idField).toString() == id)
            m_ledger.put(homeTable, home.key(), made);
    for (auto& [person, stack] : m_modals)
        for (QJsonObject& modal : stack)
            if (modal.value(idField).toString() == id)
                modal = made;
    return {made, {}};
}

QJsonObject ViewBook::home(quint64 person) const
{
    return m_ledger.get(homeTable, keyOf(person));
}

QJsonObject ViewBook::modal(quint64 person) const
{
    const auto found = m_modals.find(person);
    return found == m_modals.end() || found->second.empty() ? QJsonObject() : found->second.back();
}

QJsonObject ViewBook::find(const QString& id) const
{
    QJsonObject found;
    each([&](const QJsonObject& view) {
        if (view.value(idField).toString() == id)
            found = view;
    });
    return found;
}

QString ViewBook::idOf(const QString& externalId) const
{
    QString id;
    each([&](const QJsonObject& view) {
        if (!externalId.isEmpty() && view.value(externalField).toString() == externalId)
            id = view.value(idField).toString();
    });
    return id;
}

std::vector<QJsonObject> ViewBook::close(quint64 person, bool all)
{
    std::vector<QJsonObject> gone;
    std::vector<QJsonObject>& stack = m_modals[person];
    while (!stack.empty() && (all || gone.empty())) {
        gone.push_back(stack.back());
        stack.pop_back();
    }
    if (stack.empty())
        m_modals.erase(person);
    return gone;
}

QJsonObject ViewBook::complete(const QJsonObject& given, const QString& id) const
{
    QJsonObject view{{QStringLiteral("private_metadata"), QString()},   {QStringLiteral("callback_id"), QString()},
                     {QStringLiteral("external_id"), QString()},        {QStringLiteral("title"), QJsonValue()},
                     {QStringLiteral("submit"), QJsonValue()},          {QStringLiteral("close"), QJsonValue()},
                     {QStringLiteral("clear_on_close"), false},         {QStringLiteral("notify_on_close"), false},
                     {QStringLiteral("previous_view_id"), QJsonValue()}};
    for (auto field = given.begin(); field != given.end(); ++field)
        view.insert(field.key(), field.value());
    const QString hash = QStringLiteral("%1.%2").arg(m_clock.now() / 1000).arg(QString::fromLatin1(m_random.token(6)));
    view.insert(QStringLiteral("blocks"), withIds(given.value(QStringLiteral("blocks")).toArray()));
    view.insert(QStringLiteral("state"), QJsonObject{{QStringLiteral("values"), QJsonObject()}});
    view.insert(idField, id);
    view.insert(hashField, hash);
    view.insert(QStringLiteral("root_view_id"), id);
    view.insert(QStringLiteral("team_id"), m_world.teamId());
    view.insert(QStringLiteral("app_id"), m_world.appId());
    view.insert(QStringLiteral("app_installed_team_id"), m_world.teamId());
    view.insert(QStringLiteral("bot_id"), m_world.botId(People::appBot));
    return view;
}

bool ViewBook::isTaken(const QString& externalId, const QString& exceptId) const
{
    const QString owner = idOf(externalId);
    return !owner.isEmpty() && owner != exceptId;
}

QString ViewBook::newId() const
{
    return QStringLiteral("V0") + QString::fromLatin1(m_random.bytes(5).toHex().toUpper());
}

void ViewBook::each(const std::function<void(const QJsonObject&)>& visit) const
{
    for (const QJsonObject& home : m_ledger.all(homeTable))
        visit(home);
    for (const auto& [person, stack] : m_modals)
        for (const QJsonObject& modal : stack)
            visit(modal);
}

}  // namespace refrain::sandbox
