package io.leadwell.base.workspace;

import io.leadwell.base.platform.DataFolder;
import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the command line where the running server is and how to speak to it. */
@Component
class ServerFile {

  private final PrivateFile file;
  private final ShellKey key;
  private final JsonMapper json;

  ServerFile(DataFolder data, ShellKey key, JsonMapper json) {
    this.file = new PrivateFile(data.path().resolve("server.json"));
    this.key = key;
    this.json = json;
  }

  @EventListener
  void webServerStarted(WebServerInitializedEvent event) {
    // The management server, where it has a port of its own, is not the one to speak to.
    if (event.getApplicationContext().getServerNamespace() != null) {
      return;
    }
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("url", "http://127.0.0.1:" + event.getWebServer().getPort());
    said.put("pid", ProcessHandle.current().pid());
    said.put("key", key.key());
    file.write(json.writeValueAsString(said));
  }

  @PreDestroy
  void stopped() {
    file.delete();
  }
}
