#include "rules/rule_pack.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "rules/pack_format.h"

#ifndef _WIN32
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

using namespace exdiag::rules;

namespace {

Rule RuleOf(std::string id, std::string title = "T") {
  Rule rule;
  rule.id = std::move(id);
  rule.title = std::move(title);
  rule.category = "iis";
  rule.match.kind = Predicate::Kind::kAny;
  Predicate error;
  error.kind = Predicate::Kind::kError;
  error.pattern = "certificate is expired";
  error.literals = {"certificate is expired"};
  rule.match.children = {error, error};
  rule.captures = {error};
  rule.steps = {{"Do it.", "Get-X", "powershell", "here", "Undo-X", "careful"}};
  rule.verify = {{"See.", "Test-X"}};
  rule.products = {"2016"};
  rule.references = {"https://example.com"};
  rule.tests = {{"t", "log", {}, true, {}, 3}};
  return rule;
}

// A directory that is gone when the test is over.
class TemporaryDirectory {
 public:
  TemporaryDirectory()
      : path_(std::filesystem::temp_directory_path() /
              ("exdiag-rules-" + std::to_string(std::rand()))) {
    std::filesystem::create_directories(path_);
  }
  ~TemporaryDirectory() { std::filesystem::remove_all(path_); }
  std::string Write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).generic_string();
  }
  std::string path() const { return path_.generic_string(); }

 private:
  std::filesystem::path path_;
};

std::string FileOf(const std::string& id) {
  return "id: " + id +
         "\ntitle: T\ncategory: c\nseverity: error\nmatch: {error: abcdefg}\ncause: C.\nsteps: "
         "[{text: S.}]\n";
}

}  // namespace

TEST_CASE("a pack is sorted by id and finds its rules") {
  const RulePack pack({RuleOf("b"), RuleOf("a"), RuleOf("c")});
  REQUIRE(pack.rules().size() == 3);
  CHECK(pack.rules().front().id == "a");
  REQUIRE(pack.Find("b"));
  CHECK(pack.Find("b")->id == "b");
  CHECK_FALSE(pack.Find("bb"));
  CHECK_FALSE(pack.Find(""));
}

TEST_CASE("an added rule replaces the one of the same id, and the last of several counts") {
  RulePack pack({RuleOf("a", "old"), RuleOf("b")});
  pack.Add({RuleOf("a", "new"), RuleOf("c", "first"), RuleOf("c", "second")});
  REQUIRE(pack.rules().size() == 3);
  CHECK(pack.Find("a")->title == "new");
  CHECK(pack.Find("c")->title == "second");
}

TEST_CASE("the digest depends on what the rules say, not on their order, tests and paths") {
  Rule moved = RuleOf("a");
  moved.path = "elsewhere.yaml";
  moved.tests.clear();
  CHECK(RulePack({RuleOf("b"), RuleOf("a")}).Digest() == RulePack({moved, RuleOf("b")}).Digest());
  CHECK(RulePack({RuleOf("a")}).Digest() != RulePack({RuleOf("a", "U")}).Digest());
  CHECK(RulePack().Digest().size() == 16);
}

TEST_CASE("a written pack reads the same, without tests") {
  const std::string bytes = WritePack({RuleOf("a"), RuleOf("b", std::string(70000, 'x'))});
  const auto rules = ReadPack(bytes);
  REQUIRE(rules);
  REQUIRE(rules->size() == 2);
  CHECK(WritePack(*rules) == bytes);
  CHECK((*rules)[0].match.children[1].literals ==
        std::vector<std::string>{"certificate is expired"});
  CHECK((*rules)[0].steps[0].undo == "Undo-X");
  CHECK((*rules)[0].path == "built-in");
  CHECK((*rules)[0].tests.empty());
}

TEST_CASE("a damaged pack is refused, wherever it is cut or changed") {
  const std::string bytes = WritePack({RuleOf("a"), RuleOf("b")});
  for (size_t length = 0; length < bytes.size(); ++length)
    CHECK_FALSE(ReadPack(std::string_view(bytes).substr(0, length)));
  CHECK_FALSE(ReadPack(bytes + "x"));
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0xFF);
    ReadPack(changed);  // either way, but without harm
  }
}

TEST_CASE("a pack with words that this version does not know is refused") {
  Rule kind = RuleOf("a"), look_up = RuleOf("a"), severity = RuleOf("a"), status = RuleOf("a");
  kind.match.children[1].kind = static_cast<Predicate::Kind>(99);
  look_up.captures[0].kind = static_cast<Predicate::Kind>(99);
  severity.severity = static_cast<Severity>(9);
  status.status = static_cast<Status>(9);
  for (const Rule& rule : {kind, look_up, severity, status}) {
    CHECK_FALSE(ReadPack(WritePack({rule})));
    CHECK_FALSE(ReadPack(WritePack({rule, RuleOf("b")})));
    CHECK_FALSE(ReadPack(WritePack({RuleOf("b"), rule})));
  }
}

