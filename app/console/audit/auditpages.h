#pragma once

#include "console/audit/auditwords.h"
#include "console/engine/api.h"
#include "console/engine/cachestore.h"

#include <QObject>
#include <QSaveFile>

#include <functional>
#include <memory>

namespace refrain::console {

/// Reads pages of the audit log, for the screen and for export. Engine thread.
class AuditPages : public QObject {
    Q_OBJECT
public:
    using PageAnswer = std::function<void(const Result<AuditPage>&)>;
    using ExportAnswer = std::function<void(const Result<qint64>&)>;
    using GoesOn = std::function<bool(qint64 written)>;

    AuditPages(Api& api, CacheStore& cache, Wording wording, QObject* parent = nullptr);

    /// One page, newest first.
    void load(const AuditFilter& filter, const QString& after, int limit, const PageAnswer& answer);
    /// Writes page by page; `goesOn` is told how far it is and answers false to give up.
    void exportCsv(const AuditFilter& filter, const QString& path, const GoesOn& goesOn, const ExportAnswer& answer);

private:
    struct Export {
        AuditFilter filter;
        QSaveFile file;
        qint64 written = 0;
        GoesOn goesOn;
        ExportAnswer answer;
    };

    Api& m_api;
    CacheStore& m_cache;
    Wording m_wording;

    [[nodiscard]] AuditPage pageOf(const QJsonObject& json);
    void exportPage(const std::shared_ptr<Export>& job, const QString& after);
};

}  // namespace refrain::console
