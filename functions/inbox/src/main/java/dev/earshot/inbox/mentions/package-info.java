/** Reading what was said, and reporting what an employee heard. */
@NullMarked
package dev.earshot.inbox.mentions;

import org.jspecify.annotations.NullMarked;
