#!/usr/bin/env bash
# Tries the launcher where it is hardest to try by hand: something missing, wrong, interrupted, or
# done twice. On a checkout of its own with a JDK, Node and Maven that only pretend.
set -u

SOURCE=$(cd "$(dirname "$0")/.." && pwd -P)
PLACE=$(mktemp -d "${TMPDIR:-/tmp}/leadwell-trials.XXXXXX")
PLACE=$(cd "$PLACE" && pwd -P)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$PLACE"' EXIT
HERE="$PLACE/checkout"
DATA="$PLACE/data"
PRETEND="$PLACE/pretend"
FAILURES=0
# What hangs is ended, and so has failed.
(sleep 300; kill -TERM $$) >/dev/null 2>&1 &
export LC_ALL=C LEADWELL_AOT=off LEADWELL_JAVA="$PLACE/jdk" HOME="$PLACE"
unset LEADWELL_PORT LEADWELL_DATABASE JAVA_HOME MAVEN_HOME M2_HOME

mkdir -p "$HERE/web/dist" "$HERE/tracker/dist" "$HERE/kernel" "$HERE/postgres" "$HERE/schema" "$HERE/server/target" "$HERE/.mvn" "$PRETEND"
cp -R "$SOURCE/leadwell" "$SOURCE/launcher" "$HERE/"
printf '<project/>' >"$HERE/pom.xml"
printf 'x' >"$HERE/web/dist/index.html"
printf 'x' >"$HERE/tracker/dist/lw.js"
printf '{}' | tee "$HERE/web/package.json" "$HERE/web/package-lock.json" \
  "$HERE/tracker/package.json" >"$HERE/tracker/package-lock.json"
PATH="$PRETEND:$PATH"

# pretend FILE: a program that does what stands on the standard input
pretend() {
  mkdir -p "$(dirname "$1")"
  { printf '#!/usr/bin/env bash\n'; cat; } >"$1"
  chmod +x "$1"
}

pretend_jdk() {
  mkdir -p "$1/bin"
  printf 'JAVA_VERSION="%s.0.1"\n' "$2" >"$1/release"
  pretend "$1/bin/javac" <<<'exit 0'
  pretend "$1/bin/java" <<'JAVA'
case "$*" in
  *jarmode=tools*)
    while [ $# -gt 0 ]; do [ "$1" = --destination ] && place="$2"; shift; done
    mkdir -p "$place" && printf 'x' >"$place/leadwell.jar"
    ;;
  *)
    [ -f "$HOME/refuses" ] && { printf '\nDescription:\n\nThe moon is full.\n'; exit 1; }
    trap 'exit 143' TERM
    while :; do sleep 0.1; done
    ;;
esac
JAVA
}

pretend_maven() {
  pretend "$PRETEND/mvn" <<MVN
[ "\$1" = -v ] && { echo "Apache Maven $1"; exit 0; }
touch "$PLACE/maven-runs"
if [ -f "$PLACE/maven-fails" ]; then echo "a comma too many"; exit 1; fi
while [ -f "$PLACE/maven-hangs" ]; do sleep 0.1; done
MVN
}

pretend_jdk "$PLACE/jdk" 25
pretend_jdk "$PLACE/old" 21
pretend_maven 3.9.9
pretend "$PRETEND/node" <<<'echo v22.1.0'
pretend "$PRETEND/npm" <<<"[ \"\$1\" = ci ] && mkdir -p node_modules; exit 0"

wrong() {
  FAILURES=$((FAILURES + 1))
  printf 'WRONG: %s\n%s\n' "$1" "$(sed 's/^/    /' "$PLACE/said")"
}

# ends CODE WORDS COMMAND…: it ends with the code and says the words
ends() {
  local code="$1" words="$2" ended
  shift 2
  "$@" >"$PLACE/said" 2>&1 </dev/null
  ended=$?
  check "$code" "$words" "$ended" "$*"
}

check() {
  [ "$3" = "$1" ] || wrong "$4 ended with $3, not $1"
  grep -qF -- "$2" "$PLACE/said" || wrong "$4 did not say '$2'"
}

# until_there FILE: within ten seconds
until_there() {
  local ticks=0
  while [ ! -e "$1" ] && [ "$ticks" -lt 100 ]; do sleep 0.1; ticks=$((ticks + 1)); done
  [ -e "$1" ] || wrong "$1 did not come"
}

nothing_left() {
  [ ! -e "$HERE/.build/lock" ] || wrong "$1: the lock of the build was left behind"
  [ ! -e "$DATA/starting" ] || wrong "$1: the claim on the data folder was left behind"
  [ ! -e "$DATA/server.pid" ] || wrong "$1: server.pid was left behind"
}

