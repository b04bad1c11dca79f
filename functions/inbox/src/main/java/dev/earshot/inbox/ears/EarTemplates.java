package dev.earshot.inbox.ears;

import dev.earshot.core.ears.EarPlace;
import dev.earshot.core.ears.Ears;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.page.Shown;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The template of the page, checked when it is built. */
@CheckedTemplate(basePath = "ears")
final class EarTemplates {

    private EarTemplates() {}

    static native TemplateInstance ears(
            Frame frame,
            List<Row> own,
            List<Host> hosts,
            List<EarDesk.Suggestion> suggestions,
            Optional<String> message);

    /** A line of the form; empty for a place that can be added. */
    record Row(int number, String kind, String place, String note) {

        static Row of(int number, EarPlace one) {
            return new Row(number, one.kind().name(), one.place(), one.note() == null ? "" : Shown.words(one.note()));
        }

        static Row empty(int number) {
            return new Row(number, "", "", "");
        }

        /** The sorts of places. */
        public List<Kind> kinds() {
            return List.of(EarPlace.Kind.values()).stream()
                    .map(one -> new Kind(one.name(), Shown.word(one)))
                    .toList();
        }
    }

    /** A sort of places. */
    record Kind(String id, String name) {}

    /** Everybody who listens at one host. */
    record Host(String host, List<Listener> listeners) {

        static List<Host> of(List<Ears> all) {
            TreeMap<String, List<Listener>> hosts = new TreeMap<>();
            all.forEach(
                    one -> one.places().forEach(place -> hosts.computeIfAbsent(place.host(), host -> new ArrayList<>())
                            .add(Listener.of(one, place))));
            return hosts.entrySet().stream()
                    .map(entry -> new Host(entry.getKey(), List.copyOf(entry.getValue())))
                    .toList();
        }
    }

    /** Somebody who listens at a host. */
    record Listener(String name, String departments, String kind, String place, String note) {

        static Listener of(Ears ears, EarPlace place) {
            return new Listener(
                    Shown.words(ears.name()),
                    String.join(", ", ears.departments()),
                    Shown.word(place.kind()),
                    place.place(),
                    place.note() == null ? "" : Shown.words(place.note()));
        }
    }
}
