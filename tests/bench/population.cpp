#include "tests/bench/population.h"

#include "console/engine/cachestore.h"
#include "store/transaction.h"

#include <QStringList>

namespace refrain::bench {

namespace {

const QStringList& firstNames()
{
    static const QStringList names{
        QStringLiteral("Aaliyah"),   QStringLiteral("Amara"),   QStringLiteral("Björn"),   QStringLiteral("Carlos"),
        QStringLiteral("Chen"),      QStringLiteral("Dora"),    QStringLiteral("Élodie"),  QStringLiteral("Fatima"),
        QStringLiteral("Gareth"),    QStringLiteral("Hiroshi"), QStringLiteral("Ingrid"),  QStringLiteral("İpek"),
        QStringLiteral("Jana"),      QStringLiteral("Kwame"),   QStringLiteral("Łukasz"),  QStringLiteral("Maria"),
        QStringLiteral("Margarete"), QStringLiteral("Nadia"),   QStringLiteral("Øystein"), QStringLiteral("Priya"),
        QStringLiteral("Quentin"),   QStringLiteral("Rosa"),    QStringLiteral("Søren"),   QStringLiteral("Tomasz"),
        QStringLiteral("Uma"),       QStringLiteral("Viktor"),  QStringLiteral("Wei"),     QStringLiteral("Ximena"),
        QStringLiteral("Yusuf"),     QStringLiteral("Zoë"),     QStringLiteral("Марина"),  QStringLiteral("美咲")};
    return names;
}

const QStringList& syllables()
{
    static const QStringList parts{
        QStringLiteral("ba"),  QStringLiteral("ker"), QStringLiteral("son"), QStringLiteral("mül"),
        QStringLiteral("ler"), QStringLiteral("no"),  QStringLiteral("va"),  QStringLiteral("ko"),
        QStringLiteral("gar"), QStringLiteral("cia"), QStringLiteral("smi"), QStringLiteral("th"),
        QStringLiteral("wal"), QStringLiteral("ski"), QStringLiteral("ra"),  QStringLiteral("men")};
    return parts;
}

/// Spreads neighbours far apart (the finaliser of splitmix64).
quint64 mixed(quint64 value)
{
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

QString surname(quint64 seed)
{
    QString name;
    for (int i = 0; i < 3; ++i)
        name += syllables().at(qsizetype((seed >> (i * 4)) & 15));
    name[0] = name.at(0).toUpper();
    return name;
}

}  // namespace

std::vector<Category> categories()
{
    std::vector<Category> made;
    for (const char* slug : {"reminders", "news", "surveys", "digests", "security", "events", "training", "product",
                             "billing", "outages", "wellbeing", "jobs"}) {
        Category category;
        category.slug = CategorySlug(QString::fromLatin1(slug));
        category.title = category.slug.toString();
        category.title[0] = category.title.at(0).toUpper();
        category.position = int(made.size()) + 1;
        category.required = category.slug.toString() == QLatin1String("security");
        category.defaultIn = made.size() % 5 != 3;
        made.push_back(category);
    }
    return made;
}

Subject subject(int number)
{
    const quint64 seed = mixed(quint64(number));
    Subject made;
    made.id = SubjectId(QStringLiteral("U%1").arg(number, 10, 36, QLatin1Char('0')).toUpper());
    const QString first = firstNames().at(qsizetype(seed % 32));
    const QString last = surname(seed >> 8);
    made.name = first + u' ' + last;
    made.displayName = first.toLower() + u'.' + last.toLower();
    made.email = QStringLiteral("%1%2@acme.example").arg(last.toLower()).arg(number);
    made.title =
        QStringList{QStringLiteral("Engineer"), QStringLiteral("Account manager"), QStringLiteral("Nurse"), QString()}
            .at(qsizetype(seed >> 20 & 3));
    made.tz = QStringLiteral("Europe/Berlin");
    made.deleted = seed % 50 == 1;
    made.bot = seed % 200 == 2;
    made.role = seed % 11 == 3 ? SubjectRole::Guest : seed % 400 == 5 ? SubjectRole::Admin : SubjectRole::Member;
    if (number % 400 < 2)
        made.person = PersonId(QStringLiteral("P%1").arg(number / 400));
    if (seed % 97 == 4)
        made.formerNames = {first + u' ' + surname(seed >> 24)};
    return made;
}

std::vector<Preference> preferences(int number)
{
    std::vector<Preference> made;
    static const std::vector<Category> all = categories();
    const quint64 seed = mixed(quint64(number) ^ 0x5eedULL);
    for (int i = 0; i < categoryCount; ++i) {
        const quint64 die = mixed(seed + quint64(i)) % 1000;
        if (die >= 100)
            continue;
        Preference preference;
        preference.subject = subject(number).id;
        preference.category = all[size_t(i)].slug;
        preference.state = die < 80 ? PreferenceState::OptedOut : PreferenceState::OptedIn;
        if (die >= 95)
            preference.snoozedUntil = populationNow + qint64(die) * 3'600'000;
        preference.version = number * qint64(categoryCount) + i + 1;
        preference.source = static_cast<Source>(die % 6);
        preference.actor = Actor{ActorKind::SlackUser, preference.subject.toString(), subject(number).name};
        preference.reason = die % 3 == 0 ? QStringLiteral("Asked by phone") : QString();
        preference.at = populationNow - qint64(die % 90) * 24 * 3'600'000;
        made.push_back(preference);
    }
    return made;
}

Result<> writeCache(const QString& path, int people)
{
    auto store = console::CacheStore::open(path);
    if (!store)
        return store.error();
    console::CacheStore& cache = **store;
    if (Result<> done = cache.setCategories(categories()); !done)
        return done;
    auto transaction = store::Transaction::begin(cache.database());
    if (!transaction)
        return transaction.error();
    for (int number = 0; number < people; ++number) {
        if (Result<> done = cache.upsert(subject(number), 1); !done)
            return done;
        for (const Preference& preference : preferences(number)) {
            if (const auto done = cache.upsert(preference, 1); !done)
                return done.error();
        }
    }
    if (Result<> done = cache.setMeta(QStringLiteral("feed.seq"), QStringLiteral("1")); !done)
        return done;
    return transaction->commit();
}

}  // namespace refrain::bench