unbuilt() { rm -rf "$HERE/.build" "$PLACE/maven-runs" "$DATA"; }

leadwell() { "$HERE/leadwell" "$@"; }

ends 64 "The port must be a number: abc" leadwell start --port abc
ends 64 "The port must be from 1 to 65535: 70000" leadwell start --port 70000
ends 64 "--data needs a value." leadwell start --data
ends 64 "start has no option '--dtaa'" leadwell start --dtaa x
ends 64 "--database takes jdbc:postgresql:" leadwell start --database mysql://x
ends 64 "There is no command 'strat'" leadwell strat
ends 0 "./leadwell start" leadwell help

ends 69 "is not a JDK 25 or newer" env LEADWELL_JAVA="$PLACE/nowhere" "$HERE/leadwell" start
ends 69 "is not a JDK 25 or newer" env LEADWELL_JAVA="$PLACE/old" "$HERE/leadwell" start
pretend "$PRETEND/node" <<<'echo v16.0.0'
case "$(PATH="$PRETEND:/usr/bin:/bin" command -v node)" in
  "$PRETEND/node") ends 69 "16" env PATH="$PRETEND:/usr/bin:/bin" bash -c ". '$HERE/launcher/words.sh'; . '$HERE/launcher/machine.sh'; NODE_WANTED=9999 find_node" ;;
esac
pretend "$PRETEND/node" <<<'echo v22.1.0'
pretend "$PRETEND/mvn" <<<'echo no java >&2; exit 1'
ends 69 "does not run; try mvn -v" bash -c ". '$HERE/launcher/words.sh'; . '$HERE/launcher/machine.sh'; MAVEN_WANTED=999 find_maven"
pretend_maven 3.9.9

printf 'x' >"$PLACE/file"
ends 73 "is a file; a data folder is needed." leadwell start --data "$PLACE/file"
ends 73 "cannot be made" leadwell start --data "$PLACE/file/below"
ends 0 "No server is running" leadwell stop --data "$PLACE/none"

unbuilt
touch "$PLACE/maven-fails"
ends 70 "a comma too many" leadwell start --data "$DATA" --port 65111
nothing_left "a build that fails"
rm "$PLACE/maven-fails"

# A lock whose holder died, with and without its id, holds nobody back.
for id in 999999999 ""; do
  unbuilt
  mkdir -p "$HERE/.build/lock" "$DATA/starting"
  [ -z "$id" ] || printf '%s' "$id" | tee "$HERE/.build/lock/pid" >"$DATA/starting/pid"
  touch "$PLACE/refuses"
  ends 70 "The moon is full." leadwell start --data "$DATA" --port 65111
  nothing_left "a server that refuses"
  rm "$PLACE/refuses"
done

# start_slowly: a start whose build hangs, in the background; its id is in STARTED
start_slowly() {
  unbuilt
  touch "$PLACE/maven-hangs"
  # A job of its own, or it would begin with signals ignored.
  set -m
  "$HERE/leadwell" start --data "$DATA" --port 65111 >"$PLACE/background" 2>&1 </dev/null &
  STARTED=$!
  set +m
  until_there "$PLACE/maven-runs"
}

# ended CODE WORDS NAME: the slow start ended so
ended() {
  wait "$STARTED"
  local code=$?
  cp "$PLACE/background" "$PLACE/said"
  check "$1" "$2" "$code" "$3"
  nothing_left "$3"
  ps -ax -o command= 2>/dev/null | grep -F "$PRETEND/mvn" | grep -qv grep && wrong "$3: the build goes on"
  rm -f "$PLACE/maven-hangs"
}

for signal in INT TERM HUP; do
  # One that was ignored before this began (nohup) reaches nobody below.
  [ -z "$(trap -p "$signal")" ] || continue
  start_slowly
  kill -s "$signal" "$STARTED"
  ended 130 "Interrupted." "SIG$signal while building"
done

start_slowly
ends 75 "Another ./leadwell start" leadwell start --data "$DATA" --port 65112
ends 0 "Stopped" leadwell stop --data "$DATA"
ended 130 "Interrupted." "a stop while building"

# The pretended server never says that it is ready: a stop reaches it while it starts.
unbuilt
set -m
"$HERE/leadwell" start --data "$DATA" --port 65111 >"$PLACE/background" 2>&1 </dev/null &
STARTED=$!
set +m
until_there "$DATA/server.pid"
ends 0 "Stopped" leadwell stop --data "$DATA"
ended 130 "Stopped" "a stop while starting"

if [ "$FAILURES" -gt 0 ]; then
  printf '%d of the trials went wrong\n' "$FAILURES"
  exit 1
fi
echo "the launcher does as it says"
