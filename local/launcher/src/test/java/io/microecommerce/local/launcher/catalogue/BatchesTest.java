package io.microecommerce.local.launcher.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.local.launcher.catalogue.Batches.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @Test
    void blankLinesAreCountedAndPassedOver() throws IOException {
        Batches batches = batches("a\n\n  \nb\n");

        assertThat(batches.next()).containsExactly(new Line(1, "a"), new Line(4, "b"));
        assertThat(batches.next()).isEmpty();
    }

    @Test
    void noLineIsLostWhereABatchEnds() throws IOException {
        Batches batches = batches("x\n".repeat(450));

        List<Line> first = batches.next();
        List<Line> second = batches.next();
        List<Line> third = batches.next();

        assertThat(first).hasSize(200);
        assertThat(second).hasSize(200).first().isEqualTo(new Line(201, "x"));
        assertThat(third).hasSize(50).last().isEqualTo(new Line(450, "x"));
        assertThat(batches.next()).isEmpty();
    }

    @Test
    void aBatchStaysBelowItsBytesUnlessOneLineIsLonger() throws IOException {
        String half = "é".repeat(Batches.MAX_BYTES / 4 - 1);
        String tooLong = "x".repeat(Batches.MAX_BYTES);
        Batches batches = batches(half + "\n" + half + "\n" + half + "\n" + tooLong + "\nlast\n");

        assertThat(batches.next()).extracting(Line::number).containsExactly(1, 2);
        assertThat(batches.next()).extracting(Line::number).containsExactly(3);
        assertThat(batches.next()).extracting(Line::number).containsExactly(4);
        assertThat(batches.next()).extracting(Line::number).containsExactly(5);
        assertThat(batches.next()).isEmpty();
    }

    private static Batches batches(String text) {
        return new Batches(new BufferedReader(new StringReader(text)));
    }
}
