package io.leadwell.pool.qualification;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.Role;
import io.leadwell.pool.qualification.MqlDefinition.Signature;
import io.leadwell.pool.qualification.MqlDefinition.State;
import io.leadwell.tables.qualification.tables.records.DefinitionRow;
import io.leadwell.tables.qualification.tables.records.SignatureRow;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * What an MQL is, in versions. Only one is being written at a time; it is in force once the heads
 * of marketing and of sales have both signed the very same words.
 */
@Service
public class MqlDefinitions {

  private static final Set<Role> SIGNERS = Set.of(Role.MARKETING_HEAD, Role.SALES_HEAD);
  private static final int LONGEST = 4_000;
  private static final int MOST_REQUIRED = 30;

  private final DefinitionStore store;
  private final DefinitionRules rules;
  private final Members members;
  private final Audit audit;
  private final Clock clock;

  MqlDefinitions(
      DefinitionStore store, DefinitionRules rules, Members members, Audit audit, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.members = members;
    this.audit = audit;
    this.clock = clock;
  }

  /** All versions there were, newest first. */
  @Transactional(readOnly = true)
  public List<MqlDefinition> all() {
    List<DefinitionRow> rows = store.all();
    var signatures = store.signatures();
    Map<UUID, Integer> leads = store.leads();
    Set<UUID> people = new HashSet<>();
    rows.stream()
        .filter(row -> row.getCreatedBy() != null)
        .forEach(row -> people.add(row.getCreatedBy()));
    Map<UUID, String> names = members.names(people);
    return rows.stream()
        .map(row ->
            definition(
                row,
                row.getCreatedBy() == null ? null : names.get(row.getCreatedBy()),
                signatures.containsKey(row.getId()) ? signatures.get(row.getId()) : List.of(),
                leads.getOrDefault(row.getId(), 0)))
        .toList();
  }

  /** Begins a version. */
  @Transactional
  public MqlDefinition draft(String said, JsonNode rule, List<String> required, Caller who) {
    if (store.hasDraft()) {
      throw new Problem(QualificationProblem.DEFINITION_DRAFTED);
    }
    String words = checked(said, required);
    try {
      UUID id =
          store.add(
              words, rules.checked(rule, required), required, who.memberId(), clock.instant());
      return recorded(who, "mql.drafted", id);
    } catch (DuplicateKeyException e) {
      throw new Problem(QualificationProblem.DEFINITION_DRAFTED);
    }
  }

  /** Nobody signed it yet: what is signed is not changed behind the signature. */
  @Transactional
  public MqlDefinition change(
      UUID id, String said, JsonNode rule, List<String> required, Caller who) {
    drafted(id);
    if (store.signatures(id) > 0) {
      throw new Problem(QualificationProblem.DEFINITION_SIGNED);
    }
    String words = checked(said, required);
    store.change(id, words, rules.checked(rule, required), required, clock.instant());
    return recorded(who, "mql.changed", id);
  }

  @Transactional
  public void discard(UUID id, Caller who) {
    drafted(id);
    store.discard(id, clock.instant());
    recorded(who, "mql.discarded", id);
  }

  /** With the second signature the version is in force. */
  @Transactional
  public MqlDefinition sign(UUID id, Caller who) {
    drafted(id);
    Member signer = signer(who);
    store.sign(id, signer.role().word(), signer.id(), signer.name(), clock.instant());
    if (store.signatures(id) == SIGNERS.size()) {
      store.putInForce(id, clock.instant());
    }
    return recorded(who, "mql.signed", id);
  }

  /** As long as the other one has not signed. */
  @Transactional
  public MqlDefinition unsign(UUID id, Caller who) {
    drafted(id);
    store.unsign(id, signer(who).role().word());
    return recorded(who, "mql.unsigned", id);
  }

  private Member signer(Caller who) {
    Member member = who.memberId() == null ? null : members.find(who.memberId()).orElse(null);
    if (member == null || !member.active() || !SIGNERS.contains(member.role())) {
      throw new Problem(QualificationProblem.SIGNING_NOT_ALLOWED);
    }
    return member;
  }

  /** Held until the transaction ends: of two who sign at once, the second sees the first. */
  private DefinitionRow drafted(UUID id) {
    DefinitionRow row =
        store.locked(id).orElseThrow(() -> new Problem(QualificationProblem.DEFINITION_NOT_FOUND));
    if (state(row) != State.DRAFT) {
      throw new Problem(QualificationProblem.DEFINITION_SETTLED);
    }
    return row;
  }

  private static String checked(String said, List<String> required) {
    String words = said.strip();
    if (words.isEmpty() || words.length() > LONGEST) {
      throw Problem.field(
          QualificationProblem.DEFINITION_INVALID, "said", "qualification.said", LONGEST);
    }
    if (required.size() > MOST_REQUIRED || new HashSet<>(required).size() < required.size()) {
      throw Problem.field(
          QualificationProblem.DEFINITION_INVALID,
          "required",
          "qualification.required",
          MOST_REQUIRED);
    }
    return words;
  }

  private MqlDefinition recorded(Caller who, String deed, UUID id) {
    MqlDefinition definition =
        all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    audit.record(
        who,
        deed,
        "mql_definition",
        id.toString(),
        "v" + definition.version(),
        Map.of("state", definition.state().word()));
    return definition;
  }

  static State state(DefinitionRow row) {
    if (row.getDiscardedAt() != null) {
      return State.DISCARDED;
    }
    if (row.getInForceAt() == null) {
      return State.DRAFT;
    }
    return row.getReplacedAt() == null ? State.IN_FORCE : State.REPLACED;
  }

  private static MqlDefinition definition(
      DefinitionRow row, @Nullable String by, List<SignatureRow> signatures, int leads) {
    Instant created = row.getCreatedAt();
    return new MqlDefinition(
        row.getId(),
        row.getVersion(),
        state(row),
        row.getSaid(),
        row.getRule().data(),
        List.of(row.getRequired()),
        by,
        created,
        row.getInForceAt(),
        row.getReplacedAt(),
        signatures.stream()
            .map(each -> new Signature(each.getRole(), each.getSignedBy(), each.getSignedAt()))
            .toList(),
        leads);
  }
}
