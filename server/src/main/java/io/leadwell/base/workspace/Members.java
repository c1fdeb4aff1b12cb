package io.leadwell.base.workspace;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the workspace. */
@Service
public class Members {

  private static final int NAME_LENGTH = 80;

  private final MemberStore store;
  private final MemberChanges changes;

  Members(MemberStore store, MemberChanges changes) {
    this.store = store;
    this.changes = changes;
  }

  /** Adds a member; one with e-mail and password can sign in at once. */
  @Transactional
  public Member join(NewMember member, Caller who) {
    return changes.join(member, who);
  }

  /** The last active administrator keeps the role and stays active. */
  @Transactional
  public Member change(UUID id, MemberChange change, Caller who) {
    return changes.change(id, change, who);
  }

  /**
   * Members change their own name, language and password.
   *
   * @param token of the session that asks; a new password ends all the others
   */
  @Transactional
  public Member changeOwn(OwnChange change, @Nullable String token, Caller who) {
    return changes.changeOwn(change, token, who);
  }

  /** What a new password is measured by. */
  public static PasswordLength passwordLength() {
    return Passwords.LENGTH;
  }

  public Optional<Member> find(UUID id) {
    return store.find(id);
  }

  public List<Member> all() {
    return store.all();
  }

  /** Names by id; unknown ids have no entry. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : store.names(ids);
  }

  /**
   * Members by the names or e-mail addresses as given, folded in case. The rest become members
   * known by name only, who cannot sign in; two imports naming the same stranger make one.
   */
  @Transactional
  public Map<String, UUID> knownAs(Collection<String> names, Role role) {
    Map<String, String> foldedByName = new LinkedHashMap<>();
    for (String name : names) {
      if (!name.isBlank()) {
        foldedByName.put(name, MemberStore.folded(name));
      }
    }
    if (foldedByName.isEmpty()) {
      return Map.of();
    }
    Map<String, UUID> known = store.byFoldedNames(foldedByName.values());
    boolean made = false;
    for (Map.Entry<String, String> name : foldedByName.entrySet()) {
      if (!known.containsKey(name.getValue())) {
        String shown = name.getKey().strip();
        store.addKnownByName(shown.substring(0, Math.min(NAME_LENGTH, shown.length())), role);
        made = true;
      }
    }
    Map<String, UUID> all = made ? store.byFoldedNames(foldedByName.values()) : known;
    Map<String, UUID> ids = new HashMap<>();
    foldedByName.forEach((name, folded) -> {
      UUID id = all.get(folded);
      if (id != null) {
        ids.put(name, id);
      }
    });
    return ids;
  }
}
