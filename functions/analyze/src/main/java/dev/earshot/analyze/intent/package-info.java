/** What the author wants, and whether it is urgent. */
@NullMarked
package dev.earshot.analyze.intent;

import org.jspecify.annotations.NullMarked;
