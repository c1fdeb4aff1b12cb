/** Routes of the connection to Tencent. */
@NullMarked
package io.leadwell.connect.wecom.web;

import org.jspecify.annotations.NullMarked;
