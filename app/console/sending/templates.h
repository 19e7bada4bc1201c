#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/actor.h"
#include "domain/category.h"

#include <QFuture>
#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace refrain::console {

class BackendCalls;

/// A message with gaps, as it is stored.
struct StoredTemplate {
    QString slug;
    QString title;
    QString description;
    QString source;      ///< Jsonnet; finds its data under std.extVar("data").
    QJsonObject sample;  ///< Data with which it is tried.
    bool archived = false;
    qint64 version = 0;  ///< 0: nobody has stored it yet.
    Millis updatedAt = 0;
    Actor updatedBy;
};

/// What a template yields.
struct RenderedMessage {
    QString text;
    QJsonArray blocks;  ///< With the buttons below it, where it is asked as a message of a category.
};

/// The line of a template that a refusal names ("Line 3 of the template: …"), from 1; 0 where it names none.
[[nodiscard]] int faultyLine(const QString& sentence);
/// The JSON object that a text is; Invalid with a sentence and, as its context, the line at fault from 1.
[[nodiscard]] Result<QJsonObject> objectFrom(const QString& text);

/// The templates of a workspace. Writing is for admins, trying for senders too. UI thread.
class Templates {
public:
    /// REQUIRES: the calls outlive this.
    explicit Templates(BackendCalls& calls) : m_calls(calls) {}

    /// Archived ones too.
    [[nodiscard]] QFuture<Result<std::vector<StoredTemplate>>> list();
    /// Conflict where the slug is taken. The error's context is the pointer of the field at fault.
    [[nodiscard]] QFuture<Result<StoredTemplate>> create(const StoredTemplate& wish);
    /// Precondition where somebody changed it meanwhile; nothing was stored then.
    [[nodiscard]] QFuture<Result<StoredTemplate>> save(const StoredTemplate& wish);
    /// What a source yields that nobody has stored yet; nothing is stored or sent. Without a category no buttons.
    [[nodiscard]] QFuture<Result<RenderedMessage>> render(const QString& source, const QJsonObject& data,
                                                          const CategorySlug& category);

private:
    BackendCalls& m_calls;
};

}  // namespace refrain::console
