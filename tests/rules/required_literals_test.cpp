#include "rules/required_literals.h"

#include <catch2/catch.hpp>

using exdiag::rules::PatternShape;
using exdiag::rules::RequiredLiterals;
using exdiag::rules::ShapeOf;
using exdiag::rules::ShortestLiteral;

namespace {

using Literals = std::vector<std::string>;

}  // namespace

TEST_CASE("a plain pattern is its own literal, in lower case") {
  CHECK(RequiredLiterals("certificate Is Expired") == Literals{"certificate is expired"});
}

TEST_CASE("escaped punctuation belongs to the literal") {
  CHECK(RequiredLiterals(R"(System\.IO\.FileStream)") == Literals{"system.io.filestream"});
  CHECK(RequiredLiterals(R"(\[Setting:X\])") == Literals{"[setting:x]"});
  CHECK(RequiredLiterals(R"(C:\\Windows)") == Literals{R"(c:\windows)"});
}

TEST_CASE("classes of characters break a literal") {
  CHECK(RequiredLiterals(R"(exit code \d+ of setup.com)") == Literals{"exit code "});
  CHECK(RequiredLiterals(R"(abc\spqrstuv)") == Literals{"pqrstuv"});
  CHECK(RequiredLiterals(R"(abc[xy]pqrstuv)") == Literals{"pqrstuv"});
  CHECK(RequiredLiterals(R"(abc[^x]pqrstuv)") == Literals{"pqrstuv"});
}

TEST_CASE("a class of one letter in both cases is that letter") {
  CHECK(RequiredLiterals("[Ss]chema [m]aster") == Literals{"schema master"});
  CHECK(RequiredLiterals("a[.]b[]]c[[]") == Literals{"a.b]c["});
  CHECK(RequiredLiterals(R"(a[\]]b[\.]c)") == Literals{"a]b.c"});
  CHECK(RequiredLiterals("fooba[[:alpha:]]") == Literals{"fooba"});
  CHECK(RequiredLiterals("abc[[:digit:]]defg") == Literals{"defg"});
  CHECK(RequiredLiterals("ab[x[:digit:]]cdef") == Literals{"cdef"});
  CHECK(RequiredLiterals("fooba[a-b]") == Literals{"fooba"});
  CHECK(RequiredLiterals("fooba[a-]") == Literals{"fooba"});
}

TEST_CASE("what may be missing is not required") {
  CHECK(RequiredLiterals("service '?Running") == Literals{"service "});
  CHECK(RequiredLiterals("services?") == Literals{"service"});
  CHECK(RequiredLiterals("service(?: manager)? stop") == Literals{"service"});
  CHECK(RequiredLiterals("x*abc") == Literals{"abc"});
  CHECK(RequiredLiterals("(abc)*").empty());
  CHECK(RequiredLiterals("a{0,3}bcd") == Literals{"bcd"});
}

TEST_CASE("what is repeated is required as often as it must stand") {
  CHECK(RequiredLiterals("(ab){3}") == Literals{"ababab"});
  CHECK(RequiredLiterals("(ab){2,5}c") == Literals{"ababc"});
  CHECK(RequiredLiterals("ab+c").front().size() == 2);
  CHECK(RequiredLiterals("(?:abc)+d") == Literals{"abcd"});
  CHECK(RequiredLiterals("d(?:abc)+") == Literals{"dabc"});
  CHECK(RequiredLiterals("x{2}{2}") == Literals{"xxxx"});
}

TEST_CASE("a brace that counts nothing is a character") {
  CHECK(RequiredLiterals("abc{,3}d") == Literals{"abc{,3}d"});
  CHECK(RequiredLiterals("{name}") == Literals{"{name}"});
}

TEST_CASE("what counts nothing because it is not closed is text") {
  CHECK(RequiredLiterals("abc{2x") == Literals{"abc{2x"});
  CHECK(RequiredLiterals("abc{2") == Literals{"abc{2"});
  CHECK(RequiredLiterals("abc{2,x") == Literals{"abc{2,x"});
  CHECK(RequiredLiterals("abc{123456}") == Literals{"abc{123456}"});
}

TEST_CASE("a part that stands exactly once is as without a count") {
  CHECK(RequiredLiterals("(abc){1}d") == Literals{"abcd"});
  CHECK(ShapeOf("(abc){1,1}d").longest == 4);
}

