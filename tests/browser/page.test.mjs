// Every sample's HTML report in a real browser: no error, no request, no violation of its policy or of
// WCAG level A and AA; and what the page can do works by mouse and keyboard.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { nameOf, outputFolder, pathOf, samples, write } from "./reports.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const patience = 180_000; // ms for one step: a picture of the longest page takes half a minute on a busy machine

let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});

after(() => browser?.close());

// A page with a record of all that it must not do.
async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  page.wrongs = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.wrongs.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => page.wrongs.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { page.wrongs.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => {
    if (request.url() !== pathToFileURL(path).href) page.wrongs.push(`request: ${request.url()}`);
  });
  page.setDefaultTimeout(patience);
  await page.goto(pathToFileURL(path).href);
  return page;
}

async function close(page) {
  assert.deepEqual(page.wrongs, []);
  await page.context().close();
}

async function accessibilityViolations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
  return result.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

const scrollsSideways = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

async function checkLook(path, name, colorScheme, viewport, suffix) {
  const page = await open(path, { colorScheme, viewport, bypassCSP: true });
  assert.equal(await scrollsSideways(page), false, "the page is wider than the window");
  await page.screenshot({ path: join(outputFolder, `${name}-${suffix}.png`), fullPage: true });
  await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
  assert.equal(await scrollsSideways(page), false, "the page with all details open is wider than the window");
  assert.deepEqual(await accessibilityViolations(page), []);
  await close(page);
}

for (const sample of samples) {
  test(`the page of ${sample}`, async () => {
    const name = nameOf(sample);
    const path = write("html", `${name}.html`, pathOf(sample));
    const page = await open(path);
    assert.ok((await page.title()).endsWith(" - exdiag"));
    assert.ok(await page.getByRole("heading", { level: 1 }).isVisible());
    await close(page);
    await checkLook(path, name, "light", desktop, "light");
    await checkLook(path, name, "dark", phone, "dark-phone");
  });
}

test("the page of all samples together", async () => {
  const path = write("html", "all.html", "samples");
  const page = await open(path);
  const links = page.locator("nav.logs a");
  assert.ok((await links.count()) > 10);
  await links.nth(2).click();
  assert.match(page.url(), /#log3-report$/);
  await close(page);
  await checkLook(path, "all", "dark", desktop, "dark");
  await checkLook(path, "all", "light", phone, "light-phone");
});

test("the page of a triage: filters, sorting, groups", async () => {
  const path = write("html", "triage.html", "triage", "samples");
  const page = await open(path);
  const rows = page.locator("tbody tr:visible");
  const all = await rows.count();
  assert.ok(all > 10);
  await page.getByLabel("Search the logs").fill("cert-expired");
  const some = await rows.count();
  assert.ok(some > 0 && some < all);
  assert.match(await page.locator(".count").textContent(), /^\d+ of \d+ logs$/);
  await page.getByLabel("Search the logs").fill("");
  await page.getByLabel("Result").selectOption("Setup succeeded");
  assert.ok((await rows.count()) < all);
  await page.getByLabel("Result").selectOption("");
  await page.getByRole("button", { name: "Product" }).click();
  assert.equal(await page.locator("th[aria-sort=ascending]").count(), 1);
  await page.locator(".causes summary").first().click();
  assert.ok(await page.locator(".group-logs li").first().isVisible());
  await close(page);
  await checkLook(path, "triage", "light", desktop, "light");
  await checkLook(path, "triage", "dark", phone, "dark-phone");
});

test("a command is copied by its button, and the reader hears of it", async () => {
  const path = write("html", "copy.html", pathOf("cert-expired-cu.log"));
  const page = await open(path);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const block = page.locator(".command").first();
  await block.getByRole("button", { name: /^Copy command/ }).click();
  await block.getByText("Copied").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await block.locator("code").textContent());
  await page.locator("p[role=status]", { hasText: "Command copied" }).waitFor({ state: "attached" });
  await close(page);
});

