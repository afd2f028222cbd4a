// Bodies for icons that are only a head or a bust, drawn here in the same flat style on the same grid of 32 units.

// Heads of animals: [fur, belly, paw, tail, tail's tip]; a head without a tail of its own has none.
const sitting = {
  'fox': ['#ff822d', '#ffdea7', '#4a2a20', 'bushy', '#fff3dd'],
  'wolf': ['#8b8b8b', '#e1e1e1', '#636363', 'bushy', '#e1e1e1'],
  'raccoon': ['#8b8b8b', '#d3d3d3', '#433b6b', 'ringed', '#433b6b'],
  'bear': ['#a56953', '#d3a184', '#6d4534', '', ''],
  'polar-bear': ['#f4f4f4', '#ffffff', '#d3d3d3', '', ''],
  'panda': ['#433b6b', '#f4f4f4', '#433b6b', '', ''],
  'koala': ['#9b9b9b', '#e1e1e1', '#636363', '', ''],
  'lion': ['#ffb02e', '#ffdea7', '#d67d00', 'tuft', '#6d4534'],
  'hamster': ['#f3ad61', '#fff1dc', '#ff8687', '', ''],
  'frog': ['#00d26a', '#fcd53f', '#008463', '', ''],
  'tiger-face': ['#ff822d', '#ffffff', '#d3883e', 'tuft', '#212121'],
  'monkey-face': ['#a56953', '#f3ad61', '#6d4534', 'tuft', '#a56953'],
}

function tail(kind, fur, tip) {
  if (kind === 'bushy' || kind === 'ringed') {
    const rings = kind === 'ringed'
      ? `<path fill="${tip}" d="M24.3 38.6l6.4-1.6.2-2.6-6.3 1.3zM25 33.2l5.9-.7-.6-2.6-4.9.7z"/>` : ''
    return `<path fill="${fur}" d="M19 44c5.6 1.4 11.6-1.4 12.2-8.2.4-4.6-2-8.3-4.4-9.8.3 3-1.6 5-3.1 7.4-1.7 2.6-2.7 6-4.7 10.6"/>`
      + (kind === 'bushy' ? `<path fill="${tip}" d="M26.8 26c-.1 2.2.2 4.4-.7 6.2 1.7-.7 3.5-.5 4.7.4.1-2.8-1.8-5.2-4-6.6"/>` : rings)
  }
  return kind === 'tuft'
    ? `<path fill="none" stroke="${fur}" stroke-width="1.6" stroke-linecap="round" d="M21 42c5 1 8-1 8-5s-1-5 1-7"/><circle cx="30" cy="29.5" r="1.9" fill="${tip}"/>`
    : ''
}

function sittingAnimal(head, [fur, belly, paw, kind, tip]) {
  const body = tail(kind, fur, tip)
    + `<path fill="${fur}" d="M8.6 26c-2 5-3.6 10-3.6 14 0 3.2 2 5 5 5h12c3 0 5-1.8 5-5 0-4-1.6-9-3.6-14z"/>`
    + `<ellipse cx="16" cy="36" rx="5.4" ry="9" fill="${belly}"/>`
    + `<path fill="#000" fill-opacity=".14" d="M7.6 28.6c2 2.8 5 4 8.4 4s6.4-1.2 8.4-4l-1-3H8.600z"/>`
    + `<path fill="${fur}" d="M9.6 33h3.600v10.500h-3.6zM18.8 33h3.600v10.500h-3.6z"/>`
    + `<rect x="8.4" y="41.6" width="6" height="4" rx="2" fill="${paw}"/><rect x="17.6" y="41.6" width="6" height="4" rx="2" fill="${paw}"/>`
  return { box: { width: 32, height: 46 }, body: body + head }
}

