// Rewrites the end of a network so that it gives the same with less work. A pixel shuffle by s takes the s·s pixels that
// become of one from as many channels: phase (row, column) of colour c is channel c·s·s + row·s + column.
import { require } from './network.mjs'

/**
 * Layers whose result has half the sides: each pixel is the mean of four. A mean of channels is a mean of the weights
 * that make them, so the last convolution makes a quarter of the channels, and nothing is ever larger than the result.
 */
export function halved(layers) {
  const last = layers.findLastIndex(({ type }) => type === 'Convolution')
  return layers.map((layer, i) => {
    if (i === last) {
      return halvedConvolution(layer)
    }
    const { type, name, p } = layer
    if (type === 'PixelShuffle') {
      return { ...layer, p: { ...p, 0: p[0] / 2 } }
    }
    if (type === 'Interp') {
      require(name, p[1] === 4 && p[2] === 4, 'repeats pixels four times')
      return { ...layer, p: { ...p, 1: 2, 2: 2 } }
    }
    return layer
  })
}

function halvedConvolution(layer) {
  const { name, p, weights } = layer
  require(name, p[0] === 3 * 4 * 4 && !p[9], 'makes the sixteen pixels of a colour')
  const mean = (values) => {
    const each = values.length / p[0]
    return Float32Array.from({ length: values.length / 4 }, (_, at) => {
      const [channel, rest] = [Math.floor(at / each), at % each]
      const corner = 16 * Math.floor(channel / 4) + 8 * (Math.floor(channel / 2) % 2) + 2 * (channel % 2)
      const four = [corner, corner + 1, corner + 4, corner + 5].map((c) => values[c * each + rest])
      return four.reduce((sum, v) => sum + v) / 4
    })
  }
  return { ...layer, p: { ...p, 0: p[0] / 4, 6: p[6] / 4 }, weights: { weight: mean(weights.weight), bias: mean(weights.bias) } }
}

/**
 * One convolution for two steps, repeating every pixel and then a convolution of 3 by 3: what it sees of the large
 * picture are at most 3 by 3 pixels of the small one. It makes the pixels as channels, to be shuffled.
 */
export function enlargedThenConvolved({ weight, bias }, side, scale) {
  const colours = bias.length
  const depth = weight.length / colours / side / side
  const out = colours * scale * scale
  const folded = new Float32Array(out * depth * side * side)
  for (let at = 0; at < weight.length; at++) {
    const [x, y, z] = [at % side, Math.floor(at / side) % side, Math.floor(at / side / side) % depth]
    const colour = Math.floor(at / side / side / depth)
    for (let phase = 0; phase < scale * scale; phase++) {
      const row = Math.floor((Math.floor(phase / scale) + y - 1) / scale) + 1
      const column = Math.floor(((phase % scale) + x - 1) / scale) + 1
      folded[(((colour * scale * scale + phase) * depth + z) * side + row) * side + column] += weight[at]
    }
  }
  const repeated = Float32Array.from({ length: out }, (_, channel) => bias[Math.floor(channel / scale / scale)])
  return { out, side, weight: folded, bias: repeated }
}
