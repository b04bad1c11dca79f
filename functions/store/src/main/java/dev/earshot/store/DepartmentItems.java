package dev.earshot.store;

import dev.earshot.core.routing.Department;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of departments, and the marker beside them that counts their changes. */
final class DepartmentItems {

    /** What the sort keys of all these items begin with. */
    static final String ALL = "DEPARTMENT";

    private static final String MARKER = "DEPARTMENTS-SEEDED";
    private static final String REVISION = "revision";
    private static final String POSITION = "position";

    private DepartmentItems() {}

    static Map<String, AttributeValue> key(String id) {
        return Keys.key(Keys.CONFIG, Keys.DEPARTMENT + id);
    }

    static Map<String, AttributeValue> item(Department department, long position) {
        Map<String, AttributeValue> item = key(department.id());
        item.put("department", Attributes.of(department));
        item.put(POSITION, Attributes.number(position));
        return item;
    }

    static Department department(Map<String, AttributeValue> item) {
        return Attributes.read(Attributes.get(item, "department"), Department.class);
    }

    static boolean isOf(Map<String, AttributeValue> item, Department department) {
        return Attributes.get(item, Keys.SK).s().equals(Keys.DEPARTMENT + department.id());
    }

    static long position(Map<String, AttributeValue> item) {
        return number(item, POSITION);
    }

    /** The department's place among what is stored, or the one behind all. */
    static long position(Department department, List<Map<String, AttributeValue>> stored) {
        long last = -1;
        for (Map<String, AttributeValue> item : stored) {
            if (isOf(item, department)) {
                return position(item);
            }
            last = isMarker(item) ? last : Math.max(last, position(item));
        }
        return last + 1;
    }

    static Map<String, AttributeValue> marker(long revision) {
        Map<String, AttributeValue> item = Keys.key(Keys.CONFIG, MARKER);
        item.put(REVISION, Attributes.number(revision));
        return item;
    }

    static boolean isMarker(Map<String, AttributeValue> item) {
        return Attributes.get(item, Keys.SK).s().equals(MARKER);
    }

    static long revision(Map<String, AttributeValue> marker) {
        return number(marker, REVISION);
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(Attributes.get(item, name).n());
    }
}
