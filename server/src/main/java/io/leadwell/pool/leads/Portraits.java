package io.leadwell.pool.leads;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.LeadStore.Found;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Portraits of people and companies, over the leads a reader may see. */
@Service
public class Portraits {

  private final Subjects subjects;
  private final PortraitStore store;
  private final LeadStore leads;
  private final Campaigns campaigns;

  Portraits(Subjects subjects, PortraitStore store, LeadStore leads, Campaigns campaigns) {
    this.subjects = subjects;
    this.store = store;
    this.leads = leads;
    this.campaigns = campaigns;
  }

  /** The person behind a lead. */
  @Transactional(readOnly = true)
  public Portrait ofPerson(UUID lead, Caller reader) {
    TimelineSubject subject = subjects.person(lead, reader);
    Found found = leads.find(lead, reader.visible()).orElseThrow();
    return new Portrait(
        store.read(subject.own()),
        tookPart(subject),
        store.related(found.personId(), found.companyId(), reader));
  }

  @Transactional(readOnly = true)
  public Portrait ofCompany(UUID company, Caller reader) {
    TimelineSubject subject = subjects.company(company, reader);
    return new Portrait(store.read(subject.own()), tookPart(subject), List.of());
  }

  private List<Portrait.TookPart> tookPart(TimelineSubject subject) {
    List<PortraitStore.Part> parts = store.tookPart(subject.own());
    Map<UUID, String> names =
        campaigns.names(parts.stream().map(PortraitStore.Part::campaign).toList());
    return parts.stream()
        .map(part ->
            new Portrait.TookPart(
                part.campaign(),
                names.getOrDefault(part.campaign(), ""),
                part.scenes(),
                part.touches(),
                part.firstAt(),
                part.lastAt()))
        .toList();
  }
}
