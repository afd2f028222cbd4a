package org.image2ai.api.account;

import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** The accounts. Methods that change something join the caller's transaction or make their own. */
@ProviderType
public interface Accounts {
    /**
     * Makes an account.
     *
     * @throws org.image2ai.api.PlatformException INVALID ({@code invalid_email}, {@code invalid_name},
     *     {@code invalid_birth_date}, {@code under_age}, {@code unknown_role}), CONFLICT {@code email_taken}
     */
    Account create(NewAccount account);

    /** The account of an id, if there is one. */
    Optional<Account> find(AccountId id);

    /** The account of an address, without regard to case. */
    Optional<Account> findByEmail(String email);

    /** The language that the person of an account prefers, BCP 47; English where nothing is known. */
    default String language(AccountId id) {
        return "en";
    }

    /** All accounts, newest first. */
    Page<Account> list(PageRequest page);

    /** Sets the password. @throws org.image2ai.api.PlatformException INVALID {@code weak_password} */
    void setPassword(AccountId id, char[] password);

    /**
     * The account of an address and password. Takes the same time whether the address exists or not; runs behind the
     * bulkhead of the password hash.
     *
     * @throws org.image2ai.api.PlatformException EXHAUSTED {@code busy} when the bulkhead is full
     */
    Optional<Account> authenticate(String email, char[] password);
}
