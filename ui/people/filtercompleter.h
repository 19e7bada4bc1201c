#pragma once

#include "console/table/filter/filteroffers.h"

#include <QObject>

class QCompleter;
class QStringListModel;

namespace refrain::console {
class SubjectTable;
}

namespace refrain::ui {

class FilterField;

/// Offers the words of the filter's language below the field while one is being typed, each with what it means. Down
/// leads into the offers, Enter or Tab takes one, Escape closes them; Ctrl+Space offers all there is.
class FilterCompleter final : public QObject {
    Q_OBJECT

public:
    /// Both outlive this.
    FilterCompleter(FilterField& field, const console::SubjectTable& table, QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void offer(bool isAsked);
    void take(int row);

    FilterField& m_field;
    const console::SubjectTable& m_table;
    QStringListModel* m_model;
    QCompleter* m_completer;
    console::FilterOffers m_offers;
};

}  // namespace refrain::ui
