package io.leadwell.acquire.links;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.pool.consent.Agreed;
import io.leadwell.pool.consent.Consents;
import io.leadwell.pool.consent.Means;
import io.leadwell.pool.consent.Purpose;
import io.leadwell.pool.consent.Suppressions;
import io.leadwell.pool.leads.Arrival;
import io.leadwell.pool.leads.Arrivals;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import io.leadwell.pool.leads.LeadChoice;
import io.leadwell.pool.leads.LeadFilter;
import io.leadwell.pool.leads.Observation.TouchSeen;
import io.leadwell.testing.Browser;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A link, and people who may be sent one of their own. */
abstract class SendingWorld {

  static final String CHROME =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0";

  @Autowired Workspaces workspaces;
  @Autowired Arrivals arrivals;
  @Autowired Links links;
  @Autowired Sendings sendings;
  @Autowired Following following;
  @Autowired Keys keys;
  @Autowired Members members;
  @Autowired Consents consents;
  @Autowired Suppressions suppressions;
  @Autowired TransactionTemplate transaction;
  @Autowired DSLContext dsl;
  @LocalServerPort int port;

  UUID link = UUID.randomUUID();
  String code = "";

  @BeforeEach
  void open() {
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
    Link made =
        links.add(
            new LinkDraft("春季短信", "https://www.dataflow.cn/", Placement.NOWHERE, null, true, null),
            Caller.system());
    link = made.id();
    code = made.code();
  }

  SendingLine make(SendingWay way) {
    return sendings.make(link, "双十一", way, LeadChoice.of(LeadFilter.everything()), Caller.system());
  }

  Map<String, String> addresses(SendingLine line, Readers which) {
    return addresses(line, which, Caller.system());
  }

  Map<String, String> addresses(SendingLine line, Readers which, Caller who) {
    Map<String, String> addresses = new HashMap<>();
    Sending sending = sendings.exported(link, line.sending().id(), which, who);
    sendings.each(
        sending,
        which,
        "https://go.example.com/l/" + code,
        who,
        row -> addresses.put(String.valueOf(row.name()), row.address()));
    return addresses;
  }

  List<String> names(SendingLine line, Readers which, Caller who) {
    return sendings.readers(link, line.sending().id(), which, null, 50, who).items().stream()
        .map(row ->
            row.hidden()
                ? "hidden"
                : row.name() + (row.leftOut() == null ? "" : " " + row.leftOut()))
        .collect(Collectors.toList());
  }

  void follow(@Nullable String address, UUID browser) {
    String token = Objects.requireNonNull(address).substring(address.lastIndexOf('/') + 1);
    following.follow(
        code,
        token,
        new Passer(browser, false, true, true, null, CHROME, "127.0.0.1", Instant.now()));
  }

  Caller seller(UUID me) {
    return new Caller(
        Caller.Kind.MEMBER,
        me,
        null,
        "刘洋",
        Role.SALESPERSON.permissions(),
        new Visible.OwnedBy(Set.of(me)),
        null);
  }

  Caller as(Role role) {
    Set<Permission> permissions = role.permissions();
    return new Caller(
        Caller.Kind.MEMBER, Ids.next(), null, "陈静", permissions, Visible.everything(), null);
  }

  Browser with(Role role) {
    String key = keys.create(role.word(), role, null, Caller.system()).secret();
    return new Browser(port).with("Authorization", "Bearer " + key);
  }

  /** Somebody who agreed to be sent what we would like them to read. */
  Arrived arrive(String name, @Nullable String phone, @Nullable String email) {
    Arrived arrived = bring(name, phone, email);
    consent(arrived.personId(), true);
    return arrived;
  }

  void consent(UUID person, boolean given) {
    transaction.executeWithoutResult(_ ->
        consents.told(
            List.of(
                new Agreed(
                    person,
                    List.of(Purpose.MARKETING),
                    Set.of(Means.values()),
                    given,
                    "form",
                    Ids.next(),
                    null,
                    null,
                    Instant.now()))));
  }

  Arrived bring(String name, @Nullable String phone, @Nullable String email) {
    Facts.Builder said = Facts.build().with(Fact.NAME, name);
    if (phone != null) {
      said = said.with(Fact.PHONE, phone);
    }
    if (email != null) {
      said = said.with(Fact.EMAIL, email);
    }
    Facts facts = said.done();
    Instant at = Instant.now();
    return arrivals.bring(
        new Arrival(
            "form:demo",
            name,
            at,
            null,
            facts.toStore(),
            facts,
            TouchSeen.of("form", at),
            List.of(),
            List.of(),
            true));
  }
}
