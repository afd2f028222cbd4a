// Makes the network that finds people from the weights of MediaPipe's selfie segmentation:
//   node editor-people.mjs NODE_MODULES RESOURCES
// Result: people.onnx, from float [1,3,256,256], RGB of 0 to 1, to [1,1,256,256], how surely a pixel is part of a person.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { model, node, tensor, value } from './lib/onnx.mjs'
import { readTflite } from './lib/tflite.mjs'

const VALID = 1
const [modules, resources] = process.argv.slice(2)
const network = readTflite(join(modules, '@mediapipe', 'selfie_segmentation', 'selfie_segmentation.tflite'))
const { shapes, constants } = network

const initializers = []
const nodes = []
const named = (number) => `t${number}`
const keep = (name, dims, values) => {
  initializers.push(tensor(name, dims, values))
  return name
}

/** Weights [out, height, width, in], as TensorFlow has them, in the order of ONNX. */
function reordered(number, [out, height, width, inner], at) {
  const from = constants[number]
  const to = new Float32Array(from.length)
  let i = 0
  for (let o = 0; o < out; o++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        for (let c = 0; c < inner; c++) {
          to[at(o, y, x, c)] = from[i++]
        }
      }
    }
  }
  return to
}

/** TensorFlow's SAME: what is missing is added on both sides, the odd pixel after. */
function pads(valid, size, result, side, stride) {
  const missing = valid ? 0 : Math.max(0, (result - 1) * stride + side - size)
  const before = Math.floor(missing / 2)
  return [before, before, missing - before, missing - before]
}

function convolution({ inputs, outputs, options }, depthwise) {
  const [image, weight, bias] = inputs
  const [out, side, , inner] = shapes[weight]
  requireThat(outputs, shapes[image][1] === shapes[image][2], 'works on a square')
  const dims = depthwise ? [inner, 1, side, side] : [out, inner, side, side]
  const order = (o, y, x, c) => ((depthwise ? c : o * inner + c) * side + y) * side + x
  const names = [
    named(image),
    keep(named(weight), dims, reordered(weight, shapes[weight], order)),
    keep(named(bias), [dims[0]], constants[bias]),
  ]
  const strides = [options(2), options(1)]
  nodes.push(
    node('Conv', names, outputs.map(named), {
      kernel_shape: [side, side],
      strides,
      pads: pads(options(0) === VALID, shapes[image][1], shapes[outputs[0]][1], side, strides[0]),
      group: depthwise ? inner : 1,
    }),
  )
}

const plain = (type) => ({ inputs, outputs }) => nodes.push(node(type, inputs.map(named), outputs.map(named)))
const converters = {
  Add: plain('Add'),
  Multiply: plain('Mul'),
  Relu: plain('Relu'),
  HardSwish: plain('HardSwish'),
  Logistic: plain('Sigmoid'),
  Convolution: (step) => convolution(step, false),
  DepthwiseConvolution: (step) => convolution(step, true),
  Dequantize: ({ inputs, outputs }) => {
    constants[outputs[0]] = constants[inputs[0]]
  },
  AveragePool: ({ inputs, outputs }) => {
    requireThat(outputs, shapes[outputs[0]].slice(1, 3).every((side) => side === 1), 'takes the mean of everything')
    nodes.push(node('GlobalAveragePool', inputs.map(named), outputs.map(named)))
  },
  ResizeBilinear: ({ inputs, outputs, options }) => {
    requireThat(outputs, options(3) === 1, 'has half pixel centers')
    const scale = shapes[outputs[0]][1] / shapes[inputs[0]][1]
    const scales = keep(`scales${outputs[0]}`, [4], [1, 1, scale, scale])
    const how = { mode: 'linear', coordinate_transformation_mode: 'half_pixel' }
    nodes.push(node('Resize', [named(inputs[0]), '', scales], outputs.map(named), how))
  },
  Convolution2DTransposeBias: ({ inputs, outputs }) => {
    const [image, weight, bias] = inputs
    const [out, side, , inner] = shapes[weight]
    requireThat(outputs, shapes[outputs[0]][1] === shapes[image][1] * side, 'lays its squares side by side')
    const order = (o, y, x, c) => ((c * out + o) * side + y) * side + x
    const names = [
      named(image),
      keep(named(weight), [inner, out, side, side], reordered(weight, shapes[weight], order)),
      keep(named(bias), [out], constants[bias]),
    ]
    nodes.push(node('ConvTranspose', names, outputs.map(named), { kernel_shape: [side, side], strides: [side, side] }))
  },
}

function requireThat(outputs, isSo, what) {
  if (!isSo) {
    throw new Error(`the step that makes tensor ${outputs[0]} was expected to be one that ${what}`)
  }
}

for (const step of network.steps) {
  converters[step.type](step)
}

const target = join(resources, 'org', 'image2ai', 'model', 'embedded', 'editor', 'cutout')
mkdirSync(target, { recursive: true })
const side = shapes[network.input][1]
const people = {
  name: 'people',
  opset: 14,
  nodes,
  initializers,
  inputs: [value(named(network.input), [1, 3, side, side])],
  outputs: [value(named(network.output), [1, 1, side, side])],
}
writeFileSync(join(target, 'people.onnx'), model(people))
