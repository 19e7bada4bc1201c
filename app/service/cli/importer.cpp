#include "service/cli/importer.h"

namespace refrain::service {
namespace {

constexpr std::size_t rowsAtOnce = 2'000;
constexpr qint64 rowsPerWord = 10'000;

QString sentenceOf(const wire::ImportItem& item)
{
    if (item.outcome == wire::ImportItem::Outcome::Waiting)
        return QStringLiteral("Nobody here is “%1” yet; the row waits.").arg(item.subject.left(80));
    return item.detail;
}

}  // namespace

Result<ImportCounts> Importer::run(const WorkspaceId& workspace, const QString& name, QIODevice& in, bool dryRun)
{
    m_key = {workspace, {}};
    m_part = {};
    m_counts = {};
    wire::RowReader reader(in);
    if (Result<> readable = reader.begin(); !readable)
        return readable.error();
    for (const char* needed : {"subject", "category"}) {
        if (!reader.columns().contains(QLatin1String(needed)))
            return Error::invalid(QStringLiteral("The first line names no column “%1”, so nothing was read. Begin with "
                                                 "subject,category,state, or write JSON Lines.")
                                      .arg(QLatin1String(needed)));
    }
    if (!dryRun) {
        Import wish;
        wish.name = name;
        const Result<Import> begun = m_desk.begin(workspace, wish, m_context);
        if (!begun)
            return begun.error();
        m_key.id = begun->id;
    }
    const Result<> read = readAll(reader);
    if (!dryRun) {
        const Result<Import> ended = m_desk.end(m_key, read ? ImportState::Done : ImportState::Cancelled, m_context);
        if (read && !ended)
            return ended.error();
    }
    return read ? Result<ImportCounts>(m_counts) : read.error();
}

Result<> Importer::readAll(wire::RowReader& reader)
{
    for (qint64 rows = 1;; ++rows) {
        Result<std::optional<wire::ImportRow>> row = reader.next();
        if (!row)
            return row.error();
        if (!*row)
            return send();
        m_part.rows.push_back(**std::move(row));
        if (m_part.rows.size() >= rowsAtOnce) {
            if (Result<> done = send(); !done)
                return done;
        }
        if (rows % rowsPerWord == 0)
            m_progress << rows << " rows read." << Qt::endl;
    }
}

Result<> Importer::send()
{
    if (m_part.rows.empty())
        return {};
    const auto taken = m_key.id.isEmpty() ? m_desk.check(m_key.workspace, m_part.rows) : m_desk.take(m_key, m_part);
    if (!taken)
        return taken.error();
    for (const wire::ImportItem& item : taken->reply.items) {
        if (item.outcome != wire::ImportItem::Outcome::Changed)
            m_progress << "line " << item.line << ": " << sentenceOf(item) << '\n';
    }
    m_counts += taken->counts;
    m_part.from += qint64(m_part.rows.size());
    m_part.rows.clear();
    return {};
}

}  // namespace refrain::service
