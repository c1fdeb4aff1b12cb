@NullMarked
package io.leadwell.connect.baidu.web;

import org.jspecify.annotations.NullMarked;
