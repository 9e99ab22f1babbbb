package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.source.Value;
import de.stadtgraph.rml.term.Lines;
import de.stadtgraph.rml.term.Term;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a join offers, as bytes and back.
///
/// @param <T> terms, or the values of fields
interface Packed<T> {
    byte[] pack(T offered);

    T unpack(byte[] bytes);

    /// Whether to offer the same thing twice is of no use.
    boolean isDistinct();

    private static void add(ByteArrayOutputStream out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
        out.writeBytes(utf8);
    }

    private static String text(ByteBuffer in) {
        byte[] utf8 = new byte[in.getInt()];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /// Subjects of triples maps.
    final class Terms implements Packed<Term> {
        private static final int IRI = 0;
        private static final int BLANK = 1;
        private static final int LITERAL = 2;

        /// Bytes before the text of an IRI.
        static final int BEFORE_TEXT = 1 + Integer.BYTES;

        @Override
        public byte[] pack(Term offered) {
            var out = new ByteArrayOutputStream();
            switch (offered.bare()) {
                case Term.Iri iri -> {
                    out.write(IRI);
                    add(out, iri.value());
                }
                case Term.Blank blank -> {
                    out.write(BLANK);
                    add(out, blank.label());
                }
                case Term.Literal literal -> {
                    out.write(LITERAL);
                    add(out, literal.text());
                    add(out, literal.datatype());
                    add(out, literal.language());
                }
                case Term.Collection collection ->
                    throw new IllegalStateException("a collection within " + collection.head());
            }
            return out.toByteArray();
        }

        /// An IRI as a writer of lines has left it, in brackets.
        static byte[] pack(Lines iri) {
            int length = iri.length() - 2;
            return ByteBuffer.allocate(BEFORE_TEXT + length)
                    .put((byte) IRI)
                    .putInt(length)
                    .put(iri.bytes(), 1, length)
                    .array();
        }

        @Override
        public Term unpack(byte[] bytes) {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int kind = in.get();
            String text = text(in);
            return kind == IRI
                    ? new Term.Iri(text)
                    : kind == BLANK ? new Term.Blank(text) : new Term.Literal(text, text(in), text(in));
        }

        @Override
        public boolean isDistinct() {
            return true;
        }
    }

    /// Fields of a joined view.
    final class Values implements Packed<List<List<Value>>> {
        @Override
        public byte[] pack(List<List<Value>> offered) {
            var out = new ByteArrayOutputStream();
            for (List<Value> values : offered) {
                out.writeBytes(
                        ByteBuffer.allocate(Integer.BYTES).putInt(values.size()).array());
                for (Value value : values) {
                    add(out, value.kind().name());
                    add(out, value.text());
                }
            }
            return out.toByteArray();
        }

        @Override
        public List<List<Value>> unpack(byte[] bytes) {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            List<List<Value>> offered = new ArrayList<>();
            while (in.hasRemaining()) {
                int count = in.getInt();
                List<Value> values = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    Value.Kind kind = Value.Kind.valueOf(text(in));
                    values.add(new Value(text(in), kind));
                }
                offered.add(values);
            }
            return offered;
        }

        @Override
        public boolean isDistinct() {
            return false;
        }
    }
}