TEST_CASE("a number without end and a tree without bottom are damage") {
  CHECK_FALSE(ReadPack("EXDP\x01" + std::string(20, '\xff')));
  Rule deep = RuleOf("a");
  for (int i = 0; i < 100; ++i) {
    Predicate around;
    around.kind = Predicate::Kind::kNot;
    around.children = {deep.match};
    deep.match = around;
  }
  CHECK_FALSE(ReadPack(WritePack({deep})));
}

TEST_CASE("the words of severity and status are those of rule files") {
  CHECK(SeverityName(Severity::kError) == "error");
  CHECK(SeverityName(Severity::kWarning) == "warning");
  CHECK(SeverityName(Severity::kRisk) == "risk");
  CHECK(StatusName(Status::kExperimental) == "experimental");
  CHECK(StatusName(Status::kStable) == "stable");
  CHECK(StatusName(Status::kDeprecated) == "deprecated");
}

TEST_CASE("the built-in pack is there, unpacks, and knows its number and digest") {
  const RulePack pack = BuiltinRules();
  CHECK(pack.rules().size() == static_cast<size_t>(BuiltinRuleCount()));
  CHECK(pack.rules().size() > 300);
  CHECK(pack.Digest() == BuiltinRulesDigest());
}

TEST_CASE("rules are loaded from files and directories in the order of their names") {
  const TemporaryDirectory directory;
  directory.Write("b/two.yaml", FileOf("two"));
  directory.Write("a/one.yml", FileOf("one"));
  directory.Write("a/readme.txt", "no rule");
  const std::string three = directory.Write("three.yaml", FileOf("three"));
  const LoadedRules loaded = LoadRules({directory.path(), three});
  CHECK(loaded.problems.empty());
  REQUIRE(loaded.rules.size() == 3);
  CHECK(loaded.rules[0].id == "one");
  CHECK(loaded.rules[1].id == "two");
  CHECK(loaded.paths.size() == 4);
}

TEST_CASE("a path that is not there is a problem, and the others are loaded") {
  const TemporaryDirectory directory;
  directory.Write("one.yaml", FileOf("one"));
  const LoadedRules loaded =
      LoadRules({directory.path() + "/none.yaml", directory.path() + "/none", directory.path()});
  CHECK(loaded.rules.size() == 1);
  REQUIRE(loaded.problems.size() == 2);
  CHECK(loaded.problems[0].id == "unreadable");
}

TEST_CASE("an id that two files have is a problem") {
  const TemporaryDirectory directory;
  directory.Write("one.yaml", FileOf("one"));
  directory.Write("two.yaml", FileOf("one"));
  const LoadedRules loaded = LoadRules({directory.path()});
  CHECK(loaded.rules.size() == 1);
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].id == "duplicate-id");
}

TEST_CASE("a file over the limit is refused without being read whole") {
  const TemporaryDirectory directory;
  directory.Write("large.yaml", FileOf("large") + "# " + std::string(200000, 'x'));
  const LoadedRules loaded = LoadRules({directory.path()});
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].id == "too-large");
}

TEST_CASE("a folder that is called like a rule file is none, and what is in it is read") {
  const TemporaryDirectory directory;
  directory.Write("folder.yaml/one.yaml", FileOf("one"));
  const LoadedRules loaded = LoadRules({directory.path()});
  CHECK(loaded.problems.empty());
  REQUIRE(loaded.paths.size() == 1);
  CHECK(loaded.paths[0].ends_with("folder.yaml/one.yaml"));
}

TEST_CASE("a file that is given twice is no duplicate of itself") {
  const TemporaryDirectory directory;
  const std::string one = directory.Write("one.yaml", FileOf("one"));
  const LoadedRules loaded = LoadRules({one, one});
  CHECK(loaded.problems.empty());
  CHECK(loaded.rules.size() == 1);
}

#ifndef _WIN32

TEST_CASE("what opens and cannot be read, or does not open at all, is a problem") {
  const TemporaryDirectory directory;
  const int endpoint = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = directory.path() + "/socket.yaml";
  REQUIRE(path.size() < sizeof address.sun_path);
  path.copy(address.sun_path, path.size());
  REQUIRE(bind(endpoint, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  close(endpoint);
  std::vector<std::string> paths = {path};
  if (std::filesystem::exists("/proc/self/mem")) paths.emplace_back("/proc/self/mem");
  const LoadedRules loaded = LoadRules(paths);
  CHECK(loaded.rules.empty());
  REQUIRE(loaded.problems.size() == paths.size());
  for (const RuleProblem& problem : loaded.problems) {
    CAPTURE(problem.path);
    CHECK(problem.id == "unreadable");
  }
}

#endif
