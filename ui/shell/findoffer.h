#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace refrain::ui {

/// One line of the Ctrl+K box and what choosing it does. Lines of one kind stand together, the kind's name over them.
struct FindOffer {
    enum class Kind { Change, Person, Channel, Category, Record, Action, Setting };
    Kind kind = Kind::Person;
    QString title;
    QString detail;    ///< Muted, after the title: what tells it from others.
    QString keywords;  ///< What else somebody may type for it; for actions and settings.
    std::function<void()> run;
};

using FindOffers = std::vector<FindOffer>;

}  // namespace refrain::ui
