package dev.earshot.local.template;

/**
 * An HTTP API. Its routes are the functions' {@link EventSource.HttpRoute} events with its id.
 *
 * @param id what {@code Ref} gives
 * @param endpoint what {@code ApiEndpoint} gives: the local address, without a slash at the end
 */
public record HttpApiResource(String logicalId, String id, String endpoint, Position at) implements Resource {}
