/** Runs packaged functions as AWS Lambda does: a process each, fed by a Runtime API server. */
@NullMarked
package dev.earshot.local.lambda;

import org.jspecify.annotations.NullMarked;
