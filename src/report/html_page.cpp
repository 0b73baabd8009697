#include "report/html_page.h"

#include <algorithm>
#include <array>

#include "report/html_assets.h"
#include "report/sanitise.h"

namespace exdiag::report {
namespace {

std::string Escaped(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

// Nothing is loaded, framed, submitted or based elsewhere, and only our own style and script run.
std::string Policy() {
  return "default-src 'none'; style-src '" + std::string(StyleSheetHash()) + "'; script-src '" +
         std::string(ScriptHash()) + "'; base-uri 'none'; form-action 'none'";
}

// Elements that begin on a new line of the source, so that reports can be compared by line.
bool StartsLine(std::string_view tag) {
  constexpr std::array kInline = {"a",      "b",      "code", "mark",  "span",  "small",
                                  "strong", "dd",     "time", "svg",   "rect",  "th",
                                  "td",     "circle", "line", "label", "input", "option"};
  return std::find(kInline.begin(), kInline.end(), tag) == kInline.end();
}

}  // namespace

HtmlPage::HtmlPage(std::string_view title) : html_("<!DOCTYPE html>") {
  Open("html", {{"lang", "en"}});
  Open("head");
  Empty("meta", {{"charset", "utf-8"}});
  Empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", Policy()}});
  Empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  Empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  Empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  Empty("meta", {{"name", "generator"}, {"content", "exdiag " EXDIAG_VERSION}});
  Element("title", title);
  html_ += "\n<style>";
  html_ += StyleSheet();
  html_ += "</style>";
  Close();
  Open("body");
}

void HtmlPage::Break() {
  if (!html_.empty() && html_.back() != '\n') html_ += '\n';
}

void HtmlPage::Tag(MarkupName tag, HtmlAttributes attributes) {
  if (StartsLine(tag.text())) Break();
  html_ += '<';
  html_ += tag.text();
  for (const HtmlAttribute& attribute : attributes) {
    html_ += ' ';
    html_ += attribute.name.text();
    html_ += "=\"";
    html_ += Escaped(SafeLine(attribute.value, true));
    html_ += '"';
  }
  html_ += '>';
}

void HtmlPage::Open(MarkupName tag, HtmlAttributes attributes) {
  Tag(tag, attributes);
  open_.push_back(tag.text());
}

void HtmlPage::Close() {
  html_ += "</";
  html_ += open_.back();
  html_ += '>';
  open_.pop_back();
}

void HtmlPage::Empty(MarkupName tag, HtmlAttributes attributes) {
  Tag(tag, attributes);
  const bool drawn = std::find(open_.begin(), open_.end(), "svg") != open_.end();
  if (drawn) html_.insert(html_.size() - 1, "/");
}

void HtmlPage::Text(std::string_view text) { html_ += Escaped(SafeLine(text, true)); }

void HtmlPage::Lines(std::string_view text) { html_ += Escaped(SafeLines(text, true)); }

void HtmlPage::Element(MarkupName tag, HtmlAttributes attributes, std::string_view text) {
  Open(tag, attributes);
  Text(text);
  Close();
}

void HtmlPage::Link(std::string_view address) {
  if (address.starts_with("https://") || address.starts_with("http://")) {
    Element("a", {{"href", address}, {"rel", "noopener noreferrer"}}, address);
  } else {
    Text(address);
  }
}

void HtmlPage::Command(std::string_view command) {
  HtmlElement block(this, "div", {{"class", "command"}});
  Open("pre");
  Open("code");
  Lines(command);
  Close();
  Close();
}

std::string HtmlPage::NewId(std::string_view stem) {
  return std::string(stem) + "-" + std::to_string(++ids_);
}

// The last character stays: what follows asks whether it is a line break.
void HtmlPage::Flush(const WriteText& write) {
  constexpr size_t kWorth = size_t{64} << 10;
  if (html_.size() < kWorth) return;
  write(std::string_view(html_).substr(0, html_.size() - 1));
  html_.erase(0, html_.size() - 1);
}

std::string HtmlPage::Finish() {
  while (open_.size() > 2) Close();
  html_ += "\n<script>";
  html_ += Script();
  html_ += "</script>";
  while (!open_.empty()) Close();
  html_ += '\n';
  return std::move(html_);
}

}  // namespace exdiag::report
