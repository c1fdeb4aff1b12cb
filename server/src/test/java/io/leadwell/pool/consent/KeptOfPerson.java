package io.leadwell.pool.consent;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.nurture.messaging.MailText;
import io.leadwell.nurture.messaging.Outbox;
import io.leadwell.nurture.messaging.Outgoing;
import io.leadwell.pool.leads.KnownParties;
import io.leadwell.pool.leads.LeadRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows of one person in the tables of modules that are hard to drive from here. */
@TestComponent
class KeptOfPerson {

  private static final String NAME = "欧阳若水";
  private static final String PHONE = "+8613912340001";
  private static final String EMAIL = "ouyang@example.com";

  private final DSLContext dsl;
  private final Outbox outbox;
  private final KnownParties parties;
  private final Members members;
  private final Campaigns campaigns;
  private final TransactionTemplate transaction;

  KeptOfPerson(
      DSLContext dsl,
      Outbox outbox,
      KnownParties parties,
      Members members,
      Campaigns campaigns,
      TransactionTemplate transaction) {
    this.dsl = dsl;
    this.outbox = outbox;
    this.parties = parties;
    this.members = members;
    this.campaigns = campaigns;
    this.transaction = transaction;
  }

  void keep(LeadRow lead) {
    UUID person = lead.personId();
    UUID member =
        members
            .join(
                new NewMember("刘洋", null, null, Role.SALESPERSON, null, null, null, false, "zh-CN"),
                Caller.system())
            .id();
    transaction.executeWithoutResult(_ -> {
      mail(person, EMAIL, "a");
      mail(null, EMAIL, "b");
      dsl.execute(
          "update messaging.message set state = 'failed', answer = '550 <ouyang@example.com>',"
              + " ended_at = now() where occasion = 'b'");
      parties.add("blocked", "phone", "139-1234-0001", NAME, Caller.system());
      visits(person);
      events(person);
      tasks(lead, member);
      wecom(person, lead.id());
      deals(lead.id());
      others(lead, member);
      new WrittenOfPerson(dsl).keep(lead.id());
    });
  }

  private void mail(@Nullable UUID person, String to, String occasion) {
    outbox.put(
        new Outgoing(
            "event.confirmation",
            to,
            NAME,
            occasion,
            Outgoing.Kind.SERVICE,
            Locale.SIMPLIFIED_CHINESE,
            person,
            new MailText("欧阳若水，您已报名", List.of("欧阳若水您好"), null, null),
            null,
            Instant.parse("2126-01-01T00:00:00Z"),
            null,
            null,
            null));
  }

  private void visits(UUID person) {
    UUID browser = UUID.randomUUID();
    UUID visit = UUID.randomUUID();
    String url = "https://www.example.com/?mail=ouyang@example.com";
    dsl.execute(
        "insert into collect.visitor (id, first_seen_at, last_seen_at, person_id, joined_at) values"
            + " (?, now(), now(), ?, now())",
        browser,
        person);
    dsl.execute(
        "insert into collect.visit (id, visitor_id, site, started_at, ended_at, landing_url, direct,"
            + " device, person_id) values (?, ?, 'own', now(), now(), ?, true, 'desktop', ?)",
        visit,
        browser,
        url,
        person);
    dsl.execute(
        "insert into collect.visit_page (visit_id, id, happened_at, url) values (?, ?, now(), ?)",
        visit,
        UUID.randomUUID(),
        url);
    dsl.execute(
        "insert into collect.action (id, visitor_id, visit_id, site, happened_at, name, props,"
            + " person_id) values (?, ?, ?, 'own', now(), 'identify', ?::jsonb, ?)",
        UUID.randomUUID(),
        browser,
        visit,
        "{\"phone\": \"13912340001\"}",
        person);
    dsl.execute("select collect.open_day(current_date)");
    dsl.execute(
        "insert into collect.hit (position, day, id, site, name, visitor, visit, happened_at,"
            + " received_at, facts) values (1, current_date, ?, 'own', 'page', ?, ?, now(), now(),"
            + " ?::jsonb)",
        UUID.randomUUID(),
        browser,
        visit,
        "{\"url\": \"" + url + "\"}");
    dsl.execute(
        "insert into collect.quarantined (id, site, step, reason, pointer, body, circumstances,"
            + " received_at) values (?, 'own', 'check', 'shape', '', ?, '{}', now())",
        UUID.randomUUID(),
        "{\"phone\": \"" + PHONE + "\"}");
  }

