/** Asks servers that others have named, without being led astray. */
@NullMarked
package dev.earshot.poll.web;

import org.jspecify.annotations.NullMarked;
