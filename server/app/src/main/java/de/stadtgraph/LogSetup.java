package de.stadtgraph;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.DefaultJoranConfigurator;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sets the log up: warnings and errors go to standard error. Found by the log's library as a service; a file in its
/// place would take a tenth of a second of each start to read.
///
/// Whoever wants another log names a file of Logback's with the property `logback.configurationFile`.
public final class LogSetup extends ContextAwareBase implements Configurator {
    /// Loggers that say less than the others, and why.
    private static final Map<String, Level> QUIETER = Map.of(
            // Says only that the vector module is not there; our indexes have no vectors.
            "org.apache.lucene.internal.vectorization", Level.ERROR,
            // Say at each request that nothing is registered; nothing shall be.
            "org.apache.jena.fuseki.server.OperationRegistry", Level.ERROR,
            "org.apache.jena.fuseki.server.DataAccessPointRegistry", Level.ERROR,
            // Logs what it throws; who catches it decides.
            "org.apache.jena.sparql.lang.arq.ParserARQUpdate", Level.OFF);

    @Override
    public ExecutionStatus configure(LoggerContext log) {
        if (System.getProperty("logback.configurationFile") != null) {
            var reader = new DefaultJoranConfigurator();
            reader.setContext(log);
            return reader.configure(log);
        }
        log.getStatusManager().add(new NopStatusListener());
        var terminal = new Terminal();
        terminal.setContext(log);
        terminal.setName("err");
        terminal.start();
        var root = log.getLogger("ROOT");
        root.setLevel(Level.WARN);
        root.addAppender(terminal);
        QUIETER.forEach((name, level) -> log.getLogger(name).setLevel(level));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /// Prints to standard error. The layout is made for the first line: most commands log none, and the layout reads
    /// the time zones of the world.
    private static final class Terminal extends AppenderBase<ILoggingEvent> {
        private @Nullable ConsoleAppender<ILoggingEvent> printing;

        @Override
        protected void append(ILoggingEvent event) {
            if (printing == null) {
                printing = printing(getContext());
            }
            printing.doAppend(event);
        }

        private static ConsoleAppender<ILoggingEvent> printing(Context log) {
            var encoder = new PatternLayoutEncoder();
            encoder.setContext(log);
            encoder.setPattern("%d{HH:mm:ss} %-5level %logger{20} - %msg%n");
            encoder.start();
            var printing = new ConsoleAppender<ILoggingEvent>();
            printing.setContext(log);
            printing.setName("err");
            printing.setTarget("System.err");
            printing.setEncoder(encoder);
            printing.start();
            return printing;
        }
    }
}
