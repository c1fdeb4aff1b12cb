package io.leadwell.acquire.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.pool.imports.Import;
import io.leadwell.pool.imports.ImportHeader;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.imports.Mapping;
import io.leadwell.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class LinkImportTests {

  private static final Caller WHO = Caller.system();

  private static final String FILE =
      """
      名称,目标地址,短码,渠道,市场活动,内容
      易拉宝,https://www.dataflow.cn/a,,行业展会,工博会,A
      海报,https://www.dataflow.cn/a,poster-1,行业展会,工博会,B
      坏的,javascript:alert(1),,知乎,,
      坏码,https://www.dataflow.cn/c,-x-,知乎,,
      """;

  @Autowired private Workspaces workspaces;
  @Autowired private Imports imports;
  @Autowired private Links links;
  @Autowired private Following following;

  @BeforeEach
  void open() {
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
  }

  @Test
  void links_come_in_by_the_file_and_again_change_nothing() throws Exception {
    Import first = bringIn(FILE);
    assertThat(first.result()).isEqualTo(new Import.Counts(2, 0, 0, 2));
    assertThat(all()).hasSize(2);
    assertThat(links.withCode("poster-1").orElseThrow().target()).contains("utm_content=B");
    assertThat(bringIn(FILE).result()).isEqualTo(new Import.Counts(0, 0, 2, 2));
    assertThat(bringIn(FILE.replace("海报", "大海报")).result())
        .isEqualTo(new Import.Counts(0, 1, 1, 2));
    assertThat(links.withCode("poster-1").orElseThrow().name()).isEqualTo("大海报");
    assertThat(all()).hasSize(2);
  }

  @Test
  void a_code_of_somebody_elses_link_is_refused() throws Exception {
    links.add(
        new LinkDraft("先来的", "https://www.dataflow.cn/", Placement.NOWHERE, "poster-1", true, null),
        WHO);
    assertThat(bringIn(FILE).result()).isEqualTo(new Import.Counts(1, 0, 0, 3));
    assertThat(links.withCode("poster-1").orElseThrow().name()).isEqualTo("先来的");
  }

  @Test
  void taking_it_back_keeps_what_somebody_followed() throws Exception {
    Import batch = bringIn(FILE);
    following.follow(
        "poster-1",
        null,
        new Passer(
            Ids.next(), true, true, true, null, "Mozilla/5.0 Chrome/140", "::1", Instant.now()));
    imports.undo(batch.id(), WHO);
    imports.await(batch.id());
    assertThat(all()).extracting(line -> line.link().code()).containsExactly("poster-1");
  }

  private List<LinkLine> all() {
    return links.list(new LinkFilter(null, null, null, null, null), null, 50).items();
  }

  private Import bringIn(String file) throws InterruptedException {
    Import batch =
        imports.receive(
            WHO,
            "links",
            "links.csv",
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (ImportHeader header : batch.headers()) {
      columns.put(header.name(), header.guess());
    }
    imports.map(batch.id(), new Mapping(columns, Map.of(), Mapping.Options.usual(), null), WHO);
    Import checked = imports.await(batch.id());
    assertThat(Objects.requireNonNull(checked.check()).good()).isPositive();
    imports.commit(batch.id(), WHO);
    return imports.await(batch.id());
  }
}
