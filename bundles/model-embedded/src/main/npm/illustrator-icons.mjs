// Makes the illustrator's pictures from Fluent Emoji Flat and their keywords from emojilib:
//   node illustrator-icons.mjs NODE_MODULES RESOURCES
// Result, in the illustrator's package: icons/NAME.svg, one a picture, and icons/index.tsv: name, group, keywords.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { derived } from './lib/bodies.mjs'

const [modules, resources] = process.argv.slice(2)
const read = (...path) => JSON.parse(readFileSync(join(modules, ...path), 'utf8'))

const { icons, width, height } = read('@iconify-json', 'fluent-emoji-flat', 'icons.json')
const { categories } = read('@iconify-json', 'fluent-emoji-flat', 'metadata.json')
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
for (const [code, name] of Object.entries(codes)) {
  const char = String.fromCodePoint(...code.split('-').map((c) => parseInt(c, 16)))
  keywords[name] ??= emojis[char] ?? emojis[char + '\ufe0f'] ?? []
}

const folder = join(resources, 'org', 'image2ai', 'model', 'embedded', 'illustrator', 'icons')
mkdirSync(folder, { recursive: true })
const index = []
const write = (name, group, box, body) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box.width} ${box.height}">${body}</svg>`
  writeFileSync(join(folder, `${name}.svg`), svg)
  const words = (keywords[name] ?? []).map((w) => w.toLowerCase().replaceAll(/[_\s]+/g, ' ')).join(',')
  index.push([name, group, words].join('\t'))
}

for (const [category, group] of Object.entries(groups)) {
  for (const name of categories[category]) {
    const icon = icons[name]
    if (icon && !left_out.test(name)) {
      write(name, group, { width: icon.width ?? width, height: icon.height ?? height }, icon.body)
    }
  }
}
for (const { name, group, box, body } of derived((name) => icons[name].body)) {
  write(name, group, box, body)
}
writeFileSync(join(folder, 'index.tsv'), index.join('\n') + '\n')
