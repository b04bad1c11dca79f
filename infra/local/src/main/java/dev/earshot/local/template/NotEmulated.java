package dev.earshot.local.template;

/**
 * A resource that is known and has no effect locally, such as an alarm.
 *
 * @param type its CloudFormation type
 */
public record NotEmulated(String logicalId, String type, Position at) implements Resource {}
