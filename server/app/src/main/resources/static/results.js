// Answers as a table that sorts, and as pivot, chart and map. All of it is drawn here; nothing is asked for but labels.

const language = document.documentElement.lang;
const xsd = "http://www.w3.org/2001/XMLSchema#";
const numeric = new Set(["integer", "decimal", "double", "float", "int", "long"].map((name) => xsd + name));

export function numberOf(cell) {
  return cell && cell.type !== "uri" && numeric.has(cell.datatype) && Number.isFinite(Number(cell.value)) ? Number(cell.value) : null;
}

function written(cell, labels) {
  if (!cell) {
    return "";
  }
  if (cell.type === "uri") {
    return labels.get(cell.value) || cell.value;
  }
  const number = numberOf(cell);
  return number === null || Number.isInteger(number) && cell.value.length === 4 ? cell.value : number.toLocaleString(language, { maximumFractionDigits: 3 });
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

/** Where an IRI leads on this server. */
function address(iri, base) {
  if (!iri.startsWith(base)) {
    return /^https?:/.test(iri) ? `/resource?iri=${encodeURIComponent(iri)}` : null;
  }
  const path = iri.slice(base.length - 1);
  return path.startsWith("/id/") ? `/doc/${path.slice(4)}` : path.startsWith("/kos/") ? `/doc${path}` : path;
}

export function table(answer, options) {
  const { vars } = answer.head;
  const rows = [...answer.results.bindings];
  const body = element("tbody");
  const fill = () => body.replaceChildren(...rows.map((row) => element("tr", {}, ...vars.map((name) => cell(row[name], options)))));
  const heads = vars.map((name) => {
    const button = element("button", { type: "button", class: "sort" }, name);
    const head = element("th", { scope: "col" }, button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      rows.sort((one, other) => compare(one[name], other[name], options.labels) * (down ? -1 : 1));
      fill();
    });
    return head;
  });
  fill();
  return element("table", {}, element("thead", {}, element("tr", {}, ...heads)), body);
}

function compare(one, other, labels) {
  const [left, right] = [numberOf(one), numberOf(other)];
  return left !== null && right !== null ? left - right : written(one, labels).localeCompare(written(other, labels), language);
}

function cell(value, options) {
  const text = written(value, options.labels);
  if (value && value.type === "uri") {
    const href = address(value.value, options.base);
    return element("td", {}, href ? element("a", { href, title: value.value }, text) : text);
  }
  const number = numberOf(value);
  const made = element("td", number === null ? {} : { class: "number" }, text.length > 300 ? `${text.slice(0, 300)} …` : text);
  if (value && value["xml:lang"] && value["xml:lang"] !== language) {
    made.lang = value["xml:lang"];
  }
  return made;
}

/** The columns that make a chart: the first that is no number, and all that are. */
function columns(answer) {
  const { vars } = answer.head;
  const numbers = vars.filter((name) => answer.results.bindings.some((row) => row[name]) && answer.results.bindings.every((row) => !row[name] || numberOf(row[name]) !== null));
  const names = vars.filter((name) => !numbers.includes(name));
  const literal = names.find((name) => answer.results.bindings.every((row) => !row[name] || row[name].type === "literal"));
  return { names, numbers, name: literal || names[0] };
}

export function chart(answer, options) {
  const { numbers, name } = columns(answer);
  const rows = answer.results.bindings.slice(0, 60);
  if (numbers.length === 0 || rows.length === 0) {
    return element("p", { class: "quiet" }, options.words.noChart);
  }
  const value = numbers[numbers.length - 1];
  const most = Math.max(0, ...rows.map((row) => numberOf(row[value]) ?? 0));
  const drawing = svg("svg", { class: "chart", viewBox: `0 0 640 ${rows.length * 26 + 30}`, role: "img", "aria-label": `${value} / ${name || ""}` });
  drawing.append(svg("text", { class: "axis", x: 200, y: 14 }, value));
  rows.forEach((row, index) => {
    const y = 24 + index * 26;
    const text = name ? written(row[name], options.labels) : String(index + 1);
    const number = numberOf(row[value]);
    drawing.append(svg("text", { class: "name", x: 192, y: y + 17, "text-anchor": "end" }, text.length > 28 ? `${text.slice(0, 27)}…` : text));
    if (number !== null && number >= 0) {
      const width = most > 0 ? (number / most) * 360 : 0;
      drawing.append(svg("rect", { class: "series0", x: 200, y: y + 3, width: Math.max(1, width), height: 19 }));
      drawing.append(svg("text", { class: "value", x: 206 + width, y: y + 17 }, written(row[value], options.labels)));
    } else {
      drawing.append(svg("text", { class: "value", x: 206, y: y + 17 }, written(row[value], options.labels) || "–"));
    }
  });
  return drawing;
}

