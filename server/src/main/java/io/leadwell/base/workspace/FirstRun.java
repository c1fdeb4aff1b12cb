package io.leadwell.base.workspace;

import io.leadwell.base.platform.DataFolder;
import io.leadwell.base.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first-run set-up: opens the workspace and makes its first administrator, for whoever can read
 * the one-time code in the data folder.
 */
@Service
public class FirstRun {

  private static final Logger LOG = LoggerFactory.getLogger(FirstRun.class);
  private static final String ATTEMPTS = "set-up";
  private static final int CODE_LENGTH = 20;

  /** What the first administrator fills in. */
  public record Draft(
      String code,
      String workspaceName,
      String name,
      String email,
      String password,
      String locale) {}

  private final PrivateFile file;
  private final Workspaces workspaces;
  private final Members members;
  private final Sessions sessions;
  private final Attempts attempts;
  private final TransactionTemplate transaction;

  FirstRun(
      DataFolder data,
      Workspaces workspaces,
      Members members,
      Sessions sessions,
      Attempts attempts,
      TransactionTemplate transaction) {
    this.file = new PrivateFile(data.path().resolve("setup-code"));
    this.workspaces = workspaces;
    this.members = members;
    this.sessions = sessions;
    this.attempts = attempts;
    this.transaction = transaction;
  }

  /** Makes the code when the workspace isn't open yet; a code made before stays good. */
  @EventListener(ApplicationReadyEvent.class)
  void prepare() {
    if (workspaces.current().isPresent()) {
      file.delete();
      return;
    }
    if (file.read().isEmpty()) {
      file.write(Secrets.readable(CODE_LENGTH) + "\n");
    }
    LOG.info("First run: open /setup?code={} to make the first administrator", file.read());
  }

  @TransactionalEventListener
  void opened(WorkspaceOpened event) {
    file.delete();
    LOG.info("The workspace {} is open", event.workspace().name());
  }

  /** Of several at once one succeeds; the others are told that the set-up is done. */
  public SignedIn open(Draft draft, Visitor visitor) {
    refuseWhenOpen();
    attempts.check(ATTEMPTS, visitor.ip());
    String code = file.read();
    if (code.isEmpty() || !Secrets.same(code, draft.code().strip())) {
      // The code goes when somebody else succeeds, perhaps since we looked.
      refuseWhenOpen();
      attempts.failed(ATTEMPTS, visitor.ip());
      throw new Problem(WorkspaceProblem.WRONG_SETUP_CODE);
    }
    SignedIn admin =
        transaction.execute(t -> {
          workspaces.open(draft.workspaceName(), MoneyUnit.WAN, false);
          Member member =
              members.join(
                  new NewMember(
                      draft.name(),
                      draft.email(),
                      draft.password(),
                      Role.ADMIN,
                      null,
                      null,
                      null,
                      false,
                      draft.locale()),
                  Caller.system());
          return sessions.begin(member, null, visitor);
        });
    attempts.succeeded(ATTEMPTS);
    return admin;
  }

  private void refuseWhenOpen() {
    if (workspaces.current().isPresent()) {
      throw new Problem(WorkspaceProblem.ALREADY_SET_UP);
    }
  }
}
