package io.microecommerce.service.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.util.stream.Stream;
import org.apache.dubbo.rpc.RpcException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

class FailuresTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new RpcException(RpcException.TIMEOUT_EXCEPTION, "late"), ErrorCode.OUTCOME_UNKNOWN),
                Arguments.of(new RpcException(RpcException.UNKNOWN_EXCEPTION, "cut"), ErrorCode.OUTCOME_UNKNOWN),
                Arguments.of(
                        new RpcException(RpcException.NO_INVOKER_AVAILABLE_AFTER_FILTER, "nobody"),
                        ErrorCode.SERVICE_UNAVAILABLE),
                Arguments.of(
                        new RpcException(RpcException.FORBIDDEN_EXCEPTION, "nobody"), ErrorCode.SERVICE_UNAVAILABLE),
                Arguments.of(
                        new RpcException(RpcException.NETWORK_EXCEPTION, "refused"), ErrorCode.SERVICE_UNAVAILABLE),
                Arguments.of(new DataAccessResourceFailureException("gone"), ErrorCode.SERVICE_UNAVAILABLE),
                Arguments.of(new QueryTimeoutException("late"), ErrorCode.SERVICE_UNAVAILABLE),
                Arguments.of(new IllegalStateException("a defect"), ErrorCode.INTERNAL_ERROR),
                Arguments.of(
                        new IllegalStateException(new RpcException(RpcException.TIMEOUT_EXCEPTION, "late")),
                        ErrorCode.OUTCOME_UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatMayHaveHappenedIsNeverCalledAFailure(Exception failure, ErrorCode expected) {
        assertThat(Failures.toRefusal(failure).code()).isEqualTo(expected);
    }

    @Test
    void aRefusalStaysItself() {
        Refusal refusal = new Refusal(ErrorCode.CART_EMPTY, "Nothing in it.");

        assertThat(Failures.toRefusal(new IllegalStateException(refusal))).isSameAs(refusal);
    }
}
