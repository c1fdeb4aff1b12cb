package io.leadwell.pool.consent;

import io.leadwell.acquire.capture.Form;
import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.Role;
import io.leadwell.pool.imports.Import;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.imports.Mapping;
import io.leadwell.pool.leads.LeadFilter;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.testing.Browser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A company with a form that asks for consent, and people who fill it in. */
abstract class ConsentWorld {

  static final Caller WHO = Caller.system();

  @Autowired FormWorld world;
  @Autowired Consents consents;
  @Autowired Purposes purposes;
  @Autowired Suppressions suppressions;
  @Autowired Contacting contacting;
  @Autowired Erasures erasures;
  @Autowired Leads leads;
  @Autowired Imports imports;
  @Autowired Keys keys;
  @Autowired DSLContext dsl;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  private int visitors;

  @BeforeEach
  void open() {
    world.open();
  }

  @AfterEach
  void close() {
    world.close();
  }

  Browser with(Role role) {
    String key = keys.create(role.word(), role, null, WHO).secret();
    return new Browser(port).with("Authorization", "Bearer " + key);
  }

  /** Fills the form, and is the newest lead. */
  LeadRow fill(Form form, String name, String phone, String email, boolean agreed) {
    Map<String, List<String>> fields =
        agreed
            ? world.filled(form, "name", name, "phone", phone, "email", email, "_consent", "yes")
            : world.filled(form, "name", name, "phone", phone, "email", email);
    Browser.Answer answer =
        FormWorld.from(port, "10.2.3." + ++visitors).form("/p/f/" + form.slug(), fields);
    if (answer.status() >= 400) {
      throw new AssertionError(answer.text());
    }
    return called(name);
  }

  LeadRow called(String name) {
    return everybody().stream().filter(lead -> name.equals(lead.name())).findFirst().orElseThrow();
  }

  List<LeadRow> everybody() {
    return leads
        .page(LeadFilter.everything(), LeadFilter.Order.NEWEST_FIRST, null, 100, WHO)
        .items()
        .stream()
        .sorted(Comparator.comparing(LeadRow::id).reversed())
        .toList();
  }

  Import bringIn(String kind, String csv) throws InterruptedException {
    Import batch =
        imports.receive(
            WHO, kind, "线索.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    Map<String, List<String>> columns = new LinkedHashMap<>();
    batch.headers().forEach(header -> columns.put(header.name(), header.guess()));
    imports.map(batch.id(), new Mapping(columns, Map.of(), Mapping.Options.usual(), null), WHO);
    imports.await(batch.id());
    imports.commit(batch.id(), WHO);
    return imports.await(batch.id());
  }

  boolean may(Means means, UUID person, String address) {
    return contacting
        .refusal(means, Purpose.MARKETING, new Contacting.Reader(person, address))
        .isEmpty();
  }

  Purpose marketing() {
    return purposes.withKey(Purpose.MARKETING).orElseThrow();
  }

  void say(UUID person, boolean given, Instant at) {
    transaction.executeWithoutResult(_ ->
        consents.told(
            List.of(
                new Agreed(
                    person,
                    List.of(Purpose.MARKETING),
                    Set.of(Means.EMAIL),
                    given,
                    "form",
                    UUID.randomUUID(),
                    null,
                    null,
                    at))));
  }
}
