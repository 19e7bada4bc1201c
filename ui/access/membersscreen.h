#pragma once

#include "base/clock.h"
#include "console/access/members.h"
#include "ui/access/memberpane.h"
#include "ui/common/listscreen.h"

#include <QPointer>
#include <QTimeZone>

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

/// Who may use Refrain, and as what; for admins alone. What is done to others can be taken back; what admins do to
/// their own role they cannot, so that is asked about.
class MembersScreen final : public ListScreen {
    Q_OBJECT

public:
    MembersScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk);
    ~MembersScreen() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("members"); }
    [[nodiscard]] QString title() const override { return tr("Members"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("members"); }
    [[nodiscard]] bool beginsGroup() const override { return true; }
    [[nodiscard]] bool isOffered() const override;
    [[nodiscard]] QWidget* inspector() override;
    bool undo() override;

private:
    /// What takes the last act back: the role to be there again, or none.
    struct Back {
        console::Member member;
        bool wasMember = false;
    };

    QWidget* buildBar();
    void connectPane();
    void load() override;
    void showRows();
    void showChosen();
    void begin();
    void give(const SubjectId& person, Role role);
    void change(Role role);
    void remove();
    /// Runs the act, after asking where it is about oneself.
    void askFirst(const QString& headline, const QString& action, const std::function<void()>& act);
    void make(QFuture<Result<>> act, const QString& sentence, const std::optional<Back>& back);
    [[nodiscard]] const console::Member* chosen() const;
    [[nodiscard]] QString nameOf(const SubjectId& id) const;
    [[nodiscard]] bool isSelf(const SubjectId& id) const;

    console::Members m_members;
    QPointer<MemberPane> m_pane;
    std::vector<console::Member> m_rows;
    std::optional<Back> m_back;
    SubjectId m_wanted;  ///< To be chosen once it is in the list.
};

}  // namespace refrain::ui
