// Makes the network of the picture reviewer from nsfwjs's MobileNetV2, which its package carries for TensorFlow.js:
//   node nsfw.mjs NODE_MODULES RESOURCES
// Result: mobilenet-v2.onnx, from float [1,3,224,224], RGB of 0 to 1, to the five probabilities of nsfwjs.
import { createRequire } from 'node:module'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { model, node, tensor, value } from '../../../../model-embedded/src/main/npm/lib/onnx.mjs'

const [modules, resources] = process.argv.slice(2)
const require = createRequire(resolve(modules, 'x'))
const folder = resolve(modules, 'nsfwjs', 'dist', 'models', 'mobilenet_v2')
const { modelTopology, weightsManifest } = require(join(folder, 'model.min.js'))
const layers = modelTopology.model_config.config.layers
const weights = readWeights()

/** The tensors by name: each byte stands for min + byte * scale. */
function readWeights() {
  const shards = weightsManifest[0].paths.map((path) => Buffer.from(String(require(join(folder, `${path}.min.js`))), 'base64'))
  const data = Buffer.concat(shards)
  const all = {}
  let at = 0
  for (const { name, shape, quantization: q } of weightsManifest[0].weights) {
    expect(name, q?.dtype === 'uint8', 'kept in bytes')
    const length = shape.reduce((a, b) => a * b, 1)
    all[name] = { shape, values: Float64Array.from(data.subarray(at, at + length), (byte) => q.min + byte * q.scale) }
    at += length
  }
  expect('the file', at === data.length, 'read to its last byte')
  return all
}

function expect(name, isSo, what) {
  if (!isSo) {
    throw new Error(`${name} was expected to be ${what}`)
  }
}

const initializers = []
const keep = (name, dims, values) => {
  initializers.push(tensor(name, dims, values))
  return name
}
keep('zero', [], [0])
keep('six', [], [6])

const inputsOf = (layer) => layer.inbound_nodes.flatMap((n) => n.map(([name]) => name))
const followers = (name) => layers.filter((layer) => inputsOf(layer).includes(name))
const renamed = {}
const padded = {}
const resolved = (name) => renamed[name] ?? name

/** A convolution and the normalisation that follows it, as one convolution with a bias. */
function convolution(layer, depthwise) {
  const { config } = layer
  expect(layer.name, !config.use_bias && config.activation === 'linear', 'a plain convolution')
  const [norm] = followers(layer.name)
  expect(layer.name, norm.class_name === 'BatchNormalization', 'normalised')
  const [gamma, beta, mean, variance] = ['gamma', 'beta', 'moving_mean', 'moving_variance'].map(
    (part) => weights[`${norm.name}/${part}`].values,
  )
  const factor = gamma.map((g, i) => g / Math.sqrt(variance[i] + norm.config.epsilon))
  const { shape, values } = weights[`${layer.name}/${depthwise ? 'depthwise_kernel' : 'kernel'}`]
  const [height, width, ins, outs] = shape
  const channels = depthwise ? ins : outs
  const dims = depthwise ? [ins, 1, height, width] : [outs, ins, height, width]
  const kernel = new Float64Array(values.length)
  for (let at = 0; at < values.length; at++) {
    const [out, inner] = [at % outs, Math.floor(at / outs) % ins]
    const place = Math.floor(at / outs / ins)
    const channel = depthwise ? inner : out
    const row = depthwise ? inner : out * ins + inner
    kernel[row * height * width + place] = values[at] * factor[channel]
  }
  const input = inputsOf(layer)[0]
  const same = config.padding === 'same' ? (height - 1) / 2 : 0
  renamed[norm.name] = layer.name
  return node(
    'Conv',
    [
      resolved(input),
      keep(`${layer.name}.weight`, dims, kernel),
      keep(`${layer.name}.bias`, [channels], beta.map((b, i) => b - mean[i] * factor[i])),
    ],
    [layer.name],
    {
      kernel_shape: [height, width],
      strides: config.strides,
      pads: padded[input] ?? [same, same, same, same],
      group: depthwise ? channels : 1,
    },
  )
}

function dense(layer) {
  const { shape, values } = weights[`${layer.name}/kernel`]
  const weight = keep(`${layer.name}.weight`, shape, values)
  const bias = keep(`${layer.name}.bias`, [shape[1]], weights[`${layer.name}/bias`].values)
  const linear = `${layer.name}.linear`
  const act = { relu: ['Relu', {}], softmax: ['Softmax', { axis: 1 }] }[layer.config.activation]
  return [
    node('Gemm', [resolved(inputsOf(layer)[0]), weight, bias], [linear]),
    node(act[0], [linear], [layer.name], act[1]),
  ]
}

const converters = {
  InputLayer: () => [],
  ZeroPadding2D: (layer) => {
    const [[top, bottom], [left, right]] = layer.config.padding
    padded[layer.name] = [top, left, bottom, right]
    renamed[layer.name] = resolved(inputsOf(layer)[0])
    return []
  },
  Conv2D: (layer) => [convolution(layer, false)],
  DepthwiseConv2D: (layer) => [convolution(layer, true)],
  BatchNormalization: (layer) => {
    expect(layer.name, layer.name in renamed, 'behind a convolution')
    return []
  },
  ReLU: (layer) => {
    expect(layer.name, layer.config.max_value === 6, 'cut at 6')
    return [node('Clip', [resolved(inputsOf(layer)[0]), 'zero', 'six'], [layer.name])]
  },
  Add: (layer) => [node('Add', inputsOf(layer).map(resolved), [layer.name])],
  AveragePooling2D: (layer) => [node('GlobalAveragePool', [resolved(inputsOf(layer)[0])], [layer.name])],
  Flatten: (layer) => [node('Flatten', [resolved(inputsOf(layer)[0])], [layer.name], { axis: 1 })],
  Dropout: (layer) => {
    renamed[layer.name] = resolved(inputsOf(layer)[0])
    return []
  },
  Dense: dense,
}

const nodes = layers.flatMap((layer) => converters[layer.class_name](layer))
const target = join(resources, 'org', 'image2ai', 'moderation', 'nsfw')
mkdirSync(target, { recursive: true })
const network = {
  name: 'nsfwjs-mobilenet-v2',
  opset: 13,
  nodes,
  initializers,
  inputs: [value(layers[0].name, [1, 3, 224, 224])],
  outputs: [value(layers.at(-1).name, [1, 5])],
}
writeFileSync(join(target, 'mobilenet-v2.onnx'), model(network))
