package io.leadwell.acquire.capture;

import static io.leadwell.acquire.capture.FormWorld.PHONE;
import static io.leadwell.acquire.capture.FormWorld.visit;
import static io.leadwell.acquire.capture.Samples.assigned;
import static io.leadwell.acquire.capture.Samples.choice;
import static io.leadwell.acquire.capture.Samples.design;
import static io.leadwell.acquire.capture.Samples.field;
import static io.leadwell.acquire.capture.Samples.posted;
import static io.leadwell.acquire.capture.Samples.progressive;
import static io.leadwell.acquire.capture.Samples.usual;
import static io.leadwell.tables.capture.Tables.CONSENT_TEXT;
import static io.leadwell.tables.capture.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.capture.FormDesign.Assigned;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.People;
import io.leadwell.pool.leads.Profiles;
import io.leadwell.pool.leads.TimelineItem;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

@OnPostgres
@Import({FormWorld.class, SubmissionsTests.Told.class})
class SubmissionsTests {

  /** A module that wants to know of forms. */
  @TestComponent
  static class Told {

    final List<FormSubmitted> events = new ArrayList<>();
    boolean fails;

    @EventListener
    void on(FormSubmitted submitted) {
      if (fails) {
        throw new IllegalStateException("cannot take it");
      }
      events.add(submitted);
    }
  }

  private static final UUID VISITOR = UUID.fromString("01920000-0000-7000-8000-000000000001");

  @Autowired private FormWorld world;
  @Autowired private Told told;
  @Autowired private OpenForms open;
  @Autowired private Submissions submissions;
  @Autowired private Forms forms;
  @Autowired private Leads leads;
  @Autowired private Profiles profiles;
  @Autowired private People people;
  @Autowired private Channels channels;
  @Autowired private DSLContext dsl;

  @BeforeEach
  void open() {
    world.open();
    told.events.clear();
    told.fails = false;
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

  @Test
  void twenty_threads_with_one_token_bring_one_lead_and_get_the_same_answer() throws Exception {
    Form form = world.published("demo", usual());
    Map<String, List<String>> filled = world.filled(form, "name", "王伟", "phone", PHONE);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Taking>> racing = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(20)) {
      for (int i = 0; i < 20; i++) {
        racing.add(
            threads.submit(() -> {
              start.await();
              return open.take("demo", visit("demo", null, VISITOR), posted(filled));
            }));
      }
      start.countDown();
    }
    List<Taking> answers = new ArrayList<>();
    for (Future<Taking> one : racing) {
      answers.add(one.get());
    }

    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(answers.getFirst())
        .isInstanceOfSatisfying(
            Taking.Taken.class, taken -> assertThat(taken.leadId()).isNotNull());
    assertThat(dsl.fetchCount(SUBMISSION)).isEqualTo(1);
    assertThat(world.leads()).isEqualTo(1);
    assertThat(world.touches()).isEqualTo(1);
    assertThat(told.events).hasSize(1);
  }

  @Test
  void two_people_at_once_are_two_and_one_person_twice_is_one() {
    Form form = world.published("demo", usual());

    Taking.Taken one = take(form, visit("demo", null, null), "name", "王伟", "phone", PHONE);
    Taking.Taken same = take(form, visit("demo", null, null), "name", "王伟", "phone", PHONE);
    Taking.Taken other =
        take(form, visit("demo", null, null), "name", "李娜", "phone", "13900139000");

    assertThat(same.submissionId()).isNotEqualTo(one.submissionId());
    assertThat(same.leadId()).isEqualTo(one.leadId());
    assertThat(other.leadId()).isNotEqualTo(one.leadId());
    assertThat(world.touches()).isEqualTo(3);
  }

