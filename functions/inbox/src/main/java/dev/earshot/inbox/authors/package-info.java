/** Having an author's words erased. */
@NullMarked
package dev.earshot.inbox.authors;

import org.jspecify.annotations.NullMarked;
