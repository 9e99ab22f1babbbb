package de.stadtgraph.rml.rules;

import org.jspecify.annotations.Nullable;

/// What a source's file is wrapped in (`rml:compression`), and which part of it is meant.
///
/// @param member `sg:member`: a file of an archive, or empty for the only one
/// @param sheet `sg:sheet`: name or number (from 1) of a workbook's sheet, or empty for the first visible one
public record Container(Compression compression, String member, String sheet) {
    /// `rml:compression`.
    public enum Compression {
        /// Not stated: the file's first bytes tell.
        DETECTED,
        NONE,
        GZIP,
        ZIP,
        TAR_GZIP,
        TAR_XZ
    }

    /// Written out: see [LogicalSource#equals].
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Container that
                        && compression == that.compression
                        && member.equals(that.member)
                        && sheet.equals(that.sheet));
    }

    @Override
    public int hashCode() {
        return 31 * member.hashCode() + sheet.hashCode();
    }

    /// Nothing stated.
    public static Container unstated() {
        return new Container(Compression.DETECTED, "", "");
    }
}
