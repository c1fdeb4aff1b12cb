package io.leadwell.acquire.capture;

import static io.leadwell.acquire.capture.FormWorld.PHONE;
import static io.leadwell.acquire.capture.FormWorld.visit;
import static io.leadwell.acquire.capture.Samples.assigned;
import static io.leadwell.acquire.capture.Samples.choice;
import static io.leadwell.acquire.capture.Samples.design;
import static io.leadwell.acquire.capture.Samples.field;
import static io.leadwell.acquire.capture.Samples.posted;
import static io.leadwell.acquire.capture.Samples.progressive;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.capture.FormDesign.Assigned;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.People;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a browser that was here before is shown, and what it is not. */
@OnPostgres
@Import(FormWorld.class)
class KnownBrowsersTests {

  private static final UUID VISITOR = UUID.fromString("01920000-0000-7000-8000-000000000001");

  @Autowired private FormWorld world;
  @Autowired private OpenForms open;
  @Autowired private Leads leads;
  @Autowired private People people;
  @Autowired private Channels channels;

  @BeforeEach
  void open() {
    world.open();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Taking.Taken take(Form form, FormVisit visit, String... pairs) {
    return (Taking.Taken) open.take(form.slug(), visit, posted(world.filled(form, pairs)));
  }

  private LeadRow lead(Taking.Taken taken) {
    return leads.get(Objects.requireNonNull(taken.leadId()), Caller.system());
  }

  private UUID channel(String name) {
    UUID known = channels.named(List.of(name), true).get(name);
    return Objects.requireNonNull(known);
  }

  @Test
  void on_a_device_of_many_nobody_is_who_was_there_before() {
    Form form =
        world.published(
            "booth",
            assigned(
                design(
                    field("phone", FieldKind.PHONE, true),
                    progressive(field("company", FieldKind.COMPANY, false))),
                new Assigned(channel("展会"), null, null, null, List.of(), true)));
    FormVisit tablet = visit("booth", "https://x.cn/?utm_source=baidu", VISITOR);

    take(form, tablet, "phone", PHONE, "company", "云帆");
    Taking.Taken next = take(form, tablet, "phone", "13900139000");

    assertThat(lead(next).company()).isNull();
    assertThat(lead(next).channel()).isEqualTo("展会");
    assertThat(people.ofVisitors(List.of(VISITOR.toString()))).isEmpty();
  }

  @Test
  void a_known_browser_is_not_asked_again_and_nothing_of_it_is_shown() {
    Form form =
        world.published(
            "demo",
            design(
                progressive(field("name", FieldKind.NAME, true)),
                progressive(field("phone", FieldKind.PHONE, true)),
                progressive(choice("size", FieldKind.CHOICE, false, "小", "大")),
                field("need", FieldKind.NEED, false)));
    FormVisit visit = visit("demo", null, VISITOR);
    take(form, visit, "name", "王伟", "phone", PHONE, "size", "大");

    FormPart part = open.page("demo", visit, false);
    assertThat(part.fields()).extracting(FormPart.FieldPart::name).containsExactly("need");
    assertThat(part.again()).isNotNull();
    assertThat(part.toString()).doesNotContain("王伟").doesNotContain("8000");
    assertThat(open.page("demo", visit, true).fields()).hasSize(4);
    assertThat(open.page("demo", visit("demo", null, Ids.next()), false).fields()).hasSize(4);

    Taking.Taken again = take(form, visit, "need", "想看演示");
    assertThat(lead(again).name()).isEqualTo("王伟");
    assertThat(lead(again).note()).isEqualTo("想看演示");
    assertThat(world.leads()).isEqualTo(1);
  }

  @Test
  void somebody_else_at_the_same_browser_inherits_nothing() {
    Form form =
        world.published(
            "demo",
            design(
                field("name", FieldKind.NAME, true),
                field("phone", FieldKind.PHONE, true),
                progressive(field("company", FieldKind.COMPANY, false))));
    FormVisit visit = visit("demo", null, VISITOR);
    take(form, visit, "name", "王伟", "phone", PHONE, "company", "云帆");
    take(form, visit, "name", "李娜", "phone", "13900139000", "company", "");

    assertThat(open.page("demo", visit, false).fields()).hasSize(3);
  }
}
