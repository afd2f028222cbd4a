# shellcheck shell=bash
# The way from the sources to the folder of the server; sourced by quickstart.
# It needs ROOT, RUN, die, tick and untick of that file.

UNPACKED=$RUN/.unpacked # newer than the archive that was unpacked
SHIPPED=$RUN/.shipped   # etc/ as that archive had it, to tell what was changed since
BUILD_PID=

# The newest archive of the distribution, or nothing.
archive() {
  local newest='' file
  for file in "$ROOT"/karaf-assembly/target/karaf-assembly-*.tar.gz; do
    if [ -f "$file" ] && { [ -z "$newest" ] || [ "$file" -nt "$newest" ]; }; then newest=$file; fi
  done
  printf '%s' "$newest"
}

# Folders count too, as one is newer when a source in it was deleted; tests and documents do not reach the archive.
build_is_old() {
  local archive changed
  archive=$(archive)
  [ -n "$archive" ] || return 0
  changed=$(cd "$ROOT" && find bundles features karaf-assembly etc pom.xml .mvn \
    \( -name target -o -name node_modules -o -path '*/src/test' -o -path '*/src/main/quickstart' \) -prune -o \
    \( -type f ! -name '*.md' -o -type d -path '*/src/*' \) -newer "$archive" -print)
  [ -n "$changed" ]
}

# An archive that was being written is as new as a whole one, and would be taken for it.
abandon_build() {
  [ -n "$BUILD_PID" ] || return 0
  kill "$BUILD_PID" 2> /dev/null || true
  rm -f "$ROOT"/karaf-assembly/target/karaf-assembly-*.tar.gz
}

build() {
  [ -z "$BUILD_PID" ] || kill "$BUILD_PID" 2> /dev/null || true
  rm -f "$ROOT"/karaf-assembly/target/karaf-assembly-*.tar.gz
}

build() {
  local log=$ROOT/target/quickstart-build.log begun=$SECONDS
  mkdir -p "${log%/*}"
  echo "Building with Maven: about two minutes, longer the first time, while it fetches its libraries."
  (cd "$ROOT" && exec mvn -B -ntp -q install -DskipTests < /dev/null > "$log" 2>&1) &
  BUILD_PID=$!
  while kill -0 "$BUILD_PID" 2> /dev/null; do
    tick "Building" $((SECONDS - begun))
    sleep 1
  done
  if ! wait "$BUILD_PID"; then
    untick
    tail -n 30 "$log" >&2
    die "The build failed; its whole log is $log."
  fi
  BUILD_PID=
  untick
  [ -n "$(archive)" ] || die "The build made no karaf-assembly/target/karaf-assembly-*.tar.gz; its log is $log."
  echo "Built in $((SECONDS - begun)) s."
}

unpack_is_old() {
  [ ! -e "$UNPACKED" ] || [ ! -x "$RUN/bin/karaf" ] || [ "$(archive)" -nt "$UNPACKED" ]
}

# A new version replaces the programs. Data, credentials and what was set in etc/ stay, so it can begin anew at any point.
unpack() {
  local next=$RUN/.next part name archive
  archive=$(archive)
  echo "Unpacking ${archive##*/} to run/."
  rm -rf "$next"
  mkdir -p "$next" "$RUN/data" "$RUN/deploy"
  tar -xzf "$archive" -C "$next" --strip-components=1 \
    || die "$archive could not be unpacked to $RUN; see that the disk has room, delete that archive and try again."
  # Without the mark, an unpacking was cut short, and etc/ may be half new.
  if [ -d "$RUN/etc" ] && { [ -e "$UNPACKED" ] || [ ! -d "$RUN/etc.former" ]; }; then
    rm -rf "$RUN/etc.former"
    cp -Rp "$RUN/etc" "$RUN/etc.former"
  fi
  mkdir -p "$RUN/etc"
  rm -f "$UNPACKED"
  for part in "$next"/*; do
    name=${part##*/}
    case $name in etc | data | deploy) continue ;; esac
    rm -rf "${RUN:?}/$name"
    mv "$part" "$RUN/$name"
  done
  merge_etc "$next/etc"
  # The cache holds the former bundles; Karaf would run them instead of the new ones.
  rm -rf "$SHIPPED" "$RUN/data/cache"
  mv "$next/etc" "$SHIPPED"
  rm -rf "$next"
  touch "$UNPACKED"
}

merge_etc() {
  local file
  (cd "$1" && find . -type f) | while IFS= read -r file; do
    if ! is_setting_of_operator "${file#./}"; then
      mkdir -p "$(dirname "$RUN/etc/$file")"
      cp -p "$1/$file" "$RUN/etc/$file"
    fi
  done
}

# Karaf rewrites files of its own in etc/, so only those that an operator edits are compared with what was shipped.
is_setting_of_operator() {
  case $1 in
    org.image2ai.* | users.properties | org.ops4j.pax.web.cfg | org.ops4j.pax.logging.cfg | org.apache.karaf.shell.cfg) ;;
    *) return 1 ;;
  esac
  [ -f "$RUN/etc/$1" ] || return 1
  [ ! -f "$SHIPPED/$1" ] || [ "$(cksum < "$RUN/etc/$1")" != "$(cksum < "$SHIPPED/$1")" ]
}
