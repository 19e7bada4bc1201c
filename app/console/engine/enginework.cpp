#include "console/engine/enginework.h"

#include "console/desk/desksetup.h"

namespace refrain::console {

EngineWork::EngineWork(const DeskSetup& setup, Api& api, std::unique_ptr<CacheStore> cacheStore,
                       std::unique_ptr<OutboxStore> outboxStore)
    : calls(api),
      cache(std::move(cacheStore)),
      outbox(std::move(outboxStore)),
      workspace(api, *cache, setup.account),
      sync(api, *cache, *setup.clock, setup.timing.pageSize,
           Backoff(setup.timing.firstRetryMs, setup.timing.longestRetryMs)),
      feed(
          api, *cache, [this] { return workspace.info().userId; }, setup.timing.pollSeconds,
          Backoff(setup.timing.firstRetryMs, setup.timing.longestRetryMs)),
      feedJournal(*cache, *setup.clock),
      sender({api, *cache, *outbox, *setup.clock, Wording(setup.zone)},
             Backoff(setup.timing.firstRetryMs, setup.timing.longestRetryMs)),
      agreement(
          api, *cache, *setup.clock, [this] { return feed.isRunning() ? feed.seq() : -1; },
          Backoff(setup.timing.firstRetryMs, qMin(setup.timing.longestRetryMs, 10'000))),
      pins(outbox->database(), setup.account.id),
      log(api, *cache, pins, *setup.clock, setup.account.workspace),
      subjects(api, *cache, *setup.clock, Wording(setup.zone)),
      audit(api, *cache, Wording(setup.zone)),
      categories(api, *cache, *setup.clock)
{
}

}  // namespace refrain::console
