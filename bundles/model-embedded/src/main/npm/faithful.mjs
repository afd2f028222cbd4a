// Makes the networks of faithful-* from upscalerjs' ESRGAN-medium, which is kept as TensorFlow.js layers:
//   node faithful.mjs NODE_MODULES RESOURCES
// Each goes from float [1,3,height,width] to [1,3,scale·height,scale·width], both RGB of 0 to 1.
import { join } from 'node:path'
import { enlargedThenConvolved } from './lib/fold.mjs'
import { Network, require } from './lib/network.mjs'
import { readLayers } from './lib/tfjs.mjs'

const [modules, resources] = process.argv.slice(2)

for (const scale of [2, 4]) {
  const layers = readLayers(join(modules, '@upscalerjs', 'esrgan-medium', 'models', `x${scale}`))
  converted(layers, scale).write(resources, `esrgan-medium-x${scale}`)
}

function converted(layers, scale) {
  const first = layers.findIndex(({ type }) => type === 'Conv2D')
  const [enlarging, last] = layers.slice(-2)
  require(last.name, last.type === 'Conv2D' && enlarging.type === 'UpSampling2D', 'convolves what was enlarged')
  scaleWeights(layers[first].weights, 255, 1)
  scaleWeights(last.weights, 1 / 255, 1 / 255)
  const network = new Network()
  const names = { [layers[0].name]: 'data' }
  for (const layer of layers.slice(1, -2)) {
    names[layer.name] = layer.name
    add(network, { ...layer, inputs: layer.inputs.map((i) => names[i]) })
  }
  finish(network, enlarging, last, scale)
  return network
}

/** The network was trained on colours of 0 to 255. */
function scaleWeights(weights, kernel, bias) {
  weights.weight = weights.weight.map((v) => v * kernel)
  weights.bias = weights.bias.map((v) => v * bias)
}

function add(network, { type, name, inputs, config, weights }) {
  const converters = {
    Conv2D: () => {
      const { filters: out, kernel_size: [side] } = config
      const plain = (config.padding === 'same' || side === 1) && config.strides[0] === 1 && config.dilation_rate[0] === 1
      require(name, plain && config.use_bias && config.activation === 'linear', 'keeps the size')
      network.convolve(name, inputs[0], name, { out, side, ...weights })
    },
    Activation: () => {
      require(name, config.activation === 'relu', 'cuts what is below zero')
      network.add('Relu', inputs, [name])
    },
    Concatenate: () => network.add('Concat', inputs, [name], { axis: 1 }),
    Add: () => network.add('Add', inputs, [name]),
  }
  converters[type]()
}

/** Enlarging 48 channels would take most of the memory of a run, so the last layer works at the size of the input. */
function finish(network, enlarging, last, scale) {
  const { size, interpolation } = enlarging.config
  require(enlarging.name, interpolation === 'nearest' && size[0] === scale && size[1] === scale, 'repeats pixels')
  const folded = enlargedThenConvolved(last.weights, last.config.kernel_size[0], scale)
  network.convolve(last.name, enlarging.inputs[0], 'phases', folded)
  network.add('DepthToSpace', ['phases'], ['output'], { blocksize: scale, mode: 'CRD' })
}
