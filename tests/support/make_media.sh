#!/usr/bin/env bash
# Makes the files of tests/data/media: a tone of 2.5 seconds and a test picture of 3, with ffmpeg; PDFs of three pages, with qpdf;
# and a picture of 2000x1500 with a thumbnail of 320x240, with heif-enc. None of these tools is needed for the tests.
# Usage: make_media.sh FOLDER
set -euo pipefail
cd "$1"
tone=(-f lavfi -i "sine=frequency=440:sample_rate=16000:duration=2.5")
half_silent=(-f lavfi -i "aevalsrc='if(lt(t,1.25),0,random(0)*0.5)':s=16000:d=2.5")
film=(-f lavfi -i "testsrc=size=64x48:rate=10:duration=3")
video=(-c:v mpeg4 -b:v 10k)
make() { ffmpeg -v error -y "${@:2}" -fflags +bitexact -flags:v +bitexact -flags:a +bitexact "$1"; }

make constant.mp3 "${tone[@]}" -b:a 16k -write_xing 0 -id3v2_version 0
make variable.mp3 "${tone[@]}" -q:a 9 -id3v2_version 3 -write_id3v1 1 -metadata title=tone
make variable-without-header.mp3 "${half_silent[@]}" -q:a 5 -write_xing 0 -id3v2_version 0
make vorbis.ogg "${tone[@]}" -c:a libvorbis -q:a 0
make speex.ogg "${tone[@]}" -c:a libspeex
make tone.opus "${tone[@]}" -c:a libopus -b:a 8k
make tone.flac "${tone[@]}" -c:a flac
make tone.m4a "${tone[@]}" -c:a aac -b:a 12k
make film.mp4 "${film[@]}" "${tone[@]}" "${video[@]}" -c:a aac -b:a 12k -movflags +faststart
make silent.mp4 "${film[@]}" "${video[@]}"
make film.mov "${film[@]}" "${video[@]}"
make film.3gp "${film[@]}" "${video[@]}"
make fragments.mp4 "${film[@]}" "${video[@]}" -movflags frag_keyframe+empty_moov
make film.webm "${film[@]}" -c:v libvpx -b:v 10k

qpdf_input=$(mktemp)
trap 'rm -f "$qpdf_input" "$qpdf_input.png"' EXIT
python3 - "$qpdf_input" <<'END'
import sys
objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]>>"] + [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * 3
text, table = b"%PDF-1.4\n", b"0000000000 65535 f \n"
for number, content in enumerate(objects, 1):
    table += b"%010d 00000 n \n" % len(text)
    text += b"%d 0 obj\n%s\nendobj\n" % (number, content)
open(sys.argv[1], "wb").write(text + b"xref\n0 6\n" + table + b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(text))
END
qpdf --deterministic-id --object-streams=generate "$qpdf_input" compressed.pdf
qpdf --encrypt "" owner 256 -- "$qpdf_input" open-to-read.pdf
qpdf --encrypt secret owner 256 -- "$qpdf_input" locked.pdf

convert -size 2000x1500 gradient:red-blue "$qpdf_input.png"
heif-enc -t 320 -q 20 "$qpdf_input.png" -o thumbnail.heic
