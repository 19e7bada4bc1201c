#include "console/imports/importfile.h"

#include <QDateTime>
#include <QFileInfo>
#include <QtConcurrentRun>

namespace refrain::console {

namespace {

constexpr qint64 guessedFrom = 64 * 1024;

Error unreadable(const QFile& file)
{
    return Error::notFound(QCoreApplication::translate("Import", "%1 cannot be read: %2")
                               .arg(QFileInfo(file).fileName(), file.errorString()));
}

Result<ImportSample> sampleOf(const QString& path, const std::optional<wire::RowFormat>& format, int most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file);
    ImportSample sample;
    sample.format = format ? *format : wire::guessRowFormat(file.peek(guessedFrom));
    wire::RowReader reader(file, sample.format);
    if (Result<> begun = reader.begin(); !begun)
        return begun.error();
    while (sample.rows.size() < size_t(most)) {
        Result<std::optional<wire::ImportRow>> row = reader.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        sample.rows.push_back(**std::move(row));
    }
    sample.columns = reader.columns();
    return sample;
}

}  // namespace

QFuture<Result<ImportSample>> readSample(const QString& path, std::optional<wire::RowFormat> format, int most)
{
    return QtConcurrent::run([path, format, most] { return sampleOf(path, format, most); });
}

Result<std::shared_ptr<ImportFile>> ImportFile::open(const Plan& plan)
{
    std::shared_ptr<ImportFile> file(new ImportFile(plan));
    if (!file->m_file.open(QIODevice::ReadOnly))
        return unreadable(file->m_file);
    file->m_size = file->m_file.size();
    file->m_reader.emplace(file->m_file, plan.format);
    return file;
}

Result<ImportFile::Piece> ImportFile::next(std::size_t most)
{
    Piece piece;
    piece.part.from = m_rows;
    piece.part.rows.reserve(most);
    while (piece.part.rows.size() < most) {
        const Result<std::optional<wire::ImportRow>> row = m_reader->next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        piece.part.rows.push_back(m_plan.mapping.mapped(**row));
    }
    m_rows += qint64(piece.part.rows.size());
    piece.readBytes = m_file.pos();
    return piece;
}

QString ImportFile::stamp() const
{
    const QFileInfo info(m_plan.path);
    return QString::number(info.size()) + QLatin1Char('/') + QString::number(info.lastModified().toMSecsSinceEpoch());
}

}  // namespace refrain::console
