/** What people's corrections teach. */
@NullMarked
package dev.earshot.core.learning;

import org.jspecify.annotations.NullMarked;
