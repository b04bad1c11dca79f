/** How what was said feels about its subject. */
@NullMarked
package dev.earshot.analyze.sentiment;

import org.jspecify.annotations.NullMarked;
