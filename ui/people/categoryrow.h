#pragma once

#include "console/desk/subjectdetail.h"
#include "console/table/cell.h"
#include "ui/common/theme.h"

#include <QWidget>

class QTimeZone;

namespace refrain::ui {

class StateChip;
class TextLabel;

/// One category in the inspector: its name, how it came to its state and who may turn it back, and its switch.
class CategoryRow final : public QWidget {
    Q_OBJECT

public:
    CategoryRow(const Theme& theme, const QTimeZone& zone, QWidget* parent);

    void setDetail(const console::CategoryDetail& detail);
    /// Says nothing of who and when: that of another row does not stand here while this one's is fetched.
    void clearDetail();
    void setCell(const console::Cell& cell);
    /// The past is only looked at.
    void setChangeable(bool may);
    /// Why a change was refused, in place of what is usually said; empty takes it away.
    void setProblem(const QString& sentence);
    [[nodiscard]] const CategorySlug& category() const { return m_slug; }

signals:
    void activated(const refrain::CategorySlug& category);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    const QTimeZone& m_zone;
    Category m_category;
    CategorySlug m_slug;
    TextLabel* m_title;
    TextLabel* m_sentence;
    TextLabel* m_waiting;
    TextLabel* m_problem;
    StateChip* m_chip;
};

}  // namespace refrain::ui
