package org.image2ai.privacy.roster;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Who holds data of people, and what is not as it was declared. */
@Component(service = AdminRosterResource.class)
@JaxrsResource
@Path("/api/v1/admin/privacy")
@Produces("application/json")
public final class AdminRosterResource {
    private final Roster roster;
    private final MemberRows rows;
    private final Crawler crawler;

    @Activate
    public AdminRosterResource(@Reference Roster roster, @Reference MemberRows rows, @Reference Crawler crawler) {
        this.roster = roster;
        this.rows = rows;
        this.crawler = crawler;
    }

    /**
     * What is not as it was declared.
     *
     * @param items each finding
     */
    public record FindingsView(List<Finding> items) {}

    /** Every bundle that is asked in a privacy request, also those that are gone, and what nobody declares. */
    @GET
    @Path("holders")
    @Permission("admin:privacy:read")
    public HoldersView holders() {
        return HoldersView.of(roster, rows.findings(), Optional.empty());
    }

    /** What was found when somebody last looked. */
    @GET
    @Path("findings")
    @Permission("admin:privacy:read")
    public FindingsView findings() {
        return new FindingsView(rows.findings());
    }

    /** Looks now for tables, stored objects and bundles that nobody declares. */
    @POST
    @Path("findings")
    @Permission("admin:privacy:crawl")
    public FindingsView crawl() {
        return new FindingsView(crawler.crawl());
    }
}
