#pragma once

#include "console/imports/importfile.h"
#include "ui/common/formpage.h"

#include <map>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QTableWidget;

namespace refrain::ui {

/// Which file is imported, how it is written, and what its columns mean. Guesses all of it, and lets all of it be
/// changed; shows the first rows as they are read.
class ImportForm final : public FormPage {
    Q_OBJECT

public:
    ImportForm(const Theme& theme, QWidget* parent);

    /// Begins anew: no file.
    void clear(const std::vector<Category>& categories);
    /// As if it had been chosen.
    void setFile(const QString& path);
    [[nodiscard]] console::ImportFile::Plan plan() const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildFile();
    QWidget* buildFormat();
    void buildMapping();
    void arrange(bool inPairs);
    void chooseFile();
    void readAgain(bool guessing);
    void take(const Result<console::ImportSample>& sample, bool guessing);
    void showFormat();
    void showRows();
    void offerColumns();
    void setChoice(const char* field, const QString& column);
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] wire::RowFormat chosenFormat() const;
    void refresh();

    QString m_path;
    console::ImportSample m_sample;
    std::vector<Category> m_categories;
    quint64 m_generation = 0;
    bool m_filling = false;
    QPushButton* m_choose;
    TextLabel* m_name;
    QWidget* m_format;
    QComboBox* m_encoding;
    QComboBox* m_delimiter;
    QCheckBox* m_header;
    QTableWidget* m_rows;
    QBoxLayout* m_formatRow = nullptr;
    QGridLayout* m_grid = nullptr;
    std::map<QString, QComboBox*> m_columns;  // by field
    std::map<QString, FormField*> m_fields;
    QCheckBox* m_ownWish;
};

}  // namespace refrain::ui
