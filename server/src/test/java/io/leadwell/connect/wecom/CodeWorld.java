package io.leadwell.connect.wecom;

import io.leadwell.base.workspace.Caller;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A company that makes codes of channels. */
abstract class CodeWorld {

  static final String ADD = "/cgi-bin/externalcontact/add_contact_way";

  @Autowired Connections connections;
  @Autowired Codes codes;
  @Autowired Colleagues colleagues;
  @LocalServerPort int port;

  Corp corp;

  @BeforeEach
  void open() {
    corp = Corp.wecom(connections, port);
    colleagues.refresh(corp.connection, Caller.system());
  }

  CodeDraft draft(CodeKind kind, String name, List<String> users) {
    return new CodeDraft(corp.connection, kind, name, null, null, users, true, null, null, null);
  }

  Code add(CodeKind kind, String name) {
    return codes.add(draft(kind, name, List.of("zhangsan", "lisi")), Caller.system());
  }
}
