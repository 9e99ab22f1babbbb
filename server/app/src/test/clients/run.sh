#!/bin/sh
# Real clients against a running server: sh run.sh [http://127.0.0.1:3030]
# A client that is not installed is passed over and said so. Exit 1 when one of them fails.
# Debian: python3-sparqlwrapper python3-rdflib; npm: @comunica/query-sparql; riot: Apache Jena's commands.
base=${1:-http://127.0.0.1:3030}
here=$(dirname "$0")
query='SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }'
failed=0

check() { # name, expected pattern, what was seen
  if printf '%s' "$3" | grep -Eq "$2"; then
    echo "ok      $1"
  else
    echo "FAILED  $1: $(printf '%s' "$3" | head -c 300)"
    failed=1
  fi
}

absent() { echo "absent  $1"; }

check "curl GET" '"bindings"' "$(curl -s -G "$base/sparql" --data-urlencode "query=$query")"
check "curl POST form" '^n' "$(curl -s "$base/sparql" --data-urlencode "query=$query" -d format=csv)"
check "curl POST direct" '<sparql' "$(curl -s "$base/sparql" -H 'Content-Type: application/sparql-query' -H 'Accept: application/sparql-results+xml' --data-binary "$query")"
check "curl QUERY" '"bindings"' "$(curl -s -X QUERY "$base/sparql" -H 'Content-Type: application/sparql-query' --data-binary "$query")"
check "curl --compressed" '^@prefix|^PREFIX|<http' "$(curl -s --compressed -G "$base/sparql" -H 'Accept: text/turtle' --data-urlencode 'query=CONSTRUCT WHERE { ?s ?p ?o } LIMIT 100')"
check "curl service description" 'service-description' "$(curl -s "$base/sparql")"

if python3 -c 'import SPARQLWrapper, rdflib' 2>/dev/null; then
  check "SPARQLWrapper and rdflib" 'python ok' "$(python3 "$here/clients.py" "$base" 2>&1)"
else
  absent "SPARQLWrapper, rdflib"
fi

comunica=$(command -v comunica-sparql || echo "$here/node_modules/.bin/comunica-sparql")
if [ -x "$comunica" ]; then
  check "comunica, as SPARQL endpoint" '"n"' "$("$comunica" "sparql@$base/sparql" "$query" 2>&1)"
  check "comunica, finding out by the service description" '"n"' "$("$comunica" "$base/sparql" "$query" 2>&1)"
else
  absent "comunica-sparql"
fi

if command -v riot >/dev/null; then
  check "riot from a URL" '<' "$(riot --syntax=turtle --output=nt "$base/sparql" 2>&1)"
else
  absent "riot"
fi
exit $failed
