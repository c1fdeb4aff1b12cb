# Finds what Leadwell needs on this machine: JDK, Node, Maven, disk. Says plainly what is missing.

JDK_WANTED=25
NODE_WANTED=20
MAVEN_WANTED=3.8.6

# Major version of the JDK in folder $1, or nothing.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  local version=""
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" | head -n 1)
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  fi
  printf '%s' "$version"
}

new_enough() {
  local version
  version=$(jdk_version "$1") && [ -n "$version" ] && [ "$version" -ge "$JDK_WANTED" ] 2>/dev/null
}

# Home of the java on the PATH, symbolic links followed.
home_of_path_java() {
  local java link
  java=$(command -v java) || return 1
  while [ -L "$java" ]; do
    link=$(readlink "$java")
    case "$link" in
      /*) java="$link" ;;
      *) java="$(dirname "$java")/$link" ;;
    esac
  done
  (cd "$(dirname "$java")/.." 2>/dev/null && pwd -P)
}

# Sets JAVA_HOME to a JDK that is new enough, or says what to install and ends.
find_java() {
  local home found
  if [ -n "${LEADWELL_JAVA:-}" ]; then
    home="$LEADWELL_JAVA"
    case "$home" in */bin/java) home="${home%/bin/java}" ;; esac
    new_enough "$home" || fail 69 \
      "LEADWELL_JAVA 指向 ${LEADWELL_JAVA}，那里不是 JDK $JDK_WANTED 或更新的版本。请改正或取消这个变量。" \
      "LEADWELL_JAVA points at $LEADWELL_JAVA, which is not a JDK $JDK_WANTED or newer. Correct or unset it."
    export JAVA_HOME="$home"
    return 0
  fi
  found=""
  for home in "${JAVA_HOME:-}" "$(home_of_path_java)" \
    /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.jdks/*/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$([ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v "$JDK_WANTED+" 2>/dev/null)"; do
    [ -n "$home" ] || continue
    if new_enough "$home"; then
      export JAVA_HOME="$home"
      return 0
    fi
    if [ -z "$found" ] && [ -x "$home/bin/java" ]; then
      found="$home ($(jdk_version "$home" || printf 'JRE'))"
    fi
  done
  if [ -n "$found" ]; then
    fail 69 \
      "需要 JDK $JDK_WANTED 或更新的版本，这台机器上只有：${found}。请安装 JDK ${JDK_WANTED}（Debian/Ubuntu：apt install openjdk-25-jdk-headless 或 temurin-25-jdk；macOS：brew install openjdk；SDKMAN：sdk install java 25-tem），装好后无需其他设置；如装在别处，请用 LEADWELL_JAVA 指明目录。" \
      "Leadwell needs a JDK $JDK_WANTED or newer; this machine has only: $found. Install JDK $JDK_WANTED (Debian/Ubuntu: apt install openjdk-25-jdk-headless or temurin-25-jdk; macOS: brew install openjdk; SDKMAN: sdk install java 25-tem). It is found by itself; elsewhere, name its folder in LEADWELL_JAVA."
  fi
  fail 69 \
    "这台机器上没有找到 JDK。请安装 JDK $JDK_WANTED 或更新的版本（Debian/Ubuntu：apt install openjdk-25-jdk-headless 或 temurin-25-jdk；macOS：brew install openjdk；SDKMAN：sdk install java 25-tem），装好后无需其他设置；如装在别处，请用 LEADWELL_JAVA 指明目录。" \
    "No JDK was found on this machine. Install JDK $JDK_WANTED or newer (Debian/Ubuntu: apt install openjdk-25-jdk-headless or temurin-25-jdk; macOS: brew install openjdk; SDKMAN: sdk install java 25-tem). It is found by itself; elsewhere, name its folder in LEADWELL_JAVA."
}

node_version() {
  "$1" --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p'
}

# Puts a Node that is new enough, and its npm, on the PATH.
find_node() {
  local candidate version found=""
  for candidate in "$(command -v node)" "$HOME"/.nvm/versions/node/*/bin/node \
    "$HOME"/.volta/bin/node "$HOME"/.local/share/fnm/node-versions/*/installation/bin/node \
    /usr/local/bin/node /opt/homebrew/bin/node /opt/node*/bin/node; do
    [ -n "$candidate" ] && [ -x "$candidate" ] || continue
    version=$(node_version "$candidate")
    if [ -n "$version" ] && [ "$version" -ge "$NODE_WANTED" ]; then
      PATH="$(dirname "$candidate"):$PATH"
      export PATH
      command -v npm >/dev/null && return 0
      fail 69 \
        "找到了 Node（${candidate}），但没有 npm。请安装 npm（Debian/Ubuntu：apt install npm）。" \
        "Node is here ($candidate) but npm is not. Install npm (Debian/Ubuntu: apt install npm)."
    fi
    [ -z "$found" ] && found="$candidate $("$candidate" --version 2>/dev/null)"
  done
  if [ -n "$found" ]; then
    fail 69 \
      "构建网页需要 Node $NODE_WANTED 或更新的版本，这台机器上只有：${found}。请升级 Node（macOS：brew install node；Debian/Ubuntu：apt install nodejs npm，版本过旧时用 nvm）。" \
      "The web app is built with Node $NODE_WANTED or newer; this machine has only: $found. Upgrade Node (macOS: brew install node; Debian/Ubuntu: apt install nodejs npm, or nvm where that is too old)."
  fi
  fail 69 \
    "这台机器上没有找到 Node。构建网页需要 Node $NODE_WANTED 或更新的版本（macOS：brew install node；Debian/Ubuntu：apt install nodejs npm）。" \
    "No Node was found on this machine. The web app is built with Node $NODE_WANTED or newer (macOS: brew install node; Debian/Ubuntu: apt install nodejs npm)."
}

