package org.image2ai.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;
import org.image2ai.kit.jpa.Store;

/** Links in mails: 256 random bits each, good once and for a while; a new one ends older ones of its kind. */
final class Tokens {
    private final Store store;

    Tokens(Store store) {
        this.store = store;
    }

    String issue(Token token, Instant now, Duration life) {
        String secret = Secrets.next();
        drop(token.account(), token.purpose());
        store.run(em -> em.persist(TokenEntity.from(Secrets.hash(secret), token, now, life)));
        return secret;
    }

    void drop(AccountId account, Token.Purpose purpose) {
        store.run(em -> em.createNamedQuery("Token.drop")
                .setParameter("account", account.value())
                .setParameter("purpose", purpose.name())
                .executeUpdate());
    }

    /** Uses a token up. @throws PlatformException INVALID {@code invalid_token}, whatever is wrong with it */
    Token use(String secret, Set<Token.Purpose> purposes, Instant now) {
        String hash = Secrets.isWellFormed(secret) ? Secrets.hash(secret) : "";
        Optional<Token> token = store.write(em -> Optional.ofNullable(em.find(TokenEntity.class, hash))
                .filter(entity -> entity.isGood(now))
                .map(TokenEntity::toRecord)
                .filter(found -> purposes.contains(found.purpose())));
        // Who removes the row has it: of two that come at once, one.
        boolean mine = token.isPresent()
                && store.write(em -> em.createNamedQuery("Token.use")
                                .setParameter("hash", hash)
                                .executeUpdate())
                        > 0;
        return token.filter(found -> mine).orElseThrow(Tokens::invalid);
    }

    static PlatformException invalid() {
        return PlatformException.invalid("invalid_token", "This link is not good, was used, or is too old.")
                .withField("token");
    }

    int erase(AccountId account) {
        return store.write(em -> em.createNamedQuery("Token.erase")
                .setParameter("account", account.value())
                .executeUpdate());
    }

    int sweep(Instant now) {
        return store.write(em -> em.createNamedQuery("Token.over")
                .setParameter("now", Micros.of(now))
                .executeUpdate());
    }
}
