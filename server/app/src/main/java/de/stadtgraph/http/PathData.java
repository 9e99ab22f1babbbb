package de.stadtgraph.http;

/// SVG path data of closed rings in tenths of a unit, each point relative to the one before; points nearer than one
/// unit
/// to the last are left out, since nobody sees them. One thread.
final class PathData {
    private static final long NEAR = 10;

    private final StringBuilder text = new StringBuilder();
    private long lastX;
    private long lastY;

    /// Begins a ring.
    void move(double x, double y) {
        lastX = Math.round(x * 10);
        lastY = Math.round(y * 10);
        text.append('M');
        tenths(lastX);
        text.append(' ');
        tenths(lastY);
    }

    /// Goes on to the next point of the ring.
    void line(double x, double y) {
        long nextX = Math.round(x * 10);
        long nextY = Math.round(y * 10);
        long stepX = nextX - lastX;
        long stepY = nextY - lastY;
        if (stepX * stepX + stepY * stepY < NEAR * NEAR) {
            return;
        }
        text.append('l');
        tenths(stepX);
        text.append(' ');
        tenths(stepY);
        lastX = nextX;
        lastY = nextY;
    }

    void close() {
        text.append('Z');
    }

    private void tenths(long value) {
        if (value < 0) {
            text.append('-');
        }
        long size = Math.abs(value);
        text.append(size / 10);
        if (size % 10 > 0) {
            text.append('.').append(size % 10);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
