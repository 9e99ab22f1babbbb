// The SPARQL workbench. Without this script the page is a plain form that works; nothing is sent before "Run" but
// completion.

import { editor } from "./editor.js";
import { completer } from "./complete.js";
import { chart, map, pivot, table } from "./results.js";
import { snippets } from "./snippets.js";

const place = document.getElementById("workbench");
const words = JSON.parse(place.dataset.words);
const { base } = place.dataset;
const form = place.querySelector("form");
const textarea = form.querySelector("textarea");
const status = place.querySelector("[data-status]");
const output = document.getElementById("output");
const cancel = form.querySelector("[data-cancel]");
const tabs = place.querySelector("[data-tabs]");
const shownRows = 1000;
const longestLink = 8000;
let running = null;

const kept = {
  read(key, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(`workbench.${key}`)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(`workbench.${key}`, JSON.stringify(value));
    } catch {
      // A browser that keeps nothing works too.
    }
  },
};

// Tabs: texts that stay in this browser.
const asked = new URLSearchParams(location.search).get("query");
let texts = kept.read("tabs", []);
let open = Math.min(kept.read("open", 0), Math.max(0, texts.length - 1));
if (asked !== null || texts.length === 0) {
  open = texts.indexOf(textarea.value);
  if (open < 0) {
    open = texts.push(textarea.value) - 1;
  }
}
textarea.value = texts[open];

const area = editor(textarea, {
  parent: place.querySelector("[data-editor]"),
  nonce: place.dataset.nonce,
  label: words.query,
  complete: completer(`/sparql/completion?lang=${document.documentElement.lang}`, document.documentElement.lang),
  run: () => run(),
  changed: () => { texts[open] = textarea.value; keep(); },
});
place.classList.add("ready");
showTabs();
showHistory();

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
cancel.addEventListener("click", () => running && fetch(`/sparql/running/${running}`, { method: "DELETE" }));
place.querySelector("[data-share]").addEventListener("click", share);
place.querySelector("[data-plan]").addEventListener("click", () => run("/sparql/plan"));
for (const button of document.querySelectorAll("[data-example]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    add(button.closest("form").elements.query.value);
  });
}

function keep() {
  kept.write("tabs", texts);
  kept.write("open", open);
}

function add(text) {
  open = texts.push(text) - 1;
  area.replace(text);
  keep();
  showTabs();
  place.scrollIntoView();
}

