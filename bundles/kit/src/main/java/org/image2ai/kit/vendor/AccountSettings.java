package org.image2ai.kit.vendor;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ProviderAccount;

/**
 * What an operator wrote down of one account at a vendor, checked. The keys that all vendors share are read at once; a
 * vendor reads its own by {@link #text}, {@link #integer}, {@link #flag}, {@link #amount} and {@link #list}. A key
 * that is wrong fails with INVALID {@code invalid_setting}, whose message names the key and its value, or only the key
 * where the value is a secret.
 */
public final class AccountSettings {
    private final VendorProfile vendor;
    private final SettingsReader reader;
    private final ProviderAccount account;
    private final Optional<String> apiKey;
    private final URI baseUrl;
    private final Map<String, Optional<BigDecimal>> models;

    private AccountSettings(VendorProfile vendor, SettingsReader reader) {
        this.vendor = vendor;
        this.reader = reader;
        this.account = account(vendor, reader);
        this.apiKey = reader.secret("apiKey");
        if (vendor.keyRequired()) {
            reader.require(apiKey.isPresent(), "apiKey", "the API key that " + vendor.name() + " gave");
        }
        String base = reader.text("baseUrl").or(vendor::baseUrl).orElseThrow(() -> reader.wrong("baseUrl", "set"));
        this.baseUrl = reader.address("baseUrl", base, reader.flag("egress.allowPrivate", false));
        this.models = reader.priced("models");
    }

    /**
     * Reads a configuration.
     *
     * @param configuration as the configuration admin gives it, {@code service.pid} among it
     * @param vendor what holds where it says nothing
     * @throws PlatformException INVALID {@code invalid_setting}
     */
    public static AccountSettings of(Map<String, ?> configuration, VendorProfile vendor) {
        return new AccountSettings(vendor, new SettingsReader(configuration, vendor.id()));
    }

    private static ProviderAccount account(VendorProfile vendor, SettingsReader reader) {
        String id = reader.text("id").orElse(vendor.id());
        reader.require(id.matches("[a-z0-9][a-z0-9._-]{0,63}"), "id", "small letters, digits, . _ -, at most 64");
        return new ProviderAccount(
                id,
                reader.pid(),
                vendor.name(),
                vendor.selfHosted() && reader.flag("local", false),
                reader.integer("maxConcurrent", 1, 10_000),
                reader.integer("timeoutSeconds", 1, 86_400).or(() -> Optional.of(vendor.timeoutSeconds())),
                reader.amount("dailyBudget"),
                reader.integer("priority", -1_000, 1_000).orElse(0),
                reader.text("baseUrl").map(AccountSettings::host).orElse(""));
    }

    /** Of an address that is checked elsewhere. */
    private static String host(String address) {
        try {
            return String.valueOf(URI.create(address).getHost());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** What the platform is told of it. */
    public ProviderAccount account() {
        return account;
    }

    /** Who it is, for people. */
    public String vendorName() {
        return vendor.name();
    }

    /** The PID of the configuration, which the way out is asked for by. */
    public String pid() {
        return account.pid();
    }

    /** The secret, to be sent to the vendor and nowhere else. */
    public Optional<String> apiKey() {
        return apiKey;
    }

    /** Where the API is, without a slash at its end. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** How long one rendering may take. */
    public Duration timeout() {
        return Duration.ofSeconds(account.timeoutSeconds().orElse(vendor.timeoutSeconds()));
    }

    /** The models to offer as the operator named them, some with credits per picture; empty for all. */
    public Map<String, Optional<BigDecimal>> models() {
        return models;
    }

    /** How many credits a dollar of the vendor's price list is: key {@code creditsPerDollar}, usually 100. */
    public BigDecimal creditsPerDollar() {
        return reader.amount("creditsPerDollar").orElse(BigDecimal.valueOf(100));
    }

    /**
     * What is offered of the models that a vendor is known to have: those that the operator named, at his prices.
     *
     * @throws PlatformException INVALID {@code invalid_setting} when he named another
     */
    public List<ImageModel> offered(List<ImageModel> known) {
        if (models.isEmpty()) {
            return List.copyOf(known);
        }
        List<ImageModel> offered = new ArrayList<>();
        models.forEach((name, credits) -> {
            ImageModel model = known.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> reader.wrong(
                            "models",
                            "a list of "
                                    + String.join(
                                            ", ",
                                            known.stream().map(ImageModel::name).toList())));
            offered.add(credits.map(price -> PriceOverride.of(model, price)).orElse(model));
        });
        return offered;
    }

    /** The vendor's own key of that name. */
    public Optional<String> text(String key) {
        return reader.text(key);
    }

    /** The vendor's own key of that name as a secret, which no message ever shows. */
    public Optional<String> secret(String key) {
        return reader.secret(key);
    }

    /** The vendor's own key of that name as a whole number. */
    public Optional<Integer> integer(String key, int least, int most) {
        return reader.integer(key, least, most);
    }

    /** The vendor's own key of that name as an amount of zero or more. */
    public Optional<BigDecimal> amount(String key) {
        return reader.amount(key);
    }

    /** The vendor's own key of that name as {@code true} or {@code false}. */
    public boolean flag(String key, boolean otherwise) {
        return reader.flag(key, otherwise);
    }

    /** The vendor's own key of that name as words between commas. */
    public List<String> list(String key) {
        return reader.list(key);
    }

    /** The error for a key that is wrong. */
    public PlatformException wrong(String key, String wanted) {
        return reader.wrong(key, wanted);
    }

    /** For the log: without the key. */
    @Override
    public String toString() {
        return "AccountSettings[" + account.id() + ", " + account.pid() + ", " + baseUrl + "]";
    }
}
