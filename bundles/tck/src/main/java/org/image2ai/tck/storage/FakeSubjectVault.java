package org.image2ai.tck.storage;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.SubjectVault;

/** The vault of one bundle, in memory: what it sealed shows nothing of the text. */
public final class FakeSubjectVault implements SubjectVault {
    private record Sealed(String owner, String text) {}

    private final Map<String, Sealed> sealed = new ConcurrentHashMap<>();
    private final Set<String> destroyed = ConcurrentHashMap.newKeySet();
    private final AtomicLong next = new AtomicLong();

    @Override
    public String seal(AccountId subject, String holding, String text) {
        String number = "sealed:" + next.incrementAndGet();
        sealed.put(number, new Sealed(owner(subject, holding), text));
        return number;
    }

    @Override
    public String open(AccountId subject, String holding, String text) {
        if (destroyed.contains(text)) {
            throw PlatformException.gone("text_shredded", "The key of this text was destroyed.");
        }
        Sealed found = sealed.getOrDefault(text, new Sealed(owner(subject, holding), text));
        if (!found.owner.equals(owner(subject, holding))) {
            throw PlatformException.internal("text_unreadable", "The text was sealed for another.", null);
        }
        return found.text;
    }

    @Override
    public Optional<String> find(AccountId subject, String holding, String text) {
        return destroyed.contains(text) ? Optional.empty() : Optional.of(open(subject, holding, text));
    }

    @Override
    public boolean destroy(AccountId subject, String holding) {
        boolean any = false;
        for (Map.Entry<String, Sealed> entry : sealed.entrySet()) {
            if (entry.getValue().owner.equals(owner(subject, holding))) {
                any |= destroyed.add(entry.getKey());
            }
        }
        return any;
    }

    private static String owner(AccountId subject, String holding) {
        return subject + "/" + holding;
    }
}
