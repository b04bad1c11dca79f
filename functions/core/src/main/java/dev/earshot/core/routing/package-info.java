/** Departments, their rules, and the decision which of them a mention concerns. */
@NullMarked
package dev.earshot.core.routing;

import org.jspecify.annotations.NullMarked;
