package dev.earshot.core.subscription;

/** A request that was found to be in order. */
record Wish(String department, Protocol protocol, String endpoint, Filter filter) {}
