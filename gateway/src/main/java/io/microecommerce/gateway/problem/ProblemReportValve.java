package io.microecommerce.gateway.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Tomcat answers on its own, to requests that are not HTTP enough to reach Spring (an illegal character in the path, a
 * header too long). Tomcat makes it by its class name, so it is public and has no dependencies.
 */
public final class ProblemReportValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemReportValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        // As in the base class: nothing was refused, or somebody has answered already.
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            StatusProblem.of(status, request, response).write(response.getResponse());
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            log.debug("The client was gone before it could be told of its error", e);
        }
    }
}
