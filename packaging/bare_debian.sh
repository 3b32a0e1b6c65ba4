# Sourced by what needs a bare Debian beside the one that runs (packaging/release, packaging/deb-trial). Needs root, as chroot does.
[ "$(id -u)" = 0 ] || { printf 'Only root can make a bare Debian.\n' >&2; exit 2; }

# Debian's mirror as apt has it: the project names none.
mirror() {
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(ORIGIN)' 'Created-By: Packages' |
    awk '$3 == "Debian" && $2 !~ /-/ { print $1; exit }'
}

# make_bare RELEASE FOLDER: the smallest Debian that has apt. FOLDER must not exist.
make_bare() {
  mmdebstrap --quiet --variant=minbase "$1" "$2" "$(mirror)"
  mount -t proc proc "$2/proc"
  mount --bind /dev "$2/dev"
}

# remove_bare FOLDER: the Debian, and nothing of what was mounted into it.
remove_bare() {
  local at
  for at in $(findmnt --list --noheadings --output TARGET | grep "^$1/" | sort -r); do umount "$at"; done
  rm -rf --one-file-system "$1"
}
