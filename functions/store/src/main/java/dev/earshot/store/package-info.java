/**
 * What DynamoDB holds, in one table.
 *
 * <p>{@code docs/table.md} gives keys, index, access patterns, what a mention costs, and where partitions get hot.
 */
@NullMarked
package dev.earshot.store;

import org.jspecify.annotations.NullMarked;
