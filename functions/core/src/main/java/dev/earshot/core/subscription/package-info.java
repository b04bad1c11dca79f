/** Who gets a department's notices, where, and which of them. */
@NullMarked
package dev.earshot.core.subscription;

import org.jspecify.annotations.NullMarked;