TEST_CASE("a part that must not stand at all parts what is beside it") {
  CHECK(RequiredLiterals("abcdef(x){0}ghi") == Literals{"abcdef"});
  CHECK(ShapeOf("abcdef(x){0}ghi").longest == 9);
}

TEST_CASE("of a text repeated very often a part is enough") {
  const Literals often = RequiredLiterals("(?:ab){400}c");
  REQUIRE(often.size() == 1);
  CHECK(often.front().starts_with("abababababab"));
  CHECK(ShapeOf("(?:ab){400}c").longest == 801);
}

TEST_CASE("alternatives without a common part give one literal each") {
  CHECK(RequiredLiterals("access denied|verweigert") == Literals{"access denied", "verweigert"});
  CHECK(RequiredLiterals("foo(?:bar|)baz").front().size() == 3);
  CHECK(RequiredLiterals("abcdef|.*").empty());
  CHECK(RequiredLiterals("abcdef|").empty());
}

TEST_CASE("of very many alternatives none is required") {
  const auto with = [&](int count) {
    std::string all;
    for (int i = 0; i < count; ++i) {
      const char letter = static_cast<char>('a' + i);
      if (i > 0) all += '|';
      all += std::string(7, letter) + ' ' + static_cast<char>('z' - i);
    }
    return RequiredLiterals(all);
  };
  CHECK(with(24).size() == 24);
  CHECK(with(25).empty());
}

TEST_CASE("what all alternatives begin or end with joins what stands beside them") {
  CHECK(RequiredLiterals("(?:cannot|could not) open") == Literals{"not open"});
  CHECK(RequiredLiterals("service (?:started|stopped)") == Literals{"service st"});
  CHECK(RequiredLiterals("(?:abcdef|abcdef)") == Literals{"abcdef"});
}

TEST_CASE("groups, names and flags do not end a literal") {
  CHECK(RequiredLiterals("foo(bar)baz") == Literals{"foobarbaz"});
  CHECK(RequiredLiterals("foo(?P<name>bar)baz") == Literals{"foobarbaz"});
  CHECK(RequiredLiterals("(?i)Foo(?-i:Bar)(?s)Baz") == Literals{"foobarbaz"});
  CHECK(RequiredLiterals("((a)(b))c") == Literals{"abc"});
}

TEST_CASE("anchors and word borders have no width") {
  CHECK(RequiredLiterals(R"(^abc\bdef$)") == Literals{"abcdef"});
  CHECK(RequiredLiterals(R"(\Aabc\z)") == Literals{"abc"});
}

TEST_CASE("quoted runs are literal") {
  CHECK(RequiredLiterals(R"(x\Qa.b*c\Ed)") == Literals{"xa.b*cd"});
  // The count is for "c" alone.
  CHECK(RequiredLiterals(R"(\Qa.b*c\E+d)") == Literals{"d"});
  CHECK(RequiredLiterals(R"(\Qa.b)") == Literals{"a.b"});
}

TEST_CASE("code points and properties are left unknown") {
  CHECK(RequiredLiterals(R"(abc\x41defg)") == Literals{"defg"});
  CHECK(RequiredLiterals(R"(abc\x{2019}defg)") == Literals{"defg"});
  CHECK(RequiredLiterals(R"(abc\pLdefg)") == Literals{"defg"});
  CHECK(RequiredLiterals(R"(abc\p{Greek}defg)") == Literals{"defg"});
}

TEST_CASE("escapes for a byte, a class or a border part a literal where they stand for something") {
  CHECK(RequiredLiterals(R"(abc\141defg)") == Literals{"defg"});
  CHECK(RequiredLiterals(R"(abc\PLdefg)") == Literals{"defg"});
  CHECK(RequiredLiterals(R"(abc\P{Greek}defg)") == Literals{"defg"});
  CHECK(RequiredLiterals(R"(abc\Bdef)") == Literals{"abcdef"});
  CHECK(RequiredLiterals("abc\tdefg") == Literals{"defg"});  // texts have a blank there
  CHECK(RequiredLiterals("abc\U0001F600defg") == Literals{"defg"});
}

