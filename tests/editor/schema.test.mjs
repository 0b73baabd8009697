// The schema of `exdiag rules schema` in yaml-language-server: good rules have no problem, bad ones have
// theirs where the mistake is, and keys are offered. EXDIAG names the program.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { LanguageServer } from "./language_server.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "exdiag-schema-"));
const good = readFileSync(join(root, "tests/authoring/known-failure.yaml"), "utf8");
let server;

before(async () => {
  const schema = join(folder, "rule.schema.json");
  writeFileSync(schema, execFileSync(process.env.EXDIAG, ["rules", "schema"]));
  server = new LanguageServer(pathToFileURL(schema).href);
  await server.start();
});
after(() => server.stop());

const uriOf = (name) => pathToFileURL(join(folder, name)).href;

function changed(from, to) {
  assert.ok(good.includes(from), `the good rule holds no "${from}"`);
  return good.replace(from, to);
}

test("no rule of the pack has a problem", async () => {
  const files = readdirSync(join(root, "rules"), { recursive: true }).filter((file) => file.endsWith(".yaml"));
  assert.ok(files.length > 300);
  // All at once: the server waits a moment before it looks at a text that was opened.
  await Promise.all(files.map(async (file) => {
    const text = readFileSync(join(root, "rules", file), "utf8");
    const problems = await server.problems(uriOf(file.replace(/.*[/\\]/, "")), text);
    assert.deepEqual(problems.map((problem) => `${file}:${problem.range.start.line + 1} ${problem.message}`), []);
  }));
});

const mistakes = [
  ["a misspelt key", "references:", "refrences:", 'refrences'],
  ["a predicate that does not exist", "- cmdlet:", "- comandlet:", "comandlet"],
  ["a severity that does not exist", "severity: error", "severity: fatal", "fatal"],
  ["a version that does not exist", "[2016, 2019, SE]", "[2016, 2020, SE]", "2020"],
  ["a step without text", "- text: Seal the crate again.\n    command", "- command", "- command"],
  ["a text where a list of tests should be", "verify:\n  - text: The seal is whole.", "verify: yes\n  - text: The seal", "verify"],
  ["a yes where true should be", "match: false", "match: nope", "nope"],
];

// Each text has a name of its own: closing a document makes the server publish that it has no problems.
for (const [index, [name, from, to, where]] of mistakes.entries()) {
  test(`${name} is underlined`, async () => {
    const text = changed(from, to);
    const problems = await server.problems(uriOf(`mistake-${index}.yaml`), text);
    assert.ok(problems.length > 0, "no problem was found");
    const line = text.split("\n").findIndex((content) => content.includes(where));
    const places = problems.map((problem) => problem.range.start.line);
    assert.ok(places.includes(line), `line ${line + 1} has no problem, but ${places.map((place) => place + 1)} have`);
  });
}

test("a missing key is told", async () => {
  const problems = await server.problems(uriOf("missing.yaml"), good.replace(/^title: .*\n/m, ""));
  assert.ok(problems.some((problem) => problem.message.includes("title")));
});

test("keys, predicates and values are offered", async () => {
  assert.ok((await server.completions(uriOf("a.yaml"), good + "\n", good.split("\n").length - 1, 0)).includes("supersedes"));
  const tree = "match:\n  all:\n    - \n";
  assert.ok((await server.completions(uriOf("b.yaml"), tree, 2, 6)).includes("prerequisite"));
  const rerun = "rerun: \n";
  assert.ok((await server.completions(uriOf("c.yaml"), rerun, 0, 7)).includes("after-restart"));
});
