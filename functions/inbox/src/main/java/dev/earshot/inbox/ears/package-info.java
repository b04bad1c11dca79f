/** The register of ears: where the company's people listen, and where nobody does. */
@NullMarked
package dev.earshot.inbox.ears;

import org.jspecify.annotations.NullMarked;
