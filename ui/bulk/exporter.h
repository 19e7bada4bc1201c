#pragma once

#include "console/bulk/rowexport.h"
#include "ui/bulk/bulkwords.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

class QFileDialog;

namespace refrain::ui {

/// Asks where to, writes rows there in the background, and says how far it is. One at a time.
class Exporter final : public QObject {
    Q_OBJECT

public:
    /// REQUIRES: the clock outlives it; `screen` is its parent.
    Exporter(const Clock& clock, BulkWords words, QWidget* screen);
    ~Exporter() override;

    /// All but path and format are the caller's.
    void begin(console::RowExport plan);
    void writeTo(const QString& path, console::ExportFormat format);
    void cancel();
    [[nodiscard]] bool isUnderWay() const { return m_watcher.isRunning(); }
    /// "Exporting 300 people: 100 of 300 · …"
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] int thousandths() const;

signals:
    void progressed();
    void said(const QString& sentence);

private:
    void finished();

    const Clock& m_clock;
    BulkWords m_words;
    QWidget* m_screen;
    QPointer<QFileDialog> m_dialog;
    console::RowExport m_plan;
    QFutureWatcher<Result<qint64>> m_watcher;
    Millis m_startedAt = 0;
    QString m_folder;
};

}  // namespace refrain::ui
