package io.leadwell.demo;

import io.leadwell.connect.wecom.TencentAddress;
import io.leadwell.demo.tencent.StandIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A demonstration calls the stand-in for Tencent on this machine, never Tencent. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("leadwell.demo")
class DemoTencent {

  @Bean(destroyMethod = "close")
  StandIn standIn() {
    return StandIn.start();
  }

  @Bean
  TencentAddress tencentAddress(StandIn standIn) {
    return new TencentAddress(standIn.address(), standIn.address());
  }
}
