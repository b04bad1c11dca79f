package dev.earshot.inbox.page;

import dev.earshot.core.json.InvalidMember;
import dev.earshot.core.json.InvalidMemberException;
import java.util.List;

/**
 * What is wrong with a form that was sent, by the pointers that the API has for the same.
 *
 * @param all empty when nothing is
 */
record FormErrors(List<InvalidMember> all) {

    static final FormErrors NONE = new FormErrors(List.of());

    FormErrors {
        all = List.copyOf(all);
    }

    static FormErrors of(InvalidMemberException e) {
        return new FormErrors(List.of(new InvalidMember(e.pointer(), String.valueOf(e.getMessage()))));
    }

    /** Whether nothing is wrong. */
    public boolean none() {
        return all.isEmpty();
    }

    /** What is wrong with a member; empty when nothing is. */
    public String at(String pointer) {
        return all.stream()
                .filter(one -> one.pointer().equals(pointer))
                .map(InvalidMember::detail)
                .findFirst()
                .orElse("");
    }
}
