#!/bin/sh
# ./madoguchi test – installs what the browser and card tests need, then runs every test.
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd) || exit 1

has() { command -v "$1" >/dev/null 2>&1; }
root_with_apt() { [ "$(id -u)" = 0 ] && has apt-get; }
install() { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2; }

# What the tests cannot do without, and what makes them quicker or more thorough: Chromium without windows takes half of its usual time,
# and without pcscd the card scenarios run over its driver's socket protocol alone.
need= wish=
if ! has chromium-headless-shell; then
  if has chromium; then wish="$wish chromium-headless-shell"; else need="$need chromium-headless-shell"; fi
fi
fc-list :lang=ja 2>/dev/null | grep -q . || need="$need fontconfig fonts-noto-cjk"
{ [ -x /usr/sbin/pcscd ] && [ -e /usr/lib/pcsc/drivers/serial/libifdvpcd.so ]; } || wish="$wish pcscd vsmartcard-vpcd"

if [ -n "$need" ] && ! root_with_apt; then
  echo "ブラウザー試験には$need が要ります。管理者に「apt-get install$need」を頼んでください。" >&2
  echo "The browser tests need:$need. Ask an administrator to run: apt-get install$need" >&2
  exit 1
fi
if [ -n "$need$wish" ] && root_with_apt; then
  echo "試験に要るものを入れます / installing for the tests:$need$wish" >&2
  apt-get update -qq >&2
  # Older systems have no Chromium without windows. Package names have no blanks.
  # shellcheck disable=SC2046,SC2086
  [ -z "$need" ] || install $need || install $(echo "$need" | sed s/-headless-shell//) || {
    echo "apt で入れられませんでした。ネットワークを確かめるか、手で入れてください / apt could not install:$need" >&2
    exit 1
  }
  for package in $wish; do
    install "$package" || echo "$package を入れられませんでした。なくても試験はできます / no $package: the tests do without it" >&2
  done
fi
cd "$here" && exec ./mvnw -B --no-transfer-progress -T 3 verify
