#include "ui/people/subjectscreens.h"

#include "ui/people/subjectmodel.h"

namespace refrain::ui {

SubjectScreenKind peopleKind()
{
    return {QStringLiteral("people"),
            SubjectScreen::tr("People"),
            QStringLiteral("people"),
            SubjectScreen::tr("Filter by name, email, title or ID"),
            SubjectScreen::tr("Nobody matches this filter."),
            SubjectScreen::tr("There are no people here yet. They come with the first sync of the directory."),
            SubjectScreen::tr("People\nEverybody who can be notified, one mark for each category: a dot is the "
                              "workspace's default, ✕ is off, ✓ is on, a moon is snoozed, a lock is required."),
            {SubjectModel::Name, SubjectModel::Email, SubjectModel::Title, SubjectModel::Role},
            {SubjectModel::Name, SubjectModel::Email}};
}

SubjectScreenKind channelsKind()
{
    return {
        QStringLiteral("channels"),
        SubjectScreen::tr("Channels"),
        QStringLiteral("channels"),
        SubjectScreen::tr("Filter by name, topic or ID"),
        SubjectScreen::tr("No channel matches this filter."),
        SubjectScreen::tr("There are no channels here yet. They come with the first sync of the directory."),
        SubjectScreen::tr("Channels\nThe channels that can be posted to, one mark for each category, as for people. "
                          "An opt-out here is the channel's: it changes nothing for its members."),
        {SubjectModel::Name, SubjectModel::Topic},
        {SubjectModel::Name, SubjectModel::Topic},
        Counted::Channels};
}

}  // namespace refrain::ui
