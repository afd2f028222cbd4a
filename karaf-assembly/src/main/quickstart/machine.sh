# shellcheck shell=bash
# What the machine must have; sourced by quickstart. Whatever is missing ends it with one sentence.

# Sets JAVA_HOME: Maven and Karaf follow it, and without it Karaf's scripts look for Java 8 on macOS.
find_java() {
  local java
  if [ -n "${JAVA_HOME:-}" ]; then
    [ -x "$JAVA_HOME/bin/java" ] || die "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it; let it name a JDK 17."
    java=$JAVA_HOME/bin/java
  else
    java=$(command -v java) || die "No java was found; install JDK 17, or let JAVA_HOME name it."
  fi
  local version
  version=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | sed -n 1p) || true
  [ -n "$version" ] || die "$java does not tell its version; install JDK 17, or let JAVA_HOME name it."
  local major=${version#1.}
  major=${major%%[!0-9]*}
  if [ "${major:-0}" -lt 17 ] || [ "$major" -gt 23 ]; then
    die "$java is Java $version, but 17 to 23 is needed; install JDK 17, or let JAVA_HOME name it."
  fi
  if [ -z "${JAVA_HOME:-}" ]; then
    JAVA_HOME=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p') || true
  fi
  export JAVA_HOME
}

check_compiler() {
  [ -x "${JAVA_HOME:-/none}/bin/javac" ] \
    || die "The Java in ${JAVA_HOME:-PATH} has no javac; install a whole JDK 17, not only its runtime."
}

check_maven() {
  command -v mvn > /dev/null || die "No mvn was found; install Maven 3.8 or newer."
  local version
  version=$(mvn -B -v 2> /dev/null | sed -n 's/.*Apache Maven \([0-9][0-9]*\)\.\([0-9][0-9]*\).*/\1 \2/p') || true
  [ -n "$version" ] || die "mvn does not tell its version; install Maven 3.8 or newer."
  [ $((${version% *} * 1000 + ${version#* })) -ge 3008 ] \
    || die "mvn is Maven ${version% *}.${version#* }, but 3.8 or newer is needed."
}

check_node() {
  command -v node > /dev/null || die "No node was found; install Node 20 or newer."
  local version
  version=$(node -v 2> /dev/null) || true
  local major=${version#v}
  major=${major%%[!0-9]*}
  [ "${major:-0}" -ge 20 ] || die "node is ${version:-of an unknown version}, but Node 20 or newer is needed."
}

check_machine() {
  local tool
  for tool in tar gzip find sed awk; do
    command -v "$tool" > /dev/null || die "No $tool was found; install it."
  done
  find_java
  check_compiler
  check_maven
  check_node
  command -v npm > /dev/null || die "No npm was found; install it, it comes with Node 20."
}
