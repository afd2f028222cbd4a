// Reads a network in ncnn's two files: .param names the layers, .bin holds their weights one after the other.
// The format: https://github.com/Tencent/ncnn/wiki/param-and-model-file-structure
import { readFileSync } from 'node:fs'

const PARAM_MAGIC = '7767517'
const HALF_FLOATS = 0x01306b47
const FLOATS = 0
const LISTS = -23300

/**
 * The layers in order: { type, name, inputs, outputs, p, weights }. p holds the layer's numbers, and lists of numbers, by
 * their key; weights holds Float32Arrays, for a Convolution { weight, bias }, for a PReLU { slope }.
 */
export function readNcnn(file) {
  const layers = readLayers(readFileSync(`${file}.param`, 'utf8'))
  const bin = new Weights(readFileSync(`${file}.bin`))
  for (const layer of layers) {
    layer.weights = weightsOf(layer, bin)
  }
  bin.requireEnd(file)
  return layers
}

function readLayers(text) {
  const [magic, counts, ...lines] = text.trim().split('\n')
  if (magic.trim() !== PARAM_MAGIC) {
    throw new Error(`a .param file starts with ${PARAM_MAGIC}, not ${magic}`)
  }
  const layers = lines.map((line) => {
    const [type, name, ins, outs, ...rest] = line.trim().split(/\s+/)
    const [inputs, outputs] = [Number(ins), Number(outs)]
    const p = Object.fromEntries(rest.slice(inputs + outputs).map(parameter))
    return { type, name, inputs: rest.slice(0, inputs), outputs: rest.slice(inputs, inputs + outputs), p }
  })
  if (layers.length !== Number(counts.split(' ')[0])) {
    throw new Error(`the .param file tells of ${counts.split(' ')[0]} layers and has ${layers.length}`)
  }
  return layers
}

/** A number by its key; a list has the key -23300 - key, and starts with its length. */
function parameter(pair) {
  const [key, text] = pair.split('=')
  const numbers = text.split(',').map(Number)
  if (numbers.some(Number.isNaN)) {
    throw new Error(`${pair} is no number`)
  }
  return Number(key) > LISTS ? [key, numbers[0]] : [LISTS - Number(key), numbers.slice(1)]
}

function weightsOf({ type, name, p }, bin) {
  if (type === 'Convolution') {
    return { weight: bin.tagged(p[6]), bias: p[5] ? bin.floats(p[0]) : new Float32Array(p[0]) }
  }
  if (type === 'PReLU') {
    return { slope: bin.floats(p[0]) }
  }
  if (['Input', 'Split', 'PixelShuffle', 'Interp', 'BinaryOp', 'Concat', 'Eltwise'].includes(type)) {
    return {}
  }
  throw new Error(`layer ${name} is a ${type}: it is not known what weights it has`)
}

class Weights {
  constructor(bytes) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.at = 0
  }

  /** A tensor that says how it is kept. */
  tagged(count) {
    const tag = this.view.getUint32(this.at, true)
    this.at += 4
    if (tag === FLOATS) {
      return this.floats(count)
    }
    if (tag !== HALF_FLOATS) {
      throw new Error(`weights of kind 0x${tag.toString(16)} at byte ${this.at - 4} are not known`)
    }
    const values = Float32Array.from({ length: count }, (_, i) => half(this.view.getUint16(this.at + 2 * i, true)))
    this.at += Math.ceil(count / 2) * 4
    return values
  }

  floats(count) {
    const values = Float32Array.from({ length: count }, (_, i) => this.view.getFloat32(this.at + 4 * i, true))
    this.at += 4 * count
    return values
  }

  requireEnd(file) {
    if (this.at !== this.view.byteLength) {
      throw new Error(`${file}.bin has ${this.view.byteLength} bytes, and its layers took ${this.at}`)
    }
  }
}

function half(bits) {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  if (exponent === 31) {
    throw new Error('a weight is infinite or no number')
  }
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15))
}
