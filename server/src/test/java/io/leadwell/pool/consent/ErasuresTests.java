package io.leadwell.pool.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.base.platform.DataFolder;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Role;
import io.leadwell.pool.imports.Import;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.LeadEdit;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.LeadsProblem;
import io.leadwell.pool.leads.Merges;
import io.leadwell.pool.leads.Stage;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody asks what is kept about them, and to be forgotten. */
@OnPostgres
@org.springframework.context.annotation.Import({FormWorld.class, KeptOfPerson.class})
class ErasuresTests extends ConsentWorld {

  private static final String FILE =
      """
      姓名,手机,邮箱,企业,备注,留资时间
      欧阳若水,139-1234-0001,OuYang@Example.com,苏州鸿图,致电 139 1234 0001 找欧阳若水,2026-03-01
      王伟,13800138000,wang@example.com,苏州鸿图,,2026-03-02
      欧阳若水,139-1234-0001,ouyang@example.com,苏州鸿图,,不是日期
      """;

  @Autowired private KeptOfPerson everywhere;
  @Autowired private Merges merges;
  @Autowired private Audit audit;
  @Autowired private DataFolder data;

  /** Somebody of whom every module keeps something. */
  private LeadRow known() throws InterruptedException {
    LeadRow other = fill(world.asking("plain"), "欧阳", "13912340002", "oy@example.com", false);
    bringIn("leads", FILE);
    LeadRow lead =
        fill(world.agreeing("demo", "同意"), "欧阳若水", "13912340001", "ouyang@example.com", true);
    leads.edit(lead.id(), new LeadEdit(Map.of(Fact.NOTE, "欧阳若水的电话 13912340001")), WHO);
    leads.move(lead.id(), Stage.MQL, "欧阳若水要求演示", WHO);
    leads.tag(List.of(lead.id()), List.of("展会"), List.of(), WHO);
    leads.reveal(lead.id(), WHO);
    merges.merge(lead.id(), other.id(), WHO);
    consents.typed(lead.id(), marketing().id(), Means.PHONE, false, "欧阳若水来电", WHO);
    suppressions.add("oy@example.com", Set.of(), SuppressionReason.ASKED, "欧阳", WHO);
    everywhere.keep(lead);
    return called("欧阳若水");
  }

  private static final List<String> TRACES =
      List.of(
          "欧阳若水",
          "13912340001",
          "139-1234-0001",
          "139 1234 0001",
          "ouyang@example.com",
          "13912340002",
          "oy@example.com",
          "wm-ouyang",
          "un-ouyang",
          "op-ouyang");

  @Test
  void nothing_in_the_whole_database_says_who_it_was_and_every_figure_stays() throws Exception {
    LeadRow lead = known();
    Map<String, Integer> before = EverywhereInTheDatabase.holding(dsl, TRACES);
    assertThat(before.keySet())
        .as("the search finds what is there")
        .contains(
            "leads.person.name",
            "leads.source_record.raw",
            "leads.source_record.fields",
            "leads.identifier.value",
            "leads.merge.merged_name",
            "leads.stage_entry.reason",
            "leads.known_party.value",
            "leads.list_question.told",
            "imports.bad_row.cells",
            "capture.submission.answers",
            "collect.hit.facts",
            "collect.visit_page.url",
            "collect.action.props",
            "collect.quarantined.body",
            "events.presence.phone",
            "messaging.message.recipient",
            "tasks.task.about",
            "wecom.contact.external_id",
            "wecom.follow.remark",
            "wecom.follower.open_id",
            "wecom.incoming.content",
            "deals.opportunity.name",
            "workspace.audit_entry.object_label",
            "workspace.saved_view.filter",
            "consent.suppression.value",
            "consent.entry.note");
    List<String> figures = figures();
    Erasures.Preview preview = erasures.preview(lead.id(), WHO);
    assertThat(EverywhereInTheDatabase.holding(dsl, TRACES))
        .as("a preview changes nothing")
        .isEqualTo(before);

    Erasure done = erasures.erase(lead.id(), "欧阳若水", "本人书面要求", WHO);

    assertThat(EverywhereInTheDatabase.holding(dsl, TRACES)).isEmpty();
    assertThat(EverywhereInTheDatabase.holding(dsl, List.of("欧阳"))).isEmpty();
    assertThat(done.counts()).isEqualTo(preview.counts());
    assertThat(figures()).isEqualTo(figures);
    LeadRow nobody = leads.get(lead.id(), WHO);
    assertThat(nobody.erased()).isTrue();
    assertThat(nobody.name()).isNull();
    assertThat(nobody.company()).isEqualTo("苏州鸿图");
    assertThat(leads.get(called("王伟").id(), WHO).email())
        .as("others stay")
        .isEqualTo("wang@example.com");
    assertThat(erasures.all()).hasSize(1);
    assertThat(erasures.all().getFirst().counts()).containsKeys("message", "visit", "audit");
  }

