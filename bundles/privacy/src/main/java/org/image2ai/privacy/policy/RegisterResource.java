package org.image2ai.privacy.policy;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The record of processing activities and the map of data, for officers. */
@Component(service = RegisterResource.class)
@JaxrsResource
@Path("/api/v1/admin/privacy/register")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, "text/csv"})
public final class RegisterResource {
    private static final MediaType CSV = new MediaType("text", "csv");

    private final Register register;
    private final PublishedRecipients published;

    @Activate
    public RegisterResource(@Reference Register register, @Reference PublishedRecipients published) {
        this.register = register;
        this.published = published;
    }

    /** The recipients that the register names from now on, and did not before. */
    public record PublishedView(List<String> recipients) {}

    /** All of it: JSON, {@code text/csv} or {@code text/html}, as {@code Accept} or {@code format} says. */
    @GET
    @Permission("admin:privacy:read")
    @Answers(Register.Records.class)
    public Response get(@Context HttpHeaders headers, @QueryParam("format") String format) {
        Register.Records records = register.records();
        return switch (format == null ? accepted(headers) : format) {
            case "csv" ->
                Response.ok(RegisterTables.csv(records), "text/csv;charset=UTF-8")
                        .header("Content-Disposition", "attachment; filename=\"register.csv\"")
                        .build();
            case "html" -> RegisterTables.page(records).page(Policies.ENGLISH, "Record of processing activities");
            case "json" -> Response.ok(records, MediaType.APPLICATION_JSON).build();
            default ->
                throw PlatformException.invalid("invalid_format", "A format is json, csv or html.")
                        .withField("format");
        };
    }

    private static String accepted(HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (!type.isWildcardType() && type.isCompatible(CSV)) {
                return "csv";
            }
        }
        return Html.isAsked(headers) ? "html" : "json";
    }

    /** Publishes the register: recipients that it names for the first time may get data from then on. */
    @POST
    @Path("publish")
    @Produces(MediaType.APPLICATION_JSON)
    @Permission("admin:privacy:publish")
    public PublishedView publish(@Context Identity caller) {
        return new PublishedView(published.publish(caller.account().value()));
    }
}
