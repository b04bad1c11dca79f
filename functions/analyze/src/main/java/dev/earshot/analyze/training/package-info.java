/** Fits the packaged weights from examples; run by developers, never in the cloud. */
@NullMarked
package dev.earshot.analyze.training;

import org.jspecify.annotations.NullMarked;
