#include "console/views/savedviews.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace refrain::console {

namespace {

constexpr qsizetype longestName = 60;

QJsonObject recordOf(const SavedView& view)
{
    return {{QStringLiteral("id"), view.id},
            {QStringLiteral("name"), view.name},
            {QStringLiteral("filter"), view.filter},
            {QStringLiteral("of"), view.ofChannels ? QStringLiteral("channels") : QStringLiteral("people")}};
}

SavedView viewOf(const QJsonObject& record)
{
    return {record.value(QStringLiteral("id")).toString(), record.value(QStringLiteral("name")).toString(),
            record.value(QStringLiteral("filter")).toString(),
            record.value(QStringLiteral("of")) == QStringLiteral("channels")};
}

auto withId(const QString& id)
{
    return [id](const SavedView& view) { return view.id == id; };
}

}  // namespace

SavedViews::SavedViews(QString file, QObject* parent) : QObject(parent), m_file(std::move(file)) {}

Result<> SavedViews::load()
{
    QFile file(m_file);
    if (!file.exists())
        return {};
    QJsonParseError error;
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QJsonDocument document = QJsonDocument::fromJson(isOpen ? file.readAll() : QByteArray(), &error);
    if (!isOpen || !document.isArray()) {
        file.close();
        QFile::remove(m_file + QStringLiteral(".broken"));
        QFile::rename(m_file, m_file + QStringLiteral(".broken"));
        return Error::corrupt(tr("The saved views cannot be read. Their file was set aside, and the list is empty."),
                              m_file);
    }
    for (const QJsonValue value : document.array()) {
        const SavedView view = viewOf(value.toObject());
        if (!view.id.isEmpty() && !view.name.isEmpty())
            m_views.push_back(view);
    }
    emit changed();
    return {};
}

const SavedView* SavedViews::find(const QString& id) const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(), withId(id));
    return found == m_views.end() ? nullptr : &*found;
}

const SavedView* SavedViews::showing(const QString& filter, bool ofChannels) const
{
    const auto is = [&](const SavedView& view) {
        return view.ofChannels == ofChannels && view.filter == filter.trimmed();
    };
    const auto found = std::find_if(m_views.begin(), m_views.end(), is);
    return found == m_views.end() ? nullptr : &*found;
}

Result<> SavedViews::checkName(const QString& name, const QString& id) const
{
    if (name.isEmpty())
        return Error::invalid(tr("Give the view a name first."), QStringLiteral("/name"));
    if (name.size() > longestName)
        return Error::invalid(tr("A view's name has at most %1 characters.").arg(longestName), QStringLiteral("/name"));
    const bool isTaken = std::any_of(m_views.begin(), m_views.end(), [&](const SavedView& view) {
        return view.id != id && view.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return isTaken ? Result<>(Error::invalid(tr("Another view is called “%1”.").arg(name), QStringLiteral("/name")))
                   : Result<>();
}

Result<QString> SavedViews::add(const QString& name, const QString& filter, bool ofChannels)
{
    const QString shown = name.simplified();
    if (const auto fine = checkName(shown, {}); !fine)
        return fine.error();
    std::vector<SavedView> before = m_views;
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_views.push_back({id, shown, filter.trimmed(), ofChannels});
    if (const auto kept = keep(std::move(before)); !kept)
        return kept.error();
    return id;
}

Result<> SavedViews::rename(const QString& id, const QString& name)
{
    const QString shown = name.simplified();
    if (Result<> fine = checkName(shown, id); !fine)
        return fine;
    std::vector<SavedView> before = m_views;
    for (SavedView& view : m_views) {
        if (view.id == id)
            view.name = shown;
    }
    return keep(std::move(before));
}

Result<> SavedViews::setFilter(const QString& id, const QString& filter)
{
    std::vector<SavedView> before = m_views;
    for (SavedView& view : m_views) {
        if (view.id == id)
            view.filter = filter.trimmed();
    }
    return keep(std::move(before));
}

Result<> SavedViews::remove(const QString& id)
{
    std::vector<SavedView> before = m_views;
    std::erase_if(m_views, withId(id));
    return keep(std::move(before));
}

Result<> SavedViews::move(const QString& id, int by)
{
    const auto found = std::find_if(m_views.begin(), m_views.end(), withId(id));
    if (found == m_views.end())
        return {};
    std::vector<SavedView> before = m_views;
    const auto from = found - m_views.begin();
    const auto to = std::clamp<std::ptrdiff_t>(from + by, 0, std::ptrdiff_t(m_views.size()) - 1);
    SavedView view = std::move(*found);
    m_views.erase(found);
    m_views.insert(m_views.begin() + to, std::move(view));
    return keep(std::move(before));
}

Result<> SavedViews::keep(std::vector<SavedView> before)
{
    if (before == m_views)
        return {};
    QJsonArray records;
    for (const SavedView& view : m_views)
        records.append(recordOf(view));
    QSaveFile file(m_file);
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                           file.write(QJsonDocument(records).toJson()) > 0 && file.commit();
    if (!isWritten) {
        m_views = std::move(before);
        return Error::unavailable(
            tr("The saved views cannot be written, and are as they were: %1").arg(file.errorString()), m_file);
    }
    emit changed();
    return {};
}

}  // namespace refrain::console
