package org.image2ai.plugins;

import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opens {@code deploy/} once the installer is there. Karaf brings its features after the framework has reached level 100,
 * so at a first boot FileInstall would take a plugin for a bundle like others; it therefore waits for this level.
 */
@Component(service = DeployWatch.class, immediate = true)
public final class DeployWatch {
    /** The {@code active.level} in {@code etc/org.apache.felix.fileinstall-deploy.cfg}. */
    private static final int LEVEL = 101;

    @Activate
    public DeployWatch(
            BundleContext context,
            @Reference(target = "(component.name=org.image2ai.plugins.DeployInstaller)") ArtifactInstaller installer) {
        FrameworkStartLevel level =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
        if (level.getStartLevel() < LEVEL) {
            level.setStartLevel(LEVEL);
        }
    }
}
