package org.image2ai.privacy.roster;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.osgi.framework.ServiceReference;

/** The participants that are there, each by the bundle that registered it: nobody answers for another. */
final class Participants {
    private final Map<ServiceReference<PersonalDataParticipant>, Live> live = new ConcurrentHashMap<>();

    private record Live(String bundle, long id, PersonalDataParticipant participant) {}

    void add(ServiceReference<PersonalDataParticipant> reference, PersonalDataParticipant participant) {
        live.put(
                reference,
                new Live(
                        reference.getBundle().getSymbolicName(),
                        reference.getBundle().getBundleId(),
                        participant));
    }

    void remove(ServiceReference<PersonalDataParticipant> reference) {
        live.remove(reference);
    }

    /** The one of a bundle; of several the one that the framework would choose. */
    Optional<PersonalDataParticipant> of(String bundle) {
        return live.entrySet().stream()
                .filter(entry -> entry.getValue().bundle().equals(bundle))
                .max(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().participant());
    }

    /** The ids of the bundles that have one. */
    Set<Long> bundles() {
        return live.values().stream().map(Live::id).collect(Collectors.toSet());
    }
}
