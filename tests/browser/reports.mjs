// Reports of the samples, written by the program under test.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const outputFolder = join(root, "build/browser");
const program = process.env.EXDIAG ?? join(root, "build/try/exdiag");

mkdirSync(outputFolder, { recursive: true });

// Exit statuses 0 to 3 tell of the diagnosis.
export function run(...args) {
  const result = spawnSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  if (result.error) throw result.error;
  if (result.status > 3) throw new Error(`exdiag ${args.join(" ")}: status ${result.status}: ${result.stderr}`);
  return result.stdout;
}

export const samples = JSON.parse(readFileSync(join(root, "samples/expected.json"), "utf8")).map((each) => each.file);

export const pathOf = (sample) => join("samples", sample);

// "edge-cases/a.log" → "edge-cases-a.log"
export const nameOf = (sample) => sample.replaceAll("/", "-");

// The path of a report written to a file.
export function write(format, name, ...args) {
  const path = join(outputFolder, name);
  run(...args, "--format", format, "--output", path);
  return path;
}
