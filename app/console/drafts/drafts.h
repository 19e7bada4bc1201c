#pragma once

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace refrain::console {

/// What somebody is in the middle of writing, by name, until it is sent or thrown away: over screens, signing out and
/// ends of the program. In one file of the account, for the owner's eyes only; no secret is put here. UI thread.
class Drafts final : public QObject {
    Q_OBJECT
public:
    /// A file that cannot be read counts as none; it is written anew with the next draft.
    explicit Drafts(QString file, QObject* parent = nullptr);
    /// Writes what has not been written yet.
    ~Drafts() override;

    /// Empty: there is none.
    [[nodiscard]] QJsonObject draft(const QString& name) const { return m_drafts.value(name).toObject(); }
    /// Kept at once, on disk a moment later. An empty one takes it away.
    void keep(const QString& name, const QJsonObject& draft);

private:
    void write();

    QString m_file;
    QJsonObject m_drafts;
    QTimer m_soon;
};

}  // namespace refrain::console