test("errors are filtered by text and outcome", async () => {
  const path = write("html", "filter.html", pathOf("success-cu.log"));
  const page = await open(path);
  const errors = page.locator(".error:visible");
  const all = await errors.count();
  assert.ok(all > 0);
  await page.getByLabel("Search the errors").fill("no such text in the log");
  assert.equal(await errors.count(), 0);
  assert.match(await page.locator(".count").textContent(), /^0 of /);
  await page.getByLabel("Search the errors").fill("");
  assert.equal(await errors.count(), all);
  await close(page);
});

test("light and dark follow the system until the reader chooses", async () => {
  const path = write("html", "theme.html", pathOf("cert-expired-cu.log"));
  const page = await open(path, { colorScheme: "dark" });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.getByRole("button", { name: "Light" }).click();
  const light = await background();
  assert.notEqual(light, dark);
  await page.reload();
  assert.equal(await background(), light);
  await close(page);
});

test("all can be reached by keyboard, and where one is can be seen", async () => {
  const path = write("html", "keyboard.html", pathOf("cert-expired-cu.log"));
  const page = await open(path);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the report");
  const seen = new Set();
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      return { tag: element.tagName, outline: getComputedStyle(element).outlineStyle };
    });
    if (focus.tag === "BODY") break;
    assert.notEqual(focus.outline, "none", `${focus.tag} shows no focus`);
    seen.add(focus.tag);
  }
  for (const tag of ["A", "BUTTON", "SUMMARY"]) assert.ok(seen.has(tag), tag);
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.type), "search");
  await close(page);
});

test("without script everything is there and no control is dead", async () => {
  const path = write("html", "no-script.html", pathOf("cert-expired-cu.log"));
  const page = await open(path, { javaScriptEnabled: false });
  assert.equal(await page.locator("button:visible, input:visible, select:visible").count(), 0);
  assert.ok(await page.locator(".command code").first().isVisible());
  await close(page);
});

test("on paper the controls are gone and the details open", async () => {
  const path = write("html", "print.html", pathOf("cert-expired-cu.log"));
  const page = await open(path);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator("button:visible").count(), 0);
  assert.equal(await page.locator("details:not([open])").count(), 0);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.ok((await page.locator("details:not([open])").count()) > 0);
  await close(page);
});

test("a hostile log stays text", async () => {
  const log = join(outputFolder, "hostile.log");
  const hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'--> ]]> \u202Egnp.exe \u001b[31m </style></title>";
  writeFileSync(log, [
    "[03/10/2026 17:41:22.0126] [0] **********************************************",
    "[03/10/2026 17:41:22.0138] [0] Starting Microsoft Exchange Server 2016 Setup",
    "[03/10/2026 17:41:22.0155] [0] Setup version: 15.1.2507.6.",
    `[03/10/2026 17:41:22.0163] [0] Logged on user: ${hostile}.`,
    `[03/10/2026 17:41:30.0000] [1] Setup will run the task '${hostile}'`,
    `[03/10/2026 17:41:31.0000] [2] Beginning processing Get-${hostile}`,
    `[03/10/2026 17:48:49.0316] [2] [ERROR] ${hostile}`,
    `[03/10/2026 17:48:49.0337] [1] [ERROR] The following error was generated when "$error.Clear(); ${hostile}" was run: "System.Exception: ${hostile}".`,
    `[03/10/2026 17:48:49.0339] [1] [ERROR] ${hostile}`,
    "[03/10/2026 17:48:49.0373] [0] The Exchange Server setup operation didn't complete.",
    "[03/10/2026 17:48:49.0379] [0] End of Setup", ""].join("\r\n"));
  const page = await open(write("html", "hostile.html", log));
  assert.equal(await page.locator("script").count(), 1);
  assert.equal(await page.locator("img").count(), 0);
  assert.ok((await page.locator("body").textContent()).includes("<script>alert(1)</script>"));
  await close(page);
});
