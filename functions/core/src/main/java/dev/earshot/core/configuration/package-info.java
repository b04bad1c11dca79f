/** What people configure by file: sources and departments, with errors that name the line. */
@NullMarked
package dev.earshot.core.configuration;

import org.jspecify.annotations.NullMarked;
