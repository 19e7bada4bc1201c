#include "service/cli/auditverify.h"

#include "service/usecases/evidencecheck.h"
#include "wire/fieldreader.h"

#include <QFile>

namespace refrain::service {
namespace {

Result<wire::Evidence> readBundle(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error::notFound(QStringLiteral("%1 cannot be read: %2.").arg(name, file.errorString()));
    const Result<QJsonObject> object = wire::objectFromBody(file.readAll());
    if (!object)
        return Error::invalid(QStringLiteral("%1 is not JSON, so nothing was checked.").arg(name));
    Result<wire::Evidence> evidence = wire::evidenceFromJson(*object);
    if (!evidence)
        return Error::invalid(QStringLiteral("%1 is no evidence bundle, so nothing was checked.").arg(name),
                              evidence.error().toString());
    return evidence;
}

}  // namespace

Result<bool> auditVerify(const QString& file, QTextStream& out)
{
    const Result<wire::Evidence> evidence = readBundle(file);
    if (!evidence)
        return evidence.error();
    const EvidenceReport report = checkEvidence(*evidence);
    for (const QString& fault : report.faults)
        out << fault << '\n';
    if (!report.isSound()) {
        out << "The bundle does NOT verify. Do not rely on it.\n";
        return false;
    }
    out << "The checkpoint of " << report.checkpoint.origin << " states " << report.checkpoint.size
        << " entries and is signed by the bundle's key.\n"
        << evidence->items.size() << " entries about " << evidence->subject.toString()
        << " lie in that log, and all of their " << report.openings << " opened values fit.\n";
    if (report.erased > 0)
        out << report.erased << " values were erased; the log still verifies without them.\n";
    out << "The key is " << evidence->auditKey
        << ". Compare it with the auditKey that you know of this workspace: who made the bundle could also have made "
           "the key. Whether entries were left out, a bundle cannot show.\n";
    return true;
}

}  // namespace refrain::service
