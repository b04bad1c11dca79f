package dev.earshot.inbox.page;

import dev.earshot.core.routing.Department;
import dev.earshot.inbox.layout.Place;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A list of mentions that concern nobody.
 *
 * @param place which list
 * @param days of when
 * @param departments to whom they can be given
 * @param next the cursor behind which older ones follow
 * @param given the name of the department that one was just given to
 * @param refused why one was not given
 */
record AsideList(
        Place place,
        AsideDays days,
        List<AsideRow> rows,
        List<CaseCard.Choice> departments,
        Optional<String> next,
        Optional<String> given,
        Optional<String> refused) {

    AsideList {
        rows = List.copyOf(rows);
        departments = List.copyOf(departments);
    }

    static List<CaseCard.Choice> choices(List<Department> departments) {
        return departments.stream()
                .map(one -> new CaseCard.Choice(one.id(), one.name()))
                .toList();
    }

    public boolean noise() {
        return place == Place.NOISE;
    }

    public String title() {
        return place.title();
    }

    public String path() {
        return place.path();
    }

    /** The page of older ones. */
    public String older() {
        return place.path() + "?cursor="
                + next.map(cursor -> URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                        .orElse("")
                + days.query('&');
    }
}