  @Test
  void a_listener_that_fails_takes_the_submission_back_and_it_can_be_sent_again() {
    Form form = world.published("demo", usual());
    Map<String, List<String>> filled = world.filled(form, "name", "王伟", "phone", PHONE);
    told.fails = true;

    assertThatThrownBy(() -> open.take("demo", visit("demo", null, null), posted(filled)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(dsl.fetchCount(SUBMISSION)).isZero();
    assertThat(world.leads()).isZero();

    told.fails = false;
    open.take("demo", visit("demo", null, null), posted(filled));
    assertThat(world.leads()).isEqualTo(1);
    assertThat(told.events).hasSize(1);
  }

  @Test
  void the_event_tells_what_the_form_stood_in() {
    Form form = world.published("gate", usual());
    FormVisit inContent =
        new FormVisit(
            Way.CONTENT,
            Locale.ENGLISH,
            "https://example.com/p/c/white-paper",
            null,
            null,
            null,
            null,
            new FormContext("c-1", null, "MES 白皮书"),
            "/p/c/white-paper",
            "/p/c/white-paper?fresh=1");
    FormPart part = open.part(form.id(), inContent, false);
    assertThat(part.action()).isEqualTo("/p/c/white-paper");

    Taking.Taken taken =
        (Taking.Taken)
            open.take(
                form.id(), inContent, posted(world.filled(form, "name", "Wei", "phone", PHONE)));

    assertThat(told.events)
        .containsExactly(
            new FormSubmitted(
                form.id(),
                taken.submissionId(),
                Objects.requireNonNull(taken.personId()),
                taken.leadId(),
                true,
                new FormContext("c-1", null, "MES 白皮书")));
    assertThat(lead(taken).content()).isEqualTo("MES 白皮书");
    assertThat(row(taken).way()).isEqualTo("content");
  }

  @Test
  void the_lead_says_where_it_came_from_and_the_form_says_what_nothing_else_does() {
    channels.plantUsual();
    UUID fair = channel("展会");
    UUID baidu = channel("百度SEM");
    Form form =
        world.published(
            "demo",
            assigned(usual(), new Assigned(fair, null, "partner", "MES", List.of("展会线索"), false)));

    Taking.Taken paid =
        take(
            form,
            visit(
                "demo",
                "https://www.example.com/p/f/demo?utm_source=baidu&utm_medium=cpc&plan=品牌词&unit=MES&keyword=mes系统&bd_vid=abc123",
                VISITOR),
            "name",
            "王伟",
            "phone",
            PHONE);
    Taking.Taken direct =
        take(form, visit("demo", null, null), "name", "李娜", "phone", "13900139000");

    LeadRow lead = lead(paid);
    assertThat(lead.channel()).isEqualTo("百度SEM");
    assertThat(lead.sourceClass()).isEqualTo("partner");
    assertThat(lead.tags()).extracting(LeadRow.TagView::name).containsExactly("展会线索");
    assertThat(lead(direct).channel()).isEqualTo("展会");
    assertThat(row(paid).channelId()).isEqualTo(baidu);
    assertThat(people.ofVisitors(List.of(VISITOR.toString())))
        .containsEntry(VISITOR.toString(), Objects.requireNonNull(paid.personId()));
    assertThat(
            profiles
                .timeline(
                    lead.id(), EnumSet.noneOf(TimelineItem.Kind.class), null, 10, Caller.system())
                .items())
        .anySatisfy(item -> {
          assertThat(item.subject()).isEqualTo("form");
          assertThat(item.detail()).containsEntry("form", "表单 demo");
          assertThat(item.detail()).containsEntry("keyword", "mes系统");
        });
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

  @Test
  void what_was_agreed_to_is_kept_word_for_word_and_by_number() {
    Form form = world.published("demo", Samples.agreed(usual(), "同意一"));
    Taking.Taken first =
        take(form, visit("demo", null, null), "name", "王伟", "phone", PHONE, "_consent", "yes");
    Form same = world.published(form, Samples.agreed(usual(), "同意一"));
    Form changed = world.published(same, Samples.agreed(usual(), "同意二"));
    Taking.Taken second =
        take(changed, visit("demo", null, null), "name", "王伟", "phone", PHONE, "_consent", "yes");

    assertThat(dsl.fetchCount(CONSENT_TEXT)).isEqualTo(2);
    assertThat(agreed(first)).isEqualTo("1 同意一");
    assertThat(agreed(second)).isEqualTo("2 同意二");
    assertThat(changed.live()).isEqualTo(3);
  }

  private String agreed(Taking.Taken taken) {
    SubmissionDetail.Agreed agreed =
        submissions.get(taken.submissionId(), Locale.SIMPLIFIED_CHINESE, Caller.system()).consent();
    return Objects.requireNonNull(agreed).number() + " " + agreed.text();
  }

  @Test
  void whoever_was_shown_an_older_version_answers_that_one() {
    Form form = world.published("demo", usual());
    Map<String, List<String>> filled = world.filled(form, "name", "王伟", "phone", PHONE);
    world.published(
        form, design(field("phone", FieldKind.PHONE, true), field("must", FieldKind.TEXT, true)));

    Taking taking = open.take("demo", visit("demo", null, null), posted(filled));

    assertThat(taking).isInstanceOf(Taking.Taken.class);
    assertThat(row((Taking.Taken) taking).version()).isEqualTo(1);
  }

  @Test
  void a_version_is_never_changed_by_what_happens_to_the_draft() {
    Form form = world.published("demo", usual());
    FormDesign before = forms.versions(form.id()).getFirst().design();

    world.published(form, design(field("phone", FieldKind.PHONE, true)));

    assertThat(forms.versions(form.id())).extracting(FormVersion::number).containsExactly(2, 1);
    assertThat(forms.versions(form.id()).getLast().design()).isEqualTo(before);
  }

  @Test
  void two_who_edit_at_once_do_not_overwrite_each_other() {
    Form form = world.published("demo", usual());
    world.published(form, usual());

    assertThatThrownBy(
            () -> forms.save(form.id(), form.revision(), "x", "demo", usual(), Caller.system()))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(CaptureProblem.FORM_CHANGED));
  }

  private SubmissionRow row(Taking.Taken taken) {
    return submissions.get(taken.submissionId(), Locale.SIMPLIFIED_CHINESE, Caller.system()).row();
  }

  @Test
  void nobody_sees_what_belongs_to_leads_beyond_their_scope() {
    Form form = world.published("demo", usual());
    take(form, visit("demo", null, null), "name", "王伟", "phone", PHONE);
    Caller limited =
        new Caller(
            Caller.Kind.MEMBER,
            Ids.next(),
            null,
            "销售",
            EnumSet.of(Permission.LEADS_READ),
            new Visible.OwnedBy(Set.of(Ids.next())),
            null);
    SubmissionFilter all =
        new SubmissionFilter(form.id(), false, null, null, null, null, null, null);

    assertThat(submissions.page(all, null, 10, limited).items()).isEmpty();
    assertThat(submissions.page(all, null, 10, Caller.system()).items()).hasSize(1);
    UUID id = submissions.page(all, null, 10, Caller.system()).items().getFirst().id();
    assertThatThrownBy(() -> submissions.get(id, Locale.ENGLISH, limited))
        .isInstanceOf(Problem.class);
  }
}
