// Every sample's report keeps to the schema of its format.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import test from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { pathOf, root, run, samples } from "./reports.mjs";

const require = createRequire(import.meta.url);
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const reportSchema = readJson(join(root, "docs/report-schema.json"));
const validReport = ajv.compile(reportSchema);
const validLog = ajv.compile({ ...reportSchema, $id: undefined, properties: undefined, required: undefined, $ref: "#/$defs/log" });

// A pattern of the official schema is no valid Unicode pattern.
const sarifAjv = new AjvDraft04({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(sarifAjv);
const sarifFolder = join(require.resolve("@microsoft/jest-sarif"), "../schemas");
const validSarif = sarifAjv.compile(readJson(join(sarifFolder, "sarif-2.1.0-rtm.5.json")));

const check = (validate, data) => assert.ok(validate(data), JSON.stringify(validate.errors, null, 2));

for (const sample of samples) {
  test(`JSON of ${sample} keeps to docs/report-schema.json`, () => {
    check(validReport, JSON.parse(run(pathOf(sample), "--format", "json")));
  });

  test(`NDJSON of ${sample} keeps to the schema of a log`, () => {
    for (const line of run(pathOf(sample), "--format", "ndjson").trimEnd().split("\n")) check(validLog, JSON.parse(line));
  });

  test(`SARIF of ${sample} keeps to the schema of SARIF 2.1.0`, () => {
    check(validSarif, JSON.parse(run(pathOf(sample), "--format", "sarif")));
  });
}

test("SARIF of all samples together names each rule once", () => {
  const sarif = JSON.parse(run("samples", "--format", "sarif"));
  check(validSarif, sarif);
  const ids = sarif.runs[0].tool.driver.rules.map((rule) => rule.id);
  assert.equal(new Set(ids).size, ids.length);
  for (const result of sarif.runs[0].results) assert.equal(ids[result.ruleIndex], result.ruleId);
});

test("the schema refuses what is no report", () => {
  assert.ok(!validReport({ schema: "exdiag.report/1" }));
  assert.ok(!validReport({ schema: "exdiag.report/2", tool: {}, logs: [] }));
});
