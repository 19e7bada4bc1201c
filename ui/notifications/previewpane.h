#pragma once

#include "console/sending/notifications.h"
#include "ui/notifications/recipientrows.h"

#include <QWidget>

class QComboBox;
class QTableView;

namespace refrain::ui {

class NoteBox;
class TextLabel;

/// Who would get a message that is being written, and who would not, and why. Asks nobody.
class PreviewPane final : public QWidget {
    Q_OBJECT

public:
    PreviewPane(const Theme& theme, RecipientRows::NameOf nameOf, QWidget* parent);

    /// In place of the recipients: nobody is named yet, they are being asked about, or that failed.
    void showSentence(const QString& headline, const QString& sentence);
    void showPreview(const console::Preview& preview);
    [[nodiscard]] qint64 delivered() const { return m_delivered; }
    [[nodiscard]] qint64 skipped() const { return m_skipped; }

private:
    enum class Which { All, Skipped, Delivered };
    void showRows();
    [[nodiscard]] QString reasons() const;

    console::Preview m_preview;
    qint64 m_delivered = 0;
    qint64 m_skipped = 0;
    RecipientRows* m_rows;
    NoteBox* m_note;
    QComboBox* m_which;
    QTableView* m_table;
};

}  // namespace refrain::ui
