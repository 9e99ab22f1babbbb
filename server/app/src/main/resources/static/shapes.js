// The editor of shapes: marks while typing, saving by itself, examples at once, the effect as it is found. Without this
// script the page is a set of plain forms that work.

import { editor } from "./editor.js";
import { completer } from "./complete.js";

const place = document.getElementById("shapes");
const words = JSON.parse(place.dataset.words);
const { address, part } = place.dataset;
const form = place.querySelector("form.query");
const textarea = form.querySelector("textarea");
const tag = form.elements.tag;
const status = place.querySelector("[data-status]");
const language = document.documentElement.lang;
const pause = 400;
const rest = 1500;
let lint = 0;
let save = 0;
let saving = false;
let found = [];

const terms = ("sh:PropertyShape sh:NodeShape sh:targetClass sh:targetNode sh:targetSubjectsOf sh:targetObjectsOf sh:severity sh:Info "
  + "sh:Warning sh:Violation jmo:Block sh:path sh:name sh:message jmo:repairHint sh:minCount sh:maxCount sh:datatype sh:class sh:nodeKind "
  + "sh:IRI sh:Literal sh:minInclusive sh:maxInclusive sh:minExclusive sh:maxExclusive sh:minLength sh:maxLength sh:pattern sh:flags "
  + "sh:languageIn sh:uniqueLang sh:in sh:hasValue sh:equals sh:disjoint sh:lessThan sh:not sh:or sh:and sh:xone sh:node sh:sparql "
  + "sh:select sh:prefixes sh:inversePath sh:alternativePath sh:zeroOrMorePath sh:deactivated").split(" ");
const own = fetch("/workshop/terms").then((answer) => (answer.ok ? answer.json() : []), () => []);
const fromData = completer(`/sparql/completion?lang=${language}`, language, terms);

const area = editor(textarea, {
  parent: form.querySelector("[data-editor]"),
  nonce: place.dataset.nonce,
  label: part,
  language: "turtle",
  complete,
  run: keep,
  changed: () => {
    clearTimeout(lint);
    clearTimeout(save);
    lint = setTimeout(mark, pause);
    save = setTimeout(keep, rest);
    status.textContent = words.unsaved;
  },
});
place.classList.add("ready");
mark();

form.addEventListener("submit", (event) => {
  event.preventDefault();
  keep();
});
addEventListener("beforeunload", (event) => {
  if (status.textContent === words.unsaved) {
    keep();
    event.preventDefault();
  }
});
document.addEventListener("click", (event) => {
  const line = event.target.closest("[data-line]");
  if (line) {
    event.preventDefault();
    area.go(Number(line.dataset.line));
  }
});

/** Terms of the data first, then terms of the ontologies that nothing uses yet. */
async function complete(context) {
  const found = await fromData(context);
  const word = context.matchBefore(/[\w:\-äöüÄÖÜß]+/);
  if (!word) {
    return found;
  }
  const typed = word.text.toLowerCase();
  const there = new Set((found ? found.options : []).map((option) => option.label));
  const options = (await own)
    .filter((term) => !there.has(term.name) && `${term.name} ${term[language] ?? ""}`.toLowerCase().includes(typed))
    .slice(0, 40)
    .map((term) => ({ label: term.name, detail: term[language] ?? "", boost: -20 }));
  return { from: found ? found.from : word.from, options: [...(found ? found.options : []), ...options], filter: false };
}

async function mark() {
  const text = area.text();
  const answer = await fetch(`${address}/marks?part=${encodeURIComponent(part)}&lang=${language}`, {
    method: "POST", headers: { "Content-Type": "text/turtle" }, body: text,
  });
  if (answer.ok && text === area.text()) {
    found = await answer.json();
    area.marks([...found, ...lacking()]);
    list(found);
  }
}

/** Shapes without an example, as the server said when the draft was last saved: marked at their lines too. */
function lacking() {
  return [...document.querySelectorAll("#examples [data-line]")]
    .filter(() => part === "shapes.ttl")
    .map((link) => ({ line: Number(link.dataset.line), column: 0, grave: false, message: link.nextElementSibling.textContent }));
}

function list(marks) {
  const items = marks.map(({ line, grave, message }) => {
    const item = document.createElement("li");
    const kind = document.createElement("b");
    kind.textContent = grave ? words.grave : words.advice;
    item.append(kind, " ");
    if (line > 0) {
      const link = document.createElement("a");
      link.href = "#text";
      link.dataset.line = String(line);
      link.textContent = `${words.line} ${line}`;
      item.append(link, ": ");
    }
    item.append(message);
    return item;
  });
  place.querySelector("#marks").replaceChildren(...items);
  place.querySelector("[data-marks]").hidden = items.length === 0;
}

