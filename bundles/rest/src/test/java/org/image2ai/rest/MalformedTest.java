package org.image2ai.rest;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.image2ai.api.PlatformException;
import org.junit.Test;

public class MalformedTest {
    private final Map<String, Object> request = new HashMap<>(Map.of("getRequestURI", "/api/v1/jobs"));
    private List<String> hosts = List.of("example.org");

    private String code() {
        request.putIfAbsent("getRequestURL", new StringBuffer("http://example.org" + request.get("getRequestURI")));
        HttpServletRequest fake = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> method.getName().equals("getHeaders")
                        ? Collections.enumeration(hosts)
                        : request.get(method.getName().equals("getHeader") ? args[0] : method.getName()));
        Optional<PlatformException> found = Malformed.of(fake);
        return found.map(e -> e.code() + " " + Statuses.of(e)).orElse("fine");
    }

    @Test
    public void letsThroughWhatIsWellFormed() {
        request.put("getQueryString", "cursor=a%20b&limit=5");
        request.put("getCharacterEncoding", "utf-8");
        assertEquals("fine", code());
    }

    @Test
    public void refusesAnAddressThatIsNone() {
        request.put("getRequestURI", "/api/v1/jobs/{id}");
        assertEquals("malformed_address 400", code());
    }

    @Test
    public void refusesALonePercentInAQuery() {
        request.put("getQueryString", "cursor=%");
        assertEquals("malformed_address 400", code());
        request.put("getQueryString", "cursor=%2");
        assertEquals("malformed_address 400", code());
    }

    @Test
    public void refusesACharsetThatNobodyKnows() {
        request.put("getCharacterEncoding", "bogus");
        assertEquals("unsupported_media_type 415", code());
        request.put("getCharacterEncoding", "?");
        assertEquals("unsupported_media_type 415", code());
    }

    @Test
    public void refusesWhatIsCompressed() {
        request.put("Content-Encoding", "gzip");
        assertEquals("unsupported_media_type 415", code());
        request.put("Content-Encoding", "Identity");
        assertEquals("fine", code());
    }

    @Test
    public void refusesWhatNamesNoResourceOrTwoHosts() {
        hosts = List.of("example.org", "example.com");
        assertEquals("malformed_request 400", code());
        hosts = List.of("example.org");
        request.put("getRequestURI", null);
        assertEquals("malformed_request 400", code());
    }
}
