#include "domain/spokenwish.h"
#include "tests/fuzz/fuzz.h"

using namespace refrain;

namespace {

constexpr Millis now = 1'795'370'400'000;

std::vector<Category> categories()
{
    Category reminders;
    reminders.slug = CategorySlug(QStringLiteral("reminders"));
    reminders.title = QStringLiteral("Reminders");
    Category news;
    news.slug = CategorySlug(QStringLiteral("product-news"));
    news.title = QStringLiteral("Until the end of news");
    return {reminders, news};
}

}  // namespace

/// What is understood names a category that exists and a time that is still to come; a guess is never the thing itself.
void refrain::fuzz::tryInput(const QByteArray& input)
{
    const std::vector<Category> all = categories();
    const SpokenContext context{all, now, QTimeZone("America/New_York")};
    const QString text = QString::fromUtf8(input);
    for (const SpokenWish& wish : {parseCommand(text, context), parseMessage(text, context)}) {
        const bool isKnown = wish.category == all[0].slug || wish.category == all[1].slug;
        require(wish.kind != SpokenWish::Kind::Category || isKnown);
        require(wish.kind != SpokenWish::Kind::NearMiss || (!wish.nearest.empty() && wish.category.isEmpty()));
        require(!wish.until || *wish.until > now);
        require((wish.kind == SpokenWish::Kind::BadTime) == (wish.fault != SnoozeFault::None));
    }
}
