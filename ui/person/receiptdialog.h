#pragma once

#include "console/person/receipt.h"
#include "ui/common/theme.h"

#include <QDialog>
#include <QTimeZone>

#include <optional>

class QPlainTextEdit;
class QPushButton;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class TextLabel;

/// A receipt: looked up by its ID, checked here, shown, copied into a ticket, saved as PDF or as evidence. open() it;
/// deletes itself when closed.
class ReceiptDialog final : public QDialog {
    Q_OBJECT

public:
    ReceiptDialog(const Theme& theme, const QTimeZone& zone, console::Desk& desk, const ReceiptId& id, QWidget* parent);

    /// What a file shall be called, less its end: "Refrain receipt R-1043-9F3A2B77C1".
    [[nodiscard]] QString fileName() const;
    /// Writes the PDF and says how that went.
    void savePdf(const QString& path);
    void saveEvidence(const QString& path);

signals:
    /// Somebody wants to see whom it is about.
    void subjectWanted(const refrain::SubjectId& subject);

private:
    void build();
    void take(const Result<console::Receipt>& receipt);
    void chooseFile(const QString& title, const QString& ending, void (ReceiptDialog::*save)(const QString&));
    void tell(const Result<>& done, const QString& sentence);
    [[nodiscard]] console::ReceiptWords words() const;

    const Theme& m_theme;
    console::Wording m_wording;
    console::Desk& m_desk;
    ReceiptId m_id;
    console::Receipts m_receipts;
    std::optional<console::Receipt> m_receipt;
    TextLabel* m_headline;
    TextLabel* m_checked;
    QPlainTextEdit* m_text;
    TextLabel* m_said;
    QPushButton* m_copy;
    QPushButton* m_pdf;
    QPushButton* m_evidence;
    QPushButton* m_person;
};

}  // namespace refrain::ui
