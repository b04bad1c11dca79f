/** SQS event sources: what Lambda's pollers do between a queue and a function. */
@NullMarked
package dev.earshot.local.sqs;

import org.jspecify.annotations.NullMarked;
