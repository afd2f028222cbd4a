// Makes the illustrator's pictures from Fluent Emoji Flat and Noto Emoji, and their keywords from emojilib:
//   node illustrator-icons.mjs NODE_MODULES RESOURCES
// Result, in the illustrator's package: icons/NAME.svg, one a picture; icons/noto/NAME.svg, the same thing drawn by
// Noto; icons/index.tsv: name, group, keywords. What Fluent lacks is listed as noto/NAME.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { derived } from './lib/bodies.mjs'

const [modules, resources] = process.argv.slice(2)
const read = (...path) => JSON.parse(readFileSync(join(modules, ...path), 'utf8'))

const { icons, width, height } = read('@iconify-json', 'fluent-emoji-flat', 'icons.json')
const { categories } = read('@iconify-json', 'fluent-emoji-flat', 'metadata.json')
const noto = read('@iconify-json', 'noto', 'icons.json')
const notoCategories = read('@iconify-json', 'noto', 'metadata.json').categories
const notoCodes = read('@iconify-json', 'noto', 'chars.json')
const codes = read('@iconify-json', 'fluent-emoji-flat', 'chars.json')
const emojis = read('emojilib', 'dist', 'emoji-en-US.json')

const groups = {
  'Activities': 'activity',
  'Animals & Nature': 'nature',
  'Food & Drink': 'food',
  'Objects': 'object',
  'People & Body': 'person',
  'Smileys & Emotion': 'smiley',
  'Travel & Places': 'travel',
}
// Skin tones, and icons that are a picture of a whole scene: a rectangle within a picture is no thing to draw.
const left_out = new RegExp([
  '-(medium-)?(light|dark)$', '-medium$', '-(oclock|thirty)$', '^black-cat$',
  '^(cityscape|sunrise|sunset|milky-way|desert$|national-park|motorway|foggy|fog$|night-with-stars|bridge-at-night)',
  '^(sparkler|fireworks|shooting-star|moon-viewing|railway-track|middle-finger|white-flower|metro|world-map)',
  '-(wrestling|steamy-room|getting-|facepalming|gesturing|deaf|tipping|shrugging|bowing|frowning|pouting)',
].join('|'))

const keywords = {}
for (const [code, name] of [...Object.entries(codes), ...Object.entries(notoCodes)]) {
  const char = String.fromCodePoint(...code.split('-').map((c) => parseInt(c, 16)))
  keywords[name] ??= emojis[char] ?? emojis[char + '\ufe0f'] ?? []
}

const folder = join(resources, 'org', 'image2ai', 'model', 'embedded', 'illustrator', 'icons')
mkdirSync(join(folder, 'noto'), { recursive: true })
const index = []
const draw = (path, box, body) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box.width} ${box.height}">${body}</svg>`
  writeFileSync(join(folder, `${path}.svg`), svg)
}
const write = (path, group, box, body) => {
  draw(path, box, body)
  const name = path.replace('noto/', '')
  const words = (keywords[name] ?? []).map((w) => w.toLowerCase().replaceAll(/[_\s]+/g, ' ')).join(',')
  index.push([path, group, words].join('\t'))
}

for (const [category, group] of Object.entries(groups)) {
  for (const name of categories[category]) {
    const icon = icons[name]
    if (icon && !left_out.test(name)) {
      write(name, group, { width: icon.width ?? width, height: icon.height ?? height }, icon.body)
    }
  }
}
for (const [category, group] of Object.entries(groups)) {
  const shown = group !== 'person' && group !== 'smiley' ? notoCategories[category] ?? [] : []
  for (const name of shown.filter((n) => noto.icons[n] && !left_out.test(n))) {
    const box = { width: noto.icons[name].width ?? noto.width, height: noto.icons[name].height ?? noto.height }
    if (icons[name]) {
      draw(`noto/${name}`, box, noto.icons[name].body)
    } else {
      write(`noto/${name}`, group, box, noto.icons[name].body)
    }
  }
}
for (const { name, group, box, body } of derived((name) => icons[name].body)) {
  write(name, group, box, body)
}
writeFileSync(join(folder, 'index.tsv'), index.join('\n') + '\n')