function showTabs() {
  const buttons = texts.map((text, index) => {
    const item = document.createElement("span");
    item.className = "tab";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${words.tab} ${index + 1}`;
    button.setAttribute("aria-pressed", String(index === open));
    button.addEventListener("click", () => { open = index; area.replace(texts[index]); keep(); showTabs(); });
    item.append(button);
    if (texts.length > 1) {
      const close = document.createElement("button");
      close.type = "button";
      close.className = "close";
      close.textContent = "×";
      close.setAttribute("aria-label", `${words.close} ${index + 1}`);
      close.addEventListener("click", () => {
        texts.splice(index, 1);
        open = Math.min(open > index ? open - 1 : open, texts.length - 1);
        area.replace(texts[open]);
        keep();
        showTabs();
      });
      item.append(close);
    }
    return item;
  });
  const more = document.createElement("button");
  more.type = "button";
  more.className = "close";
  more.textContent = "+";
  more.setAttribute("aria-label", words.newTab);
  more.addEventListener("click", () => add("SELECT * WHERE {\n  ?s ?p ?o\n} LIMIT 10"));
  tabs.replaceChildren(...buttons, more);
}

function identifier() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function run(path = "/sparql") {
  if (running) {
    return;
  }
  running = identifier();
  area.clear();
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1000).toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
  const clock = setInterval(() => { status.textContent = `${words.running} ${seconds()} s`; }, 100);
  const arrived = async (content) => {
    const value = await content;
    clearInterval(clock);
    return value;
  };
  cancel.hidden = false;
  const query = area.text();
  const body = new URLSearchParams({ query, limit: String(shownRows) });
  const timeout = form.elements.timeout.value;
  if (timeout) {
    body.set("timeout", timeout);
  }
  try {
    const answer = await fetch(`${path}?lang=${document.documentElement.lang}`, {
      method: "POST",
      headers: { "Query-Id": running, Accept: "application/sparql-results+json, text/turtle;q=0.9, application/problem+json;q=0.8" },
      body,
    });
    const type = answer.headers.get("Content-Type") || "";
    if (!answer.ok) {
      explain(type.includes("json") ? await arrived(answer.json()) : { detail: await arrived(answer.text()) });
    } else if (path === "/sparql/plan") {
      plan(await arrived(answer.json()), seconds());
    } else if (type.includes("json")) {
      await show(query, await arrived(answer.json()), { seconds: seconds(), state: answer.headers.get("Stadtgraph-State") });
    } else {
      graph(query, await arrived(answer.text()), seconds());
    }
    remember(query);
  } catch (error) {
    status.textContent = `${words.failed} ${error.message}`;
  } finally {
    clearInterval(clock);
    cancel.hidden = true;
    running = null;
  }
}

/** An error at its line, in words, with what repairs it where the server knows. */
function explain(problem) {
  status.textContent = "";
  const box = document.createElement("div");
  box.className = "note";
  box.setAttribute("role", "alert");
  const title = document.createElement("strong");
  title.textContent = problem.title || words.failed;
  const text = document.createElement("p");
  text.textContent = problem.detail || "";
  box.append(title, text);
  if (problem.line) {
    area.mark(problem.line, problem.column || 1, problem.detail || problem.title);
  }
  if (typeof problem.suggestion === "string" && /^PREFIX/i.test(problem.suggestion)) {
    const repair = document.createElement("button");
    repair.type = "button";
    repair.textContent = `${words.insert} ${problem.suggestion}`;
    repair.addEventListener("click", () => { area.prepend(`${problem.suggestion}\n`); repair.remove(); });
    box.append(repair);
  }
  output.replaceChildren(box);
}

async function show(query, answer, facts) {
  if ("boolean" in answer) {
    status.textContent = `${facts.seconds} s`;
    const truth = document.createElement("p");
    truth.className = "figure";
    truth.textContent = answer.boolean ? words.yes : words.no;
    output.replaceChildren(truth);
    return;
  }
  const count = answer.results.bindings.length;
  const cut = count >= shownRows ? ` – ${words.cut}` : ` – ${words.complete}`;
  status.textContent = `${count.toLocaleString(document.documentElement.lang)} ${words.rowsIn} ${facts.seconds} s, ${words.state} ${facts.state}${cut}`;
  const options = { base, words, labels: new Map() };
  const views = { [words.table]: table, [words.chart]: chart, [words.map]: map, [words.pivot]: pivot };
  const panel = document.createElement("div");
  panel.className = "scroll tall";
  panel.tabIndex = 0;
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", words.answer);
  let current = words.table;
  const bar = document.createElement("div");
  bar.className = "views";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", words.views);
  const draw = () => {
    [...bar.children].forEach((button) => button.setAttribute("aria-pressed", String(button.textContent === current)));
    panel.replaceChildren(views[current](answer, options));
  };
  Object.keys(views).forEach((name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", () => { current = name; draw(); });
    bar.append(button);
  });
  output.replaceChildren(bar, panel, downloads(query, ["csv", "csv-excel", "json", "tsv", "xml"]), code(query));
  draw();
  await label(answer, options);
  draw();
}

/** How the query is done: a step a line, what it reads from one column further in. */
function plan(steps, seconds) {
  status.textContent = `${seconds} s`;
  const lead = document.createElement("p");
  lead.className = "quiet";
  lead.textContent = words.planLead;
  const rows = document.createElement("table");
  const head = rows.createTHead().insertRow();
  for (const title of [words.step, words.expected, words.seen, words.time]) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = title;
    head.append(cell);
  }
  const body = rows.createTBody();
  const number = (value, digits = 0) => value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: digits });
  const add = (step, depth) => {
    const row = body.insertRow();
    const inside = step.engine.startsWith("arq");
    const cells = inside ? ["", "", step.engine] : [number(step.expected), number(step.rows), `${number(step.micros / 1000, 2)} ms`];
    row.insertCell().textContent = "\u2003".repeat(depth) + step.operator.replace(/<[^>]*[#/]([^>#/]+)>/g, ":$1");
    for (const text of cells) {
      const cell = row.insertCell();
      cell.className = "number";
      cell.textContent = text;
    }
    step.inputs.forEach((input) => add(input, depth + 1));
  };
  steps.forEach((step) => add(step, 0));
  const panel = document.createElement("div");
  panel.className = "scroll tall";
  panel.tabIndex = 0;
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", words.plan);
  panel.append(rows);
  output.replaceChildren(lead, panel);
}

function graph(query, text, seconds) {
  status.textContent = `${seconds} s`;
  const lines = document.createElement("pre");
  lines.className = "scroll tall";
  lines.tabIndex = 0;
  lines.textContent = text.length > 200_000 ? `${text.slice(0, 200_000)}\n…` : text;
  output.replaceChildren(lines, downloads(query, ["ttl", "nt", "jsonld", "rdf"]), code(query));
}

/** Asks once for the labels of the things in the answer. */
async function label(answer, options) {
  const iris = new Set();
  for (const row of answer.results.bindings) {
    for (const value of Object.values(row)) {
      if (value.type === "uri" && /^https?:[^\s<>"{}|\\^`]+$/.test(value.value) && iris.size < 400) {
        iris.add(value.value);
      }
    }
  }
  if (iris.size === 0) {
    return;
  }
  const language = document.documentElement.lang;
  const query = `SELECT ?thing ?label WHERE { VALUES ?thing { ${[...iris].map((iri) => `<${iri}>`).join(" ")} }
    { ?thing <http://www.w3.org/2004/02/skos/core#prefLabel> ?label } UNION { ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label }
    FILTER(LANG(?label) = "${language}" || LANG(?label) = "") }`;
  const found = await fetch("/sparql", { method: "POST", headers: { Accept: "application/sparql-results+json" }, body: new URLSearchParams({ query }) });
  if (found.ok) {
    (await found.json()).results.bindings.forEach((row) => options.labels.set(row.thing.value, row.label.value));
  }
}

