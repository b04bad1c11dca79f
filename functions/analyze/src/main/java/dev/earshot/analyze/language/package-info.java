/** Which language a mention is written in. */
@NullMarked
package dev.earshot.analyze.language;

import org.jspecify.annotations.NullMarked;
