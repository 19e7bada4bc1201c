#pragma once

#include "base/result.h"

#include <QString>

namespace refrain::console {

/// The folders of one profile (`--profile NAME`): everything this computer keeps of Refrain lies under them, for the
/// owner's eyes only (mode 0700).
///
///     <data>/refrain/<profile>/  accounts.json  outbox.db  console.sock  cache/<account>.db  views-<account>.json
///     drafts-<account>.json  backend/  practice/ <config>/refrain/<profile>.ini  the windows' settings
class Profile {
public:
    /// In the person's XDG folders. `name` is letters, digits, '-' and '_', 1 to 32; else Invalid. Makes the folders.
    [[nodiscard]] static Result<Profile> open(const QString& name);
    /// The same below one folder of the caller's choice, for tests.
    [[nodiscard]] static Result<Profile> openIn(const QString& folder, const QString& name);

    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] QString settingsFile() const;
    [[nodiscard]] QString accountsFile() const;
    [[nodiscard]] QString outboxFile() const;
    [[nodiscard]] QString socketFile() const;  ///< By which a second console finds the first.
    [[nodiscard]] QString cacheFile(const QString& account) const;
    [[nodiscard]] QString viewsFile(const QString& account) const;
    [[nodiscard]] QString draftsFile(const QString& account) const;
    [[nodiscard]] QString backendDir() const;   ///< Data directory of a backend that runs here.
    [[nodiscard]] QString practiceDir() const;  ///< State of the practice Slack, and data of its backend.

private:
    [[nodiscard]] static Result<Profile> openAt(const QString& data, const QString& config, const QString& name);
    QString m_name;
    QString m_data;
    QString m_config;
};

}  // namespace refrain::console
