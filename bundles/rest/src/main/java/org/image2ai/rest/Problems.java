package org.image2ai.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.CharConversionException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.ws.rs.WebApplicationException;
import org.image2ai.api.ErrorType;
import org.image2ai.api.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every failure as a {@link PlatformException}: what a client did wrong is said, what we did wrong is only logged. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static PlatformException of(Throwable failure, String requestId) {
        if (isDatabaseAway(failure)) {
            LOG.warn(
                    "Request {} failed, for the database does not answer in time: {}", requestId, failure.getMessage());
            return PlatformException.exhausted("database_unavailable", "The database does not answer.", true)
                    .retryAfter(Duration.ofSeconds(5));
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PlatformException e) {
                return e.type() == ErrorType.INTERNAL ? internal(e, requestId) : e;
            }
        }
        if (failure instanceof JsonProcessingException e) {
            return json(e);
        }
        if (failure instanceof WebApplicationException e && e.getResponse().getStatus() < 500) {
            return http(e);
        }
        if (GoneFaults.isGone(failure)) {
            return gone(failure, requestId);
        }
        LOG.error("Request {} failed.", requestId, failure);
        return PlatformException.internal("internal_error", "Something went wrong on our side.", failure);
    }

    private static PlatformException gone(Throwable failure, String requestId) {
        LOG.debug("The body of request {} cannot be read; its client may have left.", requestId, failure);
        return PlatformException.invalid("malformed_body", "The body broke off, or its parts are not HTTP's.");
    }

    /** Who changes a row while another removes it lost a race, and may look again; all else is ours. */
    private static PlatformException internal(PlatformException failure, String requestId) {
        if (GoneFaults.isGone(failure)) {
            return gone(failure, requestId);
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t.getClass().getName().endsWith(".OptimisticLockException")) {
                return PlatformException.conflict(
                        "changed_meanwhile", "Somebody else changed this at the same moment.");
            }
        }
        LOG.error("Request {} failed.", requestId, failure);
        return failure;
    }

    /**
     * Away, or too busy to give a lock in time. SQL:2016 calls faults of the connection class 08; PostgreSQL says 57P
     * when it is stopped, H2 90067 and 90098.
     */
    private static boolean isDatabaseAway(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLTransientConnectionException
                    || t instanceof SQLNonTransientConnectionException
                    || t instanceof SQLTimeoutException) {
                return true;
            }
            if (t instanceof SQLException e && String.valueOf(e.getSQLState()).matches("08.*|57P.*|90067|90098")) {
                return true;
            }
        }
        return false;
    }

    private static PlatformException json(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return PlatformException.invalid("malformed_json", "The JSON is nested too deep, or a value is too long.");
        }
        if (isNotUtf8(e)) {
            return PlatformException.invalid("malformed_json", "The body is not UTF-8.");
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            String field = path(unknown);
            return PlatformException.invalid("unknown_field", "There is no field " + field + ".")
                    .withField(field);
        }
        if (e instanceof Scalars.Refused refused) {
            String field = path(refused);
            return PlatformException.invalid("invalid_field", field + " " + refused.getOriginalMessage() + ".")
                    .withField(field);
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String field = path(mapping);
            return PlatformException.invalid("invalid_field", "The value of " + field + " is of the wrong type.")
                    .withField(field);
        }
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return PlatformException.invalid("malformed_json", "The body is not valid JSON" + where + ".");
    }

    private static boolean isNotUtf8(JsonProcessingException e) {
        String said = String.valueOf(e.getOriginalMessage());
        return e.getCause() instanceof CharConversionException || said.startsWith("Invalid UTF-8");
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(r -> r.getFieldName() != null ? r.getFieldName() : String.valueOf(r.getIndex()))
                .collect(Collectors.joining("."));
    }

    private static PlatformException http(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (status == 404 && e.getCause() instanceof IllegalArgumentException) {
            return PlatformException.invalid("invalid_parameter", "A part of the address is not what it must be.");
        }
        if (status == 413) {
            return PlatformException.invalid("payload_too_large", "The body, or a part of its header, is too large.");
        }
        if (status == 404) {
            return PlatformException.notFound("resource", "at this address");
        }
        String title = Statuses.title(status);
        return PlatformException.invalid(title.toLowerCase(Locale.ROOT).replace(' ', '_'), title + ".");
    }
}
