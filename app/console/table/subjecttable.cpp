#include "console/table/subjecttable.h"

#include "console/table/tablestorage.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace refrain::console {

struct SubjectTable::Data {
    explicit Data(const Clock& c) : clock(c) {}

    const Clock& clock;
    TableStorage storage;
    Category everythingPolicy;
    struct Beneath {
        StoredChoice choice;
        ChoiceOrigin origin;
    };
    QHash<std::pair<int, int>, Beneath> beneath;  ///< The backend's choice under a local overlay, by row and column.

    [[nodiscard]] const TableSnapshot& now()
    {
        storage.view.now = clock.now();
        return storage.view;
    }
    [[nodiscard]] QList<int> othersOfPerson(int row) const
    {
        QList<int> rows = storage.rowsOfPerson(row);
        rows.removeOne(row);
        return rows;
    }
};

SubjectTable::SubjectTable(const Clock& clock, QObject* parent) : QObject(parent), d(std::make_unique<Data>(clock)) {}
SubjectTable::~SubjectTable() = default;

int SubjectTable::rowCount() const
{
    return d->storage.view.rowCount;
}

int SubjectTable::rowOf(const SubjectId& id) const
{
    const QByteArray bytes = id.toString().toUtf8();
    return d->storage.find({bytes.constData(), static_cast<size_t>(bytes.size())});
}

SubjectId SubjectTable::id(int row) const
{
    return SubjectId(d->storage.text(row, PackedSubject::Id));
}

QString SubjectTable::name(int row) const
{
    return d->storage.text(row, PackedSubject::Name);
}

QString SubjectTable::displayName(int row) const
{
    return d->storage.text(row, PackedSubject::DisplayName);
}

QString SubjectTable::email(int row) const
{
    return d->storage.text(row, PackedSubject::Email);
}

QString SubjectTable::title(int row) const
{
    return d->storage.text(row, PackedSubject::Title);
}

QString SubjectTable::topic(int row) const
{
    return d->storage.text(row, PackedSubject::Topic);
}

QString SubjectTable::tz(int row) const
{
    return d->storage.text(row, PackedSubject::Tz);
}

QStringList SubjectTable::formerNames(int row) const
{
    return d->storage.text(row, PackedSubject::FormerNames)
        .split(QLatin1Char(PackedSubject::separator), Qt::SkipEmptyParts);
}

PersonId SubjectTable::person(int row) const
{
    return PersonId(d->storage.text(row, PackedSubject::Person));
}

SubjectRole SubjectTable::role(int row) const
{
    return static_cast<SubjectRole>(d->storage.row(row).role);
}

SubjectKind SubjectTable::kind(int row) const
{
    return static_cast<SubjectKind>(d->storage.row(row).kind);
}

bool SubjectTable::isDeleted(int row) const
{
    return d->storage.row(row).flags & PackedSubject::Deleted;
}

bool SubjectTable::isBot(int row) const
{
    return d->storage.row(row).flags & PackedSubject::Bot;
}

bool SubjectTable::isArchived(int row) const
{
    return d->storage.row(row).flags & PackedSubject::Archived;
}

bool SubjectTable::isPrivate(int row) const
{
    return d->storage.row(row).flags & PackedSubject::Private;
}

Millis SubjectTable::changedAt(int row) const
{
    return d->storage.row(row).changedAt;
}

int SubjectTable::namesakes(int row) const
{
    return d->storage.namesakes(row);
}

std::vector<int> SubjectTable::namesakeRows(int row) const
{
    std::vector<int> rows;
    for (int at = 0; at < rowCount(); ++at) {
        if (d->storage.row(at).nameHash == d->storage.row(row).nameHash)
            rows.push_back(at);
    }
    return rows;
}

Subject SubjectTable::subject(int row) const
{
    Subject subject;
    subject.id = id(row);
    subject.kind = kind(row);
    subject.name = name(row);
    subject.displayName = displayName(row);
    subject.email = email(row);
    subject.title = title(row);
    subject.tz = tz(row);
    subject.topic = topic(row);
    subject.role = role(row);
    subject.deleted = isDeleted(row);
    subject.bot = isBot(row);
    subject.archived = isArchived(row);
    subject.isPrivate = isPrivate(row);
    subject.addressDead = d->storage.row(row).flags & PackedSubject::AddressDead;
    subject.person = person(row);
    subject.formerNames = formerNames(row);
    return subject;
}

const std::vector<Category>& SubjectTable::categories() const
{
    return d->storage.view.categories;
}

const Category& SubjectTable::everythingPolicy() const
{
    return d->everythingPolicy;
}

std::optional<int> SubjectTable::columnOf(const CategorySlug& category) const
{
    if (category == everyCategory())
        return everything;
    for (size_t i = 0; i < d->storage.view.categories.size(); ++i) {
        if (d->storage.view.categories[i].slug == category)
            return static_cast<int>(i);
    }
    return std::nullopt;
}

