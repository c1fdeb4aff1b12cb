package io.leadwell.acquire.capture;

import static io.leadwell.acquire.capture.FormWorld.PHONE;
import static io.leadwell.acquire.capture.FormWorld.visit;
import static io.leadwell.acquire.capture.Samples.assigned;
import static io.leadwell.acquire.capture.Samples.posted;
import static io.leadwell.acquire.capture.Samples.usual;
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
import io.leadwell.pool.leads.TimelineItem;
import io.leadwell.pool.leads.Timelines;
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
  @Autowired private Leads leads;
  @Autowired private Timelines timelines;
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
            timelines
                .ofLead(
                    lead.id(),
                    false,
                    EnumSet.noneOf(TimelineItem.Kind.class),
                    null,
                    10,
                    Caller.system())
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