TEST_CASE("letters of other alphabets are folded where that keeps their length") {
  CHECK(RequiredLiterals("Überprüfung") == Literals{"überprüfung"});
  CHECK(RequiredLiterals("Не Удалось") == Literals{"не удалось"});
  CHECK(RequiredLiterals("アクセスが拒否") == Literals{"アクセスが拒否"});
  // ß, å and Greek letters have partners that are spelt with other lengths.
  CHECK(RequiredLiterals("abcßdefg") == Literals{"defg"});
  CHECK(RequiredLiterals("abcΣdefg") == Literals{"defg"});
}

TEST_CASE("typographic quotes of a pattern are straight in its literal") {
  CHECK(RequiredLiterals("can’t continue") == Literals{"can't continue"});
}

TEST_CASE("a literal that stands in every log is passed over for one that says more") {
  CHECK(RequiredLiterals(R"(Microsoft\.Exchange\.[A-Za-z.]{2,60}.{0,400}0x800700B7)") ==
        Literals{"0x800700b7"});
}

TEST_CASE("a pattern that is not valid has no literals") {
  CHECK(RequiredLiterals("abc(def").empty());
  CHECK(RequiredLiterals("abc)def").empty());
  CHECK(RequiredLiterals("abc[def").empty());
  CHECK(RequiredLiterals("abc\\").empty());
  CHECK(RequiredLiterals("(?P<abc").empty());
  CHECK(RequiredLiterals("abcdef(?i").empty());
  CHECK(RequiredLiterals("abcdef(?<name>x)").empty());
  CHECK(RequiredLiterals("abcdef[[:alpha").empty());
  CHECK(RequiredLiterals(R"(abcdef\x{41)").empty());
  CHECK(RequiredLiterals(R"(abcdef\p{Greek)").empty());
  CHECK(RequiredLiterals(std::string(5000, '(')).empty());
}

TEST_CASE("the empty pattern has no literals") {
  CHECK(RequiredLiterals("").empty());
  CHECK(ShortestLiteral({}) == 0);
}

TEST_CASE("the length of a literal counts characters, not bytes") {
  CHECK(ShortestLiteral({"アクセス", "abcdef"}) == 4);
}

TEST_CASE("a very long literal is cut, which leaves it required") {
  const Literals literals = RequiredLiterals(std::string(1000, 'a'));
  REQUIRE(literals.size() == 1);
  CHECK(literals.front().size() >= 32);
}

TEST_CASE("the longest match of a pattern is known where it is bounded") {
  CHECK(ShapeOf("abc").longest == 3);
  CHECK(ShapeOf("ab.{0,80}c?").longest == 83);
  CHECK(ShapeOf("(?:a|bcd){2,3}").longest == 9);
  CHECK(ShapeOf("(?:x{3}){4}").longest == 12);
  CHECK(ShapeOf(R"(\bab\b)").longest == 2);
  CHECK(ShapeOf("[^x]{1,300}é").longest == 301);
  CHECK(ShapeOf("ab+").longest == PatternShape::kUnbounded);
  CHECK(ShapeOf("a.*b").longest == PatternShape::kUnbounded);
  CHECK(ShapeOf("a{2,}").longest == PatternShape::kUnbounded);
  CHECK(ShapeOf("(").longest == PatternShape::kUnbounded);
}

TEST_CASE("a bound that is beyond any text is none") {
  CHECK(ShapeOf("(?:(?:.{1000}){1000}){1000}").longest == 1000000000);
  CHECK(ShapeOf("(?:(?:(?:.{1000}){1000}){1000}){2}").longest == PatternShape::kUnbounded);
  CHECK(ShapeOf("(?:a+){2}").longest == PatternShape::kUnbounded);
  CHECK(ShapeOf(R"((?:\b){3}ab)").longest == 2);
}

TEST_CASE("a prefix is cut at its end, and then still what every match begins with") {
  const std::string long_text(95, 'a');
  CHECK(ShapeOf(long_text + "(?:bcde.)").prefix == long_text + "b");
  CHECK(ShapeOf(long_text + "(?:bcde.)").longest == 100);
}

TEST_CASE("the prefix is what every match begins with") {
  CHECK(ShapeOf("Schema file '[a-z]+'").prefix == "schema file '");
  CHECK(ShapeOf("(?:abc|abd)e").prefix == "ab");
  CHECK(ShapeOf("a?bc").prefix.empty());
  CHECK(ShapeOf("[xy]bc").prefix.empty());
}
