package org.image2ai.rest;

import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.image2ai.api.rest.PublicAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@link PublicAddress} by configuration, else by the request that is being answered. */
@Component(configurationPid = "org.image2ai.rest")
public final class RequestAddress implements PublicAddress {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\[\\]:_-]{1,255}");
    private static final String HERE = "http://127.0.0.1:8181";

    private final String configured;

    @Activate
    public RequestAddress(RestConfig config) {
        configured = config.publicUrl().strip().replaceAll("/+$", "");
    }

    @Override
    public String base() {
        if (!configured.isEmpty()) {
            return configured;
        }
        Message message = JAXRSUtils.getCurrentMessage();
        if (message == null
                || !(message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest http)) {
            return HERE;
        }
        String host = http.getHeader("Host");
        return host != null && HOST.matcher(host).matches() ? http.getScheme() + "://" + host : HERE;
    }
}
