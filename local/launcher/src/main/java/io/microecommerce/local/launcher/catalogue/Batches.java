package io.microecommerce.local.launcher.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a file of one product a line into pieces that one request takes. Blank lines are passed over, and counted. */
final class Batches {
    private static final int MAX_LINES = 200;
    static final int MAX_BYTES = 512 * 1024;

    private final BufferedReader file;
    private int lineNumber;
    private Line waiting = Line.NONE;

    Batches(BufferedReader file) {
        this.file = file;
    }

    /** @param number counted from 1 */
    record Line(int number, String text) {

        private static final Line NONE = new Line(0, "");

        int bytes() {
            return text.getBytes(StandardCharsets.UTF_8).length + 1;
        }
    }

    /** The next lines, together at most {@link #MAX_BYTES} unless a single one is longer; empty at the end. */
    List<Line> next() throws IOException {
        List<Line> batch = new ArrayList<>();
        int bytes = 0;
        Line line = waiting == Line.NONE ? read() : waiting;
        waiting = Line.NONE;
        while (line != Line.NONE) {
            if (batch.size() == MAX_LINES || (bytes + line.bytes() > MAX_BYTES && !batch.isEmpty())) {
                waiting = line;
                break;
            }
            batch.add(line);
            bytes += line.bytes();
            line = read();
        }
        return batch;
    }

    private Line read() throws IOException {
        String text = file.readLine();
        lineNumber++;
        while (text != null && text.isBlank()) {
            text = file.readLine();
            lineNumber++;
        }
        return text == null ? Line.NONE : new Line(lineNumber, text);
    }
}
