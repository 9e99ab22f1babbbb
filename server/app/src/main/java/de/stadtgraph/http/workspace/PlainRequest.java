package de.stadtgraph.http.workspace;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request as it was understood: one method, one kind of body, the parameters that count. A processor cannot read it
/// otherwise than the gate did.
final class PlainRequest extends HttpServletRequestWrapper {
    /// What is sent to who wants nothing special: the same as on the public routes.
    private static final String USUAL =
            "application/sparql-results+json, text/turtle;q=0.9, application/n-quads;q=0.8," + " */*;q=0.1";

    private final Form form;

    /// What the processor sees.
    ///
    /// @param method the HTTP method
    /// @param contentType media type of the body
    /// @param body empty where there is none
    /// @param parameters values by name
    record Form(String method, String contentType, byte[] body, Map<String, List<String>> parameters) {}

    PlainRequest(HttpServletRequest request, Form form) {
        super(request);
        this.form = form;
    }

    @Override
    public String getMethod() {
        return form.method();
    }

    @Override
    public @Nullable String getContentType() {
        return form.contentType().isEmpty() ? null : form.contentType();
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public int getContentLength() {
        return form.body().length;
    }

    @Override
    public long getContentLengthLong() {
        return form.body().length;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Body(new ByteArrayInputStream(form.body()));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(form.body()), StandardCharsets.UTF_8));
    }

    /// Processors ask only whether there is one.
    @Override
    public @Nullable String getQueryString() {
        return form.parameters().isEmpty()
                ? null
                : String.join("&", form.parameters().keySet());
    }

    @Override
    public @Nullable String getParameter(String name) {
        List<String> values = form.parameters().get(name);
        return values == null ? null : values.getFirst();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = new LinkedHashMap<>();
        form.parameters().forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
        return all;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(form.parameters().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        List<String> values = form.parameters().get(name);
        return values == null ? null : values.toArray(String[]::new);
    }

    @Override
    public @Nullable String getHeader(String name) {
        if (name.equalsIgnoreCase("Accept")) {
            String wanted = super.getHeader(name);
            return wanted == null || wanted.isBlank() || wanted.strip().equals("*/*") ? USUAL : wanted;
        }
        return name.equalsIgnoreCase("Content-Type") ? getContentType() : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String value = getHeader(name);
        boolean ours = name.equalsIgnoreCase("Accept") || name.equalsIgnoreCase("Content-Type");
        return ours && value != null ? Collections.enumeration(List.of(value)) : super.getHeaders(name);
    }

    private static final class Body extends ServletInputStream {
        private final InputStream bytes;

        Body(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            throw new UnsupportedOperationException("read by one thread");
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("read by one thread");
        }
    }
}
