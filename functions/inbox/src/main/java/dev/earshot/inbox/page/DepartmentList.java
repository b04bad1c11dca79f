package dev.earshot.inbox.page;

import java.util.List;

/**
 * All departments.
 *
 * @param editable whether the reader may add one
 * @param id what was sent to add one and not taken; empty at first
 * @param wrong why not
 */
record DepartmentList(List<DepartmentCard> rows, boolean editable, String id, String name, String wrong) {

    DepartmentList {
        rows = List.copyOf(rows);
    }
}
