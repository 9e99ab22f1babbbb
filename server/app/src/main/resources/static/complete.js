// Completion from the data: after "a" the classes, else the properties that things of the class have, prefixes,
// variables, and things by their label. What there is comes from the server once, when the editor is used first.

const keywords = ("SELECT DISTINCT WHERE FILTER OPTIONAL UNION MINUS GROUP BY ORDER BY DESC ASC LIMIT OFFSET HAVING "
  + "BIND AS VALUES CONSTRUCT ASK DESCRIBE FROM NAMED GRAPH EXISTS NOT COUNT SUM AVG MIN MAX SAMPLE GROUP_CONCAT "
  + "STR LANG LANGMATCHES DATATYPE BOUND IF COALESCE CONTAINS STRSTARTS STRENDS REGEX LCASE UCASE YEAR MONTH DAY NOW ROUND").split(" ");

/** @param more other words, in the place of those of SPARQL */
export function completer(address, language, more = keywords) {
  let loading;
  const known = () => (loading ??= fetch(address).then((answer) => (answer.ok ? answer.json() : { prefixes: {}, classes: [], properties: [] })));

  return async (context) => {
    const word = context.matchBefore(/[?$\w:\-äöüÄÖÜß]+/);
    if (!word || (word.from === word.to && !context.explicit)) {
      return null;
    }
    const data = await known();
    const text = context.state.doc.toString();
    const before = text.slice(0, word.from);
    const typed = word.text.toLowerCase();
    if (/^[?$]/.test(word.text)) {
      return { from: word.from, options: variables(text), validFor: /^[?$]\w*$/ };
    }
    const isClass = /(\ba|rdf:type)\s+$/.test(before);
    const options = isClass
      ? data.classes.map((term, rank) => option(term, 99 - rank, data, text))
      : [...properties(data, before, text), ...prefixes(data, text), ...more.map((label) => ({ label, type: "keyword", boost: -50 }))];
    const labels = isClass || typed.length < 3 || typed.includes(":") ? [] : await things(typed, language);
    return { from: word.from, options: [...options.filter((each) => matches(each, typed)), ...labels], filter: false };
  };

  function matches(each, typed) {
    return each.label.toLowerCase().includes(typed) || (each.detail || "").toLowerCase().includes(typed);
  }
}

function variables(text) {
  return [...new Set(text.match(/[?$]\w+/g) || [])].map((label) => ({ label, type: "variable" }));
}

/** The properties of the class that the subject before the cursor has come first. */
function properties(data, before, text) {
  const statement = before.slice(Math.max(before.lastIndexOf("{"), before.lastIndexOf(" .")) + 1);
  const subject = (statement.match(/[?$]\w+/) || [""])[0];
  const declared = subject && new RegExp(`\\${subject}\\s+(?:a|rdf:type)\\s+([\\w-]+:[\\w-]+)`).exec(text);
  const type = declared && data.classes.find((each) => each.name === declared[1]);
  const first = new Set(type ? type.properties : []);
  return data.properties.map((term, rank) => option(term, (first.has(term.name) ? 90 : 20) - Math.min(rank, 60) / 4, data, text));
}

function prefixes(data, text) {
  return Object.entries(data.prefixes)
    .filter(([prefix]) => !declares(text, prefix))
    .map(([prefix, namespace]) => ({
      label: `PREFIX ${prefix}:`, apply: `PREFIX ${prefix}: <${namespace}>\n`, detail: namespace, type: "namespace", boost: -30,
    }));
}

function declares(text, prefix) {
  return new RegExp(`prefix\\s+${prefix}:`, "i").test(text);
}

function option(term, boost, data, text) {
  return {
    label: term.name,
    detail: `${term.label} · ${term.count.toLocaleString(document.documentElement.lang)}`,
    boost,
    apply(view, completion, from, to) {
      const prefix = term.name.split(":")[0];
      const missing = term.name.includes("://") || declares(text, prefix) || !data.prefixes[prefix]
        ? "" : `PREFIX ${prefix}: <${data.prefixes[prefix]}>\n`;
      const insert = term.name.includes("://") ? `<${term.name}>` : term.name;
      view.dispatch({
        changes: [{ from: 0, insert: missing }, { from, to, insert }],
        selection: { anchor: from + missing.length + insert.length },
      });
    },
  };
}

/** Things whose label begins so: the IRI is written, the label shown. */
async function things(typed, language) {
  const answer = await fetch(`/search/suggest?q=${encodeURIComponent(typed)}&lang=${language}`);
  if (!answer.ok) {
    return [];
  }
  return (await answer.json()).map((thing) => ({ label: thing.label, detail: thing.hint, apply: `<${thing.iri}>`, type: "constant", boost: -10 }));
}
