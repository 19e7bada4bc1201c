#include "ui/imports/importform.h"

#include "ui/common/labels.h"
#include "ui/common/whendone.h"
#include "ui/imports/importwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMimeData>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

constexpr int shownRows = 5;
constexpr qsizetype longestCell = 120;
constexpr int columnWidth = 130;
constexpr int pairsFrom = 560;
constexpr const char* mappedFields[] = {"subject", "category", "state", "reason", "ticket", "at"};
/// A choice of a combo box: a column of the file, or something that holds for all rows.
constexpr int isColumn = Qt::UserRole + 1;

}  // namespace

ImportForm::ImportForm(const Theme& theme, QWidget* parent)
    : FormPage(theme, QStringLiteral("import"), parent),
      m_choose(new QPushButton(tr("Choose a file…"), body())),
      m_name(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Elided, body())),
      m_encoding(new QComboBox(body())),
      m_delimiter(new QComboBox(body())),
      m_header(new QCheckBox(tr("The first line names the columns"), body())),
      m_rows(new QTableWidget(body())),
      m_ownWish(new QCheckBox(tr("They asked for it themselves: only they turn it back"), body()))
{
    setAcceptDrops(true);
    setFocusProxy(m_choose);
    setHead(tr("Import choices"),
            tr("From CSV or JSON Lines, such as the list of who left in another tool. Every row is checked before "
               "anything is changed, nobody is opted in against a no, and the whole import can be undone."));
    addWidget(buildFile());
    m_format = buildFormat();
    addWidget(m_format);
    m_rows->setObjectName(QStringLiteral("importRows"));
    m_rows->setAccessibleName(tr("The first rows of the file"));
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setSelectionMode(QAbstractItemView::NoSelection);
    m_rows->setTabKeyNavigation(false);
    m_rows->verticalHeader()->hide();
    m_rows->verticalHeader()->setDefaultSectionSize(metric::compactRowHeight);
    m_rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    addWidget(m_rows);
    buildMapping();
    m_ownWish->setObjectName(QStringLiteral("importOwnWish"));
    addWidget(m_ownWish);
    refresh();
}

QWidget* ImportForm::buildFile()
{
    auto* box = new QWidget(body());
    m_choose->setObjectName(QStringLiteral("importChoose"));
    m_name->setObjectName(QStringLiteral("importName"));
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_choose);
    row->addWidget(m_name, 1);
    connect(m_choose, &QPushButton::clicked, this, &ImportForm::chooseFile);
    return box;
}

QWidget* ImportForm::buildFormat()
{
    using Encoding = wire::RowFormat::Encoding;
    auto* box = new QWidget(body());
    m_encoding->setObjectName(QStringLiteral("importEncoding"));
    for (const Encoding encoding : {Encoding::Utf8, Encoding::Western, Encoding::Utf16Le, Encoding::Utf16Be})
        m_encoding->addItem(ImportWords::encoding(encoding), int(encoding));
    m_delimiter->setObjectName(QStringLiteral("importDelimiter"));
    m_delimiter->addItem(tr("Comma"), int(','));
    m_delimiter->addItem(tr("Semicolon"), int(';'));
    m_delimiter->addItem(tr("Tab"), int('\t'));
    m_delimiter->addItem(tr("Vertical bar"), int('|'));
    m_delimiter->addItem(tr("JSON Lines"), 0);
    m_header->setObjectName(QStringLiteral("importHeader"));
    auto* row = m_formatRow = new QBoxLayout(QBoxLayout::LeftToRight);
    row->setSpacing(12);
    for (QComboBox* choice : {m_encoding, m_delimiter})
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row->addWidget(new FormField(theme(), tr("Characters"), m_encoding, box), 1);
    row->addWidget(new FormField(theme(), tr("Columns parted by"), m_delimiter, box), 1);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addLayout(row);
    layout->addWidget(m_header);
    const auto again = [this] {
        if (!m_filling)
            readAgain(false);
    };
    connect(m_encoding, &QComboBox::currentIndexChanged, this, again);
    connect(m_delimiter, &QComboBox::currentIndexChanged, this, again);
    connect(m_header, &QCheckBox::toggled, this, again);
    return box;
}

