package de.stadtgraph.problem;

/// Everything that can go wrong in the server's parts: one code, one status, one title and one advice in two languages.
///
/// The IRI of a code is `{base}problem/{code}`; answers carry it as the `type` of RFC 9457 (section 3.1.1).
/// Commands exit with 1 on any of them.
public enum ErrorCode {
    BAD_REQUEST(
            "bad-request",
            400,
            new Text("Ungültige Anfrage", "Bad request"),
            new Text(
                    "Pfad, Kodierung oder Parameter haben nicht die erwartete Form.",
                    "Path, encoding or a parameter does not have the expected form.")),
    QUERY_SYNTAX(
            "query-syntax",
            400,
            new Text("Fehler in der SPARQL-Anfrage", "SPARQL syntax error"),
            new Text("Die genannte Stelle korrigieren.", "Correct the place named.")),
    QUERY_MISSING(
            "query-missing",
            400,
            new Text("Keine eindeutige Anfrage", "No single query"),
            new Text("Genau einen Parameter query senden.", "Send exactly one query parameter.")),
    QUERY_TOO_COMPLEX(
            "query-too-complex",
            400,
            new Text("Anfrage zu umfangreich", "Query too complex"),
            new Text("Die Anfrage vereinfachen oder teilen.", "Simplify the query or split it.")),
    FUNCTION_UNKNOWN(
            "function-unknown",
            400,
            new Text("Unbekannte Funktion", "Unknown function"),
            new Text(
                    "Nur die Funktionen der Service-Beschreibung verwenden.",
                    "Use only the functions of the service description.")),
    LIMIT_ABOVE_CAP(
            "limit-above-cap",
            400,
            new Text("Wert über der Grenze", "Value above the cap"),
            new Text("Einen Wert bis zur genannten Grenze senden.", "Send a value up to the cap named.")),
    PARAMETER_MISSING(
            "parameter-missing",
            400,
            new Text("Parameter fehlt", "Parameter missing"),
            new Text("Den genannten Parameter angeben.", "Give the parameter named.")),
    PARAMETER_INVALID(
            "parameter-invalid",
            400,
            new Text("Ungültiger Parameter", "Invalid parameter"),
            new Text("Einen Wert der genannten Art angeben.", "Give a value of the kind named.")),
    PARAMETER_UNKNOWN(
            "parameter-unknown",
            400,
            new Text("Unbekannter Parameter", "Unknown parameter"),
            new Text("Einen der genannten Parameter verwenden.", "Use one of the parameters named.")),
    SEARCH_SYNTAX(
            "search-syntax",
            400,
            new Text("Suchanfrage nicht verstanden", "Search not understood"),
            new Text("Wörter, „Wortgruppen“ und abc* verwenden.", "Use words, \"phrases\" and abc*.")),
    RDF_SYNTAX(
            "rdf-syntax",
            400,
            new Text("Fehler im RDF", "RDF syntax error"),
            new Text("Die genannte Zeile korrigieren.", "Correct the line named.")),
    SHAPE_INVALID(
            "shape-invalid",
            400,
            new Text("Ungültige Shape", "Invalid shape"),
            new Text("Die genannte Shape korrigieren.", "Correct the shape named.")),
    UNAUTHENTICATED(
            "unauthenticated",
            401,
            new Text("Anmeldung nötig", "Sign in first"),
            new Text(
                    "Ein gültiges Token als „Authorization: Bearer …“ senden oder sich anmelden.",
                    "Send a valid token as “Authorization: Bearer …”, or sign in.")),
    FORBIDDEN(
            "forbidden",
            403,
            new Text("Nicht erlaubt", "Forbidden"),
            new Text(
                    "Die Rolle des Kontos oder die Herkunft der Anfrage erlaubt das nicht.",
                    "The role of the account or the origin of the request does not allow it.")),
    READ_ONLY(
            "read-only",
            403,
            new Text("Nur lesender Zugriff", "Read only"),
            new Text(
                    "Öffentliche Graphen ändern sich nur durch eine Veröffentlichung.",
                    "Public graphs change by publication only.")),
    SERVICE_NOT_ALLOWED(
            "service-not-allowed",
            403,
            new Text("SERVICE nicht erlaubt", "SERVICE not allowed"),
            new Text("Daten anderer Endpunkte getrennt abfragen.", "Ask other endpoints separately.")),
    NOT_FOUND(
            "not-found",
            404,
            new Text("Nicht gefunden", "Not found"),
            new Text(
                    "Die Schreibweise prüfen oder die Vorschläge ansehen.",
                    "Check the spelling or look at the suggestions.")),
    GONE(
            "gone",
            410,
            new Text("Nicht mehr vorhanden", "Gone"),
            new Text("Frühere Freigaben nennen, was es gab.", "Earlier releases tell what there was.")),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            405,
            new Text("Methode nicht erlaubt", "Method not allowed"),
            new Text("Eine der erlaubten Methoden verwenden.", "Use one of the methods allowed.")),
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            new Text("Kein passendes Format", "Not acceptable"),
            new Text("Eines der genannten Formate anfordern.", "Ask for one of the formats named.")),
    QUERY_ID_IN_USE(
            "query-id-in-use",
            409,
            new Text("Query-Id vergeben", "Query id in use"),
            new Text("Eine neue Query-Id wählen.", "Choose a new query id.")),
    PRECONDITION_FAILED(
            "precondition-failed",
            412,
            new Text("Inzwischen geändert", "Changed meanwhile"),
            new Text("Den neuen Stand lesen und erneut senden.", "Read the new text and send again.")),
    BODY_TOO_LARGE(
            "body-too-large",
            413,
            new Text("Anfrage zu groß", "Body too large"),
            new Text("Weniger Daten auf einmal senden.", "Send less at a time.")),
    URI_TOO_LONG(
            "uri-too-long",
            414,
            new Text("Adresse zu lang", "URI too long"),
            new Text("Die Anfrage mit POST senden.", "Send the query by POST.")),
    HEADERS_TOO_LARGE(
            "headers-too-large",
            431,
            new Text("Kopfzeilen zu groß", "Headers too large"),
            new Text("Kürzere Kopfzeilen senden; 16 KB reichen.", "Send shorter headers; 16 KB are enough.")),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            415,
            new Text("Medientyp nicht unterstützt", "Unsupported media type"),
            new Text("Einen der genannten Medientypen senden.", "Send one of the media types named.")),
    QUERY_OVER_BUDGET(
            "query-over-budget",
            422,
            new Text("Anfrage überschreitet ihr Budget", "Query over budget"),
            new Text(
                    "LIMIT setzen, das Muster einschränken oder den Download verwenden.",
                    "Set a LIMIT, narrow the pattern or use the download.")),
    RATE_LIMITED(
            "rate-limited",
            429,
            new Text("Zu viele Anfragen", "Too many requests"),
            new Text("Nach der genannten Zeit weitermachen.", "Go on after the time named.")),
    INTERNAL(
            "internal",
            500,
            new Text("Interner Fehler", "Internal error"),
            new Text("Der Fehler liegt bei uns und ist protokolliert.", "The fault is ours and is in the log.")),
    QUERY_TIMEOUT(
            "query-timeout",
            503,
            new Text("Zeit überschritten", "Query timed out"),
            new Text(
                    "Das Muster einschränken oder timeout bis zur Grenze erhöhen.",
                    "Narrow the pattern or raise timeout up to the cap.")),
    QUERY_CANCELLED(
            "query-cancelled",
            503,
            new Text("Anfrage abgebrochen", "Query cancelled"),
            new Text("Die Anfrage wurde über ihre Query-Id beendet.", "The query was ended by its query id.")),
    SERVICE_FAILED(
            "service-failed",
            503,
            new Text("Anderes Portal ohne Antwort", "No answer from another portal"),
            new Text(
                    "Später erneut versuchen, weniger erfragen oder mit SERVICE SILENT auf das Portal verzichten.",
                    "Try again later, ask for less, or do without the portal by SERVICE SILENT.")),
    OVERLOADED(
            "overloaded",
            503,
            new Text("Ausgelastet", "Overloaded"),
            new Text("Nach der genannten Zeit erneut versuchen.", "Try again after the time named.")),
    STARTING(
            "starting",
            503,
            new Text("Server startet", "Starting"),
            new Text("In wenigen Sekunden erneut versuchen.", "Try again in a few seconds.")),
    BAD_ARGUMENT(
            "bad-argument",
            400,
            new Text("Ungültiges Argument", "Bad argument"),
            new Text(
                    "Die Hilfe des Befehls nennt die erlaubten Argumente.",
                    "The help of the command names the arguments allowed.")),
    CONFIGURATION_INVALID(
            "configuration-invalid",
            500,
            new Text("Ungültige Konfiguration", "Invalid configuration"),
            new Text("Den genannten Schlüssel korrigieren.", "Correct the key named.")),
    MAPPING_INVALID(
            "mapping-invalid",
            400,
            new Text("Ungültiges Mapping", "Invalid mapping"),
            new Text("Die genannte Zeile des Mappings korrigieren.", "Correct the line of the mapping named.")),
    SOURCE_UNREADABLE(
            "source-unreadable",
            400,
            new Text("Quelle nicht lesbar", "Source unreadable"),
            new Text("Die genannte Datei prüfen.", "Check the file named.")),
    DATASET_INVALID(
            "dataset-invalid",
            400,
            new Text("Ungültige Datensatzbeschreibung", "Invalid dataset description"),
            new Text("Die genannte Datei dataset.ttl korrigieren.", "Correct the dataset.ttl named.")),
    STORED_QUERY_INVALID(
            "stored-query-invalid",
            500,
            new Text("Ungültige gespeicherte Anfrage", "Invalid stored query"),
            new Text("Die genannte Zeile der Anfragedatei korrigieren.", "Correct the line of the query file named.")),
    RELEASE_DAMAGED(
            "release-damaged",
            500,
            new Text("Freigabe beschädigt", "Release damaged"),
            new Text("Die Datei aus der Sicherung wiederherstellen.", "Restore the file from the backup.")),
    EXPECTATION_FAILED(
            "expectation-failed",
            500,
            new Text("Erwartung nicht erfüllt", "Expectation not met"),
            new Text(
                    "Daten oder Erwartung der genannten gespeicherten Abfrage korrigieren.",
                    "Correct the data or the expectation of the stored query named.")),
    FOLDER_BUSY(
            "folder-busy",
            409,
            new Text("Datenordner belegt", "Data folder busy"),
            new Text("Warten, bis der andere Befehl fertig ist.", "Wait until the other command is done.")),
    NAME_TAKEN(
            "name-taken",
            409,
            new Text("Name vergeben", "Name taken"),
            new Text("Einen anderen Namen wählen.", "Choose another name.")),
    STORAGE_FULL(
            "storage-full",
            507,
            new Text("Speicher voll", "Storage full"),
            new Text("Platz schaffen; das Lesen geht weiter.", "Free some space; reading goes on."));

    private final String code;
    private final int status;
    private final Text title;
    private final Text advice;

    ErrorCode(String code, int status, Text title, Text advice) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    /// The name in answers and addresses, in kebab case.
    public String code() {
        return code;
    }

    /// The HTTP status (RFC 9110, section 15).
    public int status() {
        return status;
    }

    /// What happened, in a few words.
    public Text title() {
        return title;
    }

    /// What the caller can do.
    public Text advice() {
        return advice;
    }
}
