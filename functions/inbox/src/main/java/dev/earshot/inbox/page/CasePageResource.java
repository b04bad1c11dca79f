package dev.earshot.inbox.page;

import dev.earshot.core.access.Caller;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.Outcome;
import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.inbox.cases.Casework;
import dev.earshot.inbox.cases.StepAnswer;
import dev.earshot.inbox.cases.StepRequest;
import dev.earshot.inbox.departments.DepartmentDesk;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.layout.Place;
import dev.earshot.inbox.mentions.MentionReading;
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
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page of one case: what was said, why it came, what can be done. It works without scripts. */
@Path("/cases/{id}")
@Produces(MediaType.TEXT_HTML)
public class CasePageResource {

    private final Casework casework;
    private final MentionReading mentions;
    private final DepartmentDesk departments;
    private final CurrentCaller caller;
    private final Clock clock;

    public CasePageResource(
            Casework casework, MentionReading mentions, DepartmentDesk departments, CurrentCaller caller, Clock clock) {
        this.casework = casework;
        this.mentions = mentions;
        this.departments = departments;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response show(String id) {
        Case one = casework.find(caller.get(), id(id)).orElseThrow(NotFoundException::new);
        return page(Response.Status.OK, one, null);
    }

    @POST
    @Path("/acknowledge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response acknowledge(String id, @FormParam("version") @Nullable Long version) {
        return take(id, Attempt.of("acknowledge", null, null), new StepRequest.Acknowledge(version));
    }

    @POST
    @Path("/resolve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response resolve(
            String id,
            @FormParam("kind") @Nullable String kind,
            @FormParam("text") @Nullable String text,
            @FormParam("version") @Nullable Long version) {
        Outcome.Kind known = Arrays.stream(Outcome.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElse(null);
        return take(
                id,
                Attempt.of("resolve", text, kind),
                new StepRequest.Resolve(new StepRequest.Resolve.Done(known, text), version));
    }

    @POST
    @Path("/dismiss")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response dismiss(
            String id,
            @FormParam("reason") @Nullable String reason,
            @FormParam("notOurs") @Nullable String notOurs,
            @FormParam("version") @Nullable Long version) {
        return take(
                id, Attempt.of("dismiss", reason, notOurs), new StepRequest.Dismiss(reason, notOurs != null, version));
    }

    @POST
    @Path("/reroute")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response reroute(
            String id,
            @FormParam("department") @Nullable String department,
            @FormParam("text") @Nullable String text,
            @FormParam("version") @Nullable Long version) {
        return take(id, Attempt.of("reroute", text, department), new StepRequest.Reroute(department, text, version));
    }

    @POST
    @Path("/reopen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response reopen(
            String id, @FormParam("text") @Nullable String text, @FormParam("version") @Nullable Long version) {
        return take(id, Attempt.of("reopen", text, null), new StepRequest.Reopen(text, version));
    }

    @POST
    @Path("/assign")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response assign(
            String id, @FormParam("to") @Nullable String to, @FormParam("version") @Nullable Long version) {
        return take(id, Attempt.of("assign", to, null), new StepRequest.Assign(to, version));
    }

    @POST
    @Path("/note")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response note(String id, @FormParam("text") @Nullable String text) {
        return take(id, Attempt.of("note", text, null), new StepRequest.Note(text, null));
    }

    private Response take(String id, Attempt attempt, StepRequest request) {
        CaseId known = id(id);
        StepAnswer answer;
        try {
            answer = casework.take(caller.get(), known, request.step(), request.version());
        } catch (InvalidMemberException e) {
            answer = new StepAnswer.Invalid(e.pointer(), String.valueOf(e.getMessage()));
        }
        if (answer instanceof StepAnswer.Taken) {
            return Response.seeOther(URI.create("/cases/" + known)).build();
        }
        if (answer instanceof StepAnswer.Refused refused) {
            String why = "Not done: " + refused.why() + ". Below is the case as it is now.";
            return page(Response.Status.CONFLICT, refused.now(), attempt.refused(request.version(), why));
        }
        if (answer instanceof StepAnswer.Invalid invalid) {
            Case one = casework.find(caller.get(), known).orElseThrow(NotFoundException::new);
            return page(Response.Status.BAD_REQUEST, one, attempt.refused(null, "Not done: " + invalid.detail() + "."));
        }
        throw new NotFoundException();
    }

    private Response page(Response.Status status, Case one, @Nullable Attempt attempt) {
        Caller me = caller.get();
        MentionReading.ReadMention said = mentions.find(me, one.mentionId()).orElseThrow(NotFoundException::new);
        CaseCard card = CaseCard.of(one, said, departments.all(), Optional.ofNullable(attempt), me, clock.instant());
        return Response.status(status)
                .entity(PageTemplates.oneCase(Frame.of("Case", Place.INBOX, me), card))
                .build();
    }

    private static CaseId id(String id) {
        return CaseId.parse(id).orElseThrow(NotFoundException::new);
    }
}
