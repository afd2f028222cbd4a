package org.image2ai.library;

import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.core.Response;
import org.image2ai.api.library.Asset;

/** An asset's file as an HTTP answer: whole, one range of it (RFC 9110, section 14), or nothing new. */
final class Download {
    /** Opens some bytes. */
    interface Opener {
        InputStream open(long from, long length);
    }

    /** The bytes from {@code from} to {@code last}. */
    record Span(long from, long last) {
        long length() {
            return last - from + 1;
        }

        boolean within(long bytes) {
            return from < bytes && from <= last;
        }
    }

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    private Download() {}

    static Response of(Asset asset, String range, String known, Opener opener) {
        String tag = "\"" + asset.sha256() + "\"";
        if (known != null && (known.strip().equals("*") || known.contains(tag))) {
            return Response.notModified(asset.sha256()).build();
        }
        Optional<Span> span = span(range, asset.bytes());
        if (span.isPresent()) {
            return part(asset, span.get(), opener);
        }
        return named(asset, whole(asset.mediaType(), opener.open(0, Long.MAX_VALUE)))
                .header("Content-Length", asset.bytes())
                .build();
    }

    /** The one range that a header asks for; several ranges and other units are ignored, as the RFC allows. */
    static Optional<Span> span(String range, long bytes) {
        Matcher wanted = RANGE.matcher(range == null ? "" : range.strip());
        if (!wanted.matches()) {
            return Optional.empty();
        }
        String first = wanted.group(1);
        String last = wanted.group(2);
        if (first.isEmpty()) {
            return last.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Span(Math.max(0, bytes - Long.parseLong(last)), bytes - 1));
        }
        long from = Long.parseLong(first);
        if (last.isEmpty()) {
            return Optional.of(new Span(from, bytes - 1));
        }
        long to = Long.parseLong(last);
        return to < from ? Optional.empty() : Optional.of(new Span(from, Math.min(to, bytes - 1)));
    }

    private static Response part(Asset asset, Span span, Opener opener) {
        if (!span.within(asset.bytes())) {
            return Response.status(416)
                    .header("Content-Range", "bytes */" + asset.bytes())
                    .build();
        }
        return named(asset, whole(asset.mediaType(), opener.open(span.from(), span.length())))
                .status(206)
                .header("Content-Range", "bytes " + span.from() + "-" + span.last() + "/" + asset.bytes())
                .header("Content-Length", span.length())
                .build();
    }

    private static Response.ResponseBuilder named(Asset asset, Response.ResponseBuilder answer) {
        String extension = asset.mediaType().substring("image/".length());
        return answer.tag(asset.sha256())
                .header("Accept-Ranges", "bytes")
                .header("Content-Disposition", "inline; filename=\"" + asset.id() + "." + extension + "\"");
    }

    /** Bytes of a person: a browser may keep them, nobody between may, and nobody guesses their type. */
    static Response.ResponseBuilder whole(String mediaType, InputStream content) {
        return Response.ok(content, mediaType)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, max-age=3600");
    }
}
