// Makes the illustrator's letters from two fonts, as outlines, so that no font need be installed where it runs:
//   node illustrator-letters.mjs NODE_MODULES RESOURCES
// Result, in the illustrator's package: letters.tsv: code point, advance, outline in a grid of 1000 units an em.
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

const [modules, resources] = process.argv.slice(2)
const opentype = createRequire(join(resolve(modules), 'here.js'))('opentype.js')
const EM = 1000

const font = (...path) => opentype.loadSync(join(modules, '@expo-google-fonts', ...path))
const title = font('lilita-one', '400Regular', 'LilitaOne_400Regular.ttf')
const plain = font('nunito', '900Black', 'Nunito_900Black.ttf')

const capHeight = (f) => f.charToGlyph('H').getBoundingBox().y2 / f.unitsPerEm
const plainScale = capHeight(title) / capHeight(plain)

const ranges = [[0x20, 0x7e], [0xa1, 0x17f], [0x400, 0x45f], [0x2013, 0x2014], [0x2018, 0x201e], [0x2022, 0x2026]]

const rows = []
const add = (code, f, scale) => {
  const glyph = f.charToGlyph(String.fromCodePoint(code))
  const size = EM * scale
  const path = glyph.getPath(0, 0, size).toPathData(0)
  rows.push([code, Math.round(glyph.advanceWidth / f.unitsPerEm * size), path].join('\t'))
}
for (const [from, to] of ranges) {
  for (let code = from; code <= to; code++) {
    const char = String.fromCodePoint(code)
    if (title.charToGlyphIndex(char) > 0) {
      add(code, title, 1)
    } else if (plain.charToGlyphIndex(char) > 0) {
      add(code, plain, plainScale)
    }
  }
}

const folder = join(resources, 'org', 'image2ai', 'model', 'embedded', 'illustrator')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'letters.tsv'), rows.join('\n') + '\n')
