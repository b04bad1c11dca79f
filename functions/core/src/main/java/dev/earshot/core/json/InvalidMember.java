package dev.earshot.core.json;

/**
 * What is wrong with one member of a request.
 *
 * @param pointer where it is, as an RFC 6901 JSON pointer
 * @param detail what it should be, one line for people; repeats nothing of the request
 */
public record InvalidMember(String pointer, String detail) {}
