package dev.earshot.poll.websub;

/**
 * How hubs are asked.
 *
 * @param publicUrl where they deliver to, without a slash at its end
 * @param allowPlainHttp whether a secret may be told without https; for one's own machine alone
 */
public record LeaseSettings(String publicUrl, boolean allowPlainHttp) {}
