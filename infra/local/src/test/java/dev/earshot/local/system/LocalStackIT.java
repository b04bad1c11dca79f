package dev.earshot.local.system;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.emulators.http.Loopback;
import dev.earshot.local.cloud.CloudEndpoint;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.Testcontainers;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.localstack.LocalStackContainer;

/** The story in LocalStack, where Docker answers. */
class LocalStackIT extends SystemIT {

    /** The last release that needs no token. */
    private static final String IMAGE = "localstack/localstack:4.14.0";

    private LocalStackContainer container;

    @Override
    Optional<CloudEndpoint> endpoint() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "Docker does not answer, so no LocalStack");
        int port = Loopback.freePort();
        container = new LocalStackContainer(IMAGE)
                .withServices("sqs", "sns", "dynamodb", "ssm", "ses")
                // The links in what SNS sends name it; they are followed on this machine.
                .withEnv("LOCALSTACK_HOST", Loopback.HOST + ":" + port)
                .withAccessToHost(true);
        container.setPortBindings(List.of(Loopback.HOST + ":" + port + ":4566"));
        try {
            container.start();
        } catch (ContainerFetchException e) {
            abort("Docker cannot fetch " + IMAGE);
        }
        return CloudEndpoint.in(
                Map.of(CloudEndpoint.VARIABLE, Loopback.uri(port).toString()));
    }

    @Override
    URI asSeenFromSns(URI receiver) {
        Testcontainers.exposeHostPorts(receiver.getPort());
        return URI.create("http://host.testcontainers.internal:" + receiver.getPort() + receiver.getPath());
    }

    @Override
    void endsTheEndpoint() {
        if (container != null) {
            container.stop();
        }
    }
}
