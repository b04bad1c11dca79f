/** The council's and leadership's page: what is heard, what becomes of it, in pictures and as a table for others. */
@NullMarked
package dev.earshot.inbox.council;

import org.jspecify.annotations.NullMarked;
