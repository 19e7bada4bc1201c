#include "console/audit/auditpages.h"

#include "console/bulk/csv.h"

#include <QJsonArray>

namespace refrain::console {

namespace {

const QString newestFirst = QStringLiteral("desc");
constexpr int pageLimit = 1000;

ApiRequest requestFor(const AuditFilter& filter, const QString& after, int limit, const QString& order)
{
    ApiRequest request;
    request.path = QStringLiteral("audit");
    const auto add = [&](const char* key, const QString& value) {
        if (!value.isEmpty())
            request.query.addQueryItem(QLatin1String(key), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("subject", filter.subject.toString());
    add("category", filter.categories.isEmpty() ? filter.category.toString() : filter.categories.join(u','));
    if (filter.became)
        add("became", toString(*filter.became));
    add("actor", filter.actor);
    if (filter.source)
        add("source", toString(*filter.source));
    add("from", toRfc3339(filter.from));
    add("to", toRfc3339(filter.to));
    add("after", after);
    add("order", order);
    add("limit", QString::number(limit));
    return request;
}

}  // namespace

AuditPages::AuditPages(Api& api, CacheStore& cache, Wording wording, QObject* parent)
    : QObject(parent), m_api(api), m_cache(cache), m_wording(std::move(wording))
{
}

void AuditPages::load(const AuditFilter& filter, const QString& after, int limit, const PageAnswer& answer)
{
    m_api.send(requestFor(filter, after, limit, newestFirst), this, [this, answer](const Result<ApiReply>& reply) {
        if (!reply || !reply->ok()) {
            answer(reply ? reply->error() : reply.error());
            return;
        }
        answer(pageOf(reply->json));
    });
}

AuditPage AuditPages::pageOf(const QJsonObject& json)
{
    AuditPage page;
    page.next = json.value(QLatin1String("next")).toString();
    const QJsonArray items = json.value(QLatin1String("items")).toArray();
    for (const QJsonValue& item : items)
        page.rows.push_back(auditRowOf(item.toObject(), m_cache, m_wording));
    return page;
}

void AuditPages::exportCsv(const AuditFilter& filter, const QString& path, const GoesOn& goesOn,
                           const ExportAnswer& answer)
{
    const auto job = std::make_shared<Export>();
    job->filter = filter;
    job->goesOn = goesOn;
    job->answer = answer;
    job->file.setFileName(path);
    // The byte order mark lets spreadsheets read the names right.
    const bool opened = job->file.open(QIODevice::WriteOnly) &&
                        job->file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                        job->file.write("\xEF\xBB\xBF" + csvLine(auditCsvHeader())) > 0;
    if (!opened) {
        answer(Error::unavailable(tr("The file cannot be written. Nothing was exported; choose another place."),
                                  job->file.errorString()));
        return;
    }
    exportPage(job, {});
}

void AuditPages::exportPage(const std::shared_ptr<Export>& job, const QString& after)
{
    m_api.send(requestFor(job->filter, after, pageLimit, {}), this, [this, job](const Result<ApiReply>& reply) {
        if (!reply || !reply->ok()) {
            job->answer(reply ? reply->error() : reply.error());
            return;
        }
        const AuditPage page = pageOf(reply->json);
        for (const AuditRow& row : page.rows) {
            if (job->file.write(csvLine(auditCsvFields(row))) < 0) {
                job->answer(Error::unavailable(tr("The disk could not take the whole export, so no file was left."),
                                               job->file.errorString()));
                return;
            }
            ++job->written;
        }
        if (!job->goesOn(job->written)) {
            job->answer(Error::cancelled(tr("The export was cancelled. No file was left.")));
            return;
        }
        if (!page.next.isEmpty()) {
            exportPage(job, page.next);
            return;
        }
        if (job->file.commit())
            job->answer(job->written);
        else
            job->answer(
                Error::unavailable(tr("The file could not be finished, so none was left."), job->file.errorString()));
    });
}

}  // namespace refrain::console
