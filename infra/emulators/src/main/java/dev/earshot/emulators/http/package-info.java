/** The little HTTP server under everything here that is our own: two emulators, the Runtime API, the HTTP API. */
@NullMarked
package dev.earshot.emulators.http;

import org.jspecify.annotations.NullMarked;
