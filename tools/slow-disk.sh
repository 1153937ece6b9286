#!/bin/sh
# tools/slow-disk.sh [WRITES A SECOND] [OPTIONS OF bench bulk…] – real-time inquiries alone and beside a bulk inquiry, first on this machine's disk, then on one that is really slow.
#   sudo tools/slow-disk.sh 40 --rate 100 --seconds 10
# Makes a file system of its own in a file, lets the kernel pass only so many writes a second to it, puts a hub's data there and runs "bench bulk", which fails when an answer was wrong or missing.
# A commit of PostgreSQL takes two to six writes. Needs root, a loop device, and cgroup v1 (blkio) or v2 (io; not tried yet). Without those, the test SlowDiskTest stops PostgreSQL's processes instead.

writes=${1:-40}
[ $# -gt 0 ] && shift
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
program=${MADOGUCHI:-$here/madoguchi}
work=$(mktemp -d) || exit 1
v1=/sys/fs/cgroup/blkio/blkio.throttle.write_iops_device
v2=/sys/fs/cgroup/madoguchi-slow

limit() { # writes a second; 0: none
  if [ -e "$v1" ]; then
    echo "$number $1" > "$v1"
  else
    mkdir -p "$v2" && echo "$number wiops=$([ "$1" = 0 ] && echo max || echo "$1")" > "$v2/io.max" && echo $$ > "$v2/cgroup.procs"
  fi
}

clean() {
  [ -n "$number" ] && limit 0
  umount "$work/disk" 2> /dev/null || umount -l "$work/disk" 2> /dev/null
  [ -n "$device" ] && losetup -d "$device"
  rm -rf "$work"
}
trap clean EXIT
trap 'exit 1' INT TERM

mkdir "$work/disk"
truncate -s 3G "$work/image" && mkfs.ext4 -q -F "$work/image" && device=$(losetup -f --show "$work/image") && mount "$device" "$work/disk" || exit 1
number=$(cat "/sys/block/$(basename "$device")/dev")

echo "== 普通のディスク / the disk as it is"
"$program" bench bulk --data "$work/disk/data" --persons 20000 --questions 5000 "$@" || { tail -20 "$work/disk/data/hub.log"; exit 1; }
limit "$writes" || exit 1
echo "== 毎秒$writes回の書込み / $writes writes a second"
dd if=/dev/zero of="$work/disk/probe" bs=8k count=10 oflag=dsync 2>&1 | tail -1
"$program" bench bulk --data "$work/disk/data" --persons 20000 --questions 5000 "$@"
