#include "console/bulk/rowsink.h"

#include "console/bulk/csv.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace refrain::console {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(refrain::console::RowExport)
};

class CsvSink final : public RowSink {
public:
    explicit CsvSink(const QString& path) : m_file(path) {}

    Result<> begin(const QStringList& titles) override
    {
        if (!m_file.open(QIODevice::WriteOnly))
            return unwritable();
        m_file.write(byteOrderMark);
        return write(csvLine(titles));
    }
    Result<> add(const ExportedRow&, const QStringList& words) override { return write(csvLine(words)); }
    Result<> finish() override { return m_file.commit() ? Result<>() : Result<>(unwritable()); }

private:
    QSaveFile m_file;

    Result<> write(const QByteArray& line)
    {
        return m_file.write(line) == line.size() ? Result<>() : Result<>(unwritable());
    }
};

QJsonObject jsonOf(const Cell& cell)
{
    QJsonObject object{{QStringLiteral("state"), toString(cell.own.state)},
                       {QStringLiteral("effective"),
                        cell.delivers && !cell.unreachable ? QStringLiteral("deliver") : QStringLiteral("skip")},
                       {QStringLiteral("version"), cell.own.version}};
    if (cell.snoozedUntil)
        object.insert(QStringLiteral("snoozedUntil"), toRfc3339(*cell.snoozedUntil));
    return object;
}

class JsonLinesSink final : public RowSink {
public:
    explicit JsonLinesSink(const RowExport& plan) : m_file(plan.path), m_categories(plan.table.categories) {}

    Result<> begin(const QStringList&) override
    {
        return m_file.open(QIODevice::WriteOnly) ? Result<>() : Result<>(unwritable());
    }
    Result<> add(const ExportedRow& row, const QStringList&) override
    {
        const Subject& who = row.subject;
        QJsonObject preferences{{everyCategory().toString(), jsonOf(row.cells.front())}};
        for (size_t i = 0; i < m_categories.size(); ++i)
            preferences.insert(m_categories[i].slug.toString(), jsonOf(row.cells[i + 1]));
        const QJsonObject object{
            {QStringLiteral("id"), who.id.toString()},   {QStringLiteral("kind"), toString(who.kind)},
            {QStringLiteral("name"), who.name},          {QStringLiteral("displayName"), who.displayName},
            {QStringLiteral("email"), who.email},        {QStringLiteral("title"), who.title},
            {QStringLiteral("topic"), who.topic},        {QStringLiteral("role"), toString(who.role)},
            {QStringLiteral("deleted"), who.deleted},    {QStringLiteral("bot"), who.bot},
            {QStringLiteral("archived"), who.archived},  {QStringLiteral("private"), who.isPrivate},
            {QStringLiteral("preferences"), preferences}};
        const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
        return m_file.write(line) == line.size() ? Result<>() : Result<>(unwritable());
    }
    Result<> finish() override { return m_file.commit() ? Result<>() : Result<>(unwritable()); }

private:
    QSaveFile m_file;
    std::vector<Category> m_categories;
};

}  // namespace

std::unique_ptr<RowSink> RowSink::make(const RowExport& plan)
{
    switch (plan.format) {
        case ExportFormat::Csv: return std::make_unique<CsvSink>(plan.path);
        case ExportFormat::JsonLines: return std::make_unique<JsonLinesSink>(plan);
        case ExportFormat::Xlsx: return makeXlsxSink(plan.path);
    }
    return {};
}

Error RowSink::unwritable()
{
    return Error::unavailable(
        Text::tr("The file could not be written to its end, so there is none. Choose another place."));
}

}  // namespace refrain::console
