// What the page can do beyond being read: copy commands, filter and sort lists, switch light and dark.
// Texts are only ever set as text. Without this script the page shows everything and no dead control.
"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  const announcer = document.createElement("p");
  announcer.className = "visually-hidden";
  announcer.setAttribute("role", "status");
  document.body.append(announcer);
  const announce = (text) => {
    announcer.textContent = "";
    window.setTimeout(() => { announcer.textContent = text; }, 50);
  };

  // --- commands to copy

  const copyBySelection = (code) => {
    const range = document.createRange();
    range.selectNodeContents(code);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    const copied = document.execCommand("copy");
    if (copied) selection.removeAllRanges();
    return copied;
  };

  const copy = async (code) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      return true;
    } catch {
      return copyBySelection(code);
    }
  };

  const addCopyButton = (block) => {
    const code = block.querySelector("code");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    const name = code.textContent.trim().split("\n")[0].slice(0, 60);
    button.setAttribute("aria-label", "Copy command: " + name);
    button.addEventListener("click", async () => {
      const copied = await copy(code);
      button.textContent = copied ? "Copied" : "Press Ctrl+C";
      announce(copied ? "Command copied" : "The command is selected; press Control C to copy it");
      window.setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
    block.append(button);
  };

  // --- lists to filter

  const setUpFilters = (list) => {
    const fields = all("[data-filter]", list);
    const items = all(".item", list);
    const count = list.querySelector(".count");
    if (!fields.length || !count) return;
    const unfiltered = count.textContent;
    const texts = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));
    const passes = (item) => fields.every((field) => {
      const wanted = field.value;
      if (wanted === "") return true;
      if (field.dataset.filter !== "text") return item.getAttribute("data-" + field.dataset.filter) === wanted;
      return wanted.toLowerCase().split(/\s+/).every((word) => texts.get(item).includes(word));
    });
    const apply = () => {
      let shown = 0;
      for (const item of items) {
        item.hidden = !passes(item);
        if (!item.hidden) shown += 1;
      }
      count.textContent = shown === items.length ? unfiltered : shown + " of " + unfiltered;
    };
    for (const field of fields) field.addEventListener("input", apply);
  };

  // --- tables to sort

  const sortRows = (table, column, descending) => {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const key = (row) => row.cells[column].textContent.trim();
    rows.sort((a, b) => key(a).localeCompare(key(b), undefined, {numeric: true}) * (descending ? -1 : 1));
    body.append(...rows);
  };

  const setUpSorting = (table) => {
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const descending = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        sortRows(table, column, descending);
      });
    });
  };

  // --- light and dark

  const root = document.documentElement;
  const remembered = (value) => {
    try {
      if (value === undefined) return window.localStorage.getItem("exdiag-theme");
      window.localStorage.setItem("exdiag-theme", value);
    } catch {
      // A page from a file may have no storage; then the choice lasts as long as the page.
    }
    return null;
  };
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme || (prefersDark.matches ? "dark" : "light")) === "dark";

  const setUpTheme = (button) => {
    const label = () => { button.textContent = isDark() ? "Light" : "Dark"; };
    const known = remembered();
    if (known === "light" || known === "dark") root.dataset.theme = known;
    label();
    prefersDark.addEventListener("change", label);
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      remembered(root.dataset.theme);
      label();
    });
  };

  // --- on paper everything is open

  const openForPrint = () => {
    for (const details of all("details:not([open])")) {
      details.open = true;
      details.dataset.openedForPrint = "";
    }
  };
  const closeAfterPrint = () => {
    for (const details of all("details[data-opened-for-print]")) {
      details.open = false;
      delete details.dataset.openedForPrint;
    }
  };

  // --- "/" goes to the search field, as in most pages with one

  const focusSearch = (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest("input, select, textarea")) return;
    const field = document.querySelector("input[type=search]");
    if (!field) return;
    event.preventDefault();
    field.focus();
  };

  all("[data-needs-script]").forEach((element) => { element.hidden = false; });
  all(".command").forEach(addCopyButton);
  all(".filterable").forEach(setUpFilters);
  all("table.sortable").forEach(setUpSorting);
  all("[data-action=theme]").forEach(setUpTheme);
  all("[data-action=print]").forEach((button) => button.addEventListener("click", () => window.print()));
  window.addEventListener("beforeprint", openForPrint);
  window.addEventListener("afterprint", closeAfterPrint);
  document.addEventListener("keydown", focusSearch);
})();
