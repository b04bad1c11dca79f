package dev.earshot.local.template;

/** Reads the resources of one type. */
@FunctionalInterface
interface ResourceReader {

    Built read(Declared resource, Scope scope);
}
