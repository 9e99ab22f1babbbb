// The query in other tools, ready to copy.

const quoted = (text) => JSON.stringify(text);
const shell = (text) => `'${text.replaceAll("'", "'\\''")}'`;

export function snippets(query, endpoint, words) {
  const csv = `${endpoint}?format=csv&query=${encodeURIComponent(query)}`;
  return {
    curl: `curl ${shell(endpoint)} \\\n  -H 'Accept: text/csv' \\\n  --data-urlencode ${shell(`query=${query}`)}`,
    Python: `import io\nimport pandas as pd\nimport requests\n\nquery = """${query.replaceAll('"""', '\\"\\"\\"')}"""\nanswer = requests.post(${quoted(endpoint)}, data={"query": query}, headers={"Accept": "text/csv"})\nanswer.raise_for_status()\ntable = pd.read_csv(io.StringIO(answer.text))\nprint(table.head())`,
    R: `library(httr)\n\nquery <- ${quoted(query)}\nanswer <- POST(${quoted(endpoint)}, body = list(query = query), encode = "form", accept("text/csv"))\nstop_for_status(answer)\ntable <- read.csv(text = content(answer, "text", encoding = "UTF-8"))\nhead(table)`,
    JavaScript: `const query = ${quoted(query)};\nconst answer = await fetch(${quoted(endpoint)}, {\n  method: "POST",\n  headers: { Accept: "application/sparql-results+json" },\n  body: new URLSearchParams({ query }),\n});\nif (!answer.ok) throw new Error((await answer.json()).detail);\nconsole.table((await answer.json()).results.bindings);`,
    QGIS: `${words.qgis}\n${csv}`,
    Excel: `${words.excel}\n${csv.replace("format=csv&", "format=csv-excel&")}`,
  };
}
