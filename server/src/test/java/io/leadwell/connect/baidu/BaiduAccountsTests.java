package io.leadwell.connect.baidu;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.AuditFilter;
import io.leadwell.base.workspace.Vault;
import io.leadwell.testing.OnPostgres;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts of search advertising: tried, sealed, refused. */
@OnPostgres
class BaiduAccountsTests extends FetchWorld {

  @Autowired private Vault vault;

  @Test
  void a_test_says_what_is_wrong() {
    assertThat(asking().test(account)).isEqualTo(new BaiduTest.Works(4));
    accounts.change(account, d -> draft("another-token-12345", ReportLevel.KEYWORD), WHO);
    assertThat(asking().test(account))
        .isInstanceOfSatisfying(
            BaiduTest.Fails.class, f -> assertThat(f.trouble()).isEqualTo(Trouble.SIGN_IN));
    baidu.close();
    assertThat(asking().test(account))
        .isInstanceOfSatisfying(
            BaiduTest.Fails.class, f -> assertThat(f.trouble()).isEqualTo(Trouble.UNREACHABLE));
  }

  @Test
  void the_token_lies_sealed_and_is_told_to_nobody() {
    assertThat(accountStore.token(account)).doesNotContain("fake.token");
    assertThat(accounts.find(account).toString()).doesNotContain("fake.token").contains("0001");
    assertThat(draft(FakeBaidu.TOKEN, ReportLevel.UNIT).toString()).doesNotContain("fake");
    assertThat(audit.list(new AuditFilter(null, null, null, null), null, 50).items().toString())
        .doesNotContain("fake.token");
    // copied to another account's row it opens nothing
    UUID other = UUID.randomUUID();
    accountStore.insert(
        other,
        new BaiduAccountDraft("other", null, null, ReportLevel.UNIT, true, 8),
        channel(),
        accountStore.token(account),
        "");
    assertThat(asking().test(other))
        .isEqualTo(new BaiduTest.Fails(Trouble.TOKEN_UNREADABLE, null, null));
  }

  @Test
  void what_can_not_be_is_refused() {
    refused(
        () -> accounts.add(draft(FakeBaidu.TOKEN, ReportLevel.UNIT), WHO),
        BaiduProblem.BAIDU_ACCOUNT_TAKEN);
    refused(() -> start(DAY, DAY.minusDays(1)), BaiduProblem.BAIDU_DAYS_INVALID);
    refused(() -> start(DAY, LocalDate.of(2126, 3, 5)), BaiduProblem.BAIDU_DAYS_INVALID);
    start(DAY, DAY);
    refused(() -> start(DAY, DAY), BaiduProblem.BAIDU_FETCH_RUNNING);
    refused(
        () -> accounts.change(account, d -> draft("with blank", ReportLevel.UNIT), WHO),
        BaiduProblem.BAIDU_TOKEN_MISSING);
  }

  private BaiduAccounts asking() {
    return new BaiduAccounts(accountStore, api(), channels, vault, audit, at(NOW));
  }
}
