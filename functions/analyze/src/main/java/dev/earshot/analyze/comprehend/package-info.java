/** The analyzer that asks Amazon Comprehend, within its limits. */
@NullMarked
package dev.earshot.analyze.comprehend;

import org.jspecify.annotations.NullMarked;
