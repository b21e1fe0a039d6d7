package io.microecommerce.local.wechatpay.api;

import io.microecommerce.local.wechatpay.books.Documents;
import io.microecommerce.local.wechatpay.books.RefusedException;
import io.microecommerce.local.wechatpay.http.Answer;
import io.microecommerce.local.wechatpay.statement.FundFlow;
import io.microecommerce.local.wechatpay.statement.TradeStatement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** The statements of a past day: first where one is, then the file. */
public final class Statements {

    private final TradeStatement trades;
    private final FundFlow fundFlow;
    private final Clock clock;
    private final String address;

    /** @param address scheme, host and port that files are downloaded from */
    public Statements(TradeStatement trades, FundFlow fundFlow, Clock clock, String address) {
        this.trades = trades;
        this.fundFlow = fundFlow;
        this.clock = clock;
        this.address = address;
    }

    /** A file is made again when it is downloaded: nothing of a past day changes but by a test's will. */
    private record File(Kind kind, LocalDate day, String type, boolean zipped) {

        enum Kind {
            TRADES,
            FUND_FLOW
        }

        String token() {
            return kind + "." + day + "." + type + (zipped ? ".gz" : ".txt");
        }

        static File of(String token) {
            String[] parts = token.split("\\.", -1);
            if (parts.length != 4) {
                throw RefusedException.parameter("token有误");
            }
            try {
                return new File(Kind.valueOf(parts[0]), LocalDate.parse(parts[1]), parts[2], parts[3].equals("gz"));
            } catch (IllegalArgumentException | DateTimeParseException unknown) {
                throw RefusedException.parameter("token有误");
            }
        }
    }

    Answer trades(Map<String, String> query) {
        String type = query.getOrDefault("bill_type", "ALL");
        if (!type.matches("ALL|SUCCESS|REFUND")) {
            throw RefusedException.parameter("bill_type有误");
        }
        return found(new File(File.Kind.TRADES, day(query), type, zipped(query)));
    }

    Answer fundFlow(Map<String, String> query) {
        return found(new File(File.Kind.FUND_FLOW, day(query), "BASIC", zipped(query)));
    }

    Answer download(String token) {
        File file = File.of(token);
        byte[] text = text(file);
        return Answer.bytes(
                file.zipped() ? "application/octet-stream" : "text/plain; charset=utf-8",
                file.zipped() ? zip(text) : text);
    }

    private Answer found(File file) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("hash_type", "SHA1");
        // Of the text, also where it is zipped.
        found.put("hash_value", sha1(text(file)));
        found.put("download_url", address + "/v3/billdownload/file?token=" + file.token());
        return Answer.json(200, found);
    }

    private byte[] text(File file) {
        Optional<String> text =
                switch (file.kind()) {
                    case TRADES -> trades.of(file.day(), file.type());
                    case FUND_FLOW -> fundFlow.of(file.day());
                };
        return text.orElseThrow(() -> new RefusedException(400, "NO_STATEMENT_EXIST", "账单文件不存在"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private LocalDate day(Map<String, String> query) {
        try {
            LocalDate day = LocalDate.parse(query.getOrDefault("bill_date", ""));
            if (day.isBefore(LocalDate.ofInstant(clock.instant(), Documents.BEIJING))) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // Falls through to the one answer for both.
        }
        throw new RefusedException(400, "INVALID_REQUEST", "bill_date必须是早于今天的日期，格式yyyy-MM-dd");
    }

    private static boolean zipped(Map<String, String> query) {
        return "GZIP".equals(query.get("tar_type"));
    }

    private static byte[] zip(byte[] text) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(zipped)) {
            stream.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }

    private static String sha1(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-1", impossible);
        }
    }
}
