package org.image2ai.plugins;

import java.io.File;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.image2ai.api.PlatformException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedServiceFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is dropped into {@code deploy/}. The folder is watched from the moment on that this is here: a watcher that began
 * before would take plugins for ordinary bundles, which are replaced in place. So the watcher of the distribution
 * never begins (its start level is never reached), and ours is handed to FileInstall here, for as long as we live.
 */
@Component(service = {}, immediate = true)
public final class Deployment implements ArtifactInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);
    private static final String WATCHER = "image2ai-deploy";

    private final Plugins plugins;
    private final ManagedServiceFactory fileInstall;
    private final ServiceRegistration<ArtifactInstaller> registration;

    @Activate
    public Deployment(
            BundleContext context,
            @Reference Plugins plugins,
            @Reference(target = "(service.pid=org.apache.felix.fileinstall)") ManagedServiceFactory fileInstall)
            throws ConfigurationException {
        this.plugins = plugins;
        this.fileInstall = fileInstall;
        Path deploy = Path.of(System.getProperty("karaf.base"), "deploy");
        plugins.recovery().run(deploy);
        registration = context.registerService(ArtifactInstaller.class, this, new Hashtable<>());
        fileInstall.updated(WATCHER, watcher(deploy));
    }

    private Dictionary<String, Object> watcher(Path deploy) {
        Dictionary<String, Object> watcher = new Hashtable<>();
        watcher.put("felix.fileinstall.dir", deploy.toString());
        watcher.put("felix.fileinstall.tmpdir", Path.of(System.getProperty("karaf.data"), "generated-bundles")
                .toString());
        watcher.put("felix.fileinstall.poll", Integer.toString(plugins.config().pollMillis()));
        watcher.put("felix.fileinstall.start.level", "80");
        watcher.put("felix.fileinstall.active.level", "80");
        watcher.put("felix.fileinstall.log.level", "3");
        return watcher;
    }

    @Deactivate
    void close() {
        fileInstall.deleted(WATCHER);
        registration.unregister();
    }

    @Override
    public boolean canHandle(File file) {
        return PluginJar.isOne(file.toPath());
    }

    /** The work goes on elsewhere: FileInstall's thread has other folders to look at. */
    @Override
    public void install(File file) {
        try {
            plugins.lifecycle().put(file.toPath(), file.getName());
        } catch (PlatformException e) {
            LOG.warn("{} was not put in: {}", file.getName(), e.getMessage());
        }
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public void uninstall(File file) {
        plugins.from(file.getName()).forEach(plugins.lifecycle()::remove);
    }
}
