#pragma once

#include "console/sending/recipientlist.h"
#include "console/sending/recipientwish.h"
#include "ui/common/theme.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class PersonField;
class TextLabel;

/// To whom something goes that is sent again and again: a choice in plain words, not a list that grows old.
class RecipientField final : public QWidget {
    Q_OBJECT

public:
    /// `name` begins the names of its parts. `mayAsk`: naming nobody is a choice too. The desk outlives this.
    RecipientField(const Theme& theme, console::Desk& desk, const QString& name, bool mayAsk, QWidget* parent);
    ~RecipientField() override;

    void setQuery(const RecipientQuery& query);
    [[nodiscard]] RecipientQuery query() const { return m_wish.query(); }
    /// Somebody is meant, and a list has been read to its end.
    [[nodiscard]] bool isComplete() const;

signals:
    void edited();

private:
    using To = console::RecipientWish::To;
    void showChoice();
    void readList();
    void takeList(const console::RecipientList& list);

    console::Desk& m_desk;
    QComboBox* m_to;
    PersonField* m_channel;
    QCheckBox* m_withoutGuests;
    QPlainTextEdit* m_list;
    TextLabel* m_trouble;
    console::RecipientWish m_wish;
    QTimer m_readSoon;
    console::CancelFlag m_cancelled;
    bool m_isReading = false;
};

/// "All active people", "who is in #design, no guests".
[[nodiscard]] QString recipientWords(console::Desk& desk, const RecipientQuery& query);

}  // namespace refrain::ui
