/** Answers to a Typeform. */
@NullMarked
package dev.earshot.provider.typeform;

import org.jspecify.annotations.NullMarked;
