// Writes a network as ONNX: the few protobuf messages that it takes, field numbers as in
// https://github.com/onnx/onnx/blob/main/onnx/onnx.proto

const IR_VERSION = 8
const FLOAT = 1
const WIRE = { varint: 0, bytes: 2, float: 5 }
const KIND = { float: 1, int: 2, string: 3, ints: 7 }

/** A float tensor that is part of the network. */
export const tensor = (name, dims, values) =>
  join(...dims.map((d) => int(1, d)), int(2, FLOAT), text(8, name), bytes(9, littleEndian(values)))

/** One step; attributes are whole numbers, lists of them, text, or { float }. */
export const node = (type, inputs, outputs, attributes = {}) =>
  join(
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, type),
    ...Object.entries(attributes).map(([name, value]) => bytes(5, attribute(name, value))),
  )

/** A float input or output of the whole; a dimension is a number, or a name where it may be any. */
export const value = (name, dims) => {
  const shape = dims.map((d) => bytes(1, typeof d === 'number' ? int(1, d) : text(2, d)))
  const type = bytes(1, join(int(1, FLOAT), bytes(2, join(...shape))))
  return join(text(1, name), bytes(2, type))
}

/** The file. */
export const model = ({ name, opset, nodes, initializers, inputs, outputs }) => {
  const graph = join(
    ...nodes.map((n) => bytes(1, n)),
    text(2, name),
    ...initializers.map((t) => bytes(5, t)),
    ...inputs.map((v) => bytes(11, v)),
    ...outputs.map((v) => bytes(12, v)),
  )
  return join(int(1, IR_VERSION), text(2, 'image2ai'), bytes(7, graph), bytes(8, int(2, opset)))
}

function attribute(name, value) {
  if (typeof value === 'string') {
    return join(text(1, name), text(4, value), int(20, KIND.string))
  }
  if (value.float !== undefined) {
    return join(text(1, name), float(2, value.float), int(20, KIND.float))
  }
  return Array.isArray(value)
    ? join(text(1, name), ...value.map((v) => int(8, v)), int(20, KIND.ints))
    : join(text(1, name), int(3, value), int(20, KIND.int))
}

const join = (...parts) => Buffer.concat(parts)
const int = (field, number) => join(varint(field * 8 + WIRE.varint), varint(number))
const float = (field, number) => join(varint(field * 8 + WIRE.float), littleEndian([number]))
const text = (field, string) => bytes(field, Buffer.from(string, 'utf8'))
const bytes = (field, content) => join(varint(field * 8 + WIRE.bytes), varint(content.length), content)

function varint(number) {
  const out = []
  let rest = number
  for (; rest > 127; rest = Math.floor(rest / 128)) {
    out.push((rest % 128) | 128)
  }
  return Buffer.from([...out, rest])
}

function littleEndian(values) {
  const out = Buffer.alloc(4 * values.length)
  values.forEach((v, i) => out.writeFloatLE(v, 4 * i))
  return out
}
