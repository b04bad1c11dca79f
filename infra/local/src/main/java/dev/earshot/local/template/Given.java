package dev.earshot.local.template;

import java.util.Map;

/**
 * Parameter values from outside a template: the command line, or the parent of a nested stack.
 *
 * @param at where an error about them as a whole belongs
 */
record Given(Map<String, String> values, Position at) {}
