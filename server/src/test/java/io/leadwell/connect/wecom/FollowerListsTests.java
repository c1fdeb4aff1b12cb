package io.leadwell.connect.wecom;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static io.leadwell.tables.wecom.Tables.FOLLOWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.connect.wecom.FollowerIntake.Outcome;
import io.leadwell.demo.tencent.StandInCorp;
import io.leadwell.pool.imports.Import;
import io.leadwell.pool.imports.ImportStatus;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.imports.Mapping;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Followers that come from files and other systems, and who sees them. */
@OnPostgres
class FollowerListsTests extends FollowerWorld {

  @Autowired private FollowerIntake intake;
  @Autowired private Imports imports;
  @Autowired private Keys keys;
  @Autowired private TransactionTemplate transaction;

  @Test
  void from_a_file_they_come_in_twice_without_doubling_and_go_again() throws Exception {
    String file =
        """
        账号,类型,昵称,unionid,关注时间,渠道,手机,备注
        云帆科技,视频号,老周,uZhou,2026-10-01 09:00,视频号,,看了三次直播
        云帆科技,视频号,小林,,2026-10-02,视频号,,
        云帆科技,视频号,陈工,,2026-10-03,视频号,13800138009,要报价
        云帆科技,视频号,,,,,,
        """;
    Import first = bring(file);
    assertThat(first.status()).isEqualTo(ImportStatus.DONE);
    assertThat(dsl.fetchCount(FOLLOWER)).isEqualTo(3);
    assertThat(dsl.fetchCount(LEAD)).as("who left a phone is a lead").isEqualTo(1);
    bring(file);
    assertThat(dsl.fetchCount(FOLLOWER)).isEqualTo(3);
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(1);

    Corp.TENCENT.corp().meet("wmZhou", "老周", "uZhou", Corp.bond("lisi", Corp.NOW, null));
    wecom.tellAdded("wmZhou", "lisi", Corp.NOW, null, null);
    settle();
    assertThat(dsl.fetchCount(FOLLOWER, FOLLOWER.LEAD_ID.isNotNull())).isEqualTo(2);

    imports.undo(first.id(), Caller.system());
    assertThat(imports.await(first.id()).status())
        .as("who is a lead by now stays")
        .isEqualTo(ImportStatus.PARTLY_UNDONE);
    assertThat(dsl.select(FOLLOWER.NAME).from(FOLLOWER).fetch(FOLLOWER.NAME))
        .containsExactlyInAnyOrder("老周", "陈工");
  }

  private Import bring(String file) throws InterruptedException {
    Import batch =
        imports.receive(
            Caller.system(),
            "followers",
            "粉丝.csv",
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    Map<String, List<String>> columns = new LinkedHashMap<>();
    batch.headers().forEach(header -> columns.put(header.name(), header.guess()));
    imports.map(
        batch.id(), new Mapping(columns, Map.of(), Mapping.Options.usual(), null), Caller.system());
    Import checked = imports.await(batch.id());
    imports.commit(checked.id(), Caller.system());
    return imports.await(batch.id());
  }

  @Test
  void another_system_brings_one_by_one_and_again() {
    String key = keys.create("script", Role.MARKETER, null, Caller.system()).secret();
    Browser program = new Browser(port).with("Authorization", "Bearer " + key);
    Map<String, Object> fan =
        Map.of("source", "channels", "account", "云帆科技", "name", "老周", "unionId", "uZhou");
    assertThat(program.post("/wecom/followers", fan).status()).isEqualTo(200);
    assertThat(program.post("/wecom/followers", fan).status()).isEqualTo(200);
    assertThat(dsl.fetchCount(FOLLOWER)).isEqualTo(1);
    Map<String, Object> more = new LinkedHashMap<>(fan);
    more.put("phone", "138 0013 8009");
    Browser.Answer lead = program.post("/wecom/followers", more);
    assertThat(lead.json().path("leadBy").asString()).isEqualTo("details");
    program.post("/wecom/followers", more);
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(1);
    more.put("phone", "12");
    assertThat(program.post("/wecom/followers", more).status()).isEqualTo(422);
    assertThat(program.post("/wecom/followers", Map.of("source", "channels")).status())
        .isEqualTo(422);
  }

  @Test
  void half_private_contacts_are_seen_by_those_who_see_everybodys_records() {
    follow(null);
    Caller seller =
        new Caller(
            Caller.Kind.MEMBER,
            UUID.randomUUID(),
            null,
            "销售",
            Role.SALESPERSON.permissions(),
            new Visible.OwnedBy(Set.of(UUID.randomUUID())),
            null);
    assertThat(followers.page(any(), null, 50, seller).items()).isEmpty();
    UUID id = only().id();
    assertThatThrownBy(() -> followers.get(id, seller)).isInstanceOf(Problem.class);
    assertThat(followers.accounts(seller)).isEmpty();
  }

  @Test
  void the_list_is_filtered_and_paged() {
    transaction.executeWithoutResult(_ -> {
      for (int i = 0; i < 25; i++) {
        FollowerDraft draft =
            new FollowerDraft(
                i % 2 == 0 ? FollowerSource.CHANNELS : FollowerSource.OTHER,
                "号" + i % 3,
                "o" + i,
                null,
                "粉丝" + i,
                null,
                null,
                null,
                null,
                Corp.NOW.minusSeconds(i * 60L),
                null,
                null);
        assertThat(intake.bring(draft, null, null).outcome()).isEqualTo(Outcome.FRESH);
        assertThat(intake.foresee(draft)).isEqualTo(Outcome.SAME);
      }
    });
    FollowerFilter channelsOnly =
        new FollowerFilter(
            FollowerSource.CHANNELS, null, true, false, null, null, null, null, null);
    assertThat(followers.page(channelsOnly, null, 50, Caller.system()).total()).isEqualTo(13);
    FollowerFilter text = new FollowerFilter(null, "号1", null, null, null, null, "粉丝1", null, null);
    assertThat(followers.page(text, null, 50, Caller.system()).items())
        .extracting(Follower::name)
        .containsExactly("粉丝1", "粉丝10", "粉丝13", "粉丝16", "粉丝19");
    var first = followers.page(any(), null, 20, Caller.system());
    var second = followers.page(any(), first.next(), 20, Caller.system());
    assertThat(first.items()).hasSize(20);
    assertThat(second.items()).hasSize(5);
    assertThat(second.next()).isNull();
    assertThat(StandInCorp.CORP_ID).isNotBlank();
  }
}
