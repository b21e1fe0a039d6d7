package io.microecommerce.service.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends the log of a refused start with the one sentence that matters, and not with a stack. */
final class UnsafeSettingAnalyzer extends AbstractFailureAnalyzer<UnsafeSettingException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, UnsafeSettingException unsafe) {
        return new FailureAnalysis(
                String.valueOf(unsafe.getMessage()), "See \"A service refuses to start\" in docs/runbook.md.", unsafe);
    }
}
