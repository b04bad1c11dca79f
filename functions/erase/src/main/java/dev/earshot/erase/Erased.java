package dev.earshot.erase;

/** How far an erasure came. */
public sealed interface Erased {

    /** How many mentions this call erased. */
    int mentions();

    /** Nothing is left. */
    record All(int mentions) implements Erased {}

    /** There may be more: go on at once. */
    record Some(int mentions) implements Erased {}

    /** Nothing was found any more, but what was being stored when the erasure was asked for may only now have arrived. */
    record LookAgain(int mentions) implements Erased {}
}
