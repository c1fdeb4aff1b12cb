package io.leadwell.demo;

import io.leadwell.base.platform.DataFolder;
import io.leadwell.base.platform.StartRefused;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Workspace;
import io.leadwell.base.workspace.Workspaces;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Fills an empty installation with the demo company when the server is started for a demonstration,
 * and never touches a real one. Readiness waits for it.
 */
@Component
@ConditionalOnProperty("leadwell.demo")
class Demo implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

  private final Workspaces workspaces;
  private final DemoStaff staff;
  private final DemoStory story;
  private final DemoAgreement agreement;
  private final DemoContent content;
  private final DemoTraffic traffic;
  private final DemoForms forms;
  private final DemoEvents events;
  private final DemoWecom wecom;
  private final DataFolder data;

  Demo(
      Workspaces workspaces,
      DemoStaff staff,
      DemoStory story,
      DemoAgreement agreement,
      DemoContent content,
      DemoTraffic traffic,
      DemoForms forms,
      DemoEvents events,
      DemoWecom wecom,
      DataFolder data) {
    this.workspaces = workspaces;
    this.staff = staff;
    this.story = story;
    this.agreement = agreement;
    this.content = content;
    this.traffic = traffic;
    this.forms = forms;
    this.events = events;
    this.wecom = wecom;
    this.data = data;
  }

  @Override
  public void run(ApplicationArguments arguments) throws InterruptedException {
    Optional<Workspace> current = workspaces.current();
    if (current.isPresent() && !current.get().demo()) {
      throw new StartRefused(
          "The data folder "
              + data.path()
              + " holds a real company. The demonstration needs a folder of its own: choose one"
              + " with --data, or start without --demo.");
    }
    Caller system = Caller.system();
    if (current.isEmpty()) {
      LOG.info("Making the demo company; this takes a moment the first time.");
      staff.open(system);
    }
    agreement.tell(system);
    story.tell(system);
    content.tell(system);
    forms.tell(traffic.tell(DemoShelf.ALL, system), system);
    events.tell(system);
    wecom.tell(system);
  }
}
