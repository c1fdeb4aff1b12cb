package io.leadwell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.content.ContentFiles;
import io.leadwell.acquire.content.Hub;
import io.leadwell.acquire.content.HubItem;
import io.leadwell.acquire.content.Items;
import io.leadwell.acquire.content.PlanEntries;
import io.leadwell.acquire.content.StoredFile;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.testing.OnPostgres;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class DemoContentTests {

  @Autowired private Items items;
  @Autowired private ContentFiles files;
  @Autowired private PlanEntries plan;
  @Autowired private Channels channels;
  @Autowired private Members members;
  @Autowired private Hub hub;

  @Test
  void the_demo_company_has_content_to_read_and_a_plan_and_is_told_once() {
    DemoContent content = new DemoContent(items, files, plan, channels, members, Clock.systemUTC());

    content.tell(Caller.system());
    content.tell(Caller.system());

    assertThat(hub.page(null, null, null, 1).total())
        .isEqualTo((int) DemoShelf.ALL.stream().filter(DemoArticle::published).count());
    assertThat(plan.all()).hasSize(9);
    HubItem paper = hub.page("离散制造白皮书", null, null, 1).items().getFirst();
    assertThat(paper.pages()).isEqualTo(4);
    assertThat(paper.cover()).isNotNull();
    StoredFile pdf =
        files.find(Objects.requireNonNull(items.find(paper.id()).said().file())).orElseThrow();
    assertThat(pdf.pageTexts().get(1)).contains("为什么排产总是变");
  }
}
