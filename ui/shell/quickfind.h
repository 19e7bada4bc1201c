#pragma once

#include "base/id.h"
#include "console/find/findjob.h"
#include "ui/shell/findoffer.h"

#include <QObject>

class QLineEdit;

namespace refrain::console {
class Desk;
class SubjectTable;
}  // namespace refrain::console

namespace refrain::ui {

class FindList;
struct Theme;

/// The Ctrl+K box: people, channels, categories, actions and settings as one types, the best first; Enter takes the
/// marked one. "bea rem" turns Reminders off for Bea; where several are called so, one is chosen first. A million
/// people are searched off this thread.
class QuickFind final : public QObject {
    Q_OBJECT

public:
    using Commands = std::function<FindOffers()>;
    using Records = std::function<FindOffers(const QString&)>;

    /// The popup lies over `box`'s window. Desk and box outlive this. `commands`: all actions and settings there are
    /// now; `records`: what a typed id or link stands for.
    QuickFind(const Theme& theme, QLineEdit& box, console::Desk& desk, Commands commands, Records records = {});
    ~QuickFind() override;

    void begin();

signals:
    void found(const refrain::SubjectId& subject);
    void turnOffWanted(const refrain::SubjectId& subject, const refrain::CategorySlug& category);
    void categoryWanted(const refrain::CategorySlug& category);
    /// All whom these words may mean, in the table of people.
    void allWanted(const QString& words);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void show(const console::FindAnswer& answer);
    void place();
    void addSubjects(FindOffers& offers, const console::SubjectTable& table,
                     const std::vector<console::FoundSubject>& found);
    void addChanges(FindOffers& offers, const console::FindAnswer& answer);
    void addChange(FindOffers& offers, int row, const CategorySlug& category);
    void addCategories(FindOffers& offers);
    [[nodiscard]] FindOffers fittingCommands() const;
    [[nodiscard]] bool isLoose(const std::vector<console::FoundSubject>& people) const;
    void choose();
    void close();
    bool pressed(int key);

    QLineEdit& m_box;
    console::Desk& m_desk;
    Commands m_commands;
    Records m_records;
    FindList* m_list;
    console::SpokenChange m_spoken;
    QString m_searched;      ///< What is being looked for.
    QString m_shown;         ///< What the list answers.
    bool m_isHasty = false;  ///< Enter came before the answer: it is taken as soon as it is there.
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

}  // namespace refrain::ui