  private void events(UUID person) {
    UUID event = UUID.randomUUID();
    UUID attendee = UUID.randomUUID();
    UUID campaign = campaigns.named(List.of("沙龙"), true).get("沙龙");
    dsl.execute(
        "insert into events.event (id, title, slug, language, format, starts_at, ends_at,"
            + " campaign_id, created_at, changed_at) values (?, '沙龙', 'salon', 'zh-CN', 'online',"
            + " now(), now() + interval '1 hour', ?, now(), now())",
        event,
        campaign);
    dsl.execute(
        "insert into events.attendee (id, event_id, person_id, status, way, language, token,"
            + " registered_at) values (?, ?, ?, 'approved', 'form', 'zh-CN', ?, now())",
        attendee,
        event,
        person,
        UUID.randomUUID().toString());
    for (int i = 0; i < 2; i++) {
      dsl.execute(
          "insert into events.presence (id, event_id, line_key, attendee_id, kind, name, phone,"
              + " email, seconds, created_at) values (?, ?, ?, ?, 'live', ?, ?, ?, 60, now())",
          UUID.randomUUID(),
          event,
          "13912340001|" + i,
          i == 0 ? attendee : null,
          NAME,
          PHONE,
          EMAIL);
    }
  }

  private void tasks(LeadRow lead, UUID member) {
    dsl.execute(
        "insert into tasks.task (id, kind, member_id, lead_id, about, notes, due_at, origin) values"
            + " (?, 'contact', ?, ?, ?, ?, now(), ?)",
        UUID.randomUUID(),
        member,
        lead.id(),
        NAME,
        "致电 13912340001",
        "list:13912340001");
  }

  private void wecom(UUID person, UUID lead) {
    UUID connection = UUID.randomUUID();
    UUID contact = UUID.randomUUID();
    UUID follower = UUID.randomUUID();
    dsl.execute(
        "insert into wecom.connection (id, kind, name, app_id, since) values (?, 'wecom', '企业',"
            + " 'ww1', now())",
        connection);
    dsl.execute(
        "insert into wecom.contact (id, connection_id, external_id, union_id, name, person_id,"
            + " lead_id) values (?, ?, 'wm-ouyang', 'un-ouyang', ?, ?, ?)",
        contact,
        connection,
        NAME,
        person,
        lead);
    dsl.execute(
        "insert into wecom.follow (id, contact_id, user_id, remark, remark_mobiles) values (?, ?,"
            + " 'liu', ?, array['13912340001'])",
        UUID.randomUUID(),
        contact,
        NAME);
    dsl.execute(
        "insert into wecom.follower (id, connection_id, source, account, open_id, union_id, name,"
            + " last_seen_at, person_id) values (?, ?, 'official', 'wx1', 'op-ouyang', 'un-ouyang',"
            + " ?, now(), ?)",
        follower,
        connection,
        NAME,
        person);
    dsl.execute(
        "insert into wecom.follower_move (id, follower_id, move, happened_at, what) values (?, ?,"
            + " 'message', now(), '我是欧阳若水 13912340001')",
        UUID.randomUUID(),
        follower);
    dsl.execute(
        "insert into wecom.incoming (id, connection_id, hash, event, content, happened_at,"
            + " received_at, state, due_at) values (?, ?, 'x'::bytea, 'add',"
            + " '<ExternalUserID>wm-ouyang</ExternalUserID>', now(), now(), 'done', now())",
        UUID.randomUUID(),
        connection);
    dsl.execute(
        "insert into wecom.welcome (id, connection_id, to_id, state, received_at, deadline_at)"
            + " values (?, ?, 'wm-ouyang', 'sent', now(), now())",
        UUID.randomUUID(),
        connection);
  }