// Busts of people: [sleeve or suit, trousers, shoes].
const standing = {
  'astronaut': ['#e6e6e6', '#e6e6e6', '#9b9b9b'], 'man-astronaut': ['#e6e6e6', '#e6e6e6', '#9b9b9b'],
  'woman-astronaut': ['#e6e6e6', '#e6e6e6', '#9b9b9b'],
  'artist': ['#e1d8ec', '#433b6b', '#212121'], 'cook': ['#e6e6e6', '#636363', '#212121'],
  'construction-worker': ['#ff822d', '#0074ba', '#6d4534'], 'detective': ['#533566', '#321b41', '#1c1c1c'],
  'farmer': ['#00a6ed', '#008463', '#6d4534'], 'firefighter': ['#ca0b4a', '#990838', '#321b41'],
  'guard': ['#f8312f', '#321b41', '#1c1c1c'], 'health-worker': ['#e6e6e6', '#83cbff', '#636363'],
  'judge': ['#212121', '#212121', '#000000'], 'mechanic': ['#0074ba', '#0074ba', '#6d4534'],
  'ninja': ['#321b41', '#321b41', '#1c1c1c'], 'pilot': ['#433b6b', '#433b6b', '#1c1c1c'],
  'police-officer': ['#0074ba', '#00539a', '#1c1c1c'], 'prince': ['#0084ce', '#e1d8ec', '#6d4534'],
  'princess': ['#8d65c5', '#8d65c5', '#533566', 'skirt'], 'person-with-crown': ['#ff822d', '#ff822d', '#6d4534'],
  'scientist': ['#e6e6e6', '#636363', '#212121'], 'singer': ['#533566', '#321b41', '#1c1c1c'],
  'student': ['#212121', '#212121', '#000000'], 'office-worker': ['#533566', '#321b41', '#1c1c1c'],
  'person-superhero': ['#0084ce', '#0084ce', '#f8312f'], 'woman-superhero': ['#0084ce', '#0084ce', '#f8312f'],
  'person-mage': ['#0084ce', '#0084ce', '#533566', 'skirt'], 'man-mage': ['#0084ce', '#0084ce', '#533566', 'skirt'],
  'woman-mage': ['#0084ce', '#0084ce', '#533566', 'skirt'], 'person-vampire': ['#321b41', '#321b41', '#1c1c1c'],
  'person-elf': ['#44911b', '#6d4534', '#321b41'], 'troll': ['#a56953', '#6d4534', '#321b41'],
  'person-with-veil': ['#f4f4f4', '#f4f4f4', '#e1d8ec', 'skirt'], 'person-in-tuxedo': ['#321b41', '#321b41', '#1c1c1c'],
}

function legs(trousers, shoes, cut) {
  const lower = cut === 'skirt'
    ? `<path fill="${trousers}" d="M9 29h14l4 15H5z"/><path fill="#000" fill-opacity=".12" d="M15.2 30h1.600l1.2 14h-4z"/>`
    : `<path fill="${trousers}" d="M9.5 29h13l-.5 14.5h-5l-.7-9h-.6l-.7 9h-5z"/><path fill="#000" fill-opacity=".12" d="M9.5 29h13v2.500h-13z"/>`
  return lower
    + `<path fill="${shoes}" d="M8.5 46c0-2 1.3-3.2 3.4-3.2h3.300V46zM23.5 46c0-2-1.3-3.2-3.4-3.2h-3.3V46z"/>`
}

function standingPerson(bust, [, trousers, shoes, cut]) {
  return { box: { width: 32, height: 46 }, body: legs(trousers, shoes, cut) + bust }
}

// A rider: the bust, and in front of the mount one bent leg.
function bentLeg(trousers, shoes) {
  return `<path fill="${trousers}" d="M10 27.5h11c1.5 0 2 1.5 1 3-1.8 2.5-5.5 3.5-7 6l-1 5h-4.6z"/>`
    + '<path fill="#000" fill-opacity=".1" d="M10 27.5h11c1.5 0 2 1.5 1 3l-12 .5z"/>'
    + `<path fill="${shoes}" d="M9.6 41h4.900l-.3 4H7.400c0-2.2.8-3.6 2.2-4"/>`
}

function riding(bust, [, trousers, shoes]) {
  return { box: { width: 32, height: 46 }, body: bentLeg(trousers, shoes) + bust }
}

// Faces of people: [skin, top, trousers].
const wholePersons = {
  'boy': ['#ffc83d', '#00a6ed', '#0074ba'], 'girl': ['#ffc83d', '#ff6dc6', '#8d65c5'], 'child': ['#ffc83d', '#00d26a', '#008463'],
  'baby': ['#ffc83d', '#83cbff', '#83cbff'], 'old-man': ['#ffc83d', '#8c5543', '#433b6b'],
  'old-woman': ['#ffc83d', '#ca0b4a', '#533566'], 'older-person': ['#ffc83d', '#008463', '#433b6b'],
  'santa-claus': ['#ffc83d', '#f8312f', '#f8312f'], 'mrs-claus': ['#ffc83d', '#f8312f', '#f8312f'],
  'alien': ['#9b9b9b', '#8d65c5', '#533566'], 'clown-face': ['#ffffff', '#fcd53f', '#f8312f'],
  'robot': ['#9b9b9b', '#83cbff', '#636363'], 'ogre': ['#ca0b4a', '#6d4534', '#321b41'], 'goblin': ['#f8312f', '#6d4534', '#321b41'],
  'woman-red-hair': ['#ffc83d', '#008463', '#433b6b'], 'woman-blonde-hair': ['#ffc83d', '#0084ce', '#433b6b'],
  'man-beard': ['#ffc83d', '#008463', '#433b6b'],
}

