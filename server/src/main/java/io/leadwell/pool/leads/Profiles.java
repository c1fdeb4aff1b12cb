package io.leadwell.pool.leads;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.leads.LeadProfile.FactTold;
import io.leadwell.pool.leads.LeadProfile.Identifier;
import io.leadwell.pool.leads.LeadStore.Found;
import io.leadwell.pool.leads.ProfileStore.FileRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of a lead; what happened is told by {@link Timelines}. */
@Service
public class Profiles {

  private final LeadStore leads;
  private final LeadRows rows;
  private final ProfileStore store;
  private final RecordStore records;
  private final Companies companies;
  private final Imports imports;
  private final FactWords words;
  private final SurvivorshipStore survivorship;

  Profiles(
      LeadStore leads,
      LeadRows rows,
      ProfileStore store,
      RecordStore records,
      Companies companies,
      Imports imports,
      FactWords words,
      SurvivorshipStore survivorship) {
    this.leads = leads;
    this.rows = rows;
    this.store = store;
    this.records = records;
    this.companies = companies;
    this.imports = imports;
    this.words = words;
    this.survivorship = survivorship;
  }

  @Transactional(readOnly = true)
  public LeadProfile of(UUID leadId, Caller reader) {
    Found lead = found(leadId, reader);
    Map<UUID, String> members = rows.memberNames();
    return new LeadProfile(
        rows.of(lead, reader),
        new LeadProfile.Person(
            lead.personId(),
            lead.name(),
            store.identifiers(lead.personId()).stream().map(i -> masked(i, reader)).toList(),
            rows.of(leads.ofPerson(lead.personId(), reader.visible()), reader)),
        lead.companyId() == null ? null : companies.row(lead.companyId(), reader),
        facts(lead, reader),
        store.ledger(leadId, members));
  }

  private List<FactTold> facts(Found lead, Caller reader) {
    List<Golden.Live> live =
        records.live(Set.of(lead.personId())).stream()
            .filter(r -> r.leadId() == null || r.leadId().equals(lead.id()))
            .toList();
    FactWords.Reading reading = words.reading(reader);
    Map<UUID, FileRow> fileRows = store.fileRows(live.stream().map(Golden.Live::recordId).toList());
    Map<UUID, String> files =
        imports.fileNames(fileRows.values().stream().map(FileRow::importId).distinct().toList());
    List<FactTold> told = new ArrayList<>();
    Golden golden = Golden.fold(live, survivorship.rules());
    Map<String, Golden.Won> winners = new HashMap<>(golden.customWinners());
    golden.winners().forEach((fact, won) -> winners.put(fact.word(), won));
    winners.forEach((field, won) -> {
      String shown = reading.shown(field, won.value());
      if (!shown.isEmpty() && !field.equals(Fact.CAMPAIGN_ID.word())) {
        FileRow row = fileRows.get(won.from().recordId());
        told.add(
            new FactTold(
                field,
                shown,
                won.from().source(),
                row == null ? null : files.get(row.importId()),
                row == null ? null : row.row(),
                won.from().receivedAt()));
      }
    });
    told.sort(Comparator.comparing(FactTold::field));
    return told;
  }

  static Identifier masked(Identifier identifier, Caller reader) {
    boolean whole = reader.may(Permission.CONTACT_REVEAL);
    String value =
        switch (identifier.kind()) {
          case "phone" -> String.valueOf(Contact.phone(identifier.value(), whole));
          case "email" -> String.valueOf(Contact.email(identifier.value(), whole));
          default -> identifier.value();
        };
    return new Identifier(
        identifier.kind(),
        value,
        identifier.trust(),
        identifier.verifiedAt(),
        identifier.firstSeenAt());
  }

  private Found found(UUID id, Caller reader) {
    return leads
        .find(id, reader.visible())
        .orElseThrow(() -> new Problem(LeadsProblem.LEAD_NOT_FOUND));
  }
}
