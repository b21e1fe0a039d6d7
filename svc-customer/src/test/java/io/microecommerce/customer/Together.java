package io.microecommerce.customer;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What calls answered that were made at the same moment.
 *
 * @param values of those that went well
 * @param refusals of the others; anything else that is thrown fails the test
 */
public record Together<T>(List<T> values, List<ErrorCode> refusals) {

    /** Makes the same call so many times at once. */
    public static <T> Together<T> times(int times, Callable<T> call) throws InterruptedException {
        return all(Collections.nCopies(times, call));
    }

    /** Makes all of the calls at once. */
    public static <T> Together<T> all(List<? extends Callable<T>> calls) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(calls.size());
        ExecutorService pool = Executors.newFixedThreadPool(calls.size());
        List<T> values = new ArrayList<>();
        List<ErrorCode> refusals = new ArrayList<>();
        try {
            List<Future<T>> answers = new ArrayList<>();
            for (Callable<T> call : calls) {
                answers.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.call();
                }));
            }
            for (Future<T> answer : answers) {
                try {
                    values.add(answer.get());
                } catch (ExecutionException failure) {
                    if (failure.getCause() instanceof Refusal refusal) {
                        refusals.add(refusal.code());
                    } else {
                        throw new AssertionError(failure.getCause());
                    }
                }
            }
        } finally {
            pool.shutdownNow();
        }
        return new Together<>(values, refusals);
    }
}
