/** RSS and Atom: the words of feeds, however they arrive. */
@NullMarked
package dev.earshot.provider.feed;

import org.jspecify.annotations.NullMarked;