Cell SubjectTable::cell(int row, int category) const
{
    return d->now().cell(static_cast<quint32>(row), category);
}

bool SubjectTable::isOptedOutOfEverything(int row) const
{
    return d->now().cell(static_cast<quint32>(row), everything).allOptionalOff;
}

int SubjectTable::countOptedOut(int category) const
{
    return d->storage.view.count(category, PreferenceState::OptedOut);
}

TableSnapshot SubjectTable::snapshot() const
{
    return d->now();
}

StoredChoice SubjectTable::stored(int row, int category) const
{
    const auto under = d->beneath.constFind({row, category});
    return under != d->beneath.constEnd() ? under->choice : d->storage.view.choice(static_cast<quint32>(row), category);
}

void SubjectTable::reset()
{
    emit aboutToReset();
    d->storage.clear();
    d->beneath.clear();
    emit wasReset();
}

void SubjectTable::apply(const std::vector<PackedSubject>& subjects)
{
    const int before = rowCount();
    QList<int> changed;
    QList<int> linked;  // Whom a link or its end may have given other marks.
    for (const PackedSubject& subject : subjects) {
        const std::string_view id(subject.text.constData(), subject.lengths[PackedSubject::Id]);
        const int row = d->storage.find(id);
        if (row < 0) {
            d->storage.append(subject);
            linked += d->othersOfPerson(rowCount() - 1);
        } else {
            linked += d->othersOfPerson(row);
            d->storage.update(row, subject);
            linked += d->othersOfPerson(row);
            if (row < before)
                changed.append(row);
        }
    }
    linked.removeIf([before](int row) { return row >= before; });
    if (rowCount() > before)
        emit rowsAdded(before, rowCount() - 1);
    if (!changed.isEmpty())
        emit rowsChanged(changed);
    if (!linked.isEmpty())
        emit cellsChanged(linked);
}

void SubjectTable::apply(const ReadBlock& read)
{
    if (read.block->rows.empty())
        return;
    const int before = rowCount();
    d->storage.append(read);
    emit rowsAdded(before, rowCount() - 1);
}

void SubjectTable::apply(const std::vector<PackedChoice>& choices)
{
    QList<int> changed;
    for (const PackedChoice& packed : choices) {
        const int row = rowOf(packed.subject);
        const std::optional<int> column = columnOf(packed.category);
        if (row < 0 || !column)
            continue;
        const auto under = d->beneath.find({row, *column});
        if (under != d->beneath.end())
            *under = {packed.choice, packed.origin};
        else
            d->storage.write(row, *column, packed.choice, packed.origin, d->storage.ring(row, *column));
        d->storage.touch(row, packed.at);
        changed += d->storage.rowsOfPerson(row);
    }
    if (!changed.isEmpty())
        emit cellsChanged(changed);
}

void SubjectTable::overlay(int row, int category, std::optional<StoredChoice> shown, CellRing ring)
{
    const auto known = d->beneath.constFind({row, category});
    const Data::Beneath under = known != d->beneath.constEnd()
                                    ? *known
                                    : Data::Beneath{stored(row, category), d->storage.origin(row, category)};
    if (shown) {
        d->beneath.insert({row, category}, under);
        d->storage.write(row, category, *shown, ChoiceOrigin::local(), ring);
    } else {
        d->beneath.remove({row, category});
        d->storage.write(row, category, under.choice, under.origin, ring);
    }
    emit cellsChanged(d->storage.rowsOfPerson(row));
}

std::vector<Category> columnsOf(const std::vector<Category>& categories)
{
    std::vector<Category> columns;
    std::copy_if(categories.begin(), categories.end(), std::back_inserter(columns),
                 [](const Category& one) { return !one.archived && one.slug != everyCategory(); });
    std::stable_sort(columns.begin(), columns.end(),
                     [](const Category& a, const Category& b) { return a.position < b.position; });
    return columns;
}

void SubjectTable::setCategories(const std::vector<Category>& categories)
{
    for (const Category& category : categories) {
        if (category.slug == everyCategory())
            d->everythingPolicy = category;
    }
    std::vector<Category> columns = columnsOf(categories);
    if (columns == d->storage.view.categories)
        return;

    // What lies beneath an overlay goes with its column.
    QHash<std::pair<int, int>, Data::Beneath> beneath;
    for (auto it = d->beneath.constBegin(); it != d->beneath.constEnd(); ++it) {
        const int column = it.key().second;
        const auto is = [&](const Category& one) { return one.slug == this->categories()[size_t(column)].slug; };
        if (column == everything) {
            beneath.insert(it.key(), it.value());
            continue;
        }
        const auto to = std::find_if(columns.begin(), columns.end(), is);
        if (to != columns.end())
            beneath.insert({it.key().first, static_cast<int>(to - columns.begin())}, it.value());
    }
    d->beneath = beneath;
    d->storage.setCategories(std::move(columns));
    emit categoriesChanged();
}

}  // namespace refrain::console
