/** What payloads are made of, read without trusting it. */
@NullMarked
package dev.earshot.provider.payload;

import org.jspecify.annotations.NullMarked;
