/** Errors as RFC 9457 problem documents, and as pages for people. */
@NullMarked
package dev.earshot.inbox.problem;

import org.jspecify.annotations.NullMarked;
