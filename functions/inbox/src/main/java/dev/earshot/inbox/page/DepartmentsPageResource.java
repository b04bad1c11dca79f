package dev.earshot.inbox.page;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.inbox.departments.DepartmentDesk;
import dev.earshot.inbox.departments.DepartmentEdit;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page of all departments, to which the council adds. */
@Path("/departments")
@Produces(MediaType.TEXT_HTML)
public class DepartmentsPageResource {

    private final DepartmentDesk desk;
    private final CurrentCaller caller;

    public DepartmentsPageResource(DepartmentDesk desk, CurrentCaller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response list() {
        return page(Response.Status.OK, "", "", "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(
            @FormParam("id") @DefaultValue("") String id, @FormParam("name") @DefaultValue("") String name) {
        String given = id.strip();
        if (!Access.configuration(caller.get())) {
            throw new NotFoundException();
        }
        if (desk.find(given).isPresent()) {
            return page(Response.Status.CONFLICT, given, name, "There is a department of this id already.");
        }
        try {
            if (desk.put(caller.get(), DepartmentEdit.named(given, name.strip())) == DepartmentDesk.Answer.CHANGED) {
                return Response.seeOther(URI.create("/departments/" + given)).build();
            }
        } catch (InvalidMemberException e) {
            return page(Response.Status.BAD_REQUEST, given, name, Shown.sentence(String.valueOf(e.getMessage())));
        }
        String most = "There are " + DepartmentDesk.most() + " departments, which is the most.";
        return page(Response.Status.CONFLICT, given, name, most);
    }

    private Response page(Response.Status status, String id, String name, String wrong) {
        Caller me = caller.get();
        boolean editable = Access.configuration(me);
        DepartmentList list = new DepartmentList(
                desk.now().stream()
                        .map(one -> DepartmentCard.of(one, editable, Optional.empty()))
                        .toList(),
                editable,
                id,
                name,
                wrong);
        return Response.status(status)
                .entity(PageTemplates.departments(Frame.of(Place.DEPARTMENTS, me), list))
                .build();
    }
}