void ImportForm::buildMapping()
{
    auto* box = new QWidget(body());
    m_grid = new QGridLayout(box);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(10);
    for (const char* field : mappedFields) {
        auto* choice = new QComboBox(body());
        choice->setObjectName(QStringLiteral("importField_") + QLatin1String(field));
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        const QString name = QString::fromLatin1(field);
        m_columns.emplace(name, choice);
        auto* shown = new FormField(theme(), ImportWords::field(field), choice, box);
        m_fields.emplace(name, shown);
        connect(choice, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_filling)
                refresh();
        });
    }
    arrange(true);
    addWidget(box);
}

/// In pairs, or below each other where two have no room.
void ImportForm::arrange(bool inPairs)
{
    const int columns = inPairs ? 2 : 1;
    int place = 0;
    for (const char* field : mappedFields) {
        FormField* shown = m_fields.at(QLatin1String(field));
        m_grid->removeWidget(shown);
        m_grid->addWidget(shown, place / columns, place % columns);
        ++place;
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, inPairs ? 1 : 0);
    m_formatRow->setDirection(inPairs ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ImportForm::resizeEvent(QResizeEvent* event)
{
    FormPage::resizeEvent(event);
    arrange(width() >= pairsFrom);
}

void ImportForm::clear(const std::vector<Category>& categories)
{
    m_categories = categories;
    m_path.clear();
    m_sample = {};
    ++m_generation;
    clearProblems();
    m_ownWish->setChecked(false);
    refresh();
    m_choose->setFocus();
}

void ImportForm::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Import a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("importFileDialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Lists (*.csv *.tsv *.txt *.jsonl *.ndjson *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportForm::setFile);
    dialog->open();
}

void ImportForm::setFile(const QString& path)
{
    m_path = path;
    readAgain(true);
}

void ImportForm::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void ImportForm::dropEvent(QDropEvent* event)
{
    setFile(event->mimeData()->urls().front().toLocalFile());
}

wire::RowFormat ImportForm::chosenFormat() const
{
    wire::RowFormat format;
    format.encoding = wire::RowFormat::Encoding(m_encoding->currentData().toInt());
    const int delimiter = m_delimiter->currentData().toInt();
    format.isJson = delimiter == 0;
    format.delimiter = format.isJson ? ',' : char(delimiter);
    format.hasHeader = m_header->isChecked();
    return format;
}

void ImportForm::readAgain(bool guessing)
{
    if (m_path.isEmpty())
        return;
    clearProblems();
    const auto format = guessing ? std::nullopt : std::optional(chosenFormat());
    whenDone(console::readSample(m_path, format, shownRows), this,
             [this, guessing, generation = ++m_generation](const Result<console::ImportSample>& sample) {
                 if (generation == m_generation)
                     take(sample, guessing);
             });
}

void ImportForm::take(const Result<console::ImportSample>& sample, bool guessing)
{
    if (!sample) {
        m_sample = {};
        setProblem(sample.error());
        refresh();
        return;
    }
    const bool sameColumns = !guessing && m_sample.columns == sample->columns;
    m_sample = *sample;
    showFormat();
    showRows();
    if (!sameColumns)
        offerColumns();
    refresh();
    if (guessing)
        m_columns.at(QStringLiteral("category"))->setFocus();
}

void ImportForm::showFormat()
{
    const QScopedValueRollback guard(m_filling, true);
    const wire::RowFormat& format = m_sample.format;
    m_encoding->setCurrentIndex(m_encoding->findData(int(format.encoding)));
    m_delimiter->setCurrentIndex(m_delimiter->findData(format.isJson ? 0 : int(format.delimiter)));
    m_header->setChecked(format.hasHeader);
    m_header->setEnabled(!format.isJson);
}

void ImportForm::showRows()
{
    const QStringList& columns = m_sample.columns;
    m_rows->clear();
    m_rows->setRowCount(int(m_sample.rows.size()));
    m_rows->setColumnCount(int(columns.size()));
    for (int column = 0; column < columns.size(); ++column) {
        const QString& name = columns.at(column);
        const QString title = m_sample.format.hasHeader || m_sample.format.isJson ? name : tr("Column %1").arg(name);
        m_rows->setHorizontalHeaderItem(column, new QTableWidgetItem(title.simplified().left(longestCell)));
        for (int row = 0; row < int(m_sample.rows.size()); ++row) {
            const QString text = m_sample.rows[size_t(row)].fields.value(name);
            m_rows->setItem(row, column, new QTableWidgetItem(text.simplified().left(longestCell)));
        }
    }
    m_rows->horizontalHeader()->setSectionResizeMode(columns.size() <= 5 ? QHeaderView::Stretch
                                                                         : QHeaderView::Interactive);
    m_rows->horizontalHeader()->setDefaultSectionSize(columnWidth);
    m_rows->setFixedHeight(m_rows->horizontalHeader()->sizeHint().height() +
                           int(m_sample.rows.size()) * metric::compactRowHeight +
                           (columns.size() <= 5 ? 2 : m_rows->horizontalScrollBar()->sizeHint().height() + 2));
}

void ImportForm::offerColumns()
{
    const QScopedValueRollback guard(m_filling, true);
    const console::ColumnMapping guess = console::ColumnMapping::guess(m_sample.columns, m_sample.rows, m_categories);
    for (const auto& [field, choice] : m_columns) {
        choice->clear();
        if (field == QLatin1String("category")) {
            // Never guessed: a wrong one would turn off what nobody meant. What reaches furthest comes last.
            choice->addItem(tr("Choose the messages"), QString());
            for (const bool isAll : {false, true}) {
                for (const Category& category : m_categories) {
                    if (!category.required && !category.archived && (category.slug == everyCategory()) == isAll)
                        choice->addItem(isAll ? tr("All optional messages") : category.title, category.slug.toString());
                }
            }
        } else if (field == QLatin1String("state")) {
            choice->addItem(tr("All of them opt out"), QStringLiteral("opted_out"));
        } else {
            choice->addItem(field == QLatin1String("subject") ? tr("Choose the column") : tr("Not in the file"),
                            QString());
        }
        for (const QString& column : m_sample.columns) {
            const bool isNumber = !m_sample.format.hasHeader && !m_sample.format.isJson;
            choice->addItem(tr("Column %1").arg(isNumber ? column : QStringLiteral("“%1”").arg(column.left(80))),
                            column);
            choice->setItemData(choice->count() - 1, true, isColumn);
        }
        if (const QString column = guess.columns.value(field); !column.isEmpty())
            setChoice(field.toLatin1().constData(), column);
    }
}

void ImportForm::setChoice(const char* field, const QString& column)
{
    QComboBox* choice = m_columns.at(QLatin1String(field));
    for (int i = 0; i < choice->count(); ++i) {
        if (choice->itemData(i, isColumn).toBool() && choice->itemData(i).toString() == column)
            choice->setCurrentIndex(i);
    }
}

bool ImportForm::isReady() const
{
    return !m_sample.columns.isEmpty() && m_columns.at(QStringLiteral("subject"))->currentData(isColumn).toBool() &&
           !m_columns.at(QStringLiteral("category"))->currentData().toString().isEmpty();
}

void ImportForm::refresh()
{
    const bool has = !m_sample.columns.isEmpty();
    m_name->setText(m_path.isEmpty() ? tr("Or drop it here.") : QFileInfo(m_path).fileName());
    m_name->setColour(m_path.isEmpty() ? &Theme::muted : &Theme::text);
    m_format->setVisible(has);
    m_rows->setVisible(has);
    m_ownWish->setVisible(has);
    for (const auto& [field, shown] : m_fields) {
        // Of what few files have only that is offered which this one seems to have.
        const bool isRare =
            field == QLatin1String("reason") || field == QLatin1String("ticket") || field == QLatin1String("at");
        shown->setVisible(has && (!isRare || m_sample.columns.size() > 2));
    }
    setSave(tr("Check every row"), isReady());
}

console::ImportFile::Plan ImportForm::plan() const
{
    console::ImportFile::Plan plan;
    plan.path = m_path;
    plan.format = m_sample.format;
    for (const auto& [field, choice] : m_columns) {
        const QString value = choice->currentData().toString();
        if (value.isEmpty())
            continue;
        if (choice->currentData(isColumn).toBool())
            plan.mapping.columns.insert(field, value);
        else
            plan.mapping.same.insert(field, value);
    }
    // Who left the cell empty is on the list all the same.
    if (!plan.mapping.same.contains(QStringLiteral("state")))
        plan.mapping.same.insert(QStringLiteral("state"), QStringLiteral("opted_out"));
    if (m_ownWish->isChecked())
        plan.mapping.same.insert(QStringLiteral("requestedBy"), QStringLiteral("person"));
    plan.mapping.know(m_categories);
    return plan;
}

}  // namespace refrain::ui
