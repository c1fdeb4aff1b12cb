package io.leadwell.acquire.links;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Touches;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Short links: made, changed, listed with what came of them. */
@Service
public class Links {

  static final int LONGEST_NAME = 120;

  /** The name under which a touch tells the link it came by. */
  static final String DETAIL = "link";

  private static final int DAYS = 90;

  private final LinkStore store;
  private final LinkBuilder builder;
  private final FollowedLinks followed;
  private final Touches touches;
  private final Audit audit;
  private final Clock clock;

  Links(
      LinkStore store,
      LinkBuilder builder,
      FollowedLinks followed,
      Touches touches,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.builder = builder;
    this.followed = followed;
    this.touches = touches;
    this.audit = audit;
    this.clock = clock;
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public Page<LinkLine> list(LinkFilter filter, @Nullable String cursor, int limit) {
    Page<LinkLine> page = store.page(filter, clock.instant(), cursor, limit);
    Map<String, Long> leads =
        touches.leadsBy(
            DETAIL, page.items().stream().map(line -> line.link().id().toString()).toList());
    return page.map(line ->
        new LinkLine(
            line.link(),
            new LinkFigures(
                line.figures().clicks(),
                line.figures().scans(),
                line.figures().visitors(),
                leads.getOrDefault(line.link().id().toString(), 0L))));
  }

  public Link find(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem(LinksProblem.LINK_NOT_FOUND));
  }

  public Optional<Link> withCode(String code) {
    return store.byCode(LinkCodes.folded(code));
  }

  /** How often it was followed on each of the last days on which it was. */
  @Transactional(readOnly = true)
  public List<LinkDay> days(UUID id) {
    find(id);
    return store.days(id, DAYS);
  }

  @Transactional
  public Link add(LinkDraft wanted, Caller who) {
    Link link = add(wanted, LinkStore.Made.by(who));
    audit.record(
        who,
        "link.add",
        "link",
        link.id().toString(),
        link.name(),
        Map.of("code", link.code(), "target", link.target()));
    return link;
  }

  /**
   * The link that another part of the house keeps for something of its own, made the first time.
   * Who changes it by hand, or switches it off, is obeyed.
   *
   * @param purpose names it for ever, such as {@code event-replay:} and the event
   */
  @Transactional
  public Link keep(String purpose, LinkDraft wanted) {
    Optional<Link> kept = kept(purpose);
    if (kept.isPresent()) {
      return kept.get();
    }
    Link link = add(wanted, Caller.system());
    store.keepFor(link.id(), purpose);
    return link;
  }

  public Optional<Link> kept(String purpose) {
    return store.keptFor(purpose);
  }

  /** Within the transaction of the caller, who tells the audit log. */
  Link add(LinkDraft wanted, LinkStore.Made by) {
    LinkDraft draft = checked(wanted);
    String target = builder.address(draft.page(), draft.placement());
    UUID id = Ids.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String code = draft.code();
    if (code == null) {
      do {
        code = LinkCodes.next();
      } while (!store.insert(id, code, draft, target, by, now));
    } else if (!store.insert(id, code, draft, target, by, now)) {
      throw new Problem(LinksProblem.LINK_CODE_TAKEN, code);
    }
    return find(id);
  }

  /** Refuses what could not be a link; for the check of a file. */
  void requireSound(LinkDraft draft) {
    checked(draft);
  }

  /** Changes a link: {@code edit} turns its present state into the wanted one. */
  @Transactional
  public Link change(UUID id, UnaryOperator<LinkDraft> edit, Caller who) {
    Link before =
        store.findForUpdate(id).orElseThrow(() -> new Problem(LinksProblem.LINK_NOT_FOUND));
    LinkDraft wanted = edit.apply(before.draft());
    Instant expires = wanted.expiresAt();
    LinkDraft draft =
        Objects.equals(expires, before.expiresAt()) ? unexpired(wanted, expires) : checked(wanted);
    store.update(id, draft, builder.address(draft.page(), draft.placement()));
    followed.changed();
    audit.record(who, "link.change", "link", id.toString(), draft.name(), changes(before, draft));
    return find(id);
  }

  /** A link that has expired may be renamed; only a new day of expiry must lie ahead. */
  private LinkDraft unexpired(LinkDraft wanted, @Nullable Instant expires) {
    LinkDraft draft =
        checked(
            new LinkDraft(
                wanted.name(), wanted.page(), wanted.placement(), null, wanted.enabled(), null));
    return new LinkDraft(
        draft.name(), draft.page(), draft.placement(), null, draft.enabled(), expires);
  }

  private LinkDraft checked(LinkDraft draft) {
    String name = draft.name().strip().replaceAll("\\s+", " ");
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw Problem.field(
          LinksProblem.LINK_NAME_INVALID, "name", "problem.LINK_NAME_INVALID", LONGEST_NAME);
    }
    String code = draft.code() == null ? null : LinkCodes.folded(draft.code());
    if (code != null && code.isEmpty()) {
      code = null;
    }
    if (code != null && !LinkCodes.fits(code)) {
      throw Problem.field(LinksProblem.LINK_CODE_INVALID, "code", "problem.LINK_CODE_INVALID");
    }
    Instant expires = draft.expiresAt();
    if (expires != null && !expires.isAfter(clock.instant())) {
      throw Problem.field(LinksProblem.LINK_EXPIRY_PAST, "expiresAt", "problem.LINK_EXPIRY_PAST");
    }
    return new LinkDraft(
        name, draft.page().strip(), draft.placement(), code, draft.enabled(), expires);
  }

  private static Map<String, Object> changes(Link before, LinkDraft after) {
    Map<String, Object> changes = new LinkedHashMap<>();
    note(changes, "name", before.name(), after.name());
    note(changes, "page", before.page(), after.page());
    note(changes, "placement", before.placement(), after.placement());
    note(changes, "enabled", before.enabled(), after.enabled());
    note(changes, "expiresAt", before.expiresAt(), after.expiresAt());
    return changes;
  }

  private static void note(
      Map<String, Object> changes, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.put(field, Map.of("before", String.valueOf(before), "after", String.valueOf(after)));
    }
  }
}
