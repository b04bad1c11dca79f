package dev.earshot.provider.hook;

/**
 * What is wrong with one member of a body.
 *
 * @param pointer which, as a JSON pointer
 * @param detail what, without repeating the value
 */
public record FieldError(String pointer, String detail) {}
