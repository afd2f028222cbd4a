// Reads a network that TensorFlow.js keeps as layers: a model.json, and its weights in one file.
// The format: https://www.tensorflow.org/js/guide/save_load
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The layers in order: { type, name, inputs, config, weights }; weights are { weight: [out, in, side, side], bias }. */
export function readLayers(folder) {
  const { modelTopology, weightsManifest } = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'))
  const tensors = readWeights(folder, weightsManifest)
  return modelTopology.model_config.config.layers.map(({ class_name: type, name, inbound_nodes, config }) => ({
    type,
    name,
    inputs: (inbound_nodes[0] ?? []).map(([from]) => from),
    config,
    weights: type === 'Conv2D' ? { weight: outermost(tensors[`${name}/kernel`]), bias: tensors[`${name}/bias`].values } : {},
  }))
}

function readWeights(folder, [{ paths, weights }]) {
  const bytes = Buffer.concat(paths.map((path) => readFileSync(join(folder, path))))
  const tensors = {}
  let at = 0
  for (const { name, shape, dtype, quantization } of weights) {
    if (dtype !== 'float32' || quantization) {
      throw new Error(`weights ${name} are ${quantization ? 'quantized' : dtype}: only plain floats are known`)
    }
    const start = at
    const values = Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => bytes.readFloatLE(start + 4 * i))
    tensors[name] = { shape, values }
    at += 4 * values.length
  }
  if (at !== bytes.length) {
    throw new Error(`the weights in ${folder} have ${bytes.length} bytes, and its tensors took ${at}`)
  }
  return tensors
}

/** From [side, side, in, out] to [out, in, side, side]. */
function outermost({ shape: [rows, columns, depth, out], values }) {
  const area = rows * columns
  return Float32Array.from({ length: values.length }, (_, at) => {
    const [pixel, z, channel] = [at % area, Math.floor(at / area) % depth, Math.floor(at / area / depth)]
    return values[(pixel * depth + z) * out + channel]
  })
}