# older A B: is version A older than B? Three numbers each.
older() {
  local a b i
  for i in 1 2 3; do
    a=$(printf '%s' "$1" | cut -d. -f"$i" | sed 's/[^0-9].*//')
    b=$(printf '%s' "$2" | cut -d. -f"$i" | sed 's/[^0-9].*//')
    [ "${a:-0}" -lt "${b:-0}" ] && return 0
    [ "${a:-0}" -gt "${b:-0}" ] && return 1
  done
  return 1
}

# Sets MVN; JAVA_HOME is already found.
find_maven() {
  local candidate version found=""
  for candidate in "$(command -v mvn)" "${MAVEN_HOME:-}/bin/mvn" "${M2_HOME:-}/bin/mvn" \
    "$HOME"/.sdkman/candidates/maven/current/bin/mvn /opt/*maven*/bin/mvn \
    /opt/homebrew/bin/mvn /usr/local/bin/mvn /usr/share/maven/bin/mvn; do
    [ -n "$candidate" ] && [ -x "$candidate" ] || continue
    version=$(cd / && "$candidate" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
    if [ -n "$version" ] && ! older "$version" "$MAVEN_WANTED"; then
      MVN="$candidate"
      return 0
    fi
    [ -z "$found" ] && found="$candidate ${version:-$(say "（无法运行，试试 mvn -v）" "(does not run; try mvn -v)")}"
  done
  if [ -n "$found" ]; then
    fail 69 \
      "构建需要 Maven $MAVEN_WANTED 或更新的版本，这台机器上只有：${found}。请升级（Debian/Ubuntu：apt install maven；macOS：brew install maven；SDKMAN：sdk install maven）。" \
      "The build needs Maven $MAVEN_WANTED or newer; this machine has only: $found. Upgrade it (Debian/Ubuntu: apt install maven; macOS: brew install maven; SDKMAN: sdk install maven)."
  fi
  fail 69 \
    "这台机器上没有找到 Maven。构建需要 Maven $MAVEN_WANTED 或更新的版本（Debian/Ubuntu：apt install maven；macOS：brew install maven；SDKMAN：sdk install maven）。" \
    "No Maven was found on this machine. The build needs Maven $MAVEN_WANTED or newer (Debian/Ubuntu: apt install maven; macOS: brew install maven; SDKMAN: sdk install maven)."
}

# room FOLDER: at least 1 GB must be free there
room() {
  local free
  free=$(df -Pk "$1" 2>/dev/null | awk 'NR == 2 { print $4 }')
  [ -n "$free" ] || return 0
  [ "$free" -ge 1048576 ] || fail 74 \
    "$1 所在磁盘只剩 $((free / 1024)) MB 可用空间，至少需要 1 GB。请清理后再试，或用 --data 换一个磁盘。" \
    "Only $((free / 1024)) MB are free on the disk of $1; at least 1 GB is needed. Free some, or choose another disk with --data."
}

# Chromium for the browser stories: sets CHROMIUM, installing it where that is possible.
find_chromium() {
  local candidate
  for candidate in "${LEADWELL_CHROMIUM:-}" "$(command -v chromium)" "$(command -v chromium-browser)" \
    "$(command -v google-chrome)" "$(command -v google-chrome-stable)" /usr/bin/chromium \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
      CHROMIUM="$candidate"
      return 0
    fi
  done
  if [ -z "${INSTALL_TRIED:-}" ] && may_install; then
    INSTALL_TRIED=yes
    step "正在用 apt 安装 Chromium" "installing Chromium by apt"
    install_packages chromium
    find_chromium
    return
  fi
  fail 69 \
    "没有找到 Chromium 或 Chrome，浏览器测试无法运行。请安装（Debian：apt install chromium fonts-noto-cjk），或用 LEADWELL_CHROMIUM 指明程序路径。" \
    "Neither Chromium nor Chrome was found, and the browser tests need one. Install it (Debian: apt install chromium fonts-noto-cjk) or name the program in LEADWELL_CHROMIUM."
}

# Without a Chinese font the stories would look at boxes.
find_chinese_font() {
  command -v fc-list >/dev/null || return 0
  [ -n "$(fc-list :lang=zh-cn 2>/dev/null | head -n 1)" ] && return 0
  if may_install; then
    step "正在用 apt 安装中文字体" "installing a Chinese font by apt"
    install_packages fonts-noto-cjk && return 0
  fi
  say "提示：这台机器没有中文字体，截图里的中文会显示为方块（Debian/Ubuntu：apt install fonts-noto-cjk）。" \
    "Note: this machine has no Chinese font, so screenshots will show boxes (Debian/Ubuntu: apt install fonts-noto-cjk)."
}

may_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

install_packages() {
  mkdir -p "$BUILD/logs"
  {
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ||
      { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }
  } >>"$BUILD/logs/apt.log" 2>&1
}
