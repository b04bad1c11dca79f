/** The function analyze: understands a mention and passes it on. */
@NullMarked
package dev.earshot.analyze;

import org.jspecify.annotations.NullMarked;
