package org.image2ai.privacy.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.image2ai.api.Purpose;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Public;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** What everybody may read: a page for people, JSON for programs. */
@Component(service = PrivacyPagesResource.class)
@JaxrsResource
@Path("/privacy")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
@Public
public final class PrivacyPagesResource {
    private final Policies policies;
    private final Register register;

    @Activate
    public PrivacyPagesResource(@Reference Policies policies, @Reference Register register) {
        this.policies = policies;
        this.register = register;
    }

    /** A version in a list. */
    public record VersionView(String version, LocalDate effective, Instant published, List<Purpose> changedPurposes) {
        static VersionView of(PolicyVersion policy) {
            return new VersionView(
                    policy.version(),
                    policy.effective(),
                    policy.published(),
                    policy.changedPurposes().stream().sorted().toList());
        }
    }

    /**
     * A policy.
     *
     * @param text in Markdown
     * @param next the version that will hold next, if it is announced
     */
    public record PolicyView(
            String version,
            LocalDate effective,
            Instant published,
            String language,
            List<String> languages,
            String text,
            Optional<VersionView> next) {}

    /** What a version changes of the one before. */
    public record ChangesView(
            Optional<String> from, String to, LocalDate effective, List<PolicyDiff.Section> sections) {}

    /** The policy that holds now. */
    @GET
    @Answers(PolicyView.class)
    public Response current(@Context HttpHeaders headers, @QueryParam("lang") String language) {
        return policy(policies.now(), headers, language);
    }

    /** Every version, those that hold first first. */
    @GET
    @Path("versions")
    @Answers(VersionView[].class)
    public Response versions(@Context HttpHeaders headers) {
        List<VersionView> all =
                policies.versions().stream().map(VersionView::of).toList();
        return answer(headers, all, () -> {
            Html page = new Html()
                    .element("h1", "All versions of the privacy policy")
                    .raw("<ul>");
            all.forEach(one -> page.raw("<li>" + Html.link("/privacy/" + one.version(), one.version())
                    + Html.escape(", holds from " + one.effective() + " on") + " ("
                    + Html.link("/privacy/" + one.version() + "/changes", "what it changed") + ")</li>"));
            return page.raw("</ul>\n").page(Policies.ENGLISH, "All versions");
        });
    }

    /** Who gets data, by name. */
    @GET
    @Path("processors")
    @Answers(Register.Processor[].class)
    public Response processors(@Context HttpHeaders headers) {
        List<Register.Processor> published = register.processors().stream()
                .filter(Register.Processor::published)
                .toList();
        return answer(headers, published, () -> RegisterTables.processors(
                        new Html().element("h1", "Register of processors"), published, false)
                .page(Policies.ENGLISH, "Register of processors"));
    }

    /** What is kept in browsers, for a table and for a banner. */
    @GET
    @Path("cookies")
    @Answers(Register.Cookie[].class)
    public Response cookies(@Context HttpHeaders headers) {
        List<Register.Cookie> all = register.cookies();
        return answer(
                headers, all, () -> RegisterTables.cookies(new Html().element("h1", "Cookies and local storage"), all)
                        .page(Policies.ENGLISH, "Cookies and local storage"));
    }

    /** One version; old ones stay readable. */
    @GET
    @Path("{version}")
    @Answers(PolicyView.class)
    public Response version(
            @PathParam("version") String version, @Context HttpHeaders headers, @QueryParam("lang") String language) {
        return policy(policies.require(version), headers, language);
    }

    /** What a version changes, section by section and line by line. */
    @GET
    @Path("{version}/changes")
    @Answers(ChangesView.class)
    public Response changes(
            @PathParam("version") String version, @Context HttpHeaders headers, @QueryParam("lang") String language) {
        PolicyVersion policy = policies.require(version);
        Optional<PolicyVersion> before = policies.before(policy);
        Policies.Text text = policies.text(policy, wanted(headers, language));
        String old = before.map(one -> policies.text(one, text.language()).markdown())
                .orElse("");
        ChangesView changes = new ChangesView(
                before.map(PolicyVersion::version),
                policy.version(),
                policy.effective(),
                PolicyDiff.between(old, text.markdown()));
        return answer(headers, changes, () -> page(changes, text.language()));
    }

    private static Response page(ChangesView changes, String language) {
        Html page = new Html()
                .element("h1", changes.from().map(from -> from + " → ").orElse("") + changes.to())
                .element("p", "Holds from " + changes.effective() + " on.")
                .raw("<p>" + Html.link("/privacy/" + changes.to(), "The whole text") + "</p>");
        changes.sections().forEach(section -> {
            page.element("h2", section.title());
            section.lines().forEach(line -> page.raw("<p>")
                    .element(
                            switch (line.kind()) {
                                case SAME -> "span";
                                case ADDED -> "ins";
                                case REMOVED -> "del";
                            },
                            line.text())
                    .raw("</p>"));
        });
        return page.page(language, "What changes");
    }

    private static String wanted(HttpHeaders headers, String language) {
        return language == null ? Html.language(headers) : language;
    }

    private Response policy(PolicyVersion policy, HttpHeaders headers, String language) {
        Policies.Text text = policies.text(policy, wanted(headers, language));
        Optional<VersionView> next =
                policies.next().filter(one -> !one.equals(policy)).map(VersionView::of);
        PolicyView view = new PolicyView(
                policy.version(),
                policy.effective(),
                policy.published(),
                text.language(),
                text.languages(),
                text.markdown(),
                next);
        return answer(headers, view, () -> page(view));
    }

    private static Response page(PolicyView view) {
        Html page = new Html()
                .raw("<p>" + Html.escape(view.version() + " · " + view.effective() + " · ")
                        + Html.link("/privacy/versions", "versions") + "</p>");
        view.next()
                .ifPresent(next -> page.raw("<p><strong>" + Html.escape(next.effective() + ": ")
                        + Html.link("/privacy/" + next.version() + "/changes", next.version()) + "</strong></p>"));
        return page.raw(Markdown.html(view.text())).page(view.language(), "Privacy");
    }

    private static Response answer(HttpHeaders headers, Object json, Supplier<Response> page) {
        return Html.isAsked(headers)
                ? page.get()
                : Response.ok(json, MediaType.APPLICATION_JSON)
                        .header("Vary", "Accept, Accept-Language")
                        .build();
    }
}
