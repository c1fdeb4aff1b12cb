package io.leadwell.acquire.collect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.TablesReplaced;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The websites whose visitors are counted. */
@Service
public class Sites {

  private static final int NAME_LENGTH = 80;
  private static final int MOST_ORIGINS = 50;
  private static final int KEY_LENGTH = 10;
  private static final String KEY_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Another process may have changed a site; that long the old one holds here. */
  private static final Duration BELIEVED = Duration.ofSeconds(10);

  private final SiteStore store;
  private final Audit audit;
  private final Cache<String, Optional<Site>> byKey =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(BELIEVED).build();

  Sites(SiteStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /** Our own pages first, then every site, archived ones last. */
  @Transactional(readOnly = true)
  public List<Site> all() {
    List<Site> all = new ArrayList<>(store.all());
    Site own = all.stream().filter(Site::own).findFirst().orElse(Site.OWN_PAGES);
    all.removeIf(Site::own);
    all.addFirst(own);
    return all;
  }

  @Transactional(readOnly = true)
  public Site find(UUID id) {
    return store
        .find(id)
        .or(() -> Optional.of(Site.OWN_PAGES).filter(own -> own.id().equals(id)))
        .orElseThrow(() -> new Problem(CollectProblem.SITE_NOT_FOUND));
  }

  /** The site with this key, unless it is archived. */
  public Optional<Site> active(String key) {
    Optional<Site> kept =
        byKey.get(key, wanted -> store.byKey(wanted).filter(site -> !site.archived()));
    return kept.isEmpty() && key.equals(Site.OWN) ? Optional.of(Site.OWN_PAGES) : kept;
  }

  @Transactional
  public Site add(SiteDraft wanted, Caller who) {
    SiteDraft draft = checked(wanted);
    UUID id = Ids.next();
    store.put(id, newKey(), draft);
    Site added = store.find(id).orElseThrow();
    audit.record(who, "site.add", "site", id.toString(), added.name(), Map.of());
    forget();
    return added;
  }

  /** Changes a site: {@code edit} turns its present state into the wanted one. */
  @Transactional
  public Site change(UUID id, UnaryOperator<SiteDraft> edit, Caller who) {
    Site before = find(id);
    SiteDraft wanted = edit.apply(SiteDraft.of(before));
    SiteDraft draft = before.own() ? wanted.forOwnPages() : checked(wanted);
    store.put(id, before.key(), draft);
    audit.record(
        who,
        "site.change",
        "site",
        id.toString(),
        draft.name(),
        SiteDraft.of(before).changes(draft));
    forget();
    return store.find(id).orElseThrow();
  }

  @EventListener
  void on(TablesReplaced replaced) {
    byKey.invalidateAll();
  }

  /** Once the change is there, or a reader between would remember the old one. */
  private void forget() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            byKey.invalidateAll();
          }
        });
  }

  private static SiteDraft checked(SiteDraft draft) {
    String name = draft.name().strip();
    if (name.isEmpty() || name.length() > NAME_LENGTH) {
      throw Problem.field(
          CollectProblem.SITE_NAME_INVALID, "name", "problem.SITE_NAME_INVALID", NAME_LENGTH);
    }
    List<String> origins = new ArrayList<>();
    for (String typed : draft.origins()) {
      String origin = HostNames.origin(typed);
      if (origin == null) {
        throw Problem.field(
            CollectProblem.SITE_ORIGIN_INVALID, "origins", "problem.SITE_ORIGIN_INVALID", typed);
      }
      if (!origins.contains(origin)) {
        origins.add(origin);
      }
    }
    if (origins.isEmpty() || origins.size() > MOST_ORIGINS) {
      throw Problem.field(
          CollectProblem.SITE_ORIGINS_MISSING,
          "origins",
          "problem.SITE_ORIGINS_MISSING",
          MOST_ORIGINS);
    }
    return new SiteDraft(
        name,
        List.copyOf(origins),
        draft.consentRequired(),
        draft.doNotTrack(),
        cookieDomain(draft.cookieDomain(), origins),
        draft.archived());
  }

  /** A cookie may reach as far as the site's own hosts; a browser would refuse anything else. */
  private static @Nullable String cookieDomain(@Nullable String typed, List<String> origins) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String domain = HostNames.domain(typed);
    boolean covers =
        domain != null
            && origins.stream()
                .map(HostNames::name)
                .allMatch(host -> host.equals(domain) || host.endsWith("." + domain));
    if (!covers) {
      throw Problem.field(
          CollectProblem.COOKIE_DOMAIN_INVALID,
          "cookieDomain",
          "problem.COOKIE_DOMAIN_INVALID",
          typed);
    }
    return domain;
  }

  private static String newKey() {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < KEY_LENGTH; i++) {
      key.append(KEY_LETTERS.charAt(RANDOM.nextInt(KEY_LETTERS.length())));
    }
    return key.toString();
  }
}
