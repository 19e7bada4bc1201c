#pragma once

#include "base/clock.h"
#include "console/desk/subjectdetail.h"
#include "console/table/cell.h"
#include "ui/common/inspectorpane.h"
#include "ui/common/theme.h"

#include <QHash>
#include <QTimeZone>
#include <QTimer>

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace refrain::ui {

class CategoryRow;
class AsOfBar;
class HistoryList;
class NoteBox;
class ReasonForm;
class PersonMenu;
class TextLabel;

/// Everything about one person or channel: what would happen to a message now and why, each category with how it came
/// to its state, who asked, what happened before. Shows values; asks nobody.
class SubjectInspector final : public InspectorPane {
    Q_OBJECT

public:
    SubjectInspector(const Theme& theme, const Clock& clock, const QTimeZone& zone, const QString& name,
                     QWidget* parent = nullptr);

    /// Nobody is selected.
    void showNothing();
    /// What is known at once, from the table alone; the rest of the former subject goes.
    void showSubject(const Subject& subject, int namesakes);
    /// `about`: the category whose note stands on top; empty: the most telling one.
    void showDetail(const console::SubjectDetail& detail, const CategorySlug& about);
    void showFailure(const QString& sentence);
    /// Earlier lines of the time line.
    void showEarlier(const console::SubjectDetail& detail);
    /// Which moment is looked at; none: now.
    [[nodiscard]] std::optional<Millis> moment() const;
    [[nodiscard]] QString earlierFrom() const { return m_detail ? m_historyNext : QString(); }
    [[nodiscard]] bool hasDetail() const { return m_detail.has_value(); }
    void setCells(const QHash<CategorySlug, console::Cell>& cells);
    /// Why changes of this subject were refused or failed, by category.
    void setProblems(const QHash<CategorySlug, QString>& problems);
    /// Without contact nothing here claims to be so now; `since` in words, empty where no contact is known of.
    void setContact(bool online, const QString& since);
    void setUndoText(const QString& text);
    void setMayChange(bool may);

    [[nodiscard]] ReasonForm& reasonForm() { return *m_form; }

signals:
    void toggleWanted(const refrain::CategorySlug& category);
    void stopAllWanted();
    void linkWanted();
    void undoWanted();
    void namesakesWanted(const QString& name);
    void subjectWanted(const refrain::SubjectId& subject);
    /// The details were not there in time.
    void detailLate();
    /// Another moment is looked at, or now again.
    void momentChanged();
    void earlierWanted();
    void pageWanted();
    void homeWanted();
    void askWanted();
    void receiptWanted(const QString& id);
    void notificationWanted(const QString& id);
    void runWanted(const QString& id);
    void linkCopyWanted();

private:
    void build();
    QWidget* buildActions();
    void showNote();
    /// What may be done here, which depends on whose details of when they are.
    void showActs();
    [[nodiscard]] QString verdict(const console::CategoryDetail& detail, bool isCurrent) const;
    void showRows(const console::SubjectDetail& detail);
    void showLinked(const console::SubjectDetail& detail);
    void clearDetail();
    void connectParts();
    void showPastRows(const console::SubjectDetail& detail);

    const Theme& m_theme;
    const Clock& m_clock;
    QTimeZone m_zone;
    Subject m_subject;
    TextLabel* m_name;
    TextLabel* m_about;
    QPushButton* m_namesakes;
    NoteBox* m_note;
    QVBoxLayout* m_rowLayout;
    QList<CategoryRow*> m_rows;
    ReasonForm* m_form;
    QPushButton* m_stopAll;
    QPushButton* m_copyId;
    QPushButton* m_undo;
    QPushButton* m_link;
    PersonMenu* m_more;
    AsOfBar* m_asOf;
    HistoryList* m_history;
    QVBoxLayout* m_linkedLayout;
    QWidget* m_linked;
    QHash<CategorySlug, console::Cell> m_cells;
    std::optional<console::SubjectDetail> m_detail;  ///< What the note was made from.
    CategorySlug m_noteAbout;
    bool m_online = true;
    bool m_mayChange = true;
    bool m_isReachable = true;
    QString m_lastContact;
    QString m_historyNext;
    QTimer m_late;  ///< Runs while another row's details stand here and this one's are fetched.
};

/// "bea@acme.test · U02AB3CD4 · Berlin, 14:20 there": what tells one subject from another.
[[nodiscard]] QString subjectLine(const Subject& subject, Millis now);
/// The category of which the note speaks where nobody pointed at one: a choice of the person's own before a default.
[[nodiscard]] CategorySlug mostTelling(const console::SubjectDetail& detail);
/// The receipt of the latest choice that the time line shows; empty: there is none.
[[nodiscard]] QString latestReceipt(const console::SubjectDetail& detail);
/// What they chose and when, newest first.
[[nodiscard]] std::vector<std::pair<Millis, QString>> choicesIn(const console::SubjectDetail& detail);

}  // namespace refrain::ui
