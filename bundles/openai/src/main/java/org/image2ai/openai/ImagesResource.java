package org.image2ai.openai;

import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Operation;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.rest.Form;
import org.image2ai.api.rest.MaxJson;
import org.image2ai.api.rest.PublicAddress;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Pictures as OpenAI's Images API gives them. Each call is a job as any other. */
@Component(service = ImagesResource.class)
@JaxrsResource
@Path("/v1/images")
@Produces({"application/json", "text/event-stream"})
public final class ImagesResource {
    private static final String TRIES = "x-stainless-retry-count";
    private static final String KEY = "Idempotency-Key";
    private static final long MAX_EDIT = 100L << 20;

    private final ImageCalls calls;
    private final PublicAddress address;

    @Activate
    public ImagesResource(@Reference ImageCalls calls, @Reference PublicAddress address) {
        this.calls = calls;
        this.address = address;
    }

    /** Pictures from words. */
    @POST
    @Path("generations")
    @Consumes("application/json")
    @Permission("job:create")
    @Answers(Object.class)
    public void generate(
            @Context CallContext call,
            @Context Identity identity,
            @HeaderParam(KEY) String key,
            @HeaderParam(TRIES) String tries,
            GenerationBody body,
            @Suspended AsyncResponse response) {
        Caller caller = caller(call, identity, key, tries);
        ImageOptions options = present(body).options().withPrompt();
        try (Pictures none = calls.pictures(caller)) {
            calls.begin(caller, Operation.GENERATE, options, none, response);
        }
    }

    /** A picture from one or several pictures and words. */
    @POST
    @Path("edits")
    @Consumes("multipart/form-data")
    @Permission("job:create")
    @Answers(Object.class)
    public void edit(
            @Context CallContext call,
            @Context Identity identity,
            @HeaderParam(KEY) String key,
            @HeaderParam(TRIES) String tries,
            Form form,
            @Suspended AsyncResponse response) {
        Caller caller = caller(call, identity, key, tries);
        ImageOptions options = FormOptions.edit(form).withPrompt();
        try (Pictures pictures = calls.pictures(caller)) {
            edit(caller, options, pictures.addAll(form), response);
        }
    }

    /** A picture from one or several pictures and words, sent as a form or in JSON. */
    @POST
    @Path("edits")
    @Consumes("application/json")
    @MaxJson(MAX_EDIT)
    @Permission("job:create")
    @Answers(Object.class)
    public void edit(
            @Context CallContext call,
            @Context Identity identity,
            @HeaderParam(KEY) String key,
            @HeaderParam(TRIES) String tries,
            EditBody body,
            @Suspended AsyncResponse response) {
        Caller caller = caller(call, identity, key, tries);
        ImageOptions options = present(body).options().withPrompt();
        try (Pictures pictures = calls.pictures(caller)) {
            edit(caller, options, pictures.addAll(body), response);
        }
    }

    /** With a mask, a model that only fills in is good too. */
    private void edit(Caller caller, ImageOptions options, Pictures pictures, AsyncResponse response) {
        boolean filled = pictures.masked() && !calls.canDo(options, Operation.EDIT);
        calls.begin(caller, filled ? Operation.INPAINT : Operation.EDIT, options, pictures, response);
    }

    /** Other pictures like one. */
    @POST
    @Path("variations")
    @Consumes("multipart/form-data")
    @Permission("job:create")
    @Answers(Object.class)
    public void vary(
            @Context CallContext call,
            @Context Identity identity,
            @HeaderParam(KEY) String key,
            @HeaderParam(TRIES) String tries,
            Form form,
            @Suspended AsyncResponse response) {
        Caller caller = caller(call, identity, key, tries);
        ImageOptions options = FormOptions.variation(form);
        try (Pictures pictures = calls.pictures(caller)) {
            calls.begin(caller, Operation.VARIATION, options, pictures.addAll(form), response);
        }
    }

    private Caller caller(CallContext call, Identity identity, String key, String tries) {
        return new Caller(call, identity, key, tries, address.base());
    }

    private static <T> T present(T body) {
        if (body == null) {
            throw PlatformException.invalid("missing_body", "A request is needed as JSON.");
        }
        return body;
    }
}
