// Evaluates one Jsonnet template that an admin wrote, in a process of its own: what it costs is bounded here, and what
// it breaks is nobody else's. No files, no network, no imports, no native functions.
//
// Reads the template's length in bytes and a line feed, the template, and the data as JSON. Writes the value as JSON
// and exits with 0, or what is wrong with the template and exits with 1.

extern "C" {  // the header does not say so itself
#include <libjsonnet.h>
}

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <iterator>
#include <new>
#include <string>

namespace {

constexpr rlim_t mostMemory = 256UL * 1024 * 1024;
constexpr rlim_t mostSeconds = 2;
constexpr unsigned mostFrames = 200;
constexpr std::size_t longestValue = 256UL * 1024;

bool limit(int resource, rlim_t most)
{
    const rlimit both{most, most};
    return setrlimit(static_cast<__rlimit_resource>(resource), &both) == 0;
}

/// Gives up all that the evaluation does not need; false where that cannot be done.
bool confine()
{
    return close_range(STDERR_FILENO + 1, ~0U, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 &&
           prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) &&
           limit(RLIMIT_NOFILE, STDERR_FILENO + 1) && limit(RLIMIT_CPU, mostSeconds) && limit(RLIMIT_AS, mostMemory);
}

char* refuseImport(void* context, const char*, const char*, char**, int* success)
{
    static constexpr char sentence[] = "a template cannot import files";
    *success = 0;
    char* const text = jsonnet_realloc(static_cast<JsonnetVm*>(context), nullptr, sizeof sentence);
    std::memcpy(text, sentence, sizeof sentence);
    return text;
}

int evaluate(const std::string& source, const std::string& data)
{
    JsonnetVm* vm = jsonnet_make();
    jsonnet_max_stack(vm, mostFrames);
    jsonnet_max_trace(vm, 0);  // all of it: the line of the template may stand anywhere in there
    jsonnet_import_callback(vm, &refuseImport, vm);
    jsonnet_ext_code(vm, "data", data.c_str());
    int failed = 0;
    const std::string value = jsonnet_evaluate_snippet(vm, "template", source.c_str(), &failed);
    if (!failed && value.size() > longestValue) {
        std::cout << "RUNTIME ERROR: the message is longer than 256 KiB";
        return EXIT_FAILURE;
    }
    std::cout << value;
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

}  // namespace

int main()
{
    if (!confine())
        return 3;
    try {
        std::size_t length = 0;
        std::cin >> length;
        std::cin.get();
        const std::string input(std::istreambuf_iterator<char>(std::cin), {});
        if (length > input.size())
            return 3;
        const int code = evaluate(input.substr(0, length), input.substr(length));
        std::cout.flush();
        _exit(code);  // what the library still holds goes with the process
    } catch (const std::bad_alloc&) {
        std::abort();
    }
}
