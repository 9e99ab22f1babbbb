package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.Database;
import de.stadtgraph.rml.rules.LogicalSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// The rows of a table or query of a database, read-only, 1,000 at a time (R2RML §10.2, natural mapping).
///
/// The first row holds the names. SQL's NULL is no value, whatever text stands for "no value" elsewhere.
final class SqlRows implements TableRows {
    private static final int FETCH = 1_000;

    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final int width;
    private final List<Integer> types;
    private final List<Value.Kind> kinds;
    private final MessageDigest digest;
    private List<String> cells = List.of();
    private long line;

    SqlRows(LogicalSource source) throws IOException {
        this.digest = digest();
        Database database = Objects.requireNonNull(source.database());
        try {
            this.connection = connect(database);
        } catch (SQLException unreachable) {
            throw broken(source, unreachable);
        }
        try {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            this.statement = connection.createStatement();
            statement.setFetchSize(FETCH);
            this.rows = statement.executeQuery(source.iterator());
            this.width = rows.getMetaData().getColumnCount();
            this.types = types(rows.getMetaData());
            this.kinds = types.stream().map(SqlRows::kind).toList();
        } catch (SQLException broken) {
            closeQuietly(connection);
            throw broken(source, broken);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            // What was wrong before is told.
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return database.user().isEmpty()
                ? DriverManager.getConnection(database.dsn())
                : DriverManager.getConnection(database.dsn(), database.user(), database.password());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /// The message of a driver may hold the address with its password: only the state is told.
    private static BrokenSourceException broken(LogicalSource source, SQLException broken) {
        String state = broken.getSQLState() == null ? "" : " (SQLSTATE " + broken.getSQLState() + ")";
        return new BrokenSourceException(
                "broken-query", -1, "the database does not answer the query of " + source.name() + state);
    }

    @Override
    public boolean next() throws IOException {
        try {
            line++;
            if (line == 1) {
                cells = names(rows.getMetaData());
                return true;
            }
            if (!rows.next()) {
                return false;
            }
            List<String> texts = new ArrayList<>(width);
            for (int i = 1; i <= width; i++) {
                texts.add(text(i));
            }
            cells = texts;
            digest.update(String.join("\u001f", texts).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return true;
        } catch (SQLException broken) {
            throw new BrokenSourceException(
                    "broken-query",
                    -1,
                    "the database stopped after row " + (line - 2) + " (" + broken.getSQLState() + ")");
        }
    }

    private List<String> names(ResultSetMetaData metadata) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            names.add(metadata.getColumnLabel(i));
        }
        return names;
    }

    @Override
    public List<Value.Kind> kinds() {
        return kinds;
    }

    /// The type of each column; of `bit(n)`, which is no truth value, that of texts.
    private static List<Integer> types(ResultSetMetaData metadata) throws SQLException {
        List<Integer> types = new ArrayList<>();
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
            int type = metadata.getColumnType(i);
            types.add(type == Types.BIT && metadata.getPrecision(i) > 1 ? Types.VARCHAR : type);
        }
        return List.copyOf(types);
    }

    private static Value.Kind kind(int type) {
        return switch (type) {
            case Types.INTEGER, Types.SMALLINT, Types.TINYINT, Types.BIGINT -> Value.Kind.NUMBER;
            case Types.FLOAT, Types.REAL, Types.DOUBLE -> Value.Kind.FLOATING;
            case Types.NUMERIC, Types.DECIMAL -> Value.Kind.DECIMAL;
            case Types.BOOLEAN, Types.BIT -> Value.Kind.BOOLEAN;
            case Types.DATE -> Value.Kind.DATE;
            case Types.TIME, Types.TIME_WITH_TIMEZONE -> Value.Kind.TIME;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Value.Kind.DATE_TIME;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> Value.Kind.BINARY;
            default -> Value.Kind.TEXT;
        };
    }

    private String text(int column) throws SQLException {
        int type = types.get(column - 1);
        String text = rows.getString(column);
        if (text == null) {
            return TableRecord.NO_VALUE;
        }
        return switch (type) {
            case Types.BOOLEAN, Types.BIT -> String.valueOf(rows.getBoolean(column));
            case Types.REAL -> floating(Float.toString(rows.getFloat(column)));
            case Types.FLOAT, Types.DOUBLE -> floating(Double.toString(rows.getDouble(column)));
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
                HexFormat.of().withUpperCase().formatHex(rows.getBytes(column));
            case Types.TIME, Types.TIME_WITH_TIMEZONE -> withWholeOffset(text);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> withWholeOffset(text.replace(' ', 'T'));
            case Types.NUMERIC, Types.DECIMAL -> SheetChoice.decimal(text);
            default -> text;
        };
    }

    /// As XML Schema writes it.
    private static String floating(String java) {
        return java.replace("Infinity", "INF");
    }

    /// Without a fraction of zeros, and with an offset of hours and minutes: drivers write `+01`.
    private static String withWholeOffset(String moment) {
        return moment.replaceFirst("\\.0+(?=$|[+-])", "").replaceFirst("(:\\d\\d(?:\\.\\d+)?[+-]\\d\\d)$", "$1:00");
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public List<String> cells() {
        return cells;
    }

    @Override
    public String encoding() {
        return "SQL";
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    /// Of the rows, since a database has no bytes of its own.
    @Override
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        try (Connection closing = connection) {
            statement.close();
            closing.rollback();
        } catch (SQLException broken) {
            throw new IOException("the connection cannot be closed", broken);
        }
    }
}
