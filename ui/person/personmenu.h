#pragma once

#include <QPushButton>

class QAction;

namespace refrain::ui {

/// "More" in somebody's details: what is looked up rather than changed.
class PersonMenu final : public QPushButton {
    Q_OBJECT

public:
    explicit PersonMenu(QWidget* parent);

    /// Of the latest choice; empty: there is none.
    void setReceipt(const QString& id);
    [[nodiscard]] const QString& receipt() const { return m_receipt; }

    /// Only people have one.
    void setHasHome(bool has);

signals:
    void pageWanted();
    void homeWanted();
    void askWanted();
    void momentWanted();
    void receiptWanted();
    void linkCopyWanted();

private:
    QAction* m_homeAction;
    QAction* m_receiptAction;
    QString m_receipt;
};

}  // namespace refrain::ui
