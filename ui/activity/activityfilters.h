#pragma once

#include "base/clock.h"
#include "console/audit/auditreader.h"
#include "ui/common/personfield.h"

#include <QTimeZone>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QPushButton;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

/// What the Activity screen is asked for: for whom, by whom, about what, how and when.
class ActivityFilters final : public QWidget {
    Q_OBJECT

public:
    ActivityFilters(const Clock& clock, const QTimeZone& zone, console::Desk& desk, QWidget* parent);

    [[nodiscard]] console::AuditFilter filter() const;
    /// True where both ask the same, but for a beginning that goes on with the clock.
    [[nodiscard]] bool asksSame(const console::AuditFilter& other) const;
    /// Asks for exactly this, whatever was asked before; does not tell.
    void setFilter(const console::AuditFilter& filter);
    void reset() { setFilter({}); }
    /// In one row where they fit with their words, else in two.
    void arrange(bool isOneRow);
    /// Stands for Refrain itself among those who did something: no user of Slack has this ID.
    [[nodiscard]] static QString refrainItself() { return QStringLiteral("@refrain"); }
    /// Titles by slug, for the log's lines.
    [[nodiscard]] const QHash<CategorySlug, QString>& titles() const { return m_titles; }

    [[nodiscard]] PersonField& whom() const { return *m_whom; }
    [[nodiscard]] PersonField& actor() const { return *m_actor; }
    [[nodiscard]] QPushButton& exportButton() const { return *m_export; }

signals:
    void changed();
    void titlesChanged();

private:
    void build();
    void fillCategories();
    void chooseCategory(const console::AuditFilter& filter);
    [[nodiscard]] QString choicesText(const console::AuditFilter& filter) const;
    void choosePeriod(const console::AuditFilter& filter);

    const Clock& m_clock;
    QTimeZone m_zone;
    console::Desk& m_desk;
    PersonField* m_whom;
    PersonField* m_actor;
    QComboBox* m_category;
    QComboBox* m_source;
    QComboBox* m_period;
    QPushButton* m_export;
    QGridLayout* m_grid;
    QHash<CategorySlug, QString> m_titles;
    console::AuditFilter m_named;  ///< Of its choices, that which a plot named.
    std::optional<Millis> m_from;  ///< Of the period that somebody else named.
    std::optional<Millis> m_to;
};

}  // namespace refrain::ui
