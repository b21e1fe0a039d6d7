package io.microecommerce.gateway.product.web;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.ImportOutcome;
import io.microecommerce.gateway.problem.UnreadableBody;
import io.microecommerce.gateway.product.CatalogImport;
import io.microecommerce.gateway.product.CatalogImport.ImportedProduct;
import io.microecommerce.gateway.request.BodyLimitFilter;
import io.microecommerce.service.rpc.Failures;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.ByteArrayOutputStream;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Loading a catalogue, a product a line. Each line is done by itself: a bad one stops no other. */
@RestController
class ImportController {

    private static final int MAX_LINES = 500;

    private static final Logger log = LoggerFactory.getLogger(ImportController.class);

    private final CatalogImport catalog;
    private final ObjectReader lines;
    private final Duration limit;

    /** @param limit what is not begun by then is handed back: clients and proxies do not wait for ever */
    ImportController(CatalogImport catalog, JsonMapper json, @Value("${shop.gateway.import-limit}") Duration limit) {
        this.catalog = catalog;
        this.lines = json.readerFor(ImportLine.class);
        this.limit = limit;
    }

    /** Takes at most 500 lines; empty ones are passed over, and counted. */
    @PostMapping(path = BodyLimitFilter.IMPORT, consumes = MediaType.APPLICATION_NDJSON_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            description = "Products, each a JSON object on a line of its own",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                            schema = @Schema(implementation = ImportLine.class)))
    ImportResponse importProducts(Principal staff, @RequestBody byte[] body) {
        List<byte[]> given = split(body);
        Map<ImportOutcome, Integer> done = new EnumMap<>(ImportOutcome.class);
        List<RefusedLine> refused = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < given.size(); i++) {
            if (!isBlank(given.get(i))) {
                try {
                    requireTime(start);
                    done.merge(catalog.put(read(given.get(i)), staff.getName()), 1, Integer::sum);
                } catch (RuntimeException failure) {
                    refused.add(RefusedLine.of(i + 1, failure));
                }
            }
        }
        return new ImportResponse(
                done.getOrDefault(ImportOutcome.CREATED, 0),
                done.getOrDefault(ImportOutcome.CHANGED, 0),
                done.getOrDefault(ImportOutcome.UNCHANGED, 0),
                refused);
    }

    private ImportedProduct read(byte[] line) {
        try {
            ImportLine product = lines.readValue(line);
            if (product == null) {
                throw new Refusal(ErrorCode.MALFORMED_REQUEST, "The line is null and no product.");
            }
            return product.toProduct();
        } catch (JacksonException unreadable) {
            throw UnreadableBody.toRefusal(unreadable);
        }
    }

    private void requireTime(long startNanos) {
        if (System.nanoTime() - startNanos > limit.toNanos()) {
            throw new Refusal(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    "The lines before took too long; this one was not begun. Send it again.");
        }
    }

    private static List<byte[]> split(byte[] body) {
        List<byte[]> found = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte character : body) {
            if (character == '\n') {
                found.add(line.toByteArray());
                line.reset();
            } else {
                line.write(character);
            }
        }
        found.add(line.toByteArray());
        if (found.stream().filter(given -> !isBlank(given)).count() > MAX_LINES) {
            throw new Refusal(
                    ErrorCode.REQUEST_TOO_LARGE,
                    "An import takes at most " + MAX_LINES + " lines; send less at a time.");
        }
        return found;
    }

    private static boolean isBlank(byte[] line) {
        for (byte character : line) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }

    /**
     * What became of an import. Every line that holds anything is counted in one of the four.
     *
     * @param created products that are new
     * @param changed products that were different
     * @param unchanged products that were like that already
     */
    record ImportResponse(int created, int changed, int unchanged, List<RefusedLine> refused) {}

    /**
     * A line that was not done, or not wholly: sending it again is harmless.
     *
     * @param line counted from 1
     * @param code as of a problem
     */
    record RefusedLine(int line, String code, String detail) {

        static RefusedLine of(int line, RuntimeException failure) {
            Refusal refusal = Failures.toRefusal(failure);
            if (refusal.code() == ErrorCode.INTERNAL_ERROR) {
                log.error("Line {} of an import failed", line, failure);
            }
            return new RefusedLine(line, refusal.code().name(), refusal.detail());
        }
    }
}
