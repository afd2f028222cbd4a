package org.image2ai.plugins;

import java.io.File;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the plugins out of the hands of FileInstall, which would update a bundle in place; each call returns at once. */
@Component(service = ArtifactInstaller.class, property = Constants.SERVICE_RANKING + ":Integer=1000", immediate = true)
public final class DeployInstaller implements ArtifactInstaller {
    private final PluginService plugins;

    @Activate
    public DeployInstaller(@Reference PluginService plugins) {
        this.plugins = plugins;
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".jar") && PluginJar.in(file.toPath()).isPresent();
    }

    @Override
    public void install(File file) {
        plugins.deploy(file.toPath());
    }

    @Override
    public void update(File file) {
        plugins.deploy(file.toPath());
    }

    @Override
    public void uninstall(File file) {
        plugins.undeploy(file.toPath());
    }
}
