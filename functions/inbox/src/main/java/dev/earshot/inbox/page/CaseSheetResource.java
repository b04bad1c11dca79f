package dev.earshot.inbox.page;

import dev.earshot.inbox.cases.CaseSearch;
import dev.earshot.inbox.export.Csv;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The list of cases for spreadsheets, by the same filters and for the same readers. */
@Path("/cases.csv")
@Produces(Csv.MEDIA_TYPE)
public class CaseSheetResource {

    private final CaseSearch search;
    private final CurrentCaller caller;

    public CaseSheetResource(CaseSearch search, CurrentCaller caller) {
        this.search = search;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response get(@Context UriInfo here) {
        CaseSearch.Found found = search.many(
                caller.get(), CaseQuery.read(name -> here.getQueryParameters().getFirst(name)), CaseSheet.MOST);
        return Response.ok(CaseSheet.of(found))
                .header("Content-Disposition", "attachment; filename=\"earshot-cases.csv\"")
                .build();
    }
}