  private void deals(UUID lead) {
    UUID deal = UUID.randomUUID();
    dsl.execute(
        "insert into deals.opportunity (id, lead_id, name, stage, amount_fen, opened_at,"
            + " loss_reason) values (?, ?, '鸿图（欧阳若水）', 'won', 1000, now(), '欧阳若水离职')",
        deal,
        lead);
    dsl.execute(
        "insert into deals.contract (id, opportunity_id, lead_id, signed_at, amount_fen) values (?,"
            + " ?, ?, now(), 1000)",
        UUID.randomUUID(),
        deal,
        lead);
    dsl.execute(
        "insert into deals.poc (id, opportunity_id, started_at, failure_reason) values (?, ?, now(),"
            + " '欧阳若水不在')",
        UUID.randomUUID(),
        deal);
    dsl.execute(
        "insert into deals.replaced (import_id, opportunity_id, before) values (?, ?, ?::jsonb)",
        UUID.randomUUID(),
        deal,
        "{\"name\": \"欧阳若水\"}");
  }

  private void others(LeadRow lead, UUID member) {
    UUID link = UUID.randomUUID();
    dsl.execute(
        "insert into leads.list_question (id, import_id, row_number, source, source_key,"
            + " content_hash, list_case, told, talked, asked_at) values (?, ?, 1, 'list', 'made:x',"
            + " 'x'::bytea, 'new', ?::jsonb, false, now())",
        UUID.randomUUID(),
        UUID.randomUUID(),
        "{\"raw\": {\"手机\": \"139 1234 0001\", \"姓名\": \"欧阳若水\"}, \"facts\": {\"phone\":"
            + " \"+8613912340001\"}}");
    dsl.execute(
        "insert into workspace.saved_view (id, member_id, page, name, filter) values (?, ?,"
            + " 'leads', '他', ?::jsonb)",
        UUID.randomUUID(),
        member,
        "{\"q\": \"13912340001\"}");
    dsl.execute(
        "insert into capture.submission (id, way, status, submitted_at, language, answers, facts,"
            + " key_id, call_key, call_hash) values (?, 'api', 'held', now(), 'zh-CN', ?::jsonb,"
            + " ?::jsonb, null, '13912340001', 'x'::bytea)",
        UUID.randomUUID(),
        "{\"name\": [\"欧阳若水\"]}",
        "{\"phone\": \"+8613912340001\"}");
    dsl.execute(
        "insert into links.link (id, code, name, target, page, created_by_name, created_at) values"
            + " (?, 'abc', '短信', 'https://a.cn', 'https://a.cn', 'x', now())",
        link);
    dsl.execute(
        "insert into links.bearer (id, link_id, person_id, message, created_at, expires_at,"
            + " visitor_id) values (1, ?, ?, 'm', now(), now() + interval '1 day', ?)",
        link,
        lead.personId(),
        UUID.randomUUID());
    dsl.execute(
        "insert into messaging.smtp_test (id, at, by_name, recipient, answer) values (?, now(), 'x',"
            + " 'ouyang@example.com', 'ok ouyang@example.com')",
        UUID.randomUUID());
    dsl.execute(
        "insert into leads.touch (id, person_id, lead_id, scene, happened_at, detail, utm) values"
            + " (?, ?, ?, 'form', now(), ?::jsonb, ?::jsonb)",
        UUID.randomUUID(),
        lead.personId(),
        lead.id(),
        "{\"need\": \"欧阳若水想看演示\", \"form\": \"demo\"}",
        "{\"term\": \"ouyang@example.com\"}");
  }
}
