#include "tests/fuzz/fuzz.h"
#include "web/parameters.h"
#include "web/pathpattern.h"

/// Paths and query strings as the network brings them.
void refrain::fuzz::tryInput(const QByteArray& input)
{
    using namespace refrain::web;
    static const PathPattern patterns[] = {
        PathPattern(QStringLiteral("/v1/workspaces/{workspace}/subjects/{id}/preferences/{category}")),
        PathPattern(QStringLiteral("/v1/notifications/{id}:pause")),
        PathPattern(QStringLiteral("/o/{token}")),
    };
    for (const PathPattern& pattern : patterns)
        (void)pattern.match(input);
    const Parameters parameters = Parameters::parse(input);
    for (const Parameters::Entry& entry : parameters.entries())
        require(parameters.contains(entry.first));
}