/** The whole answer as a file: a link as long as it fits into an address, else a form. */
function downloads(query, formats) {
  const line = document.createElement("p");
  line.className = "formats";
  const title = document.createElement("span");
  title.textContent = words.download;
  line.append(title);
  for (const format of formats) {
    const href = `/sparql?format=${format}&query=${encodeURIComponent(query)}`;
    const link = document.createElement(href.length < longestLink ? "a" : "button");
    link.textContent = format;
    if (href.length < longestLink) {
      link.href = href;
    } else {
      link.type = "button";
      link.addEventListener("click", () => post(query, format));
    }
    line.append(link);
  }
  return line;
}

function post(query, format) {
  const plain = document.createElement("form");
  plain.method = "post";
  plain.action = "/sparql";
  for (const [name, value] of [["query", query], ["format", format]]) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    plain.append(field);
  }
  document.body.append(plain);
  plain.submit();
  plain.remove();
}

function code(query) {
  const holder = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = words.use;
  holder.append(summary);
  for (const [name, text] of Object.entries(snippets(query, `${location.origin}/sparql`, words))) {
    const title = document.createElement("h3");
    title.textContent = name;
    const block = document.createElement("pre");
    block.tabIndex = 0;
    block.textContent = text;
    const copy = document.createElement("button");
    copy.type = "button";
    copy.className = "light";
    copy.textContent = words.copy;
    copy.addEventListener("click", async () => { await navigator.clipboard.writeText(text); copy.textContent = words.copied; });
    holder.append(title, block, copy);
  }
  return holder;
}

async function share() {
  const link = `${location.origin}/sparql?query=${encodeURIComponent(area.text())}`;
  if (link.length > longestLink) {
    status.textContent = words.tooLong;
    return;
  }
  history.replaceState(null, "", link);
  try {
    await navigator.clipboard.writeText(link);
    status.textContent = words.shared;
  } catch {
    status.textContent = link;
  }
}

// History: the last queries, kept in this browser.
function remember(query) {
  const before = kept.read("history", []).filter((each) => each.query !== query);
  kept.write("history", [{ query, time: new Date().toISOString() }, ...before].slice(0, 30));
  showHistory();
}

function showHistory() {
  const list = document.getElementById("history");
  const entries = kept.read("history", []);
  list.closest("details").hidden = entries.length === 0;
  list.replaceChildren(...entries.map((entry) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "light";
    const line = entry.query.replace(/^\s*(prefix|base)[^\n]*\n/gim, "").replace(/\s+/g, " ").trim();
    button.textContent = `${new Date(entry.time).toLocaleString(document.documentElement.lang)} – ${line.slice(0, 90)}`;
    button.addEventListener("click", () => add(entry.query));
    item.append(button);
    return item;
  }));
}
