#include <fmt/format.h>

#include "cli/completion_words.h"
#include "cli/completions.h"

namespace exdiag::cli {
namespace {

std::string Quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') quoted += '\'';
    quoted += c;
  }
  return quoted + "'";
}

std::string List(const std::vector<std::string>& words) {
  std::vector<std::string> quoted;
  quoted.reserve(words.size());
  for (const std::string& word : words) quoted.push_back(Quoted(word));
  return "@(" + Joined(quoted, ", ") + ")";
}

// 'format' = @{ Short = 'f'; Help = '…'; Values = @('text', 'json') }
std::string OptionEntry(const OptionSpec& option) {
  return fmt::format("    {} = @{{ Short = {}; Takes = {}; Help = {}; Values = {} }}\n",
                     Quoted(option.name),
                     Quoted(option.short_name == '\0' ? "" : std::string(1, option.short_name)),
                     Quoted(option.argument), Quoted(Short(option.help)), List(ValuesOf(option)));
}

std::string CommandEntry(const CommandSpec& command) {
  std::vector<std::string> options;
  for (const OptionSpec* option : OptionsOf(command.bit)) options.emplace_back(option->name);
  return fmt::format("    {} = @{{ Help = {}; Values = {}; Options = {} }}\n", Quoted(command.name),
                     Quoted(command.summary), List(ValuesOf(command)), List(options));
}

// Works in Windows PowerShell 5.1, which Windows Server has, and in PowerShell 7.
constexpr std::string_view kCompleter = R"script(
  function Offer([string]$text, [string]$help) {
    if ($text -like "$word*") {
      [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $help)
    }
  }

  $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursor -or ($word -eq '' -and $_.Extent.EndOffset -le $cursor) } |
    ForEach-Object { $_.Extent.Text })
  $last = if ($before.Count -gt 0) { $before[-1] } else { '' }
  foreach ($name in $options.Keys) {
    $option = $options[$name]
    if ($option.Takes -and ($last -ceq "--$name" -or ($option.Short -and $last -ceq "-$($option.Short)"))) {
      # Without values of its own PowerShell goes on to complete file names.
      $option.Values | ForEach-Object { Offer $_ '' }
      return
    }
  }
  $words = @($before | Where-Object { $_ -notlike '-*' })
  $command = $commands.Keys | Where-Object { $words.Count -gt 0 -and "$words " -like "$_ *" } | Select-Object -First 1
  if ($word -like '-*') {
    $of = if ($command) { $commands[$command].Options } else { $commands['diagnose'].Options }
    $of | ForEach-Object { Offer "--$_" $options[$_].Help }
    return
  }
  if ($command) {
    $commands[$command].Values | ForEach-Object { Offer $_ '' }
    return
  }
  $front = if ($words.Count -gt 0) { "$words " } else { '' }
  $commands.Keys | Where-Object { $_.StartsWith($front) } | ForEach-Object {
    Offer $_.Substring($front.Length).Split(' ')[0] $commands[$_].Help
  } | Sort-Object CompletionText -Unique
}
)script";

}  // namespace

std::string PowerShellCompletions() {
  std::string script =
      "# Completions of exdiag for PowerShell; written by `exdiag generate powershell`.\n"
      "Register-ArgumentCompleter -Native -CommandName exdiag, exdiag.exe -ScriptBlock {\n"
      "  param($word, $commandAst, $cursor)\n"
      "  $options = [ordered]@{\n";
  for (const OptionSpec& option : AllOptions()) script += OptionEntry(option);
  script += "  }\n  $commands = [ordered]@{\n";
  for (const CommandSpec& command : AllCommands()) script += CommandEntry(command);
  script += "  }\n";
  script += kCompleter.substr(1);
  return script;
}

}  // namespace exdiag::cli