/** Positions of a WKT literal: rings of longitude and latitude. */
function rings(text) {
  return [...text.matchAll(/\(([^()]+)\)/g)].map((match) => match[1].split(",").map((pair) => pair.trim().split(/\s+/).map(Number)))
    .filter((ring) => ring.every((pair) => pair.length >= 2 && pair.every(Number.isFinite)));
}

export function map(answer, options) {
  const { vars } = answer.head;
  const features = [];
  for (const row of answer.results.bindings) {
    const wkt = vars.map((name) => row[name]).find((value) => value && /wktLiteral$/.test(value.datatype || ""));
    if (wkt) {
      const other = vars.filter((name) => row[name] && row[name] !== wkt).map((name) => written(row[name], options.labels));
      features.push({ rings: rings(wkt.value), point: /^\s*POINT/i.test(wkt.value), label: other.join(", ") });
    }
  }
  const all = features.flatMap((feature) => feature.rings.flat());
  if (all.length === 0) {
    return element("p", { class: "quiet" }, options.words.noMap);
  }
  const [west, east] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [south, north] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const scale = 620 / Math.max(1e-4, east - west);
  const scaleY = scale / Math.cos(((south + north) / 2) * Math.PI / 180);
  const place = ([x, y]) => [(10 + (x - west) * scale).toFixed(1), (10 + (north - y) * scaleY).toFixed(1)];
  const height = Math.min(900, 20 + (north - south) * scaleY);
  const drawing = svg("svg", { class: "map", viewBox: `0 0 640 ${height.toFixed(0)}`, role: "img", "aria-label": options.words.map });
  for (const feature of features) {
    const title = svg("title", {}, feature.label);
    if (feature.point) {
      const [cx, cy] = place(feature.rings[0][0]);
      drawing.append(svg("circle", { class: "spot", cx, cy, r: 4 }, title));
    } else {
      const path = feature.rings.map((ring) => `M${ring.map((pair) => place(pair).join(" ")).join("L")}Z`).join("");
      drawing.append(svg("path", { class: "here", d: path }, title));
    }
  }
  return drawing;
}

/** Rows against columns: counts, or sums of a number. */
export function pivot(answer, options) {
  const { vars } = answer.head;
  const { numbers } = columns(answer);
  const chosen = { row: vars[0], column: vars[1] || vars[0], value: numbers[numbers.length - 1] || "" };
  const holder = element("div");
  const grid = element("div", { class: "scroll" });
  const choose = (key, label, names) => {
    const select = element("select", {}, ...names.map((name) => element("option", { value: name }, name || options.words.count)));
    select.value = chosen[key];
    select.addEventListener("change", () => { chosen[key] = select.value; draw(); });
    return element("label", { class: "inline-label" }, `${label} `, select);
  };
  holder.append(element("p", { class: "fields" }, choose("row", options.words.rows, vars), choose("column", options.words.columns, vars), choose("value", options.words.value, ["", ...numbers])), grid);

  function draw() {
    const sums = new Map();
    const heads = new Set();
    for (const row of answer.results.bindings) {
      const [left, top] = [written(row[chosen.row], options.labels), written(row[chosen.column], options.labels)];
      heads.add(top);
      const line = sums.get(left) || sums.set(left, new Map()).get(left);
      line.set(top, (line.get(top) || 0) + (chosen.value ? numberOf(row[chosen.value]) || 0 : 1));
    }
    const tops = [...heads].slice(0, 40);
    grid.replaceChildren(element("table", {},
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, chosen.row), ...tops.map((top) => element("th", { scope: "col", class: "number" }, top)))),
      element("tbody", {}, ...[...sums].slice(0, 500).map(([left, line]) => element("tr", {}, element("th", { scope: "row" }, left),
        ...tops.map((top) => element("td", { class: "number" }, line.has(top) ? line.get(top).toLocaleString(language) : "")))))));
  }
  draw();
  return holder;
}
