package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.SITE;

import io.leadwell.base.platform.Ids;
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

  UUID insert(String key, SiteDraft draft) {
    UUID id = Ids.next();
    dsl.insertInto(SITE)
        .set(SITE.ID, id)
        .set(SITE.KEY, key)
        .set(SITE.NAME, draft.name())
        .set(SITE.ORIGINS, draft.origins().toArray(String[]::new))
        .set(SITE.CONSENT_REQUIRED, draft.consentRequired())
        .set(SITE.DO_NOT_TRACK, draft.doNotTrack())
        .set(SITE.COOKIE_DOMAIN, draft.cookieDomain())
        .set(SITE.ARCHIVED, draft.archived())
        .execute();
    return id;
  }

  void update(UUID id, SiteDraft draft) {
    dsl.update(SITE)
        .set(SITE.NAME, draft.name())
        .set(SITE.ORIGINS, draft.origins().toArray(String[]::new))
        .set(SITE.CONSENT_REQUIRED, draft.consentRequired())
        .set(SITE.DO_NOT_TRACK, draft.doNotTrack())
        .set(SITE.COOKIE_DOMAIN, draft.cookieDomain())
        .set(SITE.ARCHIVED, draft.archived())
        .where(SITE.ID.eq(id))
        .execute();
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
