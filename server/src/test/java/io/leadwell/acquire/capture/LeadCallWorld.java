package io.leadwell.acquire.capture;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.Role;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.testing.Browser;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A system that brings leads with a key. */
abstract class LeadCallWorld {

  @Autowired FormWorld world;
  @Autowired Keys keys;
  @Autowired Leads leads;
  @Autowired DSLContext dsl;
  @LocalServerPort int port;

  String key = "";

  @BeforeEach
  void open() {
    world.open();
    key = keys.create("官网", Role.MARKETER, null, Caller.system()).secret();
  }

  Browser caller(String callKey) {
    return new Browser(port)
        .with("Authorization", "Bearer " + key)
        .with("Accept-Language", "en")
        .with("Idempotency-Key", callKey);
  }

  static Map<String, Object> body(Object... pairs) {
    Map<String, Object> body = new HashMap<>(Map.of("name", "王伟", "phone", "138 0013 8000"));
    for (int i = 0; i < pairs.length; i += 2) {
      body.put((String) pairs[i], pairs[i + 1]);
    }
    return body;
  }

  LeadRow lead(Browser.Answer answer) {
    return leads.get(UUID.fromString(answer.json().path("leadId").asString()), Caller.system());
  }
}
