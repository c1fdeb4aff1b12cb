package io.leadwell.base.pages.web;

import io.leadwell.base.pages.PageAssets;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Styles and scripts of the public pages; none comes from anywhere else. */
@Configuration(proxyBeanMethods = false)
class PageFiles implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry resources) {
    resources
        .addResourceHandler(PageAssets.ADDRESS + "**")
        .addResourceLocations("classpath:/public/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }
}
