/** What every function has at its edge towards AWS: the queue batch loop, dead letters, queues, metrics, SDK clients. */
@NullMarked
package dev.earshot.edge;

import org.jspecify.annotations.NullMarked;
