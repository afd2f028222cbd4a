// Reads a network in TensorFlow Lite's file, which is a FlatBuffer. Field numbers are those of
// https://github.com/tensorflow/tensorflow/blob/master/tensorflow/compiler/mlir/lite/schema/schema.fbs
import { readFileSync } from 'node:fs'

const MAGIC = 'TFL3'
const HALF_FLOAT = 1
const OPERATORS = {
  0: 'Add',
  1: 'AveragePool',
  3: 'Convolution',
  4: 'DepthwiseConvolution',
  6: 'Dequantize',
  14: 'Logistic',
  18: 'Multiply',
  19: 'Relu',
  23: 'ResizeBilinear',
  117: 'HardSwish',
}

/**
 * The network: { input, output, shapes, constants, steps }. Tensors are numbers; shapes holds the shape of each,
 * constants a Float32Array for each that is part of the file. A step is { type, inputs, outputs, options }, where type
 * is one of the above or the name of a custom operator and options gives a byte of its table by field number.
 */
export function readTflite(file) {
  const buffer = readFileSync(file)
  if (buffer.toString('latin1', 4, 8) !== MAGIC) {
    throw new Error(`${file} does not say that it is ${MAGIC}`)
  }
  const root = new Table(buffer, buffer.readUInt32LE(0))
  const graph = root.tables(2)[0]
  const tensors = graph.tables(0)
  const types = root.tables(1).map((code) => OPERATORS[code.byte(0)] ?? code.text(1))
  const buffers = root.tables(4)
  return {
    input: graph.ints(1)[0],
    output: graph.ints(2)[0],
    shapes: tensors.map((tensor) => tensor.ints(0)),
    constants: tensors.map((tensor) => constant(tensor, buffers)),
    steps: graph.tables(3).map((step) => ({
      type: types[step.uint(0)],
      inputs: step.ints(1),
      outputs: step.ints(2),
      options: (number) => step.table(4)?.byte(number) ?? 0,
    })),
  }
}

function constant(tensor, buffers) {
  const bytes = buffers[tensor.uint(2)].bytes(0)
  return tensor.byte(1) === HALF_FLOAT && bytes.length > 0
    ? Float32Array.from({ length: bytes.length / 2 }, (_, i) => fromHalf(bytes.readUInt16LE(2 * i)))
    : null
}

function fromHalf(half) {
  const exponent = (half >> 10) & 31
  const fraction = half & 1023
  const size = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25)
  return half >> 15 ? -size : size
}

/** A table of a FlatBuffer; what is not there reads as 0 or empty. */
class Table {
  constructor(buffer, at) {
    this.buffer = buffer
    this.at = at
  }

  place(number) {
    const fields = this.at - this.buffer.readInt32LE(this.at)
    const entry = 4 + 2 * number
    const offset = entry < this.buffer.readUInt16LE(fields) ? this.buffer.readUInt16LE(fields + entry) : 0
    return offset === 0 ? 0 : this.at + offset
  }

  byte(number) {
    const place = this.place(number)
    return place === 0 ? 0 : this.buffer.readInt8(place)
  }

  uint(number) {
    const place = this.place(number)
    return place === 0 ? 0 : this.buffer.readUInt32LE(place)
  }

  follow(place) {
    return place + this.buffer.readUInt32LE(place)
  }

  table(number) {
    const place = this.place(number)
    return place === 0 ? null : new Table(this.buffer, this.follow(place))
  }

  bytes(number) {
    const place = this.place(number)
    const start = place === 0 ? 0 : this.follow(place)
    return place === 0 ? Buffer.alloc(0) : this.buffer.subarray(start + 4, start + 4 + this.buffer.readUInt32LE(start))
  }

  text(number) {
    return this.bytes(number).toString('utf8')
  }

  places(number) {
    const place = this.place(number)
    const start = place === 0 ? 0 : this.follow(place)
    const length = place === 0 ? 0 : this.buffer.readUInt32LE(start)
    return Array.from({ length }, (_, i) => start + 4 + 4 * i)
  }

  ints(number) {
    return this.places(number).map((place) => this.buffer.readInt32LE(place))
  }

  tables(number) {
    return this.places(number).map((place) => new Table(this.buffer, this.follow(place)))
  }
}
