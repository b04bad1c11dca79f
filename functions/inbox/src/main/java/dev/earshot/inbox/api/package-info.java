/** The API: JSON over HTTP, for programs. */
@NullMarked
package dev.earshot.inbox.api;

import org.jspecify.annotations.NullMarked;
