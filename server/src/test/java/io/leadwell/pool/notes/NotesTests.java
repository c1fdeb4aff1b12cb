package io.leadwell.pool.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.CompanyMerges;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.LeadEdit;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.Merges;
import io.leadwell.pool.leads.NewLead;
import io.leadwell.pool.leads.TimelineItem;
import io.leadwell.pool.leads.Timelines;
import io.leadwell.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class NotesTests {

  private static final Caller WHO = Caller.system();

  @Autowired private Notes notes;
  @Autowired private KeptFiles files;
  @Autowired private Leads leads;
  @Autowired private Merges merges;
  @Autowired private CompanyMerges companyMerges;
  @Autowired private Timelines timelines;
  @Autowired private Members members;

  private UUID lead(String name, String phone, String company) {
    return leads
        .capture(
            new NewLead(name, phone, null, company, null, null, null, null, null, null, null), WHO)
        .lead()
        .id();
  }

  private UUID company(UUID lead) {
    return Objects.requireNonNull(leads.get(lead, WHO).companyId());
  }

  private Caller member(String name, boolean everything) {
    UUID id =
        members
            .join(
                new NewMember(name, null, null, Role.SALESPERSON, null, null, null, false, "zh-CN"),
                WHO)
            .id();
    return new Caller(
        Caller.Kind.MEMBER,
        id,
        null,
        name,
        Role.SALESPERSON.permissions(),
        everything ? Visible.everything() : new Visible.OwnedBy(Set.of(id)),
        null);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private List<String> bodies(UUID lead) {
    return notes.ofLead(lead, WHO).stream().map(Note::body).toList();
  }

  @Test
  void pinned_notes_stand_first_then_the_newest() {
    UUID lead = lead("王伟", "13800138000", "华信");
    Note first = notes.writeAtLead(lead, " 第一条 ", false, WHO);
    notes.writeAtLead(lead, "第二条", false, WHO);
    assertThat(bodies(lead)).containsExactly("第二条", "第一条");
    notes.change(first.id(), null, true, WHO);
    assertThat(bodies(lead)).containsExactly("第一条", "第二条");
    assertThatThrownBy(() -> notes.writeAtLead(lead, " ", false, WHO)).isInstanceOf(Problem.class);
  }

  @Test
  void a_deleted_note_is_gone_until_the_deletion_is_taken_back() {
    UUID lead = lead("王伟", "13800138000", "华信");
    Note note = notes.writeAtLead(lead, "报价已发", false, WHO);
    notes.delete(note.id(), WHO);
    assertThat(bodies(lead)).isEmpty();
    assertThatThrownBy(() -> notes.change(note.id(), "改", null, WHO)).isInstanceOf(Problem.class);
    notes.restore(note.id(), WHO);
    assertThat(bodies(lead)).containsExactly("报价已发");
  }

  @Test
  void only_who_wrote_a_note_changes_what_it_says() {
    UUID lead = lead("王伟", "13800138000", "华信");
    Caller zhou = member("周敏", true);
    Caller wu = member("吴刚", true);
    Note note = notes.writeAtLead(lead, "报价已发", false, zhou);
    assertThat(notes.ofLead(lead, zhou).getFirst().mine()).isTrue();
    assertThat(notes.ofLead(lead, wu).getFirst().mine()).isFalse();
    assertThatThrownBy(() -> notes.change(note.id(), "改", null, wu)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> notes.delete(note.id(), wu)).isInstanceOf(Problem.class);
    assertThat(notes.change(note.id(), null, true, wu).pinned()).as("pinning is for all").isTrue();
    assertThat(notes.change(note.id(), "改过", null, zhou).editedAt()).isNotNull();
  }

  @Test
  void notes_and_files_go_with_a_merge_and_come_back_with_an_unmerge() throws IOException {
    UUID one = lead("王伟", "13800138000", "华信");
    UUID other = lead("王大伟", "13900139000", "华信");
    notes.writeAtLead(one, "一", false, WHO);
    notes.writeAtLead(other, "二", false, WHO);
    KeptFile file = files.keepAtLead(other, "报价.pdf", bytes("%PDF-1.7 x"), WHO);

    UUID merge = merges.merge(one, other, WHO);
    assertThat(bodies(one)).containsExactlyInAnyOrder("一", "二");
    assertThat(files.ofLead(one, WHO)).hasSize(1);
    assertThat(Files.readString(files.content(file.id(), WHO).path())).isEqualTo("%PDF-1.7 x");
    notes.writeAtLead(other, "三", false, WHO);

    merges.undo(merge, WHO);
    assertThat(bodies(one)).contains("一").doesNotContain("二");
    assertThat(bodies(other)).contains("二").doesNotContain("一");
    assertThat(files.ofLead(one, WHO)).isEmpty();
    assertThat(files.ofLead(other, WHO)).hasSize(1);
  }

  @Test
  void notes_at_a_company_go_with_its_merges() {
    UUID right = company(lead("王伟", "13800138000", "华信机械"));
    UUID wrong = company(lead("李娜", "13900139000", "华信机械厂"));
    notes.writeAtCompany(wrong, "集团客户", false, WHO);
    UUID merge = companyMerges.merge(right, wrong, WHO);
    assertThat(notes.ofCompany(right, WHO)).hasSize(1);
    companyMerges.undo(merge, WHO);
    assertThat(notes.ofCompany(right, WHO)).isEmpty();
    assertThat(notes.ofCompany(wrong, WHO)).hasSize(1);
  }

  @Test
  void who_may_not_see_the_lead_sees_neither_its_notes_nor_its_files() {
    UUID lead = lead("王伟", "13800138000", "华信");
    Note note = notes.writeAtLead(lead, "机密", false, WHO);
    KeptFile file = files.keepAtLead(lead, "a.txt", bytes("text"), WHO);
    UUID company = company(lead);
    Note ofCompany = notes.writeAtCompany(company, "机密", false, WHO);
    Caller zhou = member("周敏", false);
    assertThatThrownBy(() -> notes.ofLead(lead, zhou)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> notes.ofCompany(company, zhou)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> notes.change(note.id(), null, true, zhou)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> notes.change(ofCompany.id(), null, true, zhou))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> files.content(file.id(), zhou)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> notes.writeAtLead(lead, "我", false, zhou)).isInstanceOf(Problem.class);

    leads.edit(
        lead,
        new LeadEdit(Map.of(Fact.OWNER_ID, Objects.requireNonNull(zhou.memberId()).toString())),
        WHO);
    assertThat(notes.ofLead(lead, zhou)).hasSize(1);
    assertThat(files.content(file.id(), zhou).name()).isEqualTo("a.txt");
  }

  @Test
  void a_file_is_what_its_name_says_and_not_too_large() {
    UUID lead = lead("王伟", "13800138000", "华信");
    assertThatThrownBy(() -> files.keepAtLead(lead, "a.pdf", bytes("<html>"), WHO))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> files.keepAtLead(lead, "a.html", bytes("<html>"), WHO))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> files.keepAtLead(lead, "a.txt", bytes("\u0001\u0002"), WHO))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> files.keepAtLead(lead, "a.txt", bytes(""), WHO))
        .isInstanceOf(Problem.class);
    byte[] large = new byte[(int) KeptFiles.LARGEST + 1];
    java.util.Arrays.fill(large, (byte) 'a');
    assertThatThrownBy(() -> files.keepAtLead(lead, "a.txt", new ByteArrayInputStream(large), WHO))
        .isInstanceOf(Problem.class);
    assertThat(files.keepAtLead(lead, "../../etc/报价\".txt", bytes("x"), WHO).name())
        .isEqualTo("报价_.txt");
    assertThat(files.ofLead(lead, WHO)).hasSize(1);
  }

  @Test
  void the_timeline_tells_of_notes_and_files() {
    UUID lead = lead("王伟", "13800138000", "华信");
    notes.writeAtLead(lead, "报价已发", false, WHO);
    files.keepAtLead(lead, "a.txt", bytes("text"), WHO);
    notes.writeAtCompany(company(lead), "集团客户", false, WHO);
    Set<TimelineItem.Kind> kinds = Set.of(TimelineItem.Kind.NOTE);
    assertThat(timelines.ofLead(lead, false, kinds, null, 50, WHO).items())
        .extracting(TimelineItem::subject)
        .containsExactlyInAnyOrder("note", "file");
    assertThat(timelines.ofCompany(company(lead), kinds, null, 50, WHO).items()).hasSize(3);
  }
}
