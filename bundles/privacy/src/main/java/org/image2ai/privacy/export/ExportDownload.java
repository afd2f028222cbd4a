package org.image2ai.privacy.export;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.core.Response;

/** A copy as an HTTP answer: whole, or one range of it (RFC 9110, section 14), so that a broken download goes on. */
final class ExportDownload {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** The bytes from {@code from} to {@code last}. */
    record Span(long from, long last) {
        long length() {
            return last - from + 1;
        }
    }

    private ExportDownload() {}

    static Response of(Export export, Archive archive, String range) {
        Optional<Span> span = span(range, archive.bytes());
        if (span.isPresent() && span.get().length() <= 0) {
            return Response.status(416)
                    .header("Content-Range", "bytes */" + archive.bytes())
                    .build();
        }
        Span wanted = span.orElse(new Span(0, archive.bytes() - 1));
        Response.ResponseBuilder answer = Response.status(span.isPresent() ? 206 : 200)
                .entity(archive.open(wanted.from(), wanted.length()))
                .type("application/zip")
                .tag(export.id())
                .header("Accept-Ranges", "bytes")
                .header("Content-Length", wanted.length())
                .header("Content-Disposition", "attachment; filename=\"" + export.id() + ".zip\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
        span.ifPresent(
                s -> answer.header("Content-Range", "bytes " + s.from() + "-" + s.last() + "/" + archive.bytes()));
        return answer.build();
    }

    /** The one range that a header asks for, empty of bytes where it lies outside; others are ignored, as the RFC allows. */
    static Optional<Span> span(String range, long bytes) {
        Matcher wanted = RANGE.matcher(range == null ? "" : range.strip());
        if (!wanted.matches() || wanted.group(1).isEmpty() && wanted.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (wanted.group(1).isEmpty()) {
            return Optional.of(new Span(Math.max(0, bytes - Long.parseLong(wanted.group(2))), bytes - 1));
        }
        long from = Long.parseLong(wanted.group(1));
        long last = wanted.group(2).isEmpty() ? bytes - 1 : Math.min(Long.parseLong(wanted.group(2)), bytes - 1);
        if (!wanted.group(2).isEmpty() && Long.parseLong(wanted.group(2)) < from) {
            return Optional.empty();
        }
        return Optional.of(from >= bytes ? new Span(0, -1) : new Span(from, last));
    }
}
