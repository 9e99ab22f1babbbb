package de.stadtgraph.http;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/// The server of the front: one address, one port, one list of routes.
///
/// HTTP/1.1 only; TLS and HTTP/2 belong to a proxy. Started once, stopped once.
public final class WebServer implements AutoCloseable {
    /// Bytes a second at which a body has to come.
    private static final long BODY_PACE = 1_024;

    private static final int CONNECTION_THREADS = 16;

    private static final HttpLimits LIMITS = HttpLimits.DEFAULT;

    /// Two spellings of one resource: the protocol's tests post to the second.
    private static final String SPARQL = "/sparql";
    private static final String SPARQL_SLASH = "/sparql/";

    private final Routes routes;
    private final AccessPolicy access;
    private final Problems problems;
    private final boolean https;
    private final Javalin javalin;

    /// @param port 0 takes any free port
    public WebServer(Front front, Routes routes, AccessPolicy access, String address, int port) {
        this.routes = routes;
        this.access = access;
        this.problems = new Problems(front);
        this.https = front.site().iris().base().startsWith("https:");
        this.javalin = Javalin.create(config -> {
            settings(config);
            transport(config, address, port);
            routing(config);
        });
    }

    /// Starts to listen.
    public WebServer start() {
        javalin.start();
        return this;
    }

    /// The port that it listens on.
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void settings(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.threadPool = threads();
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.maxRequestSize = LIMITS.bodyBytes();
        config.http.generateEtags = false;
        config.jetty.multipartConfig.maxInMemoryFileSize((int) LIMITS.bodyBytes(), SizeUnit.BYTES);
    }

    /// Each request runs on a virtual thread of its own. Platform threads wait for what comes over connections, since a
    /// virtual one that waits for a selector holds up the others; requests that waited for a place run on them.
    private static ThreadPool threads() {
        var threads = new QueuedThreadPool(CONNECTION_THREADS + LIMITS.requests());
        threads.setName("http");
        threads.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("request-", 0).factory()));
        return threads;
    }

    private static void transport(JavalinConfig config, String address, int port) {
        config.jetty.modifyHttpConfiguration(WebServer::http);
        config.jetty.addConnector((server, http) -> {
            http(http);
            var connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost(address);
            connector.setPort(port);
            connector.setIdleTimeout(LIMITS.idle().toMillis());
            connector.setAcceptQueueSize(LIMITS.acceptQueue());
            return connector;
        });
        config.jetty.modifyServer(WebServer::server);
    }

    private static void http(HttpConfiguration http) {
        http.setRequestHeaderSize(LIMITS.headerBytes());
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
    }

    private static void server(Server server) {
        server.addBean(new NetworkConnectionLimit(LIMITS.connections(), server));
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(LIMITS.stop().toMillis());
        server.setHandler(new MinimumDataRateHandler(small(whole(few())), BODY_PACE, 0));
    }

    /// A body over the limit ends at once, whether it says its length or not.
    private static Handler small(Handler next) {
        var sizes = new SizeLimitHandler(LIMITS.bodyBytes(), -1);
        sizes.setHandler(next);
        return sizes;
    }

    /// A body is read whole before a request takes a place: a slow sender takes none.
    private static Handler whole(Handler next) {
        var retained = new EagerContentHandler.RetainedContentLoaderFactory(LIMITS.bodyBytes(), -1, true);
        return new EagerContentHandler(next, retained);
    }

    private static Handler.Wrapper few() {
        var places = new QoSHandler();
        places.setMaxRequestCount(LIMITS.requests());
        places.setMaxSuspendedRequestCount(LIMITS.suspended());
        places.setMaxSuspend(LIMITS.idle());
        places.setRejectStatusCode(ErrorCode.OVERLOADED.status());
        return places;
    }

    private void routing(JavalinConfig config) {
        config.routes.before(this::admit);
        for (Route route : routes.list()) {
            config.routes.addHttpHandler(route.method(), route.path(), route.handler());
            if (route.method().equals(HandlerType.GET)) {
                config.routes.addHttpHandler(HandlerType.HEAD, route.path(), route.handler());
            }
        }
        config.routes.exception(Exception.class, problems::answer);
        config.router.javaLangErrorHandler((response, error) -> {
            throw new IllegalStateException(error);
        });
    }

    /// Judges path and method before any route sees the request.
    private void admit(Context context) {
        Headers.common(context, https);
        String path = context.req().getRequestURI();
        Optional<String> shorter = PathRules.withoutSlash(path);
        PathRules.check(shorter.orElse(path));
        if (shorter.isPresent()) {
            String query = context.queryString();
            context.header("Location", Headers.encoded(shorter.get()) + (query == null ? "" : "?" + query));
            context.status(308);
            context.skipRemainingHandlers();
            return;
        }
        String address = path.equals(SPARQL_SLASH) ? SPARQL : path;
        admitMethod(context, routes.methods(address));
        admitCoding(context);
        routes.find(PathRules.method(context.req().getMethod()), address)
                .ifPresent(route -> access.admit(context, route));
    }

    /// Packed bodies are read nowhere: what they hold is known after they are unpacked only.
    private static void admitCoding(Context context) {
        String coding = context.header("Content-Encoding");
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
            throw new ServerException(
                            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                            new Text("Gepackte Anfragen werden nicht gelesen.", "Packed requests are not read."))
                    .with("accepted", List.of("identity"));
        }
    }

    private static void admitMethod(Context context, Set<String> methods) {
        String method = PathRules.method(context.req().getMethod());
        if (methods.isEmpty()) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND, new Text("Diese Adresse gibt es nicht.", "No such address."));
        }
        if (!methods.contains(method)) {
            throw new ServerException(
                            ErrorCode.METHOD_NOT_ALLOWED,
                            new Text("Hier nicht erlaubt: " + method + ".", "Not allowed here: " + method + "."))
                    .with("allow", List.copyOf(methods));
        }
        if (method.equals("OPTIONS")) {
            if (SignIn.isWorkshop(context.path()) && context.header("Origin") != null) {
                SignIn.checkOrigin(context);
            }
            if (!context.path().startsWith("/workspace")) {
                Headers.preflight(context);
            }
            context.header("Allow", String.join(", ", methods));
            context.status(204);
            context.skipRemainingHandlers();
        }
    }
}
