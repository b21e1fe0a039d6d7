package io.microecommerce.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.microecommerce.gateway.limit.RateLimit.Rate;
import io.microecommerce.gateway.limit.RateLimit.Verdict;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong();

    private RateLimit limit(long perSecond, long burst) {
        return new RateLimit(new Rate(perSecond, burst), new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        });
    }

    @Test
    void allowsABurstAndThenSoMuchASecond() {
        RateLimit limit = limit(2, 4);
        for (int left = 3; left >= 0; left--) {
            assertThat(limit.ask("a")).isEqualTo(new Verdict(true, 4, left, 0));
        }
        assertThat(limit.ask("a")).isEqualTo(new Verdict(false, 4, 0, 1));
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(limit.ask("a").allowed()).isTrue();
        assertThat(limit.ask("a").allowed()).isFalse();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(60));
        assertThat(limit.ask("a").remaining()).isEqualTo(3);
    }

    @Test
    void countsEachKeyByItself() {
        RateLimit limit = limit(1, 1);
        assertThat(limit.ask("a").allowed()).isTrue();
        assertThat(limit.ask("a").allowed()).isFalse();
        assertThat(limit.ask("b").allowed()).isTrue();
    }

    @Test
    void isOffAtZero() {
        RateLimit limit = limit(0, 300);
        for (int i = 0; i < 1_000; i++) {
            assertThat(limit.ask("a")).isEqualTo(new Verdict(true, 0, 0, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1,1", "1,-1", "5,4", "1,0", "1000001,1000001"})
    void refusesARateThatIsNone(long perSecond, long burst) {
        assertThatThrownBy(() -> new Rate(perSecond, burst)).isInstanceOf(IllegalArgumentException.class);
    }

    /** @return how many of ten requests passed */
    private static int passed(ClientLimitFilter filter, String method, String path, String... addresses)
            throws Exception {
        int passed = 0;
        for (int i = 0; i < 10; i++) {
            MockHttpServletRequest request = new MockHttpServletRequest(method, path);
            request.setRemoteAddr(addresses[i % addresses.length]);
            // What a client says of itself counts for nothing.
            request.addHeader("X-Forwarded-For", "10.0.0." + i);
            MockFilterChain chain = new MockFilterChain();
            filter.doFilter(request, new MockHttpServletResponse(), chain);
            passed += chain.getRequest() == null ? 0 : 1;
        }
        return passed;
    }

    private ClientLimitFilter filter() {
        return new ClientLimitFilter(limit(1, 4), limit(1, 2));
    }

    @Test
    void limitsByTheAddressOfTheConnection() throws Exception {
        assertThat(passed(filter(), "GET", "/api/v1/product", "10.0.0.1")).isEqualTo(4);
        assertThat(passed(filter(), "GET", "/v3/api-docs", "10.0.0.1", "10.0.0.2"))
                .isEqualTo(8);
    }

    @Test
    void takesAnIpv6NetworkForOneClient() throws Exception {
        assertThat(passed(filter(), "GET", "/x", "2001:db8:0:1:0:0:0:1", "2001:db8:0:1:5:6:7:8"))
                .isEqualTo(4);
        assertThat(passed(filter(), "GET", "/x", "2001:db8:0:1:0:0:0:1", "2001:db8:0:2:0:0:0:1"))
                .isEqualTo(8);
    }

    @Test
    void limitsLoginsMoreNarrowly() throws Exception {
        assertThat(passed(filter(), "POST", "/api/v1/session", "10.0.0.1")).isEqualTo(2);
        assertThat(passed(filter(), "POST", "/api/v1/customer", "10.0.0.1")).isEqualTo(2);
        assertThat(passed(filter(), "POST", "/api/v1/password_reset", "10.0.0.1"))
                .isEqualTo(2);
        assertThat(passed(filter(), "POST", "/api/v1/password_reset/confirm", "10.0.0.1"))
                .isEqualTo(2);
        assertThat(passed(filter(), "DELETE", "/api/v1/session", "10.0.0.1")).isEqualTo(4);
        assertThat(passed(filter(), "POST", "/api/v1/session/refresh", "10.0.0.1"))
                .isEqualTo(4);
    }

    @Test
    void neverLimitsHealth() throws Exception {
        assertThat(passed(filter(), "GET", "/health", "10.0.0.1")).isEqualTo(10);
        assertThat(passed(filter(), "GET", "/livez", "10.0.0.1")).isEqualTo(10);
        assertThat(passed(filter(), "GET", "/healthy", "10.0.0.1")).isEqualTo(4);
    }
}
