#include "console/bulk/rowsink.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cstdio>

#include <xlsxwriter.h>

namespace refrain::console {

namespace {

/// Excel's own limits.
constexpr lxw_row_t mostRows = 1'048'576;
constexpr qsizetype longestCell = 32'767;

/// A workbook that keeps one row in memory; what does not fit into a sheet goes on in another. Every cell is a string,
/// so that nothing in it is ever a formula.
class XlsxSink final : public RowSink {
public:
    explicit XlsxSink(const QString& path) : m_path(path) {}
    ~XlsxSink() override
    {
        if (m_book)
            workbook_close(m_book);
    }

    Result<> begin(const QStringList& titles) override
    {
        m_titles = titles;
        const QFileInfo place(m_path);
        m_temporary.setFileTemplate(place.path() + QStringLiteral("/.") + place.fileName() + QStringLiteral(".XXXXXX"));
        if (!m_temporary.open())
            return unwritable();
        m_temporary.close();
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        m_book = workbook_new_opt(QFile::encodeName(m_temporary.fileName()).constData(), &options);
        if (!m_book)
            return unwritable();
        m_bold = workbook_add_format(m_book);
        format_set_bold(m_bold);
        return addSheet();
    }

    Result<> add(const ExportedRow&, const QStringList& words) override
    {
        if (m_row == mostRows) {
            if (Result<> added = addSheet(); !added)
                return added;
        }
        return write(words, nullptr);
    }

    Result<> finish() override
    {
        const lxw_error closed = workbook_close(std::exchange(m_book, nullptr));
        if (closed != LXW_NO_ERROR)
            return unwritable();
        // The one rename that replaces an earlier file in one step.
        if (std::rename(QFile::encodeName(m_temporary.fileName()).constData(), QFile::encodeName(m_path).constData()) !=
            0)
            return unwritable();
        m_temporary.setAutoRemove(false);
        return {};
    }

private:
    QString m_path;
    QTemporaryFile m_temporary;
    QStringList m_titles;
    lxw_workbook* m_book = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_bold = nullptr;
    lxw_row_t m_row = 0;

    Result<> addSheet()
    {
        m_sheet = workbook_add_worksheet(m_book, nullptr);
        if (!m_sheet)
            return unwritable();
        m_row = 0;
        worksheet_freeze_panes(m_sheet, 1, 0);
        worksheet_set_column(m_sheet, 0, 0, 14, nullptr);
        worksheet_set_column(m_sheet, 1, 3, 28, nullptr);
        worksheet_set_column(m_sheet, 4, lxw_col_t(m_titles.size() - 1), 20, nullptr);
        return write(m_titles, m_bold);
    }

    Result<> write(const QStringList& cells, lxw_format* format)
    {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const QByteArray text = cells.at(i).left(longestCell).toUtf8();
            if (!text.isEmpty() &&
                worksheet_write_string(m_sheet, m_row, lxw_col_t(i), text.constData(), format) != LXW_NO_ERROR)
                return unwritable();
        }
        ++m_row;
        return {};
    }
};

}  // namespace

std::unique_ptr<RowSink> makeXlsxSink(const QString& path)
{
    return std::make_unique<XlsxSink>(path);
}

}  // namespace refrain::console
