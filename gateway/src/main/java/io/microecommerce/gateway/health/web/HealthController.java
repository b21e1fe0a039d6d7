package io.microecommerce.gateway.health.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microecommerce.gateway.health.HealthReport;
import io.microecommerce.gateway.health.HealthReport.Status;
import io.microecommerce.gateway.health.PlatformHealth;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The platform's health: 200 when all of it is up, else 503, with the same body. */
@RestController
class HealthController {

    private final PlatformHealth platform;

    HealthController(PlatformHealth platform) {
        this.platform = platform;
    }

    @GetMapping("/health")
    @ApiResponse(responseCode = "200", description = "All of it is up")
    @ApiResponse(responseCode = "503", description = "Something is not up")
    ResponseEntity<HealthResponse> platformHealth() {
        HealthReport report = platform.report();
        HttpStatus status = report.status() == Status.UP ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(HealthResponse.of(report));
    }

    /** @param components by name, in order; left out where there are none */
    record HealthResponse(
            Status status, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, HealthResponse> components) {

        static HealthResponse of(HealthReport report) {
            Map<String, HealthResponse> components = new TreeMap<>();
            report.components().forEach((name, component) -> components.put(name, of(component)));
            return new HealthResponse(report.status(), components);
        }
    }
}
