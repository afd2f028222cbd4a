// Takes the sexual words out of the English list of naughty-words (LDNOOBW):
//   node words.mjs NODE_MODULES RESOURCES
// Result: ldnoobw.txt, in the format of terms.txt. The lists of other languages are swearing for the most part.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { left } from './lib/left.mjs'

const [modules, resources] = process.argv.slice(2)
const listed = JSON.parse(readFileSync(join(modules, 'naughty-words', 'en.json'), 'utf8'))
const unknown = [...left].filter((word) => !listed.includes(word))
if (unknown.length > 0) {
  throw new Error(`naughty-words no longer lists ${unknown.join(', ')}: look at the list and at lib/left.mjs again`)
}
const target = join(resources, 'org', 'image2ai', 'moderation', 'words')
mkdirSync(target, { recursive: true })
const taken = listed.filter((word) => !left.has(word))
writeFileSync(join(target, 'ldnoobw.txt'), `[sexual strong]\n${taken.map((word) => `en: ${word}`).join('\n')}\n`)
