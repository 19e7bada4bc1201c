#include "console/engine/wirevalues.h"

#include "wire/preference.h"

namespace refrain::console {

Result<Preference> readPreference(const QJsonObject& object)
{
    auto view = wire::preferenceFromJson(object);
    if (!view)
        return view.error();
    return std::move(view->preference);
}

}  // namespace refrain::console
