package io.leadwell.connect.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.workspace.Caller;
import io.leadwell.demo.tencent.StandInEvents;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A company with WeCom and an official account that somebody follows. */
abstract class FollowerWorld {

  static final String FAN = "oFan0001";
  static final String UNION = "uFan0001";

  @Autowired Connections connections;
  @Autowired Followers followers;
  @Autowired IncomingWork work;
  @Autowired Channels channels;
  @Autowired DSLContext dsl;
  @LocalServerPort int port;

  Corp wecom;
  Corp official;

  @BeforeEach
  void open() {
    wecom = Corp.wecom(connections, port);
    official = Corp.official(connections, port);
  }

  void settle() {
    Corp.settle(dsl, work);
  }

  void follow(@Nullable String key) {
    Corp.TENCENT.account().follow(FAN, UNION, "ADD_SCENE_QR_CODE");
    assertThat(
            official.caller.tell(
                StandInEvents.follower("subscribe", FAN, Corp.NOW.minusSeconds(600), key)))
        .isEqualTo(200);
    settle();
  }

  Follower only() {
    List<Follower> all = followers.page(any(), null, 50, Caller.system()).items();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  static FollowerFilter any() {
    return new FollowerFilter(null, null, null, null, null, null, null, null, null);
  }
}
