package dev.earshot.store;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Asks for the capacity that every read and write consumed, and adds it up. */
final class Meter implements ExecutionInterceptor {

    private final List<ConsumedCapacity> consumed = new ArrayList<>();

    synchronized void reset() {
        consumed.clear();
    }

    /** All units, those of the indexes among them. */
    synchronized double units() {
        return consumed.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
    }

    /** The units of one index. */
    synchronized double units(String index) {
        return consumed.stream()
                .map(one -> one.globalSecondaryIndexes().get(index))
                .filter(capacity -> capacity != null)
                .mapToDouble(Capacity::capacityUnits)
                .sum();
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        ReturnConsumedCapacity indexes = ReturnConsumedCapacity.INDEXES;
        SdkRequest request = context.request();
        if (request instanceof TransactWriteItemsRequest write) {
            return write.toBuilder().returnConsumedCapacity(indexes).build();
        } else if (request instanceof UpdateItemRequest update) {
            return update.toBuilder().returnConsumedCapacity(indexes).build();
        } else if (request instanceof QueryRequest query) {
            return query.toBuilder().returnConsumedCapacity(indexes).build();
        } else if (request instanceof BatchGetItemRequest get) {
            return get.toBuilder().returnConsumedCapacity(indexes).build();
        }
        return request;
    }

    @Override
    public synchronized void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (context.response() instanceof TransactWriteItemsResponse response) {
            consumed.addAll(response.consumedCapacity());
        } else if (context.response() instanceof UpdateItemResponse response) {
            consumed.add(response.consumedCapacity());
        } else if (context.response() instanceof QueryResponse response) {
            consumed.add(response.consumedCapacity());
        } else if (context.response() instanceof BatchGetItemResponse response) {
            consumed.addAll(response.consumedCapacity());
        }
    }
}
