package dev.earshot.local.lambda;

/**
 * One line that a function wrote to its standard output or error.
 *
 * @param function the function's name
 * @param line the text without its line end, cut at {@value OutputPump#LONGEST_LINE} bytes
 */
public record FunctionLine(String function, String line) {}
