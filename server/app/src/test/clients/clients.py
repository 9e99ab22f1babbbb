"""SPARQLWrapper and rdflib, unchanged, against a running server: python3 clients.py http://127.0.0.1:3030"""
import sys

from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, POST, TURTLE, URLENCODED, POSTDIRECTLY, XML, SPARQLWrapper

base = sys.argv[1]
count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def number(result):
    return int(result["results"]["bindings"][0]["n"]["value"])


seen = set()
for method in (GET, POST):
    for way in (URLENCODED, POSTDIRECTLY):
        wrapper = SPARQLWrapper(base + "/sparql")
        wrapper.setMethod(method)
        wrapper.setRequestMethod(way)
        wrapper.setQuery(count)
        wrapper.setReturnFormat(JSON)
        seen.add(number(wrapper.query().convert()))
assert len(seen) == 1 and seen.pop() > 0, seen

wrapper = SPARQLWrapper(base + "/sparql")
wrapper.setQuery(count)
wrapper.setReturnFormat(XML)
assert wrapper.query().convert().getElementsByTagName("binding").length == 1
wrapper.setReturnFormat(CSV)
assert wrapper.query().convert().startswith(b"n\r\n")
wrapper.setQuery("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 10")
wrapper.setReturnFormat(TURTLE)
graph = Graph()
graph.parse(data=wrapper.query().convert(), format="turtle")
assert len(graph) == 10, len(graph)
wrapper.setQuery("ASK { ?s ?p ?o }")
wrapper.setReturnFormat(JSON)
assert wrapper.query().convert()["boolean"] is True

store = Graph(store=SPARQLStore(base + "/sparql"))
rows = list(store.query("SELECT ?s WHERE { ?s ?p ?o } LIMIT 5"))
assert len(rows) == 5, rows
assert len(store) > 0
document = Graph()
document.parse(base + "/sparql")
assert len(document) > 10
print("python ok")
