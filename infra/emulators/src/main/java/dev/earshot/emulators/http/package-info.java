/** The little HTTP server under the emulators that are our own. */
@NullMarked
package dev.earshot.emulators.http;

import org.jspecify.annotations.NullMarked;
