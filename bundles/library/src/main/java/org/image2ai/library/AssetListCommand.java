package org.image2ai.library;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.AccountId;
import org.image2ai.api.PageRequest;
import org.image2ai.api.library.Asset;
import org.image2ai.kit.shell.PlatformCommand;

/** Lists pictures, newest first. */
@Service
@Command(scope = "image2ai", name = "asset-list", description = "Lists pictures, newest first")
public final class AssetListCommand extends PlatformCommand {
    @Option(name = "--account", description = "Only those of this account")
    private String account;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 50;

    @Reference
    private Assets assets;

    @Override
    protected Object run() {
        PageRequest page = PageRequest.first(limit);
        return account == null
                ? assets.newest(page.limit())
                : assets.list(new AccountId(account), page).items();
    }

    @Override
    protected void print(Object result, PrintStream out) {
        List<List<?>> rows = new java.util.ArrayList<>();
        for (Object row : (List<?>) result) {
            Asset asset = (Asset) row;
            rows.add(List.of(
                    asset.id(),
                    asset.owner(),
                    asset.origin(),
                    asset.mediaType(),
                    asset.width() + "x" + asset.height(),
                    asset.bytes(),
                    asset.created()));
        }
        table(out, List.of("Asset", "Account", "Origin", "Type", "Size", "Bytes", "Created"), rows);
    }
}
