package io.leadwell.measure.insights;

import io.leadwell.acquire.campaigns.ChannelDraft;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.Frame;
import io.leadwell.acquire.campaigns.SourceClass;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** A world of a fixed seed: channels, members, leads and contracts. */
abstract class RandomWorld {

  static final Instant START = Instant.parse("2025-12-20T00:00:00Z");

  @Autowired Reports reports;
  @Autowired Channels channels;
  @Autowired DSLContext dsl;

  final Map<UUID, Frame> frames = new HashMap<>();
  final List<UUID> members = new ArrayList<>();

  static long orZero(@Nullable Long fen) {
    return fen == null ? 0 : fen;
  }

  World populate(Random random) {
    World world = new World(dsl);
    frames.clear();
    members.clear();
    for (int i = 0; i < 5; i++) {
      Frame frame = Frame.values()[i % 4];
      frames.put(
          channels
              .add(new ChannelDraft("渠道" + i, null, frame, SourceClass.MARKETING), Caller.system())
              .id(),
          frame);
      members.add(world.member("成员" + i));
    }
    List<UUID> companies = List.of(world.company("甲"), world.company("乙"), world.company("丙"));
    List<UUID> ids = new ArrayList<>(frames.keySet());
    for (int i = 0; i < 250; i++) {
      Instant first = START.plusSeconds(random.nextInt(100 * 86_400));
      @Nullable Instant[] own = new @Nullable Instant[7];
      int reached = random.nextInt(8);
      for (int stage = 0; stage < reached; stage++) {
        if (random.nextInt(3) > 0) {
          // now and then before the stage that should come first
          own[stage] = first.plusSeconds(random.nextInt(40 * 86_400) - 86_400L);
        }
      }
      World.Lead lead =
          world.lead(
              new World.Lead(
                  Ids.next(),
                  Ids.next(),
                  pick(random, companies),
                  pick(random, ids),
                  null,
                  pick(random, List.of("白皮书", "首页", "案例")),
                  pick(random, List.of("浙江", "上海")),
                  pick(random, members),
                  pick(random, members),
                  first,
                  own));
      for (int k = random.nextInt(12) - 9; k > 0; k--) {
        world.contract(
            lead, first.plusSeconds(random.nextInt(60 * 86_400)), random.nextInt(10_000_000));
      }
    }
    return world;
  }

  static <T> @Nullable T pick(Random random, List<T> of) {
    int i = random.nextInt(of.size() + 1);
    return i == of.size() ? null : of.get(i);
  }
}
