package dev.earshot.inbox.layout;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Serves what pages fetch; needs no sign-in. */
@Path("/assets/{hash}/{file}")
public class AssetResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @GET
    @Operation(hidden = true)
    public Response get(@PathParam("hash") String hash, @PathParam("file") String file) {
        Assets asset = Assets.find(hash, file).orElseThrow(NotFoundException::new);
        return Response.ok(asset.content(), asset.type())
                .header("Cache-Control", FOR_EVER)
                .build();
    }
}
