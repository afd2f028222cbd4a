package org.image2ai.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.NewAccount;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;
import org.image2ai.kit.paging.Keyset;

/** A person's account. */
@Entity
@Table(name = "acc_account")
@NamedQueries({
    @NamedQuery(name = "Account.byEmail", query = "SELECT a FROM AccountEntity a WHERE a.emailNorm = :email"),
    @NamedQuery(
            name = "Account.before",
            query = "SELECT a FROM AccountEntity a WHERE a.createdAt < :at OR (a.createdAt = :at AND a.id < :id)"
                    + " ORDER BY a.createdAt DESC, a.id DESC"),
    @NamedQuery(
            name = "Account.withRole",
            query = "SELECT COUNT(a) FROM AccountEntity a WHERE a.roles LIKE :role AND a.status = 'ACTIVE'"),
    @NamedQuery(
            name = "Account.unverified",
            query = "SELECT a.id FROM AccountEntity a WHERE a.status = 'UNVERIFIED' AND a.createdAt < :before"
                    + " ORDER BY a.createdAt, a.id")
})
public class AccountEntity {
    @Id
    private String id;

    private String email;

    @Column(name = "email_norm")
    private String emailNorm;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "birth_date")
    private String birthDate;

    @Column(name = "policy_version")
    private String policyVersion;

    @Column(name = "password_hash")
    private String passwordHash;

    private String roles;
    private String status;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "verified_at")
    private Long verifiedAt;

    @Column(name = "lang")
    private String language;

    private String preferences;

    static AccountEntity from(NewAccount account, String email, String policyVersion, Instant now) {
        AccountEntity entity = new AccountEntity();
        entity.id = Ids.next("acc");
        entity.email = email;
        entity.emailNorm = Emails.normal(email);
        entity.displayName = account.name().strip();
        entity.birthDate = account.birthDate().toString();
        entity.policyVersion = policyVersion;
        entity.setRoles(account.roles());
        entity.status = Account.State.ACTIVE.name();
        entity.createdAt = Micros.of(now);
        return entity;
    }

    Account toRecord() {
        return new Account(
                new AccountId(id),
                email,
                displayName,
                LocalDate.parse(birthDate),
                policyVersion,
                Set.copyOf(Arrays.asList(roles.strip().split(" "))),
                Account.State.valueOf(status),
                Micros.instant(createdAt));
    }

    Profile toProfile() {
        return new Profile(
                toRecord(),
                Micros.optional(verifiedAt),
                Optional.ofNullable(language).orElse(Profile.ENGLISH),
                Optional.ofNullable(preferences).orElse("{}"),
                passwordHash != null);
    }

    Account.State state() {
        return Account.State.valueOf(status);
    }

    void setState(Account.State state) {
        status = state.name();
    }

    /** Kept with blanks around, so that one query finds a whole word. */
    void setRoles(Set<String> names) {
        roles = names.stream().sorted().collect(Collectors.joining(" ", " ", " "));
    }

    void setVerified(Instant at) {
        verifiedAt = at == null ? null : Long.valueOf(Micros.of(at));
    }

    void setLanguage(String tag) {
        language = tag;
    }

    void setPreferences(String json) {
        preferences = json;
    }

    /** Somebody registers again with an address that nobody has verified: what is said last counts. */
    void registerAgain(AccountEntity other) {
        displayName = other.displayName;
        birthDate = other.birthDate;
        policyVersion = other.policyVersion;
        passwordHash = other.passwordHash;
        language = other.language;
        createdAt = other.createdAt;
    }

    String id() {
        return id;
    }

    Keyset keyset() {
        return new Keyset(createdAt, id);
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    void setPasswordHash(String hash) {
        passwordHash = hash;
    }

    void setEmail(String address) {
        email = address;
        emailNorm = Emails.normal(address);
    }

    void setDisplayName(String name) {
        displayName = name;
    }

    void setBirthDate(LocalDate date) {
        birthDate = date.toString();
    }
}
