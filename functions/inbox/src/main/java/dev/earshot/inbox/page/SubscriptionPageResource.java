package dev.earshot.inbox.page;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.routing.Department;
import dev.earshot.core.subscription.Addition;
import dev.earshot.core.subscription.SubscriptionRequest;
import dev.earshot.core.subscription.Subscriptions;
import dev.earshot.inbox.departments.DepartmentDesk;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.signin.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page of who gets notices, by which people subscribe and unsubscribe. */
@Path("/subscriptions")
@Produces(MediaType.TEXT_HTML)
public class SubscriptionPageResource {

    private final Subscriptions subscriptions;
    private final DepartmentDesk departments;
    private final CurrentCaller caller;

    public SubscriptionPageResource(Subscriptions subscriptions, DepartmentDesk departments, CurrentCaller caller) {
        this.subscriptions = subscriptions;
        this.departments = departments;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response list() {
        return page(Response.Status.OK, "", SubscriptionList.Form.EMPTY);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(
            @FormParam("department") @Nullable String department,
            @FormParam("protocol") @Nullable String protocol,
            @FormParam("endpoint") @Nullable String endpoint,
            @FormParam("kind") @Nullable List<String> kinds,
            @FormParam("minPriority") @Nullable String minPriority) {
        String address = endpoint == null ? "" : endpoint.strip();
        String least = minPriority == null ? "" : minPriority;
        List<String> some = kinds == null ? List.of() : kinds;
        Addition addition = subscriptions.add(
                caller.get(),
                new SubscriptionRequest(
                        department,
                        protocol,
                        address,
                        new SubscriptionRequest.FilterRequest(some, least.isEmpty() ? null : least)));
        if (addition instanceof Addition.Invalid invalid) {
            return page(
                    Response.Status.BAD_REQUEST,
                    department == null ? "" : department,
                    new SubscriptionList.Form(
                            protocol == null ? "" : protocol,
                            address,
                            some,
                            least,
                            new FormErrors(invalid.problems())));
        }
        return Response.seeOther(URI.create("/subscriptions")).build();
    }

    @POST
    @Path("/{id}/remove")
    @Operation(hidden = true)
    public Response remove(String id) {
        if (!subscriptions.remove(caller.get(), id)) {
            throw new NotFoundException();
        }
        return Response.seeOther(URI.create("/subscriptions")).build();
    }

    private Response page(Response.Status status, String chosen, SubscriptionList.Form form) {
        Caller me = caller.get();
        List<Department> mine = departments.all().stream()
                .filter(one -> Access.department(me, one.id()))
                .toList();
        Map<String, String> names = mine.stream().collect(Collectors.toMap(Department::id, Department::name));
        SubscriptionList list = new SubscriptionList(
                subscriptions.list(me, null).stream()
                        .map(view -> SubscriptionList.Row.of(view, names))
                        .toList(),
                mine.stream()
                        .map(one -> new CaseFilterForm.Option(
                                one.id(), one.name(), one.id().equals(chosen)))
                        .toList(),
                form);
        return Response.status(status)
                .entity(PageTemplates.subscriptions(Frame.of(Place.SUBSCRIPTIONS, me), list))
                .build();
    }
}
