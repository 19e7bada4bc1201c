#include "ui/insights/plotcard.h"

#include "ui/common/labels.h"
#include "ui/common/textrows.h"
#include "ui/insights/plotexport.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace refrain::ui {

namespace {

constexpr int emptyHeight = 72;

}  // namespace

PlotCard::PlotCard(const Theme& theme, const QString& id, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_id(id),
      m_title(new TextLabel(theme, TextRole::Heading, TextLabel::Fit::Elided, this)),
      m_summary(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this)),
      m_none(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this)),
      m_view(new PlotView(theme, id + QStringLiteral("Plot"), this)),
      m_table(new QTableView(this)),
      m_asTable(new QPushButton(this)),
      m_export(new QPushButton(tr("Export…"), this)),
      m_body(new QWidget(this))
{
    setObjectName(id + QStringLiteral("Card"));
    build();
    connect(m_view, &PlotView::opened, this, &PlotCard::open);
    const auto openRow = [this](const QModelIndex& index) {
        const int last = int(m_plot.slotNames.size()) - 1;
        open({qMax(0, index.column() - 1), m_plot.isOverTime ? last - index.row() : index.row()});
    };
    connect(m_table, &QTableView::activated, this, openRow);
    connect(m_asTable, &QPushButton::toggled, this, &PlotCard::showPane);
}

void PlotCard::build()
{
    m_summary->setColour(&Theme::muted);
    m_none->setColour(&Theme::muted);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setObjectName(m_id + QStringLiteral("None"));
    m_summary->setObjectName(m_id + QStringLiteral("Summary"));
    m_asTable->setObjectName(m_id + QStringLiteral("AsTable"));
    m_asTable->setCheckable(true);
    m_asTable->setText(tr("Table"));
    m_export->setObjectName(m_id + QStringLiteral("Export"));
    setUpTable(*m_table, m_theme, m_id + QStringLiteral("Table"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    auto* menu = new QMenu(m_export);
    menu->setObjectName(m_id + QStringLiteral("ExportMenu"));
    const std::pair<PlotFormat, QString> formats[] = {{PlotFormat::Svg, tr("Picture for print and web (SVG)…")},
                                                      {PlotFormat::Png, tr("Picture for messages (PNG)…")},
                                                      {PlotFormat::Csv, tr("Figures (CSV)…")}};
    for (const auto& [format, words] : formats) {
        QAction* act = menu->addAction(words);
        act->setObjectName(m_id + QStringLiteral("As") + suffixOf(format));
        connect(act, &QAction::triggered, this, [this, as = int(format)] { chooseFile(as); });
    }
    m_export->setMenu(menu);

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_asTable);
    head->addWidget(m_export);
    m_stack = new QStackedLayout(m_body);
    for (QWidget* pane : std::initializer_list<QWidget*>{m_view, m_table, m_none})
        m_stack->addWidget(pane);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 12, 12);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_summary);
    layout->addWidget(m_body);
    layout->addStretch(1);
}

void PlotCard::setPlot(const Plot& plot)
{
    m_plot = plot;
    m_title->setText(plot.title);
    m_summary->setText(plot.isEmpty() ? QString() : plot.summary);
    m_none->setText(plot.none);
    m_asTable->setAccessibleName(tr("%1 as a table").arg(plot.title));
    m_export->setAccessibleName(tr("Export %1").arg(plot.title));
    m_table->setAccessibleName(plot.title);
    m_export->setEnabled(!plot.isEmpty());
    m_asTable->setEnabled(!plot.isEmpty());
    m_view->setPlot(plot);
    m_body->setFixedHeight(plot.isEmpty() ? emptyHeight : m_view->sizeHint().height());
    fillTable();
    showPane();
}

void PlotCard::fillTable()
{
    QList<QStringList> rows = plotTable(m_plot, false);
    if (m_plot.isOverTime)
        std::reverse(rows.begin() + 1, rows.end());
    std::vector<TextRows::Column> columns;
    for (qsizetype i = 0; i < rows.first().size(); ++i)
        columns.push_back({rows.first().at(i), i == 0 ? Qt::AlignLeft : Qt::AlignRight});
    auto* model = new TextRows(std::move(columns), m_table);
    std::vector<TextRow> made;
    for (qsizetype i = 1; i < rows.size(); ++i) {
        TextRow row;
        row.id = QString::number(i);
        for (qsizetype column = 0; column < rows.at(i).size(); ++column)
            row.cells.push_back({rows.at(i).at(column), column == 0 ? Tone::Text : Tone::Muted, false, column > 0});
        made.push_back(std::move(row));
    }
    model->setRows(std::move(made));
    QAbstractItemModel* before = m_table->model();
    m_table->setModel(model);
    delete before;
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

QWidget* PlotCard::pane() const
{
    return m_stack->currentWidget();
}

void PlotCard::showPane()
{
    if (m_plot.isEmpty())
        m_stack->setCurrentWidget(m_none);
    else
        m_stack->setCurrentWidget(m_asTable->isChecked() ? static_cast<QWidget*>(m_table) : m_view);
}

void PlotCard::open(const PlotPlace& place)
{
    if (size_t(place.row) >= m_plot.series.size() || place.slot >= m_plot.slotNames.size())
        return;
    const PlotPoint& point = m_plot.series[size_t(place.row)].points[size_t(place.slot)];
    if (point.isThere() && point.target.kind != PlotTarget::Kind::None)
        emit opened(point.target);
}

void PlotCard::chooseFile(int format)
{
    const auto as = PlotFormat(format);
    const QString suffix = suffixOf(as);
    auto* dialog = new QFileDialog(this, tr("Export %1").arg(m_plot.title), QString(),
                                   QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->setObjectName(QStringLiteral("plotExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QStringLiteral("refrain-%1.%2").arg(m_id, suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, as](const QString& path) {
        const Result<> written = writePlot(m_plot, m_theme, as, path);
        emit said(written ? tr("Saved in %1.").arg(path) : written.error().message());
    });
    dialog->open();
}

void PlotCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.line);
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::noteRadius, metric::noteRadius);
}

}  // namespace refrain::ui
