#!/usr/bin/env python3
"""Makes the two fonts of module paper from the npm package @expo-google-fonts/noto-sans-jp (0.4.3; SIL Open Font License 1.1).

Why not as they are: in Noto Sans JP 女 shares its glyph with the radical ⼥ (U+2F25), the full-width space with U+2003, and so on. A PDF
names each glyph by the lowest code point that has it, so copied text would hold radicals where a name holds letters. Here those twins
lose their place in the character map; no glyph that Japanese text uses is lost. Layout tables, which PDF does not use, go as well.

Needs fonttools (4.x). Usage: paper-font.py <folder of the unpacked package> <repository>/paper/src/main/resources/madoguchi/paper
"""

import sys
from fontTools import subset
from fontTools.ttLib import TTFont

TWINS = {*range(0x2E80, 0x2FE0), 0x2003, 0x2027, 0x2035, 0x2215, 0x2329, 0x232A}


def cut(source, target):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[point for point in font.getBestCmap() if point not in TWINS])
    subsetter.subset(font)
    font.save(target)


package, resources = sys.argv[1:]
cut(f"{package}/400Regular/NotoSansJP_400Regular.ttf", f"{resources}/NotoSansJP-Regular.ttf")
cut(f"{package}/700Bold/NotoSansJP_700Bold.ttf", f"{resources}/NotoSansJP-Bold.ttf")
