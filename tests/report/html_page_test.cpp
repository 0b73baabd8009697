#include "report/html_page.h"

#include <catch2/catch.hpp>

#include "report/html_assets.h"

using exdiag::report::HtmlElement;
using exdiag::report::HtmlPage;

namespace {

std::string BodyOf(HtmlPage page) {
  const std::string html = page.Finish();
  const size_t begin = html.find("<body>") + 6;
  return html.substr(begin, html.find("\n<script>") - begin);
}

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("A text cannot leave its element, nor a value its attribute") {
  HtmlPage page("t");
  page.Element("p", {{"title", "\"><script>alert('1')</script>"}},
               "</p><script>alert(1)</script> & ]]>");
  CHECK(BodyOf(std::move(page)) ==
        "\n<p title=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\">"
        "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; ]]&gt;</p>");
}

TEST_CASE("Escape sequences, direction overrides and invalid UTF-8 are shown, not passed on") {
  HtmlPage page("t");
  page.Element("p", "a\x1b[31mb\u202Ec\xFF");
  CHECK(BodyOf(std::move(page)) == "\n<p>a\\u{1b}[31mb\\u{202e}c\uFFFD</p>");
}

TEST_CASE("The title of the page is escaped, too") {
  HtmlPage page("</title><script>x</script>");
  CHECK(Has(page.Finish(), "<title>&lt;/title&gt;&lt;script&gt;x&lt;/script&gt;</title>"));
}

TEST_CASE("Only addresses of the web become links") {
  HtmlPage page("t");
  page.Link("javascript:alert(1)");
  page.Link("https://example.com/a\"b");
  CHECK(BodyOf(std::move(page)) ==
        "javascript:alert(1)<a href=\"https://example.com/a&quot;b\" rel=\"noopener noreferrer\">"
        "https://example.com/a&quot;b</a>");
}

TEST_CASE("The policy lets only the page's own style and script run") {
  const std::string html = HtmlPage("t").Finish();
  CHECK(Has(html, "default-src &#39;none&#39;"));
  CHECK(Has(html, exdiag::report::StyleSheetHash()));
  CHECK(Has(html, exdiag::report::ScriptHash()));
  CHECK_FALSE(Has(html, "unsafe-inline"));
  CHECK(exdiag::report::ScriptHash().size() == std::string_view("sha256-").size() + 44);
}

TEST_CASE("Commands keep their line breaks") {
  HtmlPage page("t");
  page.Command("Get-Service\nStart-Service");
  CHECK(Has(BodyOf(std::move(page)), "<code>Get-Service\nStart-Service</code>"));
}

TEST_CASE("Elements that were left open are closed at the end") {
  HtmlPage page("t");
  page.Open("main");
  page.Open("section");
  const std::string html = page.Finish();
  CHECK(Has(html, "<section></section></main>"));
  CHECK(html.ends_with("</body></html>\n"));
}