  private List<String> figures() {
    Browser admin = with(Role.ADMIN);
    List<String> figures = new ArrayList<>();
    for (String report : List.of("funnel", "channels", "cockpit", "touches", "durations")) {
      Browser.Answer answer =
          admin.get("/reports/" + report + "?from=2026-01-01&to=2026-12-31&by=channel");
      assertThat(answer.status()).as(report).isEqualTo(200);
      figures.add(answer.text().replaceAll("\"asOf\":\"[^\"]*\"", ""));
    }
    return figures;
  }

  @Test
  void who_comes_again_with_a_file_is_somebody_new_whom_nobody_may_contact() throws Exception {
    LeadRow lead = known();
    erasures.erase(lead.id(), "欧阳若水", "本人书面要求", WHO);
    bringIn("leads", FILE.replace("不是日期", "2026-04-01") + "\n");
    LeadRow again = called("欧阳若水");
    assertThat(again.personId()).isNotEqualTo(lead.personId());
    assertThat(leads.get(lead.id(), WHO).name()).isNull();
    say(again.personId(), true, Instant.now());
    assertThat(may(Means.EMAIL, again.personId(), "ouyang@example.com")).isFalse();
    assertThat(may(Means.SMS, again.personId(), "+8613912340001")).isFalse();
    assertThat(may(Means.PHONE, again.personId(), "13912340002")).isFalse();
    assertThat(suppressions.page("139 1234 0001", null, null, null, 10, WHO).items())
        .as("found by the whole number, shown as nobody's")
        .hasSize(2)
        .allMatch(one -> one.address() == null);
    assertThat(suppressions.add("OuYang@example.com", Set.of(), SuppressionReason.ASKED, null, WHO))
        .as("no row in plain is made of a hash")
        .isEqualTo(new Suppressions.Added(0, 1, List.of(), 0));
  }

  @Test
  void a_failure_in_one_module_takes_back_all_of_it_and_it_can_be_done_again() throws Exception {
    LeadRow lead = known();
    Map<String, Integer> before = EverywhereInTheDatabase.holding(dsl, TRACES);
    dsl.execute(
        "create function events.fail() returns trigger language plpgsql as"
            + " $$ begin raise exception 'no'; end $$");
    dsl.execute(
        "create trigger fail before update on wecom.follower for each row execute function"
            + " events.fail()");
    try {
      assertThatThrownBy(() -> erasures.erase(lead.id(), "欧阳若水", "本人要求", WHO))
          .isInstanceOf(RuntimeException.class);
      assertThat(EverywhereInTheDatabase.holding(dsl, TRACES)).isEqualTo(before);
      assertThat(erasures.all()).isEmpty();
    } finally {
      dsl.execute("drop trigger fail on wecom.follower");
      dsl.execute("drop function events.fail()");
    }
    erasures.erase(lead.id(), "欧阳若水", "本人要求", WHO);
    assertThat(EverywhereInTheDatabase.holding(dsl, TRACES)).isEmpty();
  }

