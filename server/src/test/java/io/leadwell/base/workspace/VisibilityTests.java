package io.leadwell.base.workspace;

import static io.leadwell.base.workspace.Workplace.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.testing.OnPostgres;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 销售部 with 华东 and 上海 below it; 市场部 aside. */
@OnPostgres
class VisibilityTests {

  private static final Caller SYSTEM = Caller.system();
  private static final UUID NONE = new UUID(0, 0);

  @Autowired private Members members;
  @Autowired private Departments departments;
  @Autowired private Visibility visibility;
  private UUID sales = NONE;
  private UUID head = NONE;
  private UUID lead = NONE;
  private UUID seller = NONE;
  private UUID colleague = NONE;

  @BeforeEach
  void found() {
    sales = departments.add("销售部", null, SYSTEM).id();
    UUID east = departments.add("华东", sales, SYSTEM).id();
    UUID shanghai = departments.add("上海", east, SYSTEM).id();
    UUID marketing = departments.add("市场部", null, SYSTEM).id();
    head = join("head", Scope.REPORTS, sales, null);
    lead = join("lead", Scope.DEPARTMENT_BELOW, east, head);
    seller = join("seller", Scope.SELF, shanghai, lead);
    colleague = join("colleague", Scope.DEPARTMENT, shanghai, null);
    join("marketer", Scope.ALL, marketing, null);
  }

  private UUID join(
      String name, Scope scope, UUID department, @org.jspecify.annotations.Nullable UUID manager) {
    return members
        .join(person(name + "@example.com", Role.SALESPERSON, scope, department, manager), SYSTEM)
        .id();
  }

  private Set<UUID> seenBy(UUID id) {
    Visible visible = visibility.of(members.find(id).orElseThrow());
    return visible instanceof Visible.OwnedBy owned ? owned.members() : Set.of();
  }

  @Test
  void self_is_oneself() {
    assertThat(seenBy(seller)).containsExactly(seller);
  }

  @Test
  void reports_go_down_the_tree_of_managers() {
    assertThat(seenBy(head)).containsExactlyInAnyOrder(head, lead, seller);
  }

  @Test
  void a_department_is_those_in_it_and_not_those_below() {
    assertThat(seenBy(colleague)).containsExactlyInAnyOrder(seller, colleague);
  }

  @Test
  void with_those_below_it_goes_down_all_levels() {
    assertThat(seenBy(lead)).containsExactlyInAnyOrder(lead, seller, colleague);
  }

  @Test
  void all_is_everything() {
    UUID boss = join("boss", Scope.ALL, sales, null);
    assertThat(visibility.of(members.find(boss).orElseThrow())).isEqualTo(Visible.everything());
  }

  @Test
  void without_a_department_only_oneself_is_left() {
    UUID lone =
        members
            .join(
                person("lone@example.com", Role.SALES_HEAD, Scope.DEPARTMENT_BELOW, null, null),
                SYSTEM)
            .id();
    assertThat(seenBy(lone)).containsExactly(lone);
  }
}
