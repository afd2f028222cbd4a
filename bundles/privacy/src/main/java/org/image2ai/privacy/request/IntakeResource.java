package org.image2ai.privacy.request;

import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.Public;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Where somebody who is not signed in asks; the answer says nothing of whether an address is known. */
@Component(service = IntakeResource.class)
@JaxrsResource
@Path("/api/v1/privacy/intake")
@Produces("application/json")
@Public
public final class IntakeResource {
    private final Intake intake;

    @Activate
    public IntakeResource(@Reference Intake intake) {
        this.intake = intake;
    }

    /**
     * What is asked, in the name of an address.
     *
     * @param email the address
     * @param type access, portability, erasure or stop_sale
     * @param law gdpr or ccpa; as configured where absent
     */
    public record IntakeBody(String email, String type, Optional<String> law) {
        @Override
        public String toString() {
            return "IntakeBody";
        }
    }

    /** Sends a link to the address, where an account has it. */
    @POST
    @Consumes("application/json")
    @Answers(value = Map.class, status = 202)
    public Response take(IntakeBody body, @Context ClientInfo client) {
        IntakeBody said = RequestsResource.required(body);
        intake.take(
                said.email(),
                RequestType.parse(said.type() == null ? "" : said.type()),
                RequestsResource.given(said.law()).map(Law::parse),
                client.remoteAddress());
        return Response.accepted(Map.of("status", "accepted")).build();
    }
}
