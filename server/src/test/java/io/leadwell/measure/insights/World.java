package io.leadwell.measure.insights;

import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.workspace.Tables.MEMBER;

import io.leadwell.base.platform.Ids;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A small world of leads and contracts, kept beside the database for a plain recount. */
final class World {

  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** A lead; {@code own} has its entries into the seven stages, null where it skipped one. */
  record Lead(
      UUID id,
      UUID person,
      @Nullable UUID company,
      @Nullable UUID channel,
      @Nullable UUID campaign,
      @Nullable String content,
      @Nullable String province,
      @Nullable UUID owner,
      @Nullable UUID sdr,
      Instant firstContact,
      @Nullable Instant[] own) {

    @Nullable Instant at(int stage) {
      for (int i = stage; i < own.length; i++) {
        if (own[i] != null) {
          return own[i];
        }
      }
      return stage == 0 ? firstContact : null;
    }
  }

  record Contract(UUID id, Lead lead, Instant signed, long fen) {}

  final List<Lead> leads = new ArrayList<>();
  final List<Contract> contracts = new ArrayList<>();
  private final DSLContext dsl;

  World(DSLContext dsl) {
    this.dsl = dsl;
  }

  UUID member(String name) {
    UUID id = Ids.next();
    dsl.insertInto(MEMBER)
        .set(MEMBER.ID, id)
        .set(MEMBER.NAME, name)
        .set(MEMBER.ROLE, "salesperson")
        .set(MEMBER.SCOPE, "self")
        .execute();
    return id;
  }

  UUID company(String name) {
    UUID id = Ids.next();
    dsl.insertInto(COMPANY)
        .set(COMPANY.ID, id)
        .set(COMPANY.NAME, name)
        .set(COMPANY.NAME_KEY, name)
        .execute();
    return id;
  }

  Lead lead(Lead lead) {
    dsl.insertInto(PERSON).set(PERSON.ID, lead.person()).set(PERSON.NAME, "某人").execute();
    @Nullable Instant[] own = lead.own();
    dsl.insertInto(LEAD)
        .set(LEAD.ID, lead.id())
        .set(LEAD.PERSON_ID, lead.person())
        .set(LEAD.COMPANY_ID, lead.company())
        .set(LEAD.CHANNEL_ID, lead.channel())
        .set(LEAD.CAMPAIGN_ID, lead.campaign())
        .set(LEAD.CONTENT, lead.content())
        .set(LEAD.PROVINCE, lead.province())
        .set(LEAD.OWNER_ID, lead.owner())
        .set(LEAD.SDR_ID, lead.sdr())
        .set(LEAD.FIRST_CONTACT_AT, lead.firstContact())
        .set(LEAD.LAST_TOUCH_AT, lead.firstContact())
        .set(LEAD.STAGE, own[6] != null ? "won" : "lead")
        .set(LEAD.STAGE_SINCE, lead.firstContact())
        .set(LEAD.LEAD_AT, own[0])
        .set(LEAD.MQL_AT, own[1])
        .set(LEAD.SAL_AT, own[2])
        .set(LEAD.SQL_AT, own[3])
        .set(LEAD.OPPORTUNITY_AT, own[4])
        .set(LEAD.POC_AT, own[5])
        .set(LEAD.WON_AT, own[6])
        .execute();
    leads.add(lead);
    return lead;
  }

  /** A lead without anything but a channel and its own entries. */
  Lead lead(@Nullable UUID channel, Instant firstContact, @Nullable Instant... own) {
    @Nullable Instant[] seven = new @Nullable Instant[7];
    System.arraycopy(own, 0, seven, 0, own.length);
    return lead(
        new Lead(
            Ids.next(),
            Ids.next(),
            null,
            channel,
            null,
            null,
            null,
            null,
            null,
            firstContact,
            seven));
  }

  void contract(Lead lead, Instant signed, long fen) {
    UUID opportunity = Ids.next();
    dsl.insertInto(OPPORTUNITY)
        .set(OPPORTUNITY.ID, opportunity)
        .set(OPPORTUNITY.LEAD_ID, lead.id())
        .set(OPPORTUNITY.NAME, "商机")
        .set(OPPORTUNITY.STAGE, "won")
        .set(OPPORTUNITY.OPENED_AT, signed)
        .execute();
    UUID id = Ids.next();
    dsl.insertInto(CONTRACT)
        .set(CONTRACT.ID, id)
        .set(CONTRACT.OPPORTUNITY_ID, opportunity)
        .set(CONTRACT.LEAD_ID, lead.id())
        .set(CONTRACT.SIGNED_AT, signed)
        .set(CONTRACT.AMOUNT_FEN, fen)
        .execute();
    contracts.add(new Contract(id, lead, signed, fen));
  }

  static String month(Instant at) {
    return java.time.YearMonth.from(at.atZone(SHANGHAI)).toString();
  }
}