/** Saves what has not been saved; a text of somebody else is never overwritten: then the form shows both. */
async function keep() {
  clearTimeout(save);
  if (saving) {
    save = setTimeout(keep, pause);
    return;
  }
  saving = true;
  const text = area.text();
  try {
    const answer = await fetch(`${address}/draft?part=${encodeURIComponent(part)}`, {
      method: "PUT",
      headers: { "Content-Type": "text/turtle", ...(tag.value ? { "If-Match": `"${tag.value}"` } : { "If-None-Match": "*" }) },
      body: text,
    });
    if (answer.status === 412) {
      status.textContent = "";
      form.submit();
      return;
    }
    if (!answer.ok) {
      status.textContent = words.failed;
      return;
    }
    tag.value = answer.headers.get("ETag").replace(/^W\/|-gzip|"/g, "");
    status.textContent = text === area.text() ? words.saved : words.unsaved;
    const lead = document.querySelector("[data-draft]");
    lead.textContent = lead.dataset.draft;
    await refresh();
  } catch {
    status.textContent = words.failed;
  } finally {
    saving = false;
  }
}

/** The parts beside the text, as the server sees the draft now: examples run, shapes without one. */
async function refresh() {
  const answer = await fetch(`${address}?part=${encodeURIComponent(part)}&lang=${language}`, { headers: { Accept: "text/html" } });
  if (!answer.ok) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of ["parts", "examples", "changes", "term-effect", "uses"]) {
    const [here, there] = [document.getElementById(id), fresh.getElementById(id)];
    if (here && there) {
      here.replaceWith(document.adoptNode(there));
    }
  }
  area.marks([...found, ...lacking()]);
}

// The effect, line by line as the server finds it.
const effect = place.querySelector("[data-effect]");
effect?.addEventListener("submit", async (event) => {
  event.preventDefault();
  await keep();
  const output = document.getElementById("effect");
  const id = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", words.checking);
  const stop = document.createElement("button");
  stop.type = "button";
  stop.className = "stop";
  stop.textContent = words.cancel;
  stop.addEventListener("click", () => fetch(`/workshop/previews/${id}`, { method: "DELETE" }));
  const line = document.createElement("p");
  line.className = "fields";
  line.append(bar, stop);
  const body = document.createElement("div");
  body.setAttribute("role", "status");
  output.replaceChildren(line, body);
  const answer = await fetch(`${address}/preview?lang=${language}`, {
    method: "POST", headers: { Accept: "application/x-ndjson", "Query-Id": id },
  });
  if (!answer.ok) {
    line.remove();
    const problem = await answer.json().catch(() => ({}));
    body.className = "note";
    body.textContent = problem.detail || words.failed;
    return;
  }
  const lines = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let begun = "";
  for (let chunk = await lines.read(); !chunk.done; chunk = await lines.read()) {
    const whole = (begun + chunk.value).split("\n");
    begun = whole.pop();
    whole.filter(Boolean).forEach((each) => tell(JSON.parse(each), bar, body));
  }
  line.remove();
});

function tell(told, bar, body) {
  if (told.all) {
    bar.max = told.all;
    bar.value = told.done;
  }
  const found = told.begun || told.change;
  if (found) {
    body.querySelector(".begun")?.remove();
    const section = change(found);
    section.classList.toggle("begun", Boolean(told.begun));
    body.append(section);
  }
  if (told.sentence) {
    const sentence = document.createElement("p");
    sentence.className = "lead";
    sentence.id = "sentence";
    sentence.textContent = told.complete ? told.sentence : `${told.sentence} ${words.incomplete}`;
    body.prepend(sentence);
  }
}

function change(found) {
  const section = document.createElement("section");
  const title = document.createElement("h3");
  title.textContent = `${found.dataset}: ${found.name}`;
  const counts = document.createElement("p");
  const least = found.bound ? "≥ " : "";
  counts.textContent = `${words.appeared} ${least}${found.new.toLocaleString(language)}, ${words.fixed} ${found.fixed.toLocaleString(language)}, `
    + `${words.unchanged} ${found.unchanged.toLocaleString(language)}, ${words.judged} ${found.judged.toLocaleString(language)}`
    + `${found.stopped ? ` – ${words.stopped}` : ""}`;
  const hint = document.createElement("p");
  hint.className = "quiet";
  hint.textContent = found.hint;
  const list = document.createElement("ul");
  for (const sample of found.samples.slice(0, 5)) {
    const item = document.createElement("li");
    if (sample.page && sample.origin) {
      const link = document.createElement("a");
      link.href = sample.page;
      link.textContent = sample.thing;
      const origin = document.createElement("a");
      origin.href = sample.origin;
      origin.textContent = words.origin;
      item.append(link, " (", origin, "): ");
    } else {
      item.append(`${sample.thing}: `);
    }
    item.append(`${sample.message} ${sample.value}`);
    if (sample.rule) {
      const rule = document.createElement("span");
      rule.className = "quiet";
      rule.textContent = sample.rule;
      item.append(" ", rule);
    }
    list.append(item);
  }
  section.append(title, counts, hint, list);
  return section;
}
