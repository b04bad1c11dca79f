package dev.earshot.inbox.mentions;

import dev.earshot.core.access.Caller;
import dev.earshot.core.paging.Page;
import dev.earshot.inbox.api.Paging;
import dev.earshot.inbox.departments.DepartmentDesk;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.mentions.OwnReports.OwnReport;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What the caller reported, and what became of it. */
@Path("/reports")
@Produces(MediaType.TEXT_HTML)
public class ReportsPageResource {

    private final OwnReports reports;
    private final DepartmentDesk departments;
    private final CurrentCaller caller;

    public ReportsPageResource(OwnReports reports, DepartmentDesk departments, CurrentCaller caller) {
        this.reports = reports;
        this.departments = departments;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response show(@QueryParam("cursor") @Nullable String cursor) {
        Caller me = caller.get();
        Page<OwnReport> page = reports.list(me, Paging.read(cursor, "25"));
        Map<String, String> names = departments.names();
        return Response.ok(ReportTemplates.own(
                        Frame.of(Place.REPORTS, me),
                        page.items().stream()
                                .map(one -> ReportTemplates.Row.of(one, names))
                                .toList(),
                        Optional.ofNullable(page.next()).map(next -> "/reports?cursor=" + next.value())))
                .build();
    }
}
