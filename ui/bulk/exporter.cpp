#include "ui/bulk/exporter.h"

#include "ui/common/timetext.h"

#include <QFileDialog>
#include <QFileInfo>

namespace refrain::ui {

using console::ExportFormat;

namespace {

ExportFormat formatOf(const QString& path)
{
    for (const ExportFormat format : {ExportFormat::JsonLines, ExportFormat::Xlsx}) {
        if (path.endsWith(console::suffixOf(format), Qt::CaseInsensitive))
            return format;
    }
    return ExportFormat::Csv;
}

}  // namespace

Exporter::Exporter(const Clock& clock, BulkWords words, QWidget* screen)
    : QObject(screen), m_clock(clock), m_words(std::move(words)), m_screen(screen)
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, &Exporter::progressed);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &Exporter::finished);
}

Exporter::~Exporter()
{
    m_watcher.cancel();
}

void Exporter::begin(console::RowExport plan)
{
    if (isUnderWay()) {
        emit said(tr("Another export is under way. Wait until it is done, or stop it."));
        return;
    }
    delete m_dialog;
    const QString title = tr("Export %1").arg(m_words.many(qint64(plan.rows.size())));
    m_plan = std::move(plan);
    m_dialog = new QFileDialog(
        m_screen, title, m_folder,
        QStringList{tr("Excel (*.xlsx)"), tr("CSV (*.csv)"), tr("JSON Lines (*.jsonl)")}.join(QStringLiteral(";;")));
    m_dialog->setObjectName(QStringLiteral("exportDialog"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setAcceptMode(QFileDialog::AcceptSave);
    m_dialog->setDefaultSuffix(QStringLiteral("xlsx"));
    m_dialog->selectFile(m_plan.channels ? QStringLiteral("channels.xlsx") : QStringLiteral("people.xlsx"));
    connect(m_dialog, &QFileDialog::filterSelected, m_dialog, [dialog = m_dialog.data()](const QString& filter) {
        const int star = int(filter.indexOf(u'*'));
        dialog->setDefaultSuffix(filter.mid(star + 2, filter.indexOf(u')') - star - 2));
    });
    connect(m_dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { writeTo(path, formatOf(path)); });
    m_dialog->open();
}

void Exporter::writeTo(const QString& path, ExportFormat format)
{
    m_folder = QFileInfo(path).path();
    m_plan.path = path;
    m_plan.format = format;
    m_startedAt = m_clock.now();
    m_watcher.setFuture(console::exportRows(std::move(m_plan)));
    m_plan = {};
    m_plan.path = path;
    emit progressed();
}

void Exporter::cancel()
{
    m_watcher.cancel();
}

QString Exporter::progressText() const
{
    if (!isUnderWay())
        return {};
    const console::BulkRun::Progress progress{m_watcher.progressValue(), m_watcher.progressMaximum(), m_startedAt, 0};
    return tr("Exporting: %1", "how far").arg(BulkWords::pace(progress, m_clock.now()));
}

int Exporter::thousandths() const
{
    return int(qint64(m_watcher.progressValue()) * 1'000 / qMax(1, m_watcher.progressMaximum()));
}

void Exporter::finished()
{
    const QString name = QFileInfo(m_plan.path).fileName();
    if (m_watcher.isCanceled() || m_watcher.future().resultCount() == 0)
        emit said(tr("The export was stopped. There is no file."));
    else if (const Result<qint64> written = m_watcher.result(); written)
        emit said(tr("Exported %1 to %2.").arg(m_words.many(*written), name));
    else
        emit said(written.error().message());
    emit progressed();
}

}  // namespace refrain::ui
