/** Reading and changing departments and their rules. */
@NullMarked
package dev.earshot.inbox.departments;

import org.jspecify.annotations.NullMarked;
