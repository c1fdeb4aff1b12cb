package io.leadwell.acquire.capture;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;

import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.testing.Browser;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A company with published forms, and visitors who are not in a hurry. */
@TestComponent
public class FormWorld {

  static final String PHONE = "13800138000";

  private final Forms forms;
  private final Tokens tokens;
  private final PublicLimits limits;
  private final Workspaces workspaces;
  private final FormCounts counts;
  private final DSLContext dsl;

  FormWorld(
      Forms forms,
      Tokens tokens,
      PublicLimits limits,
      Workspaces workspaces,
      FormCounts counts,
      DSLContext dsl) {
    this.counts = counts;
    this.forms = forms;
    this.tokens = tokens;
    this.limits = limits;
    this.workspaces = workspaces;
    this.dsl = dsl;
  }

  public void open() {
    limits.forget();
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
  }

  /** What is counted is written before the database may go. */
  public void close() {
    counts.write();
  }

  /** Asks name, phone, mailbox and company. */
  public Form asking(String slug) {
    return published(
        slug,
        Samples.design(
            Samples.field("name", FieldKind.NAME, true),
            Samples.field("phone", FieldKind.PHONE, true),
            Samples.field("email", FieldKind.EMAIL, false),
            Samples.field("company", FieldKind.COMPANY, false)));
  }

  /** The same, with words to agree to. */
  public Form agreeing(String slug, String text) {
    return published(
        slug,
        Samples.agreed(
            Samples.design(
                Samples.field("name", FieldKind.NAME, true),
                Samples.field("phone", FieldKind.PHONE, true),
                Samples.field("email", FieldKind.EMAIL, false),
                Samples.field("company", FieldKind.COMPANY, false)),
            text));
  }

  Form published(String slug, FormDesign design) {
    Form made = forms.add("表单 " + slug, slug, design, Caller.system());
    return forms.publish(made.id(), made.revision(), Caller.system());
  }

  Form published(Form before, FormDesign design) {
    Form saved =
        forms.save(
            before.id(), before.revision(), before.name(), before.slug(), design, Caller.system());
    return forms.publish(saved.id(), saved.revision(), Caller.system());
  }

  /** A form that was shown a minute ago. */
  String token(Form form) {
    int version = form.live() == null ? 0 : form.live();
    return tokens.hand(form.id(), version, Instant.now().minusSeconds(60));
  }

  /** Somebody with a phone of their own. */
  public Map<String, List<String>> filled(Form form, String... pairs) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("_token", List.of(token(form)));
    fields.putAll(Samples.filled(pairs));
    return fields;
  }

  static FormVisit visit(String slug, @Nullable String url, @Nullable UUID visitor) {
    return visit(slug, url, visitor, "10.1.2.3");
  }

  static FormVisit visit(
      String slug, @Nullable String url, @Nullable UUID visitor, @Nullable String ip) {
    return new FormVisit(
        Way.PAGE,
        Locale.SIMPLIFIED_CHINESE,
        url,
        null,
        visitor,
        ip,
        "Mozilla/5.0",
        FormContext.NONE,
        "/p/f/" + slug,
        "/p/f/" + slug + "?fresh=1");
  }

  /** A browser at an address of its own. */
  public static Browser from(int port, String ip) {
    return new Browser(port)
        .with("X-Forwarded-For", ip)
        .with("User-Agent", "Mozilla/5.0 (Linux; Android 15)");
  }

  int leads() {
    return dsl.fetchCount(LEAD);
  }

  int people() {
    return dsl.fetchCount(PERSON);
  }

  int touches() {
    return dsl.fetchCount(TOUCH);
  }
}
