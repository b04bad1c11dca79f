/** Reviews at Trustpilot. */
@NullMarked
package dev.earshot.provider.trustpilot;

import org.jspecify.annotations.NullMarked;
