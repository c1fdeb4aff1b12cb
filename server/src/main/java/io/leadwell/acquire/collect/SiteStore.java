package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.SITE;

import io.leadwell.tables.collect.tables.records.SiteRow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Rows of sites. */
@Component
class SiteStore {

  private static final List<Field<?>> COLUMNS =
      List.of(
          SITE.ID,
          SITE.KEY,
          SITE.NAME,
          SITE.ORIGINS,
          SITE.CONSENT_REQUIRED,
          SITE.DO_NOT_TRACK,
          SITE.COOKIE_DOMAIN,
          SITE.ARCHIVED,
          SITE.CREATED_AT);

  private final DSLContext dsl;

  SiteStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<Site> all() {
    return dsl.select(COLUMNS)
        .from(SITE)
        .orderBy(SITE.ARCHIVED, SITE.CREATED_AT, SITE.ID)
        .fetch(SiteStore::site);
  }

  Optional<Site> find(UUID id) {
    return dsl.select(COLUMNS).from(SITE).where(SITE.ID.eq(id)).fetchOptional(SiteStore::site);
  }

  Optional<Site> byKey(String key) {
    return dsl.select(COLUMNS).from(SITE).where(SITE.KEY.eq(key)).fetchOptional(SiteStore::site);
  }

  /** Makes the site, or changes it. */
  void put(UUID id, String key, SiteDraft draft) {
    SiteRow row = dsl.newRecord(SITE);
    row.setId(id);
    row.setKey(key);
    row.setName(draft.name());
    row.setOrigins(draft.origins().toArray(String[]::new));
    row.setConsentRequired(draft.consentRequired());
    row.setDoNotTrack(draft.doNotTrack());
    row.setCookieDomain(draft.cookieDomain());
    row.setArchived(draft.archived());
    dsl.insertInto(SITE).set(row).onConflict(SITE.ID).doUpdate().set(row).execute();
  }

  private static Site site(org.jooq.Record row) {
    return new Site(
        row.get(SITE.ID),
        row.get(SITE.KEY),
        row.get(SITE.NAME),
        List.of(row.get(SITE.ORIGINS)),
        row.get(SITE.CONSENT_REQUIRED),
        row.get(SITE.DO_NOT_TRACK),
        row.get(SITE.COOKIE_DOMAIN),
        row.get(SITE.ARCHIVED),
        row.get(SITE.CREATED_AT));
  }
}
