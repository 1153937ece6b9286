#!/bin/sh
# ./madoguchi test – installs what the browser and card tests need, then runs every test.
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd) || exit 1

missing=
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
fc-list :lang=ja 2>/dev/null | grep -q . || missing="$missing fontconfig fonts-noto-cjk"
if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "ブラウザー試験に要るものを入れます / installing for the browser tests:$missing" >&2
    # shellcheck disable=SC2086
    apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2 || {
      echo "apt で入れられませんでした。ネットワークを確かめるか、手で入れてください / apt could not install:$missing" >&2
      exit 1
    }
  else
    echo "ブラウザー試験には$missing が要ります。管理者に「apt-get install$missing」を頼んでください。" >&2
    echo "The browser tests need:$missing. Ask an administrator to run: apt-get install$missing" >&2
    exit 1
  fi
fi
# The card scenarios go through pcscd where it can be had; where not, they run over its driver's socket protocol instead, so this may fail.
if { [ ! -x /usr/sbin/pcscd ] || [ ! -e /usr/lib/pcsc/drivers/serial/libifdvpcd.so ]; } && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "カード試験のために pcscd を入れます / installing pcscd for the card tests" >&2
  { [ -n "$missing" ] || apt-get update -qq >&2; } && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends pcscd vsmartcard-vpcd >&2 ||
    echo "pcscd を入れられませんでした。カード試験はソケットだけで行います / no pcscd: the card tests use its socket protocol alone" >&2
fi
cd "$here" && exec ./mvnw -B --no-transfer-progress -T 3 verify
