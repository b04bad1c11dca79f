/** The local analyzer, and Amazon Comprehend for what that does not read. */
@NullMarked
package dev.earshot.analyze.hybrid;

import org.jspecify.annotations.NullMarked;
