package io.leadwell.pool.consent;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.WorkspaceOpened;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.pool.consent.Purpose.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What people are asked to agree to, and in which words, every version of them. */
@Service
public class Purposes {

  private static final List<String> USUAL =
      List.of(Purpose.MARKETING, Purpose.EVENT, Purpose.PROFILING);
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{1,39}");
  private static final int LONGEST_ZH = 40;
  private static final int LONGEST_EN = 60;
  private static final int LONGEST_TEXT = 4_000;

  private final PurposeStore store;
  private final Workspaces workspaces;
  private final TransactionTemplate transaction;
  private final Texts texts;
  private final Audit audit;
  private final Clock clock;

  Purposes(
      PurposeStore store,
      Workspaces workspaces,
      TransactionTemplate transaction,
      Texts texts,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.workspaces = workspaces;
    this.transaction = transaction;
    this.texts = texts;
    this.audit = audit;
    this.clock = clock;
  }

  /** In their order, archived ones last. */
  @Transactional(readOnly = true)
  public List<Purpose> all() {
    return store.all();
  }

  Optional<Purpose> withKey(String key) {
    return store.all().stream().filter(purpose -> purpose.key().equals(key)).findFirst();
  }

  @Transactional
  public Purpose add(PurposeDraft draft, Caller who) {
    String key = draft.key() == null ? "" : draft.key().strip().toLowerCase(Locale.ROOT);
    if (!KEY.matcher(key).matches()) {
      throw invalid("key", "consent.flaw.key");
    }
    Checked checked = checked(draft);
    UUID id = Ids.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!store.insert(id, key, checked.nameZh(), checked.nameEn(), checked.rule(), now)) {
      throw new Problem(ConsentProblem.PURPOSE_KEY_TAKEN);
    }
    store.publish(id, 1, checked.zh(), checked.en(), who.name(), now);
    audit.record(who, "purpose.added", "purpose", id.toString(), checked.nameZh(), Map.of());
    return found(id);
  }

  /** A text that people have agreed to is never changed: another one is another version. */
  @Transactional
  public Purpose save(UUID id, PurposeDraft draft, Caller who) {
    store.lock(id);
    Purpose before = found(id);
    Checked checked = checked(draft);
    store.update(id, checked.nameZh(), checked.nameEn(), checked.rule(), draft.archived());
    Purpose.Text last = before.texts().getFirst();
    boolean another = !last.zh().equals(checked.zh()) || !last.en().equals(checked.en());
    if (another) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      store.publish(id, last.number() + 1, checked.zh(), checked.en(), who.name(), now);
    }
    audit.record(
        who,
        "purpose.changed",
        "purpose",
        id.toString(),
        checked.nameZh(),
        Map.of(
            "rule", checked.rule().word(),
            "archived", draft.archived(),
            "text", another ? last.number() + 1 : last.number()));
    return found(id);
  }

  @EventListener
  void on(WorkspaceOpened opened) {
    plantUsual();
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    if (workspaces.current().isPresent()) {
      transaction.executeWithoutResult(_ -> plantUsual());
    }
  }

  /** Those that every house needs; what was made of them since stays. */
  void plantUsual() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (String key : USUAL) {
      UUID id = Ids.next();
      Rule rule = key.equals(Purpose.MARKETING) ? Rule.OPT_IN : Rule.OPT_OUT;
      String words = "consent.usual." + key;
      if (store.insert(id, key, zh(words + ".name"), en(words + ".name"), rule, now)) {
        store.publish(id, 1, zh(words + ".text"), en(words + ".text"), "Leadwell", now);
      }
    }
  }

  private String zh(String key) {
    return texts.of(Locale.SIMPLIFIED_CHINESE, key);
  }

  private String en(String key) {
    return texts.of(Locale.ENGLISH, key);
  }

  private Purpose found(UUID id) {
    return store.all().stream()
        .filter(purpose -> purpose.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem(ConsentProblem.PURPOSE_NOT_FOUND));
  }

  private record Checked(String nameZh, String nameEn, Rule rule, String zh, String en) {}

  private static Checked checked(PurposeDraft draft) {
    return new Checked(
        text(draft.nameZh(), "nameZh", LONGEST_ZH),
        text(draft.nameEn(), "nameEn", LONGEST_EN),
        rule(draft.rule()),
        text(draft.zh(), "zh", LONGEST_TEXT),
        text(draft.en(), "en", LONGEST_TEXT));
  }

  private static Rule rule(@Nullable String word) {
    if (word == null || !word.equals(Rule.OPT_IN.word()) && !word.equals(Rule.OPT_OUT.word())) {
      throw invalid("rule", "consent.flaw.rule");
    }
    return Rule.of(word);
  }

  private static String text(@Nullable String typed, String field, int longest) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty() || text.length() > longest) {
      throw invalid(field, "consent.flaw.text", longest);
    }
    return text;
  }

  private static Problem invalid(String field, String text, Object... arguments) {
    return Problem.field(ConsentProblem.PURPOSE_INVALID, field, text, arguments);
  }
}
