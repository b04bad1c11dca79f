/** An HTTP API (payload format 2.0) in front of functions. */
@NullMarked
package dev.earshot.local.http;

import org.jspecify.annotations.NullMarked;
