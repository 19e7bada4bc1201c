#pragma once

#include "base/result.h"

#include <QObject>
#include <QString>

#include <vector>

namespace refrain::console {

/// A filter that somebody gave a name, to come back to.
struct SavedView {
    QString id;  ///< Stable: a new name or another filter keeps it.
    QString name;
    QString filter;
    bool ofChannels = false;  ///< Of people otherwise.

    friend bool operator==(const SavedView&, const SavedView&) = default;
};

/// The saved views of one account, in the person's own order, in a file of this computer's profile. UI thread; writes
/// are small and atomic.
class SavedViews final : public QObject {
    Q_OBJECT
public:
    explicit SavedViews(QString file, QObject* parent = nullptr);

    /// Reads the list; a file that cannot be read is set aside (.broken), never overwritten.
    [[nodiscard]] Result<> load();
    [[nodiscard]] const std::vector<SavedView>& all() const { return m_views; }
    /// Null where there is none of that id.
    [[nodiscard]] const SavedView* find(const QString& id) const;
    /// The one that shows just this; null: none does.
    [[nodiscard]] const SavedView* showing(const QString& filter, bool ofChannels) const;

    /// At the end; its id. Invalid where it has no name, or one that another has.
    [[nodiscard]] Result<QString> add(const QString& name, const QString& filter, bool ofChannels);
    [[nodiscard]] Result<> rename(const QString& id, const QString& name);
    /// Gives an existing one another filter.
    [[nodiscard]] Result<> setFilter(const QString& id, const QString& filter);
    [[nodiscard]] Result<> remove(const QString& id);
    /// By so many places, down where positive; stops at an end.
    [[nodiscard]] Result<> move(const QString& id, int by);

signals:
    void changed();

private:
    QString m_file;
    std::vector<SavedView> m_views;

    [[nodiscard]] Result<> checkName(const QString& name, const QString& id) const;
    /// Keeps the list as it was where it cannot be written.
    [[nodiscard]] Result<> keep(std::vector<SavedView> before);
};

}  // namespace refrain::console
