/** Where the company's people listen, and which places are spoken of where nobody does. */
@NullMarked
package dev.earshot.core.ears;

import org.jspecify.annotations.NullMarked;