  @Test
  void of_two_who_erase_the_same_person_at_once_one_does() throws Exception {
    LeadRow lead = known();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<Erasure>> done = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        done.add(both.submit(() -> erasures.erase(lead.id(), "欧阳若水", "本人要求", WHO)));
      }
      int failed = 0;
      for (Future<Erasure> one : done) {
        try {
          one.get();
        } catch (ExecutionException e) {
          failed++;
          assertThat(e.getCause()).isInstanceOf(Problem.class);
        }
      }
      assertThat(failed).isOne();
    }
    assertThat(erasures.all()).hasSize(1);
  }

  @Test
  void the_audit_log_stays_whole_and_nobody_passes_off_another_entry_as_erased() throws Exception {
    LeadRow lead = known();
    erasures.erase(lead.id(), "欧阳若水", "本人要求", WHO);
    assertThat(audit.verify().intact()).isTrue();
    dsl.execute(
        "update workspace.audit_entry set erased_at = now(), object_label = null where id ="
            + " (select min(id) from workspace.audit_entry where erased_at is null)");
    assertThat(audit.verify().intact()).isFalse();
  }

  @Test
  void the_uploaded_file_goes_with_the_person() throws Exception {
    Import batch = bringIn("leads", FILE);
    Path file = data.folder("files/imports").resolve(batch.id().toString());
    assertThat(file).exists();
    erasures.preview(called("欧阳若水").id(), WHO);
    assertThat(file).exists();
    erasures.erase(called("欧阳若水").id(), "欧阳若水", "本人要求", WHO);
    assertThat(Files.exists(file)).isFalse();
    assertThat(imports.find(batch.id()).status().name()).isEqualTo("DONE");
  }

  @Test
  void it_takes_the_word_a_reason_without_the_name_and_happens_once() throws Exception {
    LeadRow lead = known();
    UUID id = lead.id();
    assertThatThrownBy(() -> erasures.erase(id, "欧阳", "本人要求", WHO)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> erasures.erase(id, "欧阳若水", "", WHO)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> erasures.erase(id, "欧阳若水", "欧阳若水要求", WHO)).isInstanceOf(Problem.class);
    erasures.erase(id, "欧阳若水", "本人要求", WHO);
    assertThatThrownBy(() -> erasures.erase(id, "欧阳若水", "本人要求", WHO))
        .extracting(e -> ((Problem) e).code())
        .isEqualTo(ConsentProblem.PERSON_ERASED);
    assertThatThrownBy(() -> leads.edit(id, new LeadEdit(Map.of(Fact.NAME, "欧阳若水")), WHO))
        .extracting(e -> ((Problem) e).code())
        .isEqualTo(LeadsProblem.LEAD_ERASED);
  }

  @Test
  void the_export_has_everything_of_the_person_in_both_languages_and_nothing_of_others()
      throws Exception {
    LeadRow lead = known();
    for (String language : List.of("zh-CN", "en")) {
      Map<String, String> files =
          ExportedPerson.unzipped(
              port,
              keys.create("x" + language, Role.ADMIN, null, WHO).secret(),
              lead.id(),
              language);
      assertThat(files.keySet()).containsExactly("person.html", "person.json");
      String page = files.get("person.html");
      assertThat(page)
          .contains("欧阳若水", "ouyang@example.com", "oy@example.com")
          .contains(language.equals("en") ? "Submissions of forms" : "表单提交")
          .contains(language.equals("en") ? "Mail" : "邮件")
          .doesNotContain("wang@example.com");
      assertThat(files.get("person.json"))
          .contains("\"contact\"", "\"visit\"", "\"message\"", "\"task\"", "\"consent\"")
          .doesNotContain("wang@example.com");
    }
  }
}
