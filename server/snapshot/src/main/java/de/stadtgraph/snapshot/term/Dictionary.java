package de.stadtgraph.snapshot.term;

import de.stadtgraph.snapshot.file.FileKind;
import de.stadtgraph.snapshot.file.IndexFile;
import de.stadtgraph.snapshot.file.Layout;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/// The terms of an index: id ↔ term. For many threads; it keeps up to 64 Ki decoded and 64 Ki looked-up terms.
///
/// At most 2^31 − 1 terms a tag.
public final class Dictionary {
    static final int ENTRY = 5;
    private static final int CACHE = 1 << 16;

    private final IndexFile file;
    private final Section[] sections = new Section[TermId.TAGS];
    private final @Nullable Known[] decoded = new Known[CACHE];
    private final @Nullable Known[] found = new Known[CACHE];

    private Dictionary(IndexFile file) {
        this.file = file;
        long at = file.number(0);
        file.touch(at, 8L * ENTRY * TermId.TAGS);
        for (int tag = 0; tag < TermId.TAGS; tag++) {
            long[] entry = new long[ENTRY];
            for (int i = 0; i < ENTRY; i++) {
                entry[i] = file.bytes().get(Layout.LONG, at);
                at += 8;
            }
            sections[tag] = new Section(file, tag, entry);
        }
    }

    /// Opens `terms.dict`.
    public static Dictionary open(Path path, Arena arena) {
        return new Dictionary(IndexFile.open(path, FileKind.TERMS, arena));
    }

    /// The id of a term; 0 when it is no literal that is inlined and not in the dictionary.
    public long id(Node node) {
        if (!node.isConcrete()) {
            return TermId.UNBOUND;
        }
        int slot = spread(node.hashCode());
        Known known = found[slot];
        if (known != null && known.node.equals(node)) {
            return known.id;
        }
        long id = search(node);
        found[slot] = new Known(id, node);
        return id;
    }

    private long search(Node node) {
        var encoder = new TermEncoder("");
        long id = encoder.encode(node);
        return id != 0 ? id : id(encoder.key());
    }

    /// The id of a key; 0 when it is not in the dictionary.
    public long id(KeyBuffer key) {
        Section section = sections[key.tag()];
        long rank = section.lowerBound(key.bytes(), key.length());
        if (rank == section.count()) {
            return TermId.UNBOUND;
        }
        var cursor = new KeyCursor(section);
        cursor.seek(rank);
        boolean equal = KeyOrder.compare(cursor.bytes(), cursor.length(), key.bytes(), key.length()) == 0;
        return equal ? TermId.of(key.tag(), rank) : TermId.UNBOUND;
    }

    /// The first id of the key's tag whose key is not below it; the id behind the last one when there is none.
    public long ceiling(KeyBuffer key) {
        return TermId.of(key.tag(), sections[key.tag()].lowerBound(key.bytes(), key.length()));
    }

    /// The term of a stored id.
    public Node node(long id) {
        int slot = spread(Long.hashCode(id));
        Known known = decoded[slot];
        if (known != null && known.id == id) {
            return known.node;
        }
        Node node = decode(id);
        decoded[slot] = new Known(id, node);
        return node;
    }

    private Node decode(long id) {
        int tag = TermId.tag(id);
        if (!TermId.isRanked(tag)) {
            return TermDecoder.inline(id);
        }
        KeyCursor cursor = keys(tag);
        cursor.seek(TermId.payload(id));
        return TermDecoder.node(tag, cursor.bytes(), 0, cursor.length());
    }

    private static int spread(int hash) {
        return (hash * 0x9E3779B9) >>> 16;
    }

    /// Ids that follow each other.
    ///
    /// @param first the first one
    /// @param end the one behind the last
    public record Ids(long first, long end) {}

    /// The literals of a datatype that is not one of XSD.
    public Ids literals(String datatype) {
        return new Ids(ceiling(lowest(datatype)), ceiling(lowest(datatype + "\u0001")));
    }

    private static KeyBuffer lowest(String datatype) {
        var encoder = new TermEncoder("");
        encoder.encode(NodeFactory.createLiteralDT("", NodeFactory.getType(datatype)));
        return encoder.key();
    }

    /// Number of terms of a tag that stand in the dictionary.
    public long count(int tag) {
        return sections[tag].count();
    }

    /// Value of an `xsd:double` or `xsd:float` by its id.
    public double doubleValue(long id) {
        return sections[TermId.tag(id)].value(TermId.payload(id));
    }

    /// Whether the lexical form has no control character and none of `" \ < > &`. False says nothing.
    public boolean isPlain(long id) {
        int tag = TermId.tag(id);
        return !TermId.isRanked(tag) || sections[tag].isPlain(TermId.payload(id));
    }

    /// A reader of the keys of a tag.
    public KeyCursor keys(int tag) {
        return new KeyCursor(sections[tag]);
    }

    /// A reader of lexical forms as bytes.
    public TermReader reader() {
        return new TermReader(this);
    }

    /// Whether a fault was found since it was opened.
    public boolean isDamaged() {
        return file.isDamaged();
    }

    /// Checks the whole file.
    public void verify() {
        file.verify();
    }

    private record Known(long id, Node node) {
        private Known {
            Objects.requireNonNull(node);
        }
    }
}
