package io.leadwell.acquire.capture;

import static io.leadwell.acquire.capture.FormWorld.PHONE;
import static io.leadwell.acquire.capture.FormWorld.visit;
import static io.leadwell.acquire.capture.Samples.design;
import static io.leadwell.acquire.capture.Samples.field;
import static io.leadwell.acquire.capture.Samples.posted;
import static io.leadwell.acquire.capture.Samples.usual;
import static io.leadwell.tables.capture.Tables.CONSENT_TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A form goes on changing; what somebody was shown and agreed to does not. */
@OnPostgres
@Import(FormWorld.class)
class FormVersionsTests {

  @Autowired private FormWorld world;
  @Autowired private OpenForms open;
  @Autowired private Submissions submissions;
  @Autowired private Forms forms;
  @Autowired private DSLContext dsl;

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
}
