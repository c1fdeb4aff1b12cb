package io.leadwell.acquire.campaigns;

import static io.leadwell.tables.campaigns.Tables.SPEND;
import static io.leadwell.tables.campaigns.Tables.SPEND_DAY;
import static io.leadwell.tables.campaigns.Tables.SPEND_REPLACED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.sum;

import io.leadwell.base.platform.Texts;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportField;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportPass.RowCounts;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.pool.imports.UndoReport;
import io.leadwell.testing.OnPostgres;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class SpendImportTests {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @Autowired private SpendImport kind;
  @Autowired private Channels channels;
  @Autowired private Spending spending;
  @Autowired private Texts texts;
  @Autowired private DSLContext dsl;
  @Autowired private TransactionTemplate transaction;

  @Test
  void a_report_comes_in_and_again_changes_nothing() {
    List<Map<String, Object>> report =
        List.of(baidu("品牌词", 1_234), baidu("产品词", 5_600), month("2026年2月", 2_800));
    assertThat(check(report)).isEqualTo(new RowCounts(3, 0, 0));
    UUID first = UUID.randomUUID();
    assertThat(commit(first, report)).isEqualTo(new RowCounts(3, 0, 0));
    assertThat(check(report)).isEqualTo(new RowCounts(0, 0, 3));
    assertThat(commit(UUID.randomUUID(), report)).isEqualTo(new RowCounts(0, 0, 3));
    assertThat(total()).isEqualTo(9_634).isEqualTo(daysTotal());
    assertThat(channels.named(List.of("百度SEM"), false)).hasSize(1);
    undo(first);
    assertThat(dsl.fetchCount(SPEND)).isZero();
    assertThat(dsl.fetchCount(SPEND_DAY)).isZero();
  }

  @Test
  void a_corrected_line_replaces_and_its_undo_restores() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    commit(first, List.of(baidu("品牌词", 100), baidu("产品词", 200)));
    assertThat(commit(second, List.of(baidu("品牌词", 150), baidu("产品词", 200))))
        .isEqualTo(new RowCounts(0, 1, 1));
    assertThat(total()).isEqualTo(350).isEqualTo(daysTotal());
    assertThat(kind.previewUndo(second).removed()).containsEntry("spend", 1L);
    assertThat(undo(second).removed()).containsEntry("spend", 1L);
    assertThat(total()).isEqualTo(300).isEqualTo(daysTotal());
    assertThat(dsl.fetchCount(SPEND_REPLACED)).isZero();
  }

  @Test
  void undoing_the_earlier_of_two_imports_keeps_the_later_content() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    UUID third = UUID.randomUUID();
    commit(first, List.of(baidu("品牌词", 100)));
    commit(second, List.of(baidu("品牌词", 150)));
    commit(third, List.of(baidu("品牌词", 170)));
    undo(second);
    assertThat(total()).isEqualTo(170);
    undo(first);
    assertThat(total()).isEqualTo(170).isEqualTo(daysTotal());
    undo(third);
    assertThat(dsl.fetchCount(SPEND)).isZero();
  }

  @Test
  void equal_lines_of_one_file_are_all_money_even_after_a_stop_in_between() {
    List<Map<String, Object>> twice = List.of(baidu("品牌词", 100), baidu("品牌词", 100));
    ImportPass dry = pass(UUID.randomUUID());
    assertThat(dry.check(rows(twice))).isEqualTo(new RowCounts(2, 0, 0));
    assertThat(dry.notices())
        .extracting(ImportPass.Notice::code)
        .contains("spend_equal_lines", "spend_new_channels");
    UUID id = UUID.randomUUID();
    commit(id, twice.subList(0, 1));
    commit(id, twice.subList(1, 2));
    assertThat(total()).isEqualTo(200);
    assertThat(commit(UUID.randomUUID(), twice)).isEqualTo(new RowCounts(0, 0, 2));
    assertThat(total()).isEqualTo(200);
  }

  @Test
  void a_line_edited_by_hand_since_is_kept() {
    UUID id = UUID.randomUUID();
    commit(id, List.of(baidu("品牌词", 100), baidu("产品词", 200)));
    UUID edited =
        spending
            .list(new SpendFilter(null, null, null, null, id), null, 10)
            .page()
            .items()
            .getFirst()
            .id();
    spending.change(
        edited,
        d ->
            new SpendDraft(
                d.dayFrom(), d.dayTo(), null, null, null, null, null, null, 42, null, null, null),
        Caller.system());
    assertThat(kind.previewUndo(id)).isEqualTo(undo(id));
    assertThat(total()).isEqualTo(42);
  }

  @Test
  void lines_that_can_not_be_placed_in_time_are_refused_with_the_column() {
    List<ImportRow> rows =
        rows(
            List.of(
                Map.of("amount", 1L),
                month("2026-13", 1),
                Map.of("day_from", DAY, "day_to", DAY.minusDays(1), "amount", 1L),
                Map.of("day_from", DAY, "day_to", DAY.plusDays(400), "amount", 1L),
                Map.of("day", DAY, "amount", 1L, "clicks", -1L),
                Map.of("day", DAY, "amount", 1L, "channel", "长".repeat(121)),
                baidu("好的", 5)));
    assertThat(pass(UUID.randomUUID()).check(rows)).isEqualTo(new RowCounts(1, 0, 0));
    assertThat(rows.stream().flatMap(r -> r.faults().stream()).map(ImportRow.Fault::field))
        .containsExactly("day", "month", "day_to", "day_to", "clicks", "channel");
    for (ImportRow row : rows) {
      for (ImportRow.Fault fault : row.faults()) {
        assertThat(texts.of(Locale.ENGLISH, fault.code(), fault.arguments().toArray()))
            .isNotBlank();
      }
    }
  }

  @Test
  void every_field_is_named_and_explained_in_both_languages() {
    for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      for (ImportField field : kind.fields()) {
        assertThat(texts.of(language, "field.spend." + field.name())).isNotBlank();
        assertThat(texts.of(language, "hint.spend." + field.name())).isNotBlank();
        assertThat(texts.of(language, "group." + field.group())).isNotBlank();
      }
      for (String code : List.of("new_channels", "new_campaigns", "equal_lines")) {
        assertThat(texts.of(language, "notice.spend_" + code, 2)).contains("2");
      }
      for (CampaignsProblem problem : CampaignsProblem.values()) {
        assertThat(texts.of(language, "problem." + problem.name(), "x")).isNotBlank();
      }
    }
    assertThat(kind.fields().stream().flatMap(f -> f.aliases().stream()))
        .contains("时间", "账户", "推广计划", "推广单元", "关键词", "展现量", "点击量", "消费")
        .doesNotHaveDuplicates();
  }

  private RowCounts check(List<Map<String, Object>> lines) {
    return pass(UUID.randomUUID()).check(rows(lines));
  }

  private RowCounts commit(UUID importId, List<Map<String, Object>> lines) {
    return java.util.Objects.requireNonNull(
        transaction.execute(status -> pass(importId).commit(rows(lines))));
  }

  private UndoReport undo(UUID importId) {
    return java.util.Objects.requireNonNull(transaction.execute(status -> kind.undo(importId)));
  }

  private ImportPass pass(UUID importId) {
    return kind.begin(
        new ImportContext(importId, "百度", ZoneId.of("Asia/Shanghai"), Caller.system()));
  }

  private static List<ImportRow> rows(List<Map<String, Object>> lines) {
    List<ImportRow> rows = new ArrayList<>();
    for (Map<String, Object> line : lines) {
      rows.add(new ImportRow(rows.size() + 2, new HashMap<>(line), Map.of()));
    }
    return rows;
  }

  private static Map<String, Object> baidu(String keyword, long fen) {
    return Map.of(
        "day",
        DAY,
        "channel",
        "百度SEM",
        "account",
        "主账户",
        "plan",
        "计划一",
        "unit",
        "单元一",
        "keyword",
        keyword,
        "amount",
        fen,
        "impressions",
        1_000L,
        "clicks",
        30L);
  }

  private static Map<String, Object> month(String month, long fen) {
    return Map.of("month", month, "amount", fen);
  }

  private long total() {
    return dsl.select(sum(SPEND.AMOUNT_FEN).cast(Long.class)).from(SPEND).fetchSingle().value1();
  }

  private long daysTotal() {
    return dsl.select(sum(SPEND_DAY.AMOUNT_FEN).cast(Long.class))
        .from(SPEND_DAY)
        .fetchSingle()
        .value1();
  }
}
