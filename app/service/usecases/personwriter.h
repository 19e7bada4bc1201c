#pragma once

#include "service/usecases/editcontext.h"
#include "service/usecases/workspacewriter.h"

namespace refrain::service {

/// Links subjects that are one human being, and undoes it. Each subject's link is a change of that subject; the act
/// is one audit entry, with its reason. Nothing links by itself. Any thread.
class PersonWriter {
public:
    PersonWriter(WorkspaceWriter& writer, Random& random) : m_writer(writer), m_random(random) {}

    /// All of them, and whom they were linked with before, are one person from now on. Invalid for fewer than two
    /// subjects, for channels and without a reason; NotFound for unknown ones.
    [[nodiscard]] Result<PersonId> link(const WorkspaceId& workspace, const std::vector<SubjectId>& subjects,
                                        const EditContext& context);
    /// NotFound where there is no such person.
    [[nodiscard]] Result<> unlink(const WorkspaceId& workspace, const PersonId& person, const EditContext& context);

private:
    WorkspaceWriter& m_writer;
    Random& m_random;
};

}  // namespace refrain::service
