#include "tests/ui/sampletable.h"

namespace refrain::ui {

namespace {

Subject person(const char* id, const char* name, const char* email, SubjectRole role = SubjectRole::Member)
{
    Subject subject;
    subject.id = SubjectId(QString::fromLatin1(id));
    subject.name = QString::fromUtf8(name);
    subject.displayName = QString::fromLatin1(id).toLower();
    subject.email = QString::fromLatin1(email);
    subject.role = role;
    return subject;
}

}  // namespace

Category sampleCategory(const char* slug, const char* title, bool required)
{
    Category category;
    category.slug = CategorySlug(QString::fromLatin1(slug));
    category.title = QString::fromLatin1(title);
    category.required = required;
    return category;
}

void fillSample(console::SubjectTable& table)
{
    table.setCategories({sampleCategory("reminders", "Reminders"), sampleCategory("security", "Security", true),
                         sampleCategory("digests", "Digests"), sampleCategory("*", "All optional messages")});
    Subject left = person("U0003", "Carol Danvers", "carol@acme.test", SubjectRole::Guest);
    left.deleted = true;
    std::vector<console::PackedSubject> people;
    for (const Subject& subject :
         {person("U0001", "Amara Okafor", "amara@acme.test", SubjectRole::Admin),
          person("U0002", "Bea Bobson", "bea@acme.test"), left, person("U0004", "Dora Markowa", "dora@acme.test"),
          person("U0005", "Bea Bobson", "bea2@acme.test")})
        people.push_back(console::PackedSubject::of(subject));
    table.apply(people);
    const auto out = [](const char* id, const char* slug) {
        console::PackedChoice choice;
        choice.subject = SubjectId(QString::fromLatin1(id));
        choice.category = CategorySlug(QString::fromLatin1(slug));
        choice.choice.state = PreferenceState::OptedOut;
        choice.choice.version = 1;
        choice.at = sampleNow - 120'000;
        return choice;
    };
    table.apply(std::vector<console::PackedChoice>{out("U0002", "reminders"), out("U0004", "*")});
}

}  // namespace refrain::ui
