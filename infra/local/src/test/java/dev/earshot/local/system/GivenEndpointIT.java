package dev.earshot.local.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.local.cloud.CloudEndpoint;
import java.util.Optional;

/** The story at whatever {@code AWS_ENDPOINT_URL} names. */
class GivenEndpointIT extends SystemIT {

    @Override
    Optional<CloudEndpoint> endpoint() {
        Optional<CloudEndpoint> given = CloudEndpoint.in(System.getenv());
        assumeTrue(given.isPresent(), "no endpoint is given: set AWS_ENDPOINT_URL to test one, such as LocalStack");
        return given;
    }
}
