package org.image2ai.library;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.api.AssetId;
import org.image2ai.api.library.Asset;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.kit.Micros;
import org.image2ai.kit.paging.Keyset;

/** A row of an asset. */
@Entity
@Table(name = "lib_asset")
@NamedQueries({
    @NamedQuery(name = "asset.page", query = "SELECT a" + AssetEntity.BEHIND + AssetEntity.NEWEST),
    @NamedQuery(
            name = "asset.keys",
            query = "SELECT a.created, a.id" + AssetEntity.BEHIND + " AND a.origin = :origin" + AssetEntity.NEWEST),
    @NamedQuery(name = "asset.all", query = "SELECT a FROM AssetEntity a ORDER BY a.created DESC, a.id DESC"),
    @NamedQuery(
            name = "asset.blobs",
            query = "SELECT a.blobKey FROM AssetEntity a WHERE a.owner = :owner AND a.blobKey IN :names"),
    @NamedQuery(name = "asset.remove", query = "DELETE FROM AssetEntity a WHERE a.id = :id"),
    @NamedQuery(name = "asset.ids", query = "SELECT a.id FROM AssetEntity a WHERE a.owner = :owner AND a.id IN :names"),
})
public class AssetEntity {
    /** Said so that an index finds where the page begins. */
    static final String BEHIND =
            " FROM AssetEntity a WHERE a.owner = :owner AND a.created <= :at" + " AND (a.created < :at OR a.id < :id)";

    /** With the owner, as the index has it: H2 would sort everything of theirs for every page. */
    static final String NEWEST = " ORDER BY a.owner, a.created DESC, a.id DESC";

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "owner_id")
    private String owner;

    @Column(name = "origin")
    private String origin;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "width_px")
    private int width;

    @Column(name = "height_px")
    private int height;

    @Column(name = "byte_count")
    private long bytes;

    @Column(name = "sha256")
    private String sha256;

    @Column(name = "blob_key")
    private String blobKey;

    @Column(name = "lineage", length = 1_000_000)
    private String lineage;

    @Column(name = "created_at")
    private long created;

    protected AssetEntity() {}

    static AssetEntity from(Asset asset, ObjectKey blobKey, LineageWords words) {
        AssetEntity row = new AssetEntity();
        row.id = asset.id().value();
        row.owner = asset.owner().value();
        row.origin = asset.origin().name();
        row.mediaType = asset.mediaType();
        row.width = asset.width();
        row.height = asset.height();
        row.bytes = asset.bytes();
        row.sha256 = asset.sha256();
        row.blobKey = blobKey.value();
        row.lineage = asset.lineage()
                .map(lineage -> words.seal(asset.owner(), lineage))
                .orElse(null);
        row.created = Micros.of(asset.created());
        return row;
    }

    Asset toRecord(LineageWords words) {
        return new Asset(
                new AssetId(id),
                new AccountId(owner),
                Asset.Origin.valueOf(origin),
                mediaType,
                width,
                height,
                bytes,
                sha256,
                Micros.instant(created),
                words.open(new AccountId(owner), lineage));
    }

    ObjectKey blobKey() {
        return new ObjectKey(blobKey);
    }

    Keyset keyset() {
        return new Keyset(created, id);
    }
}
