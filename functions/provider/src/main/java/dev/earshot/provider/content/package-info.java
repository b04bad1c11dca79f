/** What platforms mark up, as text that people can read. */
@NullMarked
package dev.earshot.provider.content;

import org.jspecify.annotations.NullMarked;
