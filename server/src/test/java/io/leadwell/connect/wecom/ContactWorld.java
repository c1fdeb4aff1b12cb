package io.leadwell.connect.wecom;

import static io.leadwell.tables.leads.Tables.LEAD;

import io.leadwell.base.workspace.Caller;
import io.leadwell.demo.tencent.StandInCorp.Bond;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A company whose colleagues have one contact in WeCom. */
abstract class ContactWorld {

  static final Instant NOW = Corp.NOW;
  static final String WANG = "wmWang";

  @Autowired Connections connections;
  @Autowired Colleagues colleagues;
  @Autowired CatchUp catchUp;
  @Autowired IncomingWork work;
  @Autowired Leads leads;
  @Autowired DSLContext dsl;
  @LocalServerPort int port;

  Corp corp;

  @BeforeEach
  void open() {
    corp = Corp.wecom(connections, port);
  }

  void settle() {
    Corp.settle(dsl, work);
  }

  LeadRow lead() {
    return leads.get(dsl.select(LEAD.ID).from(LEAD).fetchSingle().value1(), Caller.system());
  }

  void edit(String remark, String phone) {
    Corp.TENCENT
        .corp()
        .meet(
            WANG,
            "小王",
            null,
            new Bond(
                "zhangsan",
                NOW.getEpochSecond(),
                null,
                1,
                remark,
                "华信机械有限公司",
                List.of(phone),
                List.of("有预算", "华东")));
  }
}
