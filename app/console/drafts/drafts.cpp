#include "console/drafts/drafts.h"

#include "base/log.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <utility>

namespace refrain::console {

namespace {

constexpr std::chrono::milliseconds pause{400};  ///< Whoever types is not waited for.

}  // namespace

Drafts::Drafts(QString file, QObject* parent) : QObject(parent), m_file(std::move(file))
{
    QFile stored(m_file);
    if (stored.open(QIODevice::ReadOnly))
        m_drafts = QJsonDocument::fromJson(stored.readAll()).object();
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &Drafts::write);
}

Drafts::~Drafts()
{
    if (m_soon.isActive())
        write();
}

void Drafts::keep(const QString& name, const QJsonObject& draft)
{
    if (this->draft(name) == draft)
        return;
    if (draft.isEmpty())
        m_drafts.remove(name);
    else
        m_drafts.insert(name, draft);
    m_soon.start();
}

void Drafts::write()
{
    m_soon.stop();
    if (m_drafts.isEmpty()) {
        QFile::remove(m_file);
        return;
    }
    QSaveFile file(m_file);
    const bool isOpen = file.open(QIODevice::WriteOnly);
    if (isOpen) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QJsonDocument(m_drafts).toJson(QJsonDocument::Compact));
    }
    if (!isOpen || !file.commit())
        qCWarning(log::console) << "what is being written could not be kept on disk:" << file.errorString();
}

}  // namespace refrain::console