function upperBody(skin, top) {
  return `<path fill="${skin}" d="M7.5 30.5c-1.5 2-2.3 4.5-2.3 7a1.7 1.7 0 0 0 3.4 0zM24.5 30.5c1.5 2 2.3 4.5 2.3 7a1.7 1.7 0 0 1-3.4 0z"/>`
    + `<path fill="${top}" d="M11.5 27.5h9c2.8 0 4.7 1.6 5.5 4.6l.5 2.4-3.3.8V40H8.800v-4.7l-3.3-.8.5-2.4c.8-3 2.7-4.6 5.5-4.6"/>`
    + '<path fill="#000" fill-opacity=".14" d="M10 27.5h12c-1 2.6-3.3 3.8-6 3.8s-5-1.2-6-3.8"/>'
}

function wholePerson(face, [skin, top, trousers]) {
  const body = upperBody(skin, top)
    + `<path fill="${trousers}" d="M8.8 39h14.400l-.4 8.5h-5.4l-.8-4.5h-1.2l-.8 4.5H9.200z"/>`
    + '<path fill="#4a2a20" d="M7.8 50c0-2 1.3-3 3.4-3h3.600v3zM24.2 50c0-2-1.3-3-3.4-3h-3.6v3z"/>'
  return { box: { width: 32, height: 50 }, body: body + face }
}

function wholeRider(face, [skin, top, trousers]) {
  const leg = `<g transform="translate(0 11)">${bentLeg(trousers, '#4a2a20')}</g>`
  return { box: { width: 32, height: 56 }, body: upperBody(skin, top) + leg + face }
}

// Who is whole as it is, but stands: only a rider is made of the face.
const riders = {
  'man': ['#ffc83d', '#00a6ed', '#636363'], 'woman': ['#ffc83d', '#f8312f', '#433b6b'], 'person': ['#ffc83d', '#8d65c5', '#433b6b'],
}

function recoloured(body, colours) {
  return Object.entries(colours).reduce((text, [from, to]) => text.replaceAll(from, to), body)
}

// A horse that became a unicorn keeps the horse's legs.
function unicorn(horse) {
  const white = recoloured(horse, { '#a56953': '#f6f2ff', '#a55a43': '#f6f2ff', '#212121': '#c065e8', '#6d4534': '#d9c8f2', '#1c1c1c': '#c065e8' })
  const horn = '<path fill="#fcd53f" d="M6.6 5.6 2.2-.9l6.6 4.2z"/><path fill="#d67d00" fill-opacity=".5" d="M3.5 1l1.8-.9.8.6-1.7 1.6zM5.1 3.4l2.2-1.8 1 .7-2.3 2.3z"/>'
  return { box: { width: 32, height: 32 }, body: `<g transform="translate(1 3) scale(.9)">${white}${horn}</g>` }
}

// Boats bring their own water along, which looks wrong on ours.
const boats = ['sailboat', 'speedboat', 'motor-boat', 'canoe', 'ferry']

function afloat(boat) {
  const waves = /<path fill="#[0-9a-f]{6}" d="M30(\.01)? 2[^"]*?c-1\.75 0[^"]*"\/>/g
  return { box: { width: 32, height: 32 }, body: boat.replaceAll(waves, '') }
}

/** Every picture that is made of another: name, group, box and body. */
export function derived(icon) {
  const made = (name, group, picture) => ({ name, group, ...picture })
  return [
    ...Object.entries(sitting).map(([n, d]) => made(`${n}~sitting`, 'nature', sittingAnimal(icon(n), d))),
    ...Object.entries(standing).map(([n, d]) => made(`${n}~standing`, 'person', standingPerson(icon(n), d))),
    ...Object.entries(standing).map(([n, d]) => made(`${n}~riding`, 'person', riding(icon(n), d))),
    ...Object.entries(wholePersons).map(([n, d]) => made(`${n}~standing`, 'person', wholePerson(icon(n), d))),
    ...Object.entries({ ...wholePersons, ...riders }).map(([n, d]) => made(`${n}~riding`, 'person', wholeRider(icon(n), d))),
    ...boats.map((n) => made(`${n}~afloat`, 'travel', afloat(icon(n)))),
    made('unicorn~standing', 'nature', unicorn(icon('horse'))),
  ]
}
