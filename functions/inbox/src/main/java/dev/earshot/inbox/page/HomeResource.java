package dev.earshot.inbox.page;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.inbox.api.Paging;
import dev.earshot.inbox.cases.CaseFilter;
import dev.earshot.inbox.cases.CaseSearch;
import dev.earshot.inbox.departments.DepartmentDesk;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page that people come to first: their departments' cases. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomeResource {

    private final CaseSearch search;
    private final DepartmentDesk departments;
    private final CurrentCaller caller;
    private final Clock clock;

    public HomeResource(CaseSearch search, DepartmentDesk departments, CurrentCaller caller, Clock clock) {
        this.search = search;
        this.departments = departments;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response home(@Context UriInfo here, @QueryParam("cursor") @Nullable String cursor) {
        Caller me = caller.get();
        CaseFilter filter = filter(here);
        CaseFilterForm form = new CaseFilterForm(filter, mine(me, filter));
        return Response.ok(PageTemplates.home(Frame.of(Place.INBOX, me), form, cases(me, filter, cursor)))
                .build();
    }

    /** The list alone, for the page to renew itself; 204 when it shows it already. */
    @GET
    @Path("cases")
    @Operation(hidden = true)
    public Response list(@Context UriInfo here, @QueryParam("seen") @Nullable String seen) {
        CaseList cases = cases(caller.get(), filter(here), null);
        return cases.seen().equals(seen)
                ? Response.noContent().build()
                : Response.ok(PageTemplates.cases(cases, true)).build();
    }

    private CaseList cases(Caller me, CaseFilter filter, @Nullable String cursor) {
        CaseSearch.Found found =
                search.find(me, filter, Paging.read(cursor, null).after());
        Map<String, String> names = departments.names();
        Instant now = clock.instant();
        return new CaseList(
                found.cases().stream()
                        .map(item -> CaseRow.of(item, names.getOrDefault(item.department(), item.department()), now))
                        .toList(),
                filter,
                found.next().map(Object::toString),
                CaseList.looked(found),
                cursor == null || cursor.isEmpty());
    }

    private static CaseFilter filter(UriInfo here) {
        return CaseQuery.read(name -> here.getQueryParameters().getFirst(name));
    }

    private List<CaseFilterForm.Option> mine(Caller me, CaseFilter filter) {
        Optional<String> chosen = filter.department();
        return departments.all().stream()
                .filter(department -> Access.department(me, department.id()))
                .map(department -> new CaseFilterForm.Option(
                        department.id(),
                        department.name(),
                        chosen.filter(department.id()::equals).isPresent()))
                .toList();
    }
}
