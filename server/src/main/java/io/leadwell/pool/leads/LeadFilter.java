package io.leadwell.pool.leads;

import io.leadwell.kernel.rules.Condition.Asks;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which leads a list shows. Every part is optional; parts narrow each other.
 *
 * @param channels any of these channels; the caller has added their descendants
 * @param noChannel leads whose channel is not known
 * @param reached leads that entered this stage at any time
 * @param verdict what the duplicate check said as the lead came in
 * @param from first contact on or after this day, in the workspace's zone
 * @param to first contact on or before this day
 * @param asks what else is asked, of any field that rules know
 * @param custom what is asked of a house's own fields
 */
public record LeadFilter(
    @Nullable String search,
    Set<Stage> stages,
    @Nullable Stage reached,
    Set<UUID> channels,
    boolean noChannel,
    @Nullable UUID campaign,
    boolean noCampaign,
    @Nullable String sourceClass,
    @Nullable String province,
    @Nullable String industry,
    @Nullable UUID owner,
    boolean noOwner,
    @Nullable UUID sdr,
    boolean noSdr,
    @Nullable UUID tag,
    @Nullable UUID importId,
    @Nullable UUID company,
    @Nullable String verdict,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<Asks> asks,
    List<FieldCondition> custom) {

  /** Asks nothing of what rules know, and of a house's own fields. */
  public LeadFilter(
      @Nullable String search,
      Set<Stage> stages,
      @Nullable Stage reached,
      Set<UUID> channels,
      boolean noChannel,
      @Nullable UUID campaign,
      boolean noCampaign,
      @Nullable String sourceClass,
      @Nullable String province,
      @Nullable String industry,
      @Nullable UUID owner,
      boolean noOwner,
      @Nullable UUID sdr,
      boolean noSdr,
      @Nullable UUID tag,
      @Nullable UUID importId,
      @Nullable UUID company,
      @Nullable String verdict,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    this(
        search,
        stages,
        reached,
        channels,
        noChannel,
        campaign,
        noCampaign,
        sourceClass,
        province,
        industry,
        owner,
        noOwner,
        sdr,
        noSdr,
        tag,
        importId,
        company,
        verdict,
        from,
        to,
        List.of(),
        List.of());
  }

  /** What stands for "not told" in filters on free values. */
  public static final String NONE = "none";

  /** Orders of the list; each is backed by an index. */
  public enum Sort {
    FIRST_CONTACT_AT,
    LAST_TOUCH_AT,
    REVENUE
  }

  /** An order and its direction. */
  public record Order(Sort sort, boolean descending) {

    public static final Order NEWEST_FIRST = new Order(Sort.FIRST_CONTACT_AT, true);
  }

  public static LeadFilter everything() {
    return new LeadFilter(
        null, Set.of(), null, Set.of(), false, null, false, null, null, null, null, false, null,
        false, null, null, null, null, null, null);
  }

  public static LeadFilter ofCompany(UUID company) {
    return new LeadFilter(
        null, Set.of(), null, Set.of(), false, null, false, null, null, null, null, false, null,
        false, null, null, company, null, null, null);
  }

  List<String> stageWords() {
    return stages.stream().map(Stage::word).toList();
  }
}
