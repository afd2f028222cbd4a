package org.image2ai.rest;

import java.util.Map;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.image2ai.api.rest.PublicAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@link PublicAddress} by configuration, else by the request that is being answered. */
@Component(configurationPid = {"org.image2ai.rest", "org.ops4j.pax.web"})
public final class RequestAddress implements PublicAddress {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\[\\]:_-]{1,255}");
    private static final String PORT = "org.osgi.service.http.port";

    private final String configured;
    private final String here;

    @Activate
    public RequestAddress(RestConfig config, Map<String, Object> all) {
        configured = config.publicUrl().strip().replaceAll("/+$", "");
        here = "http://127.0.0.1:"
                + String.valueOf(all.getOrDefault(PORT, "8181")).strip();
    }

    @Override
    public String own() {
        return configured.isEmpty() ? here : configured;
    }

    @Override
    public String base() {
        if (!configured.isEmpty()) {
            return configured;
        }
        Message message = JAXRSUtils.getCurrentMessage();
        if (message == null
                || !(message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest http)) {
            return here;
        }
        String host = http.getHeader("Host");
        return host != null && HOST.matcher(host).matches() ? http.getScheme() + "://" + host : here;
    }
}
