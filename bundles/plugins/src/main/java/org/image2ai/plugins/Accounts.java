package org.image2ai.plugins;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.api.PlatformException;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The configurations of a plugin's accounts, as far as they may be shown. */
@Component(service = Accounts.class)
public final class Accounts {
    private static final Pattern PID = Pattern.compile("pid\\s*=\\s*\"?([\\w.]+)");
    private static final Pattern SECRET = Pattern.compile("key|secret|password|token|credential");
    private static final String MASK = "********";

    private final ConfigurationAdmin configurations;

    @Activate
    public Accounts(@Reference ConfigurationAdmin configurations) {
        this.configurations = configurations;
    }

    Map<String, Map<String, String>> of(Bundle bundle) {
        Map<String, Map<String, String>> accounts = new TreeMap<>();
        Matcher pid = PID.matcher(bundle.getHeaders("").get(PluginJar.HEADER));
        while (pid.find()) {
            for (Configuration one : list(pid.group(1))) {
                accounts.put(one.getPid(), shown(one.getProperties()));
            }
        }
        return accounts;
    }

    private Configuration[] list(String factory) {
        try {
            Configuration[] found = configurations.listConfigurations("(service.factoryPid=" + factory + ")");
            return found == null ? new Configuration[0] : found;
        } catch (IOException | InvalidSyntaxException e) {
            throw PlatformException.internal("configuration", "The configurations could not be read.", e);
        }
    }

    /** What stands in the file, never what a placeholder stands for; secrets not at all. */
    static Map<String, String> shown(Dictionary<String, Object> properties) {
        Map<String, String> shown = new TreeMap<>();
        for (String key : Collections.list(properties.keys())) {
            if (!key.startsWith("service.") && !key.startsWith("felix.")) {
                Object value = properties.get(key);
                String text = value instanceof Object[] many ? Arrays.toString(many) : String.valueOf(value);
                boolean secret = SECRET.matcher(key.toLowerCase(Locale.ROOT)).find() && !text.startsWith("$[");
                shown.put(key, secret ? MASK : text);
            }
        }
        return shown;
    }
}
